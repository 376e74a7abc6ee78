"""Lets a call in, or not: the token, the limits, the blocked endpoint, the division, the scope and the right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.answers import Answer, Forbidden
from simulator.oauth.apps import plain_id

if TYPE_CHECKING:
    from simulator.answers import Request
    from simulator.books.administration import Books
    from simulator.oauth.apps import App
    from simulator.oauth.grants import Grant
    from simulator.oauth.people import User
    from simulator.request_log import Entry
    from simulator.resources.resource import Resource
    from simulator.simulator import Simulator

#: `Status` of an administration in the archive. Which reason Exact gives then is not written anywhere; this is likely.
ARCHIVED = 2


@dataclass(frozen=True, slots=True)
class Caller:
    """Who calls: an app for a user, within what was granted."""

    app: App
    user: User
    grant: Grant

    def error_key(self, division: int, endpoint: str) -> tuple[str, str, int, str]:
        return (self.app.client_id, self.user.name, division, endpoint.lower())


class Gate:
    """The checks that come before a resource is even looked at."""

    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator

    def owner(self, request: Request, entry: Entry) -> Caller | None:
        """Whose token this is or was; an expired one still tells whose error it is."""
        grant = self._simulator.tokens.owner(_bearer(request))
        if grant is None or grant.client_id not in self._simulator.apps or grant.user not in self._simulator.users:
            return None
        caller = Caller(self._simulator.apps[plain_id(grant.client_id)], self._simulator.users[grant.user], grant)
        entry.app, entry.user = caller.app.client_id, caller.user.name
        return caller

    def authenticate(self, request: Request) -> None:
        """401 unless the token is good now."""
        self._simulator.tokens.authenticate(_bearer(request))

    def take_call(self, caller: Caller, division: int) -> tuple[dict[str, str], Answer | None]:
        """Count the call: the rate headers, and the 429 when the limit is spent."""
        simulator = self._simulator
        headers, allowed = simulator.limits.take(caller.app.client_id, division)
        if allowed:
            return headers, None
        if simulator.switches.retry_after == "sent":
            reset = next(int(value) for name, value in headers.items() if name.endswith("Reset"))
            wait = reset / 1000 - simulator.clock.now().timestamp()
            headers["Retry-After"] = str(max(1, round(wait)))
        return headers, Answer(429, headers=dict(headers))

    def blocked(self, caller: Caller, division: int, endpoint: str) -> Answer | None:
        """The answer of an endpoint that is closed after too many errors."""
        if self._simulator.errors.blocked_until(caller.error_key(division, endpoint)) is None:
            return None
        return Answer(self._simulator.switches.error_block_status)

    def demand_division(self, caller: Caller, division: int) -> None:
        """403 with Exact's reason unless user and app may both be here."""
        if reason := caller.user.denial(division):
            raise Forbidden("Forbidden", reason=reason)
        if division not in caller.grant.divisions or not self._simulator.may_enter(caller.user, division):
            raise Forbidden("Forbidden", reason="NoDivisionAccess")
        about = self._simulator.books[division].division
        if about.get("BlockingStatus") or about.get("Status") == ARCHIVED:  # a backup, a conversion or a copy is busy
            raise Forbidden("Forbidden", reason="DivisionBlocked")

    def reach(self, caller: Caller) -> tuple[Books, ...]:
        """The divisions that the user has and the app was granted; only lists of divisions ask for all of them."""
        codes = (code for code in caller.grant.divisions if self._simulator.may_enter(caller.user, code))
        return tuple(self._simulator.books[code] for code in sorted(codes))

    def demand_right(self, caller: Caller, method: str, resource: Resource) -> None:
        """403 unless the app's scope and the user's rights allow this; a missing right to read is an empty list."""
        caller.app.demand_scope(resource.scope, write=method != "GET")
        if method != "GET" and not caller.user.may_write(method, resource.path):
            raise Forbidden("Forbidden")
        if self.sees_nothing(caller, resource) and self._simulator.switches.missing_right == "forbid":
            raise Forbidden("Forbidden")

    @staticmethod
    def sees_nothing(caller: Caller, resource: Resource) -> bool:
        return not caller.user.may_read(resource.path)


def _bearer(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""
