"""The overview: how many invoices stand where, the table of them, and the link in one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.export_state import State
from mice_exact_plugin.i18n import gettext, ngettext
from mice_exact_plugin.store.invoice_export import from_json
from mice_exact_plugin.web import formatting
from mice_exact_plugin.web.presenters.badges import Badge, state_badge
from mice_exact_plugin.web.presenters.entry import marks
from mice_exact_plugin.web.wording import ignored, problems

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from mice_exact_plugin.domain.remarks import Remark
    from mice_exact_plugin.domain.standing import Standing
    from mice_exact_plugin.services.overview import Page
    from mice_exact_plugin.store.export import Export


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
    marks: str


@dataclass(frozen=True, slots=True)
class PageView:
    exports: tuple[ExportView, ...]
    number: int
    total: str
    has_next: bool


#: The order in which a person wants to see them.
_ORDER = (State.BLOCKED, State.UNCONFIRMED, State.QUEUED, State.CLAIMED, State.SYNCED, State.IGNORED)


def state_of(text: str) -> State | None:
    """The state that a filter names; anything else is no filter."""
    return State(text) if text in set(State) else None


def counts_view(counts: Mapping[State, int], current: State | None, standing: Standing) -> tuple[Count, ...]:
    """One per state that occurs, or that a person looks for even when it is empty."""
    always = {State.BLOCKED, State.QUEUED, State.SYNCED}
    badges = {state: state_badge(state, standing) for state in _ORDER if counts[state] or state in always}
    return tuple(
        Count(state, badge.text, formatting.number(counts[state]), badge.tone, state is current)
        for state, badge in badges.items()
    )


def page_view(
    page: Page, invoice_url: Callable[[str], str], standing: Standing, remarks: Mapping[int, Sequence[Remark]]
) -> PageView:
    exports = tuple(_export(row, invoice_url(row.invoice_id), standing, remarks.get(row.id, ())) for row in page.rows)
    total = ngettext("%(num)s factuur", "%(num)s facturen", page.total)
    return PageView(exports, page.number, total, page.has_next)


def note_of(row: Export, standing: Standing) -> str:
    """The one thing worth knowing about a row: when it was booked, or why it is not."""
    match row.state:
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
        case State.QUEUED | State.UNCONFIRMED if standing.books_at:
            return formatting.coming(standing.books_at, standing.at)
        case _:
            return ""


def _short_note(row: Export, standing: Standing) -> str:
    """The first of several problems: the invoice itself shows them all."""
    if row.state != State.BLOCKED or len(row.problems) < 2:
        return note_of(row, standing)
    first, *others = from_json(row.problems)
    more = ngettext("(en nog %(num)s)", "(en nog %(num)s)", len(others))
    return f"{problems.sentence(first)} {more}"


def _export(row: Export, url: str, standing: Standing, remarks: Sequence[Remark]) -> ExportView:
    return ExportView(
        # The page of a deleted invoice is gone.
        url="" if row.deleted_at else url,
        identifier=row.identifier,
        day=formatting.day(row.invoice_date),
        debtor=row.debtor_name or "",
        gross=formatting.money(row.gross, row.currency),
        badge=state_badge(row.state, standing),
        note=_short_note(row, standing),
        marks=marks(remarks),
    )
