"""Which part of an entry whose lines Exact told is a deposit, or takes one off.

An earlier version knew no kinds and kept no lines, and an entry that somebody made by hand has none.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.deposits.placing import settled
from mice_exact_plugin.domain.entry.vat_mapping import normal_rate
from mice_exact_plugin.domain.invoice import LineKind
from mice_exact_plugin.domain.money import ZERO, total

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
    from decimal import Decimal

    from mice_exact_plugin.domain.entry.booked import BookedLine
    from mice_exact_plugin.domain.invoice import Invoice, InvoiceLine


def told_apart(booked: Sequence[BookedLine], invoice: Invoice | None) -> list[BookedLine]:
    """The lines of the entry, each of one kind; all of it is the deposit where the host does not say otherwise.

    A charge on the ledger and code of the deposit is one line with it in Exact, and becomes one of its own here.
    """
    of_deposit = [line for line in invoice.lines if line.kind is LineKind.DEPOSIT] if invoice else []
    if invoice is None or not of_deposit or len(of_deposit) == len(invoice.lines):
        return [replace(line, kind=LineKind.DEPOSIT) for line in booked]
    rates = dict.fromkeys(line.vat_rate for line in booked)
    return [line for rate in rates for line in _of_rate(rate, booked, of_deposit)]


def taken_apart(
    booked: Sequence[BookedLine], invoice: Invoice, stands: Mapping[str, Collection[str]]
) -> list[BookedLine]:
    """The lines of an entry that somebody else made, with what takes off a deposit told apart.

    Only what is on an account where the deposit stands takes it off, and no more than the invoice says.

    Args:
        stands: the accounts of each deposit, by its invoice.
    """
    billed: dict[tuple[str, Decimal], list[InvoiceLine]] = defaultdict(list)
    for line in invoice.lines:
        if deposit := settled(line, invoice):
            billed[deposit, normal_rate(line.vat_rate)].append(line)
    left = list(booked)
    for (deposit, rate), lines in billed.items():
        net = total(line.net for line in lines)
        mine = [each for each in left if _may_take(each, rate, net) and each.gl_account_id in stands.get(deposit, ())]
        found = _share(mine, net, total(line.vat for line in lines), kind=lines[0].kind, settles_invoice_id=deposit)
        left = [each for each in left if each not in mine] + list(found)
    return left


def _may_take(line: BookedLine, rate: Decimal, net: Decimal) -> bool:
    return line.kind is None and line.vat_rate == rate and line.net * net > 0


def _of_rate(
    rate: Decimal | None, booked: Iterable[BookedLine], of_deposit: Iterable[InvoiceLine]
) -> Iterator[BookedLine]:
    billed = [line for line in of_deposit if normal_rate(line.vat_rate) == rate]
    net, vat = total(line.net for line in billed), total(line.vat for line in billed)
    return _share([line for line in booked if line.vat_rate == rate], net, vat, kind=LineKind.DEPOSIT)


def _share(
    lines: Iterable[BookedLine],
    net: Decimal,
    vat: Decimal,
    *,
    kind: LineKind | None,
    settles_invoice_id: str | None = None,
) -> Iterator[BookedLine]:
    """The line of just its amount first, then the largest, until nothing of the deposit is left."""
    for line in sorted(lines, key=lambda each: (each.net != net, -abs(each.net))):
        if abs(line.net) <= abs(net):
            yield replace(line, kind=kind, settles_invoice_id=settles_invoice_id)
            net, vat = net - line.net, vat - line.vat
            continue
        if net:
            yield replace(line, kind=kind, settles_invoice_id=settles_invoice_id, net=net, vat=vat)
        yield replace(line, net=line.net - net, vat=line.vat - vat)
        net, vat = ZERO, ZERO
