"""What makes a row of an import file a bad one; every check gives a sentence and stores nothing."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from sandbox.host.services.vat import CENT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sandbox.host.services.import_schema import ClientRow, InvoiceRow, LineRow

#: One under a thousand billion: more is a typing error and would not fit every database.
LARGEST_AMOUNT = Decimal(10) ** 12
MOST_DECIMALS = 20
LONGEST_COUNTRY = 60
KINDS = ("excl", "vat", "incl")


def invoice_problems(row: InvoiceRow, rates: Mapping[str, Decimal], *, odd_totals: bool) -> Iterator[str]:
    """All problems of one invoice; `rates` are the VAT rates of the known rate groups by code."""
    unusable = list(_number_problems(row))
    yield from unusable
    yield from _client_problems(row.client)
    yield from _rate_group_problems(row, rates)
    # Sums of numbers that are no numbers say nothing.
    if not odd_totals and not unusable:
        yield from _sum_problems(row)


def is_number(value: Decimal) -> bool:
    if not value.is_finite() or abs(value) >= LARGEST_AMOUNT:
        return False
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -MOST_DECIMALS


def rate_is_possible(rate: Decimal) -> bool:
    return is_number(rate) and 0 <= rate <= 100


def _number_problems(row: InvoiceRow) -> Iterator[str]:
    for number, line in enumerate(row.lines, start=1):
        yield from (f"regel {number}: {problem}" for problem in _line_problems(line))
    for kind in KINDS:
        yield from _money_problems(f"totals.{kind}", getattr(row.totals, kind))


def _client_problems(client: ClientRow) -> Iterator[str]:
    """An invoice keeps any country as it is written; the relation that a client with a number becomes does not."""
    if client.id and len(client.country or "") > LONGEST_COUNTRY:
        yield f"het land van klant {client.id} is langer dan {LONGEST_COUNTRY} tekens"


def _line_problems(line: LineRow) -> Iterator[str]:
    for name in ("quantity", "unit_price"):
        if not is_number(getattr(line, name)):
            yield f"{name} {getattr(line, name)} is geen bruikbaar getal"
    if not rate_is_possible(line.vat_rate):
        yield f"btw-tarief {line.vat_rate} ligt niet tussen 0 en 100"
    for kind in KINDS:
        yield from _money_problems(f"amount_{kind}", getattr(line, f"amount_{kind}"))


def _money_problems(name: str, amount: Decimal) -> Iterator[str]:
    if not is_number(amount):
        yield f"{name} {amount} is geen bruikbaar bedrag"
    elif amount != amount.quantize(CENT):
        yield f"{name} {amount} heeft meer dan twee decimalen"


def _rate_group_problems(row: InvoiceRow, rates: Mapping[str, Decimal]) -> Iterator[str]:
    for number, line in enumerate(row.lines, start=1):
        if line.rate_group is None or not rate_is_possible(line.vat_rate):
            continue
        rate = rates.get(line.rate_group)
        if rate is None:
            yield f"regel {number}: tariefgroep {line.rate_group} is niet bekend"
        elif rate != line.vat_rate:
            yield f"regel {number}: tariefgroep {line.rate_group} heeft btw-tarief {rate}, de regel {line.vat_rate}"


def _sum_problems(row: InvoiceRow) -> Iterator[str]:
    if not row.lines:
        yield "de factuur heeft geen regels"
        return
    for number, line in enumerate(row.lines, start=1):
        if line.amount_excl + line.amount_vat != line.amount_incl:
            yield (
                f"regel {number}: {line.amount_excl} excl. en {line.amount_vat} btw is samen niet {line.amount_incl}"
            )
    for kind in KINDS:
        of_lines = sum((getattr(line, f"amount_{kind}") for line in row.lines), Decimal(0))
        if of_lines != getattr(row.totals, kind):
            yield f"totals.{kind} is {getattr(row.totals, kind)}, de regels zijn samen {of_lines}"
