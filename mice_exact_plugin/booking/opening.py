"""Opening a slice: mirror, settings and the line to Exact together; what was counted is kept however it ends.

A sign of life is written as it goes, which a dead slice stops writing, and what the slices after it must know.

Whether an administration that is shut was put in the archive Exact's `Reason` does not tell. `system/Divisions` does:
its `Status` is 2 then, and that list is given whatever administration its address names (picqer/exact-php-client issue
470). It is asked once, after a refusal that ends the run anyway.
"""

from __future__ import annotations

import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import bindparam, update

from mice_exact_plugin.access.gate import Gate
from mice_exact_plugin.booking import suspicion
from mice_exact_plugin.database import columns_of, core, step, table_of
from mice_exact_plugin.domain.entry.causes import Kind, Refusal, Wrong
from mice_exact_plugin.domain.references import Reference, Used
from mice_exact_plugin.domain.turns import Turn, gives_way, is_slow, may_give_way
from mice_exact_plugin.errors import AdministrationClosed, LeaseLost, OutcomeUnknown, Refused, TryLater
from mice_exact_plugin.exact.client import ExactClient
from mice_exact_plugin.exact.pace import Pace
from mice_exact_plugin.exact.transport import Transport
from mice_exact_plugin.exports.problems import as_json, from_json
from mice_exact_plugin.link import readiness, unchanged
from mice_exact_plugin.link.connection import Connection, Link, NotConnected
from mice_exact_plugin.link.run import Memory, RunState, SyncRun, unfinished
from mice_exact_plugin.link.settings import settings_of
from mice_exact_plugin.mirror import reference_data
from mice_exact_plugin.runtime import Runtime
from mice_exact_plugin.work import Work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from datetime import datetime

    from mice_exact_plugin.access import lease as leases
    from mice_exact_plugin.domain.settings import LinkSettings


#: A sign of life is told by the minute, and progress is looked at by people: more often than this says nothing new.
BETWEEN_BEATS = 2.0
_RUNS, _RUN = table_of(SyncRun), columns_of(SyncRun)
_BEAT = (
    update(_RUNS)
    .where(_RUN.id == bindparam("of_run"))
    .values({name: bindparam(f"new_{name}") for name in ("phase", "beat_at", "counts", "memory")})
)


def beat(work: Work, phase: str) -> None:
    """Write phase, counts, time and what the slices that follow must know; within one phase now and then."""
    if phase == work.phase and time.monotonic() - work.beaten_at < BETWEEN_BEATS:
        return
    work.phase, work.beaten_at = phase, time.monotonic()
    told = {"phase": phase, "beat_at": work.runtime.now(), "counts": dict(work.counts), "memory": memory_of(work)}
    with step(work.session):
        core(work.session, _BEAT, {"of_run": work.run_id} | {f"new_{name}": value for name, value in told.items()})


def memory_of(work: Work) -> Memory:
    """What was learnt and the slices that follow must know; asked for outside a transaction."""
    return {
        "suspects": sorted(work.suspects),
        "reread": sorted(work.reread),
        "unpromoted": dict(work.unpromoted),
        "prepared": work.prepared,
        "held": dict(work.held),
        "wrongs": [(wrong.kind, sorted(wrong.traits)) for wrong in work.wrongs],
        "refusals": [(refusal.messages, sorted(refusal.references)) for refusal in work.refusals],
        "accepted": sorted(work.accepted),
        "refused": {row: (digest, as_json([problem])[0]) for row, (digest, problem) in work.refused.items()},
        "silences": work.silences,
        # Before that they are what the invoices say that wait for them.
        "lost_rights": work.lost_rights if work.prepared else {},
    }


def recall(work: Work, counts: Mapping[str, int], memory: Memory) -> None:
    """Take over what earlier slices of the run counted and learnt."""
    work.counts = Counter(counts)
    work.suspects = _references(memory.get("suspects", ()))
    work.reread = set(memory.get("reread", ()))
    work.unpromoted = Counter(memory.get("unpromoted", {}))
    work.prepared = bool(memory.get("prepared"))
    work.held = dict(memory.get("held", {}))
    work.wrongs = [Wrong(Kind(kind), frozenset(traits)) for kind, traits in memory.get("wrongs", ())]
    work.refusals = [
        Refusal(tuple(messages), frozenset(_references(found)))
        for messages, found in memory.get("refusals", ())
        if not isinstance(messages, str)  # an earlier version's; they are counted anew
    ]
    work.accepted = _references(memory.get("accepted", ()))
    work.refused = {
        row: (digest, from_json([problem])[0]) for row, (digest, problem) in memory.get("refused", {}).items()
    }
    work.silences = memory.get("silences", 0)
    suspicion.see_alike(work)
    if work.prepared:
        work.lost_rights = dict(memory.get("lost_rights", {}))


def _references(stored: Iterable[tuple[str, str] | str]) -> set[Used]:
    """0.1 kept each as `kind:key`."""
    pairs = (one.split(":", 1) if isinstance(one, str) else one for one in stored)
    return {Used(Reference(kind), key) for kind, key in pairs}


#: How long what a run has read stands for it, when it is taken up again.
KEPT = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Worker:
    """Whoever works on a slice, as `nightly.work_on` describes it."""

    should_stop: Callable[[], bool]
    waiting: Callable[[], int]
    pace: Pace


class _Before(NamedTuple):
    """What the tenant chose, and what the run knows from its earlier slices."""

    settings: LinkSettings
    counts: Mapping[str, int]
    memory: Memory
    begun: datetime
    verifying: bool
    was_slow: datetime | None


@contextmanager
def opened(runtime: Runtime, link: Link, run_id: int, held: leases.Lease, worker: Worker) -> Iterator[Work]:
    """Everything a slice needs, with its line to Exact; what was counted is kept however the slice ends."""
    gate = Gate(runtime, link.log_in, held)
    before = _begin(runtime, link, run_id, gate)
    # A run that is not prepared reads its lists first.
    lists = reference_data.reference_data if before.memory.get("prepared") else reference_data.nothing_read
    worker.pace.latency = timedelta()
    with Transport(link.app.base_url, runtime.config.deadline, gate, pace=worker.pace) as transport:
        is_over = _turn(worker)
        work = Work(
            runtime=runtime,
            link=link,
            reference=lists(runtime, link),
            settings=before.settings,
            today=runtime.today(),
            client=ExactClient(transport, link.division, runtime.config.slice / 2),
            lease=held,
            run_id=run_id,
            should_stop=_stops(runtime, link, before.settings, worker.should_stop, is_over),
            is_over=is_over,
            begun=before.begun,
            verifying=before.verifying,
            entry_id_kept=link.entry_id_kept,
        )
        recall(work, before.counts, before.memory)
        try:
            yield work
        finally:
            work.counts["calls"] = before.counts.get("calls", 0) + gate.calls
            _save(runtime, work, got_on=work.counts["posted"] > before.counts.get("posted", 0))
            if gate.calls:
                _note_latency(runtime, link, before.was_slow, worker.pace.latency)


def _begin(runtime: Runtime, link: Link, run_id: int, gate: Gate) -> _Before:
    """The run is at work from here on, and the gate knows the link as it is now; NotConnected without settings.

    LeaseLost when another worker has ended the run since.
    """
    with step(runtime.session):
        run = unfinished(runtime.session, run_id)
        if run is None:
            raise LeaseLost(link.writer_key)
        connection = runtime.session.get_one(Connection, link.connection_id)
        settings = settings_of(runtime.session, link.tenant, *link.place)
        gate.link = unchanged.values_of(runtime.session, link)
        run.state, run.beat_at = RunState.RUNNING, runtime.now()
        begun = max(run.started_at, runtime.now() - KEPT)
        known = dict(run.counts), run.memory, begun, connection.verify_reason is not None, connection.slow_at
    if settings is None:
        raise NotConnected(link.tenant)
    return _Before(settings, *known)


def _stops(
    runtime: Runtime, link: Link, settings: LinkSettings, should_stop: Callable[[], bool], is_over: Callable[[], bool]
) -> Callable[[], bool]:
    """Asked between two invoices; before the first one nothing is booked yet, so it gives way to nobody."""
    asked, is_the_same = count(), _now_and_then(lambda: _is_as_it_was(runtime, link, settings))
    return lambda: should_stop() or (next(asked) > 0 and is_over()) or not is_the_same()


def _turn(worker: Worker) -> Callable[[], bool]:
    """Whether the slice had its turn and others wait."""
    started = time.monotonic()

    def is_over() -> bool:
        lasted = timedelta(seconds=time.monotonic() - started)
        latency = worker.pace.latency
        return may_give_way(lasted, latency) and gives_way(Turn(lasted, latency, worker.waiting()))

    return is_over


def _note_latency(runtime: Runtime, link: Link, was_slow: datetime | None, latency: timedelta) -> None:
    """Whoever got slow answers, or none, is woken after the others, until an answer comes as usual."""
    if is_slow(latency) == (was_slow is not None):
        return
    slow_at = runtime.now() if is_slow(latency) else None
    with step(runtime.session):
        runtime.session.get_one(Connection, link.connection_id).slow_at = slow_at


#: Between two invoices it is asked no more often; what is switched off or saved stops the next write by itself.
BETWEEN_QUESTIONS = 2.0


def _now_and_then(question: Callable[[], bool]) -> Callable[[], bool]:
    """What it was answered with last, as long as that was yes."""
    asked_at = 0.0

    def answer() -> bool:
        nonlocal asked_at
        if asked_at and time.monotonic() - asked_at < BETWEEN_QUESTIONS:
            return True
        asked_at = time.monotonic()
        return question()

    return answer


def _is_as_it_was(runtime: Runtime, link: Link, settings: LinkSettings) -> bool:
    """Asked now and then: a switch, a withdrawal, other settings or another administration end the slice."""
    found = readiness.posting(runtime, link.tenant)
    if not isinstance(found, readiness.Posting) or found.link.place != link.place:
        return False
    with step(runtime.session):
        return settings_of(runtime.session, link.tenant, *link.place) == settings


def _save(runtime: Runtime, work: Work, *, got_on: bool) -> None:
    """Pauses count in a row: a slice that booked something starts them anew."""
    runtime.session.rollback()
    memory = memory_of(work)
    with step(runtime.session):
        run = runtime.session.get_one(SyncRun, work.run_id)
        run.counts, run.memory = dict(work.counts), memory
        if got_on:
            run.pauses = run.failures = 0
            run.details = {}


#: In the place of Exact's own reason, which has no word for it.
ARCHIVED = "DivisionArchived"
#: What Exact may answer of an administration in the archive.
_MAY_BE = frozenset({"DivisionBlocked", "NoDivisionAccess"})


@contextmanager
def told_apart(work: Work) -> Iterator[None]:
    """Name the archive as the reason where it is."""
    try:
        yield
    except AdministrationClosed as closed:
        if closed.kind in _MAY_BE and _is_archived(work):
            raise AdministrationClosed(closed.status, closed.messages, ARCHIVED) from closed
        raise


def _is_archived(work: Work) -> bool:
    """No answer is no: then what Exact said of the administration stands."""
    try:
        divisions = work.client.divisions(work.link.division)
    except (Refused, TryLater, OutcomeUnknown):
        return False
    return any(found.code == work.link.division and found.is_archived for found in divisions)
