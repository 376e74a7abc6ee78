"""`./run bench nights --seed N`: 30 nights with each fault in turn; exit 1 when a mail is missing or one too many."""

from __future__ import annotations

import argparse
import tempfile
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import time_machine

from benchmarks.nights.plan import TENANTS, Fault, plan
from benchmarks.nights.play import Play, seeds
from benchmarks.nights.rule import mails
from benchmarks.report import how_many
from mice_exact_plugin.crypto import new_key
from simulator.config import Config
from simulator.running import running_simulator
from simulator.tests.control import Control
from tests.whole.world import World, environment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.nights.plan import Plan

#: In winter, so that every night begins at the same moment in UTC, and within the years of the small administrations.
FIRST = datetime(2026, 11, 2, 15, 0, tzinfo=UTC)
HEAD = "| fault | tenant | nights with it | mails | nights with a mail | as the rule says |\n|---|---|---|---|---|---|"


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="./run bench nights", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--nights", type=how_many, default=30)
    parser.add_argument("--fault", choices=[fault.name for fault in Fault], help="only this one")
    options = parser.parse_args(arguments)
    faults = [Fault[options.fault]] if options.fault else list(Fault)
    print(HEAD)
    wrong = sum(_report(fault, options.seed, options.nights) for fault in faults)
    print(f"\n{wrong} of {len(faults) * len(TENANTS)} tenants got other mails than the rule gives.")
    return 1 if wrong else 0


def _report(fault: Fault, seed: int, nights: int) -> int:
    made = plan(fault, seed, nights)
    wrong = 0
    for tenant, (got, wanted) in compare(made).items():
        faulty = sum(night.is_faulty for night in made.nights[tenant])
        told = sum(map(len, got.values()))
        shown = ", ".join(map(str, got)) or "–"
        is_right = _is_right(got, wanted)
        wrong += not is_right
        verdict = "yes" if is_right else f"no: {wanted}"
        print(f"| {fault} | {tenant} | {faulty} | {told} | {shown} | {verdict} |", flush=True)
    return wrong


def compare(made: Plan) -> dict[str, tuple[dict[int, list[str]], dict[int, str]]]:
    """By tenant: the subjects of each night's mails, and the nights that the rule gives."""
    with _played(made) as play:
        return {tenant: (play.mails[tenant], mails(made.nights[tenant])) for tenant in TENANTS}


def _is_right(got: dict[int, list[str]], wanted: dict[int, str]) -> bool:
    """One mail on each of the nights, and the one that says so where it is over."""
    is_one_a_night = all(len(subjects) == 1 for subjects in got.values())
    ends = {number for number, subjects in got.items() if subjects[0].endswith("weer in orde")}
    return is_one_a_night and set(got) == set(wanted) and ends == {n for n, why in wanted.items() if why == "over"}


@contextmanager
def _played(made: Plan) -> Iterator[Play]:
    with (
        tempfile.TemporaryDirectory() as name,
        pytest.MonkeyPatch.context() as patch,
        running_simulator(Config(seeds=tuple(seeds(Path(name))))) as found,
        time_machine.travel(FIRST, tick=True) as traveller,
    ):
        folder, control = Path(name), Control(found.url)
        control.switch(minute_limit=100_000, day_limit=1_000_000)
        env = environment(control.url, new_key(), folder, f"sqlite:///{folder / 'host.sqlite'}")
        world = World.build(env, control, patch)
        with world.app.app_context():
            play = Play(world, folder, traveller)
            play.prepare()
            play.play(made)
            yield play
            world.runtime.session.rollback()
            world.runtime.session.get_bind().engine.dispose()
