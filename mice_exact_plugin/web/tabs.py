"""The tabs of the link: one table that says which page is one, what it is called, and who opens it when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from mice_exact_plugin.domain.readiness import BEFORE_SETTINGS, Stage, Step
from mice_exact_plugin.i18n import N_, gettext
from mice_exact_plugin.web.guards import Access, Opens, may

if TYPE_CHECKING:
    from mice_exact_plugin.domain.readiness import Readiness
    from mice_exact_plugin.host.contract import HostUser


class Listed(NamedTuple):
    """A page with a tab. `closed_at`: the steps of setting up at which it shows nothing yet."""

    endpoint: str
    label: str
    access: Access = Access.READ
    opens: Opens = Opens.ACTIVE
    closed_at: frozenset[Step] = frozenset()


#: While one of these comes next there is no administration to show anything of.
_WITHOUT_BOOKS = frozenset({Step.CONNECT, Step.CHOOSE_DIVISION})
#: In the order in which they are shown. A new page adds its line here and its address in `web/blueprint.py`.
TABS = (
    Listed("overview", N_("Overzicht"), opens=Opens.HISTORY),
    Listed("to_do", N_("Te doen"), opens=Opens.HISTORY),
    Listed("bindings", N_("Debiteuren"), closed_at=_WITHOUT_BOOKS),
    Listed("listing", N_("ICP"), closed_at=_WITHOUT_BOOKS),
    Listed("open_deposits", N_("Aanbetalingen"), opens=Opens.HISTORY),
    Listed("not_queued", N_("Niet meegenomen")),
    Listed("mapping", N_("Inrichting"), Access.SETUP, closed_at=BEFORE_SETTINGS | {Step.SAVE_SETTINGS}),
    Listed("settings", N_("Instellingen"), Access.SETUP, closed_at=BEFORE_SETTINGS),
    Listed("history", N_("Geschiedenis"), opens=Opens.HISTORY),
    Listed("connection", N_("Verbinding"), Access.SETUP),
)
_BY_ENDPOINT = {tab.endpoint: tab for tab in TABS}


@dataclass(frozen=True, slots=True)
class Tab:
    """`count` is how much there is to do; none for the tabs that count nothing, and for nothing to do."""

    label: str
    endpoint: str
    is_current: bool
    count: int = 0


def tabs_of(current: str, ready: Readiness, user: HostUser, counts: dict[str, int]) -> tuple[Tab, ...]:
    """The tabs of a person, without those that would only lead back."""
    if ready.stage is Stage.INSTALLED:
        return ()
    return tuple(
        Tab(gettext(tab.label), f"mice_exact.{tab.endpoint}", tab.endpoint == current, counts.get(tab.endpoint, 0))
        for tab in TABS
        if may(user, tab.access) and is_open(tab.endpoint, ready)
    )


def label_of(endpoint: str) -> str:
    return gettext(_BY_ENDPOINT[endpoint].label)


def is_open(endpoint: str, ready: Readiness) -> bool:
    """Whether a page can be opened, as far as the link goes; a link to one that cannot would only lead back."""
    tab = _BY_ENDPOINT[endpoint]
    if ready.stage is Stage.DEACTIVATED:
        return tab.opens is not Opens.ACTIVE
    return ready.next_step not in tab.closed_at
