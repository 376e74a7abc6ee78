"""What keeps a link in order with or without anything to book: by itself at every tick, and by a command."""

from __future__ import annotations

import logging
from datetime import timedelta
from random import shuffle
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import delete, select

from mice_exact_plugin.access import secrets as secret_rows
from mice_exact_plugin.access import tokens
from mice_exact_plugin.access.line import reading_client
from mice_exact_plugin.access.secrets import ACCESS, CIPHERTEXT, REFRESH, all_secrets
from mice_exact_plugin.audit import COMMAND_LINE, record
from mice_exact_plugin.booking.leaving import Obstacle, stop
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.reference import Resource
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.exact.sites import LogIn, Site
from mice_exact_plugin.host import offers
from mice_exact_plugin.link.connection import Connection, Status, connection_of, link_of
from mice_exact_plugin.link.run import RunState, SyncRun
from mice_exact_plugin.manifest import NAME
from mice_exact_plugin.mirror import relations
from mice_exact_plugin.mirror.binding_table import DebtorBinding
from mice_exact_plugin.mirror.list_table import Mirror
from mice_exact_plugin.mirror.relation_table import CrmAccountRow
from mice_exact_plugin.standing import notices, post_office

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from mice_exact_plugin.host.contract import HostActivation
    from mice_exact_plugin.runtime import Runtime

logger = logging.getLogger("mice_exact_plugin.upkeep")
#: How long relations stay in the mirror, and tokens with a deactivated tenant, after they are of no more use.
KEEP = timedelta(days=30)
#: Connections that are looked at in one transaction.
PAGE = 200
#: A log-in at Exact: site, app and user.
Key = tuple[str, str, str]


def on_tick(runtime: Runtime) -> None:
    """Cheap when there is nothing to do, so every tick may ask."""
    keep_alive(runtime)
    notices.catch_up(runtime)
    forget(runtime)


def keep_alive(runtime: Runtime) -> None:
    """Refresh every log-in at least weekly: a refresh token dies after 30 days.

    No longer than one request may last: while Exact does not answer, each of them would be waited for, and the tick has
    more to do. In any order, so that the one that is waited for is not always the first.
    """
    now = runtime.now()
    with step(runtime.session):
        stale = [
            token.key
            for token in secret_rows.all_tokens(runtime.session)
            if token.dead_reason is None
            and tokens.keep_alive_due(token.received_at, now)
            and _is_in_use(runtime, token.key)
        ]
    shuffle(stale)
    for site, client_id, exact_user in stale:
        app = runtime.config.apps.get(Site(site))
        if app is None or app.client_id != client_id:
            continue
        if runtime.now() - now >= runtime.config.deadline:
            return
        _keep(runtime, LogIn(app, exact_user))


def _keep(runtime: Runtime, log_in: LogIn) -> None:
    try:
        tokens.access_token(runtime, log_in)
    except LinkError as error:
        with step(runtime.session):
            tenants = [connection.tenant for connection in _connections_of(runtime, log_in.key)]
        logger.warning("the log-in of %s could not be kept alive: %s", ", ".join(tenants), type(error).__name__)


def forget(runtime: Runtime) -> None:
    """Drop what is kept no longer than needed: relations of unused administrations, tokens of deactivated tenants."""
    places: set[tuple[str, int | None]] = set()
    log_ins: set[Key] = set()
    after = 0
    while page := _page_in_use(runtime, after):
        places |= page.places
        log_ins |= page.log_ins
        after = page.last
    with step(runtime.session):
        post_office.forget_mails(runtime.session, runtime.now() - KEEP)
        _forget_log_ins(runtime, log_ins)
        _forget_relations(runtime, places)


class _Page(NamedTuple):
    last: int
    places: set[tuple[str, int | None]]
    log_ins: set[Key]


def _page_in_use(runtime: Runtime, after: int) -> _Page | None:
    """The administrations and log-ins of some connections, from behind an id, but for those long gone."""
    with step(runtime.session):
        query = select(Connection).where(Connection.id > after).order_by(Connection.id).limit(PAGE)
        connections = runtime.session.scalars(query).all()
        activations = offers.activations_of(runtime.host, [each.tenant for each in connections], NAME)
        used = [each for each in connections if not _is_long_gone(runtime, each, activations.get(each.tenant))]
        places = {(each.site, each.division) for each in used}
        log_ins = {(each.site, each.app, each.exact_user) for each in used if each.exact_user}
        return _Page(connections[-1].id, places, log_ins) if connections else None


def _is_in_use(runtime: Runtime, log_in: Key) -> bool:
    """A tenant whose link was withdrawn makes no calls."""
    tenants = [connection.tenant for connection in _connections_of(runtime, log_in)]
    activations = offers.activations_of(runtime.host, tenants, NAME)
    return any(activation.withdrawn_at is None for activation in activations.values())


def _connections_of(runtime: Runtime, log_in: Key) -> Sequence[Connection]:
    site, app, user = log_in
    query = select(Connection).where(Connection.site == site, Connection.app == app, Connection.exact_user == user)
    return runtime.session.scalars(query.order_by(Connection.id)).all()


def _forget_log_ins(runtime: Runtime, in_use: Collection[Key]) -> None:
    """Of tenants that are long gone, also where they shared one; whoever comes back is told at once to log in again.

    What was refreshed since may belong to somebody who came back just now.
    """
    for token in secret_rows.all_tokens(runtime.session):
        if token.key in in_use or token.received_at >= runtime.now() - KEEP:
            continue
        runtime.session.delete(token)
        for connection in _connections_of(runtime, token.key):
            if connection.status == Status.CONNECTED:
                connection.status, connection.dead_reason = Status.DEAD, "log_in_ended"


def _is_long_gone(runtime: Runtime, connection: Connection, activation: HostActivation | None) -> bool:
    before = runtime.now() - KEEP
    if connection.status == Status.DISCONNECTED:
        return connection.disconnected_at is not None and connection.disconnected_at < before
    return activation is not None and activation.withdrawn_at is not None and activation.withdrawn_at < before


def _forget_relations(runtime: Runtime, in_use: Collection[tuple[str, int | None]]) -> None:
    """Of administrations in which nobody books: their tenants went away, or chose another one."""
    query = select(Mirror).where(Mirror.resource == Resource.CRM_ACCOUNTS, Mirror.loaded_at < runtime.now() - KEEP)
    for mirror in runtime.session.scalars(query):
        if (mirror.site, mirror.division) not in in_use:
            _forget_administration(runtime, mirror.site, mirror.division)


def _forget_administration(runtime: Runtime, site: str, division: int) -> None:
    for table in (CrmAccountRow, DebtorBinding):
        runtime.session.execute(delete(table).where(table.site == site, table.division == division))
    # A cursor without its rows would make the next reading bring the changes only.
    relations.forget_cursors(runtime.session, site, division)


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


def refresh(runtime: Runtime, tenant: str) -> bool:
    """Refresh the tenant's token when Exact allows it (after 570 s), and see that Exact takes it.

    Whether it was refreshed; a young one that was withdrawn is found out by asking, which counts for no limit.
    """
    link = link_of(runtime, tenant)
    before = _received_at(runtime, link.log_in)
    with reading_client(runtime, link) as client:
        client.me()
    return _received_at(runtime, link.log_in) != before


def _received_at(runtime: Runtime, log_in: LogIn) -> datetime | None:
    with step(runtime.session):
        token = secret_rows.token_of(runtime.session, *log_in.key)
        return token.received_at if token else None


def rotate_keys(runtime: Runtime) -> int:
    """Encrypt every token anew with the newest key; returns how many changed."""
    keys, changed = runtime.config.keys, 0
    with step(runtime.session):
        for token in secret_rows.tokens_to_write(runtime.session):
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
            connection = Connection(tenant=tenant, site=Site.NL, app="", status=Status.DISCONNECTED)
            runtime.session.add(connection)
        connection.shared_allowed = True
        record(runtime.session, tenant, "sharing_allowed", at=runtime.now(), actor=COMMAND_LINE)
