"""The event of each deposit that was sent, as far as the host told: for the page, which asks the host nothing."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, TypedDict

from sqlalchemy import BigInteger, Date, Index, String, delete, false, insert, select, update
from sqlalchemy.orm import Mapped, mapped_column

from mice_exact_plugin.database import Base, Shown, UtcDateTime
from mice_exact_plugin.domain.invoice import LineKind
from mice_exact_plugin.exports.table import InvoiceExport

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from mice_exact_plugin.domain.invoice import Event, Invoice, InvoiceLine

EVENT_ID = 64


class DepositRow(Base):
    """One deposit invoice; `read_at` is when its lines were read from Exact, for one booked before they were kept."""

    __tablename__ = "exact_deposit"
    __table_args__ = (Index("ix_exact_deposit_tenant", "tenant", "event_id"),)

    export_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    tenant: Mapped[str] = mapped_column(String(100))
    event_id: Mapped[str | None] = mapped_column(String(EVENT_ID))
    event_name: Mapped[str | None] = mapped_column(Shown)
    starts_on: Mapped[date | None] = mapped_column(Date)
    ends_on: Mapped[date | None] = mapped_column(Date)
    is_cancelled: Mapped[bool] = mapped_column(default=False, server_default=false())
    read_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Columns(TypedDict, total=False):
    """What is written of a deposit, by the names of the table's columns."""

    export_id: int
    tenant: str
    event_id: str | None
    event_name: str | None
    starts_on: date | None
    ends_on: date | None
    is_cancelled: bool
    read_at: datetime | None


def is_deposit(invoice: Invoice) -> bool:
    return not invoice.is_credit and any(line.kind is LineKind.DEPOSIT for line in invoice.lines)


def keep(session: Session, export_id: int, invoice: Invoice) -> None:
    """Within the caller's transaction, which claims the invoice: the row anew, as the host tells it now."""
    if is_deposit(invoice):
        keep_event(session, export_id, invoice.tenant, event_of(invoice.lines))


def keep_event(
    session: Session, export_id: int, tenant: str, event: Event | None, read_at: datetime | None = None
) -> None:
    session.execute(delete(DepositRow).where(DepositRow.export_id == export_id))
    values: Columns = {"export_id": export_id, "tenant": tenant, "read_at": read_at, **_told(event)}
    session.execute(insert(DepositRow).values(values))


def invoices_for(session: Session, tenant: str, event_id: str) -> list[str]:
    """The deposits of an event, by the host's ids."""
    query = select(InvoiceExport.invoice_id).join(DepositRow, DepositRow.export_id == InvoiceExport.id)
    return list(session.scalars(query.where(*_of_event(tenant, event_id))))


def event_changed(session: Session, tenant: str, event: Event) -> None:
    """It was moved or cancelled; within the caller's transaction."""
    session.execute(update(DepositRow).where(*_of_event(tenant, event.id)).values(_told(event)))


def _of_event(tenant: str, event_id: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return DepositRow.tenant == tenant, DepositRow.event_id == event_id[:EVENT_ID]


def event_of(lines: Iterable[InvoiceLine]) -> Event | None:
    """The event of the first line that has one: a deposit is of one event."""
    return next((line.event for line in lines if line.event), None)


def _told(event: Event | None) -> Columns:
    if event is None:
        return {}
    return {
        "event_id": event.id[:EVENT_ID],
        "event_name": event.name,
        "starts_on": event.starts_on,
        "ends_on": event.ends_on or event.starts_on,
        "is_cancelled": event.is_cancelled,
    }
