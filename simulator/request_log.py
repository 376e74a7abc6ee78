"""Remembers every call from outside, so that a test or a person can see what a client did."""

from __future__ import annotations

import re
from collections import Counter, deque
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

KEPT = 50_000
BODY_KEPT = 20_000


@dataclass(slots=True)
class Entry:
    """One call: `status` is what was answered (0: nothing), `done` what the work came to (0: no work was done)."""

    number: int
    time: str
    method: str
    path: str
    query: str
    division: int | None
    body: str
    status: int = 0
    done: int = 0
    app: str = ""
    user: str = ""
    message: str = ""
    fault: str = ""
    started: float = 0.0
    ended: float = 0.0
    client_gone: bool = False

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @property
    def milliseconds(self) -> float:
        return round((self.ended - self.started) * 1000, 1)


class RequestLog:
    """The calls, oldest first."""

    def __init__(self) -> None:
        self._entries: deque[Entry] = deque(maxlen=KEPT)
        self._numbers = 0

    def __len__(self) -> int:
        return len(self._entries)

    def open(self, entry: Entry) -> Entry:
        self._numbers += 1
        entry.number = self._numbers
        self._entries.append(entry)
        return entry

    def latest(self, count: int) -> list[Entry]:
        return [self._entries[-at] for at in range(1, min(count, len(self._entries)) + 1)]

    def select(self, wanted: Mapping[str, str]) -> Iterator[Entry]:
        """The calls that fit: `path` is a pattern, the others must be equal; `since` is the number of a call before."""
        path = re.compile(wanted.get("path", ""), re.IGNORECASE)
        since = int(wanted.get("since", "0"))
        exact = {
            name: wanted[name] for name in ("method", "status", "division", "app", "user", "fault") if name in wanted
        }
        for entry in self._entries:
            fits = all(str(getattr(entry, name)).lower() == value.lower() for name, value in exact.items())
            if fits and entry.number > since and path.search(entry.path):
                yield entry

    def counts(self) -> dict[str, Any]:
        """How many calls there were, by method, status, division, path and fault."""
        by: dict[str, Counter[str]] = {name: Counter() for name in ("method", "status", "division", "path", "fault")}
        for entry in self._entries:
            for name, counter in by.items():
                counter[str(getattr(entry, name))] += 1
        return {"total": len(self._entries), **{f"by_{name}": dict(counter) for name, counter in by.items()}}

    def clear(self) -> None:
        self._entries.clear()
