"""The simulator's control API: its clock, log, faults, switches, and the data behind the client's back."""

from collections.abc import Mapping
from typing import Any, cast

import httpx2

from tests.simulator.api import Pace

NL_APP, NL_SECRET = "11111111-1111-1111-1111-111111111111", "sandbox-secret"
BE_APP, BE_SECRET = "22222222-2222-2222-2222-222222222222", "sandbox-secret-be"
RETURN_ADDRESS = "http://127.0.0.1:1/callback"
DUTCH, ENGLISH, READER = "boekhouder@exact.test", "accountant@exact.test", "lezer@exact.test"
FRENCH = "comptable@exact.test"
VENUE, SECOND, CORPUS, BELGIUM = 1000001, 1000002, 1000003, 2000001
ALL_DUTCH = [VENUE, SECOND, CORPUS]


class Control:
    def __init__(self, url: str) -> None:
        self.url = url
        self._http = httpx2.Client(base_url=f"{url}/_control", timeout=30, trust_env=False)

    def close(self) -> None:
        self._http.close()

    def call(self, method: str, path: str, body: Any = None, **query: Any) -> Any:
        response = self._http.request(method, path, json=body, params=query or None)
        assert response.status_code < 300, f"{method} {path}: {response.status_code} {response.text[:500]}"
        return response.json() if response.content else None

    def now(self) -> float:
        """The simulator's time in seconds since 1970."""
        return float(self.call("GET", "clock")["now"])

    def advance(self, seconds: float) -> None:
        self.call("POST", "clock", {"advance_seconds": seconds})

    def advance_to(self, moment: str) -> None:
        self.call("POST", "clock", {"to": moment})

    def log(self, **query: Any) -> list[dict[str, Any]]:
        return cast("list[dict[str, Any]]", self.call("GET", "log", **query)["entries"])

    def clear_log(self) -> None:
        self.call("DELETE", "log")

    def switch(self, **values: Any) -> None:
        self.call("POST", "switches", values)

    def fault(self, kind: str, match: Mapping[str, Any], occurrence: int = 1, times: int = 1, **detail: Any) -> None:
        fault = {"match": match, "occurrence": occurrence, "times": times, "fault": {"kind": kind, **detail}}
        self.call("POST", "faults", fault)

    def use(self, division: int, app: str = NL_APP, **used: int) -> None:
        self.call("POST", "limits", {"division": division, "app": app, **used})

    def rows(self, division: int, resource: str, rows: Any) -> Any:
        """Changes master data as somebody does in Exact itself."""
        return self.call("POST", f"divisions/{division}/rows/{resource}", rows)

    def entries(self, division: int) -> list[dict[str, Any]]:
        return cast("list[dict[str, Any]]", self.call("GET", f"divisions/{division}/entries"))

    def revoke(self, user: str) -> None:
        self.call("POST", "revoke", {"user": user})

    def code(self, user: str, divisions: list[int], app: str = NL_APP, redirect_uri: str = RETURN_ADDRESS) -> str:
        login = {"client_id": app, "user": user, "redirect_uri": redirect_uri, "divisions": divisions}
        return str(self.call("POST", "login", login)["code"])


class FreshAllowance(Pace):
    """On the simulator nobody waits: the allowance of a test that is not about limits is filled up in time."""

    def __init__(self, control: Control, division: int, app: str = NL_APP) -> None:
        super().__init__()
        self._control, self._division, self._app, self._calls = control, division, app, 0

    def before(self) -> None:
        self._calls += 1
        if self._calls % 50 == 1:
            self._control.use(self._division, self._app, minute_used=0, day_used=0)

    def after(self, headers: Mapping[str, str]) -> None:
        """Nothing to remember."""
