"""Aanbetalingen: a percentage of an event billed beforehand, and taken off again on a later invoice."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import or_, select
from sqlalchemy.orm import aliased

from sandbox.host.database import session
from sandbox.host.errors import RefusedError
from sandbox.host.models import DepositRateGroup, Invoice, InvoiceLine, LineKind
from sandbox.host.services.event_totals import event_lines
from sandbox.host.services.vat import HUNDRED, rounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Select

    from sandbox.host.models import Event, Tenant

ZERO_RATE = Decimal(0)


def deposit_lines(tenant: Tenant, event: Event, percentage: Decimal, *, without_vat: bool) -> list[InvoiceLine]:
    """One line per VAT rate with that rate's deposit rate group, or one line at 0 % over the amount with VAT."""
    bases = _amount_at_zero(event) if without_vat else _amounts_per_rate(event)
    groups = _deposit_groups(tenant)
    return [
        _line(event, groups, rate, rounded(base * percentage / HUNDRED), f"Aanbetaling {percentage:f}% {event.name}")
        for rate, base in sorted(bases.items(), reverse=True)
        if base
    ]


def settlement_lines(event: Event) -> list[InvoiceLine]:
    """Negative lines that take sent deposits off again, as far as they were not credited or settled before."""
    names = _sent_deposits(event)
    balances: dict[tuple[int, int | None, Decimal], Decimal] = defaultdict(Decimal)
    for line in _lines_about(names):
        amount = line.amount_incl if event.incl_vat else line.amount_excl
        balances[line.deposit_invoice_id or line.invoice_id, line.rate_group_id, line.vat_rate] += amount
    return [
        InvoiceLine(
            kind=LineKind.DEPOSIT_SETTLEMENT,
            description=f"Verrekening aanbetaling {names[deposit_id]}",
            quantity=Decimal(-1),
            unit_price=balance,
            vat_rate=rate,
            rate_group_id=group_id,
            event_id=event.id,
            deposit_invoice_id=deposit_id,
        )
        for (deposit_id, group_id, rate), balance in balances.items()
        if balance
    ]


def has_draft_deposit(event: Event) -> bool:
    query = _deposits_of(event).where(Invoice.sent_at.is_(None)).limit(1)
    return session().execute(query).first() is not None


def _sent_deposits(event: Event) -> dict[int, str]:
    found = session().execute(_deposits_of(event).where(Invoice.sent_at.is_not(None)))
    return {row.id: row.identifier or "" for row in found}


def _deposits_of(event: Event) -> Select[tuple[int, str | None]]:
    own_line = aliased(InvoiceLine)
    is_deposit = own_line.event_id == event.id, own_line.kind == LineKind.DEPOSIT, own_line.deposit_invoice_id.is_(None)
    return select(Invoice.id, Invoice.identifier).join(own_line, own_line.invoice_id == Invoice.id).where(*is_deposit)


def _lines_about(deposits: Iterable[int]) -> Sequence[InvoiceLine]:
    ids = list(deposits)
    own = InvoiceLine.invoice_id.in_(ids) & (InvoiceLine.kind == LineKind.DEPOSIT)
    query = select(InvoiceLine).where(or_(own, InvoiceLine.deposit_invoice_id.in_(ids))).order_by(InvoiceLine.id)
    return session().scalars(query).all()


def _amounts_per_rate(event: Event) -> dict[Decimal, Decimal]:
    amounts: dict[Decimal, Decimal] = defaultdict(Decimal)
    for line in event_lines(event):
        amounts[line.vat_rate] += line.amount_incl if event.incl_vat else line.amount_excl
    return amounts


def _amount_at_zero(event: Event) -> dict[Decimal, Decimal]:
    return {ZERO_RATE: sum((line.amount_incl for line in event_lines(event)), Decimal(0))}


def _deposit_groups(tenant: Tenant) -> dict[Decimal, DepositRateGroup]:
    found = session().scalars(select(DepositRateGroup).where(DepositRateGroup.tenant_id == tenant.id))
    return {group.vat_rate: group for group in found}


def _line(
    event: Event, groups: dict[Decimal, DepositRateGroup], rate: Decimal, amount: Decimal, description: str
) -> InvoiceLine:
    group = groups.get(rate)
    if group is None:
        raise RefusedError(
            f"Kies eerst bij Beheer > Instellingen een tariefgroep voor aanbetalingen met {rate:f}% btw."
        )
    return InvoiceLine(
        kind=LineKind.DEPOSIT,
        description=description,
        product=group.product_code,
        quantity=Decimal(1),
        unit_price=amount,
        vat_rate=rate,
        rate_group_id=group.rate_group_id,
        event_id=event.id,
    )
