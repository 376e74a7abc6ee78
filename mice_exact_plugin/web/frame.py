"""Printing a template: every page gets the same words, token and frame around it."""

from __future__ import annotations

from dataclasses import dataclass

# Any: a template takes anything.
from typing import TYPE_CHECKING, Any

from flask import render_template, request, url_for
from flask_wtf.csrf import generate_csrf  # type: ignore[import-untyped]  # it ships no types

from mice_exact_plugin.domain.readiness import Stage, Step
from mice_exact_plugin.host import offers
from mice_exact_plugin.i18n import N_, gettext, language
from mice_exact_plugin.paging import LARGEST_PAGE
from mice_exact_plugin.web import current, to_do
from mice_exact_plugin.web.guards import Access, may
from mice_exact_plugin.web.standing import places_of, standing_view
from mice_exact_plugin.web.tabs import label_of, tabs_of

if TYPE_CHECKING:
    from mice_exact_plugin.domain.readiness import Readiness
    from mice_exact_plugin.host.contract import HostUser
    from mice_exact_plugin.web.tabs import Tab


@dataclass(frozen=True, slots=True)
class SetupStep:
    """`place` is `done`, `now` or `later`."""

    label: str
    place: str


@dataclass(frozen=True, slots=True)
class Frame:
    title: str
    tabs: tuple[Tab, ...]
    steps: tuple[SetupStep, ...]


#: The pages that say themselves how much waits for a yes.
_SAYS_WAITING = frozenset({"overview", "to_do", "awaiting"})
#: Where an administrator finds us on a host that does not say so itself.
_TRAIL = (N_("Beheer"), N_("Instellingen"))


def trail(tab: str) -> tuple[tuple[str, str | None], ...]:
    """The steps to the page at hand, as far as this person may go them; the page itself is headed by its own name."""
    home = url_for("mice_exact.index")
    known = offers.trail(current.runtime().host, slot="koppelingen")
    if known is None and may(current.user(), Access.SETUP):
        # The tiles are at this address on every host (contract, *addresses*).
        known = (*((gettext(step), None) for step in _TRAIL), (gettext("Koppelingen"), home.rpartition("/")[0]))
    above = [(label_of(tab), url_for(f"mice_exact.{tab}"))] if _is_below(tab) else []
    return (*(known or ()), ("Exact Online", home), *above)


def _is_below(tab: str) -> bool:
    return tab != "index" and request.endpoint != f"mice_exact.{tab}"


_STEPS = (
    (Step.ASK_FOR_ACTIVATION, N_("Activeren")),
    (Step.CONNECT, N_("Inloggen")),
    (Step.CHOOSE_DIVISION, N_("Administratie kiezen")),
    (Step.LOAD_DATA, N_("Gegevens inladen")),
    (Step.SAVE_SETTINGS, N_("Instellen")),
)


#: The pages on which the link is set up, by the tab that they belong to.
_SET_UP = frozenset({"index", "connection", "settings"})


def frame(title: str, current: str, ready: Readiness, user: HostUser, counts: dict[str, int] | None = None) -> Frame:
    """Tabs, or where a link is being set up the steps that lead there, for who takes them; never both.

    `counts` is how much there is to do, by the tab.
    """
    steps = _steps(ready.next_step) if current in _SET_UP and may(user, Access.SETUP) else ()
    if steps and ready.stage is not Stage.DEACTIVATED:
        return Frame(title, (), steps)
    return Frame(title, tabs_of(current, ready, user, counts or {}), ())


def _steps(next_step: Step | None) -> tuple[SetupStep, ...]:
    order = [step for step, _ in _STEPS]
    if next_step not in order:
        return ()
    at = order.index(next_step)
    return tuple(
        SetupStep(gettext(label), "done" if place < at else "now" if place == at else "later")
        for place, (_, label) in enumerate(_STEPS)
    )


def page(template: str, title: str, tab: str, /, **values: Any) -> str:
    """A whole page inside the host's layout; `tab` is the endpoint whose tab is marked."""
    standing = current.standing()
    user, places = current.user(), places_of(current.runtime(), current.tenant().code)
    shown = standing_view(standing, user, places, page=(request.endpoint or "").rpartition(".")[2])
    counts = {} if standing.ready.stage is Stage.INSTALLED else {"to_do": to_do.count()}
    shell = frame(title, tab, standing.ready, user, counts)
    # Where it is a row of what is to be done, or the page itself, it is not said once more.
    waiting = 0 if (request.endpoint or "").rpartition(".")[2] in _SAYS_WAITING else to_do.awaiting().invoices
    return fragment(template, frame=shell, trail=trail(tab), standing=shown, awaiting=waiting, **values)


def fragment(template: str, /, **values: Any) -> str:
    """A piece of a page, escaped like a whole one."""
    return render_template(f"mice_exact/{template}", t=gettext, lang=language(), csrf_token=generate_csrf, **values)


def page_number(name: str = "pagina") -> int:
    """The page of a list that the address asks for; the first for what is no number."""
    return max(1, min(request.args.get(name, 1, type=int), LARGEST_PAGE))


def ready() -> Readiness:
    return current.standing().ready
