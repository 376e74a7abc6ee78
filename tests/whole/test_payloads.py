"""The bodies that Exact gets are byte for byte those that were recorded: `RECORD_PAYLOADS=1` records them anew.

Record only with a change that is meant to send something else, and say so in its commit.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sandbox.environment import CHECKOUT
from simulator.tests.control import CORPUS, VENUE
from tests.whole import corpus, generated, payloads

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.whole.world import World

RECORDED = Path(__file__).parents[1] / "data" / "payloads.tsv"
DEMO = CHECKOUT / "sandbox" / "demo" / "invoices.json"
SEED, COUNT = 9, 500
only_sqlite = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


@pytest.fixture
def check(world: World) -> Callable[[str], None]:
    """Holds what was sent since the preparation against a recording, or records it."""

    def compare(name: str) -> None:
        found = payloads.sent(world.control)
        if os.environ.get("RECORD_PAYLOADS"):
            payloads.keep(RECORDED, name, found)
        assert found == payloads.kept(RECORDED, name)

    return compare


@only_sqlite
def test_the_demo_s_invoices(world: World, tmp_path: Path, check: Callable[[str], None]) -> None:
    _booked(world, tmp_path, json.loads(DEMO.read_text(encoding="utf-8")), VENUE)
    check("demo")


@only_sqlite
@pytest.mark.skipif(not corpus.FOLDER.exists(), reason="the corpus lies beside the repository, not in it")
def test_the_corpus(world: World, tmp_path: Path, check: Callable[[str], None]) -> None:
    chosen = {"vat_codes": corpus.VAT_CODES, "rate_group_vat_codes": corpus.EXCEPTIONS}
    _booked(world, tmp_path, corpus.load("eur.json"), CORPUS, **chosen)
    check("corpus")


@only_sqlite
def test_five_hundred_generated_invoices(world: World, tmp_path: Path, check: Callable[[str], None]) -> None:
    tenant = _booked(world, tmp_path, generated.drawn(SEED, COUNT), VENUE)
    states = [row["state"] for row in world.rows(tenant).values()]
    assert len(states) == COUNT
    assert states.count("synced") >= COUNT * 3 // 4, "or hardly anything is compared"
    check("generated")


def _booked(world: World, folder: Path, document: dict[str, Any], division: int, **chosen: Any) -> str:
    tenant = world.ready("zaal", division)
    world.send(tenant, document, folder)
    world.configure(tenant, **chosen)
    world.control.clear_log()
    world.run(tenant)
    return tenant
