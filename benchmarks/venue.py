"""A tenant with a history of any length, and what a piece of work costs there: CPU of this process, and statements."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Any

from sqlalchemy import event

from benchmarks.installation import Installation
from tests.bulk import multiply
from tests.whole.invoices import document, invoice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

TENANT = "zaal"
#: The invoice that is booked and of which all others are copies.
ONE = "F1"
SIZES = (1_000, 20_000, 200_000)
#: Nothing here is about waiting for Exact.
NO_LIMITS = {"minute_limit": 1_000_000, "day_limit": 1_000_000}


class Venue(Installation):
    """A tenant that is ready to book, with one booked invoice."""

    def prepare(self) -> None:
        self.world.ready(TENANT)
        self.world.send(TENANT, document(invoice(ONE)), self.folder)
        self.world.run(TENANT)
        self.invoices = 1

    def grow(self, to: int) -> float:
        """Until it has so many invoices; the seconds that it took."""
        started = time.perf_counter()
        multiply(self.runtime, TENANT, ONE, to - self.invoices)
        self.invoices = to
        return time.perf_counter() - started


@dataclass(frozen=True, slots=True)
class Cost:
    """The median of some rounds: milliseconds of CPU of this process, statements and commits."""

    cpu: float
    statements: int
    commits: int


def cost_of(venue: Installation, work: Callable[[], Any], rounds: int) -> Cost:
    spent = []
    for _ in range(rounds):
        with _counted(venue) as counted:
            started = time.process_time()
            work()
            spent.append(1000 * (time.process_time() - started))
    return Cost(median(spent), counted["statements"], counted["commits"])


@contextmanager
def _counted(venue: Installation) -> Iterator[dict[str, int]]:
    counted = {"statements": 0, "commits": 0}

    def statement(_connection: Any, _cursor: Any, text: str, *_: Any) -> None:
        counted["statements"] += not text.startswith("BEGIN")

    def commit(*_: Any) -> None:
        counted["commits"] += 1

    event.listen(venue.engine, "before_cursor_execute", statement)
    event.listen(venue.engine, "commit", commit)
    yield counted
    event.remove(venue.engine, "before_cursor_execute", statement)
    event.remove(venue.engine, "commit", commit)
