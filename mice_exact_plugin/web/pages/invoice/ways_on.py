"""The ways on for a held invoice as its page offers them, and what persons decided about it before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.acceptance import Kind
from mice_exact_plugin.domain.export_state import BY_HAND, State
from mice_exact_plugin.services import ways_on
from mice_exact_plugin.store.invoice_export import from_json
from mice_exact_plugin.web import formatting
from mice_exact_plugin.web.wording import events

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from mice_exact_plugin.domain.problems import Problem
    from mice_exact_plugin.domain.reference import VatCode
    from mice_exact_plugin.store.acceptance import AcceptanceRow
    from mice_exact_plugin.store.export import Export

    #: The codes that fit instead of the one that a problem names.
    OtherCodes = Callable[[Problem], Sequence[VatCode]]


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """A VAT difference with both sides."""

    rate: str
    net: str
    vat: str
    expected: str


@dataclass(frozen=True, slots=True)
class CodesView:
    """Codes to choose from instead of `used`."""

    used: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class KeptView:
    """One decision that holds; `id` is 0 when it cannot be taken back here."""

    id: int
    text: str
    by: str
    moment: str


@dataclass(frozen=True, slots=True)
class WaysOnView:
    """What is empty is not offered. The tokens stand for what is shown."""

    differences: tuple[DifferenceView, ...] = ()
    difference_token: str = ""
    may_accept: bool = False
    number_token: str = ""
    fill_number: str = ""
    fill_token: str = ""
    codes: tuple[CodesView, ...] = ()
    by_hand: bool = False
    kept: tuple[KeptView, ...] = ()


def ways_on_view(row: Export, kept: Sequence[AcceptanceRow], other_codes: OtherCodes, *, may_setup: bool) -> WaysOnView:
    """Everything that one row offers."""
    view = WaysOnView(kept=tuple(_kept(item, row, may_setup=may_setup) for item in kept if _holds(item, row)))
    if row.state is not State.BLOCKED or row.deleted_at is not None:
        return view
    problems = from_json(row.problems)
    differences, asked = ways_on.differences(problems), ways_on.questions(problems)
    fillable = ways_on.fillable(problems)
    return WaysOnView(
        differences=tuple(_difference(found, row.currency) for found in differences),
        difference_token=ways_on.token(differences) if differences else "",
        may_accept=may_setup,
        number_token=ways_on.token(asked) if asked else "",
        fill_number=fillable[0].params["number"] if fillable else "",
        fill_token=ways_on.token(fillable) if fillable else "",
        codes=tuple(view for view in _codes(asked, other_codes) if view.options),
        by_hand=ways_on.may_be_booked_by_hand(row),
        kept=view.kept,
    )


def _difference(found: Problem, currency: str) -> DifferenceView:
    amounts = (formatting.money_text(found.params[name], currency) for name in ("net", "vat", "expected"))
    return DifferenceView(f"{found.params['rate'].replace('.', ',')}%", *amounts)


def _codes(asked: Iterable[Problem], other_codes: OtherCodes) -> Iterable[CodesView]:
    by_code = {found.params["code"]: found for found in asked}
    for used, found in by_code.items():
        options = tuple((code.code, f"{code.code} {code.description}") for code in other_codes(found))
        yield CodesView(used, options)


def _holds(item: AcceptanceRow, row: Export) -> bool:
    """An invoice that was put back is no longer called booked by hand."""
    return item.code in set(Kind) and (item.code != Kind.BOOKED_BY_HAND or row.ignored_reason == BY_HAND)


def _kept(item: AcceptanceRow, row: Export, *, may_setup: bool) -> KeptView:
    kind = Kind(item.code)
    is_open = row.state in (State.BLOCKED, State.QUEUED)
    may_withdraw = is_open and (may_setup or kind is not Kind.VAT_DIFFERENCE)
    text = events.sentence(ways_on.EVENTS[kind], {**item.params, "reason": item.reason})
    moment = formatting.moment(item.accepted_at)
    return KeptView(item.id if may_withdraw else 0, text, item.accepted_by, moment)
