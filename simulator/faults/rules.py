"""Which calls a fault hits: by method, path and division, from the n-th match on or on every one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

# kind -> what it does (shown by GET /_control/faults?kinds and in the README)
KINDS = {
    "slow": "answers after `seconds`; the work is done before the wait, with `when: before` after it",
    "drip": "spreads the answer over `seconds`, in small pieces with `pause` (0.05) between them",
    "drop_before": "closes the connection, nothing is done",
    "drop_after_commit": "does the work and closes the connection without an answer",
    "commit_after_client_gone": "does the work when the client has gone, after `patience` (120) seconds at the latest,"
    " and not before `seconds` (0) have passed",
    "html_500": "an HTML error page, nothing is done unless `commit` is true",
    "html_503": "an HTML maintenance page, nothing is done unless `commit` is true",
    "json_500": "a 500 without a business text, nothing is done unless `commit` is true",
    "429": "a limit that was spent elsewhere; `family` is minute or day; nothing is done unless `commit` is true",
    "401": "as if the token had expired",
    "403": "`reason` is one of Exact's Reason values",
    "status": "`status` (400) with `message` as Exact words it, nothing is done",
    "truncated_json": "does the work, the answer ends half-way",
    "wrong_content_type": "does the work, the answer calls itself text/html",
    "raw": "answers `body`, `repeat` times, with `status` (200), packed with `gzip: true`; nothing is done",
    "odd_values": "does the work; in the rows that fit `where` the values of `set` take the place of what is there",
    "same_row_twice": "does the work, the last row of a list comes twice",
    "bare_array": "does the work, `d` is the array itself",
    "altered": "does the work, the answer tells other values (`set` of the record, `line` of each line)",
}
UNLIMITED = 10**9


class FaultError(Exception):
    """A fault that cannot be understood."""


@dataclass(slots=True)
class Rule:
    """One fault with the calls it is meant for."""

    fault: dict[str, Any]
    method: str
    path: re.Pattern[str]
    division: int | None
    occurrences: frozenset[int] | range | None
    times: int
    matched: int = 0
    fired: int = 0

    def hits(self, method: str, path: str, division: int | None) -> bool:
        """Whether this call is hit; counts it when it matches."""
        if self.method not in ("", method) or self.division not in (None, division) or not self.path.search(path):
            return False
        self.matched += 1
        if self.fired >= self.times or (self.occurrences is not None and self.matched not in self.occurrences):
            return False
        self.fired += 1
        return True

    def as_json(self) -> dict[str, Any]:
        match = {"method": self.method, "path": self.path.pattern, "division": self.division}
        return {"match": match, "fault": self.fault, "matched": self.matched, "fired": self.fired}


@dataclass
class Faults:
    """The rules in force; of several that hit a call the first one counts."""

    rules: list[Rule] = field(default_factory=list)

    def add(self, given: Mapping[str, Any]) -> Rule:
        rule = _rule(given)
        self.rules.append(rule)
        return rule

    def find(self, method: str, path: str, division: int | None) -> dict[str, Any] | None:
        """The fault for this call."""
        found = None
        for rule in self.rules:
            if found is None and rule.hits(method, path, division):
                found = rule.fault
        return found


def _rule(given: Mapping[str, Any]) -> Rule:
    fault, match = given.get("fault"), given.get("match") or {}
    if not isinstance(fault, dict) or str(fault.get("kind")) not in KINDS:
        raise FaultError(f"fault.kind is one of {', '.join(KINDS)}")
    try:
        path = re.compile(match.get("path", ""), re.IGNORECASE)
        division = int(match["division"]) if match.get("division") else None
    except (re.error, TypeError, ValueError) as error:
        raise FaultError(f"match: {error}") from error
    occurrences, times = _occurrences(given.get("occurrence", 1), given.get("times"))
    kind = {**fault, "kind": str(fault["kind"])}
    return Rule(kind, str(match.get("method", "")).upper(), path, division, occurrences, times)


def _occurrences(given: Any, times: Any) -> tuple[frozenset[int] | range | None, int]:
    """Which matches are hit, and how many at most: `times` from the n-th on, those of a list, or every one."""
    if given == "every":
        return None, int(times or UNLIMITED)
    if isinstance(given, int) and given > 0:
        return range(given, UNLIMITED), int(times or 1)
    if isinstance(given, list) and all(isinstance(number, int) for number in given):
        return frozenset(given), int(times or len(given))
    raise FaultError('occurrence is a number, a list of numbers, or "every"')
