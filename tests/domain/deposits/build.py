"""Values about deposits: accounts that keep them, their lines, and what is known of one that was booked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from mice_exact_plugin.domain.deposits.known import Deposit, Where
from mice_exact_plugin.domain.deposits.settings import DepositSettings
from mice_exact_plugin.domain.entry.booked import BookedLine
from mice_exact_plugin.domain.invoice import Event, InvoiceLine, LineKind
from mice_exact_plugin.domain.reference import ReferenceData
from tests.domain.build import GL_ACCOUNTS, SETTINGS, gl_account, line, rate_group, reference

KEPT_HIGH = gl_account("1850", type=21, description="Vooruitontvangen aanbetalingen 21%")
KEPT_LOW = gl_account("1851", type=27, description="Vooruitontvangen aanbetalingen 9%")
KEPT_BARE = gl_account("1852", type=90, description="Vooruitontvangen aanbetalingen zonder btw")
ACCOUNTS = (*GL_ACCOUNTS, KEPT_HIGH, KEPT_LOW, KEPT_BARE)
CHOSEN = DepositSettings({Decimal(21): KEPT_HIGH.id, Decimal(9): KEPT_LOW.id, Decimal(0): KEPT_BARE.id})
WITH_ACCOUNTS = replace(SETTINGS, deposits=CHOSEN)
AS_TURNOVER = replace(SETTINGS, deposits=DepositSettings(as_turnover=True))
GROUPS = {rate: rate_group(f"aanbetaling-{rate}", rate, None) for rate in ("21", "9", "0")}
WEDDING = Event("event-1", "Bruiloft", date(2026, 6, 20), date(2026, 6, 20))


def lists(**changes: Any) -> ReferenceData:
    """The ordinary administration, with accounts for deposits."""
    by_id = {account.id: account for account in ACCOUNTS}
    return reference(gl_accounts={a.code: a for a in ACCOUNTS}, gl_accounts_by_id=by_id, **changes)


def deposit_line(net: str, vat: str, rate: str = "21", **changes: Any) -> InvoiceLine:
    plain = {"description": "Aanbetaling 30% Bruiloft", "kind": LineKind.DEPOSIT, "event": WEDDING}
    return line(net, vat, GROUPS[rate], **plain | changes)


def settlement(net: str, vat: str, rate: str = "21", of: str | None = "d1", **changes: Any) -> InvoiceLine:
    """What takes off a deposit; its amounts are below zero."""
    plain = {"description": "Verrekening aanbetaling A1", "kind": LineKind.DEPOSIT_SETTLEMENT, "event": WEDDING}
    return line(net, vat, GROUPS[rate], settles_invoice_id=of, **plain | changes)


def booked(net: str, vat: str, account: Any = KEPT_HIGH, code: str = "2", rate: str = "21") -> BookedLine:
    return BookedLine(account.id, account.code, code, Decimal(rate), Decimal(net), Decimal(vat))


def deposit(*lines: BookedLine, **changes: Any) -> Deposit:
    """One that is in the books."""
    plain = Deposit("d1", "A1", Where.BOOKED, export_id=1, booked_on=date(2026, 1, 5), lines=lines)
    return replace(plain, **changes)
