"""`./run bench client`: what a call costs us, against the plain synchronous call of the same library (CPU over CPU)."""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Mapping
from datetime import timedelta
from statistics import median
from typing import TYPE_CHECKING

import httpx2

from benchmarks.answering import answering
from benchmarks.report import how_many, interleaved, ratio, tell
from mice_exact_plugin.exact.transport import Call, Transport

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PATH = "/api/v1/1/salesentry/SalesEntries"
LINE = {
    "AmountFC": 100.0,
    "Description": "Zaalhuur",
    "GLAccount": "5d4f6c1e-6b1b-4a83-8c3a-8a8f2a8f0a11",
    "VATCode": "2",
}
BODY = json.dumps({"Customer": "3fa85f64", "YourRef": "F-1", "SalesEntryLines": [LINE, LINE]}).encode()
POST = Call("POST", PATH, "salesentry/SalesEntries", 1, body=BODY)
#: Times the plain call; what is more fails the benchmark.
GOAL = 1.5


class Open:
    """A gate that asks nothing, so that the line alone is measured."""

    def token(self) -> str:
        return "token"

    def renew_token(self, stale: str) -> str:
        return stale

    def before_send(self, call: Call) -> None:
        """Nothing."""

    def after_answer(self, call: Call, status: int, headers: Mapping[str, str]) -> None:
        """Nothing."""

    def after_silence(self, call: Call) -> None:
        """Nothing."""


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="./run bench client", description=__doc__)
    parser.add_argument("--calls", type=how_many, default=1000, help="of each kind in a round")
    parser.add_argument("--rounds", type=how_many, default=7)
    options = parser.parse_args(arguments)
    headers = {"Authorization": "Bearer token", "Accept": "application/json", "Content-Type": "application/json"}
    with (
        answering() as url,
        Transport(url, timedelta(seconds=60), Open()) as transport,
        httpx2.Client(headers=headers, trust_env=False) as plain,
    ):
        works = {
            "ours": lambda: _cpu(options.calls, lambda: transport.send(POST)),
            "plain": lambda: _cpu(options.calls, lambda: plain.post(url + PATH, content=BODY).read()),
        }
        found = interleaved(options.rounds, works)
    times = ratio(found["ours"], found["plain"])
    named = {"ours": "ours, with its deadline", "plain": "httpx2.Client, with none"}
    tell(
        f"CPU of a POST on an open line: ours is {times:.2f} times the plain one (goal: at most {GOAL})",
        [{"client": named[name], "ms": 1000 * median(each), "least": 1000 * min(each)} for name, each in found.items()],
    )
    return 0 if times <= GOAL else 1


def _cpu(calls: int, work: Callable[[], object]) -> float:
    started = time.process_time()
    for _ in range(calls):
        work()
    return (time.process_time() - started) / calls
