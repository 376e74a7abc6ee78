"""Writing down which relation a customer was found to be, with the facts on which that was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.domain.bindings import VERSION, as_facts, name_key
from mice_exact_plugin.services import remarks
from mice_exact_plugin.store import binding as store
from mice_exact_plugin.store.audit import record
from mice_exact_plugin.store.base import step
from mice_exact_plugin.store.binding import BindingState, DebtorBinding

if TYPE_CHECKING:
    from mice_exact_plugin.domain.customer import Customer
    from mice_exact_plugin.domain.reference import CrmAccount
    from mice_exact_plugin.services.posting.debtors.located import Located
    from mice_exact_plugin.services.posting.work import Work


def row_of(place: tuple[str, int], key: str, customer: Customer | None, account_id: str, fence: int) -> DebtorBinding:
    """A row of version 2 on these facts; without a customer it is one invoice's alone."""
    return DebtorBinding(
        site=place[0],
        division=place[1],
        match_key=key,
        account_id=account_id,
        state=BindingState.BOUND,
        sends=0,
        fence=fence,
        key_version=VERSION,
        name_key=name_key(customer.written) if customer else None,
        facts=as_facts(customer) if customer else None,
        may_promote=False,
    )


def bind(work: Work, located: Located, account: CrmAccount, export_id: int) -> None:
    """Keep what was found by the table; it takes the place of what an older version kept."""
    row = row_of(work.link.place, located.key, located.customer, account.id, work.lease.fence)
    row.bound_at = work.runtime.now()
    with step(work.session):
        if located.supersedes:
            store.drop(work.session, *work.link.place, located.supersedes)
        work.session.merge(row)
        audit(work, "debtor_bound", account.code)
        remark(work, located, export_id)


def remark(work: Work, located: Located, export_id: int) -> None:
    """What is to be shown beside the invoice, within the caller's transaction."""
    for code, params in located.remarks:
        remarks.add(work.session, export_id, code, params)


def audit(work: Work, event: str, code: str) -> None:
    record(work.session, work.link.tenant, event, at=work.runtime.now(), code=code)
