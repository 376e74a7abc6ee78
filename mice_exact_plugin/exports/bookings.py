"""What was booked before: for whom, on which relation, whose an entry is, and the entry that was booked last."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, exists, func, or_, select

from mice_exact_plugin.database import core
from mice_exact_plugin.domain.entry.entry import normal_reference
from mice_exact_plugin.domain.states import BY_HAND, State
from mice_exact_plugin.exports import remarks
from mice_exact_plugin.exports.queue import ROW, TABLE, exports
from mice_exact_plugin.exports.table import InvoiceExport
from mice_exact_plugin.mirror.relation_table import CrmAccountRow
from mice_exact_plugin.prepared import among, listed, room_for

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from sqlalchemy import ColumnElement, Executable
    from sqlalchemy.orm import Session

    from mice_exact_plugin.exact.sites import Place
    from mice_exact_plugin.exports.export import Export

#: Of how many earlier bookings of one client the names are looked at.
MOST_BOOKINGS = 20
#: Among so many that were booked last there is one that Exact still has, unless it lost sight of them.
LATEST = 40


def newest_entry(session: Session, tenant: str, site: str, division: int) -> str | None:
    """The id of the tenant's newest entry there, of its latest ones, of which nobody saw that it was deleted.

    A search asks for it besides, to see whether it can find anything at all.
    """
    here = {"of_tenant": tenant, "of_site": site, "of_division": division}
    newest: str | None = core(session, _newest_entry(), here).scalar()
    return newest


@cache
def _newest_entry() -> Executable:
    # By itself, so that PostgreSQL, which cannot know that a tenant has one administration, walks back along the index.
    latest = select(TABLE).where(ROW.tenant == bindparam("of_tenant"), ROW.synced_at.is_not(None))
    booked = latest.order_by(ROW.synced_at.desc(), ROW.id.desc()).limit(LATEST).subquery().c
    query = select(booked.entry_id).where(
        booked.site == bindparam("of_site"),
        booked.division == bindparam("of_division"),
        booked.state == State.SYNCED,
        booked.entry_id.is_not(None),
        ~remarks.is_seen_gone(booked.id),
    )
    return query.order_by(booked.synced_at.desc(), booked.id.desc()).limit(1)


def bound_entries(session: Session, site: str, division: int, entry_ids: Collection[str]) -> dict[str, int]:
    """Which of these entries belong to an export of any tenant: entry id to export id.

    An entry under the posting key of an export is that one's, also while it does not know so yet.
    """
    room, found = room_for(entry_ids), dict[str, int]()
    asked = {"of_site": site, "of_division": division, **listed("entry", entry_ids, room)}
    for name in ("posting_key", "entry_id") if entry_ids else ():
        found |= dict(core(session, _bound_entries(name, room), asked))
    return found


@cache
def _bound_entries(name: str, room: int) -> Executable:
    here = ROW.site == bindparam("of_site"), ROW.division == bindparam("of_division")
    return select(TABLE.c[name], ROW.id).where(*here, among(TABLE.c[name], "entry", room))


def booked_elsewhere(session: Session, rows: Sequence[Export], site: str, division: int) -> dict[str, set[int]]:
    """Which rows of this administration were booked under the printed numbers of these: numbers come back."""
    references = {normal_reference(row.identifier) for row in rows}
    room, found = room_for(references), defaultdict[str, set[int]](set)
    asked = {"of_tenant": rows[0].tenant, "of_site": site, "of_division": division}
    for reference, export_id in core(session, _booked_under(room), asked | listed("number", references, room)):
        found[reference].add(export_id)
    return found


@cache
def _booked_under(room: int) -> Executable:
    """By value of `of_tenant`, the place and the numbers in their one spelling."""
    return select(ROW.reference, ROW.id).where(
        ROW.tenant == bindparam("of_tenant"),
        among(ROW.reference, "number", room),
        *_here(),
        _takes_its_number(),
    )


def _takes_its_number() -> ColumnElement[bool]:
    """By us, or by hand as a person told; a number is free again once somebody saw that its entry is gone."""
    ours = and_(ROW.entry_id.is_not(None), ~remarks.is_seen_gone(ROW.id))
    return or_(ours, ROW.ignored_reason == BY_HAND)


def _here() -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """As expressions: else both databases take an index of the administration, which leads to all of its rows."""
    site, division = func.coalesce(ROW.site, ""), func.coalesce(ROW.division, 0)
    return site == bindparam("of_site"), division == bindparam("of_division")


def numbers_booked(session: Session, tenant: str, place: Place, numbers: Collection[str]) -> set[str]:
    """Which of these printed numbers, in their one spelling, were booked there by the tenant, or by hand."""
    room = room_for(numbers)
    asked = {"of_tenant": tenant, "of_site": place[0], "of_division": place[1], **listed("number", numbers, room)}
    return {reference for reference, _ in core(session, _booked_under(room), asked)}


def booked_before(
    session: Session, tenant: str, place: Place, called: Collection[tuple[str, str]]
) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """Whole name and relation of the latest bookings of these, each a client of the host and how its name begins."""
    room, found = room_for(called), defaultdict[tuple[str, str], list[tuple[str, str]]](list)
    clients, keys = {client for client, _ in called}, {key for _, key in called}
    asked = {"of_tenant": tenant, "of_site": place[0], "of_division": place[1]}
    asked |= {**listed("client", clients, room), **listed("key", keys, room)}
    for client, key, name, account_id in core(session, _booked_before(room), asked) if called else ():
        if name and account_id:
            found[client, key].append((name, account_id))
    return found


@cache
def _booked_before(room: int) -> Executable:
    of_one = ROW.client_id, ROW.debtor_key
    newest_first = func.row_number().over(partition_by=of_one, order_by=ROW.synced_at.desc())
    each = (
        select(*of_one, ROW.debtor_name, ROW.account_id, newest_first.label("age"))
        .where(
            ROW.tenant == bindparam("of_tenant"),
            among(ROW.client_id, "client", room),
            # A host may have many customers under one client: hotel guests, an agency.
            among(ROW.debtor_key, "key", room),
            *_here(),
            ROW.state == State.SYNCED,
        )
        .subquery()
        .c
    )
    query = select(each.client_id, each.debtor_key, each.debtor_name, each.account_id)
    return query.where(each.age <= MOST_BOOKINGS).order_by(each.age)


def last_bookings(session: Session, place: Place, account_ids: Collection[str]) -> dict[str, date]:
    """The date of the last invoice that was booked on each of these relations, by whatever tenant."""
    if not account_ids:
        return {}
    query = select(InvoiceExport.account_id, func.max(InvoiceExport.invoice_date)).where(
        InvoiceExport.site == place[0],
        InvoiceExport.division == place[1],
        InvoiceExport.account_id.in_(account_ids),
        InvoiceExport.state == State.SYNCED,
    )
    return {str(account_id): day for account_id, day in session.execute(query.group_by(InvoiceExport.account_id))}


def booked_on_what_is_gone(
    session: Session, tenant: str, place: Place, debtor_keys: Collection[str]
) -> dict[str, set[str]]:
    """By how names begin the whole names of customers who were booked on a relation that the mirror does not have."""
    room, found = room_for(debtor_keys), defaultdict[str, set[str]](set)
    asked = {"of_tenant": tenant, "of_site": place[0], "of_division": place[1], **listed("key", debtor_keys, room)}
    for key, name, state in core(session, _booked_on_what_is_gone(room), asked) if debtor_keys else ():
        if state is State.SYNCED:
            found[key].add(name)
    return found


@cache
def _booked_on_what_is_gone(room: int) -> Executable:
    there = exists().where(
        CrmAccountRow.site == ROW.site,
        CrmAccountRow.division == ROW.division,
        CrmAccountRow.id == ROW.account_id,
    )
    # Whoever asks looks at the state: else SQLite takes the index of a state, which leads to all that is booked.
    return select(ROW.debtor_key, ROW.debtor_name, ROW.state).where(
        ROW.tenant == bindparam("of_tenant"),
        among(ROW.debtor_key, "key", room),
        *_here(),
        ROW.debtor_name.is_not(None),
        ROW.account_id.is_not(None),
        ~there,
    )


def credited(session: Session, original: Export, credit: Export) -> list[Export]:
    """Other credits of an invoice that are in Exact, or may be, of the same customer, and what credits those again.

    One of which somebody saw that it is gone from Exact takes nothing back. Both databases go by the customer.
    """
    of_customer = InvoiceExport.debtor_key.in_({original.debtor_key, credit.debtor_key} - {None})
    of_it = and_(InvoiceExport.tenant == original.tenant, of_customer, InvoiceExport.is_credit)
    direct = select(InvoiceExport.invoice_id).where(of_it, InvoiceExport.credits_id == original.invoice_id)
    query = select(*TABLE.c).where(
        of_it,
        or_(InvoiceExport.credits_id == original.invoice_id, InvoiceExport.credits_id.in_(direct)),
        InvoiceExport.id != credit.id,
        or_(InvoiceExport.entry_id.is_not(None), InvoiceExport.state.in_((State.CLAIMED, State.UNCONFIRMED))),
        ~remarks.is_seen_gone(InvoiceExport.id),
    )
    return exports(session, query)
