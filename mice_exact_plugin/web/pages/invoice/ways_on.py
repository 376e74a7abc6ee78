"""The ways on for a held invoice: as its page offers them, what was decided before, and each one's form."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flask import abort, flash, redirect, request

from mice_exact_plugin import formatting
from mice_exact_plugin.decisions import ways_on
from mice_exact_plugin.domain.entry.acceptance import Kind
from mice_exact_plugin.domain.problems import A_PERSON_CHOOSES, Code
from mice_exact_plugin.domain.states import BY_HAND, State
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.exports.queue import row_of
from mice_exact_plugin.i18n import N_, gettext
from mice_exact_plugin.web import answers, current, events
from mice_exact_plugin.web.frame import page
from mice_exact_plugin.web.guards import Access, may
from mice_exact_plugin.web.pages.invoice import by_hand
from mice_exact_plugin.web.pages.invoice.view import decided

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from flask.typing import ResponseReturnValue

    from mice_exact_plugin.domain.problems import Problem
    from mice_exact_plugin.domain.reference import VatCode
    from mice_exact_plugin.exports.acceptance import AcceptanceRow
    from mice_exact_plugin.exports.export import Export

    #: The codes that fit instead of the one that a problem names.
    OtherCodes = Callable[[Problem], Sequence[VatCode]]

_CORRECTED_IN_EXACT = frozenset(
    {
        Code.DEBTOR_BLOCKED,
        Code.DEBTOR_NOT_ACTIVE,
        Code.DEBTOR_SUPPLIER_ONLY,
        Code.EU_NUMBER_NOT_IN_EXACT,
        Code.EU_NUMBER_DOUBTFUL,
        Code.EU_NUMBER_UNFIT_IN_EXACT,
    }
)


@dataclass(frozen=True, slots=True)
class DebtorWays:
    """`choose` leads to the page with both sides; `supplier` is the id of the one relation to make a customer too."""

    choose: bool = False
    look_again: bool = False
    supplier: str = ""


NO_WAYS = DebtorWays()


def debtor_ways(problems: Collection[Problem]) -> DebtorWays:
    problem = next((problem for problem in problems if problem.code in A_PERSON_CHOOSES), None)
    is_supplier = problem is not None and problem.code is Code.DEBTOR_SUPPLIER_ONLY
    return DebtorWays(
        choose=problem is not None,
        look_again=any(problem.code in _CORRECTED_IN_EXACT for problem in problems),
        supplier=next(iter(problem.params.get("ids", ())), "") if problem and is_supplier else "",
    )


@dataclass(frozen=True, slots=True)
class WaysOnView:
    """What this person may do about this row: what is empty is not offered. The tokens stand for what is shown.

    `codes` are, by the code that was used, those to choose from instead; `kept` are the decisions that hold, each with
    whether it may be taken back here.
    """

    differences: Sequence[Problem] = ()
    difference_token: str = ""
    may_accept: bool = False
    number_token: str = ""
    fill_number: str = ""
    fill_token: str = ""
    codes: Mapping[str, Sequence[VatCode]] = field(default_factory=dict)
    later_day: str = ""
    later_token: str = ""
    deposit_token: str = ""
    by_hand: bool = False
    kept: tuple[tuple[AcceptanceRow, bool], ...] = ()


def ways_on_view(row: Export, kept: Sequence[AcceptanceRow], other_codes: OtherCodes, *, may_setup: bool) -> WaysOnView:
    """Everything that one row offers."""
    holds = tuple((item, _may_withdraw(item, row, may_setup=may_setup)) for item in kept if _holds(item, row))
    if row.state is not State.BLOCKED or row.deleted_at is not None:
        return WaysOnView(kept=holds)
    problems = row.problems
    differences, asked = ways_on.differences(problems), ways_on.questions(problems)
    fillable, later = ways_on.fillable(problems), ways_on.later_days(problems)
    oversettled = ways_on.oversettled(problems)
    return WaysOnView(
        differences=differences,
        difference_token=ways_on.token(differences) if differences else "",
        may_accept=may_setup,
        number_token=ways_on.token(asked) if asked else "",
        fill_number=fillable[0].params["number"] if fillable else "",
        fill_token=ways_on.token(fillable) if fillable else "",
        later_day=formatting.day_text(later[0].params["entry_date"]) if later else "",
        later_token=ways_on.token(later) if later else "",
        codes={found.params["code"]: codes for found in asked if (codes := other_codes(found))},
        deposit_token=ways_on.token(oversettled) if oversettled else "",
        by_hand=ways_on.may_be_booked_by_hand(row),
        kept=holds,
    )


def _holds(item: AcceptanceRow, row: Export) -> bool:
    """An invoice that was put back is no longer called booked by hand."""
    return item.code in set(Kind) and (item.code != Kind.BOOKED_BY_HAND or row.ignored_reason == BY_HAND)


def _may_withdraw(item: AcceptanceRow, row: Export, *, may_setup: bool) -> bool:
    is_open = row.state in (State.BLOCKED, State.QUEUED)
    return is_open and (may_setup or item.code != Kind.VAT_DIFFERENCE)


def decision(item: AcceptanceRow) -> str:
    """What was decided, as the trail says it."""
    return events.sentence(ways_on.EVENTS[Kind(item.code)], {**item.params, "reason": item.reason})


#: What is said of each decision that accepts what was shown.
_ACCEPTED: dict[Kind, str] = {
    Kind.VAT_DIFFERENCE: N_("Het verschil in de btw is geaccepteerd."),
    Kind.EU_NUMBER: N_("De factuur wordt toch met deze BTW-code geboekt."),
    Kind.DEPOSIT: N_("De aanbetaling wordt toch zo verrekend."),
    Kind.FILL_NUMBER: N_("Het btw-nummer wordt bij de volgende synchronisatie in Exact Online ingevuld."),
    Kind.PERIOD: N_("De factuur wordt op die dag geboekt."),
}


def _accept(invoice_id: str, kind: Kind) -> ResponseReturnValue:
    shown, reason = request.form.get("shown", ""), request.form.get("reason", "")

    def decide() -> None:
        tenant, person = current.tenant().code, current.person()
        ways_on.accept(current.runtime(), tenant, invoice_id, person, kind, shown=shown, reason=reason)

    return decided(invoice_id, decide, gettext(_ACCEPTED[kind]))


def accept_difference(invoice_id: str) -> ResponseReturnValue:
    return _accept(invoice_id, Kind.VAT_DIFFERENCE)


def book_with_eu_code(invoice_id: str) -> ResponseReturnValue:
    return _accept(invoice_id, Kind.EU_NUMBER)


def take_off_anyway(invoice_id: str) -> ResponseReturnValue:
    return _accept(invoice_id, Kind.DEPOSIT)


def fill_vat_number(invoice_id: str) -> ResponseReturnValue:
    return _accept(invoice_id, Kind.FILL_NUMBER)


def book_later(invoice_id: str) -> ResponseReturnValue:
    return _accept(invoice_id, Kind.PERIOD)


def choose_vat_code(invoice_id: str) -> ResponseReturnValue:
    said = {name: request.form.get(name, "") for name in ("shown", "reason", "used", "vat_code")}
    shown, reason, choice = said["shown"], said["reason"], (said["used"], said["vat_code"])

    def decide() -> None:
        runtime, tenant, person = current.runtime(), current.tenant().code, current.person()
        ways_on.choose_code(runtime, tenant, invoice_id, person, shown, reason, choice)

    return decided(invoice_id, decide, gettext("De BTW-code is gekozen voor deze factuur."))


def booked_by_hand(invoice_id: str) -> ResponseReturnValue:
    """What was typed wrong comes back on a page of its own, with all that was typed."""
    runtime, tenant = current.runtime(), current.tenant().code
    row = row_of(runtime.session, tenant, invoice_id)
    if row is None:
        abort(404)
    typed, identifier = by_hand.typed(request.form), str(row.identifier)
    try:
        ways_on.booked_by_hand(
            runtime, tenant, invoice_id, current.person(), typed.number, typed.reason, knows_others=typed.knows_others
        )
    except LinkError as refusal:
        if str(refusal) in by_hand.MENDABLE:
            return _by_hand_again(invoice_id, identifier, typed, refusal), 422
        flash(answers.of_decision(refusal), "error")
    else:
        flash(gettext("De factuur staat te boek als zelf geboekt."), "success")
    return redirect(runtime.host.invoice_url(invoice_id), 303)


def _by_hand_again(invoice_id: str, identifier: str, typed: by_hand.Typed, refusal: LinkError) -> str:
    return page(
        "by_hand.html",
        gettext("Zelf geboekt"),
        "overview",
        view=by_hand.by_hand_view(invoice_id, identifier, typed, refusal),
        invoice_url=current.runtime().host.invoice_url(invoice_id),
    )


def withdraw_decision(invoice_id: str) -> ResponseReturnValue:
    """What an administrator accepted, only an administrator takes back."""
    acceptance_id = request.form.get("acceptance_id", 0, type=int)

    def decide() -> None:
        runtime, tenant, person = current.runtime(), current.tenant().code, current.person()
        may_setup = may(current.user(), Access.SETUP)
        ways_on.withdraw(runtime, tenant, invoice_id, person, acceptance_id, may_setup=may_setup)

    return decided(invoice_id, decide, gettext("Het besluit is ingetrokken."))
