"""Remarks on exports: made by whatever sees something, shown wherever the state is, put aside by a person."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import datetime
from functools import cache

# Any: SQLAlchemy does not know the types of a row of Core.
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BigInteger,
    Index,
    String,
    TypeDecorator,
    bindparam,
    exists,
    insert,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Mapped, mapped_column

from mice_exact_plugin import clock
from mice_exact_plugin.audit import SYSTEM, record
from mice_exact_plugin.database import Base, Json, RowId, Shown, UtcDateTime, columns_of, core, step
from mice_exact_plugin.domain.entry.comparison import Difference, Part, as_kept
from mice_exact_plugin.domain.reason import kept
from mice_exact_plugin.domain.remarks import DISAGREES, Remark, RemarkCode, Said
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.exports.table import InvoiceExport
from mice_exact_plugin.prepared import among, listed, room_for

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from sqlalchemy import ColumnElement, Executable, Row
    from sqlalchemy.engine import Dialect
    from sqlalchemy.orm import InstrumentedAttribute, Session

    from mice_exact_plugin.domain.kept import KeptDifference
    from mice_exact_plugin.runtime import Person, Runtime

#: The longest reason that is kept.
REASON_LIMIT = 1000


class SaidColumn(TypeDecorator[Said]):
    """The parameters of a remark; versions on the way to this one kept differences as text."""

    impl = Json
    cache_ok = True

    def process_result_value(self, value: Said | None, dialect: Dialect) -> Said:
        said: Said = value or {}
        stored: object = said.get("differences")
        return {**said, "differences": json.loads(stored)} if isinstance(stored, str) else said


class RemarkRow(Base):
    """One remark; open while nobody has put it aside. Of one kind an export has at most one open."""

    __tablename__ = "exact_remark"
    __table_args__ = (
        Index("ix_exact_remark_export", "export_id", "code"),
        Index(
            "uq_exact_remark_open",
            "export_id",
            "code",
            unique=True,
            sqlite_where=text("seen_at IS NULL"),
            postgresql_where=text("seen_at IS NULL"),
        ),
        Index("ix_exact_remark_tenant", "tenant", "seen_at"),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant: Mapped[str] = mapped_column(String(100))
    export_id: Mapped[int] = mapped_column(BigInteger)
    code: Mapped[str] = mapped_column(String(40))
    params: Mapped[Said] = mapped_column(SaidColumn)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    #: Who put it aside, when and why; the system puts aside what is no longer so.
    seen_by: Mapped[str | None] = mapped_column(Shown)
    seen_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    reason: Mapped[str | None] = mapped_column(String(REASON_LIMIT))


_ROW = columns_of(RemarkRow)


def latest(session: Session, export_id: int, code: str) -> Row[Any] | None:
    """The newest remark of a kind, open or put aside."""
    query = select(*RemarkRow.__table__.c).where(RemarkRow.export_id == export_id, RemarkRow.code == code)
    return session.execute(query.order_by(RemarkRow.id.desc()).limit(1)).one_or_none()


def insert_open(session: Session, export_id: int, code: str, params: Said, now: datetime) -> None:
    """Add an open remark to an export of whatever tenant; another process may have been first, which is as good."""
    tenant = select(InvoiceExport.tenant).where(InvoiceExport.id == export_id).scalar_subquery()
    values = {"tenant": tenant, "export_id": export_id, "code": code, "params": params, "made_at": now}
    try:
        with session.begin_nested():
            session.execute(insert(RemarkRow).values(values))
    except IntegrityError:
        return


def change_params(session: Session, remark_id: int, params: Said) -> None:
    session.execute(update(RemarkRow).where(RemarkRow.id == remark_id).values(params=params))


def close(session: Session, remark_id: int, tenant: str, by: str, now: datetime, reason: str | None) -> Row[Any] | None:
    """Put an open remark aside; its row, or None when it is not open or another tenant's."""
    return session.execute(
        update(RemarkRow)
        .where(RemarkRow.id == remark_id, RemarkRow.tenant == tenant, RemarkRow.seen_at.is_(None))
        .values(seen_by=by, seen_at=now, reason=reason)
        .returning(RemarkRow.export_id, RemarkRow.code)
        .execution_options(synchronize_session=False)
    ).one_or_none()


def open_rows(session: Session, tenant: str, export_ids: Collection[int] | None) -> Sequence[Row[Any]]:
    """The open remarks of these exports, or of all, oldest first."""
    query = select(*RemarkRow.__table__.c).where(RemarkRow.tenant == tenant, RemarkRow.seen_at.is_(None))
    if export_ids is not None:
        query = query.where(RemarkRow.export_id.in_(export_ids))
    return session.execute(query.order_by(RemarkRow.id)).all()


class RemarkRefused(LinkError):
    """The remark cannot be put aside: it is not open any more (`not_open`), or has no reason (`reason_missing`)."""


def add(session: Session, export_id: int, code: RemarkCode, params: Said | None = None) -> bool:
    """Remark something within the caller's transaction; whether that says anything new.

    Of one kind an export has one open remark, which says what was seen last. What a person put aside comes back only
    when it says something else.
    """
    said = params or {}
    earlier = latest(session, export_id, code)
    if earlier is None or (earlier.seen_at is not None and (earlier.params != said or earlier.seen_by == SYSTEM)):
        insert_open(session, export_id, code, said, clock.now())
        return True
    if earlier.seen_at is None and earlier.params != said:
        change_params(session, earlier.id, said)
        return True
    return False


def on_booked(session: Session, export_id: int, deleted_at: datetime | None, fallbacks: Sequence[object]) -> None:
    """What is known of an invoice the moment it is booked, within the caller's transaction."""
    if fallbacks:
        add(session, export_id, RemarkCode.DEFAULT_LEDGER)
    if deleted_at is not None:
        add(session, export_id, RemarkCode.DELETED_AFTER_BOOKING)


#: What a person binds knowingly, by what differs.
_KNOWN = {
    Part.GROSS: RemarkCode.OTHER_AMOUNT,
    Part.DEBTOR: RemarkCode.OTHER_DEBTOR,
    Part.ENTRY_DATE: RemarkCode.OTHER_DATE,
}


def add_known(session: Session, export_id: int, differences: Iterable[Difference]) -> None:
    """A person binds an entry that differs: each kind of difference is a remark, within the caller's transaction."""
    others = []
    for found in differences:
        if code := _KNOWN.get(found.part):
            add(session, export_id, code, {"ours": found.ours, "theirs": found.theirs})
        else:
            others.append(found)
    if others:
        add(session, export_id, RemarkCode.DIFFERS, {"differences": as_kept(others)})


def differences_of(session: Session, export_id: int) -> tuple[KeptDifference, ...]:
    """How an entry differs for all that was remarked and still is so, though a person may have put it aside."""
    parts = {code: part for part, code in _KNOWN.items()}
    query = select(RemarkRow.code, RemarkRow.params).where(
        RemarkRow.export_id == export_id,
        RemarkRow.code.in_((RemarkCode.DIFFERS, *parts)),
        still_so(),
    )
    newest: dict[str, Said] = {row.code: row.params for row in session.execute(query.order_by(RemarkRow.id))}
    others = newest.pop(RemarkCode.DIFFERS, {}).get("differences", [])
    known = [Difference(parts[RemarkCode(code)], said["ours"], said["theirs"]) for code, said in newest.items()]
    return (*as_kept(known), *others)


def seen_instead(session: Session, export_id: int, part: Part) -> dict[str, str]:
    """What somebody saw in Exact of one part of an entry, by what was sent."""
    found = differences_of(session, export_id)
    return {each["ours"]: each["theirs"] for each in found if each["part"] == part and each["theirs"]}


def is_known(session: Session, export_id: int, difference: Difference) -> bool:
    """Whether a person bound the entry although it differs just so."""
    code = _KNOWN.get(difference.part)
    earlier = latest(session, export_id, code) if code else None
    return earlier is not None and earlier.seen_by != SYSTEM and earlier.params.get("theirs") == difference.theirs


def withdraw(session: Session, export_id: int, code: RemarkCode) -> None:
    """What was remarked is no longer so: put aside by the system, within the caller's transaction."""
    earlier = latest(session, export_id, code)
    if earlier is not None and earlier.seen_at is None:
        close(session, earlier.id, earlier.tenant, SYSTEM, clock.now(), None)


def put_aside(runtime: Runtime, tenant: str, remark_id: int, person: Person, reason: str) -> None:
    """A person has seen it, and says why it may rest where invoice and entry do not say the same.

    A point of attention is only seen.
    """
    why = kept(reason, REASON_LIMIT)
    with step(runtime.session):
        now = runtime.now()
        closed = close(runtime.session, remark_id, tenant, person.name, now, why or None)
        if closed is None:
            raise RemarkRefused("not_open")
        if not why and closed.code in DISAGREES:
            raise RemarkRefused("reason_missing")
        told = {"remark": closed.code, "why": why} if why else {"remark": closed.code}
        event = "remark_put_aside" if why else "remark_seen"
        record(runtime.session, tenant, event, at=now, actor=person.name, export_id=closed.export_id, **told)


def is_seen_gone(export_id: ColumnElement[int] | InstrumentedAttribute[int]) -> ColumnElement[bool]:
    """Whether somebody saw that the entry of an export was deleted in Exact, and it was not booked anew since."""
    is_gone = RemarkRow.code == RemarkCode.DELETED_IN_EXACT
    return exists().where(RemarkRow.export_id == export_id, is_gone, still_so())


def seen_gone(session: Session, export_ids: Collection[int]) -> set[int]:
    """Those of these exports of which somebody saw so."""
    query = select(InvoiceExport.id).where(InvoiceExport.id.in_(export_ids), is_seen_gone(InvoiceExport.id))
    return set(session.scalars(query))


def said_of(session: Session, export_ids: Collection[int], codes: Collection[RemarkCode]) -> dict[int, list[Said]]:
    """What these exports are remarked and nobody saw to be otherwise since, also where a person put it aside."""
    query = select(RemarkRow.export_id, RemarkRow.params).where(
        RemarkRow.export_id.in_(export_ids), RemarkRow.code.in_(codes), still_so()
    )
    found: dict[int, list[Said]] = defaultdict(list)
    for export_id, said in session.execute(query.order_by(RemarkRow.id)):
        found[export_id].append(said)
    return dict(found)


def open_with(session: Session, tenant: str, code: RemarkCode, most: int) -> list[int]:
    """The exports of a tenant with an open remark of this kind, the oldest so many."""
    query = select(RemarkRow.export_id).where(RemarkRow.tenant == tenant, RemarkRow.seen_at.is_(None))
    return list(session.scalars(query.where(RemarkRow.code == code).order_by(RemarkRow.id).limit(most)))


def still_so() -> ColumnElement[bool]:
    return or_(RemarkRow.seen_by.is_(None), RemarkRow.seen_by != SYSTEM)


def with_open(session: Session, export_ids: Collection[int], code: RemarkCode) -> set[int]:
    """Which of these exports have an open remark of this kind."""
    room = room_for(export_ids)
    asked = {"of_code": code, **listed("export", export_ids, room)}
    return {export_id for (export_id,) in core(session, _with_open(room), asked)}


@cache
def _with_open(room: int) -> Executable:
    query = select(_ROW.export_id).where(among(_ROW.export_id, "export", room))
    return query.where(_ROW.code == bindparam("of_code"), _ROW.seen_at.is_(None))


def open_of(session: Session, tenant: str, export_ids: Collection[int] | None = None) -> dict[int, list[Remark]]:
    """The open remarks of these exports, or of all, oldest first, by export id; those without one are absent."""
    found: dict[int, list[Remark]] = defaultdict(list)
    for row in open_rows(session, tenant, export_ids):
        if row.code in set(RemarkCode):  # a database of a later version may know more
            found[row.export_id].append(Remark(row.id, row.export_id, RemarkCode(row.code), row.params, row.made_at))
    return dict(found)
