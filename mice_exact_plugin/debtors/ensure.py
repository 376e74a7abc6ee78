"""Relations whose creation had no answer: searched for by id, and released for another try when nothing can arrive."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mice_exact_plugin.domain.bindings import from_facts
from mice_exact_plugin.domain.comparison import compare_names
from mice_exact_plugin.domain.customer import relation_of
from mice_exact_plugin.domain.matching_table import Name
from mice_exact_plugin.services.mirror import relations
from mice_exact_plugin.services.posting.debtors import create
from mice_exact_plugin.store import binding as store
from mice_exact_plugin.store import debtor as mirror
from mice_exact_plugin.store.base import step

if TYPE_CHECKING:
    from datetime import datetime

    from mice_exact_plugin.domain.reference import CrmAccount
    from mice_exact_plugin.services.posting.work import Work


def resolve(work: Work) -> datetime | None:
    """Bind what is found by its id. What is not found after the settle time may be matched anew or sent again.

    So may what finds a relation of somebody else's under its id, and then under a fresh one.

    Returns when the first that must wait may be searched for again.

    The mirror is read again first: where Exact does not keep our id, the relation is there under another one.
    """
    with step(work.session):
        rows = store.bindings_creating(work.session, *work.link.place)
        creating = [(row.match_key, row.account_id, row.attempted_at, row.facts) for row in rows]
    if not creating:
        return None
    found = _under(work, {account_id for _, account_id, _, _ in creating})
    now, settle, waits = work.runtime.now(), work.runtime.config.settle, []
    for key, account_id, attempted_at, facts in creating:
        account = found.get(account_id)
        if account is not None and not _is_of_another(work, account, facts):
            create.bind_found(work, key, account)
        elif attempted_at is None or attempted_at + settle < now:
            if account is not None:
                create.take_fresh_id(work, key)
            work.resendable.add(key)
        else:
            waits.append(attempted_at + settle)
    return min(waits, default=None)


def _under(work: Work, ids: set[str]) -> dict[str, CrmAccount]:
    """What Exact has under these ids, as it answers directly or in its list of changes: either may be behind."""
    direct = work.client.find_crm_accounts(sorted(ids))
    relations.refresh(work.runtime, work.link, work.client)
    with step(work.session):
        listed = mirror.accounts_of(work.session, *work.link.place, ids)
    return {account.id: account for account in (*listed, *direct)}


def _is_of_another(work: Work, account: CrmAccount, facts: dict[str, Any] | None) -> bool:
    """Anonymised, or called otherwise. Its place may have been put right since; of 0.1 no facts are known."""
    if account.is_anonymised or facts is None:
        return account.is_anonymised
    relation = relation_of(account, work.link.division_country)
    return compare_names(from_facts(facts), relation) not in (Name.EQUAL, Name.PERHAPS)
