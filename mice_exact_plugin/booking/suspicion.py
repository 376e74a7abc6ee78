"""References that Exact refuses although our mirror has them: read again once, then blocked wherever used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.domain.posting_key import payload_digest
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.reference import Resource
from mice_exact_plugin.domain.suspicion import NO_CONDITION, Refusal, alike, references_of, suspect_of
from mice_exact_plugin.services.mirror import reference_data
from mice_exact_plugin.store import binding, debtor
from mice_exact_plugin.store.base import step

if TYPE_CHECKING:
    from mice_exact_plugin.domain.sales_entry import SalesEntry
    from mice_exact_plugin.errors import Refused
    from mice_exact_plugin.services.posting.work import Work
    from mice_exact_plugin.store.export import Export

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
    references = references_of(entry, account_id)
    accused = suspect_of(error.reference or "", references)
    if accused:
        work.suspects.add(accused)
    else:
        work.refusals.append(Refusal("\n".join(error.messages) or f"{error.status} {error.kind}", references))
        see_alike(work)


def was_refused(work: Work, row: Export, entry: SalesEntry, account_id: str) -> bool:
    """Whether just this was refused in this run: it is not sent again, and who shares its reference waits as well."""
    digest, problem = work.refused.get(str(row.id), ("", None))
    if problem is None or digest != payload_digest(entry, account_id):
        return False
    if accused := suspect_of(problem.params.get("reference", ""), references_of(entry, account_id)):
        work.suspects.add(accused)
    return True


def accept(work: Work, entry: SalesEntry, account_id: str) -> None:
    """Booked, so what it refers to is not what Exact refuses others for."""
    references = references_of(entry, account_id)
    if not references <= work.accepted:
        work.accepted |= references
        see_alike(work)


def see_alike(work: Work) -> None:
    """Refusals that say the same of several invoices are one cause: what shares it is not sent."""
    work.alike = [
        (shared, Problem(Code.REFUSED_ALIKE, {"messages": sentence}))
        for sentence, shared in alike(work.refusals, work.accepted).items()
    ]


def _drop_lost_binding(work: Work, account_id: str) -> None:
    """A bound account that is gone from Exact drops its binding, so matching starts again."""
    with step(work.session):
        if debtor.account_of(work.session, *work.link.place, account_id) is None:
            binding.drop_bindings_to(work.session, *work.link.place, account_id)
