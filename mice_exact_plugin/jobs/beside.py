"""Several runs at once in one job: while one waits for a slow answer, those that wait behind it have their turn.

Each slice has a thread and an application context of its own. They are not told apart from slices in several workers:
what keeps two of them from one administration is the lease, and a slice that ends with its process was killed.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.turns import HELD, has_room
from mice_exact_plugin.exact.pace import Pace

if TYPE_CHECKING:
    from collections.abc import Callable

#: Seconds between two looks at whether an answer is waited for; a slice that ends is noticed at once.
LOOK = HELD.total_seconds() / 5


class _Slice(threading.Thread):
    """A daemon: a process that must end at once does not wait for an answer."""

    def __init__(self, work_on: Callable[[int, Pace], None], run_id: int, news: threading.Event) -> None:
        super().__init__(name=f"run {run_id}", daemon=True)
        self._work_on, self._run_id, self._news = work_on, run_id, news
        self.pace = Pace()
        self.failure: Exception | None = None
        self.is_over = False

    def run(self) -> None:
        try:
            self._work_on(self._run_id, self.pace)
        except Exception as error:  # raised again by whoever waits for it
            self.failure = error
        finally:
            self.is_over = True
            self._news.set()


def work_off(first: int, following: Callable[[], int | None], work_on: Callable[[int, Pace], None]) -> None:
    """Work on a run, then on those that follow, one at a time but for those that wait for an answer.

    Args:
        following: takes the next run out of the queue; None when there is none to take.
        work_on: one slice; it must end by itself.

    Whatever one of them raises is raised when all have ended: nobody is to be cut off for what happened to another.
    """
    news, failures = threading.Event(), list[Exception]()
    slices = [_started(work_on, first, news)]
    while slices:
        news.wait(LOOK)
        news.clear()
        over = [each for each in slices if each.is_over]
        failures += [each.failure for each in over if each.failure]
        slices = [each for each in slices if each not in over]
        if not failures and has_room([each.pace.waits() for each in slices]):
            run_id = _asked(following, failures)
            slices += [_started(work_on, run_id, news)] if run_id is not None else []
    if failures:
        raise failures[0]


def _started(work_on: Callable[[int, Pace], None], run_id: int, news: threading.Event) -> _Slice:
    made = _Slice(work_on, run_id, news)
    made.start()
    return made


def _asked(following: Callable[[], int | None], failures: list[Exception]) -> int | None:
    try:
        return following()
    except Exception as error:  # the queue is away: what is under way books on
        failures.append(error)
        return None
