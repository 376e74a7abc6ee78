"""What stands between the client and the wire: no open transaction, a live lease, a budget, a token, a count."""

from __future__ import annotations

from contextlib import nullcontext, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cached_property
from http import HTTPStatus
from typing import TYPE_CHECKING

from mice_exact_plugin.access import budgets, tokens
from mice_exact_plugin.access import lease as leases
from mice_exact_plugin.database import step
from mice_exact_plugin.errors import ConnectionDead, LinkError
from mice_exact_plugin.exact.errors import UNAUTHORISED
from mice_exact_plugin.exact.limits import counts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from sqlalchemy.orm import Session

    from mice_exact_plugin.access.lease import Lease
    from mice_exact_plugin.exact.sites import LogIn
    from mice_exact_plugin.exact.transport import Call
    from mice_exact_plugin.runtime import Runtime


NO_TIME = timedelta(0)


class OpenTransaction(LinkError):
    """A call to Exact was about to start inside a database transaction: a bug, found before it can hold a lock."""


#: So many calls a run spends with one statement. What it does not make of them is lost to its minute: three of sixty.
AT_ONCE = 4
#: For so long refusals are not read again: whoever is not the writer may be refused too, and Exact counts it as ours.
HELD = timedelta(minutes=1)


@dataclass
class Gate:
    """Asked by the transport around every call of one Exact user on one app.

    What lets a call out is one transaction: what the call is to leave behind, both limits, and the writer's lease with
    its fence. It is committed directly before the first byte, or nothing of it is.

    Attributes:
        lease: the writer's lease, renewed by every call, so that a long reading does not lose it; without one no
            write is let through.
        calls: how many calls went out.
        link: of a slice, the link as it found it (`link/unchanged.py`): no call goes out once it is another.
        doubted: the young token that Exact answered with 401 just now, and that is being sent once more.
        renewed: the token in the place of one that Exact answered with 401 just now: a second 401 ends the log-in.
    """

    runtime: Runtime
    log_in: LogIn
    lease: Lease | None = None
    calls: int = 0
    doubted: str | None = None
    renewed: str | None = None
    link: Mapping[str, object] | None = None
    _token: tuple[str, datetime] | None = None
    _refusals: dict[int, tuple[datetime, Mapping[str, Sequence[datetime]]]] = field(default_factory=dict)
    _spent: budgets.Spent = budgets.NOTHING
    _left_behind: Call | None = None

    @cached_property
    def _session(self) -> Session:
        """Asked for several times a call, and the host has to look for it."""
        return self.runtime.session

    def token(self) -> str:
        # Asked before anything else, because reading the token ends whatever transaction is open.
        self._demand_no_transaction(self.log_in.user)
        self.renewed = None
        if self._token is None or self.runtime.now() >= self._token[1]:
            self._token = tokens.until_refresh(self.runtime, self.log_in)
        return self._token[0]

    def renew_token(self, stale: str) -> str:
        self._token = None
        try:
            self.renewed = tokens.renew(self.runtime, self.log_in, stale=stale)
            return self.renewed
        except tokens.TokenVoided:
            # One 401 may be a hiccup of Exact's; only a second one means that a log-in elsewhere voided the token.
            if stale == self.doubted:
                raise
            self.doubted = stale
            return stale

    def before_send(self, call: Call) -> None:
        """The last thing before the first byte; whatever it raises, nothing was sent and nothing is left behind."""
        self._demand_no_transaction(call.endpoint)
        if call.is_write and self.lease is None:
            raise LinkError("a write without the writer's lease")
        while True:
            # Tried once more when another process spent of the same limit at this very moment.
            with suppress(budgets.Overtaken):
                with leases.in_time(self.lease) if self.lease else nullcontext(), step(self._session):
                    # The second try after a 401 is the same call, and finds it there.
                    if call.leaves and call is not self._left_behind:
                        call.leaves()
                    spent = self._spend(call)
                break
        self._spent, self._left_behind = spent, call
        self.calls += 1

    def after_answer(self, call: Call, status: int, headers: Mapping[str, str]) -> None:
        if status == HTTPStatus.UNAUTHORIZED and self.renewed is not None:
            tokens.mark_dead(self.runtime, self.log_in, UNAUTHORISED, self.renewed)
        if status != HTTPStatus.UNAUTHORIZED:
            self.doubted = None
        if call.division is None:
            return
        now = self.runtime.now()
        self._spent = budgets.correct(self.runtime, self.log_in.app, call.division, headers, self._spent, now)
        if counts(status):
            self._refusals.pop(call.division, None)
            budgets.count_refusal(self.runtime, self.log_in, call.division, call.endpoint, status, now)

    def after_silence(self, call: Call) -> None:
        if call.is_write and self.lease is not None:
            leases.keep_quiet(self.runtime, self.lease, self.runtime.config.quiet)

    def _demand_no_transaction(self, what: str) -> None:
        if self._session.in_transaction():
            raise OpenTransaction(what)

    def _spend(self, call: Call) -> budgets.Spent:
        """A run spends several calls at once and then makes them; whoever asks for little spends one at a time."""
        session, now, spent = self._session, self.runtime.now(), self._spent
        if call.division is not None:
            self._check_endpoint(call.division, call.endpoint, now)
            calls = AT_ONCE if self.link else 1
            spent = spent.one_less(now) or budgets.spend(session, self.log_in.app, call.division, now, calls)
        quiet = leases.hold(session, self.lease, self.link) if self.lease else NO_TIME
        if call.is_write and quiet > NO_TIME:
            raise leases.StillQuiet(now + quiet)
        return spent

    def _check_endpoint(self, division: int, endpoint: str, now: datetime) -> None:
        read_at, times = self._refusals.get(division, (None, {}))
        if read_at is None or now - read_at >= HELD:
            times = budgets.refusal_times(self._session, self.log_in, division, now)
            self._refusals[division] = now, times
        budgets.check_endpoint(endpoint, times.get(endpoint, ()), now)


@dataclass(frozen=True)
class FreshToken:
    """The gate of a log-in under way: its user is not known yet, so nothing can be counted against it.

    `held` is the lease of the administration that is read, renewed by every call.
    """

    access_token: str
    held: tuple[Runtime, Lease] | None = None

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
