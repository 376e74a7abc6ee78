"""An invoice beside the entries that stand in Exact under its number, point by point."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.decisions.decisions import differences_of, found_entries, ours_in_conflict
from mice_exact_plugin.domain.entry.comparison import Part
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.web.pages.invoice.entry import acknowledgement

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mice_exact_plugin.domain.entry.adoption import FoundEntry
    from mice_exact_plugin.domain.entry.entry import SeenEntry
    from mice_exact_plugin.exports.export import Export

NOTHING_KNOWN = "–"


@dataclass(frozen=True, slots=True)
class FoundEntryView:
    """An entry that can be called ours, with what is decided of it: what a person must tick first when it differs."""

    entry_id: str
    number: str
    amount: str
    acknowledgement: str = ""


@dataclass(frozen=True, slots=True)
class PointView:
    """One thing on which the sides can be compared: ours, and that of each entry with whether it differs."""

    label: str
    ours: str
    theirs: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class ConflictView:
    """The entries that may be ours, and each thing on which they were compared with what was sent."""

    amount: str = ""
    found: tuple[FoundEntryView, ...] = ()
    points: tuple[PointView, ...] = ()


def conflict_view(row: Export, names: Mapping[str, str]) -> ConflictView:
    """`names` are the relations' names by account id, as far as they are known."""
    entries = found_entries(row)
    if not entries:
        return ConflictView()
    sides = [_theirs(found.entry, row, names) for found in entries]
    differing = [{difference.part for difference in differences_of(row, entry)} for entry in entries]
    points = tuple(
        PointView(label, ours, tuple((side[part], part in parts) for side, parts in zip(sides, differing, strict=True)))
        for part, label, ours in _ours(row, names)
    )
    return ConflictView(formatting.money(row.gross, row.currency), tuple(_found(each, row) for each in entries), points)


def _ours(row: Export, names: Mapping[str, str]) -> tuple[tuple[Part, str, str], ...]:
    """What is sent as None is for Exact to fill in; what 0.1 sent is not known any more."""
    sent = ours_in_conflict(row)
    debtor = names.get(row.account_id or "") or row.debtor_name or NOTHING_KNOWN
    left = gettext("vult Exact Online in") if sent else NOTHING_KNOWN
    return (
        (Part.GROSS, gettext("Bedrag"), formatting.money(row.gross, row.currency)),
        (Part.DEBTOR, gettext("Debiteur"), debtor),
        (Part.JOURNAL, gettext("Dagboek"), (sent.journal if sent else row.journal) or NOTHING_KNOWN),
        (Part.ENTRY_DATE, gettext("Boekdatum"), formatting.day(row.invoice_date)),
        (Part.DUE_DATE, gettext("Vervaldatum"), formatting.day(sent.due_date) if sent and sent.due_date else left),
        (Part.PAYMENT_CONDITION, gettext("Betalingsconditie"), (sent.payment_condition if sent else None) or left),
    )


def _theirs(entry: SeenEntry, row: Export, names: Mapping[str, str]) -> dict[Part, str]:
    day = entry.entry_date or (entry.created.date() if entry.created else None)
    told = {
        Part.GROSS: "" if entry.gross is None else formatting.money(entry.gross, row.currency),
        Part.DEBTOR: names.get(entry.account_id, ""),
        Part.JOURNAL: entry.journal,
        Part.ENTRY_DATE: formatting.day(day) if day else "",
        Part.DUE_DATE: formatting.day(entry.due_date) if entry.due_date else "",
        Part.PAYMENT_CONDITION: entry.payment_condition,
    }
    return {part: text or NOTHING_KNOWN for part, text in told.items()}


def _found(found: FoundEntry, row: Export) -> FoundEntryView:
    entry = found.entry
    return FoundEntryView(
        entry_id=entry.entry_id,
        number="" if entry.entry_number is None else str(entry.entry_number),
        amount="" if entry.gross is None else formatting.money(entry.gross, row.currency),
        acknowledgement=acknowledgement(differences_of(row, found), row.currency),
    )
