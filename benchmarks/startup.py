"""`./run bench startup`: what the plugin adds to a process that starts, and its command against the bare host's own."""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.report import how_many, interleaved, ratio, tell
from mice_exact_plugin.crypto import new_key
from tests.whole.world import environment

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

TENANT = "demo"
HOST = "flask, flask_login, flask_sqlalchemy, sqlalchemy.orm"
OURS = "mice_exact_plugin.plugin"
#: Prints the milliseconds of CPU and the modules that the last import adds.
PROGRAM = """
import json, sys, time
import {first}
before, known = time.process_time(), len(sys.modules)
import {then}
print(json.dumps([1000 * (time.process_time() - before), len(sys.modules) - known]))
"""
MOST_MS, MOST_TIMES = 300, 1.5


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="./run bench startup", description=__doc__)
    parser.add_argument("--rounds", type=how_many, default=11)
    rounds = parser.parse_args(arguments).rounds
    least = _imports(rounds)
    with tempfile.TemporaryDirectory() as folder:
        times = _commands(Path(folder), rounds)
    return 0 if least <= MOST_MS and times <= MOST_TIMES else 1


def _imports(rounds: int) -> float:
    """The least that importing the plugin took, in milliseconds of CPU."""
    added = {"flask and sqlalchemy, as the host has them": ("sys", HOST), "the plugin on top": (HOST, OURS)}
    measured: dict[str, list[list[float]]] = {name: [] for name in added}
    for _ in range(rounds):
        for name, (first, then) in added.items():
            program = [sys.executable, "-c", PROGRAM.format(first=first, then=then)]
            measured[name].append(json.loads(subprocess.run(program, stdout=subprocess.PIPE, check=True).stdout))
    rows = [
        {
            "import": name,
            "least ms": min(spent for spent, _ in found),
            "median ms": median(spent for spent, _ in found),
            "modules": int(found[0][1]),
        }
        for name, found in measured.items()
    ]
    least = min(one[0] for one in measured["the plugin on top"])
    tell(f"CPU of importing: the plugin adds {least:.0f} ms (goal: at most {MOST_MS} on an idle machine)", rows)
    return least


def _commands(folder: Path, rounds: int) -> float:
    """How many times the CPU of the host's own command ours takes."""
    given = environment("http://127.0.0.1:1", new_key(), folder, f"sqlite:///{folder / 'host.sqlite'}")
    env = {**os.environ, **given}
    bare = {**env, "MICE_ADDONS_DISABLED": "exact"}
    own, status = ["create-tenant", TENANT], ["exact", "status", TENANT]
    for command in (own, ["exact", "db", "upgrade"], ["exact", "activate", TENANT], status):
        _cpu(command, env)
    found = interleaved(
        rounds,
        {
            "the bare host: create-tenant of one that is there": lambda: _cpu(own, bare),
            "the same with the plugin": lambda: _cpu(own, env),
            "exact status": lambda: _cpu(status, env),
        },
    )
    first, *_, last = found.values()
    times = ratio(last, first)
    rows = [
        {"command": name, "median ms": 1000 * median(each), "least ms": 1000 * min(each), "times": ratio(each, first)}
        for name, each in found.items()
    ]
    tell(f"CPU of a cold command: exact status takes {times:.2f} times the host's own (goal: {MOST_TIMES})", rows)
    return times


def _cpu(command: Sequence[str], env: Mapping[str, str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    flask = [sys.executable, "-m", "flask", "--app", "sandbox.host", *command]
    subprocess.run(flask, env=env, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
