"""Relations whose creation had no answer: searched for by id, and released for another try when nothing can arrive."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.services.mirror import relations
from mice_exact_plugin.services.posting.debtors import create
from mice_exact_plugin.store import binding as store
from mice_exact_plugin.store.base import step

if TYPE_CHECKING:
    from datetime import datetime

    from mice_exact_plugin.services.posting.work import Work


def resolve(work: Work) -> datetime | None:
    """Bind what is found by its id. What is not found after the settle time may be matched anew or sent again.

    Returns when the first that must wait may be searched for again.

    The mirror is read again first: where Exact does not keep our id, the relation is there under another one.
    """
    with step(work.session):
        rows = store.bindings_creating(work.session, *work.link.place)
        creating = [(row.match_key, row.account_id, row.attempted_at) for row in rows]
    if not creating:
        return None
    asked = [account_id for _, account_id, _ in creating]
    found = {account.id: account for account in work.client.find_crm_accounts(asked) if not account.is_anonymised}
    relations.refresh(work.runtime, work.link, work.client)
    now, settle, waits = work.runtime.now(), work.runtime.config.settle, []
    for key, account_id, attempted_at in creating:
        if account_id in found:
            create.bind_found(work, key, found[account_id])
        elif attempted_at is None or attempted_at + settle < now:
            work.resendable.add(key)
        else:
            waits.append(attempted_at + settle)
    return min(waits, default=None)
