"""`./run bench situations`: drawn invoices of every ground are mapped; each line has its own code or is held for it.

Each is mapped once more with another country of its customer, which must move no line to another code.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from random import Random
from typing import TYPE_CHECKING

from benchmarks.report import how_many, tell
from tests.domain import grounds

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="./run bench situations", description=__doc__)
    parser.add_argument("--invoices", type=how_many, default=50_000, help="how many (default %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of the draw (default %(default)s)")
    options = parser.parse_args(arguments)
    random, lists = Random(options.seed), grounds.lists_of("nl")
    outcomes, faults, lines, moved = Counter[str](), list[str](), 0, 0
    began = time.process_time()
    for number in range(options.invoices):
        source = grounds.drawn(random, number)
        verdict = grounds.judged(source, lists)
        outcomes["booked" if verdict.is_booked else "held"] += 1
        lines += len(source.grounds)
        faults += verdict.faults
        other = grounds.judged(grounds.elsewhere(random, source), lists)
        faults += other.faults
        moved += verdict.codes != other.codes
    spent = time.process_time() - began
    figures = {"invoices": options.invoices, "lines": lines, **outcomes, "faults": len(faults), "moved": moved}
    tell("Every line under the code of its own ground", [{**figures, "CPU s": spent}])
    _show(faults)
    return 1 if faults or moved else 0


def _show(faults: Iterable[str]) -> None:
    for fault, times in Counter(faults).most_common(10):
        print(f"{times} times: {fault}")
