"""Documents nobody here wrote become entries that are equal in net, VAT per rate and gross."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.store.sync_run import RunState
from tests.integration import corpus
from tests.integration.world import booked
from tests.simulator.control import CORPUS

if TYPE_CHECKING:
    from tests.integration.world import World

pytestmark = pytest.mark.skipif(not corpus.FOLDER.exists(), reason="the corpus lies beside the repository, not in it")
BLOCKED = Path(__file__).parents[1] / "data" / "corpus-blocked.tsv"


def test_every_document_is_booked_to_the_cent_except_those_that_are_listed(world: World, tmp_path: Path) -> None:
    document = corpus.load("eur.json")
    tenant = world.ready("corpus", CORPUS)
    world.send(tenant, document, tmp_path)
    world.configure(tenant, vat_codes=corpus.VAT_CODES, rate_group_vat_codes=corpus.EXCEPTIONS)

    report = world.run(tenant)

    assert report.state is RunState.DONE, report
    rows, entries = world.rows(tenant), booked(world.control, CORPUS)
    with BLOCKED.open(encoding="utf-8", newline="") as file:
        listed = {row["identifier"]: row["problem"] for row in csv.DictReader(file, delimiter="\t")}
    assert {name: row["problems"][0]["code"] for name, row in rows.items() if row["state"] == "blocked"} == listed
    for invoice in document["invoices"]:
        if rows[invoice["identifier"]]["state"] == "synced":
            (entry,) = entries[invoice["identifier"]]
            _compare(invoice, entry)
    nothing = {invoice["identifier"] for invoice in document["invoices"] if Decimal(invoice["totals"]["incl"]) == 0}
    assert {name for name, row in rows.items() if row["state"] not in ("synced", "blocked")} <= nothing


def _compare(invoice: dict, entry: dict) -> None:
    gross, vat = Decimal(str(entry["AmountFC"])), Decimal(str(entry["VATAmountFC"]))
    totals = {name: Decimal(amount) for name, amount in invoice["totals"].items()}
    assert (gross, vat, gross - vat) == (totals["incl"], totals["vat"], totals["excl"]), invoice["identifier"]
    expected = {Decimal(rate).normalize(): Decimal(vat) for rate, vat in invoice["expected"]["vat_by_rate"].items()}
    found = corpus.vat_by_rate(entry)
    for rate in expected.keys() | found.keys():
        assert expected.get(rate, Decimal(0)) == found.get(rate, Decimal(0)), (invoice["identifier"], rate)
