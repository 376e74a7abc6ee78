"""The overview as people see it: exports and runs, those under way with their progress."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.booking import words as run_words
from mice_exact_plugin.domain.run import HELD, SETTLED, Figure, settled, total
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports.words import cures, problems
from mice_exact_plugin.i18n import gettext, ngettext
from mice_exact_plugin.link.run import RunState
from mice_exact_plugin.standing.words import Tone
from mice_exact_plugin.web.parts import Badge, awaits, by_quarters

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mice_exact_plugin.domain.standing import Standing
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.link.run import SyncRun


@dataclass(frozen=True, slots=True)
class ProgressView:
    """A run under way and what is announced of it; `total` is 0 while nobody knows yet how much there is to do.

    `is_waiting`: nothing moves, for the reason that `phase` says.
    """

    run_id: int
    phase: str
    handled: int
    total: int
    counted: str
    outcome: str
    announcement: str
    is_finished: bool
    is_waiting: bool = False


_TONES = {
    RunState.RUNNING: Tone.INFO,
    RunState.WAITING: Tone.INFO,
    RunState.DONE: Tone.SUCCESS,
    RunState.STOPPED: Tone.WARNING,
}


def progress_view(run: SyncRun, outcomes: Mapping[str, int]) -> ProgressView:
    """`outcomes` is what the run has come to so far."""
    phase, done, every = _phase(run), settled(outcomes), total(outcomes)
    counted = (
        gettext("%(done)s van %(total)s", done=formatting.number(done), total=formatting.number(every)) if every else ""
    )
    outcome = run_words.figures_sentence({name: count for name, count in outcomes.items() if name in SETTLED}, of=every)
    return ProgressView(
        run_id=run.id,
        phase=phase,
        handled=done,
        total=every,
        counted=counted,
        outcome=outcome,
        announcement=_announcement(run, outcome, done, every),
        is_finished=run.finished_at is not None,
        is_waiting=run.state == RunState.WAITING,
    )


def _announcement(run: SyncRun, outcome: str, done: int, every: int) -> str:
    """What is said aloud changes at the start, at each quarter, when it waits for something, and at the end."""
    if run.finished_at is not None:
        ended = gettext("De synchronisatie is afgelopen.")
        return f"{ended} {outcome}".strip()
    if run.state == RunState.WAITING and run.reason and run.reason != "slice_over":
        return _waiting(run)
    return by_quarters(done, every) or gettext("De synchronisatie is bezig.")


def run_badge(run: SyncRun) -> Badge:
    state = RunState(run.state)
    return Badge(gettext(run_words.STATES[state]), _tone(run, state))


def run_reason(run: SyncRun) -> str:
    """Why it ended or waits; while it runs it says nothing of that."""
    return run_words.reason(run.reason, run.details) if run.reason and run.state != RunState.RUNNING else ""


def _tone(run: SyncRun, state: RunState) -> Tone:
    """A night that held invoices up is no success, although it was done with all of them."""
    outcomes = run.outcomes or {}
    if state is RunState.DONE and any(outcomes.get(outcome) for outcome in HELD):
        return Tone.WARNING
    if state is RunState.DONE and (outcomes.get(Figure.UNCONFIRMED) or outcomes.get(Figure.WAITING)):
        return Tone.INFO
    return _TONES[state]


def _phase(run: SyncRun) -> str:
    if run.state == RunState.WAITING:
        return _waiting(run)
    return gettext(run_words.PHASES[run.phase]) if run.phase in run_words.PHASES else gettext("Wordt gestart")


def _waiting(run: SyncRun) -> str:
    if run.reason is None:
        return gettext("Wacht op een werker")
    if run.resume_at is None or run.reason == "slice_over":
        return gettext("Wacht: %(reason)s", reason=run_words.reason(run.reason, run.details))
    time = formatting.clock_time(run.resume_at)
    return gettext("Wacht tot %(time)s: %(reason)s", time=time, reason=run_words.reason(run.reason, run.details))


def note_of(row: Export, standing: Standing) -> str:
    """The one thing worth knowing about a row: when it was booked, or why it is not."""
    match row.state:
        case State.SYNCED if row.synced_at:
            number = gettext("boekstuk %(number)s", number=row.entry_number) if row.entry_number else ""
            return ", ".join(part for part in (formatting.moment(row.synced_at), number) if part)
        case State.BLOCKED:
            return " ".join(problems.sentence(problem) for problem in row.problems)
        case State.IGNORED:
            return cures.ignored_sentence(row.ignored_reason)
        case State.QUEUED if awaits(row, standing):
            return gettext("inrichting gewijzigd; vraagt een nieuw akkoord") if row.approval_lapsed else ""
        case State.QUEUED if row.waits_for:
            return gettext("wacht op factuur %(number)s", number=row.waits_for)
        case State.QUEUED if row.not_before:
            return gettext("niet voor %(moment)s", moment=formatting.moment(row.not_before))
        case State.QUEUED | State.UNCONFIRMED if standing.books_at:
            return formatting.coming(standing.books_at, standing.at)
        case _:
            return ""


def short_note(row: Export, standing: Standing) -> str:
    """The first of several problems: the invoice itself shows them all."""
    if row.state != State.BLOCKED or len(row.problems) < 2:
        return note_of(row, standing)
    first, *others = row.problems
    more = ngettext("(en nog %(num)s)", "(en nog %(num)s)", len(others))
    return f"{problems.sentence(first)} {more}"
