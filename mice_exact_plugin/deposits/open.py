"""The deposits that are still open: per event what is booked and taken off, and the totals per account and rate.

Told from the lines that were kept, in as many statements whatever there is; neither the host nor Exact is asked.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import and_, case, func, literal, or_, select, text, union_all

from mice_exact_plugin.database import Cents
from mice_exact_plugin.deposits.known import may_be_in_exact
from mice_exact_plugin.deposits.table import DepositRow
from mice_exact_plugin.domain.invoice import LineKind
from mice_exact_plugin.domain.money import ZERO
from mice_exact_plugin.exports import remarks
from mice_exact_plugin.exports.lines import OF_DEPOSITS, ExportLine
from mice_exact_plugin.exports.table import InvoiceExport

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from sqlalchemy import ColumnElement, Select, Subquery
    from sqlalchemy.orm import Session

    from mice_exact_plugin.domain.remarks import Remark


@dataclass(frozen=True, slots=True)
class OpenDeposit:
    """One deposit invoice of which something is left; what the host or the books do not tell is None.

    Attributes:
        taken: what was taken off or credited, below zero.
        accounts: where it stands, by code.
    """

    invoice_id: str
    identifier: str | None
    debtor_name: str | None
    invoice_date: date | None
    currency: str | None
    event_id: str | None
    event_name: str | None
    starts_on: date | None
    ends_on: date | None
    is_cancelled: bool
    booked: Decimal
    taken: Decimal
    accounts: tuple[str, ...]
    remarks: tuple[Remark, ...] = ()

    @property
    def open(self) -> Decimal:
        return self.booked + self.taken


@dataclass(slots=True)
class Sums:
    """Of one deposit invoice; what was taken off or credited is below zero."""

    booked: Decimal = ZERO
    taken: Decimal = ZERO
    accounts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Total:
    """What an account has of deposits at one rate."""

    account: str
    rate: Decimal | None
    booked: Decimal
    taken: Decimal

    @property
    def open(self) -> Decimal:
        return self.booked + self.taken


def count(session: Session, tenant: str) -> int:
    """How many deposit invoices are open."""
    return session.execute(select(func.count()).select_from(_open(tenant).subquery())).scalar_one()


def page(session: Session, tenant: str, start: int, size: int) -> tuple[OpenDeposit, ...]:
    """Those whose event is first, a part of them; what has no event goes by its own date."""
    still = _open(tenant).subquery()
    mine = and_(InvoiceExport.tenant == tenant, InvoiceExport.invoice_id == still.c.invoice_id)
    first = func.coalesce(DepositRow.starts_on, InvoiceExport.invoice_date)
    query = select(still.c.invoice_id, InvoiceExport, DepositRow).outerjoin(InvoiceExport, mine)
    query = query.outerjoin(DepositRow, DepositRow.export_id == InvoiceExport.id)
    query = query.order_by(first, DepositRow.event_id, still.c.invoice_id)
    rows = session.execute(query.offset(start).limit(size)).all()
    sums = _sums(session, tenant, [row[0] for row in rows])
    said = remarks.open_of(session, tenant, [row[1].id for row in rows if row[1]])
    return tuple(
        _deposit(key, export, told, sums[key], tuple(said.get(export.id, ())) if export else ())
        for key, export, told in rows
    )


def of_invoice(session: Session, tenant: str, invoice_id: str) -> Sums:
    """What is booked of one deposit and what was taken off."""
    return _sums(session, tenant, [invoice_id])[invoice_id]


def totals(session: Session, tenant: str) -> tuple[Total, ...]:
    """By account and rate, also where nothing is left."""
    moves = _moves(tenant)
    of = moves.c.gl_account_code, moves.c.vat_rate
    rows = session.execute(select(*of, *_sides(moves)).group_by(*of).order_by(*of))
    return tuple(Total(row[0] or "", None if row[1] is None else Decimal(row[1]), row[2], row[3]) for row in rows)


def _moves(tenant: str) -> Subquery:
    """What every line of a deposit does to it, by the deposit invoice."""
    here = (
        ExportLine.export_id == InvoiceExport.id,
        ExportLine.generation == InvoiceExport.generation,
        ExportLine.tenant == tenant,
        text(OF_DEPOSITS),
        may_be_in_exact(),
    )
    told = ExportLine.gl_account_code, ExportLine.vat_rate, ExportLine.net
    is_deposit = and_(ExportLine.kind == LineKind.DEPOSIT, ~InvoiceExport.is_credit)
    booked = select(InvoiceExport.invoice_id, literal(0).label("takes"), *told).where(*here, is_deposit)
    credited = case((InvoiceExport.is_credit, InvoiceExport.credits_id))
    of = func.coalesce(ExportLine.settles_invoice_id, credited)
    credits = and_(ExportLine.kind == LineKind.DEPOSIT, InvoiceExport.is_credit)
    takes = or_(ExportLine.kind == LineKind.DEPOSIT_SETTLEMENT, credits)
    taken = select(of.label("invoice_id"), literal(1).label("takes"), *told).where(*here, takes, of.is_not(None))
    return union_all(booked, taken).subquery()


def _sides(moves: Subquery) -> tuple[ColumnElement[Decimal], ColumnElement[Decimal]]:
    def side(takes: int) -> ColumnElement[Decimal]:
        found = func.sum(case((moves.c.takes == takes, moves.c.net), else_=ZERO))
        return func.coalesce(found, ZERO, type_=Cents())

    return side(0), side(1)


def _open(tenant: str) -> Select[tuple[str]]:
    """At one rate something can be left while all rates together are even."""
    moves = _moves(tenant)
    by_rate = select(moves.c.invoice_id).group_by(moves.c.invoice_id, moves.c.vat_rate)
    return by_rate.having(func.sum(moves.c.net) != ZERO).distinct()


def _sums(session: Session, tenant: str, ids: Collection[str]) -> dict[str, Sums]:
    moves = _moves(tenant)
    of = moves.c.invoice_id, moves.c.gl_account_code
    query = select(*of, *_sides(moves)).where(moves.c.invoice_id.in_(ids)).group_by(*of).order_by(*of)
    found: dict[str, Sums] = defaultdict(Sums)
    for key, account, booked, taken in session.execute(query):
        sums = found[key]
        sums.booked, sums.taken = sums.booked + booked, sums.taken + taken
        sums.accounts = (*sums.accounts, account or "")
    return found


def _deposit(
    key: str, export: InvoiceExport | None, told: DepositRow | None, sums: Sums, said: tuple[Remark, ...]
) -> OpenDeposit:
    return OpenDeposit(
        invoice_id=key,
        identifier=export.identifier if export else None,
        debtor_name=export.debtor_name if export else None,
        invoice_date=export.invoice_date if export else None,
        currency=export.currency if export else None,
        event_id=told.event_id if told else None,
        event_name=told.event_name if told else None,
        starts_on=told.starts_on if told else None,
        ends_on=told.ends_on if told else None,
        is_cancelled=told is not None and told.is_cancelled,
        booked=sums.booked,
        taken=sums.taken,
        accounts=sums.accounts,
        remarks=said,
    )
