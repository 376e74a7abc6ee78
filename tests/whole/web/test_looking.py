"""*Kijk in Exact* on a booked invoice: equal, different, gone; and what may follow."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.access import lease as leases
from mice_exact_plugin.access.tokens import access_token, mark_dead
from mice_exact_plugin.decisions import trying
from mice_exact_plugin.link.connection import link_of
from mice_exact_plugin.mirror import loading
from simulator.tests.api import Api, Pace
from simulator.tests.books import Books, new_customer
from simulator.tests.control import ENGLISH, VENUE
from simulator.tests.tokens import sign_in
from tests.whole.invoices import CLIENT, invoice, line
from tests.whole.web.site import BASE
from tests.whole.world import PERSON, booked

if TYPE_CHECKING:
    from tests.host.visitor import Visitor
    from tests.whole.web.site import Site

POSTS = {"method": "POST", "path": "/salesentry/SalesEntries"}
SEARCHES = "/salesentry/SalesEntries"
ANOTHER = "11111111-2222-4333-8444-555555555555"


@pytest.fixture
def visitor(site: Site) -> Visitor:
    """Somebody before the page of an invoice that is booked."""
    site.ready()
    site.send(invoice("F1"))
    site.run()
    assert site.row("F1")["state"] == "synced"
    visitor = site.visitor("billing")
    visitor.get(page_of(site))
    return visitor


def test_there_and_equal_is_said_with_the_moment_for_one_search(site: Site, visitor: Visitor) -> None:
    site.world.control.clear_log()
    act(site, visitor, "kijk-in-exact")
    assert re.search(
        r"Gekeken op \d\d-\d\d-\d{4} om \d\d:\d\d: de boeking staat in Exact Online en is gelijk", text(visitor)
    )
    assert len([call for call in site.world.control.log() if call["path"].endswith(SEARCHES)]) == 1
    assert "Opnieuw boeken" not in text(visitor)


def test_there_and_different_shows_both_sides_and_marks(site: Site, visitor: Visitor) -> None:
    site.world.control.patch(VENUE, "SalesEntries", {"YourRef": "F1"}, AmountFC=60.5)
    act(site, visitor, "kijk-in-exact")
    assert "de boeking wijkt af. bedrag incl. btw: €\xa060,50 in plaats van €\xa0121,00" in text(visitor)
    assert ">€\xa0121,00</td>" in text(visitor)
    assert "wijkt af in Exact" in visitor.get(f"{BASE}/overzicht")
    assert site.row("F1")["state"] == "synced"

    visitor.get(page_of(site))
    remark = re.search(r'action="([^"]+/opmerkingen/\d+)"', text(visitor))
    assert remark
    visitor.post(remark[1], reason="korting verrekend in Exact")
    assert "De opmerking is afgehandeld." in text(visitor)
    act(site, visitor, "kijk-in-exact")
    assert "wijkt af in Exact" not in visitor.get(f"{BASE}/overzicht"), "it says nothing new"


def test_another_ledger_of_a_line_is_named_on_both_sides(site: Site) -> None:
    site.ready()
    site.world.control.switch(posted_lines="expanded")
    ledgers = site.world.control.call("GET", f"divisions/{VENUE}/rows/GLAccounts")["rows"]
    named = {str(row["Code"]).strip(): row for row in ledgers}
    site.world.control.fault("altered", POSTS, line={"GLAccount": named["8010"]["ID"]})
    site.send(invoice("F1"))
    site.run()
    shown = site.visitor("billing").get(page_of(site))
    ours, theirs = (f"{code} {named[code]['Description']}" for code in ("8000", "8010"))
    assert f">{ours}</td>" in shown
    assert f">{theirs}</td>" in shown
    assert f"grootboekrekening van een regel: {theirs} in plaats van {ours}" in shown
    assert named["8010"]["ID"] not in shown


def test_the_page_of_the_booking_reads_entry_and_lines_back_for_two_calls(site: Site, visitor: Visitor) -> None:
    page = f"{BASE}/voorbeeld/{site.row('F1')['invoice_id']}"
    assert "teruggelezen" not in visitor.get(page)
    site.world.control.clear_log()
    visitor.post(f"{page}/kijken")
    assert visitor.path == page
    assert "is gelijk aan wat verstuurd is" in text(visitor)
    assert re.search(r"Zo staan de regels in Exact Online, teruggelezen op \d\d-\d\d-\d{4} om", text(visitor))
    assert re.search(r"In Exact Online: Gezien op \d\d-\d\d-\d{4} om", text(visitor))
    assert "tariefgroep" in text(visitor), "where the ledger came from is kept"
    asked = [call["path"].rpartition("/")[2] for call in site.world.control.log()]
    assert asked == ["SalesEntries", "SalesEntryLines"]
    site.world.control.patch(VENUE, "SalesEntryLines", {"EntryID": site.row("F1")["entry_id"]}, VATCode="3")
    visitor.post(f"{page}/kijken")
    assert "de boeking wijkt af. btw-code van een regel" in text(visitor)
    assert "verschilt" in text(visitor)


def test_another_debtor_is_named_in_the_answer_the_table_and_the_remark(site: Site, visitor: Visitor) -> None:
    """Both as the mirror knows them; the one that somebody made since is told by its id."""
    control = site.world.control
    control.insert(VENUE, "Accounts", {"ID": ANOTHER, "Name": "Andere Klant BV", "Code": "4711", "Status": "C"})
    control.patch(VENUE, "SalesEntries", {"YourRef": "F1"}, Customer=ANOTHER)
    act(site, visitor, "kijk-in-exact")
    assert f"debiteur: {ANOTHER} in plaats van" in text(visitor)
    visitor.get(page_of(site))
    assert f">{ANOTHER}</td>" in text(visitor)
    with site.services() as world:
        loading.begin_anew(world.runtime, "zaal", PERSON)
        loading.load_rest(world.runtime, "zaal")
    act(site, visitor, "kijk-in-exact")
    accounts = control.call("GET", f"divisions/{VENUE}/accounts")["accounts"]
    (ours,) = [each for each in accounts if each["Name"] == CLIENT["name"]]
    both = f"4711 Andere Klant BV in plaats van {ours['Code'].strip()} {CLIENT['name']}"
    assert f"de boeking wijkt af. debiteur: {both}" in text(visitor)
    visitor.get(page_of(site))
    assert f"wijkt af van de factuur: debiteur: {both}" in text(visitor)
    assert ">4711 Andere Klant BV</td>" in text(visitor)


def test_gone_is_marked_and_only_then_booked_anew_under_a_new_key(site: Site, visitor: Visitor) -> None:
    before = site.row("F1")["entry_id"]
    act(site, visitor, "opnieuw-boeken", reason="weg")
    assert "De boeking staat nog in Exact Online" in text(visitor)
    assert site.row("F1")["state"] == "synced"

    delete(site, before)
    act(site, visitor, "kijk-in-exact")
    assert "de boeking staat niet meer in Exact Online" in text(visitor)
    assert "verwijderd in Exact" in visitor.get(f"{BASE}/overzicht")

    visitor.get(page_of(site))
    act(site, visitor, "opnieuw-boeken")
    assert "Geef een reden." in text(visitor)
    act(site, visitor, "opnieuw-boeken", reason="per ongeluk verwijderd")
    assert site.row("F1")["state"] == "queued"
    assert "per ongeluk verwijderd" in text(visitor)
    site.run()
    after = site.row("F1")
    assert after["state"] == "synced"
    assert after["entry_id"] != before
    assert len(booked(site.world.control, VENUE)["F1"]) == 1
    assert "verwijderd in Exact" not in visitor.get(f"{BASE}/overzicht")


def test_what_was_deleted_and_typed_in_by_hand_is_shown_before_anything_is_booked(site: Site, visitor: Visitor) -> None:
    delete(site, site.row("F1")["entry_id"])
    control = site.world.control
    exact = Api(control.url, sign_in(control, ENGLISH)["access_token"], VENUE, Pace())
    books = Books.found_by(exact)
    books.post(books.line(100.0), Customer=new_customer(exact, Name="Met de hand"), YourRef="f1")
    act(site, visitor, "opnieuw-boeken", reason="zelf verwijderd")
    row = site.row("F1")
    assert (row["state"], [problem["code"] for problem in row["problems"]]) == ("blocked", ["entry_conflict"])
    site.run()
    assert sorted(ref for ref in booked(control, VENUE) if ref.lower() == "f1") == ["f1"]


def test_a_held_difference_can_stand_or_be_put_right(site: Site) -> None:
    site.ready()
    site.world.control.fault("altered", {"method": "POST", "path": SEARCHES}, occurrence=[1, 2], set={"AmountFC": 100})
    site.send(invoice("F1"), invoice("F2"))
    site.run()
    visitor = site.visitor()
    visitor.get(page_of(site, "F1"))
    assert "Boek toch" not in text(visitor)
    assert "Opnieuw proberen" not in text(visitor)
    act(site, visitor, "laat-zo-staan", "F1")
    assert "Geef een reden." in text(visitor)
    act(site, visitor, "laat-zo-staan", "F1", reason="klopt, is afgesproken")
    assert site.row("F1")["state"] == "synced"
    assert "ander bedrag in Exact" in visitor.get(f"{BASE}/overzicht")

    visitor.get(page_of(site, "F2"))
    act(site, visitor, "kijk-in-exact", "F2")
    assert site.row("F2")["state"] == "synced", "in Exact it is what was sent"
    with site.services() as world:
        assert trying.retry(world.runtime, "zaal", []) == {}


def test_while_a_run_is_at_work_nobody_looks(site: Site, visitor: Visitor) -> None:
    with site.services() as world:
        key = link_of(world.runtime, "zaal").writer_key
        assert leases.take(world.runtime, key, "a run", timedelta(minutes=5))
    act(site, visitor, "kijk-in-exact")
    assert "In deze administratie wordt op dit moment geboekt" in text(visitor)


def test_exact_that_does_not_answer_is_said_and_changes_nothing(site: Site, visitor: Visitor) -> None:
    site.world.control.fault("html_503", {"method": "GET", "path": SEARCHES})
    act(site, visitor, "kijk-in-exact")
    assert "Exact Online is nu niet bereikbaar" in text(visitor)
    act(site, visitor, "opnieuw-boeken", reason="weg")
    assert "De boeking staat nog in Exact Online" in text(visitor)
    assert site.row("F1")["state"] == "synced"


def test_a_log_in_that_has_ended_is_said(site: Site, visitor: Visitor) -> None:
    with site.services() as world:
        link = link_of(world.runtime, "zaal")
        mark_dead(world.runtime, link.log_in, "revoked", access_token(world.runtime, link.log_in))
    act(site, visitor, "kijk-in-exact")
    assert "De inlog bij Exact Online is vervallen. Log opnieuw in." in text(visitor)


def test_an_invoice_that_is_not_booked_has_nothing_to_look_at(site: Site) -> None:
    site.ready(without_rates=("9",))
    site.send(invoice("F9", lines=[line("100.00", "9.00", "9")]))
    site.run()
    visitor = site.visitor()
    act(site, visitor, "kijk-in-exact", "F9")
    assert "Er is geen boeking van deze factuur" in text(visitor)


def page_of(site: Site, number: str = "F1") -> str:
    return f"/facturen/{site.row(number)['invoice_id']}"


def act(site: Site, visitor: Visitor, action: str, number: str = "F1", **fields: Any) -> None:
    visitor.get(page_of(site, number))
    visitor.post(f"{BASE}/facturen/{site.row(number)['invoice_id']}/{action}", **fields)


def text(visitor: Visitor) -> str:
    return visitor.page.text if visitor.page else ""


def delete(site: Site, entry_id: str) -> None:
    site.world.control.call("POST", f"divisions/{VENUE}/rows/SalesEntries", {"delete": [{"EntryID": entry_id}]})
