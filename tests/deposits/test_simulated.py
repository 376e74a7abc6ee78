"""A fixed sample of drawn events on host, database and simulator, with an upgrade from 0.1 on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.crypto import new_key
from simulator.config import Config
from simulator.running import running_simulator
from simulator.tests.control import Control
from tests.crash import small
from tests.databases import KINDS, Kind
from tests.deposits import simulated
from tests.deposits.generated import flows
from tests.whole.world import World, environment

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("kind", KINDS)
def test_every_event_ends_with_what_it_sold(
    kinds: dict[str, Kind], kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`./run bench deposits --simulator` plays as many as one likes; a third are billed by 0.1."""
    drawn = list(flows(seed=11, count=14, share=1.0, old=0.4))
    with running_simulator(Config(seeds=tuple(small.write(tmp_path, simulated.books)))) as server:
        control = Control(server.url)
        control.switch(minute_limit=100_000, day_limit=1_000_000)
        address = kinds[kind].empty(tmp_path)
        world = World.build(environment(control.url, new_key(), tmp_path, address), control, monkeypatch)
        with world.app.app_context():
            world.ready(simulated.TENANT)
            verdict = simulated.Play(world, tmp_path).play(drawn)
            world.runtime.session.rollback()
            world.engine.dispose()

    assert verdict.is_right, verdict
    assert verdict.open_before[0] > 0
    assert sum(flow.is_old for flow in drawn) > 2
    assert verdict.reads == 1, "forty entries of before the upgrade in one call"
