"""What happened: the runs of a tenant with what each did to which invoice, and what people changed. Reading only.

The trail tells what a run did, as a row keeps only which run moved it last. A run's part of the trail lies between the
lines of its beginning and its end.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import Label, Select, and_, case, func, literal, select, text

from mice_exact_plugin.audit import OF_RELATIONS, STORY, SYSTEM, AuditRow
from mice_exact_plugin.domain.run import Figure
from mice_exact_plugin.exports.export import of_row
from mice_exact_plugin.exports.queue import ROW, TABLE
from mice_exact_plugin.exports.table import InvoiceExport
from mice_exact_plugin.link.run import SyncRun
from mice_exact_plugin.mirror import relation_table
from mice_exact_plugin.paging import Page

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from decimal import Decimal

    from sqlalchemy import ColumnElement, TextClause
    from sqlalchemy.orm import Session

    from mice_exact_plugin.exact.sites import Place
    from mice_exact_plugin.exports.export import Export

NIGHTS, LINES = 20, 50
#: Lines of a file that are read together.
FILE_PAGE = 500


class Kind(StrEnum):
    """What a line of the story is about."""

    SETTINGS = "instellingen"
    CONNECTION = "verbinding"
    DEBTORS = "debiteuren"
    RUNS = "synchronisaties"
    INVOICES = "facturen"


_EVENTS = {
    Kind.SETTINGS: ("settings_saved", "switched_on", "switched_off", "mapping_approved"),
    Kind.CONNECTION: (
        "logged_in",
        "administration_chosen",
        "administration_shared",
        "reference_reloaded",
        "no_relations",
        "disconnected",
        "connection_dead",
        "sharing_allowed",
        "uninstalled",
        "verify_on",
        "verify_off",
    ),
    Kind.DEBTORS: (
        "debtor_chosen",
        "supplier_chosen",
        "debtor_wanted",
        "debtor_undone",
        "debtor_rebound",
        "debtor_bound",
        "debtor_created",
        "debtor_promoted",
        "relation_erased",
    ),
    Kind.RUNS: ("run_started", "run_ended"),
}
KINDS = {event: kind for kind, events in _EVENTS.items() for event in events}
#: What the last of these of an invoice says that a run made of it.
_BECAME = {
    Figure.BOOKED: ("posted",),
    Figure.ADOPTED: ("adopted",),
    Figure.BLOCKED: ("blocked", "differs"),
    Figure.UNCONFIRMED: ("unseen", "unconfirmed", "crash_seen"),
    Figure.LEFT: ("not_found",),
    Figure.IGNORED: ("ignored",),
}
_FIGURES = {event: figure for figure, events in _BECAME.items() for event in events}
#: Whose lines are shown when nobody is named.
PEOPLE, EVERYBODY = "", "iedereen"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the story, with the invoice that it is about, if it is about one."""

    id: int
    at: datetime
    actor: str
    event: str
    details: Mapping[str, object]
    identifier: str | None
    invoice_id: str | None

    @property
    def kind(self) -> Kind:
        return KINDS.get(self.event, Kind.INVOICES)


@dataclass(frozen=True, slots=True)
class Came:
    """What a run made of several invoices in one currency, and their sum."""

    figure: Figure
    currency: str
    count: int
    gross: Decimal


def nights(session: Session, tenant: str, number: int) -> Page[SyncRun]:
    here = SyncRun.tenant == tenant
    total = session.execute(select(func.count()).select_from(SyncRun).where(here)).scalar_one()
    query = select(SyncRun).where(here).order_by(SyncRun.id.desc()).limit(NIGHTS).offset((number - 1) * NIGHTS)
    return Page(session.scalars(query).all(), number, total, NIGHTS)


def came_to(session: Session, run: SyncRun) -> list[Came]:
    """Counts and sums of what the run did, by what became of the invoices."""
    last = _last_events(session, run).subquery()
    query = (
        select(_figure(last.c.event), ROW.currency, func.count(), func.sum(ROW.gross))
        .join(TABLE, ROW.id == last.c.export_id)
        .group_by("figure", ROW.currency)
    )
    found = [Came(Figure(figure), *rest) for figure, *rest in session.execute(query)]
    return sorted(found, key=lambda came: (list(Figure).index(came.figure), came.currency))


def invoices_of(session: Session, run: SyncRun, figure: Figure | None, number: int, total: int) -> Page[Export]:
    """The invoices of a run as they are now, of which it made just this, or whatever; those with trouble first."""
    last = _last_events(session, run).subquery()
    query = select(*TABLE.c).join(last, ROW.id == last.c.export_id)
    if figure is not None:
        query = query.where(last.c.event.in_(_BECAME[figure]))
    held, booked = (last.c.event.in_(_BECAME[which]) for which in (Figure.BLOCKED, Figure.BOOKED))
    trouble = case((held, 0), (booked, 2), else_=1)
    ordered = query.order_by(trouble, ROW.sent_at.desc(), ROW.id.desc())
    rows = session.execute(ordered.limit(LINES).offset((number - 1) * LINES))
    return Page([of_row(row) for row in rows], number, total, LINES)


def figures_of(session: Session, run: SyncRun, export_ids: Sequence[int]) -> dict[int, Figure]:
    """What the run made of each of these."""
    last = _last_events(session, run).subquery().c
    query = select(last.export_id, last.event).where(last.export_id.in_(export_ids))
    return {export_id: _FIGURES[event] for export_id, event in session.execute(query)}


def _last_events(session: Session, run: SyncRun) -> Select[tuple[int | None, str]]:
    """Of every invoice that the run dealt with, the last thing that it did."""
    start, end = _span(session, run)
    newest = (
        select(func.max(AuditRow.id).label("id"))
        .where(AuditRow.tenant == run.tenant, AuditRow.id > start, AuditRow.id < end)
        .where(AuditRow.event.in_(_FIGURES), AuditRow.export_id.is_not(None))
        .group_by(AuditRow.export_id)
        .subquery()
    )
    return select(AuditRow.export_id, AuditRow.event).join(newest, AuditRow.id == newest.c.id)


def _span(session: Session, run: SyncRun) -> tuple[int, int]:
    """The ids of the lines of the trail at which it began and ended; one that did nothing has no beginning there."""
    query = select(AuditRow.id, AuditRow.event).where(
        AuditRow.tenant == run.tenant,
        text(STORY),
        AuditRow.event.in_(_EVENTS[Kind.RUNS]),
        AuditRow.at.in_([run.started_at, run.finished_at or run.started_at]),
    )
    found = {event: row_id for row_id, event in session.execute(query.order_by(AuditRow.id))}
    begun = found.get("run_started")
    if begun is None:
        return 0, 0
    return begun, found.get("run_ended", _LARGEST) if run.finished_at else _LARGEST


_LARGEST = 2**62


def _figure(event: ColumnElement[str]) -> Label[str]:
    return case({name: literal(str(figure)) for name, figure in _FIGURES.items()}, value=event).label("figure")


def story(session: Session, tenant: str, kind: Kind | None, who: str, number: int) -> Page[Line]:
    """What happened to the link and what people did, newest first.

    Args:
        who: a name, or everybody; else whoever is a person.
    """
    those = _those(tenant, kind, who)
    total = session.execute(select(func.count()).select_from(AuditRow).where(those)).scalar_one()
    query = _lines(those).limit(LINES).offset((number - 1) * LINES)
    return Page([Line(*row) for row in session.execute(query)], number, total, LINES)


def story_file(session: Session, tenant: str, kind: Kind | None, who: str, before: Line | None) -> list[Line]:
    """The same for a file, the next ones that are older."""
    those = _those(tenant, kind, who)
    query = _lines(those if before is None else and_(those, AuditRow.id < before.id))
    return [Line(*row) for row in session.execute(query.limit(FILE_PAGE))]


def relations_of(session: Session, place: Place, lines: Sequence[Line]) -> dict[str, str]:
    """The names of the relations that lines about debtors tell of, by code; nothing is asked where none does."""
    told = [line.details for line in lines if line.kind is Kind.DEBTORS and line.event != "relation_erased"]
    codes = {str(details[name]) for details in told for name in OF_RELATIONS if details.get(name)}
    return relation_table.names_by_code(session, *place, codes) if codes else {}


def people(session: Session, tenant: str) -> list[str]:
    """Whoever did something here, by name."""
    query = select(AuditRow.actor).where(AuditRow.tenant == tenant, text(STORY), AuditRow.actor != SYSTEM)
    return sorted(session.scalars(query.distinct()))


def _lines(those: ColumnElement[bool]) -> Select[tuple[object, ...]]:
    columns = (AuditRow.id, AuditRow.at, AuditRow.actor, AuditRow.event, AuditRow.details)
    invoice = InvoiceExport.identifier, InvoiceExport.invoice_id
    query = select(*columns, *invoice).outerjoin(InvoiceExport, InvoiceExport.id == AuditRow.export_id)
    return query.where(those).order_by(AuditRow.id.desc())


def _those(tenant: str, kind: Kind | None, who: str) -> ColumnElement[bool]:
    found: list[ColumnElement[bool] | TextClause] = [AuditRow.tenant == tenant, text(STORY)]
    if kind is Kind.INVOICES:
        found.append(AuditRow.event.not_in(KINDS))
    elif kind is not None:
        found.append(AuditRow.event.in_(_EVENTS[kind]))
    if who == PEOPLE:
        found.append(AuditRow.actor != SYSTEM)
    elif who != EVERYBODY:
        found.append(AuditRow.actor == who)
    return and_(*found)
