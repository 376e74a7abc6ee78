"""Keeping the relations of an administration at hand: changes through the sync endpoint, 1000 a call, and deletions.

Every page is saved together with its row version, so a reading that breaks off goes on where it was.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    since, deleted = _cursors(runtime, link)
    if not since:
        _forget_odd(runtime, link)
    for accounts, timestamp in client.crm_accounts_since(since):
        strange = client.take_odd()
        with step(runtime.session):
            # A relation that changes while the list is read may come twice; the last one counts.
            latest = {account.id: account for account in (*odd.relations(strange), *accounts)}
            relation_table.put_accounts(runtime.session, *link.place, latest.values(), forms)
            mirror = _at(runtime, link, Resource.CRM_ACCOUNTS, timestamp, complete=False)
            odd.add(mirror, strange, {account.id for account in accounts})
            list_table.keep(runtime.session, mirror)
        since = timestamp
    last = client.take_odd()
    if since:
        _drop_deleted(runtime, link, client, deleted)
    with step(runtime.session):
        complete = _at(runtime, link, Resource.CRM_ACCOUNTS, since, complete=True) if since else _nothing(runtime, link)
        # What came on a page without a row version to go on from comes again every time.
        odd.add(complete, last, ())
        list_table.keep(runtime.session, complete)


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


def _drop_deleted(runtime: Runtime, link: Link, client: ExactClient, since: int) -> None:
    for deletions, timestamp in client.deleted_since(since):
        gone = [key for entity, key in deletions if entity == ACCOUNT_ENTITY]
        with step(runtime.session):
            relation_table.drop_accounts(runtime.session, *link.place, gone)
            for account_id in gone:
                binding_writing.drop_bindings_to(runtime.session, *link.place, account_id)
            list_table.keep(runtime.session, _at(runtime, link, DELETED, timestamp, complete=True))


def _cursors(runtime: Runtime, link: Link) -> tuple[int, int]:
    """Up to where the relations were read, and their deletions; 0 is from the beginning."""
    with step(runtime.session):
        mirrors = list_table.mirrors_of(runtime.session, *link.place)
    since, deleted = (
        mirror.timestamp if (mirror := mirrors.get(resource)) and mirror.form >= _form(resource) else 0
        for resource in (Resource.CRM_ACCOUNTS, DELETED)
    )
    return since, deleted


def _form(resource: str) -> int:
    return relation_table.FORM if resource == Resource.CRM_ACCOUNTS else 1


def _at(runtime: Runtime, link: Link, resource: str, timestamp: int, *, complete: bool) -> list_table.Mirror:
    """How the list stands when it was read up to there."""
    rows = relation_table.count(runtime.session, *link.place)
    mirror = list_table.as_read(runtime.session, *link.place, resource)
    mirror.loaded_at, mirror.rows, mirror.trusted_rows = runtime.now(), rows, rows
    mirror.timestamp, mirror.is_complete, mirror.form = timestamp, complete, _form(resource)
    return mirror


def _nothing(runtime: Runtime, link: Link) -> list_table.Mirror:
    """A reading from the beginning brought no relation: a right that misses looks the same, so a person must say so.

    The relations that were known stay; and the next reading begins anew.
    """
    known = relation_table.count(runtime.session, *link.place)
    mirror = list_table.as_read(runtime.session, *link.place, Resource.CRM_ACCOUNTS)
    mirror.loaded_at, mirror.rows, mirror.trusted_rows = runtime.now(), 0, known
    mirror.timestamp, mirror.is_complete, mirror.form = 0, mirror.empty_since is not None and not known, 1
    return mirror
