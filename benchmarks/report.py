"""How benchmarks tell what they measured: a table for people and, after it, the same as JSON."""

from __future__ import annotations

import json
from argparse import ArgumentTypeError
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

Row = dict[str, object]


def how_many(said: str) -> int:
    """One or more, as an argument of a command."""
    if (number := int(said)) < 1:
        raise ArgumentTypeError(f"{said} is none: one at least")
    return number


def tell(title: str, rows: Sequence[Row]) -> None:
    """Print the rows, which have the same columns."""
    print(f"\n{title}\n")
    lines = [[*rows[0]], *([_text(value) for value in row.values()] for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(rows[0]))]
    for line in (lines[0], ["-" * width for width in widths], *lines[1:]):
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |")
    print(json.dumps({"title": title, "rows": rows}, default=str))


def interleaved(rounds: int, works: Mapping[str, Callable[[], float]]) -> dict[str, list[float]]:
    """What each gave in each round. They take turns, so that what disturbs the machine disturbs all of them."""
    found: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            found[name].append(work())
    return found


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """The median of the ratios of each round."""
    return median(one / other for one, other in zip(ours, theirs, strict=True))


def _text(value: object) -> str:
    if isinstance(value, float):
        return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.3g}"
    return f"{value:,}" if isinstance(value, int) else str(value)
