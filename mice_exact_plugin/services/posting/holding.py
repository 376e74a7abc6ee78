"""Entries that Exact makes something else of: after the first the lists are read again, after the third it stops.

What is held waits under one problem until its cause is another one in Exact or the settings, or a person says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.domain.causes import Kind, held_after, is_explained, kinds_of, traits_of, wrongs_of
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.reference import Resource
from mice_exact_plugin.services.mirror import reference_data
from mice_exact_plugin.store import audit
from mice_exact_plugin.store.base import step
from mice_exact_plugin.store.invoice_export import from_json

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from mice_exact_plugin.domain.entry_comparison import Difference
    from mice_exact_plugin.domain.entry_sides import SentEntry
    from mice_exact_plugin.services.posting.work import Desk, Work
    from mice_exact_plugin.store.export import Export

#: Which list may have changed when an entry differs in this way; the VAT codes are read whatever it was.
_LISTS = {
    Kind.DEBTOR: Resource.CRM_ACCOUNTS,
    Kind.JOURNAL: Resource.JOURNALS,
    Kind.LEDGER: Resource.GL_ACCOUNTS,
    Kind.TERMS: Resource.PAYMENT_CONDITIONS,
}


def after_difference(work: Work, sent: SentEntry, differences: Sequence[Difference]) -> None:
    """Count what is wrong by what was known when it was sent, and look whether the lists say something else now."""
    work.wrongs += wrongs_of(sent, differences, work.reference)
    _hold(work, held_after(work.wrongs, work.held))
    lists = {Resource.VAT_CODES} | {_LISTS[kind] for kind in kinds_of(differences) if kind in _LISTS}
    for resource in sorted(lists - work.reread):
        reference_data.load(work.runtime, work.link, work.client, resource)
        work.reread.add(resource)
        work.reference = reference_data.reference_data(work.runtime, work.link)


def problems_of(desk: Desk, sent: SentEntry) -> list[Problem]:
    """One problem per cause that this entry shares: it is not sent."""
    shared = traits_of(sent, desk.reference) & desk.held.keys() if desk.held else frozenset()
    if shared:
        _lift(desk)
        shared &= desk.held.keys()
    return [Problem(Code.DIFFERENCE_SUSPECT, {"cause": cause}) for cause in sorted(shared)]


def causes_of(row: Export) -> set[str]:
    """The causes that hold a row."""
    return {problem.params["cause"] for problem in from_json(row.problems) if problem.code is Code.DIFFERENCE_SUSPECT}


def remember(desk: Desk, rows: Iterable[Export]) -> None:
    """What earlier runs held, this one does too."""
    _hold(desk, {cause for row in rows for cause in causes_of(row)})


def _hold(desk: Desk, causes: Collection[str]) -> None:
    begun = set(causes) - desk.held.keys()
    if not begun:
        return
    with step(desk.session):
        now = audit.newest_id(desk.session, desk.link.tenant)
    desk.held |= dict.fromkeys(begun, now)


def _lift(desk: Desk) -> None:
    """What a person freed since it is held may be sent; whether it goes wrong again is counted anew."""
    with step(desk.session):
        since = min(desk.held.values())
        freed = audit.details_after(desk.session, desk.link.tenant, "released", since)
    for row_id, details in freed:
        for cause in details.get("causes", ()):
            if desk.held.get(cause, row_id) < row_id:
                del desk.held[cause]
                desk.wrongs = [wrong for wrong in desk.wrongs if not is_explained(wrong, {cause})]
