"""Connecting a tenant: log in at Exact, come back, choose the administration; and going away again."""

from __future__ import annotations

import hashlib
import secrets
import time
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from mice_exact_plugin.access.gate import FreshToken, Gate
from mice_exact_plugin.access.lease import writing
from mice_exact_plugin.access.secrets import drop_unused
from mice_exact_plugin.access.tokens import POLL_SECONDS, save_pair
from mice_exact_plugin.audit import record
from mice_exact_plugin.database import step
from mice_exact_plugin.errors import ConnectionDead, LeaseLost, LinkError, OutcomeUnknown, TryLater
from mice_exact_plugin.exact import oauth
from mice_exact_plugin.exact.client import ExactClient
from mice_exact_plugin.exact.errors import TokenRefused
from mice_exact_plugin.exact.sites import LogIn
from mice_exact_plugin.exact.transport import Transport
from mice_exact_plugin.exports import queue
from mice_exact_plugin.link.connection import (
    Connection,
    LogInUnderWay,
    Status,
    connection_of,
    forget_log_ins,
    others_book_in,
    use_log_in,
)
from mice_exact_plugin.runtime import Person

if TYPE_CHECKING:
    from mice_exact_plugin.domain.reference import Division
    from mice_exact_plugin.exact.client import Me
    from mice_exact_plugin.exact.sites import App
    from mice_exact_plugin.exact.tokens import TokenPair
    from mice_exact_plugin.runtime import Runtime

STATE_LIFE = timedelta(minutes=10)
IS_LOGGED_IN = Connection.status.in_((Status.CHOOSING, Status.CONNECTED))


class LogInFailed(LinkError):
    """The way back from Exact went wrong; the message is the code of the reason, worded on display."""


def begin(runtime: Runtime, tenant: str, person: Person, app: App, browser: str) -> str:
    """Where to send the browser.

    The state is random, kept hashed, single use and bound to tenant, user, site and the session of this browser.
    """
    state, now = secrets.token_urlsafe(32), runtime.now()
    with step(runtime.session):
        forget_log_ins(runtime.session, now - timedelta(days=1))
        runtime.session.add(
            LogInUnderWay(
                state_hash=_hash(state),
                browser_hash=_hash(browser),
                tenant=tenant,
                user_id=person.id,
                site=app.site,
                created_at=now,
            )
        )
        exists = connection_of(runtime.session, tenant) is not None
    return oauth.authorization_url(app, state, force_login=exists)


@dataclass(frozen=True, slots=True)
class Return:
    """What Exact sent the browser back with.

    Attributes:
        callback_url: counts for an app without a registered one (loopback).
        browser: what only the session of the browser that comes back knows.
    """

    state: str
    code: str | None
    refusal: str | None
    callback_url: str
    browser: str


def came_back(runtime: Runtime, tenant: str, person: Person, back: Return) -> None:
    """Spend the state, trade the code for tokens and keep the connection; LogInFailed names what went wrong."""
    now = runtime.now()
    with step(runtime.session):
        log_in = use_log_in(runtime.session, _hash(back.state), now, now - STATE_LIFE)
        came_with = (tenant, person.id, _hash(back.browser))
        if log_in is not None and log_in.came_with != came_with:
            # Somebody else's: it stays unspent.
            raise LogInFailed("state")
        site = log_in.site if log_in else None
    if site is None:
        if _came_before(runtime, came_with, _hash(back.state)):
            return
        raise LogInFailed("state")
    app = runtime.config.app(site)
    app = replace(app, callback_url=app.callback_url or back.callback_url)
    if back.refusal or not back.code:
        raise LogInFailed("denied" if back.refusal == "access_denied" else "refused")
    pair, me = _trade(runtime, app, back.code)
    with ExitStack() as held:
        place = _place_of_before(runtime, tenant, app, pair, me, held)
        with step(runtime.session):
            save_pair(runtime, LogIn(app, me.user_id), pair)
            _keep(runtime, tenant, person, app, me, place)


def _came_before(runtime: Runtime, came_with: tuple[str, str, str], state_hash: str) -> bool:
    """Whether this very person came back with it before and is logged in since: by a double click, or a reload.

    Of a double click the first may still be at it.
    """
    until = time.monotonic() + runtime.config.patience.total_seconds()
    while True:
        with step(runtime.session):
            log_in = runtime.session.get(LogInUnderWay, state_hash)
            if log_in is None or log_in.used_at is None or log_in.came_with != came_with:
                return False
            query = select(Connection.connected_at).where(Connection.tenant == came_with[0], IS_LOGGED_IN)
            connected_at, used_at = runtime.session.scalar(query), log_in.used_at
        if connected_at is not None and connected_at >= used_at:
            return True
        if runtime.now() - used_at >= runtime.config.deadline or time.monotonic() >= until:
            return False
        time.sleep(POLL_SECONDS)


def divisions(runtime: Runtime, tenant: str) -> list[Division]:
    """The administrations that the log-in may use, by name, as Exact lists them now."""
    with step(runtime.session):
        connection = connection_of(runtime.session, tenant)
        if connection is None or connection.exact_user is None or connection.status == Status.DISCONNECTED:
            raise LogInFailed("not_logged_in")
        log_in = LogIn(runtime.config.app(connection.site), connection.exact_user)
    gate = Gate(runtime, log_in)
    with Transport(log_in.app.base_url, runtime.config.deadline, gate) as transport:
        client = ExactClient(transport, 0)
        current = client.me().current_division
        with writing(runtime, log_in.app, current) as gate.lease:
            found = client.divisions(current)
    return sorted((division for division in found if division.is_active), key=lambda division: division.name)


def disconnect(runtime: Runtime, tenant: str, person: Person) -> None:
    """*Verbinding verbreken*: the tokens go at once, every row stays."""
    with step(runtime.session):
        connection = connection_of(runtime.session, tenant)
        if connection is None or connection.status == Status.DISCONNECTED:
            return
        connection.status, connection.enabled, connection.next_run_at = Status.DISCONNECTED, False, None
        connection.disconnected_at = runtime.now()
        record(runtime.session, tenant, "disconnected", at=runtime.now(), actor=person.name)
        drop_unused(runtime.session, connection)


def _trade(runtime: Runtime, app: App, code: str) -> tuple[TokenPair, Me]:
    try:
        with Transport(app.base_url, runtime.config.deadline) as transport:
            pair = oauth.exchange_code(transport, app, code)
        with Transport(app.base_url, runtime.config.deadline, FreshToken(pair.access_token)) as transport:
            return pair, ExactClient(transport, 0).me()
    except TokenRefused as error:
        raise LogInFailed("code") from error
    except (TryLater, OutcomeUnknown, ConnectionDead) as error:
        raise LogInFailed("unreachable") from error


@dataclass(frozen=True, slots=True)
class _Before:
    """Whether the administration of before is reached, and how Exact lists it now where that was found out."""

    is_reached: bool
    as_now: Division | None = None


def _place_of_before(runtime: Runtime, tenant: str, app: App, pair: TokenPair, me: Me, held: ExitStack) -> _Before:
    """Whether the new log-in reaches the administration of before, whose lease is then held until that is written.

    Where that cannot be found out now, a log-in is not thrown away for it: the same user reaches what he did, and
    anybody else chooses the administration again.
    """
    with step(runtime.session):
        connection = connection_of(runtime.session, tenant)
        if connection is None or connection.division is None or connection.site != app.site:
            return _Before(is_reached=False)
        division, is_mine = connection.division, connection.status != Status.DISCONNECTED
        is_same_user = (connection.exact_user, connection.app) == (me.user_id, app.client_id)
    try:
        lease = held.enter_context(writing(runtime, app, division))
        gate = FreshToken(pair.access_token, (runtime, lease))
        with Transport(app.base_url, runtime.config.deadline, gate) as transport:
            found = ExactClient(transport, division).divisions(division)
    except (TryLater, LeaseLost):
        # Somebody is at work there, mostly a run of this very connection, or Exact does not answer.
        return _Before(is_mine and is_same_user)
    except LinkError:
        return _Before(is_reached=False)
    as_now = next((offered for offered in found if offered.code == division and offered.is_active), None)
    return _Before(as_now is not None, as_now)


def _keep(runtime: Runtime, tenant: str, person: Person, app: App, me: Me, place: _Before) -> None:
    """A log-in again on the same administration goes on where it was; anything else chooses an administration."""
    connection = connection_of(runtime.session, tenant) or Connection(tenant=tenant, site=app.site, app=app.client_id)
    runtime.session.add(connection)
    # While it was broken off, another tenant may have taken its administration.
    same = place.is_reached and _is_free(runtime, connection)
    if connection.exact_user != me.user_id or connection.app != app.client_id:
        drop_unused(runtime.session, connection)
    if connection.site != app.site:
        _leave_site(runtime, connection)
        connection.division = connection.division_name = None
    connection.site, connection.app = app.site, app.client_id
    connection.exact_user, connection.exact_user_name = me.user_id, me.full_name
    connection.status = Status.CONNECTED if same else Status.CHOOSING
    if same and place.as_now is not None:
        connection.division_name, connection.division_hid = place.as_now.name, place.as_now.hid
    connection.dead_reason = connection.disconnected_at = None
    connection.connected_at = runtime.now()
    record(runtime.session, tenant, "logged_in", at=runtime.now(), actor=person.name, site=str(app.site))
    _revive_others(runtime, app, me)


def _is_free(runtime: Runtime, connection: Connection) -> bool:
    return connection.shared_allowed or not others_book_in(runtime.session, connection, connection.division)


def _leave_site(runtime: Runtime, connection: Connection) -> None:
    """Another country version: not while something may still arrive in the administration that is left."""
    if queue.may_still_arrive(runtime.session, connection.tenant):
        raise LogInFailed("open_claim")


def _revive_others(runtime: Runtime, app: App, me: Me) -> None:
    """The new token serves every connection of this Exact user, in the same transaction."""
    others = runtime.session.query(Connection).filter_by(
        site=app.site, app=app.client_id, exact_user=me.user_id, status=Status.DEAD
    )
    for connection in others:
        connection.status, connection.dead_reason = Status.CONNECTED, None


def _hash(state: str) -> str:
    return hashlib.sha256(state.encode()).hexdigest()
