"""The list of a tenant's invoices: what somebody looks for, in which order, a page of it, and what it adds up to."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import String, and_, case, cast, func, or_, select, tuple_

from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.domain.states import BY_HAND, NOTHING_TO_BOOK, State
from mice_exact_plugin.exports.queue import exports, shown
from mice_exact_plugin.exports.remarks import RemarkRow
from mice_exact_plugin.exports.table import InvoiceExport
from mice_exact_plugin.link.connection import Connection, connection_of, place_of
from mice_exact_plugin.mirror import relation_table
from mice_exact_plugin.mirror.relation_table import CrmAccountRow

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from sqlalchemy import ColumnElement
    from sqlalchemy.orm import Session

    from mice_exact_plugin.exports.export import Export

PAGE_SIZE = 50
#: Rows of a file that are read together.
FILE_PAGE = 500
#: So many relations can be chosen from; who is not among them is found by name.
DEBTORS = 500
#: By what a list can be put in order; the first is how it comes, newest first.
ORDERS = {
    "": InvoiceExport.sent_at,
    "factuur": InvoiceExport.identifier,
    "datum": InvoiceExport.invoice_date,
    "klant": InvoiceExport.debtor_name,
    "bedrag": InvoiceExport.gross,
    "stand": InvoiceExport.state,
}
_NUMBER = re.compile(r"[0-9]{1,10}")
#: `807,48`, `1.234,56` and `807.48`, with or without a sign of currency.
_AMOUNT = re.compile(r"(?:€\s*)?(-?)([0-9]{1,3}(?:\.[0-9]{3})*|[0-9]+)(?:[.,]([0-9]{2}))?")
_DAY = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")
#: Beyond what the column holds there is no amount.
_LARGEST = Decimal(10) ** 15


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for; nothing of it leaves nothing out.

    Attributes:
        is_approved: whether somebody said yes to it; None when that does not matter.
        is_missing: only what should be in the books and is not.
        stored: the problems of a cause as rows keep them; None when no cause is meant.
        is_descending: of `order`, which is a name of `ORDERS`.
    """

    state: State | None = None
    is_approved: bool | None = None
    is_missing: bool = False
    text: str = ""
    since: date | None = None
    until: date | None = None
    stored: tuple[str, ...] | None = None
    remark: RemarkCode | None = None
    account_id: str = ""
    order: str = ""
    is_descending: bool = True

    @property
    def is_all(self) -> bool:
        return replace(self, order="", is_descending=True) == Wanted()

    @property
    def around(self) -> Wanted:
        """The same but for the stand and the remark, of which one is chosen."""
        return replace(self, state=None, is_approved=None, is_missing=False, remark=None)


@dataclass(frozen=True, slots=True)
class Sum:
    """How many invoices, and their amounts by currency."""

    invoices: int = 0
    amounts: Mapping[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the list, with what the whole list adds up to."""

    rows: Sequence[Export]
    number: int
    sum: Sum

    @property
    def total(self) -> int:
        return self.sum.invoices

    @property
    def first(self) -> int:
        return (self.number - 1) * PAGE_SIZE + 1

    @property
    def last(self) -> int:
        return self.first + len(self.rows) - 1

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PAGE_SIZE))

    @property
    def has_next(self) -> bool:
        return self.number < self.pages


def debtors_of(session: Session, tenant: str, chosen: str = "") -> list[tuple[str, str]]:
    """The relations that occur, by id with code and name: the first of many, and always the one that is chosen."""
    occurring = select(InvoiceExport.account_id).where(
        InvoiceExport.tenant == tenant, InvoiceExport.account_id.is_not(None)
    )
    here = (Connection.site == CrmAccountRow.site) & (Connection.division == CrmAccountRow.division)
    query = select(CrmAccountRow.id, CrmAccountRow.code, CrmAccountRow.name).join(Connection, here)
    query = query.where(Connection.tenant == tenant, CrmAccountRow.id.in_(occurring))
    first = query.order_by(CrmAccountRow.id != chosen, CrmAccountRow.name, CrmAccountRow.id).limit(DEBTORS)
    found = [(account_id, f"{code.strip()} {name}") for account_id, code, name in session.execute(first)]
    return sorted(found, key=lambda each: each[1].partition(" ")[2].casefold())


def relations_of(session: Session, tenant: str, ids: Collection[str]) -> dict[str, tuple[str, str]]:
    """Code and name of relations of the tenant's administration, by their id."""
    place = place_of(connection_of(session, tenant))
    found = relation_table.accounts_of(session, *place, ids) if place else []
    return {account.id: (account.code, account.name) for account in found}


@dataclass(frozen=True, slots=True)
class Sums:
    """What invoices add up to: by state, also those that none is in, and what is missing in the books.

    `awaiting` is how many wait with nobody's yes, which counts where one is asked.
    """

    by_state: Mapping[State, Sum]
    missing: Sum
    awaiting: int


def sums(session: Session, tenant: str, wanted: Wanted | None = None) -> Sums:
    missing = case((_missing(tenant), 1), else_=0).label("missing")
    unseen = case((InvoiceExport.approved_digest.is_(None), 1), else_=0).label("unseen")
    named = select(InvoiceExport.state, InvoiceExport.currency, InvoiceExport.gross, missing, unseen)
    each = named.where(*matching(tenant, wanted or Wanted())).subquery().c
    kinds = each.state, each.missing, each.unseen, each.currency
    grouped = select(*kinds, func.count(), func.sum(each.gross)).group_by(*kinds)
    by_state, missed, awaiting = defaultdict[State, list[Sum]](list), list[Sum](), 0
    for state, is_missing, is_unseen, currency, count, gross in session.execute(grouped):
        part = Sum(count, {currency: gross})
        by_state[state].append(part)
        missed += [part] * is_missing
        awaiting += count if state == State.QUEUED and is_unseen else 0
    return Sums({state: added(by_state[state]) for state in State}, added(missed), awaiting)


#: Why a row is set aside that has no place in the books, or has one that is not ours.
_NOT_EXPECTED = (BY_HAND, NOTHING_TO_BOOK, "deleted")


def _missing(tenant: str) -> ColumnElement[bool]:
    """There is no entry of it and there should be one, or somebody saw that Exact has it no more."""
    is_expected = func.coalesce(InvoiceExport.ignored_reason, "").not_in(_NOT_EXPECTED)
    has_none = and_(InvoiceExport.state != State.SYNCED, InvoiceExport.entry_id.is_(None))
    never_booked = and_(has_none, or_(InvoiceExport.state != State.IGNORED, is_expected))
    return or_(never_booked, InvoiceExport.id.in_(_remarked(tenant, RemarkCode.DELETED_IN_EXACT)))


def sum_of(session: Session, tenant: str, wanted: Wanted) -> Sum:
    query = select(InvoiceExport.currency, func.count(), func.sum(InvoiceExport.gross))
    grouped = query.where(*matching(tenant, wanted)).group_by(InvoiceExport.currency)
    return _sum([(currency, count, gross) for currency, count, gross in session.execute(grouped)])


def added(sums: Sequence[Sum]) -> Sum:
    """Several sums as one."""
    amounts: defaultdict[str, Decimal] = defaultdict(Decimal)
    for each in sums:
        for currency, amount in each.amounts.items():
            amounts[currency] += amount
    return Sum(sum(each.invoices for each in sums), dict(amounts))


def _sum(parts: Sequence[tuple[str, int, Decimal]]) -> Sum:
    return Sum(sum(count for _, count, _ in parts), {currency: gross for currency, _, gross in parts})


def page_of(session: Session, tenant: str, wanted: Wanted, number: int, found: Sum) -> Page:
    """A page of the list, the last one when there are fewer; `found` is what the list adds up to.

    Which invoices they are is found out first, so that what credits wait for is asked of these alone.
    """
    page = Page((), number, found)
    page = replace(page, number=max(1, min(number, page.pages)))
    order = _order(wanted)
    here = select(InvoiceExport.id).where(*matching(tenant, wanted)).order_by(*order)
    ids = session.scalars(here.limit(PAGE_SIZE).offset(page.first - 1)).all()
    rows = exports(session, shown().where(InvoiceExport.id.in_(ids)).order_by(*order)) if ids else []
    return replace(page, rows=rows)


def page_of_file(session: Session, tenant: str, wanted: Wanted, after: Export | None) -> Sequence[Export]:
    """The same invoices oldest first, the next ones behind `after`."""
    order = InvoiceExport.sent_at, InvoiceExport.id
    behind = () if after is None else (tuple_(*order) > (after.sent_at, after.id),)
    query = shown().where(*matching(tenant, wanted), *behind)
    return exports(session, query.order_by(*order).limit(FILE_PAGE))


def _order(wanted: Wanted) -> tuple[ColumnElement[object], ...]:
    """Ties are broken by when they came, so that no invoice is on two pages."""
    columns: tuple[ColumnElement[object], ...] = tuple(
        column.expression for column in (ORDERS[wanted.order], InvoiceExport.sent_at, InvoiceExport.id)
    )
    return tuple(column.desc() if wanted.is_descending else column for column in dict.fromkeys(columns))


def matching(tenant: str, wanted: Wanted) -> list[ColumnElement[bool]]:
    """The conditions on the rows that somebody looks for."""
    found: list[ColumnElement[bool]] = [InvoiceExport.tenant == tenant]
    if wanted.state is not None:
        found.append(InvoiceExport.state == wanted.state)
    if wanted.is_approved is not None:
        found.append(InvoiceExport.approved_digest.is_not(None) == wanted.is_approved)
    if wanted.is_missing:
        found.append(_missing(tenant))
    if wanted.since is not None:
        found.append(InvoiceExport.invoice_date >= wanted.since)
    if wanted.until is not None:
        found.append(InvoiceExport.invoice_date <= wanted.until)
    if wanted.account_id:
        found.append(InvoiceExport.account_id == wanted.account_id)
    if wanted.stored is not None:
        found.append(_held_by(wanted.stored))
    if wanted.remark is not None:
        found.append(InvoiceExport.id.in_(_remarked(tenant, wanted.remark)))
    if wanted.text:
        found.append(_named(wanted.text))
    return found


def _held_by(stored: tuple[str, ...]) -> ColumnElement[bool]:
    return and_(InvoiceExport.state == State.BLOCKED, cast(InvoiceExport.problems, String).in_(stored))


def _remarked(tenant: str, code: RemarkCode) -> ColumnElement[int]:
    open_ones = (RemarkRow.tenant == tenant, RemarkRow.seen_at.is_(None), RemarkRow.code == code)
    return select(RemarkRow.export_id).where(*open_ones).scalar_subquery()


def _named(text: str) -> ColumnElement[bool]:
    """Its number, its customer, the number of its entry, its amount or its date."""
    ways = [
        InvoiceExport.identifier.icontains(text, autoescape=True),
        InvoiceExport.debtor_name.icontains(text, autoescape=True),
    ]
    if _NUMBER.fullmatch(text):
        ways.append(InvoiceExport.entry_number == int(text))
    if (amount := amount_in(text)) is not None:
        ways.append(InvoiceExport.gross.in_((amount, -amount)))
    if (day := day_in(text)) is not None:
        ways.append(InvoiceExport.invoice_date == day)
    return or_(*ways)


def day_in(text: str) -> date | None:
    """The date that somebody typed: day, month and year with a sign between them, or as computers write it."""
    found = _DAY.fullmatch(text)
    numbers = (found[3], found[2], found[1]) if found else text.split("-")
    try:
        return date(*map(int, numbers))
    except (ValueError, TypeError, OverflowError):
        return None


def amount_in(text: str) -> Decimal | None:
    """The amount that somebody typed, as people in Europe and spreadsheets write one."""
    found = _AMOUNT.fullmatch(text)
    if found is None:
        return None
    sign, whole, cents = found.groups()
    amount = Decimal(f"{sign}{whole.replace('.', '')}.{cents or '00'}")
    return amount if abs(amount) < _LARGEST else None
