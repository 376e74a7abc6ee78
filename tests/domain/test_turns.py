"""Who gives way to whom: with nobody waiting nobody, with somebody waiting whoever is slow or had a turn."""

from __future__ import annotations

from datetime import timedelta

import pytest

from mice_exact_plugin.domain.turns import HELD, MOST_AT_ONCE, SLOW, TURN, Turn, gives_way, has_room

QUICK, SHORT = timedelta(milliseconds=50), timedelta(seconds=5)


@pytest.mark.parametrize(
    ("lasted", "latency", "waiting", "gives"),
    [
        (SHORT, QUICK, 0, False),
        (SHORT, QUICK, 100, False),
        (SHORT, SLOW, 0, False),
        (SHORT, SLOW, 1, True),
        (timedelta(), timedelta(seconds=10), 1, True),
        (SHORT, SLOW - timedelta(milliseconds=1), 1, False),
        (TURN, QUICK, 0, False),
        (TURN, QUICK, 1, True),
        (TURN - timedelta(seconds=1), QUICK, 1, False),
    ],
)
def test_the_rule(lasted: timedelta, latency: timedelta, waiting: int, gives: bool) -> None:
    assert gives_way(Turn(lasted, latency, waiting)) is gives


def test_a_slow_one_takes_one_call_of_every_round() -> None:
    """Three workers' worth of slow ones among twelve: in a round each of them has one call, each other its turn."""
    slow, quick = timedelta(seconds=10), QUICK
    queue = [("slow", slow)] * 3 + [("other", quick)] * 12
    spent: dict[str, timedelta] = {"slow": timedelta(), "other": timedelta()}
    for position, (kind, latency) in enumerate(queue):
        lasted = latency
        while not gives_way(Turn(lasted, latency, len(queue) - position)):
            lasted += latency
        spent[kind] += lasted
    assert spent["slow"] == 3 * slow
    assert spent["other"] == 12 * TURN


@pytest.mark.parametrize(
    ("waits", "room"),
    [
        ([], True),
        ([HELD], True),
        ([HELD - timedelta(milliseconds=1)], False),
        ([HELD, timedelta()], False),
        ([HELD] * (MOST_AT_ONCE - 1), True),
        ([HELD] * MOST_AT_ONCE, False),
    ],
)
def test_a_worker_takes_up_one_more_while_all_that_it_has_wait(waits: list[timedelta], room: bool) -> None:
    assert has_room(waits) is room
