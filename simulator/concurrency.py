"""Measures how many calls run at the same time in a division; Exact advises against more than one write."""

from __future__ import annotations

from collections import Counter, defaultdict
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

WRITES = frozenset({"POST", "PUT", "DELETE"})


class Gauge:
    """The calls under way now, and the most there ever were, by division."""

    def __init__(self) -> None:
        self._now: Counter[tuple[str, int]] = Counter()
        self._highest: Counter[tuple[str, int]] = Counter()

    @contextmanager
    def measure(self, method: str, division: int | None) -> Iterator[None]:
        """Count a call from its arrival until its answer is sent."""
        if division is None:
            yield
            return
        keys = [("requests", division), *([("writes", division)] if method in WRITES else [])]
        for key in keys:
            self._now[key] += 1
            self._highest[key] = max(self._highest[key], self._now[key])
        try:
            yield
        finally:
            for key in keys:
                self._now[key] -= 1

    def highest(self) -> dict[str, dict[str, int]]:
        """`{"writes": {"1000001": 1}, "requests": {…}}`."""
        found: dict[str, dict[str, int]] = defaultdict(dict, {"writes": {}, "requests": {}})
        for (kind, division), number in self._highest.items():
            found[kind][str(division)] = number
        return found

    def clear(self) -> None:
        self._highest.clear()
