"""Whether what Exact shows is what was sent: the one comparison for answers, for what is found, and for what is booked.

What one of the sides does not tell is not compared, so a caller that must be sure looks whether `gross` was told.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.entry.entry import normal_reference
from mice_exact_plugin.domain.money import to_cents

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from decimal import Decimal

    from mice_exact_plugin.domain.entry.entry import EntryLine, SeenEntry, SentEntry
    from mice_exact_plugin.domain.kept import KeptDifference


class Part(StrEnum):
    """What can differ; worded on display."""

    PRESENCE = "presence"
    GROSS = "gross"
    VAT = "vat"
    CURRENCY = "currency"
    JOURNAL = "journal"
    DEBTOR = "debtor"
    ENTRY_DATE = "entry_date"
    DUE_DATE = "due_date"
    YOUR_REF = "your_ref"
    PAYMENT_CONDITION = "payment_condition"
    LINES = "lines"
    LINE_GL_ACCOUNT = "line_gl_account"
    LINE_VAT_CODE = "line_vat_code"
    LINE_NET = "line_net"
    LINE_VAT = "line_vat"
    LINE_COST_CENTER = "line_cost_center"
    LINE_COST_UNIT = "line_cost_unit"

    @property
    def is_of_lines(self) -> bool:
        """Not to be seen in an entry alone."""
        return self is Part.LINES or self in _LINE_PARTS


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing on which the sides differ, each side as text; of a line `vat_code` says which code we gave it."""

    part: Part
    ours: str
    theirs: str
    vat_code: str = ""

    @property
    def is_blank_cost(self) -> bool:
        """Exact names no cost centre or unit where we did."""
        return self.part in (Part.LINE_COST_CENTER, Part.LINE_COST_UNIT) and not self.theirs


def as_kept(differences: Iterable[Difference]) -> list[KeptDifference]:
    """Differences as they are stored."""
    return [
        {"part": str(found.part), "ours": found.ours, "theirs": found.theirs, "vat_code": found.vat_code}
        for found in differences
    ]


def of_kept(stored: Iterable[KeptDifference]) -> tuple[Difference, ...]:
    return tuple(Difference(Part(one["part"]), one["ours"], one["theirs"], one.get("vat_code", "")) for one in stored)


def compare(sent: SentEntry, seen: SeenEntry) -> tuple[Difference, ...]:
    """Every difference in the figures and references that both sides tell."""
    pairs = (
        (Part.GROSS, _amount(sent.gross), _amount(seen.gross)),
        (Part.VAT, _amount(sent.vat), _amount(seen.vat)),
        (Part.CURRENCY, _code(sent.currency), _code(seen.currency)),
        (Part.JOURNAL, _code(sent.journal), _code(seen.journal)),
        (Part.DEBTOR, _key(sent.account_id), _key(seen.account_id)),
        (Part.ENTRY_DATE, _day(sent.entry_date), _day(seen.entry_date)),
        (Part.DUE_DATE, _day(sent.due_date), _day(seen.due_date)),
        (Part.PAYMENT_CONDITION, _code(sent.payment_condition), _code(seen.payment_condition)),
    )
    found = [Difference(part, ours, theirs) for part, ours, theirs in pairs if ours and theirs and ours != theirs]
    if seen.your_ref and normal_reference(seen.your_ref) != normal_reference(sent.your_ref):
        found.append(Difference(Part.YOUR_REF, sent.your_ref, seen.your_ref))
    if sent.lines is not None and seen.lines is not None:
        found.extend(_lines(sent.lines, seen.lines))
    return tuple(found)


def _lines(sent: tuple[EntryLine, ...], seen: tuple[EntryLine, ...]) -> Iterator[Difference]:
    """The order of lines says nothing, so those that agree are left out before the rest is laid side by side."""
    if len(sent) != len(seen):
        yield Difference(Part.LINES, str(len(sent)), str(len(seen)))
        return
    named = any(line.cost_center or line.cost_unit for line in sent)
    ours, theirs = ([_comparable(line, named=named) for line in lines] for lines in (sent, seen))
    if ours == theirs:
        return
    for mine, other in _left_over(ours, theirs):
        for part, value, others in zip(_LINE_PARTS, mine, other, strict=True):
            if value and others and value != others:
                yield Difference(part, value, others if others != NONE else "", vat_code=mine[1])


_LINE_PARTS = (
    Part.LINE_GL_ACCOUNT,
    Part.LINE_VAT_CODE,
    Part.LINE_NET,
    Part.LINE_VAT,
    Part.LINE_COST_CENTER,
    Part.LINE_COST_UNIT,
)
_Comparable = tuple[str, ...]
#: What a line has that was told to have no cost centre or unit; never sent, as that is said by leaving it out.
NONE = "\0"


def _comparable(line: EntryLine, *, named: bool) -> _Comparable:
    """In the order of `_LINE_PARTS`; Exact fills in the costs that nobody named, so only those named are compared."""
    costs = (_cost(line.cost_center), _cost(line.cost_unit)) if named else ("", "")
    return _key(line.gl_account_id), _code(line.vat_code), _amount(line.net), _amount(line.vat), *costs


def _left_over(ours: list[_Comparable], theirs: list[_Comparable]) -> list[tuple[_Comparable, _Comparable]]:
    """What has no counterpart that agrees; whoever says most finds one first."""
    left, others = list[_Comparable](), sorted(theirs)
    for mine in sorted(ours, key=lambda line: line.count("")):
        found = next((other for other in others if _agree(mine, other)), None)
        if found is None:
            left.append(mine)
        else:
            others.remove(found)
    return list(zip(sorted(left), others, strict=True))


def _agree(mine: _Comparable, other: _Comparable) -> bool:
    return all(not ours or not theirs or ours == theirs for ours, theirs in zip(mine, other, strict=True))


def _amount(amount: Decimal | None) -> str:
    return "" if amount is None else str(to_cents(amount))


def _code(code: str | None) -> str:
    return (code or "").strip()


def _cost(code: str | None) -> str:
    return "" if code is None else code.strip() or NONE


def _key(guid: str | None) -> str:
    return (guid or "").strip().lower()


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
