"""What went wrong with one entry and would with others: references that Exact refuses, and what it changes.

The lists are read again once; then what shares the cause is blocked, and after the third difference it stops.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin import audit
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.entry.causes import (
    Kind,
    Refusal,
    alike,
    held_after,
    is_explained,
    kinds_of,
    references_of,
    suspect_of,
    traits_of,
    wrongs_of,
)
from mice_exact_plugin.domain.entry.keys import payload_digest
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.reference import Resource
from mice_exact_plugin.domain.references import NO_CONDITION, Reference
from mice_exact_plugin.mirror import reference_data

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from mice_exact_plugin.domain.entry.comparison import Difference
    from mice_exact_plugin.domain.entry.entry import SalesEntry, SentEntry
    from mice_exact_plugin.errors import Refused
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.work import Books, Work

#: Which list may have changed when an entry differs in this way; the VAT codes are read whatever it was.
_LISTS_BEHIND = {
    Kind.DEBTOR: Resource.CRM_ACCOUNTS,
    Kind.JOURNAL: Resource.JOURNALS,
    Kind.LEDGER: Resource.GL_ACCOUNTS,
    Kind.TERMS: Resource.PAYMENT_CONDITIONS,
    Kind.COSTS: Resource.GL_ACCOUNTS,
}


def after_difference(work: Work, sent: SentEntry, differences: Sequence[Difference]) -> None:
    """Count what is wrong by what was known when it was sent, and look whether the lists say something else now."""
    work.wrongs += wrongs_of(sent, differences, work.reference)
    _hold(work, held_after(work.wrongs, work.held))
    lists = {Resource.VAT_CODES} | {_LISTS_BEHIND[kind] for kind in kinds_of(differences) if kind in _LISTS_BEHIND}
    for resource in sorted(lists - work.reread):
        reference_data.load(work.runtime, work.link, work.client, resource)
        work.reread.add(resource)
        work.ahead.reads.clear()
        work.reference = reference_data.reference_data(work.runtime, work.link)


def problems_of(books: Books, sent: SentEntry) -> list[Problem]:
    """One problem per cause that this entry shares: it is not sent."""
    shared = traits_of(sent, books.reference) & books.held.keys() if books.held else frozenset()
    if shared:
        _lift(books)
        shared &= books.held.keys()
    return [Problem(Code.DIFFERENCE_SUSPECT, {"cause": cause}) for cause in sorted(shared)]


def causes_of(row: Export) -> set[str]:
    """The causes that hold a row."""
    return {problem.params["cause"] for problem in row.problems if problem.code is Code.DIFFERENCE_SUSPECT}


def remember(books: Books, rows: Iterable[Export]) -> None:
    """What earlier runs held, this one does too."""
    _hold(books, {cause for row in rows for cause in causes_of(row)})


def _hold(books: Books, causes: Collection[str]) -> None:
    begun = set(causes) - books.held.keys()
    if not begun:
        return
    with step(books.session):
        now = audit.newest_id(books.session, books.link.tenant)
    books.held |= dict.fromkeys(begun, now)


def _lift(books: Books) -> None:
    """What a person freed since it is held may be sent; whether it goes wrong again is counted anew."""
    with step(books.session):
        since = min(books.held.values())
        freed = audit.details_after(books.session, books.link.tenant, "released", since)
    for row_id, details in freed:
        for cause in details.get("causes", ()):
            if books.held.get(cause, row_id) < row_id:
                del books.held[cause]
                books.wrongs = [wrong for wrong in books.wrongs if not is_explained(wrong, {cause})]


#: Which list to read again when a refusal names a reference of this kind.
_LISTS = {
    Reference.CUSTOMER: Resource.CRM_ACCOUNTS,
    Reference.GL_ACCOUNT: Resource.GL_ACCOUNTS,
    Reference.VAT_CODE: Resource.VAT_CODES,
    Reference.JOURNAL: Resource.JOURNALS,
    Reference.PERIOD: Resource.CLOSED_PERIODS,
    Reference.PAYMENT_CONDITION: Resource.PAYMENT_CONDITIONS,
    Reference.COST_CENTER: Resource.COST_CENTERS,
    Reference.COST_UNIT: Resource.COST_UNITS,
}


def asks_for_condition(error: Refused) -> bool:
    """`Verplicht: Betalingsconditie`: the administration has no default to fall back on."""
    return error.kind == "mandatory" and error.reference is Reference.PAYMENT_CONDITION


def may_be_stale(work: Work, error: Refused) -> bool:
    """Whether the refusal names a reference whose list was not yet read again in this run.

    Those of costs are read again where a rule needs them, or ever did: a credit takes back what was booked by it.
    """
    resource = _LISTS.get(error.reference) if error.reference else None
    read = {Resource.COST_CENTERS: work.reference.cost_centers, Resource.COST_UNITS: work.reference.cost_units}
    if resource in reference_data.COSTS and resource not in work.settings.dimensions.lists and not read[resource]:
        return False
    return resource is not None and resource not in work.reread and not asks_for_condition(error)


def reread(work: Work, error: Refused) -> None:
    """Read the list of the refused reference anew, so that mapping once more makes sense."""
    assert error.reference is not None, "what may be stale is named"
    resource = _LISTS[error.reference]
    work.reread.add(resource)
    reference_data.load(work.runtime, work.link, work.client, resource)
    work.reference = reference_data.reference_data(work.runtime, work.link)
    work.ahead.reads.clear()


def suspect(work: Work, entry: SalesEntry, account_id: str, error: Refused) -> None:
    """Refused although freshly read: rows that use the same reference are blocked unsent."""
    if asks_for_condition(error):
        work.suspects.add(NO_CONDITION)
        return
    references = references_of(entry, account_id)
    accused = suspect_of(error.reference, references)
    if accused:
        work.suspects.add(accused)
    else:
        work.refusals.append(Refusal(error.messages or (f"{error.status} {error.kind}",), references))
        see_alike(work)


def was_refused(work: Work, row: Export, entry: SalesEntry, account_id: str) -> bool:
    """Whether just this was refused in this run: it is not sent again, and who shares its reference waits as well."""
    digest, problem = work.refused.get(str(row.id), ("", None))
    if problem is None or digest != payload_digest(entry, account_id):
        return False
    if accused := suspect_of(problem.params.get("reference"), references_of(entry, account_id)):
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
        (shared, Problem(Code.REFUSED_ALIKE, {"messages": list(messages)}))
        for messages, shared in alike(work.refusals, work.accepted).items()
    ]
