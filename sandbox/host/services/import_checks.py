"""What makes a row of an import file a bad one; every check gives a sentence and stores nothing."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from sandbox.host.services.vat import CENT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sandbox.host.services.import_schema import InvoiceRow, LineRow

#: One under a thousand billion: more is a typing error and would not fit every database.
LARGEST_AMOUNT = Decimal(10) ** 12
LONGEST_NUMBER = 40


def invoice_problems(row: InvoiceRow, rates: Mapping[str, Decimal], *, odd_totals: bool) -> Iterator[str]:
    """All problems of one invoice; `rates` are the VAT rates of the known rate groups by code."""
    for number, line in enumerate(row.lines, start=1):
        yield from (f"regel {number}: {problem}" for problem in _line_problems(line, rates, odd_totals=odd_totals))
    for name in ("excl", "vat", "incl"):
        yield from _money_problems(f"totals.{name}", getattr(row.totals, name))
    if not odd_totals:
        yield from _total_problems(row)


def is_number(value: Decimal) -> bool:
    return value.is_finite() and abs(value) < LARGEST_AMOUNT and len(format(value, "f")) <= LONGEST_NUMBER


def rate_is_possible(rate: Decimal) -> bool:
    return is_number(rate) and 0 <= rate <= 100


def _line_problems(line: LineRow, rates: Mapping[str, Decimal], *, odd_totals: bool) -> Iterator[str]:
    for name in ("quantity", "unit_price"):
        if not is_number(getattr(line, name)):
            yield f"{name} {getattr(line, name)} is geen bruikbaar getal"
    for name in ("amount_excl", "amount_vat", "amount_incl"):
        yield from _money_problems(name, getattr(line, name))
    if not rate_is_possible(line.vat_rate):
        yield f"btw-tarief {line.vat_rate} ligt niet tussen 0 en 100"
    if line.rate_group is not None:
        yield from _rate_group_problems(line, rates)
    if not odd_totals and line.amount_excl + line.amount_vat != line.amount_incl:
        yield f"{line.amount_excl} excl. en {line.amount_vat} btw is samen niet {line.amount_incl} incl."


def _rate_group_problems(line: LineRow, rates: Mapping[str, Decimal]) -> Iterator[str]:
    assert line.rate_group is not None, "asked only for lines with a rate group"
    rate = rates.get(line.rate_group)
    if rate is None:
        yield f"tariefgroep {line.rate_group} is niet bekend"
    elif rate != line.vat_rate:
        yield f"tariefgroep {line.rate_group} heeft btw-tarief {rate}, de regel {line.vat_rate}"


def _money_problems(name: str, amount: Decimal) -> Iterator[str]:
    if not is_number(amount):
        yield f"{name} {amount} is geen bruikbaar bedrag"
    elif amount != amount.quantize(CENT):
        yield f"{name} {amount} heeft meer dan twee decimalen"


def _total_problems(row: InvoiceRow) -> Iterator[str]:
    if not row.lines:
        yield "de factuur heeft geen regels"
        return
    for name in ("excl", "vat", "incl"):
        of_lines = sum((getattr(line, f"amount_{name}") for line in row.lines), Decimal(0))
        if of_lines != getattr(row.totals, name):
            yield f"totals.{name} is {getattr(row.totals, name)}, de regels zijn samen {of_lines}"
