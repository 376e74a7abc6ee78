"""Till receipts that reach the books another way: at their gross on a clearing account, so that none counts twice.

The till has declared their VAT already, so they carry a code without VAT. The receivable equals the invoice, and net
and VAT are equal to it for all other lines.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.entry.ledger_mapping import LedgerChoice, unusable
from mice_exact_plugin.domain.entry.vat_mapping import Ground, applies_on
from mice_exact_plugin.domain.invoice import LineKind, RateGroup, Situation
from mice_exact_plugin.domain.money import ZERO, total
from mice_exact_plugin.domain.problems import Code, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from decimal import Decimal

    from mice_exact_plugin.domain.invoice import Invoice, InvoiceLine
    from mice_exact_plugin.domain.receipts import ReceiptSettings
    from mice_exact_plugin.domain.reference import ReferenceData

#: The group of receipts that are booked so: no group of the host's, and known by being this one.
RECEIPTS = RateGroup("", "", ZERO, None)


def is_at_gross(line: InvoiceLine) -> bool:
    return line.rate_group is RECEIPTS


def at_gross(lines: Iterable[InvoiceLine], settings: ReceiptSettings) -> Iterator[InvoiceLine]:
    """The lines as they are booked: receipts with nothing but their gross, when an account was chosen for them."""
    for line in lines:
        if settings.is_used and line.kind is LineKind.RECEIPT:
            yield replace(line, net=line.gross, vat=ZERO, vat_rate=ZERO, rate_group=RECEIPTS)
        else:
            yield line


def ledger(settings: ReceiptSettings, reference: ReferenceData) -> LedgerChoice | list[Problem]:
    account = reference.gl_accounts_by_id.get(settings.gl_account_id or "")
    if account is None:
        return [Problem(Code.RECEIPTS_UNPLACED)]
    return unusable(account) or LedgerChoice(account, None)


def ground(settings: ReceiptSettings, reference: ReferenceData, day: date) -> Ground | Problem:
    """Outside the scope of this return: the till has declared it."""
    code = reference.vat_codes.get(settings.vat_code or "")
    if code is None or not applies_on(code, ZERO, day):
        return Problem(Code.RECEIPTS_UNPLACED)
    return Ground(Situation.OUTSIDE_SCOPE, code, ZERO)


def net_and_vat(invoice: Invoice, settings: ReceiptSettings) -> tuple[Decimal, Decimal]:
    """What the entry must come to: the invoice's own, but for the VAT of its receipts, which is part of their net."""
    if not settings.is_used:
        return invoice.net, invoice.vat
    moved = total(line.vat for line in invoice.lines if line.kind is LineKind.RECEIPT)
    return invoice.net + moved, invoice.vat - moved
