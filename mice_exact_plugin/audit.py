"""The audit trail: who or what did what to which export and when; the database lets rows only be added."""

from __future__ import annotations

from datetime import datetime

# Any: an event keeps whatever its sentence names, as JSON.
from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, Index, String, func, insert, select, text
from sqlalchemy.orm import Mapped, mapped_column

from mice_exact_plugin.database import Base, Json, RowId, Shown, UtcDateTime, core, inserting, table_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy.orm import Session

#: The actor of everything that no person did.
SYSTEM = "systeem"
#: The actor of what an operator does by a command.
COMMAND_LINE = "beheer (opdrachtregel)"


#: The parameters of events about debtors that are codes of relations: their names stay out of the trail.
OF_RELATIONS = ("code", "before")
#: What happened to the link and what people did: few of all events, which a statement finds when it says so like this.
STORY = f"(export_id IS NULL OR actor <> '{SYSTEM}')"


class AuditRow(Base):
    """One event: a code with a sentence in `web/events.py`, and as `details` its parameters; never a secret."""

    __tablename__ = "exact_audit"
    __table_args__ = (
        Index("ix_exact_audit_story", "tenant", "id", sqlite_where=text(STORY), postgresql_where=text(STORY)),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant: Mapped[str] = mapped_column(String(100), index=True)
    export_id: Mapped[int | None] = mapped_column(BigInteger, index=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    actor: Mapped[str] = mapped_column(Shown)
    event: Mapped[str] = mapped_column(String(40))
    details: Mapped[dict[str, Any]] = mapped_column(Json)


def record(
    session: Session,
    tenant: str,
    event: str,
    *,
    at: datetime,
    actor: str = SYSTEM,
    export_id: int | None = None,
    **details: Any,
) -> None:
    """Add one event to the trail, in the transaction of the change that it tells of."""
    values = {"tenant": tenant, "export_id": export_id, "at": at, "actor": actor, "event": event, "details": details}
    core(session, _RECORD, values)


_RECORD = inserting(table_of(AuditRow))


def record_all(session: Session, tenants: Collection[str], event: str, *, at: datetime, **details: Any) -> None:
    """Add the same event to the trails of many tenants."""
    values = {"export_id": None, "at": at, "actor": SYSTEM, "event": event, "details": details}
    session.execute(insert(AuditRow), [{"tenant": tenant, **values} for tenant in tenants])


def trail_of(session: Session, tenant: str, export_id: int) -> Sequence[AuditRow]:
    query = select(AuditRow).where(AuditRow.tenant == tenant, AuditRow.export_id == export_id)
    return session.scalars(query.order_by(AuditRow.id)).all()


def newest_id(session: Session, tenant: str) -> int:
    """Where the trail of a tenant is now; what happens later has a higher id."""
    return session.scalar(select(func.max(AuditRow.id)).where(AuditRow.tenant == tenant)) or 0


def details_after(session: Session, tenant: str, event: str, after: int) -> Sequence[tuple[int, dict[str, Any]]]:
    """Id and details of the events of one kind since a place in the trail, oldest first."""
    query = select(AuditRow.id, AuditRow.details).where(
        AuditRow.tenant == tenant, AuditRow.event == event, AuditRow.id > after
    )
    return [(row_id, details) for row_id, details in session.execute(query.order_by(AuditRow.id))]


def last_event(session: Session, tenant: str, event: str) -> AuditRow | None:
    """The newest event of the link of this kind."""
    query = select(AuditRow).where(AuditRow.tenant == tenant, AuditRow.event == event, AuditRow.export_id.is_(None))
    return session.scalars(query.where(text(STORY)).order_by(AuditRow.id.desc()).limit(1)).one_or_none()


def last_of(session: Session, tenant: str, events: Collection[str]) -> str | None:
    """Which of these events of the link came last."""
    query = select(AuditRow.event).where(
        AuditRow.tenant == tenant, AuditRow.export_id.is_(None), AuditRow.event.in_(events)
    )
    return session.scalar(query.order_by(AuditRow.id.desc()).limit(1))
