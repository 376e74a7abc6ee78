"""The bodies that Exact gets are those that were recorded, byte for byte, and those that the previews foretold.

`RECORD_PAYLOADS=1` records them anew. Record only with a change that is meant to send something else, and say so in
its commit.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.domain.problems import WHO_IT_IS
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
    foretold = payloads.foretold(world, tenant)
    assert not world.control.log(), "a preview makes no call"
    world.run(tenant)
    sent = payloads.entries(world.control)
    _is_foretold(sent, foretold)
    codes = {number: [each["code"] for each in row["problems"]] for number, row in world.rows(tenant).items()}
    others = foretold.keys() - sent.keys()
    assert all(code in WHO_IT_IS for number in others for code in codes[number]), "relations made meanwhile look alike"
    return tenant


def _is_foretold(sent: dict[str, dict[str, Any]], foretold: dict[str, dict[str, Any]]) -> None:
    """Each body is that of its preview; the id of a debtor that was made meanwhile is known to the body alone."""
    assert sent.keys() <= foretold.keys()
    for number, body in sent.items():
        known = {"EntryID": body.get("EntryID"), "Customer": foretold[number]["Customer"] or body["Customer"]}
        assert body == foretold[number] | {name: value for name, value in known.items() if value}, number
