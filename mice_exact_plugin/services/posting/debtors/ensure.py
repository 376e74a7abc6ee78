"""Making what was located true: promoted, created or bound, and what is to be shown written beside the invoice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.domain.matching import CUSTOMER
from mice_exact_plugin.errors import RightMissing
from mice_exact_plugin.services.posting import sight
from mice_exact_plugin.services.posting.debtors import create
from mice_exact_plugin.services.posting.debtors.bind import audit, bind, remark
from mice_exact_plugin.services.posting.debtors.located import NotPromoted
from mice_exact_plugin.store import debtor as mirror
from mice_exact_plugin.store.base import step

if TYPE_CHECKING:
    from collections.abc import Collection

    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.domain.reference import CrmAccount
    from mice_exact_plugin.services.posting.debtors.located import Located
    from mice_exact_plugin.services.posting.work import Work


def ensure(
    work: Work, located: Located, invoice: Invoice, export_id: int, *, must_keep: Collection[str] = frozenset()
) -> str:
    """The account id to book on, after creating or promoting the relation when needed.

    `must_keep` names what a new relation is not made without, also when Exact refuses it. Raises Refused (a person
    must act), NotPromoted, DebtorUnderWay (sent, outcome unknown) or TryLater (not sent).
    """
    try:
        if located.account is None:
            sight.of_relations(work)
            return create.create(work, located, invoice, export_id, frozenset(must_keep))
        if located.promote:
            _promote(work, located.account)
    except RightMissing as error:
        work.lost_rights[error.method] = error.kind
        raise
    if not located.bound:
        bind(work, located, located.account, export_id)
    elif located.remarks:
        with step(work.session):
            remark(work, located, export_id)
    return located.account.id


def _promote(work: Work, account: CrmAccount) -> None:
    """Make a prospect a customer: a change that may safely be sent twice.

    The answer to a change says nothing, so the relation is looked at once before an entry goes to it.
    """
    work.client.promote_crm_account(account.id)
    found, forms = work.client.find_crm_accounts([account.id]), work.forms
    is_customer = any(seen.status == CUSTOMER for seen in found)
    with step(work.session):
        mirror.put_accounts(work.session, *work.link.place, found, forms)
        if is_customer:
            audit(work, "debtor_promoted", account.code)
    if not is_customer:
        raise NotPromoted(account.code)
    work.counts["promoted_debtors"] += 1
