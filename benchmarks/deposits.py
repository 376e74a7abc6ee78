"""`./run bench deposits --flows N --seed S`: events from deposit to final, and what is left on the accounts afterwards.

Booked by the code that books at night, by the fake of Exact with the simulator's arithmetic. The exit status is 1 when
an invoice was not booked, when anything still waits, or when the books have anything but what an event sold.
"""

from __future__ import annotations

import argparse
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from tests.deposits.generated import WITH_DEPOSITS, flows
from tests.deposits.played import play
from tests.fake.opened import opened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.deposits.played import Verdict

#: Played together in one administration.
AT_ONCE = 250


def main(arguments: Sequence[str]) -> int:
    options = _parser().parse_args(arguments)
    began, wrong, reads, events = time.monotonic(), 0, 0, 0
    for start in range(0, options.flows, AT_ONCE):
        count = min(AT_ONCE, options.flows - start)
        verdict = _played(options, options.seed + start, count)
        wrong, reads, events = wrong + (not verdict.is_right), reads + verdict.reads, events + count
        _tell(events, verdict)
    print(f"{events} events, {wrong} parts wrong, {reads} readings, {time.monotonic() - began:.0f} s")
    return int(wrong > 0)


def _played(options: argparse.Namespace, seed: int, count: int) -> Verdict:
    drawn = list(flows(seed, count, share=options.share, old=options.old))
    with pytest.MonkeyPatch.context() as patch, closing(opened(patch)) as installations:  # type: ignore[type-var]
        return play(next(installations), drawn)


def _tell(events: int, verdict: Verdict) -> None:
    booked, shown = verdict.open_before
    print(f"{events}: {booked} waited in the books and {shown} on the page; after it {verdict.open_after} deposits")
    for what in (verdict.unbooked, verdict.left, verdict.otherwise):
        for each in what[:5]:
            print(f"  {each}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./run bench deposits", description=__doc__)
    parser.add_argument("--flows", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--share", type=float, default=WITH_DEPOSITS, help="how many of the events have deposits")
    parser.add_argument("--old", type=float, default=0.1, help="how many of these were billed before the upgrade")
    return parser
