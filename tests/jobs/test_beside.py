"""While one run waits for an answer, the runs behind it have their turn; otherwise one follows on the other."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.domain.turns import MOST_AT_ONCE
from mice_exact_plugin.jobs.beside import work_off

if TYPE_CHECKING:
    from mice_exact_plugin.exact.pace import Pace

#: Seconds after which a test gives up; none of them takes so long.
PATIENCE = 30


@dataclass
class Night:
    """Runs that are in the queue; those in `slow` get their answers when the queue is empty."""

    queue: list[int]
    slow: set[int] = field(default_factory=set)
    broken: set[int] = field(default_factory=set)
    ended: list[int] = field(default_factory=list)
    under_way: list[int] = field(default_factory=list)
    most: int = 0
    is_empty: threading.Event = field(default_factory=threading.Event)

    def following(self) -> int | None:
        if self.queue:
            return self.queue.pop(0)
        self.is_empty.set()
        return None

    def work_on(self, run_id: int, pace: Pace) -> None:
        self.under_way.append(run_id)
        self.most = max(self.most, len(self.under_way))
        if run_id in self.slow:
            with pace.waiting():
                assert pace.began is not None
                pace.began -= PATIENCE
                assert self.is_empty.wait(PATIENCE), "others wait behind it"
        self.under_way.remove(run_id)
        self.ended.append(run_id)
        if run_id in self.broken:
            raise LookupError(run_id)

    def work_off(self) -> None:
        work_off(self.queue.pop(0), self.following, self.work_on)


def test_one_follows_on_the_other() -> None:
    night = Night([1, 2, 3, 4])
    night.work_off()
    assert (night.ended, night.most) == ([1, 2, 3, 4], 1)


def test_who_waits_for_an_answer_keeps_nobody_waiting() -> None:
    night = Night([1, 2, 3, 4, 5, 6], slow={1, 2, 4})
    night.work_off()
    assert night.ended[:3] == [3, 5, 6]
    assert set(night.ended[3:]) == {1, 2, 4}
    assert night.most == 4, "the slow ones, and one at a time of the others"


def test_no_more_than_so_many_wait_at_once() -> None:
    night = Night(list(range(2 * MOST_AT_ONCE)), slow=set(range(MOST_AT_ONCE)))
    worker = threading.Thread(target=night.work_off, daemon=True)
    worker.start()
    while len(night.under_way) < MOST_AT_ONCE:
        time.sleep(0.01)
    assert len(night.queue) == MOST_AT_ONCE
    night.is_empty.set()
    worker.join(PATIENCE)
    assert sorted(night.ended) == list(range(2 * MOST_AT_ONCE))
    assert night.most == MOST_AT_ONCE


def test_what_one_raises_cuts_nobody_off() -> None:
    night = Night([1, 2, 3], slow={1}, broken={2})
    night.is_empty.set()
    with pytest.raises(LookupError, match="2"):
        night.work_off()
    assert sorted(night.ended)[:2] == [1, 2]


def test_a_queue_that_is_away_cuts_nobody_off() -> None:
    night = Night([1], slow={1})

    def away() -> int | None:
        night.is_empty.set()
        raise ConnectionError

    with pytest.raises(ConnectionError):
        work_off(1, away, night.work_on)
    assert night.ended == [1]
