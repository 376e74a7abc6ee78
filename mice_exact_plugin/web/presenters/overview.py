"""The overview: how many invoices stand where, the table of them, and the link in one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mice_exact_plugin.domain.export_state import State
from mice_exact_plugin.domain.readiness import Step
from mice_exact_plugin.i18n import gettext, ngettext
from mice_exact_plugin.store.invoice_export import from_json
from mice_exact_plugin.web import formatting
from mice_exact_plugin.web.presenters.badges import STATES, Badge, state_badge
from mice_exact_plugin.web.wording import ignored, problems
from mice_exact_plugin.web.wording.template import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy import Row

    from mice_exact_plugin.services.overview import Page


@dataclass(frozen=True, slots=True)
class Count:
    """A number that filters the table below it."""

    state: str
    label: str
    number: str
    tone: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class ExportView:
    """One line of the table; `note` says why or when."""

    url: str
    identifier: str
    day: str
    debtor: str
    gross: str
    badge: Badge
    note: str


@dataclass(frozen=True, slots=True)
class PageView:
    exports: tuple[ExportView, ...]
    number: int
    total: str
    has_next: bool


@dataclass(frozen=True, slots=True)
class NextStep:
    """What keeps the link from working, with the page where an administrator goes on."""

    text: str
    link_text: str
    endpoint: str


#: The order in which a person wants to see them.
_ORDER = (State.BLOCKED, State.UNCONFIRMED, State.QUEUED, State.CLAIMED, State.SYNCED, State.IGNORED)

_NEXT: dict[Step, tuple[str, str, str]] = {
    Step.CONNECT: (N_("Er is nog geen verbinding met Exact Online."), N_("Naar de verbinding"), "connection"),
    Step.CHOOSE_DIVISION: (N_("Er is nog geen administratie gekozen."), N_("Kies een administratie"), "administration"),
    Step.LOAD_DATA: (N_("De gegevens van Exact Online zijn nog niet ingeladen."), N_("Gegevens inladen"), "loading"),
    Step.SAVE_SETTINGS: (N_("De koppeling is nog niet ingesteld."), N_("Naar de instellingen"), "settings"),
}


def state_of(text: str) -> State | None:
    """The state that a filter names; anything else is no filter."""
    return State(text) if text in set(State) else None


def counts_view(counts: Mapping[State, int], current: State | None) -> tuple[Count, ...]:
    """One per state that occurs, or that a person looks for even when it is empty."""
    always = {State.BLOCKED, State.QUEUED, State.SYNCED}
    return tuple(
        Count(state, gettext(STATES[state][0]), formatting.number(counts[state]), STATES[state][1], state is current)
        for state in _ORDER
        if counts[state] or state in always
    )


def page_view(page: Page, invoice_url: Callable[[str], str]) -> PageView:
    exports = tuple(_export(row, invoice_url(row.invoice_id)) for row in page.rows)
    total = ngettext("%(num)s factuur", "%(num)s facturen", page.total)
    return PageView(exports, page.number, total, page.has_next)


def next_step(step: Step | None) -> NextStep | None:
    """None when the link works, and for the steps that have a button of their own on the page."""
    if step not in _NEXT:
        return None
    text, link_text, endpoint = _NEXT[step]
    return NextStep(gettext(text), gettext(link_text), f"mice_exact.{endpoint}")


def note_of(row: Row[Any]) -> str:
    """The one thing worth knowing about a row: when it was booked, or why it is not."""
    match State(row.state):
        case State.SYNCED if row.synced_at:
            number = gettext("boekstuk %(number)s", number=row.entry_number) if row.entry_number else ""
            return ", ".join(part for part in (formatting.moment(row.synced_at), number) if part)
        case State.BLOCKED:
            return " ".join(problems.sentence(problem) for problem in from_json(row.problems))
        case State.IGNORED:
            return ignored.sentence(row.ignored_reason)
        case State.QUEUED if row.waits_for:
            return gettext("wacht op factuur %(number)s", number=row.waits_for)
        case State.QUEUED if row.not_before:
            return gettext("niet voor %(moment)s", moment=formatting.moment(row.not_before))
        case _:
            return ""


def _short_note(row: Row[Any]) -> str:
    """The first of several problems: the invoice itself shows them all."""
    if row.state != State.BLOCKED or len(row.problems) < 2:
        return note_of(row)
    first, *others = from_json(row.problems)
    more = ngettext("(en nog %(num)s)", "(en nog %(num)s)", len(others))
    return f"{problems.sentence(first)} {more}"


def _export(row: Row[Any], url: str) -> ExportView:
    return ExportView(
        url=url,
        identifier=row.identifier,
        day=formatting.day(row.invoice_date),
        debtor=row.debtor_name or "",
        gross=formatting.money(row.gross, row.currency),
        badge=state_badge(State(row.state), is_paused=bool(row.is_paused)),
        note=_short_note(row),
    )
