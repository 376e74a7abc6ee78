"""What the invoice page shows of the entry in Exact: both sides where they differ, remarks, and what may be done."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.domain.entry.comparison import Difference, Part
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports.table import differing
from mice_exact_plugin.exports.words import differences
from mice_exact_plugin.exports.words import remarks as remark_words
from mice_exact_plugin.i18n import gettext

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mice_exact_plugin.domain.kept import KeptDifference
    from mice_exact_plugin.domain.remarks import Remark
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.exports.words.differences import DifferenceView


@dataclass(frozen=True, slots=True)
class EntryView:
    """What differs between the invoice and its entry, and which ways on are offered."""

    number: str = ""
    differences: tuple[DifferenceView, ...] = ()
    look: bool = False
    let_stand: bool = False
    book_anew: bool = False


def marks(remarks: Sequence[Remark]) -> str:
    """The remarks in a few words, for lists and the CSV."""
    return ", ".join(remark_words.mark(remark.code) for remark in remarks)


def entry_view(row: Export, remarks: Sequence[Remark], names: Mapping[str, str]) -> EntryView:
    """*Boek toch* is no way on while the entry exists; booking anew is offered only where a look found it gone.

    For a held row the look is part of *is in Exact verwijderd*.
    """
    problem, state = differing(row), row.state
    if row.entry_id is None or (problem is None and state is not State.SYNCED):
        return EntryView()
    is_gone = any(remark.code is RemarkCode.DELETED_IN_EXACT for remark in remarks)
    stored = _stored(remarks) if problem is None else problem.params["differences"]
    is_held = state is State.BLOCKED
    return EntryView(
        number=str(row.entry_number or ""),
        differences=differences.views(stored, names, row.currency),
        look=is_held or state is State.SYNCED,
        let_stand=is_held,
        book_anew=(is_held or is_gone) and row.deleted_at is None,
    )


def ids_of(row: Export, remarks: Sequence[Remark]) -> list[str]:
    """Of the relations and G/L accounts that the differences and the remarks tell of."""
    problem = differing(row)
    told = [*(problem.params["differences"] if problem else ()), *_stored(remarks)]
    known = [remark.params for remark in remarks if remark.code is RemarkCode.OTHER_DEBTOR]
    return differences.ids(told) + [side for params in known for side in (params["ours"], params["theirs"])]


def acknowledgement(differences: Sequence[Difference], currency: str) -> str:
    """What a person ticks before an entry that differs is bound: "verschil € 60,50, andere datum: ik weet het"."""
    if not differences:
        return ""
    parts = {difference.part for difference in differences}
    told = [found for found in differences if found.part is not Part.VAT or Part.GROSS not in parts]
    what = ", ".join(_in_short(difference, currency) for difference in told)
    return gettext("%(what)s: ik weet het", what=what[:1].upper() + what[1:])


def _in_short(difference: Difference, currency: str) -> str:
    if difference.part is Part.GROSS:
        amount = abs(Decimal(difference.theirs) - Decimal(difference.ours))
        return gettext("verschil %(amount)s", amount=formatting.money(amount, currency))
    return gettext("ander: %(name)s", name=gettext(differences.NAMES[difference.part]))


def _stored(remarks: Sequence[Remark]) -> Sequence[KeptDifference]:
    found = [remark.params.get("differences", []) for remark in remarks if remark.code is RemarkCode.DIFFERS]
    return found[0] if found else ()
