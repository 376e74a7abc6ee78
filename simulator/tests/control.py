"""The simulator's control API: its clock, log, faults, switches, and the data behind the client's back."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal, cast

from simulator.tests.answer import Row
from simulator.tests.api import Pace
from simulator.tests.wire import HTTP

NL_APP, NL_SECRET = "11111111-1111-1111-1111-111111111111", "sandbox-secret"
BE_APP, BE_SECRET = "22222222-2222-2222-2222-222222222222", "sandbox-secret-be"
RETURN_ADDRESS = "http://127.0.0.1:1/callback"
DUTCH, ENGLISH, READER = "boekhouder@exact.test", "accountant@exact.test", "lezer@exact.test"
FRENCH = "comptable@exact.test"
VENUE, SECOND, CORPUS, BELGIUM = 1000001, 1000002, 1000003, 2000001
ALL_DUTCH = [VENUE, SECOND, CORPUS]
_SUITE = "suite"


class Control:
    def __init__(self, url: str) -> None:
        self.url = url
        self._switches: dict[str, dict[str, str | int]] = {}

    def call(self, method: str, path: str, body: Any = None, query: Mapping[str, Any] | None = None) -> Any:
        response = HTTP.request(method, f"{self.url}/_control/{path}", json=body, params=query)
        assert response.status_code < 300, f"{method} {path}: {response.status_code} {response.text[:500]}"
        return response.json() if response.content else None

    def remember(self, name: str = _SUITE) -> None:
        """Takes note of how things stand, for `undo`."""
        self.call("POST", "snapshot", {"name": name})
        self._switches[name] = self.call("GET", "switches")["values"]

    def undo(self, name: str = _SUITE) -> None:
        """Puts books, tokens, clock, counters, switches and faults back to how they stood."""
        self.call("POST", "restore", {"name": name})
        self.advance(-self.call("GET", "clock")["offset"])
        self.call("POST", "limits", {})
        self.call("DELETE", "faults")
        self.switch(**self._switches[name])

    def now(self) -> float:
        """The simulator's time in seconds since 1970."""
        return datetime.fromisoformat(self.call("GET", "clock")["now"]).timestamp()

    def advance(self, seconds: float) -> None:
        self.call("POST", "clock", {"advance_seconds": seconds})

    def advance_to(self, moment: str) -> None:
        self.call("POST", "clock", {"to": moment})

    def log(self, **query: Any) -> list[Row]:
        return cast("list[Row]", self.call("GET", "log", query=query)["requests"])

    def clear_log(self) -> None:
        self.call("DELETE", "log")

    def switch(self, **values: Any) -> None:
        self.call("POST", "switches", values)

    def fault(
        self, kind: str, match: Mapping[str, Any], occurrence: int | list[int] | Literal["every"] = 1, **detail: Any
    ) -> None:
        fault = {"match": match, "occurrence": occurrence, "fault": {"kind": kind, **detail}}
        self.call("POST", "faults", fault)

    def use(self, division: int, app: str = NL_APP, **used: int) -> None:
        self.call("POST", "limits", {"division": division, "app": app, **used})

    def insert(self, division: int, resource: str, *rows: Row) -> None:
        """Adds master data, as somebody does in Exact itself."""
        self.call("POST", f"divisions/{division}/rows/{resource}", {"insert": rows})

    def patch(self, division: int, resource: str, where: Row, **values: Any) -> None:
        """Changes master data, as somebody does in Exact itself."""
        self.call("POST", f"divisions/{division}/rows/{resource}", {"patch": [{"where": where, "set": values}]})

    def entries(self, division: int) -> list[Row]:
        return cast("list[Row]", self.call("GET", f"divisions/{division}/entries")["entries"])

    def revoke(self, user: str) -> None:
        self.call("POST", "revoke", {"user": user})

    def code(self, user: str, divisions: list[int], app: str = NL_APP, redirect_uri: str = RETURN_ADDRESS) -> str:
        login = {"client_id": app, "user": user, "redirect_uri": redirect_uri, "divisions": divisions}
        return str(self.call("POST", "login", login)["code"])


class FreshAllowance(Pace):
    """On the simulator nobody waits: the allowance of a test that is not about limits is filled up in time."""

    def __init__(self, control: Control, division: int, app: str = NL_APP) -> None:
        self._control, self._division, self._app, self._calls = control, division, app, 0

    def before(self) -> None:
        self._calls += 1
        if self._calls % 50 == 1:
            self._control.use(self._division, self._app, minute_used=0, day_used=0)
