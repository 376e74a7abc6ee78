"""*Zelf geboekt*: only the number of an entry is taken, nothing typed is lost, and whose it is already is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.tests.control import VENUE
from tests.whole.invoices import CLIENT, invoice, line
from tests.whole.web.site import BASE

if TYPE_CHECKING:
    from tests.host.visitor import Visitor
    from tests.whole.web.site import Site

PER_UNIT = [line("130.08", "11.52", "9")]


@pytest.fixture
def held(site: Site) -> Site:
    """F1 is booked; F2 and F3 are held."""
    site.ready()
    site.send(invoice("F1"), invoice("F2", lines=PER_UNIT), invoice("F3", lines=PER_UNIT))
    site.run()
    return site


def close(site: Site, visitor: Visitor, identifier: str, expect: int = 200, **fields: str) -> str:
    return visitor.post(f"{BASE}/facturen/{site.row(identifier)['invoice_id']}/zelf-geboekt", expect, **fields)


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("26.900.001", "Een boekstuknummer van Exact Online bestaat uit alleen cijfers"),
        ("zie <map> 3", "Een boekstuknummer van Exact Online bestaat uit alleen cijfers"),
        (" ", "Vul het boekstuknummer in"),
    ],
)
def test_what_is_no_number_comes_back_with_all_that_was_typed(held: Site, typed: str, sentence: str) -> None:
    page = close(held, held.visitor("billing"), "F2", 422, entry_number=typed, reason="memoriaal 12 & 13")
    assert sentence in page
    assert f'value="{typed.replace("<", "&lt;").replace(">", "&gt;")}"' in page
    assert 'value="memoriaal 12 &amp; 13"' in page
    assert held.row("F2")["state"] == "blocked"


def test_a_reason_that_was_forgotten_costs_no_number(held: Site) -> None:
    page = close(held, held.visitor(), "F2", 422, entry_number="26900001", reason=" ")
    assert "Geef een reden." in page
    assert 'value="26900001"' in page


def test_the_entry_of_another_invoice_is_named_and_asked_about(held: Site) -> None:
    visitor, number = held.visitor(), str(held.row("F1")["entry_number"])
    page = close(held, visitor, "F2", 422, entry_number=number, reason="samen geboekt")
    assert f"Boekstuknummer {number} hoort al bij factuur F1." in page
    assert held.row("F2")["state"] == "blocked"
    page = close(held, visitor, "F2", entry_number=number, reason="samen geboekt", confirmed="1")
    assert "De factuur staat te boek als zelf geboekt." in page
    page = close(held, visitor, "F3", 422, entry_number=f" {number} ", reason="ook samen")
    assert f"Boekstuknummer {number} hoort al bij factuur F1, F2." in page


def test_a_number_that_was_taken_back_is_free_again(held: Site) -> None:
    visitor = held.visitor()
    close(held, visitor, "F2", entry_number="26900099", reason="met de hand")
    visitor.post(f"{BASE}/facturen/{held.row('F2')['invoice_id']}/opnieuw")
    close(held, visitor, "F3", entry_number="26900099", reason="met de hand")
    assert held.row("F3")["state"] == "ignored"


def test_the_entries_of_another_tenant_are_not_told(held: Site) -> None:
    number = str(held.row("F1")["entry_number"])
    held.tenant("strand")
    with held.services() as world:
        world.command("exact", "allow-sharing", "strand")
        world.log_in("strand")
        world.choose("strand")
        world.configure("strand")
    held.send(invoice("S1", lines=PER_UNIT), tenant="strand")
    held.run("strand")
    address = f"{BASE}/facturen/{held.row('S1', 'strand')['invoice_id']}/zelf-geboekt"
    page = held.visitor(tenant="strand").post(address, entry_number=number, reason="met de hand")
    assert "De factuur staat te boek als zelf geboekt." in page


def test_the_ordinary_way_comes_first(site: Site) -> None:
    """Choosing the debtor before what is done by hand, and that before not booking at all."""
    twin = {"Name": CLIENT["name"], "Postcode": "1234AB", "Country": "NL", "Status": "C"}
    site.world.control.insert(VENUE, "Accounts", {**twin, "Code": "901"}, {**twin, "Code": "902", "City": "Zeist"})
    site.ready()
    site.send(invoice("F1"))
    site.run()
    page = site.visitor().get(f"/facturen/{site.row('F1')['invoice_id']}")
    places = [page.index(words) for words in ("Kies de debiteur", "Zelf geboekt in Exact Online", "Niet boeken…")]
    assert places == sorted(places)
