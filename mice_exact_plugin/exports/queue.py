"""The statements over the rows of invoices, in SQLAlchemy Core: every change of state is one conditional UPDATE.

What is asked for each invoice is built once and run past the ORM, which would rewrite it and make its key anew.
"""

from __future__ import annotations

from functools import cache

# Any: SQLAlchemy does not know the types of a row of Core.
from typing import TYPE_CHECKING, Any, NamedTuple, Unpack, cast

from sqlalchemy import (
    ColumnElement,
    Executable,
    ScalarSelect,
    Select,
    String,
    bindparam,
    case,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import aliased

from mice_exact_plugin.database import columns_of, core, cut, table_of
from mice_exact_plugin.domain.debtor.bindings import name_key
from mice_exact_plugin.domain.debtor.names import whole_name
from mice_exact_plugin.domain.entry.entry import normal_reference
from mice_exact_plugin.domain.states import Event, State, next_state
from mice_exact_plugin.exports.export import Changes, Compared, Export, of_row
from mice_exact_plugin.exports.table import InvoiceExport, Stated

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime

    from sqlalchemy.orm import InstrumentedAttribute, Session

    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.domain.problems import Code

#: The width of the column; an id of a host that is longer would speak for nobody.
CLIENT_ID = 64
TABLE, ROW = table_of(InvoiceExport), columns_of(InvoiceExport)
#: States in which a row still has something to become.
OPEN = (State.QUEUED, State.CLAIMED, State.UNCONFIRMED, State.BLOCKED)


def add(session: Session, invoice: Invoice, now: datetime) -> int | None:
    """Put an invoice in the queue: the new row's id, or None when the invoice has a row already."""
    columns = {
        "tenant": invoice.tenant,
        "invoice_id": invoice.id,
        **facts_of(invoice),
        "queued_at": now,
        "state": next_state(None, Event.QUEUE),
    }
    try:
        with session.begin_nested():
            return session.execute(insert(InvoiceExport).values(columns).returning(InvoiceExport.id)).scalar()
    except IntegrityError:
        return None


def facts_of(invoice: Invoice) -> Changes:
    """The columns that repeat the invoice, for lists and for finding it again."""
    return {
        "identifier": invoice.identifier,
        "reference": normal_reference(invoice.identifier),
        "is_credit": invoice.is_credit,
        "credits_id": invoice.credits_id,
        "invoice_date": invoice.invoice_date,
        "sent_at": invoice.sent_at,
        **_debtor_facts(invoice),
        "currency": invoice.currency,
        "gross": invoice.gross,
    }


def new_facts(row: Export | Compared, invoice: Invoice) -> Changes:
    """Those of them that the row does not repeat yet: every index of a column that is set is written anew."""
    facts: dict[str, object] = {**facts_of(invoice)}
    return cast("Changes", {name: value for name, value in facts.items() if getattr(row, name) != value})


def _debtor_facts(invoice: Invoice) -> Changes:
    named = whole_name(invoice.debtor)
    client_id = invoice.debtor.client_id
    return {
        "debtor_name": cut(named[0]) if named else None,
        "debtor_key": name_key(named[0]) if named else None,
        "client_id": client_id if client_id and len(client_id) <= CLIENT_ID else None,
    }


def row_of(session: Session, tenant: str, invoice_id: str) -> Export | None:
    query = shown().where(InvoiceExport.tenant == tenant, InvoiceExport.invoice_id == invoice_id)
    return next(iter(exports(session, query)), None)


def exports(session: Session, query: Select[Any]) -> list[Export]:
    """What a query of whole rows finds."""
    return [of_row(row) for row in session.connection().execute(query)]


def found(session: Session, query: Executable, values: Mapping[str, object]) -> list[Export]:
    """The same of a query that was built once."""
    return [of_row(row) for row in core(session, query, values)]


@cache
def shown() -> Select[Any]:
    """Rows as they are shown: `waits_for` is the number of the original or the deposit that is booked first."""
    return select(*TABLE.c, original_waited_for().label("waits_for"))


class Moved(NamedTuple):
    """Of a row that is booked now, what is known only there."""

    deleted_at: datetime | None = None
    fallbacks: Sequence[dict[str, object]] = ()


def advance(
    session: Session,
    export_id: int,
    state: State,
    event: Event,
    *,
    claimed_under: int | None = None,
    as_read: int | None = None,
    **changes: Unpack[Changes],
) -> Moved | None:
    """Move a row from `state` by `event`; None when another was first (the row is not in that state, or not ours).

    Args:
        claimed_under: when given, only a claim made under this fencing number is touched.
        as_read: when given, only a row of which the host has told nothing since it had this version.
    """
    values = {f"to_{name}": value for name, value in changes.items()}
    values |= {"of_id": export_id, "of_state": state, "to_state": next_state(state, event)}
    values |= {"of_fence": claimed_under, "of_version": as_read}
    moving = _moving(tuple(changes), is_fenced=claimed_under is not None, is_versioned=as_read is not None)
    found = core(session, moving, values)
    if "synced_at" not in changes:
        return Moved() if found.rowcount else None
    row = found.first()
    return None if row is None else Moved(*row)


@cache
def _moving(columns: tuple[str, ...], *, is_fenced: bool, is_versioned: bool) -> Executable:
    """Built once for each set of columns, of which there are as many as places that move a row."""
    moving = update(TABLE).where(ROW.id == bindparam("of_id"), ROW.state == bindparam("of_state"))
    if is_fenced:
        moving = moving.where(ROW.fence == bindparam("of_fence"))
    if is_versioned:
        moving = moving.where(ROW.version == bindparam("of_version"))
    moving = moving.values(_bound(("state", *columns)))
    # SQLAlchemy describes what comes back anew each time, and only a booking asks for it.
    return moving.returning(ROW.deleted_at, ROW.fallbacks) if "synced_at" in columns else moving


def note(session: Session, export_id: int, **changes: Unpack[Changes]) -> None:
    """Write columns that say nothing about the state."""
    values = {f"to_{name}": value for name, value in changes.items()}
    core(session, _noting(tuple(changes)), {"of_id": export_id, **values})


@cache
def _noting(columns: tuple[str, ...]) -> Executable:
    return update(TABLE).where(ROW.id == bindparam("of_id")).values(_bound(columns))


def _bound(columns: Iterable[str]) -> dict[str, Any]:
    return {name: bindparam(f"to_{name}") for name in columns}


def note_changed(session: Session, export_id: int, at: datetime | None) -> bool:
    """Mark that the invoice says something else than was booked, or no longer so; False when another was first."""
    return core(session, _MARKING if at else _UNMARKING, {"of_id": export_id, "to_changed_at": at}).rowcount == 1


_NOTED = update(TABLE).where(ROW.id == bindparam("of_id")).values(changed_at=bindparam("to_changed_at"))
_MARKING, _UNMARKING = _NOTED.where(ROW.changed_at.is_(None)), _NOTED.where(ROW.changed_at.is_not(None))


def told(session: Session, tenant: str, invoice_id: str) -> Export | None:
    """The row of an invoice of which the host tells something, as it is from here on; None for one without a row.

    What was read of it before may be outdated, and a claim can see so. The write comes before the reading: a claim that
    is being made is waited for, and none is made until the caller's transaction ends.
    """
    found = core(session, _TELLING, {"of_tenant": tenant, "of_invoice": invoice_id}).scalar()
    return None if found is None else row_of(session, tenant, invoice_id)


_TELLING = (
    update(TABLE)
    .where(ROW.tenant == bindparam("of_tenant"), ROW.invoice_id == bindparam("of_invoice"))
    .values(version=ROW.version + 1)
    .returning(ROW.id)
)


def in_state(session: Session, tenant: str, *states: State) -> list[Export]:
    """Oldest first; put in order here, as SQLite would walk the whole history in that order to find these few."""
    return sorted(found(session, _in_state(states), {"of_tenant": tenant}), key=lambda row: (row.sent_at, row.id))


@cache
def _in_state(states: tuple[State, ...]) -> Select[Any]:
    return select(*TABLE.c).where(ROW.tenant == bindparam("of_tenant"), is_one_of(ROW.state, states))


def blocked_with(session: Session, tenant: str, *codes: Code) -> list[Export]:
    """Blocked rows that have a problem of these kinds, looked for in the stored text: few of many have one."""
    return found(session, _blocked_with(codes), {"of_tenant": tenant})


@cache
def _blocked_with(codes: tuple[Code, ...]) -> Executable:
    kinds = or_(*(ROW.problems.cast(String).contains(f'"{code}"') for code in codes))
    return _in_state((State.BLOCKED,)).where(kinds)


def may_still_arrive(session: Session, tenant: str) -> bool:
    """Whether something of an invoice may be in the administration of now: only there can it be searched for."""
    rows = in_state(session, tenant, State.CLAIMED, State.UNCONFIRMED, State.BLOCKED)
    return any(row.state != State.BLOCKED or row.sends for row in rows)


def waiting_of(session: Session, tenant: str, debtor_key: str, before: date) -> list[Export]:
    """Invoices of debtors with this name that are not booked yet and are of before a day, oldest first.

    What 0.1 queued knows no key of its debtor, and may be anybody's.
    """
    query = select(*TABLE.c).where(
        InvoiceExport.tenant == tenant,
        InvoiceExport.state.in_((State.QUEUED, State.BLOCKED)),
        InvoiceExport.invoice_date < before,
        or_(InvoiceExport.debtor_key == debtor_key, InvoiceExport.debtor_key.is_(None)),
    )
    return exports(session, query.order_by(InvoiceExport.invoice_date, InvoiceExport.id))


def original_waited_for() -> ScalarSelect[str]:
    original = aliased(InvoiceExport)
    credited = case((InvoiceExport.is_credit, InvoiceExport.credits_id))
    first = original.invoice_id.in_((InvoiceExport.waits_on, credited))
    query = select(func.min(original.identifier)).where(original.tenant == InvoiceExport.tenant, first)
    return query.where(is_one_of(original.state, OPEN)).correlate(InvoiceExport).scalar_subquery()


def is_one_of(
    state: ColumnElement[State] | InstrumentedAttribute[State], states: Iterable[State]
) -> ColumnElement[bool]:
    """As values of its own: a list of whatever length would be written anew each time."""
    return state.in_([literal(each, Stated()) for each in states])
