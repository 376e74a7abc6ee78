"""`./run bench previews`: generated invoices are looked at and then booked, and each entry is what its preview said."""

from __future__ import annotations

import argparse
import time
from typing import TYPE_CHECKING

import pytest

from benchmarks.report import how_many
from tests.fake.previewed import compared, unhurried

if TYPE_CHECKING:
    from collections.abc import Sequence

#: All customers of the generator are namesakes of one another: a venue has no more of them than this makes.
BATCH = 500


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="./run bench previews", description=__doc__)
    parser.add_argument("--invoices", type=how_many, default=2000, help="how many (default %(default)s)")
    parser.add_argument("--seed", type=int, default=11, help="of the first five hundred (default %(default)s)")
    options = parser.parse_args(arguments)
    began, equal, held = time.process_time(), 0, 0
    for place, start in enumerate(range(0, options.invoices, BATCH)):
        with pytest.MonkeyPatch.context() as patch:
            for office in unhurried(patch):
                found = compared(office, options.seed + place, min(BATCH, options.invoices - start))
                equal, held = equal + found.equal, held + found.held
    spent = time.process_time() - began
    print(f"{equal} booked as their preview said, {held} held for the problems that it named; {spent:.0f} s of CPU")
    return 0 if equal + held == options.invoices else 1
