"""What an operator does from the command line: verify, reap, refresh, rotate keys, allow sharing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from mice_exact_plugin.exact.sites import Site
from mice_exact_plugin.services.access import tokens
from mice_exact_plugin.services.leaving import stop
from mice_exact_plugin.services.obstacles import Obstacle
from mice_exact_plugin.services.runtime import link_of
from mice_exact_plugin.store.audit import COMMAND_LINE, record
from mice_exact_plugin.store.base import step
from mice_exact_plugin.store.connection import Connection, connection_of
from mice_exact_plugin.store.secret import CIPHERTEXT, all_secrets
from mice_exact_plugin.store.sync_run import RunState, SyncRun
from mice_exact_plugin.store.token import ACCESS, REFRESH, Token

if TYPE_CHECKING:
    from mice_exact_plugin.services.runtime import Runtime


def ask_to_verify(runtime: Runtime, tenant: str) -> None:
    """From the next run on every row that was never sent is looked up first: prescribed after a restored backup."""
    link = link_of(runtime, tenant)
    with step(runtime.session):
        connection = runtime.session.get_one(Connection, link.connection_id)
        connection.verify_reason = "asked"
        record(runtime.session, tenant, "verify_on", at=runtime.now(), actor=COMMAND_LINE, reason="asked")


def reap(runtime: Runtime) -> int:
    """End runs that have been silent for so long that nobody is at work on them; their rows are the next run's."""
    before = runtime.now() - 2 * runtime.config.lease
    query = select(SyncRun.id).where(SyncRun.state == RunState.RUNNING, SyncRun.beat_at < before)
    with step(runtime.session):
        silent = runtime.session.scalars(query).all()
    for run_id in silent:
        stop(runtime, run_id, Obstacle("reaped"), actor=COMMAND_LINE)
    return len(silent)


def refresh(runtime: Runtime, tenant: str) -> None:
    """Refresh the tenant's token when Exact allows it (after 570 s); nothing happens before."""
    link = link_of(runtime, tenant)
    tokens.access_token(runtime, link.app, link.exact_user)


def rotate_keys(runtime: Runtime) -> int:
    """Encrypt every token anew with the newest key; returns how many changed."""
    keys, changed = runtime.config.keys, 0
    with step(runtime.session):
        for token in runtime.session.scalars(select(Token)):
            before = token.access, token.refresh
            token.access = keys.renewed(token.access, token.owner, ACCESS)
            token.refresh = keys.renewed(token.refresh, token.owner, REFRESH)
            changed += (token.access, token.refresh) != before
        for secret in all_secrets(runtime.session):
            secret.ciphertext = keys.renewed(secret.ciphertext, secret.name, CIPHERTEXT)
    return changed


def allow_sharing(runtime: Runtime, tenant: str) -> None:
    """Support lets this tenant use an administration that another tenant uses already."""
    with step(runtime.session):
        connection = connection_of(runtime.session, tenant)
        if connection is None:
            connection = Connection(tenant=tenant, site=Site.NL, app="", status="disconnected")
            runtime.session.add(connection)
        connection.shared_allowed = True
        record(runtime.session, tenant, "sharing_allowed", at=runtime.now(), actor=COMMAND_LINE)
