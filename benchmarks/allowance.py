"""`./run bench allowance`: how much of the 60 calls a minute a run uses when Exact and the database answer late.

One writer in one administration waits for each answer, so it can do no more than a minute has room for answers.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import event

from benchmarks.crew import Crew
from benchmarks.limits import LIMIT, TOO_MANY, Chain
from benchmarks.report import Row, how_many, tell
from mice_exact_plugin.booking import starting
from mice_exact_plugin.jobs import tasks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Engine

LATENCIES = (0.1, 0.5, 1.0, 2.0)
#: Seconds to the database and back.
AWAY = 0.001
GOAL = 0.97
#: Of the log's moments, which are Exact's: the clock minute.
MINUTE = len("2026-11-24T12:00")


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="./run bench allowance", description=__doc__)
    parser.add_argument("--minutes", type=how_many, default=3, help="whole clock minutes that count")
    parser.add_argument("--latency", type=float, help="this one alone, in this process")
    options = parser.parse_args(arguments)
    if options.latency:
        print(json.dumps(_measured(options.latency, options.minutes)))
        return 0
    found = _each(options.minutes)
    rows = [_row(latency, counts) for latency, counts in zip(LATENCIES, found, strict=True)]
    tell(f"Calls in a whole minute, and their share of what is possible (goal: at least {GOAL:.0%})", rows)
    return 0 if all(_share(latency, counts) >= GOAL for latency, counts in zip(LATENCIES, found, strict=True)) else 1


def _each(minutes: int) -> list[list[int]]:
    """The calls of every minute, by latency: at the same time, since each waits nearly always, and on its own."""
    command = [sys.executable, "-m", "benchmarks", "allowance", "--minutes", str(minutes), "--latency"]
    started = [subprocess.Popen([*command, str(latency)], stdout=subprocess.PIPE, text=True) for latency in LATENCIES]
    return [json.loads(process.communicate()[0].splitlines()[-1]) for process in started]


def _measured(latency: float, minutes: int) -> list[int]:
    with tempfile.TemporaryDirectory() as folder, Chain(Path(folder), None, 1, (minutes + 2) * LIMIT) as chain:
        _put_away(chain.engine)
        chain.control.switch(latency_ms=round(1000 * latency))
        _wake(chain)
        crew = Crew(chain, always_night=False)
        crew.start(1, ticks=False)
        try:
            while not chain.control.log():
                _watch(crew, 1)
            # The minute at hand has begun before us, and the run reads its lists in it.
            first = time.time() // 60 * 60 + 60
            _watch(crew, first + 60 * minutes - time.time())
        finally:
            crew.stop()
        return _by_minute(chain.control.log(), [first + 60 * number for number in range(minutes)])


def _wake(chain: Chain) -> None:
    with chain.world.app.app_context():
        run_id = starting.start(chain.runtime, f"zaal{chain.divisions[0]}", trigger="benchmark")
        tasks.wake(chain.runtime, run_id)
        chain.runtime.session.rollback()


def _watch(crew: Crew, seconds: float) -> None:
    until = time.time() + seconds
    while time.time() < until:
        crew.watch()
        time.sleep(0.1)


def _by_minute(log: Sequence[dict[str, Any]], starts: Sequence[float]) -> list[int]:
    taken = Counter(call["time"][:MINUTE] for call in log if call["division"] and call["status"] != TOO_MANY)
    return [taken[datetime.fromtimestamp(start, UTC).isoformat()[:MINUTE]] for start in starts]


def _put_away(engine: Engine) -> None:
    """Every statement, and every end of a transaction, goes to the database and back."""

    def wait(*_: object) -> None:
        time.sleep(AWAY)

    for name in ("before_cursor_execute", "commit", "rollback"):
        event.listen(engine, name, wait)


def _row(latency: float, counts: Sequence[int]) -> Row:
    return {
        "latency": latency,
        "possible": _possible(latency),
        "calls a minute": " ".join(map(str, counts)),
        "share": _share(latency, counts),
    }


def _possible(latency: float) -> float:
    return min(LIMIT, 60 / latency)


def _share(latency: float, counts: Sequence[int]) -> float:
    return sum(counts) / len(counts) / _possible(latency)
