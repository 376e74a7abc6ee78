"""Entries that Exact makes something else of: after the first the lists are read again, after the third it stops.

What is held waits under one problem until its cause is another one in Exact or the settings, or a person says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mice_exact_plugin.domain.causes import Kind, held_after, kinds_of, traits_of, wrongs_of
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.reference import Resource
from mice_exact_plugin.services.mirror import reference_data
from mice_exact_plugin.store.invoice_export import from_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Row

    from mice_exact_plugin.domain.entry_comparison import Difference
    from mice_exact_plugin.domain.entry_sides import SentEntry
    from mice_exact_plugin.services.posting.work import Desk, Work

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
    work.held = set(held_after(work.wrongs, work.held))
    lists = {Resource.VAT_CODES} | {_LISTS[kind] for kind in kinds_of(differences) if kind in _LISTS}
    for resource in sorted(lists - work.reread):
        reference_data.load(work.runtime, work.link, work.client, resource)
        work.reread.add(resource)
        work.reference = reference_data.reference_data(work.runtime, work.link)


def problems_of(desk: Desk, sent: SentEntry) -> list[Problem]:
    """One problem per cause that this entry shares: it is not sent."""
    shared = traits_of(sent, desk.reference) & desk.held if desk.held else frozenset()
    return [Problem(Code.DIFFERENCE_SUSPECT, {"cause": cause}) for cause in sorted(shared)]


def causes_of(row: Row[Any]) -> set[str]:
    """The causes that hold a row."""
    return {problem.params["cause"] for problem in from_json(row.problems) if problem.code is Code.DIFFERENCE_SUSPECT}


def remember(desk: Desk, rows: Iterable[Row[Any]]) -> None:
    """What earlier runs held, this one does too."""
    desk.held |= {cause for row in rows for cause in causes_of(row)}
