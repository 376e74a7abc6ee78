"""Exact's token endpoint in memory, by the simulator's own rules of tokens, where the transport stands for them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import parse_qs

from mice_exact_plugin import clock
from mice_exact_plugin.errors import TryLater
from mice_exact_plugin.exact.errors import unusable
from mice_exact_plugin.exact.tokens import TokenPair
from mice_exact_plugin.exact.transport import Answer, Headers
from simulator.answers import Unauthorised
from simulator.chance import Chance
from simulator.clock import Clock
from simulator.oauth.refusals import TokenRefusal
from simulator.oauth.tokens import Tokens
from simulator.switches import Switches
from tests.fake.client import AWAY, TOKENS

if TYPE_CHECKING:
    from datetime import datetime

    from mice_exact_plugin.exact.transport import Call
    from tests.fake.client import Exact

APP_ID, USER, CALLBACK = "app-1", "user-1", "https://mice.test/callback"


class OurClock(Clock):
    """The test's clock for the simulator's rules."""

    def now(self) -> datetime:
        return clock.now()


class LogIn:
    """Who is logged in; the same at every start, so that the pair kept in our tables is the one that is known here."""

    def __init__(self) -> None:
        self.switches = Switches()
        self.tokens = Tokens(OurClock(), Chance(1), self.switches)
        self.pair = self.again()

    def again(self) -> TokenPair:
        """Somebody logs in with this app."""
        found = self.tokens.exchange(APP_ID, self.code(), CALLBACK)
        return TokenPair(found["access_token"], found["refresh_token"], 600)

    def code(self) -> str:
        """What the browser brings back from Exact."""
        return self.tokens.code(APP_ID, USER, [1234567], CALLBACK)

    def takes(self, token: str) -> bool:
        try:
            self.tokens.authenticate(token)
        except Unauthorised:
            return False
        return True

    def revoke(self) -> None:
        """The user takes the consent back."""
        self.tokens.end(USER, None, "revoked")


@dataclass
class Line:
    """What stands where the transport does: it knows who is asked before a call, and what tokens are traded for."""

    exact: Exact
    log_in: LogIn
    gate: Any = None

    def __call__(self, url: str, deadline: timedelta, gate: Any = None, pace: object = None) -> Line:
        return Line(self.exact, self.log_in, gate)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is open."""

    def exchange(self, call: Call, token: str | None = None) -> Answer:
        waiting = self.exact.troubles[TOKENS]
        trouble = waiting.popleft() if waiting else None
        if trouble == AWAY:
            raise TryLater(f"{call.endpoint}: ConnectError")
        self.exact.asked.append(" ".join(TOKENS))
        if trouble is not None and trouble.status is not None:
            return _answer(trouble.status, trouble.headers, {"error": trouble.sentence})
        answer = self._answered(call) if trouble is None or trouble.is_done else None
        if trouble is not None or answer is None:
            raise unusable(call.is_write, f"{call.endpoint}: ReadTimeout")
        return answer

    def _answered(self, call: Call) -> Answer:
        fields = {name: values[-1] for name, values in parse_qs((call.body or b"").decode()).items()}
        assert fields["client_secret"] == "secret", "it knows who asks"
        try:
            if "code" in fields:
                found = self.log_in.tokens.exchange(fields["client_id"], fields["code"], fields["redirect_uri"])
            else:
                found = self.log_in.tokens.refresh(fields["client_id"], fields["refresh_token"])
        except TokenRefusal as refusal:
            return _answer(refusal.status, {"Reason": refusal.reason} if refusal.reason else {}, refusal.body)
        return _answer(200, {}, found)


def _answer(status: int, headers: dict[str, str], body: dict[str, str]) -> Answer:
    raw = Headers((name.encode(), value.encode()) for name, value in headers.items())
    return Answer(status, raw, json.dumps(body).encode())
