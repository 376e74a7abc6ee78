"""Access tokens that any number of processes share: when one is refreshed, by whom, and what ends a log-in.

A refresh token works once, so whoever refreshes holds a lease row and reads the pair again under it. A process that
dies between Exact's answer and our commit leaves a pair that Exact calls old: the connection is then dead, which a
new log-in cures and which loses no invoice. Ages count from our own receipt of a pair, which is later than Exact's
issue, so they never claim more than Exact's own clock does.
"""

from __future__ import annotations

import time
import uuid
from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.exc import InterfaceError, OperationalError

from mice_exact_plugin.access import lease as leases
from mice_exact_plugin.access import secrets as secret_rows
from mice_exact_plugin.access.secrets import ACCESS, REFRESH, Token, owner_name, token_of
from mice_exact_plugin.audit import record
from mice_exact_plugin.database import step
from mice_exact_plugin.errors import ConnectionDead, OutcomeUnknown, TryLater
from mice_exact_plugin.exact import oauth
from mice_exact_plugin.exact.errors import OldRefreshTokenUsed, RefreshTokenExpired, TokenRefused, TooEarly
from mice_exact_plugin.exact.transport import Transport
from mice_exact_plugin.link.connection import Connection, Status

if TYPE_CHECKING:
    from mice_exact_plugin.exact.sites import LogIn
    from mice_exact_plugin.exact.tokens import TokenPair
    from mice_exact_plugin.runtime import Runtime

#: Exact's OAuth page: a token lives 600 s, and a refresh before 570 s of them have passed is refused.
EARLIEST = timedelta(seconds=570)
#: Exact's implementation overview: a refresh token dies 30 days after its issue.
DEATH = timedelta(days=30)
KEEP_ALIVE = timedelta(days=7)
NOTICE = timedelta(days=20)


def refresh_allowed_at(received_at: datetime) -> datetime:
    """Before this moment Exact answers `TooEarlyToRefreshTokens`."""
    return received_at + EARLIEST


def may_refresh(received_at: datetime, now: datetime) -> bool:
    """A call that starts from then on has a new token first.

    So does one that comes before the pair itself, by more than clocks of two machines differ: ours stood wrong when it
    came, and nobody knows how old it is but Exact.
    """
    return now >= refresh_allowed_at(received_at) or received_at > now + EARLIEST


def keep_alive_due(received_at: datetime, now: datetime) -> bool:
    """Every connection is refreshed weekly, with or without work, so that it never comes near its death."""
    return now >= received_at + KEEP_ALIVE or received_at > now + EARLIEST


def notice_due(received_at: datetime, now: datetime) -> bool:
    """Twenty days without a refresh: somebody should hear of it while a new log-in can still be avoided."""
    return now >= received_at + NOTICE


def dies_at(received_at: datetime) -> datetime:
    """From here on only a new log-in by a person helps."""
    return received_at + DEATH


def mark_dead(runtime: Runtime, log_in: LogIn, reason: str, refused: str | None = None) -> None:
    """Mark a log-in dead whose fresh token was `refused`, or what still stands of one that has ended.

    A person who logged in meanwhile has another token, and is left alone. `standing/notices.py` tells the
    administrators of each tenant.
    """
    with step(runtime.session):
        token = secret_rows.token_of(runtime.session, *log_in.key)
        if token is None or (_has_ended(runtime, token, refused) and secret_rows.is_unchanged(runtime.session, token)):
            _bury(runtime, log_in, reason)


def _has_ended(runtime: Runtime, token: Token, refused: str | None) -> bool:
    return token.dead_reason is not None or (refused is not None and _opened(runtime, token) == refused)


def _bury(runtime: Runtime, log_in: LogIn, reason: str) -> None:
    """Within the caller's transaction."""
    token = token_of(runtime.session, *log_in.key)
    if token is not None:
        token.dead_reason = reason
    query = select(Connection).where(
        Connection.site == log_in.app.site,
        Connection.app == log_in.app.client_id,
        Connection.exact_user == log_in.user,
        Connection.status == Status.CONNECTED,
    )
    for connection in runtime.session.scalars(query):
        connection.status, connection.dead_reason = Status.DEAD, reason
        record(runtime.session, connection.tenant, "connection_dead", at=runtime.now(), reason=reason)


#: Why whoever needs a token waits: a refresh had no answer, and may be sent once more after a rest.
UNANSWERED = "refresh_unanswered"
#: How long a process waits for another one's refresh before it gives the worker back.
POLL_SECONDS = 0.2
#: Refusals of the token endpoint that say that the log-in has ended, such as after the user withdrew the consent: those
#: of RFC 6749 section 5.2, and the one that Exact gives for what it does not name (picqer/exact-php-client issue 553).
ENDED = frozenset({"invalid_grant", "invalid_request", "unauthorized_client"})


class TokenStillYoung(TryLater):
    """Exact counts less than 570 s since it issued the token."""


class TokenVoided(TryLater):
    """Exact refuses a token that may not be refreshed yet: a log-in elsewhere replaced it, or Exact is confused."""


def access_token(runtime: Runtime, log_in: LogIn) -> str:
    """A token that Exact takes now, refreshed first when it is due; ConnectionDead when only a log-in helps."""
    return until_refresh(runtime, log_in)[0]


def until_refresh(runtime: Runtime, log_in: LogIn) -> tuple[str, datetime]:
    """The same, and until when it need not be asked for again."""
    token = _read(runtime, log_in)
    current = _opened(runtime, token)
    if may_refresh(token.received_at, runtime.now()):
        # Where by Exact's own count it is not old enough, it still works.
        with suppress(TokenStillYoung):
            current = renew(runtime, log_in, stale=current)
        token = _read(runtime, log_in)
    return current, refresh_allowed_at(token.received_at)


def renew(runtime: Runtime, log_in: LogIn, *, stale: str) -> str:
    """Replace the token `stale`; when another process already did, its pair is used and no call is made."""
    key = f"refresh:{owner_name(*log_in.key)}"
    # The other's request ends within the deadline; what its database adds is waited for as long as anything else.
    deadline = time.monotonic() + (runtime.config.deadline + runtime.config.patience).total_seconds()
    while time.monotonic() < deadline:
        if held := leases.take(runtime, key, uuid.uuid4().hex, runtime.config.lease):
            try:
                return _refresh_once(runtime, log_in, stale)
            finally:
                leases.release(runtime, held)
        time.sleep(POLL_SECONDS)
        if newer := _replacement(runtime, _read(runtime, log_in), stale):
            return newer
    raise TryLater("refresh_busy")


def save_pair(runtime: Runtime, log_in: LogIn, pair: TokenPair) -> None:
    """Write a new pair, within the caller's transaction. It serves all connections of this Exact user."""
    owner, keys = owner_name(*log_in.key), runtime.config.keys
    runtime.session.merge(
        Token(
            site=log_in.app.site,
            app=log_in.app.client_id,
            exact_user=log_in.user,
            access=keys.encrypt(pair.access_token.encode(), owner, ACCESS),
            refresh=keys.encrypt(pair.refresh_token.encode(), owner, REFRESH),
            received_at=runtime.now(),
            unanswered_at=None,
            dead_reason=None,
        )
    )


def _refresh_once(runtime: Runtime, log_in: LogIn, stale: str) -> str:
    token = _read(runtime, log_in)
    if newer := _replacement(runtime, token, stale):
        return newer
    now = runtime.now()
    if not may_refresh(token.received_at, now):
        raise TokenVoided("token_voided", refresh_allowed_at(token.received_at))
    if token.unanswered_at and now < token.unanswered_at + runtime.config.refresh_rest:
        raise TryLater(UNANSWERED, token.unanswered_at + runtime.config.refresh_rest)
    return _exchange(runtime, log_in, token)


def _replacement(runtime: Runtime, token: Token, stale: str) -> str | None:
    """What another process put in the place of `stale`, as long as it is not due for a refresh itself."""
    current = _opened(runtime, token)
    return None if current == stale or may_refresh(token.received_at, runtime.now()) else current


def _exchange(runtime: Runtime, log_in: LogIn, token: Token) -> str:
    secret = runtime.config.keys.decrypt(token.refresh, token.owner, REFRESH).decode()
    try:
        with Transport(log_in.app.base_url, runtime.config.deadline, gate=None) as transport:
            pair = oauth.refresh(transport, log_in.app, secret)
    except OutcomeUnknown as error:
        _remember_unanswered(runtime, log_in)
        raise TryLater(UNANSWERED, runtime.now() + runtime.config.refresh_rest) from error
    except TokenRefused as error:
        # Exact may hand out tokens with a refusal, and the earlier ones are then void.
        if error.pair is None:
            return _after_refusal(runtime, log_in, token, error)
        pair = error.pair
    return _kept(runtime, log_in, token, pair)


def _kept(runtime: Runtime, log_in: LogIn, token: Token, pair: TokenPair) -> str:
    """Write the new pair: until then this process alone has it, so a database that is away is waited for."""
    deadline = time.monotonic() + runtime.config.deadline.total_seconds()
    while True:
        try:
            with step(runtime.session):
                # A person may have logged in meanwhile, which voids this pair.
                if secret_rows.is_unchanged(runtime.session, token):
                    save_pair(runtime, log_in, pair)
                    return pair.access_token
            return _opened(runtime, _read(runtime, log_in))
        except (OperationalError, InterfaceError):
            if time.monotonic() >= deadline:
                raise
            time.sleep(POLL_SECONDS)


def _ends(runtime: Runtime, log_in: LogIn, token: Token, reason: str) -> bool:
    """Mark the log-in dead, unless a person logged in while its pair was being refreshed."""
    with step(runtime.session):
        is_mine = secret_rows.is_unchanged(runtime.session, token)
        if is_mine:
            _bury(runtime, log_in, reason)
    return is_mine


def _after_refusal(runtime: Runtime, log_in: LogIn, token: Token, error: TokenRefused) -> str:
    """The token of a person who logged in meanwhile: a refusal of the former pair does not concern him; else raises."""
    if error.reason in ENDED or isinstance(error, OldRefreshTokenUsed | RefreshTokenExpired):
        if _ends(runtime, log_in, token, error.reason):
            raise ConnectionDead(error.reason) from error
        return _opened(runtime, _read(runtime, log_in))
    if error.refresh_token is not None:
        _keep_refresh_token(runtime, log_in, token, error.refresh_token)
    raise (TokenStillYoung if isinstance(error, TooEarly) else TryLater)(error.reason) from error


def _keep_refresh_token(runtime: Runtime, log_in: LogIn, token: Token, refresh_token: str) -> None:
    with step(runtime.session):
        kept = token_of(runtime.session, *log_in.key)
        if kept is not None and secret_rows.is_unchanged(runtime.session, token):
            kept.refresh = runtime.config.keys.encrypt(refresh_token.encode(), kept.owner, REFRESH)


def _remember_unanswered(runtime: Runtime, log_in: LogIn) -> None:
    with step(runtime.session):
        token = token_of(runtime.session, *log_in.key)
        if token is not None:
            token.unanswered_at = runtime.now()


def _read(runtime: Runtime, log_in: LogIn) -> Token:
    """The pair as the database has it, detached, so that reading it later opens no transaction."""
    with step(runtime.session):
        token = token_of(runtime.session, *log_in.key)
        if token is not None:
            runtime.session.expunge(token)
    if token is None or token.dead_reason:
        raise ConnectionDead(token.dead_reason if token and token.dead_reason else "log_in_ended")
    return token


def _opened(runtime: Runtime, token: Token) -> str:
    return runtime.config.keys.decrypt(token.access, token.owner, ACCESS).decode()
