"""What stands between the client and the wire: no open transaction, a live lease, a budget, a token, a count."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

from mice_exact_plugin.access import budgets, tokens
from mice_exact_plugin.access import lease as leases
from mice_exact_plugin.errors import ConnectionDead, LinkError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from mice_exact_plugin.access.lease import Lease
    from mice_exact_plugin.exact.sites import App
    from mice_exact_plugin.exact.transport import Call
    from mice_exact_plugin.runtime import Runtime


class OpenTransaction(LinkError):
    """A call to Exact was about to start inside a database transaction: a bug, found before it can hold a lock."""


@dataclass
class Gate:
    """Asked by the transport around every call of one Exact user on one app.

    Attributes:
        lease: the writer's lease, renewed by every call, so that a long reading does not lose it; without one no
            write is let through.
        calls: how many calls went out.
        doubted: the young token that Exact answered with 401 just now, and that is being sent once more.
    """

    runtime: Runtime
    app: App
    exact_user: str
    lease: Lease | None = None
    calls: int = 0
    doubted: str | None = None

    def token(self) -> str:
        # Asked before anything else, because reading the token ends whatever transaction is open.
        if self.runtime.session.in_transaction():
            raise OpenTransaction(self.exact_user)
        return tokens.access_token(self.runtime, self.app, self.exact_user)

    def renew_token(self, stale: str) -> str:
        try:
            return tokens.renew(self.runtime, self.app, self.exact_user, stale=stale)
        except tokens.TokenVoided:
            # One 401 may be a hiccup of Exact's; only a second one means that a log-in elsewhere voided the token.
            if stale == self.doubted:
                raise
            self.doubted = stale
            return stale

    def before_send(self, call: Call) -> None:
        """The last thing before the first byte; whatever it raises, nothing was sent."""
        session, now = self.runtime.session, self.runtime.now()
        if session.in_transaction():
            raise OpenTransaction(call.endpoint)
        if call.is_write and self.lease is not None:
            leases.check_quiet(self.runtime, self.lease)
        if call.division is not None:
            budgets.check_endpoint(session, self.app, self.exact_user, call.division, call.endpoint, now)
            budgets.spend(session, self.app, call.division, now)
        self._renew_writer(call)
        self.calls += 1

    def after_answer(self, call: Call, status: int, headers: Mapping[str, str]) -> None:
        if status != HTTPStatus.UNAUTHORIZED:
            self.doubted = None
        if call.division is None:
            return
        now = self.runtime.now()
        budgets.correct(self.runtime.session, self.app, call.division, headers, now)
        budgets.count_answer(self.runtime.session, self.app, self.exact_user, call.division, call.endpoint, status, now)

    def after_silence(self, call: Call) -> None:
        if call.is_write and self.lease is not None:
            leases.keep_quiet(self.runtime.session, self.lease, self.runtime.config.quiet)

    def _renew_writer(self, call: Call) -> None:
        """A renewal and a fence check in one statement, so that the whole request fits in the lease."""
        if self.lease is not None:
            leases.renew(self.runtime.session, self.lease)
        elif call.is_write:
            raise LinkError("a write without the writer's lease")


@dataclass(frozen=True)
class FreshToken:
    """The gate of a log-in under way: its user is not known yet, so nothing can be counted against it.

    `held` is the lease of the administration that is read, renewed by every call, on its session.
    """

    access_token: str
    held: tuple[Session, Lease] | None = None

    def token(self) -> str:
        return self.access_token

    def renew_token(self, stale: str) -> str:
        raise ConnectionDead("fresh_token_refused")

    def before_send(self, call: Call) -> None:
        if self.held:
            leases.renew(*self.held)

    def after_answer(self, call: Call, status: int, headers: Mapping[str, str]) -> None:
        """Nothing to count."""

    def after_silence(self, call: Call) -> None:
        """A log-in under way writes nothing."""
