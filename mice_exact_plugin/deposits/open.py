"""The deposits that are still open: per event what is booked and taken off, and the totals per account and rate.

Told from the lines that were kept, in as many statements whatever there is; neither the host nor Exact is asked.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import and_, case, func, literal, or_, select, text, true, union_all

from mice_exact_plugin.database import Cents
from mice_exact_plugin.deposits.known import may_be_in_exact
from mice_exact_plugin.deposits.table import DepositRow
from mice_exact_plugin.domain.invoice import LineKind
from mice_exact_plugin.domain.money import ZERO
from mice_exact_plugin.domain.reference import Resource, coded
from mice_exact_plugin.exports import remarks
from mice_exact_plugin.exports.lines import OF_DEPOSITS, ExportLine
from mice_exact_plugin.exports.table import InvoiceExport
from mice_exact_plugin.link.settings import settings_of
from mice_exact_plugin.mirror import list_table

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import date

    from sqlalchemy import ColumnElement, Select, Subquery
    from sqlalchemy.orm import Session

    from mice_exact_plugin.domain.remarks import Remark
    from mice_exact_plugin.exact.sites import Place


class Account(NamedTuple):
    """A G/L account by Exact's id, and the code that it had at booking."""

    id: str
    code: str


@dataclass(frozen=True, slots=True)
class OpenDeposit:
    """One deposit invoice of which something is left; what the host or the books do not tell is None.

    Attributes:
        taken: what was taken off or credited, below zero.
        rates: what is left at each rate that is known; a final at another rate leaves something at two of them.
        elsewhere: the administration that it was booked in, where that is not the present one.
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
    accounts: tuple[Account, ...]
    remarks: tuple[Remark, ...] = ()
    rates: Mapping[Decimal, Decimal] = field(default_factory=dict)
    elsewhere: str | None = None

    @property
    def open(self) -> Decimal:
        return self.booked + self.taken


@dataclass(slots=True)
class Sums:
    """Of one deposit invoice; what was taken off or credited is below zero."""

    booked: Decimal = ZERO
    taken: Decimal = ZERO
    accounts: tuple[Account, ...] = ()
    rates: dict[Decimal, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Total:
    """What an account has of deposits at one rate."""

    account: Account
    rate: Decimal | None
    booked: Decimal
    taken: Decimal

    @property
    def open(self) -> Decimal:
        return self.booked + self.taken


def count(session: Session, tenant: str, until: date | None = None) -> int:
    """How many deposit invoices are open, or were by what was booked up to and on a day."""
    return session.execute(select(func.count()).select_from(_open(tenant, until).subquery())).scalar_one()


def page(
    session: Session, tenant: str, start: int, size: int, place: Place | None = None, until: date | None = None
) -> tuple[OpenDeposit, ...]:
    """Those whose event is first, a part of them; what has no event goes by its own date.

    Args:
        place: the present administration.
        until: the last day of booking that counts; None counts all.
    """
    still = _open(tenant, until).subquery()
    mine = and_(InvoiceExport.tenant == tenant, InvoiceExport.invoice_id == still.c.invoice_id)
    first = func.coalesce(DepositRow.starts_on, InvoiceExport.invoice_date)
    query = select(still.c.invoice_id, InvoiceExport, DepositRow).outerjoin(InvoiceExport, mine)
    query = query.outerjoin(DepositRow, DepositRow.export_id == InvoiceExport.id)
    query = query.order_by(first, DepositRow.event_id, still.c.invoice_id)
    rows = session.execute(query.offset(start).limit(size)).all()
    sums = _sums(session, tenant, [row[0] for row in rows], until)
    said = remarks.open_of(session, tenant, [row[1].id for row in rows if row[1]])
    return tuple(
        _deposit(key, export, told, sums[key], tuple(said.get(export.id, ())) if export else (), place)
        for key, export, told in rows
    )


def of_invoice(session: Session, tenant: str, invoice_id: str) -> Sums:
    """What is booked of one deposit and what was taken off."""
    return _sums(session, tenant, [invoice_id])[invoice_id]


def totals(session: Session, tenant: str, until: date | None = None) -> tuple[Total, ...]:
    """By account and rate, also where nothing is left."""
    moves = _moves(tenant, until)
    of = moves.c.gl_account_code, moves.c.gl_account_id, moves.c.vat_rate
    rows = session.execute(select(*of, *_sides(moves)).group_by(*of).order_by(*of))
    return tuple(
        Total(Account(key, code or ""), None if rate is None else Decimal(rate), booked, taken)
        for code, key, rate, booked, taken in rows
    )


def names(session: Session, tenant: str, place: Place, accounts: Iterable[Account]) -> dict[str, str]:
    """Those that the administration has now, and those chosen for deposits: code and description by id."""
    chosen = settings_of(session, tenant, *place)
    ids = {account.id for account in accounts} | set(chosen.deposits.accounts.values() if chosen else ())
    rows = list_table.rows_under(session, *place, Resource.GL_ACCOUNTS, ids)
    return {row["id"]: coded(row["code"], row["description"]) for row in rows}


def _moves(tenant: str, until: date | None = None) -> Subquery:
    """What every line of a deposit does to it, by the deposit invoice."""
    booked_on = func.coalesce(InvoiceExport.booked_on, InvoiceExport.invoice_date)
    here = (
        ExportLine.export_id == InvoiceExport.id,
        ExportLine.generation == InvoiceExport.generation,
        ExportLine.tenant == tenant,
        text(OF_DEPOSITS),
        may_be_in_exact(),
        booked_on <= until if until else true(),
    )
    told = ExportLine.gl_account_id, ExportLine.gl_account_code, ExportLine.vat_rate, ExportLine.net
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


def _open(tenant: str, until: date | None = None) -> Select[tuple[str]]:
    """Of which something is left; at one rate that can be while all together are even, if every rate is known."""
    moves = _moves(tenant, until)
    of = moves.c.invoice_id, moves.c.vat_rate
    rates = select(*of, func.sum(moves.c.net).label("net")).group_by(*of).subquery()
    is_known = func.count() == func.count(rates.c.vat_rate)
    left = or_(func.sum(rates.c.net) != ZERO, and_(is_known, func.max(rates.c.net) != ZERO))
    return select(rates.c.invoice_id).group_by(rates.c.invoice_id).having(left)


def _sums(session: Session, tenant: str, ids: Collection[str], until: date | None = None) -> dict[str, Sums]:
    moves = _moves(tenant, until)
    of = moves.c.invoice_id, moves.c.gl_account_code, moves.c.gl_account_id, moves.c.vat_rate
    query = select(*of, *_sides(moves)).where(moves.c.invoice_id.in_(ids)).group_by(*of).order_by(*of)
    found: dict[str, Sums] = defaultdict(Sums)
    for key, code, account_id, rate, booked, taken in session.execute(query):
        sums, account = found[key], Account(account_id, code or "")
        sums.booked, sums.taken = sums.booked + booked, sums.taken + taken
        sums.accounts = tuple(dict.fromkeys((*sums.accounts, account)))
        if rate is not None:
            sums.rates[Decimal(rate)] = sums.rates.get(Decimal(rate), ZERO) + booked + taken
    return found


def _deposit(
    key: str,
    export: InvoiceExport | None,
    told: DepositRow | None,
    sums: Sums,
    said: tuple[Remark, ...],
    place: Place | None,
) -> OpenDeposit:
    is_elsewhere = export is not None and place is not None and (export.site, export.division) != place
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
        rates=sums.rates,
        elsewhere=(export.division_name or "") if export and is_elsewhere else None,
    )
