"""`./run bench dimensions`: a drawn month is mapped; what each cost centre and unit gets is what the host adds up."""

from __future__ import annotations

import argparse
import time
from random import Random
from typing import TYPE_CHECKING

from benchmarks.report import how_many, tell
from tests.domain import month

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="./run bench dimensions", description=__doc__)
    parser.add_argument("--invoices", type=how_many, default=50_000, help="how many (default %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of the draw (default %(default)s)")
    options = parser.parse_args(arguments)
    random, sums = Random(options.seed), month.Month()
    began = time.process_time()
    for number in range(options.invoices):
        month.book(sums, month.drawn(random, number))
    spent = time.process_time() - began
    wrong = sums.differences()
    figures = {"invoices": options.invoices, "lines": sums.lines, "held": sums.blocked, "sums": len(sums.host)}
    tell("Sums per cost centre and unit", [{**figures, "differing": len(wrong), "CPU s": spent}])
    for costs, (ours, theirs) in wrong.items():
        print(f"{costs}: the host has {ours}, the entries {theirs}")
    return 1 if wrong or sums.blocked else 0
