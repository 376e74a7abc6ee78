"""One answer of Exact Online, opened as far as the test asks for."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

Row = dict[str, Any]

LIMIT_HEADERS = {"X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"}
MINUTE_HEADERS = {"X-RateLimit-Minutely-Limit", "X-RateLimit-Minutely-Remaining", "X-RateLimit-Minutely-Reset"}


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    text: str

    @property
    def body(self) -> Any:
        return json.loads(self.text)

    @property
    def d(self) -> Any:
        return self.body["d"]

    @property
    def rows(self) -> list[Row]:
        """The rows of a collection, in either of the two envelopes Exact uses."""
        d = self.d
        return cast("list[Row]", d["results"] if isinstance(d, dict) else d)

    @property
    def row(self) -> Row:
        (only,) = self.rows
        return only

    @property
    def message(self) -> str:
        return cast("str", self.body["error"]["message"]["value"])

    @property
    def messages(self) -> list[str]:
        return self.message.split("\r\n")

    @property
    def limit_headers(self) -> set[str]:
        return {name for name in LIMIT_HEADERS | MINUTE_HEADERS if name in self.headers}

    def expect(self, status: int) -> "Answer":
        assert self.status == status, f"{self.status}, not {status}: {self.text[:500]}"
        return self
