"""References that Exact refuses although our mirror has them: read again once, then blocked wherever used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.domain.reference import Resource
from mice_exact_plugin.domain.suspicion import NO_CONDITION, references_of, suspect_of
from mice_exact_plugin.services.mirror import reference_data
from mice_exact_plugin.store import binding, debtor
from mice_exact_plugin.store.base import step

if TYPE_CHECKING:
    from mice_exact_plugin.domain.sales_entry import SalesEntry
    from mice_exact_plugin.errors import Refused
    from mice_exact_plugin.services.posting.work import Work

#: Which list to read again when a refusal names a reference of this kind.
_LISTS = {
    "customer": Resource.CRM_ACCOUNTS,
    "gl_account": Resource.GL_ACCOUNTS,
    "vat_code": Resource.VAT_CODES,
    "journal": Resource.JOURNALS,
    "period": Resource.CLOSED_PERIODS,
    "payment_condition": Resource.PAYMENT_CONDITIONS,
}


def asks_for_condition(error: Refused) -> bool:
    """`Verplicht: Betalingsconditie`: the administration has no default to fall back on."""
    return error.kind == "mandatory" and error.reference == "payment_condition"


def may_be_stale(work: Work, error: Refused) -> bool:
    """Whether the refusal names a reference whose list was not yet read again in this run."""
    resource = _LISTS.get(error.reference or "")
    return resource is not None and resource not in work.reread and not asks_for_condition(error)


def reread(work: Work, error: Refused, account_id: str) -> None:
    """Read the list of the refused reference anew, so that mapping once more makes sense."""
    resource = _LISTS[error.reference or ""]
    work.reread.add(resource)
    reference_data.load(work.runtime, work.link, work.client, resource)
    work.reference = reference_data.reference_data(work.runtime, work.link)
    if resource is Resource.CRM_ACCOUNTS:
        _drop_lost_binding(work, account_id)


def suspect(work: Work, entry: SalesEntry, account_id: str, error: Refused) -> None:
    """Refused although freshly read: rows that use the same reference are blocked unsent."""
    if asks_for_condition(error):
        work.suspects.add(NO_CONDITION)
        return
    accused = suspect_of(error.reference or "", references_of(entry, account_id))
    if accused:
        work.suspects.add(accused)


def _drop_lost_binding(work: Work, account_id: str) -> None:
    """A bound account that is gone from Exact drops its binding, so matching starts again."""
    with step(work.session):
        if debtor.account_of(work.session, *work.link.place, account_id) is None:
            binding.drop_bindings_to(work.session, *work.link.place, account_id)
