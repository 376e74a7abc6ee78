"""What the simulator has in its books, asked from its control API: the other side of every comparison."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import httpx2

from sandbox.demo.figures import Figures, rates_with_vat

if TYPE_CHECKING:
    from collections.abc import Iterable

PATIENCE = 30


@dataclass(frozen=True)
class Entry:
    """A sales entry in Exact."""

    number: int
    debtor: str
    debtor_is_new: bool
    ledgers: frozenset[str]
    figures: Figures


class Books:
    """The books of one administration."""

    def __init__(self, exact_url: str, division: int) -> None:
        self._control = f"{exact_url}/_control"
        self._division = f"{self._control}/divisions/{division}"

    def entries(self) -> dict[str, list[Entry]]:
        """Every entry by our invoice number; more than one under a number would be one too many."""
        created = {account["ID"] for account in _get(f"{self._division}/accounts?created_by=api")["accounts"]}
        entries: dict[str, list[Entry]] = defaultdict(list)
        for row in _get(f"{self._division}/entries")["entries"]:
            entries[row["YourRef"]].append(_entry(row, created))
        return dict(entries)

    def calls(self) -> int:
        """How many requests the administration was asked."""
        counts: dict[str, int] = _get(f"{self._control}/counts")["by_division"]
        return counts.get(self._division.rpartition("/")[2], 0)


def _get(url: str) -> Any:
    return httpx2.get(url, timeout=PATIENCE, trust_env=False).raise_for_status().json()


def _entry(row: dict[str, Any], created: set[str]) -> Entry:
    lines = row["SalesEntryLines"]
    return Entry(
        number=row["EntryNumber"],
        debtor=row["CustomerName"],
        debtor_is_new=row["Customer"] in created,
        ledgers=frozenset(line["GLAccountCode"].strip() for line in lines),
        figures=_figures(row, lines),
    )


def _figures(row: dict[str, Any], lines: Iterable[dict[str, Any]]) -> Figures:
    by_rate: dict[Decimal, Decimal] = defaultdict(Decimal)
    for line in lines:
        by_rate[_number(line["VATPercentage"]) * 100] += _number(line["VATAmountFC"])
    net = sum((_number(line["AmountFC"]) for line in lines), Decimal(0))
    return Figures(net, _number(row["VATAmountFC"]), _number(row["AmountFC"]), rates_with_vat(by_rate))


def _number(value: object) -> Decimal:
    return Decimal(str(value or 0))
