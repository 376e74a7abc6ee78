"""How the link stands on a page: the mark, the sentence, and the cure for who may take it, with its address."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from flask import url_for

from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.domain.problems import Cure as ProblemCure
from mice_exact_plugin.domain.standing import Cure, State
from mice_exact_plugin.exports.words import cures
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.manifest import NAME
from mice_exact_plugin.standing import words as standing_words
from mice_exact_plugin.web import in_exact
from mice_exact_plugin.web.guards import Access, may
from mice_exact_plugin.web.parts import Badge, Way, vat_field

if TYPE_CHECKING:
    from collections.abc import Callable

    from mice_exact_plugin.domain.problems import Problem
    from mice_exact_plugin.domain.standing import Standing
    from mice_exact_plugin.host.contract import HostUser
    from mice_exact_plugin.runtime import Runtime
    from mice_exact_plugin.web.parts import Places

    #: Where the link's cure is found.
    StandingPlaces = Callable[[Cure], str]


@dataclass(frozen=True, slots=True)
class CureView:
    """A link to a page, or a form that is one button and sends at most one field."""

    text: str
    url: str
    is_form: bool = False
    field: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class MarkView:
    """For the host's tile and menu."""

    text: str
    tone: str
    sentence: str


@dataclass(frozen=True, slots=True)
class StandingView:
    """`advice` says what comes before the button, or who else has it; `may_ask` offers to ask an administrator."""

    badge: Badge
    sentence: str
    advice: str
    cure: CureView | None
    may_ask: bool
    is_fine: bool
    tone: str


#: Who may.
ACCESS: dict[Cure, Access] = {
    Cure.CHAT: Access.DECIDE,
    Cure.CONNECT: Access.SETUP,
    Cure.CHOOSE: Access.SETUP,
    Cure.LOAD: Access.SETUP,
    Cure.SETTINGS: Access.SETUP,
    Cure.SWITCH_ON: Access.SETUP,
    Cure.LOG_IN: Access.SETUP,
    Cure.RELOAD: Access.SETUP,
    Cure.EXACT: Access.DECIDE,
}
#: The cures that are a button, with the field that it sends.
_FORMS = {Cure.SWITCH_ON: "on", Cure.LOG_IN: "site", Cure.RELOAD: "", Cure.EXACT: ""}


#: What a page offers itself, by the name of its endpoint.
_ON_PAGE: dict[str, frozenset[Cure]] = {
    "connection": frozenset({Cure.CONNECT, Cure.LOG_IN, Cure.RELOAD}),
    "administration": frozenset({Cure.CHOOSE}),
    "choose": frozenset({Cure.CHOOSE}),
    "loading": frozenset({Cure.LOAD}),
    "load": frozenset({Cure.LOAD}),
    "settings": frozenset({Cure.SETTINGS}),
    "save": frozenset({Cure.SETTINGS}),
}


def standing_view(standing: Standing, user: HostUser | None, places: StandingPlaces, *, page: str = "") -> StandingView:
    """`page` is the one at hand: a cure that it offers itself is left out."""
    words = standing_words.WORDS[standing.state]
    access = ACCESS.get(standing.kind.cure)
    is_able = access is not None and may(user, access)
    may_ask = access is Access.SETUP and not is_able and may(user, Access.DECIDE)
    cure = _cure(standing, places) if is_able else None
    return StandingView(
        badge=Badge(gettext(words.mark), words.tone),
        sentence=standing_words.sentence(standing),
        advice=gettext("Een beheerder kan dit oplossen.")
        if may_ask
        else standing_words.advice(standing.state, standing.params),
        cure=None if standing.kind.cure in _ON_PAGE.get(page, ()) else cure,
        may_ask=may_ask,
        is_fine=standing.is_fine,
        tone=str(words.tone),
    )


def mark_view(standing: Standing) -> MarkView:
    words = standing_words.WORDS[standing.state]
    return MarkView(gettext(words.mark), str(words.tone), standing_words.sentence(standing))


def _cure(standing: Standing, places: StandingPlaces) -> CureView:
    cure = standing.kind.cure
    is_talk = cure is Cure.CHAT and standing.state not in (State.INSTALLED, State.DEACTIVATED)
    text = gettext("Naar de chat") if is_talk else gettext(standing_words.CURES[cure])
    field = _FORMS.get(cure, "")
    value = {"on": "1", "site": standing.site}.get(field, "")
    return CureView(text, places(cure), is_form=cure in _FORMS, field=field, value=value)


#: Where a state of the link is ended.
LINK_ENDPOINTS = {
    Cure.CONNECT: "connection",
    Cure.CHOOSE: "administration",
    Cure.LOAD: "loading",
    Cure.SETTINGS: "settings",
    Cure.SWITCH_ON: "switch",
    Cure.LOG_IN: "log_in",
    Cure.RELOAD: "reload",
    Cure.EXACT: "run_now",
}


def places_for(runtime: Runtime, tenant: str, invoice_id: str | None, *, may_setup: bool, has_settings: bool) -> Places:
    """A lookup from problem to the way to its cure; None for who may not go it, or is there already (no `invoice_id`).

    Args:
        has_settings: the link is so far that its settings can be opened.
    """
    host = runtime.host

    def address(problem: Problem) -> str | None:
        match problem.cure:
            case ProblemCure.SETTINGS:
                return _setting(problem) if may_setup and has_settings else None
            case ProblemCure.RATE_GROUPS:
                return host.rate_groups_url() if may_setup else None
            case ProblemCure.EXACT:
                return in_exact.administration_url(runtime, in_exact.place_now(runtime, tenant))
            case ProblemCure.INVOICE | ProblemCure.DECISION:
                return host.invoice_url(invoice_id) if invoice_id else None
            case ProblemCure.SUPPORT:
                return host.chat_url(tenant, gettext("Er gaat iets mis bij het boeken in Exact Online."))

    def way(problem: Problem) -> Way | None:
        is_outside, ids = problem.cure is ProblemCure.EXACT, problem.params.get("ids", ())
        if is_outside and len(ids) == 1:
            card = in_exact.relation_url(runtime, in_exact.place_now(runtime, tenant), ids[0])
            return Way(card, gettext("Naar de relatie in Exact Online"), is_outside=True) if card else None
        url = address(problem)
        return Way(url, gettext(cures.CURES[problem.cure]), is_outside) if url else None

    return way


#: The field or the group of the settings in which a problem is cured, where its rate does not say it.
FIELDS: dict[Code, str] = {
    Code.VAT_SITUATION_NEEDED: "situaties",
    Code.VAT_SITUATION_UNMAPPED: "situaties",
    Code.DEFAULT_GL_ACCOUNT_GONE: "default-gl-account",
    Code.LOOSE_GL_ACCOUNT_GONE: "losse-regels",
    Code.RECEIPTS_UNPLACED: "receipts-account",
    Code.JOURNAL_GONE: "journal",
    Code.JOURNAL_BLOCKED: "journal",
    Code.JOURNAL_CURRENCY: "journal",
    Code.PAYMENT_CONDITION_NEEDED: "payment-condition",
    Code.DEPOSIT_LEDGER_NEEDED: "aanbetalingen",
    Code.DEPOSIT_ELSEWHERE: "aanbetalingen",
    Code.DEBTOR_COLLECTIVE_GONE: "collective",
}


#: Those that have a page of their own.
_COSTS = (Code.COST_CENTER_GONE, Code.COST_CENTER_NEEDED, Code.COST_UNIT_GONE, Code.COST_UNIT_NEEDED)


def _setting(problem: Problem) -> str:
    if problem.code in _COSTS:
        return url_for("mice_exact.dimensions")
    rate = problem.params.get("rate")
    field = FIELDS.get(problem.code) or (vat_field(Decimal(rate)) if rate else None)
    return url_for("mice_exact.settings", _anchor=field)


def places_of(runtime: Runtime, tenant: str) -> StandingPlaces:
    """A lookup from what ends a state of the link to the page or form that does it."""

    def place(cure: Cure) -> str:
        if cure is Cure.CHAT:
            return runtime.host.chat_url(tenant, _question(runtime))
        return url_for(f"mice_exact.{LINK_ENDPOINTS[cure]}")

    return place


def _question(runtime: Runtime) -> str:
    """What the chat is opened with: to activate, unless the link is active and something is wrong with it."""
    tenant = runtime.host.current_tenant()
    activation = runtime.host.activation(tenant.code, NAME) if tenant else None
    if tenant is None or (activation and activation.withdrawn_at is None):
        return gettext("Er gaat iets mis bij het boeken in Exact Online.")
    return gettext("Ik wil de koppeling met Exact Online laten activeren voor %(venue)s.", venue=tenant.name)
