"""Runs as people see them: one that is under way with its progress, and those that were."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.figures import HELD, SETTLED, Outcome, settled, total
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.store.sync_run import RunState
from mice_exact_plugin.web import formatting
from mice_exact_plugin.web.presenters.badges import Badge, Tone
from mice_exact_plugin.web.wording import figures
from mice_exact_plugin.web.wording import runs as wording

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from mice_exact_plugin.store.sync_run import SyncRun


@dataclass(frozen=True, slots=True)
class RunView:
    started: str
    trigger: str
    badge: Badge
    duration: str
    outcome: str
    reason: str


@dataclass(frozen=True, slots=True)
class ProgressView:
    """A run under way; `total` is 0 while it is not known yet how much there is to do."""

    run_id: int
    phase: str
    handled: int
    total: int
    counted: str
    outcome: str
    announcement: str
    is_finished: bool


_TONES = {
    RunState.RUNNING: Tone.INFO,
    RunState.WAITING: Tone.INFO,
    RunState.DONE: Tone.SUCCESS,
    RunState.STOPPED: Tone.WARNING,
}


def run_view(run: SyncRun, now: datetime) -> RunView:
    state = RunState(run.state)
    return RunView(
        started=formatting.moment(run.started_at),
        trigger=wording.trigger(run.trigger, run.started_by),
        badge=Badge(gettext(wording.STATES[state]), _tone(run, state)),
        duration=formatting.duration((run.finished_at or now) - run.started_at),
        outcome=wording.outcome(run.outcomes, run.counts),
        reason=wording.reason(run.reason, run.details) if run.reason and state is not RunState.RUNNING else "",
    )


def progress_view(run: SyncRun, outcomes: Mapping[str, int]) -> ProgressView:
    """`outcomes` is what the run has come to so far."""
    phase, done, every = _phase(run), settled(outcomes), total(outcomes)
    counted = (
        gettext("%(done)s van %(total)s", done=formatting.number(done), total=formatting.number(every)) if every else ""
    )
    return ProgressView(
        run_id=run.id,
        phase=phase,
        handled=done,
        total=every,
        counted=counted,
        outcome=figures.sentence({name: count for name, count in outcomes.items() if name in SETTLED}, of=every),
        announcement=" ".join(part for part in (phase, counted) if part),
        is_finished=run.finished_at is not None,
    )


def _tone(run: SyncRun, state: RunState) -> Tone:
    """A night that held invoices up is no success, although it was done with all of them."""
    outcomes = run.outcomes or {}
    if state is RunState.DONE and any(outcomes.get(outcome) for outcome in HELD):
        return Tone.WARNING
    if state is RunState.DONE and (outcomes.get(Outcome.UNCONFIRMED) or outcomes.get(Outcome.WAITING)):
        return Tone.INFO
    return _TONES[state]


def _phase(run: SyncRun) -> str:
    if run.state == RunState.WAITING:
        return _waiting(run)
    return gettext(wording.PHASES[run.phase]) if run.phase in wording.PHASES else gettext("Wordt gestart")


def _waiting(run: SyncRun) -> str:
    if run.reason is None:
        return gettext("Wacht op een werker")
    if run.resume_at is None or run.reason == "slice_over":
        return gettext("Wacht: %(reason)s", reason=wording.reason(run.reason, run.details))
    time = formatting.clock_time(run.resume_at)
    return gettext("Wacht tot %(time)s: %(reason)s", time=time, reason=wording.reason(run.reason, run.details))
