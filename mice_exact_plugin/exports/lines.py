"""What was booked, line by line: the rows of `exact_export_line`, written with the claim and kept as its proof.

A row tells what was sent, also when the answer was lost; of a claim that came to nothing the next one overwrites them.
An export without rows was booked before they were kept, or found in Exact and never sent. Those of an adopted export
are assumed: what was sent looked the same, and only reading the entry's lines back (`seen_at`) tells.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, TypedDict

from sqlalchemy import BigInteger, Index, Integer, String, bindparam, delete, select, text
from sqlalchemy.orm import Mapped, mapped_column

from mice_exact_plugin.database import Base, Cents, Json, UtcDateTime, columns_of, core, core_all, inserting, table_of
from mice_exact_plugin.domain.entry.booked import BookedLine, Origin
from mice_exact_plugin.domain.invoice import LineKind, Situation

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy.orm import Session

    from mice_exact_plugin.exports.export import Export

#: The width of the column; an id of a host that is longer would pair with nothing.
INVOICE_ID = 64
_ORIGINS: dict[str, Origin] = {each.value: each for each in Origin}
_KINDS: dict[str, LineKind] = {each.value: each for each in LineKind}
_SITUATIONS: dict[str, Situation] = {each.value: each for each in Situation}


#: The few lines that are a deposit or take one off: a statement that says so in these words reads their index.
OF_DEPOSITS = "(kind IN ('deposit', 'deposit_settlement') OR settles_invoice_id IS NOT NULL)"


class ExportLine(Base):
    """One line of an entry. It says nothing of the customer."""

    __tablename__ = "exact_export_line"
    __table_args__ = (
        Index(
            "ix_exact_export_line_deposits",
            "tenant",
            "settles_invoice_id",
            sqlite_where=text(OF_DEPOSITS),
            postgresql_where=text(OF_DEPOSITS),
        ),
    )

    export_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    generation: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    position: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=False)
    tenant: Mapped[str] = mapped_column(String(100))
    gl_account_id: Mapped[str] = mapped_column(String(36))
    gl_account_code: Mapped[str | None] = mapped_column(String(30))
    vat_code: Mapped[str] = mapped_column(String(30))
    #: In percent, as text: SQLite has no decimal type.
    vat_rate: Mapped[str | None] = mapped_column(String(20))
    net: Mapped[Decimal] = mapped_column(Cents)
    vat: Mapped[Decimal] = mapped_column(Cents)
    #: Where the ledgers of the lines behind it came from, with blanks between.
    origins: Mapped[str] = mapped_column(String(60))
    kind: Mapped[str | None] = mapped_column(String(20))
    situation: Mapped[str | None] = mapped_column(String(20))
    settles_invoice_id: Mapped[str | None] = mapped_column(String(INVOICE_ID))
    cost_center: Mapped[str | None] = mapped_column(String(30))
    cost_unit: Mapped[str | None] = mapped_column(String(30))
    #: The codes of the rate groups behind it, None for lines without one; NULL where that is not known.
    rate_groups: Mapped[list[str | None] | None] = mapped_column(Json)
    #: When it was read back from Exact; None for what was sent.
    seen_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Columns(TypedDict):
    """What is written of a line, by the names of the table's columns."""

    export_id: int
    generation: int
    position: int
    tenant: str
    gl_account_id: str
    gl_account_code: str | None
    vat_code: str
    vat_rate: str | None
    net: Decimal
    vat: Decimal
    origins: str
    kind: str | None
    situation: str | None
    settles_invoice_id: str | None
    cost_center: str | None
    cost_unit: str | None
    rate_groups: list[str | None] | None
    seen_at: datetime | None


_TABLE, _ROW = table_of(ExportLine), columns_of(ExportLine)
_ADDING = inserting(_TABLE)
_DROPPING = delete(_TABLE).where(
    _ROW.export_id == bindparam("of_export"), _ROW.generation == bindparam("of_generation")
)


@dataclass(frozen=True, slots=True)
class KeptLines:
    """The lines of one entry, in the order of sending; `is_assumed` when nobody has seen them in Exact."""

    lines: tuple[BookedLine, ...]
    seen_at: datetime | None = None
    is_assumed: bool = False


def keep(session: Session, row: Export, lines: Sequence[BookedLine], *, seen_at: datetime | None = None) -> None:
    """Write down the lines of a row's present generation within the caller's transaction, instead of earlier ones.

    Args:
        row: as it was read; before its first claim it can have no lines of this generation.
        seen_at: when they were read back from Exact.
    """
    if row.posting_key is not None or seen_at is not None:
        core(session, _DROPPING, {"of_export": row.id, "of_generation": row.generation})
    core_all(session, _ADDING, [_as_row(row, place, line, seen_at) for place, line in enumerate(lines, start=1)])


def of(session: Session, row: Export) -> KeptLines | None:
    """The lines of a row's present generation; None where none were kept."""
    return of_many(session, [row]).get(row.id)


def of_many(session: Session, rows: Collection[Export]) -> dict[int, KeptLines]:
    """The same of many, by the id of the export; who has none is absent."""
    exports = {row.id: row for row in rows}
    query = select(ExportLine).where(ExportLine.export_id.in_(exports)).execution_options(populate_existing=True)
    found: dict[int, list[ExportLine]] = {}
    for each in session.scalars(query.order_by(ExportLine.export_id, ExportLine.position)):
        if each.generation == exports[each.export_id].generation:
            found.setdefault(each.export_id, []).append(each)
    return {export_id: _kept(exports[export_id], each) for export_id, each in found.items()}


def _kept(row: Export, lines: Sequence[ExportLine]) -> KeptLines:
    seen_at = lines[0].seen_at
    return KeptLines(tuple(map(_value, lines)), seen_at, is_assumed=row.adopted and seen_at is None)


def _as_row(row: Export, position: int, line: BookedLine, seen_at: datetime | None) -> Columns:
    settles = line.settles_invoice_id
    return {
        "export_id": row.id,
        "generation": row.generation,
        "position": position,
        "tenant": row.tenant,
        "gl_account_id": line.gl_account_id,
        "gl_account_code": line.gl_account_code,
        "vat_code": line.vat_code,
        "vat_rate": None if line.vat_rate is None else str(line.vat_rate),
        "net": line.net,
        "vat": line.vat,
        "origins": " ".join(line.origins),
        "kind": line.kind and line.kind.value,
        "situation": line.situation and line.situation.value,
        "settles_invoice_id": settles if settles and len(settles) <= INVOICE_ID else None,
        "cost_center": line.cost_center,
        "cost_unit": line.cost_unit,
        "rate_groups": list(line.groups) or None,
        "seen_at": seen_at,
    }


def _value(kept: ExportLine) -> BookedLine:
    """What a later version of the plugin wrote is passed over."""
    return BookedLine(
        gl_account_id=kept.gl_account_id,
        gl_account_code=kept.gl_account_code,
        vat_code=kept.vat_code,
        vat_rate=None if kept.vat_rate is None else Decimal(kept.vat_rate),
        net=kept.net,
        vat=kept.vat,
        origins=tuple(_ORIGINS[each] for each in kept.origins.split() if each in _ORIGINS),
        kind=_KINDS.get(kept.kind or ""),
        situation=_SITUATIONS.get(kept.situation or ""),
        settles_invoice_id=kept.settles_invoice_id,
        cost_center=kept.cost_center,
        cost_unit=kept.cost_unit,
        groups=tuple(kept.rate_groups or ()),
    )
