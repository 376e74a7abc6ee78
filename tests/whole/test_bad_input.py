"""Odd invoices: each gets a clear outcome of its own, and none of them holds up the others."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from simulator.tests.control import VENUE
from tests.whole.invoices import CLIENT, document, invoice, line
from tests.whole.world import World, booked

if TYPE_CHECKING:
    from pathlib import Path


def _client(**changes: Any) -> dict[str, Any]:
    return {**CLIENT, "id": str(changes.get("name") or "x")[:40], **changes}


ODD = {
    "EMOJI": invoice("EMOJI", client=_client(name="\"Café 'De Gouden Kip' & Zn.\" 🎉 <b>B.V.</b>")),
    "LONG": invoice("LONG", client=_client(name="Stichting " + "Congresorganisatie " * 11)),
    "NO-POSTCODE": invoice("NO-POSTCODE", client=_client(name="Zonder Postcode B.V.", postalcode=None)),
    "PRIVATE": invoice("PRIVATE", client=_client(name=None, first_name="Jan", last_name="de Vries-Özdemir")),
    "BAD-MAIL": invoice("BAD-MAIL", client=_client(name="Fout Adres B.V.", email="geen adres@")),
    "ZERO-LINE": invoice("ZERO-LINE", lines=[line("0.00", "0.00"), line("10.00", "2.10")]),
    "NEGATIVE": invoice("NEGATIVE", net="-50.00", vat="-10.50"),
    "UNKNOWN-LEDGER": invoice("UNKNOWN-LEDGER", lines=[line("10.00", "2.10", ledger="987654")]),
    "NO-LEDGER": invoice("NO-LEDGER", lines=[line("10.00", "2.10", ledger=None)]),
    "CENT-OFF": invoice("CENT-OFF", lines=[line("33.33", "7.01"), line("66.67", "13.99")]),
}
BLOCKED = {
    "NAMELESS": (invoice("NAMELESS", client=_client(name=None)), "debtor_nameless"),
    "VAT-OFF": (invoice("VAT-OFF", net="100.00", vat="21.50"), "vat_difference"),
    "RATE": (invoice("RATE", lines=[line("100.00", "13.00", rate="13", ledger="8000")]), "vat_rate_unmapped"),
    "DOLLAR": (invoice("DOLLAR", currency="USD"), "currency"),
    "N" * 31: (invoice("N" * 31), "identifier_too_long"),
}


@pytest.fixture
def sent(world: World, tmp_path: Path) -> tuple[World, str]:
    tenant = world.ready()
    everything = [
        *ODD.values(),
        *(made for made, _ in BLOCKED.values()),
        invoice("NOTHING", lines=[line("0.00", "0.00")]),
    ]
    world.send(tenant, document(*everything), tmp_path)
    odd_totals = invoice("TOTALS")
    odd_totals["totals"]["incl"] = "999.99"
    path = tmp_path / "odd.json"
    path.write_text(json.dumps(document(odd_totals)), encoding="utf-8")
    world.command("import-invoices", str(path), "--tenant", tenant, "--send", "--allow-odd-totals")
    world.run(tenant)
    return world, tenant


def test_every_odd_invoice_gets_its_own_outcome(sent: tuple[World, str]) -> None:
    world, tenant = sent
    rows, entries = world.rows(tenant), booked(world.control, VENUE)

    for name, made in ODD.items():
        assert rows[name]["state"] == "synced", (name, rows[name]["problems"])
        (entry,) = entries[name]
        assert Decimal(str(entry["AmountFC"])) == Decimal(made["totals"]["incl"]), name
        assert Decimal(str(entry["VATAmountFC"])) == Decimal(made["totals"]["vat"]), name
    for name, (_, problem) in BLOCKED.items():
        assert rows[name]["state"] == "blocked", name
        assert [found["code"] for found in rows[name]["problems"]] == [problem], name
        assert name not in entries
    assert {found["code"] for found in rows["TOTALS"]["problems"]} == {"totals_disagree"}
    assert (rows["NOTHING"]["state"], rows["NOTHING"]["ignored_reason"]) == ("ignored", "nothing_to_book")


def test_a_blocked_invoice_costs_no_call(world: World, tmp_path: Path) -> None:
    tenant = world.ready()
    world.run(tenant)
    world.control.clear_log()
    world.run(tenant)
    quiet = len(world.control.log())
    world.send(tenant, document(*(made for made, _ in BLOCKED.values())), tmp_path)
    world.control.clear_log()

    world.run(tenant)

    # Two calls more for all of them: the canary searches the rows that were never sent, and as there is no booked entry
    # to find besides, it asks whether entries can be seen.
    assert len(world.control.log()) == quiet + 2


def test_a_file_that_is_not_json_is_refused_with_a_sentence(world: World, tmp_path: Path) -> None:
    tenant = world.tenant()
    path = tmp_path / "invoices.json"
    path.write_text("dit is geen JSON", encoding="utf-8")

    output = world.command("import-invoices", str(path), "--tenant", tenant, "--send", code=1)

    assert "niets geïmporteerd" in output
    assert world.rows(tenant) == {}
