"""What was booked before: for whom, on which relation, whose an entry is, and the entry that was booked last."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import exists, func, or_, select
from sqlalchemy.orm import aliased

from mice_exact_plugin.domain.entry.entry import normal_reference
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.domain.states import BY_HAND, State
from mice_exact_plugin.exports.remarks import RemarkRow
from mice_exact_plugin.exports.table import InvoiceExport

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

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
    # By itself, so that PostgreSQL, which cannot know that a tenant has one administration, walks back along the index.
    latest = select(InvoiceExport).where(InvoiceExport.tenant == tenant, InvoiceExport.synced_at.is_not(None))
    latest = latest.order_by(InvoiceExport.synced_at.desc(), InvoiceExport.id.desc()).limit(LATEST)
    booked = aliased(InvoiceExport, latest.subquery())
    seen_gone = exists().where(RemarkRow.export_id == booked.id, RemarkRow.code == RemarkCode.DELETED_IN_EXACT)
    query = select(booked.entry_id).where(
        booked.site == site,
        booked.division == division,
        booked.state == State.SYNCED,
        booked.entry_id.is_not(None),
        ~seen_gone,
    )
    return session.scalars(query.order_by(booked.synced_at.desc(), booked.id.desc()).limit(1)).first()


def bound_entries(session: Session, site: str, division: int, entry_ids: Collection[str]) -> dict[str, int]:
    """Which of these entries belong to an export of any tenant: entry id to export id.

    An entry under the posting key of an export is that one's, also while it does not know so yet.
    """
    here = InvoiceExport.site == site, InvoiceExport.division == division
    found: dict[str, int] = {}
    for column in (InvoiceExport.posting_key, InvoiceExport.entry_id):
        rows = session.execute(select(column, InvoiceExport.id).where(*here, column.in_(entry_ids)))
        found |= {entry_id: export_id for entry_id, export_id in rows if entry_id}
    return found


def booked_elsewhere(session: Session, rows: Sequence[Export], site: str, division: int) -> dict[str, set[int]]:
    """Which rows of this administration were booked under the printed numbers of these: numbers come back.

    By us, or by hand as a person told.
    """
    query = select(InvoiceExport.reference, InvoiceExport.id).where(
        InvoiceExport.tenant == rows[0].tenant,
        InvoiceExport.reference.in_({normal_reference(row.identifier) for row in rows}),
        InvoiceExport.site == site,
        InvoiceExport.division == division,
        or_(InvoiceExport.entry_id.is_not(None), InvoiceExport.ignored_reason == BY_HAND),
    )
    found: dict[str, set[int]] = defaultdict(set)
    for reference, export_id in session.execute(query):
        found[reference].add(export_id)
    return found


def numbers_booked(session: Session, tenant: str, place: Place, numbers: Collection[str]) -> set[str]:
    """Which of these printed numbers, in their one spelling, were booked there by the tenant, or by hand."""
    query = select(InvoiceExport.reference).where(
        InvoiceExport.tenant == tenant,
        InvoiceExport.reference.in_(numbers),
        InvoiceExport.site == place[0],
        InvoiceExport.division == place[1],
        or_(InvoiceExport.entry_id.is_not(None), InvoiceExport.ignored_reason == BY_HAND),
    )
    return set(session.scalars(query))


def booked_before(
    session: Session, tenant: str, place: Place, clients: Collection[str]
) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """Whole name and relation of the latest bookings of these clients of the host, by client and how names begin."""
    if not clients:
        return {}
    of_one = InvoiceExport.client_id, InvoiceExport.debtor_key
    newest_first = func.row_number().over(partition_by=of_one, order_by=InvoiceExport.synced_at.desc())
    each = (
        select(*of_one, InvoiceExport.debtor_name, InvoiceExport.account_id, newest_first.label("age"))
        .where(
            InvoiceExport.tenant == tenant,
            InvoiceExport.client_id.in_(clients),
            InvoiceExport.site == place[0],
            InvoiceExport.division == place[1],
            InvoiceExport.state == State.SYNCED,
        )
        .subquery()
        .c
    )
    query = select(each.client_id, each.debtor_key, each.debtor_name, each.account_id)
    found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for client, key, name, account_id in session.execute(query.where(each.age <= MOST_BOOKINGS).order_by(each.age)):
        if name and account_id:
            found[client, key].append((name, account_id))
    return found


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
