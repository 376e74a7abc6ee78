"""What a person decides about an invoice on the host's own page of it."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from simulator.tests.api import Api, Pace
from simulator.tests.books import Books, new_customer
from simulator.tests.control import ENGLISH, VENUE
from simulator.tests.tokens import sign_in
from tests.whole.invoices import CLIENT, invoice, line
from tests.whole.web.site import BASE
from tests.whole.world import booked

if TYPE_CHECKING:
    from tests.host.visitor import Visitor
    from tests.whole.web.site import Site


@pytest.fixture
def conflict(site: Site) -> str:
    """An invoice whose number is on an entry that a bookkeeper made by hand, for another amount; its id."""
    control = site.world.control
    exact = Api(control.url, sign_in(control, ENGLISH)["access_token"], VENUE, Pace())
    customer = new_customer(exact, Name=CLIENT["name"], Postcode=CLIENT["postalcode"])
    books = Books.found_by(exact)
    books.post(books.line(50.0), Customer=customer, YourRef="F2")
    site.ready()
    site.send(invoice("F2"))
    site.run()
    assert [problem["code"] for problem in site.row("F2")["problems"]] == ["entry_conflict"]
    return str(site.row("F2")["invoice_id"])


def test_a_blocked_invoice_is_tried_again_or_left_alone(site: Site) -> None:
    site.ready(without_rates=("9",))
    site.send(invoice("F9", lines=[line("100.00", "9.00", "9")]))
    site.run()
    visitor = site.visitor("billing")
    page = open_invoice(site, visitor, "F9")
    assert "Geblokkeerd" in page
    assert "BTW-tarief 9% is nog niet gekoppeld" in page
    press(visitor, "niet-boeken")
    assert "Geef een reden." in visitor.page.text
    assert site.row("F9")["state"] == "blocked"
    press(visitor, "niet-boeken", reason="is al contant betaald")
    assert "De factuur wordt niet geboekt." in visitor.page.text
    assert "Niet boeken" in visitor.page.text
    assert "is al contant betaald" in visitor.page.text
    assert "BTW-tarief 9%" not in visitor.page.text, "nobody need cure it any more"
    press(visitor, "opnieuw")
    assert "Nog steeds: BTW-tarief 9% is nog niet gekoppeld" in visitor.page.text
    assert "De factuur staat weer klaar." not in visitor.page.text
    assert site.row("F9")["state"] == "blocked"
    with site.services() as world:
        world.configure("zaal")
        with world.runtime.session.get_bind().engine.begin() as connection:
            connection.execute(text("UPDATE exact_invoice_export SET state = 'blocked'"))
    visitor.get(visitor.path)
    press(visitor, "opnieuw")
    assert "De factuur staat weer klaar." in visitor.page.text
    assert site.row("F9")["state"] == "queued"


def test_an_invoice_that_was_booked_meanwhile_is_left_as_it_is(site: Site) -> None:
    site.ready()
    site.send(invoice("F1"))
    visitor = site.visitor()
    open_invoice(site, visitor, "F1")
    address = re.search(r'action="([^"]+/niet-boeken)"', visitor.page.text)
    assert address
    site.run()
    visitor.post(address[1], reason="te laat")
    assert "De factuur is inmiddels geboekt." in visitor.page.text
    assert site.row("F1")["state"] == "synced"


def test_both_sides_of_a_conflict_are_in_view(site: Site, conflict: str) -> None:
    page = site.visitor().get(f"/facturen/{conflict}")
    assert "In Exact Online staat al een boeking onder dit nummer" in page
    assert "Deze factuur" in page
    assert "€\xa0121,00" in page
    assert "€\xa060,50" in page
    assert "Testklant Evenementen B.V." in page
    sides = re.findall(r'<th scope="row">(\w+)</th>\s*<td[^>]*>([^<]*)</td>\s*<td[^>]*>(.*?)</td>', page)
    told = {label: (ours, re.sub("<[^>]+>", "", theirs)) for label, ours, theirs in sides}
    due = datetime.strptime(told["Boekdatum"][0], "%d-%m-%Y") + timedelta(days=14)  # noqa: DTZ007
    assert told["Vervaldatum"][0] == f"{due:%d-%m-%Y}"
    assert re.fullmatch(r"\d\d-\d\d-\d{4}", told["Vervaldatum"][1])
    assert told["Betalingsconditie"] == ("14", "30")
    assert told["Dagboek"] == ("70", "70")


def test_this_one_is_ours(site: Site, conflict: str) -> None:
    visitor = site.visitor()
    visitor.get(f"/facturen/{conflict}")
    entry_id = re.search(r'name="entry_id" value="([^"]+)"', visitor.page.text)
    assert entry_id
    visitor.post(f"{BASE}/facturen/{conflict}/dit-is-de-onze", entry_id="of-nothing")
    assert "hoort niet bij de gevonden boekingen" in visitor.page.text
    assert re.search("Verschil €\xa060,50, .*ander: vervaldatum.*: ik weet het", visitor.page.text)
    visitor.post(f"{BASE}/facturen/{conflict}/dit-is-de-onze", entry_id=entry_id[1])
    assert "Vink aan dat je het verschil" in visitor.page.text
    assert site.row("F2")["state"] == "blocked"
    visitor.post(f"{BASE}/facturen/{conflict}/dit-is-de-onze", entry_id=entry_id[1], confirmed="1")
    assert "De factuur is aan deze boeking gekoppeld." in visitor.page.text
    row = site.row("F2")
    assert (row["state"], row["entry_id"]) == ("synced", entry_id[1])
    assert "€\xa060,50 in plaats van €\xa0121,00" in visitor.page.text
    assert "ander bedrag in Exact" in visitor.get(f"{BASE}/overzicht")
    assert "ander bedrag in Exact" in visitor.get(f"{BASE}/overzicht.csv")


def test_book_anyway_asks_for_a_yes(site: Site, conflict: str) -> None:
    visitor = site.visitor()
    visitor.get(f"/facturen/{conflict}")
    visitor.post(f"{BASE}/facturen/{conflict}/boek-toch")
    assert "Vink aan dat je de factuur nog eens wilt boeken." in visitor.page.text
    assert site.row("F2")["state"] == "blocked"
    visitor.post(f"{BASE}/facturen/{conflict}/boek-toch", confirmed="1")
    assert site.row("F2")["state"] == "queued"
    site.run()
    assert site.row("F2")["state"] == "synced"
    assert len(booked(site.world.control, VENUE)["F2"]) == 2
    visitor.post(f"{BASE}/facturen/{conflict}/boek-toch", confirmed="1")
    assert "geen boeking meer gevonden" in visitor.page.text


def test_a_person_says_once_which_debtor_it_is(site: Site) -> None:
    twin = {"Name": CLIENT["name"], "Postcode": "1234AB", "Country": "NL", "Status": "C"}
    site.world.control.insert(VENUE, "Accounts", {**twin, "Code": "901"}, {**twin, "Code": "902", "City": "Zeist"})
    site.ready()
    site.send(invoice("F1"), invoice("F2"))
    site.run()
    visitor = site.visitor()
    page = open_invoice(site, visitor, "F1")
    path = f"{BASE}/facturen/{site.row('F1')['invoice_id']}/debiteur"
    assert f'href="{path}"' in page
    page = visitor.get(path)
    assert "Welke debiteur is dit?" in page
    assert "902 Testklant Evenementen B.V." in page
    accounts = re.findall(r'name="account_id"\s+value="([^"]+)"', page)
    assert len(accounts) == 3
    visitor.post(path, account_id="of-nobody")
    assert "Deze relatie bestaat niet meer" in visitor.page.text
    visitor.post(path, account_id=accounts[1])
    assert "De debiteur is gekozen" in visitor.page.text
    site.run()
    assert site.row("F1")["state"] == site.row("F2")["state"] == "synced"
    assert booked(site.world.control, VENUE)["F2"][0]["Customer"] == accounts[1]
    visitor.post(path, account_id=accounts[0])
    assert "niets meer te beslissen" in visitor.page.text
    visitor.get(path)
    assert "niets meer te beslissen" in visitor.page.text


def open_invoice(site: Site, visitor: Visitor, identifier: str) -> str:
    return visitor.get(f"/facturen/{site.row(identifier)['invoice_id']}")


def press(visitor: Visitor, action: str, **fields: Any) -> None:
    """The button of a decision on the page that is open."""
    address = re.search(rf'action="([^"]+/{action})"', visitor.page.text if visitor.page else "")
    assert address, action
    visitor.post(address[1], **fields)
