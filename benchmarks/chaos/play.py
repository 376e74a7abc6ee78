"""One run from start to verdict: workers work, the plan goes wrong around them, and in the end all must be booked."""

from __future__ import annotations

import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from redis.exceptions import RedisError

from benchmarks.crew import Crew

if TYPE_CHECKING:
    from benchmarks.chaos.arena import Arena
    from benchmarks.chaos.books import Verdict
    from benchmarks.chaos.plan import Harm, Plan

#: A run goes on until everything is booked; one that takes this long stands still, which is an error of the bench.
LONGEST = 300.0
#: A job to harm may be between two slices.
JOB_SECONDS = 0.5
STEP = 0.02
#: Longer than a request that Exact carries out after its sender has gone.
LATE = 1.5


@dataclass
class Outcome:
    """What happened: how often which fault fired at which step, and what the books look like."""

    plan: Plan
    verdict: Verdict
    rows: dict[str, Any]
    seconds: float
    log_ins: int
    posts: int
    stands: str
    fired: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def counts(self) -> bool:
        """A run in which hardly anything went wrong proves nothing."""
        return self.fired.total() >= 3


def play(arena: Arena, plan: Plan) -> Outcome:
    """Play one plan; the arena is put back first."""
    arena.put_back()
    for fault in plan.faults:
        arena.control.call("POST", "faults", fault.rule)
    crew = Crew(arena, always_night=True)
    started = time.monotonic()
    crew.start(plan.workers)
    try:
        fired, log_ins = _until_booked(arena, crew, plan, started)
    finally:
        crew.stop()
    seconds = time.monotonic() - started
    if any(fault.fault["kind"] == "commit_after_client_gone" for fault in plan.faults):
        time.sleep(LATE)
    stands = arena.stands()
    verdict, rows = arena.judged()
    fired += _fired_by_exact(arena, plan)
    posts = sum(call["method"] == "POST" and "SalesEntries" in call["path"] for call in arena.control.log())
    return Outcome(plan, verdict, rows, seconds, log_ins, posts, stands, fired)


def _until_booked(arena: Arena, crew: Crew, plan: Plan, started: float) -> tuple[Counter[tuple[str, str]], int]:
    fired: Counter[tuple[str, str]] = Counter()
    log_ins, todo, looked_at = 0, list(plan.harms), 0.0
    while time.monotonic() < started + LONGEST:
        crew.watch()
        now = time.monotonic()
        if todo and now >= started + todo[0].after:
            fired.update(_harm(arena, crew, todo.pop(0)))
        if now >= looked_at + 0.2:
            looked_at = now
            log_ins += arena.log_in_again()
            if not todo and arena.is_finished():
                return fired, log_ins
        time.sleep(STEP)
    return fired, log_ins


def _harm(arena: Arena, crew: Crew, harm: Harm) -> list[tuple[str, str]]:
    if harm.kind == "flush redis":
        with suppress(RedisError):
            arena.flush_redis()
        return [(arena.phase(), harm.kind)]
    if harm.kind == "close april":
        arena.close_april()
        return [(arena.phase(), harm.kind)]
    if harm.kind == "kill redis":
        with suppress(RedisError):
            arena.restart_redis()
            crew.restart()
        return [(arena.phase(), harm.kind)]
    found = _a_job(crew)
    if found is None:
        return []
    worker, job = found
    step = arena.phase()
    match harm.kind:
        case "kill job":
            crew.kill(job)
        case "kill worker":
            crew.kill(worker)
        case "kill worker and job":
            crew.kill(worker, job)
        case _:
            crew.put_to_sleep(job, harm.sleep)
    return [(step, harm.kind)]


def _a_job(crew: Crew) -> tuple[int, int] | None:
    """A worker and its job; the longest at work, which is the one that posts."""
    deadline = time.monotonic() + JOB_SECONDS
    while time.monotonic() < deadline:
        if jobs := crew.jobs():
            return min(jobs, key=lambda each: each[1])
        crew.watch()
        time.sleep(STEP / 4)
    return None


def _fired_by_exact(arena: Arena, plan: Plan) -> Counter[tuple[str, str]]:
    rules = arena.control.call("GET", "faults")["faults"]
    return Counter(
        {
            (fault.step, fault.fault["kind"]): rule["fired"]
            for fault, rule in zip(plan.faults, rules, strict=True)
            if rule["fired"]
        }
    )
