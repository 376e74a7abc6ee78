"""What an event comes to, and how much of it has been billed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from sandbox.host.database import session
from sandbox.host.models import InvoiceLine, LineKind
from sandbox.host.services.vat import price_lines

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from sandbox.host.models import Event


@dataclass(frozen=True)
class EventTotals:
    excl: Decimal
    incl: Decimal
    #: Billed including VAT; drafts count.
    billed: Decimal

    @property
    def to_bill(self) -> Decimal:
        return self.incl - self.billed


def event_lines(event: Event) -> list[InvoiceLine]:
    """The event's items as priced invoice lines, one per rate-group portion, not stored; room and packages first."""
    order = {LineKind.PACKAGE: 0, LineKind.ROOM_RENT: 1}
    items = sorted(event.items, key=lambda item: (order.get(LineKind(item.kind), 2), item.id))
    lines = [
        InvoiceLine(
            kind=item.kind,
            description=item.description,
            product=item.product,
            product_id=item.product_id,
            category=item.category,
            room=item.room,
            quantity=item.quantity,
            unit_price=part.price,
            vat_rate=part.vat_rate,
            rate_group_id=part.rate_group_id,
            source_key=f"item-{item.id}",
            event_id=event.id,
        )
        for item in items
        for part in item.parts
    ]
    price_lines(lines, event.incl_vat)
    return lines


def totals(event: Event) -> EventTotals:
    lines = event_lines(event)
    return EventTotals(
        excl=sum((line.amount_excl for line in lines), Decimal(0)),
        incl=sum((line.amount_incl for line in lines), Decimal(0)),
        billed=_sum(event),
    )


def billed_finally(event: Event) -> Decimal:
    """What of the event is on invoices beside deposits; zero again when those have been credited."""
    return _sum(event, InvoiceLine.kind.not_in([LineKind.DEPOSIT, LineKind.DEPOSIT_SETTLEMENT]))


def _sum(event: Event, *conditions: ColumnElement[bool]) -> Decimal:
    query = select(func.sum(InvoiceLine.amount_incl)).where(InvoiceLine.event_id == event.id, *conditions)
    return session().scalar(query) or Decimal(0)
