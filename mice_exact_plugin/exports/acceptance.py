"""What persons accepted for one invoice, with name and reason; kept for ever, and withdrawn only by name too."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy import JSON, BigInteger, String, select, update
from sqlalchemy.orm import Mapped, mapped_column

from mice_exact_plugin.database import Base, RowId, Shown, UtcDateTime
from mice_exact_plugin.domain.entry.acceptance import Acceptance, Kind
from mice_exact_plugin.domain.states import BY_HAND
from mice_exact_plugin.exports.table import InvoiceExport

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy.orm import Session

    from mice_exact_plugin.exact.sites import Place

#: What is typed as a reason is cut here and in the form.
REASON_LIMIT = 500


class AcceptanceRow(Base):
    """One acceptance. `params` are the figures that were shown; it says nothing about others."""

    __tablename__ = "exact_acceptance"

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    export_id: Mapped[int] = mapped_column(BigInteger, index=True)
    code: Mapped[str] = mapped_column(String(30))
    params: Mapped[dict[str, object]] = mapped_column(JSON)
    reason: Mapped[str] = mapped_column(String(REASON_LIMIT))
    accepted_by: Mapped[str] = mapped_column(Shown)
    accepted_at: Mapped[datetime] = mapped_column(UtcDateTime)
    withdrawn_by: Mapped[str | None] = mapped_column(Shown)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


def accept(session: Session, export_id: int, acceptance: Acceptance, *, reason: str, by: str, at: datetime) -> None:
    """Keep what was accepted and mark its export, so that only a run over such a row asks for acceptances."""
    session.add(
        AcceptanceRow(
            export_id=export_id,
            code=acceptance.kind,
            params=dict(acceptance.params),
            reason=reason[:REASON_LIMIT],
            accepted_by=by,
            accepted_at=at,
        )
    )
    session.flush()
    _mark(session, export_id, is_accepted=True)


def withdraw(session: Session, export_id: int, acceptance_id: int, *, by: str, at: datetime) -> bool:
    """Take one acceptance back; False when it is not there any more. The row itself stays."""
    query = update(AcceptanceRow).where(
        AcceptanceRow.id == acceptance_id, AcceptanceRow.export_id == export_id, AcceptanceRow.withdrawn_at.is_(None)
    )
    taken = session.execute(query.values(withdrawn_by=by, withdrawn_at=at).returning(AcceptanceRow.id)).scalar()
    if taken is None:
        return False
    _mark(session, export_id, is_accepted=bool(rows_of(session, export_id)))
    return True


def rows_of(session: Session, export_id: int) -> Sequence[AcceptanceRow]:
    """Those of one export that hold, oldest first."""
    query = select(AcceptanceRow).where(AcceptanceRow.export_id == export_id, AcceptanceRow.withdrawn_at.is_(None))
    return session.scalars(query.order_by(AcceptanceRow.id).execution_options(populate_existing=True)).all()


def invoices_of_entry(session: Session, tenant: str, place: Place, number: str, *, but: int) -> Sequence[str]:
    """The invoices of a tenant, one left out, that are in Exact under this entry number: by the link or by hand."""
    by_hand = select(AcceptanceRow.export_id).where(
        AcceptanceRow.code == Kind.BOOKED_BY_HAND,
        AcceptanceRow.withdrawn_at.is_(None),
        AcceptanceRow.params["entry_number"].as_string() == number,
    )
    closed_by_hand = InvoiceExport.id.in_(by_hand) & (InvoiceExport.ignored_reason == BY_HAND)
    query = select(InvoiceExport.identifier).where(
        InvoiceExport.tenant == tenant,
        (InvoiceExport.site == place[0]) & (InvoiceExport.division == place[1]),
        InvoiceExport.id != but,
        (InvoiceExport.entry_number == int(number)) | closed_by_hand,
    )
    return session.scalars(query.order_by(InvoiceExport.identifier)).all()


def acceptances(rows: Iterable[AcceptanceRow]) -> tuple[Acceptance, ...]:
    """As values; what a later version of the plugin made is passed over."""
    return tuple(Acceptance(Kind(row.code), row.params) for row in rows if row.code in set(Kind))


def _mark(session: Session, export_id: int, *, is_accepted: bool) -> None:
    session.execute(
        update(InvoiceExport)
        .where(InvoiceExport.id == export_id)
        .values(has_acceptance=is_accepted)
        .execution_options(synchronize_session=False)
    )
