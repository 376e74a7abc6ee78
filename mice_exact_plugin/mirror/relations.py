"""Keeping the relations of an administration at hand: changes through the sync endpoint, 1000 a call, and deletions.

Every page is saved together with its row version, so a reading that breaks off goes on where it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select

from mice_exact_plugin.database import step
from mice_exact_plugin.domain.reference import Resource
from mice_exact_plugin.mirror import binding_writing, email_hash, list_table, odd, relation_table

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from mice_exact_plugin.exact.client import ExactClient
    from mice_exact_plugin.link.connection import Link
    from mice_exact_plugin.runtime import Runtime

#: The cursor over Exact's log of deletions, kept beside the lists' own.
DELETED = "deleted"
#: `EntityType` of a relation in that log (sync/Deleted on Exact's reference pages).
ACCOUNT_ENTITY = 2


def refresh(runtime: Runtime, link: Link, client: ExactClient) -> None:
    """Bring the mirror of relations up to date; what an older version read is read anew in full, once."""
    forms = relation_table.Forms(link.division_country, email_hash.keyed_for_reading(runtime))
    since = _cursor(runtime, link, Resource.CRM_ACCOUNTS)
    if not since:
        _forget_odd(runtime, link)
    for accounts, timestamp in client.crm_accounts_since(since):
        strange = client.take_odd()
        with step(runtime.session):
            # A relation that changes while the list is read may come twice; the last one counts.
            latest = {account.id: account for account in (*odd.relations(strange), *accounts)}
            relation_table.put_accounts(runtime.session, *link.place, latest.values(), forms)
            _save_cursor(runtime, link, Resource.CRM_ACCOUNTS, timestamp, complete=False)
            odd.add(_mirror(runtime, link, Resource.CRM_ACCOUNTS), strange, {account.id for account in accounts})
        since = timestamp
    last = client.take_odd()
    if since:
        _drop_deleted(runtime, link, client)
    with step(runtime.session):
        if since:
            _save_cursor(runtime, link, Resource.CRM_ACCOUNTS, since, complete=True)
        else:
            _save_nothing(runtime, link)
        # What came on a page without a row version to go on from comes again every time.
        odd.add(_mirror(runtime, link, Resource.CRM_ACCOUNTS), last, ())


def _forget_odd(runtime: Runtime, link: Link) -> None:
    """Everything is read again, so what made no sense will be met again."""
    with step(runtime.session):
        mirror = list_table.mirror_of(runtime.session, *link.place, Resource.CRM_ACCOUNTS)
        if mirror is not None:
            odd.note(mirror, ())


def start_anew(session: Session, site: str, division: int) -> None:
    """Start from nothing at the next reading; what a person said of the list stays."""
    for resource in (Resource.CRM_ACCOUNTS, DELETED):
        mirror = list_table.mirror_of(session, site, division, resource)
        if mirror is not None:
            mirror.timestamp, mirror.is_complete = 0, False


def forget_cursors(session: Session, site: str, division: int) -> None:
    """Keep nothing of an administration that nobody uses."""
    for resource in (Resource.CRM_ACCOUNTS, DELETED):
        mirror = list_table.mirror_of(session, site, division, resource)
        if mirror is not None:
            session.delete(mirror)


def _drop_deleted(runtime: Runtime, link: Link, client: ExactClient) -> None:
    since = _cursor(runtime, link, DELETED)
    for deletions, timestamp in client.deleted_since(since):
        gone = [key for entity, key in deletions if entity == ACCOUNT_ENTITY]
        with step(runtime.session):
            relation_table.drop_accounts(runtime.session, *link.place, gone)
            for account_id in gone:
                binding_writing.drop_bindings_to(runtime.session, *link.place, account_id)
            _save_cursor(runtime, link, DELETED, timestamp, complete=True)


def _cursor(runtime: Runtime, link: Link, resource: str) -> int:
    with step(runtime.session):
        mirror = list_table.mirror_of(runtime.session, *link.place, resource)
        return mirror.timestamp if mirror and mirror.form >= _form(resource) else 0


def _form(resource: str) -> int:
    return relation_table.FORM if resource == Resource.CRM_ACCOUNTS else 1


def _save_cursor(runtime: Runtime, link: Link, resource: str, timestamp: int, *, complete: bool) -> None:
    rows = _known(runtime, link)
    mirror = _mirror(runtime, link, resource)
    mirror.loaded_at, mirror.rows, mirror.trusted_rows = runtime.now(), rows, rows
    mirror.timestamp, mirror.is_complete, mirror.form = timestamp, complete, _form(resource)


def _save_nothing(runtime: Runtime, link: Link) -> None:
    """A reading from the beginning brought no relation: a right that misses looks the same, so a person must say so.

    The relations that were known stay; and the next reading begins anew.
    """
    known = _known(runtime, link)
    mirror = _mirror(runtime, link, Resource.CRM_ACCOUNTS)
    mirror.loaded_at, mirror.rows, mirror.trusted_rows = runtime.now(), 0, known
    mirror.timestamp, mirror.is_complete, mirror.form = 0, mirror.empty_since is not None and not known, 1


def _mirror(runtime: Runtime, link: Link, resource: str) -> list_table.Mirror:
    found = list_table.mirror_of(runtime.session, *link.place, resource)
    if found is None:
        site, division = link.place
        found = list_table.Mirror(site=site, division=division, resource=resource)
        runtime.session.add(found)
    return found


def _known(runtime: Runtime, link: Link) -> int:
    site, division = link.place
    query = select(func.count()).where(
        relation_table.CrmAccountRow.site == site, relation_table.CrmAccountRow.division == division
    )
    return runtime.session.scalar(query) or 0
