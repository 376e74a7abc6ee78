"""How a slice leaves its run: to be continued at a moment, or ended, with what stood in the way.

What a failure means for the run that met it is a reason with its figures, and whether waiting can help.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from datetime import datetime

# Any: what the trail keeps of an event is JSON.
from typing import TYPE_CHECKING, Any

from sqlalchemy.exc import InterfaceError, OperationalError

from mice_exact_plugin.audit import SYSTEM, record
from mice_exact_plugin.config import ConfigurationError
from mice_exact_plugin.crypto import UnreadableSecret
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.kept import Why
from mice_exact_plugin.domain.reference_health import Shortfall
from mice_exact_plugin.domain.run import figures, settled, total
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.errors import (
    AdministrationClosed,
    ConnectionDead,
    LinkError,
    OutcomeUnknown,
    Refused,
    RightMissing,
    TryLater,
)
from mice_exact_plugin.exact.wire.relations import ACCOUNTS
from mice_exact_plugin.exports import at_hand
from mice_exact_plugin.link.run import RunState, SyncRun, run_before, unfinished

if TYPE_CHECKING:
    from mice_exact_plugin.runtime import Runtime

logger = logging.getLogger("mice_exact_plugin.nightly")
#: The reason of a run whose slice ended between two invoices, or two lists.
SLICE_OVER = "slice_over"
#: What Exact or a database says of itself is cut here: it is shown, and it must fit.
LONGEST = 200


class MirrorIncomplete(LinkError):
    """*Gegevens onvolledig*: a vital list is not whole, so nothing is booked at all."""

    def __init__(self, lists: tuple[Shortfall, ...]) -> None:
        super().__init__(", ".join(f"{short.resource}: {short.complaint}" for short in lists))
        self.lists = lists


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a run cannot go on.

    Attributes:
        reason: a code that `booking/words.py` words.
        details: the figures and names of the sentence, as JSON.
        until: when it may go on, where that is known.
        passes: time may cure it, so the run waits; else it ends.
    """

    reason: str
    details: Why = field(default_factory=Why)
    until: datetime | None = None
    passes: bool = False

    @property
    def cause(self) -> tuple[str | None, ...]:
        """What two obstacles share that are one and the same: `since` counts from the first of them."""
        return cause_of(self.reason, self.details)


def cause_of(reason: str | None, details: Why) -> tuple[str | None, ...]:
    """The part of a stored reason and its details that does not change while the cause stays."""
    lists = sorted(str(short.get("list")) for short in details.get("lists", ()))
    return reason, details.get("kind"), details.get("endpoint"), details.get("error"), *lists


def obstacle_of(error: LinkError) -> Obstacle:
    """What a failure that was raised on purpose means."""
    match error:
        case MirrorIncomplete(lists=lists):
            return Obstacle("mirror_incomplete", {"lists": [short.as_json() for short in lists]})
        case ConnectionDead():
            return Obstacle("log_in_again", {"kind": str(error)[:LONGEST]})
        case AdministrationClosed(kind=kind):
            return Obstacle("not_allowed", {"kind": kind})
        case RightMissing(kind=kind, method=method, endpoint=endpoint):
            return Obstacle("right_missing", {"kind": kind, "method": method, "endpoint": endpoint})
        case Refused(kind=kind, messages=messages):
            return Obstacle("reading_refused", {"kind": kind, "messages": " ".join(messages)[:LONGEST]})
        case TryLater() | OutcomeUnknown():
            return _passing(error)
        case UnreadableSecret():
            return Obstacle("secret_unreadable")
        case _:
            return unforeseen(error)


def unforeseen(error: Exception) -> Obstacle:
    """What nobody foresaw. Its class is kept and never its text, which may hold data of customers."""
    if isinstance(error, OperationalError | InterfaceError):
        return Obstacle("database_away", {"error": type(error).__name__}, passes=True)
    passes = not isinstance(error, LinkError) or isinstance(error, ConfigurationError)
    return Obstacle("broken", {"error": type(error).__name__}, passes=passes)


def _passing(error: TryLater | OutcomeUnknown) -> Obstacle:
    if isinstance(error, TryLater) and error.not_before is not None:
        until: Why = {"until": error.not_before.isoformat(timespec="seconds")}
        return Obstacle(error.reason, until, error.not_before, passes=True)
    return Obstacle("exact_unreachable", {"what": str(error)[:LONGEST]}, passes=True)


#: The width of the column that holds a reason.
REASON = 60


@dataclass(frozen=True, slots=True)
class SliceReport:
    """How a slice left its run: finished, or to be continued at `resume_at`. What `is_told` is news to nobody."""

    run_id: int
    state: RunState
    reason: str | None = None
    resume_at: datetime | None = None
    is_told: bool = False


def pause(
    runtime: Runtime, run_id: int, obstacle: Obstacle, until: datetime, *, beat_at: datetime | None = None
) -> SliceReport:
    """Let the run wait, unless it has ended, or with `beat_at` unless another worker has given a sign of life since."""
    with step(runtime.session):
        run = unfinished(runtime.session, run_id)
        if run is None or beat_at not in (None, run.beat_at):
            return _anothers(runtime, run_id)
        _note(runtime, run, obstacle)
        run.state, run.resume_at, run.beat_at = RunState.WAITING, until, runtime.now()
        return SliceReport(run_id, RunState.WAITING, run.reason, until)


def stop(runtime: Runtime, run_id: int, obstacle: Obstacle, *, actor: str = SYSTEM) -> SliceReport:
    """End the run before all was done; the next night begins anew."""
    with step(runtime.session):
        run = unfinished(runtime.session, run_id)
        if run is None:
            return _anothers(runtime, run_id)
        _note(runtime, run, obstacle)
        _end(runtime, run, RunState.STOPPED, actor)
        # Whoever looks for a venue by its code finds why its night ended.
        logger.warning("run %s of %s stopped: %s", run_id, run.tenant, " ".join(filter(None, obstacle.cause)))
        return SliceReport(run_id, RunState.STOPPED, run.reason)


def finish(runtime: Runtime, run_id: int) -> SliceReport:
    """Everything that was due has had its turn; a right that only some invoices wait for is kept as the reason."""
    with step(runtime.session):
        run = unfinished(runtime.session, run_id)
        if run is None:
            return _anothers(runtime, run_id)
        run.reason, run.details = None, {}
        if lost := run.memory.get("lost_rights"):
            method, kind = min(lost.items())
            _note(runtime, run, Obstacle("no_relation_right", {"kind": kind, "method": method, "endpoint": ACCOUNTS}))
        _end(runtime, run, RunState.DONE)
        return SliceReport(run_id, RunState.DONE)


def _anothers(runtime: Runtime, run_id: int) -> SliceReport:
    """A run that somebody else is at work on or has ended stays as it is, and is told of by whoever did."""
    run = runtime.session.get_one(SyncRun, run_id)
    return SliceReport(run_id, RunState(run.state), run.reason, run.resume_at, is_told=True)


def figures_of(runtime: Runtime, run: SyncRun) -> dict[str, int]:
    """What the run came to, or has come to so far: one statement, however many invoices there are.

    Only reads, within the caller's transaction.
    """
    if run.outcomes is not None:
        return run.outcomes
    rows = at_hand.standing_after(runtime.session, run.tenant, run.id, runtime.now())
    return figures((State(state), adopted, bool(waits), count) for state, adopted, waits, count in rows)


def _end(runtime: Runtime, run: SyncRun, state: RunState, actor: str = SYSTEM) -> None:
    now, blocked_before = runtime.now(), at_hand.blocked_before(runtime.session, run.tenant, run.id)
    run.outcomes = figures_of(runtime, run)
    run.state, run.finished_at, run.counts = state, now, {**run.counts, "blocked_before": blocked_before}
    run.total, run.handled = total(run.outcomes), settled(run.outcomes)
    details: dict[str, Any] = {**run.details, "outcomes": run.outcomes}
    record(runtime.session, run.tenant, "run_ended", at=now, actor=actor, state=state, reason=run.reason, **details)


def _note(runtime: Runtime, run: SyncRun, obstacle: Obstacle) -> None:
    # Asked while the run still has the reason that it had before.
    since = _since(runtime, run, obstacle)
    run.reason, run.details = obstacle.reason[:REASON], {**obstacle.details, "since": since}


def _since(runtime: Runtime, run: SyncRun, obstacle: Obstacle) -> str:
    """Since when this has stood in the way: the run itself knows, or the one before it ended with the same."""
    before = run_before(runtime.session, run)
    for earlier in (run, before):
        if earlier is not None and cause_of(earlier.reason, earlier.details) == obstacle.cause:
            return _told(earlier, runtime.now())
    return runtime.now().isoformat(timespec="seconds")


def _told(run: SyncRun, now: datetime) -> str:
    """A run of 0.1 kept no details: its end is the earliest that is known."""
    return str(run.details.get("since") or (run.finished_at or now).isoformat(timespec="seconds"))
