"""The table of the demo: invoice, debtor, entry, the amounts on both sides, and where it stood before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.demo.books import Entry
    from sandbox.demo.comparison import Outcome

HEAD = ("Invoice", "What it shows", "Debtor in Exact", "Entry", "Gross here", "In Exact", "First run", "At the end")
RIGHT = frozenset({"Gross here", "In Exact"})
#: Of a debtor's name this much is shown.
NAME_WIDTH = 32


def table(outcomes: Sequence[Outcome]) -> str:
    rows = [HEAD, *(_row(outcome) for outcome in outcomes)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    lines = [_line(row, widths) for row in rows]
    rule = "  ".join("─" * width for width in widths)
    return "\n".join([lines[0], rule, *lines[1:]])


def _row(outcome: Outcome) -> tuple[str, ...]:
    entry = outcome.entry
    return (
        outcome.identifier,
        outcome.story.title,
        _debtor(entry),
        str(entry.number) if entry else "-",
        f"{outcome.here.gross:.2f}",
        f"{entry.figures.gross:.2f}" if entry else "-",
        outcome.first,
        outcome.last,
    )


def _debtor(entry: Entry | None) -> str:
    if entry is None:
        return "-"
    name = entry.debtor if len(entry.debtor) <= NAME_WIDTH else f"{entry.debtor[: NAME_WIDTH - 1]}…"
    return f"{name} (new)" if entry.debtor_is_new else name


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        cell.rjust(width) if name in RIGHT else cell.ljust(width)
        for name, cell, width in zip(HEAD, cells, widths, strict=True)
    )
    return "  ".join(padded).rstrip()
