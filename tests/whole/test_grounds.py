"""What a host tells of VAT, in the books of Exact: every ground under its own code, and the listing that follows."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.database import step
from mice_exact_plugin.domain.invoice import Situation
from mice_exact_plugin.domain.quarter import Quarter
from mice_exact_plugin.domain.situations import SituationSettings
from mice_exact_plugin.link.connection import link_of
from mice_exact_plugin.standing import eu_listing
from simulator.tests.control import VENUE
from tests.whole.invoices import CLIENT, document, invoice, line
from tests.whole.world import booked

if TYPE_CHECKING:
    from pathlib import Path

    from tests.whole.world import World

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
DUTCH = {**CLIENT, "vat_number": "NL004495445B01"}
GERMAN = {**CLIENT, "id": "2", "name": "Freie Planer GmbH", "postalcode": "10115", "city": "Berlin", "country": "DE"}
GERMAN["vat_number"] = "DE136695976"
OWN = {
    Situation.EXEMPT: "10",
    Situation.REVERSE_CHARGE: "6",
    Situation.WITHIN_EU: "8",
    Situation.EXPORT: "9",
}


def told(situation: str, net: str = "100.00") -> dict[str, Any]:
    return {**line(net, "0.00", "0", "8050"), "vat_situation": situation}


def test_every_line_is_booked_under_the_code_of_its_ground(world: World, tmp_path: Path) -> None:
    tenant = world.ready()
    world.send(
        tenant,
        document(
            invoice("G1", lines=[told("reverse_charge"), told("exempt", "40.00"), line("10.00", "2.10")], client=DUTCH),
            invoice("G2", lines=[told("intra_community", "300.00")], client=GERMAN),
            invoice("G3", lines=[told("export")], client=GERMAN),
            invoice("G4", lines=[told("zero")], client=GERMAN),
            invoice("G5", lines=[told("intra_community", "-50.00")], client=GERMAN, kind="credit", credits="G2"),
        ),
        tmp_path,
    )
    world.configure(tenant, without_rates=("0",), situations=SituationSettings(OWN))

    world.run(tenant)

    rows, entries = world.rows(tenant), booked(world.control, VENUE)
    codes = {
        number: [(each["VATCode"].strip(), Decimal(str(each["AmountFC"]))) for each in found[0]["SalesEntryLines"]]
        for number, found in entries.items()
    }
    assert codes == {
        "G1": [("6", Decimal(100)), ("10", Decimal(40)), ("2", Decimal(10))],
        "G2": [("8", Decimal(300))],
        "G5": [("8", Decimal(-50))],
    }
    problems = {number: row["problems"][0]["code"] for number, row in rows.items() if row["state"] == "blocked"}
    assert problems == {"G3": "vat_country_unfit", "G4": "vat_situation_unmapped"}
    link = link_of(world.runtime, tenant)
    with step(world.runtime.session):
        listed = eu_listing.of_quarter(world.runtime.session, link, Quarter(2026, 1))
    assert [(each.number, each.listing, each.amount) for each in listed.lines] == [("DE136695976", "S", Decimal(250))]
