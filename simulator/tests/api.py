"""A small client that sends exactly what a test writes down, and nothing that a library would add."""

import json
import time
from collections.abc import Iterator, Mapping
from typing import Any

import httpx2

from simulator.tests.answer import Answer, Row
from simulator.tests.wire import HTTP

_JSON = {"Accept": "application/json"}
_WITH_VALUES = {"Prefer": "return=representation"}


class Api:
    """One signed-in user in one administration; `pace` keeps a test that is not about limits clear of them."""

    def __init__(self, url: str, token: str, division: int, pace: "Pace") -> None:
        self.url, self.token, self.division = url, token, division
        self._pace = pace

    def at(self, division: int) -> "Api":
        return Api(self.url, self.token, division, self._pace)

    def heedless(self) -> "Api":
        """The same user with nobody to mind the limits."""
        return Api(self.url, self.token, self.division, Pace())

    def send(self, method: str, path: str, headers: Mapping[str, str], content: bytes | str | None = None) -> Answer:
        """`path` may be a whole URL, as `__next` gives it, or a path below the division."""
        self._pace.before()
        url = path if path.startswith("http") else f"{self.url}/api/v1/{self.division}/{path}"
        signed = {"Authorization": f"Bearer {self.token}", **headers}
        response = HTTP.request(method, url, headers=signed, content=content)
        self._pace.after(response.headers)
        return Answer(response.status_code, response.headers, response.text)

    def get(self, path: str, **options: str | int) -> Answer:
        """`get("crm/Accounts", top=1)` asks for `crm/Accounts?$top=1`."""
        query = httpx2.QueryParams({f"${name}": value for name, value in options.items()})
        return self.send("GET", f"{path}?{query}" if options else path, _JSON)

    def post(self, path: str, body: Any, *, values: bool = True, headers: Mapping[str, str] = _JSON) -> Answer:
        wanted = {**headers, "Content-Type": "application/json", **(_WITH_VALUES if values else {})}
        return self.send("POST", path, wanted, json.dumps(body))

    def put(self, path: str, body: Any) -> Answer:
        return self.send("PUT", path, {**_JSON, "Content-Type": "application/json"}, json.dumps(body))

    def delete(self, path: str) -> Answer:
        return self.send("DELETE", path, _JSON)

    def pages(self, path: str, **options: str | int) -> Iterator[list[Row]]:
        answer = self.get(path, **options).expect(200)
        yield answer.rows
        while isinstance(answer.d, dict) and "__next" in answer.d:
            answer = self.get(answer.d["__next"]).expect(200)
            yield answer.rows

    def all(self, path: str, **options: str | int) -> list[Row]:
        return [row for page in self.pages(path, **options) for row in page]

    def one(self, path: str, **options: str | int) -> Row:
        return self.get(path, **options).expect(200).row

    def id_of(self, path: str, code: str) -> str:
        """The GUID behind a code; `trim` because Exact pads some codes."""
        return str(self.one(path, select="ID", filter=f"trim(Code) eq '{code}'")["ID"])


class Pace:
    """Minds no limit; a subclass does something about it."""

    def before(self) -> None:
        """Called before each request."""

    def after(self, headers: Mapping[str, str]) -> None:
        """Called with the headers of each answer."""


class Patience(Pace):
    """Waits for the next minute when a real Exact Online says that this one is used up."""

    def __init__(self) -> None:
        self._resume_at = 0.0

    def before(self) -> None:
        time.sleep(max(0.0, self._resume_at - time.time()))

    def after(self, headers: Mapping[str, str]) -> None:
        if headers.get("X-RateLimit-Minutely-Remaining") == "0":
            self._resume_at = int(headers["X-RateLimit-Minutely-Reset"]) / 1000 + 1
