"""`./run bench chaos --runs N --seed S`: prints runs, faults by step, and entries lost, doubled and wrong."""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.chaos.arena import Arena
from benchmarks.chaos.plan import draw
from benchmarks.chaos.play import Outcome, play

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: So many more plans may be drawn than runs are wanted: those in which fewer than three faults fired do not count.
SPARE = 3


def main(arguments: Sequence[str]) -> int:
    options = _parser().parse_args(arguments)
    switches = {"entry_id": options.entry_id}
    with tempfile.TemporaryDirectory() as folder, Arena(Path(folder), options.database, switches) as arena:
        outcomes = []
        for outcome in runs(arena, options.runs, options.seed):
            outcomes.append(outcome)
            _print_run(outcome)
    _print_summary(outcomes, options.entry_id)
    clean = all(outcome.verdict.is_clean for outcome in outcomes)
    return 0 if clean or options.entry_id == "ignore" else 1


def runs(arena: Arena, wanted: int, seed: int) -> Iterator[Outcome]:
    """Outcomes of seeds from `seed` on, until `wanted` of them count."""
    counted = 0
    for number in range(seed, seed + wanted * SPARE):
        outcome = play(arena, draw(number))
        yield outcome
        counted += outcome.counts
        if counted == wanted:
            return


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./run bench chaos", description=__doc__)
    parser.add_argument("--runs", type=int, default=20, help="runs that count: at least three faults fired")
    parser.add_argument("--seed", type=int, default=1, help="seed of the first run; every next one adds one")
    parser.add_argument("--entry-id", choices=("refuse", "ignore"), default="refuse", help="what Exact does with ours")
    parser.add_argument("--database", help="an SQLAlchemy URL; an SQLite file of its own when left out")
    return parser


def _print_run(outcome: Outcome) -> None:
    verdict, plan = outcome.verdict, outcome.plan
    faults = ", ".join(f"{kind} ({step})" for step, kind in sorted(outcome.fired))
    state = "ok  " if verdict.is_clean else f"BAD lost {verdict.lost} doubled {verdict.doubled} wrong {verdict.wrong}"
    print(f"seed {plan.seed}: {state} {outcome.seconds:5.1f} s, {plan.workers} workers, {faults}", flush=True)


def _print_summary(outcomes: Sequence[Outcome], entry_id: str) -> None:
    counted = [outcome for outcome in outcomes if outcome.counts]
    histogram: Counter[tuple[str, str]] = sum((outcome.fired for outcome in counted), Counter())
    print(f"\n{len(counted)} runs with at least three faults ({len(outcomes) - len(counted)} with fewer left out)")
    for (step, kind), count in sorted(histogram.items()):
        print(f"  {step:22} {kind:26} {count:4}")
    for name in ("lost", "doubled", "wrong"):
        print(f"{name}: {sum(len(getattr(outcome.verdict, name)) for outcome in outcomes)}")
    print(f"posts beyond one per invoice: {sum(outcome.posts - len(outcome.rows) for outcome in counted)}")
    print(f"new log-ins: {sum(outcome.log_ins for outcome in counted)}")
    print(f"longest run: {max(outcome.seconds for outcome in outcomes):.1f} s")
    bad = [outcome.plan.seed for outcome in outcomes if not outcome.verdict.is_clean]
    print(f"seeds of failures: {bad or 'none'}")
    if entry_id == "ignore":
        print(EXPLANATION)


EXPLANATION = """
Here Exact ignores the EntryID that we send. What is doubled then was sent by a worker that slept between the last check
of its lease and the first byte until the settle time was over; or Exact carried it out later than the settle time, when
a worker that slept let go of the line. docs/exactly-once.md tells why no client can do better."""
