"""*Debiteuren*: how each was found, who is doubtful, who was made in which night, and moving a customer elsewhere."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from simulator.tests.control import VENUE
from tests.host.visitor import text_of
from tests.whole.invoices import CLIENT, invoice
from tests.whole.web.site import BASE
from tests.whole.web.test_debtors import CONTRADICTING, KNOWN
from tests.whole.world import booked

if TYPE_CHECKING:
    from tests.whole.web.site import Site

PAGE = f"{BASE}/debiteuren"
NEW = {**CLIENT, "id": "2", "name": "Nieuwe Klant B.V.", "postalcode": "9711 AB", "city": "Groningen"}


@pytest.fixture
def met(site: Site) -> Site:
    """One customer who is known in Exact, one whom the link made there, one whom nobody is sure of."""
    other = {**KNOWN, "Code": "902", "Name": "Andere Relatie B.V.", "Postcode": "1011AB", "ChamberOfCommerce": None}
    site.world.control.insert(VENUE, "Accounts", KNOWN, other)
    site.ready()
    known = {**CLIENT, "coc_number": "11111111"}
    doubtful = [invoice(number, client={**CONTRADICTING, "id": "3"}) for number in ("F3", "F4")]
    site.send(invoice("F1", client=known), invoice("F2", client=NEW), *doubtful)
    site.run()
    return site


def test_it_says_how_each_was_found_and_who_is_doubtful(met: Site) -> None:
    page = text_of(met.visitor("billing").get(PAGE))
    assert "herkend aan KvK-nummer, naam, postcode" in page
    assert "nieuw aangemaakt door de koppeling" in page
    assert re.search(r"Wie is dit\? Testklant Evenementen B.V. .* Hierop wacht: 2 facturen, €.242,00", page)
    assert "Overzetten" not in page
    address = re.search(r'href="([^"]+/debiteur)"', met.visitor("billing").get(PAGE))
    assert address
    assert "Geen van deze" in met.visitor("billing").get(address[1])


def test_a_night_opens_into_the_debtors_that_it_made(met: Site) -> None:
    visitor = met.visitor()
    link = re.search(r'href="([^"]+)">1 klant nieuw aangemaakt', visitor.get(f"{BASE}/geschiedenis/1"))
    assert link
    page = text_of(visitor.get(link[1]))
    assert "Nieuwe Klant B.V." in page
    assert "Testklant Evenementen B.V." not in page
    assert "Testklant Evenementen B.V." in text_of(visitor.get(f"{PAGE}?nacht=99"))


def test_a_customer_is_moved_to_another_relation(met: Site) -> None:
    boss = met.visitor()
    key = re.findall(r'name="key"\s+value="([^"]+)"', boss.get(f"{PAGE}?q=901"))[0]
    met.visitor("billing").post(f"{PAGE}/overzetten", expect=403, key=key, code="902")
    boss.post(f"{PAGE}/overzetten", key=key, code="nergens")
    assert "Deze relatie bestaat niet meer" in boss.page.text
    boss.post(f"{PAGE}/overzetten", key="no-key", code="902")
    assert "Deze keuze bestaat niet meer." in boss.page.text
    boss.post(f"{PAGE}/overzetten", key=key, code=" 902 ")
    assert "De klant is overgezet op debiteur 902 Andere Relatie B.V." in boss.page.text
    assert "gekozen door Bea Beheerder" in text_of(boss.get(f"{PAGE}?q=902"))
    met.send(invoice("F5", client={**CLIENT, "coc_number": "11111111"}))
    met.run()
    assert met.row("F5")["state"] == "synced"
    with met.services() as world:
        entries = booked(world.control, VENUE)
    assert entries["F5"][0]["Customer"] != entries["F1"][0]["Customer"]
    told = "overgezet op debiteur 902 Andere Relatie B.V."
    assert f"Klant van debiteur 901 Testklant Evenementen B.V. {told}" in boss.get(
        f"{BASE}/geschiedenis?soort=debiteuren"
    )
    assert told in boss.get(f"{BASE}/geschiedenis.csv")
