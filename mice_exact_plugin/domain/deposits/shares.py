"""Which part of an entry whose lines Exact told is the deposit: an earlier version knew no kinds and kept no lines."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.entry.vat_mapping import normal_rate
from mice_exact_plugin.domain.invoice import LineKind
from mice_exact_plugin.domain.money import ZERO, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
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


def _of_rate(
    rate: Decimal | None, booked: Iterable[BookedLine], of_deposit: Iterable[InvoiceLine]
) -> Iterator[BookedLine]:
    """The line of just its amount first, then the largest, until nothing of the deposit is left."""
    billed = [line for line in of_deposit if normal_rate(line.vat_rate) == rate]
    net, vat = total(line.net for line in billed), total(line.vat for line in billed)
    same = [line for line in booked if line.vat_rate == rate]
    for line in sorted(same, key=lambda each: (each.net != net, -abs(each.net))):
        if abs(line.net) <= abs(net):
            yield replace(line, kind=LineKind.DEPOSIT)
            net, vat = net - line.net, vat - line.vat
            continue
        if net:
            yield replace(line, kind=LineKind.DEPOSIT, net=net, vat=vat)
        yield replace(line, net=line.net - net, vat=line.vat - vat)
        net, vat = ZERO, ZERO
