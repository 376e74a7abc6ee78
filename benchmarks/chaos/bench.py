"""`./run bench chaos --runs N --seed S`: prints runs, faults by step, and entries lost, doubled and wrong.

The exit status is 1 when an entry was, and 2 when a run was not finished within its bound, which proves nothing.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.chaos.arena import Arena
from benchmarks.chaos.plan import draw
from benchmarks.chaos.play import LONGEST, Outcome, play
from benchmarks.report import how_many

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.chaos.books import Verdict

#: So many more plans may be drawn than runs are wanted: those in which fewer than three faults fired do not count.
SPARE = 3


def main(arguments: Sequence[str]) -> int:
    options = _parser().parse_args(arguments)
    switches = {"entry_id": options.entry_id}
    with (
        tempfile.TemporaryDirectory() as folder,
        Arena(Path(folder), options.database, switches, is_mixed=options.mixed) as arena,
    ):
        outcomes = []
        for outcome in runs(arena, options.runs, options.seed, is_mixed=options.mixed):
            outcomes.append(outcome)
            _print_run(outcome)
    _print_summary(outcomes, options.entry_id)
    return _status([outcome.verdict for outcome in outcomes], options.entry_id)


def _status(verdicts: Sequence[Verdict], entry_id: str) -> int:
    if any(verdict.lost or verdict.wrong for verdict in verdicts):
        return 1
    if any(verdict.doubled for verdict in verdicts) and entry_id == "refuse":
        return 1
    return 2 if any(verdict.unfinished for verdict in verdicts) else 0


def runs(arena: Arena, wanted: int, seed: int, *, is_mixed: bool) -> Iterator[Outcome]:
    """Outcomes of seeds from `seed` on, until `wanted` of them count."""
    counted = 0
    for number in range(seed, seed + wanted * SPARE):
        outcome = play(arena, draw(number, is_mixed=is_mixed))
        yield outcome
        counted += outcome.counts
        if counted == wanted:
            return


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./run bench chaos", description=__doc__)
    parser.add_argument("--runs", type=how_many, default=20, help="runs that count: at least three faults fired")
    parser.add_argument("--seed", type=int, default=1, help="seed of the first run; every next one adds one")
    parser.add_argument("--entry-id", choices=("refuse", "ignore"), default="refuse", help="what Exact does with ours")
    parser.add_argument(
        "--mixed", action="store_true", help="deposits, finals, credits in a journal of their own and closed periods"
    )
    parser.add_argument("--database", help="an SQLAlchemy URL; an SQLite file of its own when left out")
    return parser


def _print_run(outcome: Outcome) -> None:
    verdict, plan = outcome.verdict, outcome.plan
    faults = ", ".join(f"{kind} ({step})" for step, kind in sorted(outcome.fired))
    state = "ok  " if verdict.is_clean else f"BAD lost {verdict.lost} doubled {verdict.doubled} wrong {verdict.wrong}"
    if verdict.unfinished:
        state += f" NOT FINISHED {verdict.unfinished}, {outcome.stands}"
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
    print("seconds a run: median {:.1f}, p95 {:.1f}, longest {:.1f}".format(*_spread(outcomes)))
    _print_unfinished(outcomes)
    bad = [outcome.plan.seed for outcome in outcomes if not outcome.verdict.is_clean]
    print(f"seeds of failures: {bad or 'none'}")
    if entry_id == "ignore":
        print(EXPLANATION)


def _spread(outcomes: Sequence[Outcome]) -> tuple[float, float, float]:
    seconds = sorted(outcome.seconds for outcome in outcomes)
    return median(seconds), seconds[int(len(seconds) * 0.95)], seconds[-1]


def _print_unfinished(outcomes: Sequence[Outcome]) -> None:
    seeds = [outcome.plan.seed for outcome in outcomes if outcome.verdict.unfinished]
    print(f"runs not finished within {LONGEST:.0f} s, an error of the bench: {len(seeds)} (seeds: {seeds or 'none'})")


EXPLANATION = """
Here Exact ignores the EntryID that we send. What is doubled then was sent by a worker that slept between the last check
of its lease and the first byte until the settle time was over. docs/exactly-once.md tells why no client can do more."""
