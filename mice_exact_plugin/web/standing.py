"""How the link stands on a page: the mark, the sentence, and the cure for who may take it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.standing import Cure, State
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.web.guards import Access, may
from mice_exact_plugin.web.presenters.badges import Badge
from mice_exact_plugin.web.wording import standing as wording

if TYPE_CHECKING:
    from collections.abc import Callable

    from mice_exact_plugin.domain.standing import Standing
    from mice_exact_plugin.host.contract import HostUser

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
    words = wording.WORDS[standing.state]
    access = ACCESS.get(standing.kind.cure)
    is_able = access is not None and may(user, access)
    may_ask = access is Access.SETUP and not is_able and may(user, Access.DECIDE)
    cure = _cure(standing, places) if is_able else None
    return StandingView(
        badge=Badge(gettext(words.mark), words.tone),
        sentence=wording.sentence(standing),
        advice=gettext("Een beheerder kan dit oplossen.")
        if may_ask
        else wording.advice(standing.state, standing.params),
        cure=None if standing.kind.cure in _ON_PAGE.get(page, ()) else cure,
        may_ask=may_ask,
        is_fine=standing.is_fine,
        tone=str(words.tone),
    )


def mark_view(standing: Standing) -> MarkView:
    words = wording.WORDS[standing.state]
    return MarkView(gettext(words.mark), str(words.tone), wording.sentence(standing))


def _cure(standing: Standing, places: StandingPlaces) -> CureView:
    cure = standing.kind.cure
    text = gettext("Naar de chat") if standing.state is State.ASKED else gettext(wording.CURES[cure])
    field = _FORMS.get(cure, "")
    value = {"on": "1", "site": standing.site}.get(field, "")
    return CureView(text, places(cure), is_form=cure in _FORMS, field=field, value=value)
