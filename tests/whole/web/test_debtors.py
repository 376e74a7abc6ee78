"""The pages on which a person says which relation a customer is, and undoes that again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.mirror.binding_table import DebtorBinding
from simulator.tests.control import VENUE
from tests.host.visitor import text_of
from tests.whole.invoices import CLIENT, invoice
from tests.whole.web.site import BASE
from tests.whole.world import booked

if TYPE_CHECKING:
    from tests.host.visitor import Visitor
    from tests.whole.web.site import Site

KNOWN: dict[str, Any] = {
    "Code": "901",
    "Name": "Testklant Evenementen B.V.",
    "AddressLine1": "Markt 1",
    "Postcode": "1234AB",
    "City": "Utrecht",
    "Country": "NL",
    "Status": "C",
    "ChamberOfCommerce": "11111111",
    "Email": "oud@testklant.example",
}
CONTRADICTING = {**CLIENT, "coc_number": "22222222", "email": "nieuw@testklant.example"}


def address(site: Site, number: str) -> str:
    return f"{BASE}/facturen/{site.row(number)['invoice_id']}"


@pytest.fixture
def asked(site: Site) -> Visitor:
    """Somebody of the administration, once an invoice contradicts the relation that it fits."""
    site.world.control.insert(VENUE, "Accounts", KNOWN)
    site.ready()
    site.send(invoice("F1", client=CONTRADICTING), invoice("F2", client=CONTRADICTING))
    site.run()
    assert [problem["code"] for problem in site.row("F1")["problems"]] == ["debtor_number_differs"]
    return site.visitor("billing")


def test_both_sides_stand_beside_each_other_and_what_differs_is_marked(site: Site, asked: Visitor) -> None:
    page = text_of(asked.get(address(site, "F1") + "/debiteur"))
    assert "901 Testklant Evenementen B.V." in page
    assert "KvK-nummer 22222222 11111111 verschilt" in page
    assert "Postcode 1234 AB 1234 AB gelijk" in page
    assert "E-mail nieuw@testklant.example (bekend in Exact Online) verschilt" in page
    assert "oud@testklant.example" not in page
    assert "Geen van deze" in page


def test_addresses_and_last_entries_are_looked_up_on_request_and_with_two_calls(site: Site, asked: Visitor) -> None:
    site.world.control.clear_log()
    page = text_of(asked.get(address(site, "F1") + "/debiteur?live=1"))
    assert "E-mail nieuw@testklant.example oud@testklant.example verschilt" in page
    calls = [call["path"].rpartition("/")[2] for call in site.world.control.log()]
    assert calls == ["Accounts", "SalesEntries"]


def test_that_exact_cannot_be_reached_is_said_and_what_is_known_is_shown(site: Site, asked: Visitor) -> None:
    site.world.control.fault("html_503", {"method": "GET", "path": "/crm/Accounts"})
    page = text_of(asked.get(address(site, "F1") + "/debiteur?live=1"))
    assert "Exact Online is nu niet bereikbaar" in page
    assert "KvK-nummer 22222222 11111111 verschilt" in page


def test_none_of_these_makes_a_new_relation_once(site: Site, asked: Visitor) -> None:
    asked.post(address(site, "F1") + "/debiteur", account_id="new")
    assert "De debiteur is gekozen" in asked.page.text
    site.run()
    site.run()
    entries = booked(site.world.control, VENUE)
    assert site.row("F1")["state"] == site.row("F2")["state"] == "synced"
    assert entries["F1"][0]["Customer"] == entries["F2"][0]["Customer"]
    assert len(named(site, KNOWN["Name"])) == 2


def test_a_choice_is_undone_by_an_administrator_only_and_then_judged_anew(site: Site, asked: Visitor) -> None:
    (account_id,) = [row["ID"] for row in named(site, KNOWN["Name"])]
    asked.post(address(site, "F1") + "/debiteur", account_id=account_id)
    site.run()
    assert site.row("F2")["state"] == "synced"
    assert "22222222" in text_of(asked.get(f"{BASE}/debiteuren?q=testklant"))
    assert "Ongedaan maken" not in text_of(asked.page.text)
    assert "Geen klanten gevonden" in asked.get(f"{BASE}/debiteuren?q=iemand+anders")

    boss = site.visitor("beheerder")
    (key,) = set(re.findall(r'name="key"\s+value="([^"]+)"', boss.get(f"{BASE}/debiteuren?q=901")))
    asked.post(f"{BASE}/debiteuren/ongedaan", expect=403, key=key)
    boss.post(f"{BASE}/debiteuren/ongedaan", key=key)
    assert "De keuze is ongedaan gemaakt." in boss.page.text
    boss.post(f"{BASE}/debiteuren/ongedaan", key=key)
    assert "Deze keuze bestaat niet meer." in boss.page.text

    site.send(invoice("F3", client=CONTRADICTING))
    site.run()
    assert [problem["code"] for problem in site.row("F3")["problems"]] == ["debtor_number_differs"]
    assert site.row("F1")["state"] == "synced"


def test_what_an_older_version_kept_is_left_out_beside_the_binding_of_now(site: Site, asked: Visitor) -> None:
    (account_id,) = [row["ID"] for row in named(site, KNOWN["Name"])]
    older = {"testklantevenementenbv|1234AB|NL", "testklantevenementenbv|9711EF|", "ietsanders|1234AB|NL"}
    with site.services() as world:
        place = {"site": "NL", "division": VENUE, "account_id": account_id, "state": "bound", "key_version": 1}
        world.runtime.session.add_all(DebtorBinding(match_key=key, **place) for key in older)
        world.runtime.session.commit()
    boss = site.visitor("beheerder")
    assert keys_on(boss) == older
    asked.post(address(site, "F1") + "/debiteur", account_id=account_id)
    site.run()
    (newer,) = keys_on(boss) - older
    assert older - keys_on(boss) == {"testklantevenementenbv|1234AB|NL"}
    assert "3 klanten" in text_of(boss.page.text)
    boss.post(f"{BASE}/debiteuren/ongedaan", key=newer)
    assert keys_on(boss) == older


def keys_on(visitor: Visitor) -> set[str]:
    """What can be undone on the page of bindings."""
    return set(re.findall(r'name="key"\s+value="([^"]+)"', visitor.get(f"{BASE}/debiteuren")))


def test_a_customer_without_a_name_is_searched_for_and_chosen_for_that_invoice_alone(site: Site) -> None:
    site.world.control.insert(VENUE, "Accounts", KNOWN)
    site.ready()
    nameless = {**CLIENT, "name": "-", "first_name": None, "last_name": None}
    site.send(invoice("F1", client=nameless), invoice("F2", client=nameless))
    site.run()
    visitor = site.visitor("billing")
    page = visitor.get(address(site, "F1") + "/debiteur")
    assert "Kies een relatie om op te boeken." in page
    assert "Geen van deze" not in page
    visitor.post(address(site, "F1") + "/debiteur", account_id="new")
    assert "heeft geen naam" in visitor.page.text
    found = re.findall(r'name="account_id"\s+value="([^"]+)"', visitor.get(address(site, "F1") + "/debiteur?q=901"))
    visitor.post(address(site, "F1") + "/debiteur", account_id=found[0])
    site.run()
    assert {number: site.row(number)["state"] for number in ("F1", "F2")} == {"F1": "synced", "F2": "blocked"}


def test_a_blocked_customer_is_corrected_in_exact_and_looked_at_again(site: Site) -> None:
    site.world.control.insert(VENUE, "Accounts", {**KNOWN, "Blocked": True, "ChamberOfCommerce": None})
    site.ready()
    site.send(invoice("F1"))
    site.run()
    visitor = site.visitor("billing")
    page = text_of(visitor.get(f"/facturen/{site.row('F1')['invoice_id']}"))
    assert "Deze klant is geblokkeerd in Exact Online: relatie 901 (Testklant Evenementen B.V.)." in page
    assert re.search(
        r'CRMAccountCard\.aspx[^>]+target="_blank"[^>]+>Naar de relatie in Exact Online', visitor.page.text
    )
    visitor.post(address(site, "F1") + "/kijk-opnieuw")
    assert "Ook nu kan de factuur nog niet geboekt worden." in visitor.page.text
    (account_id,) = [row["ID"] for row in named(site, KNOWN["Name"])]
    visitor.post(address(site, "F1") + "/debiteur", account_id=account_id)
    assert "Op deze relatie kan niet geboekt worden" in visitor.page.text

    site.world.control.patch(VENUE, "Accounts", {"Code": "901"}, Blocked=False)
    site.world.control.clear_log()
    visitor.post(address(site, "F1") + "/kijk-opnieuw")
    assert "De factuur staat weer klaar." in visitor.page.text
    assert len(site.world.control.log()) <= 2
    site.run()
    assert site.row("F1")["state"] == "synced"
    assert len(named(site, KNOWN["Name"])) == 1


def test_a_supplier_is_made_a_customer_too_when_a_person_wants_it(site: Site) -> None:
    site.world.control.insert(
        VENUE, "Accounts", {**KNOWN, "Status": "A", "IsSupplier": True, "ChamberOfCommerce": None}
    )
    site.ready()
    site.send(invoice("F1"))
    site.run()
    assert [problem["code"] for problem in site.row("F1")["problems"]] == ["debtor_supplier_only"]
    assert named(site, KNOWN["Name"])[0]["Status"] == "A"
    visitor = site.visitor("billing")
    page = visitor.get(f"/facturen/{site.row('F1')['invoice_id']}")
    assert "Ook klant maken" in page
    (supplier,) = re.findall(r'name="account_id"\s+value="([^"]+)"', page)
    visitor.post(address(site, "F1") + "/debiteur", account_id=supplier)
    assert "Leverancier 901 gekozen als debiteur; wordt in Exact Online ook klant gemaakt" in visitor.page.text
    site.run()
    assert site.row("F1")["state"] == "synced"
    assert [row["Status"] for row in named(site, KNOWN["Name"])] == ["C"]


def test_questions_of_one_kind_are_confirmed_together(site: Site) -> None:
    renamed = {**KNOWN, "Name": "Nieuwe Naam B.V.", "ChamberOfCommerce": "22222222"}
    site.world.control.insert(VENUE, "Accounts", renamed)
    site.ready()
    site.send(invoice("F1", client=CONTRADICTING), invoice("F2", client={**CLIENT, "name": "Heel iemand anders"}))
    site.run()
    assert [problem["code"] for problem in site.row("F1")["problems"]] == ["debtor_name_differs"]
    visitor = site.visitor("billing")
    assert "Bevestig alle vragen van deze soort samen" in visitor.get(address(site, "F1") + "/debiteur")
    overview = visitor.get(f"{BASE}/overzicht")
    assert re.search(r'href="[^"]*/debiteuren/bevestigen">Bevestig alle vragen van deze soort samen', overview)
    page = visitor.get(f"{BASE}/debiteuren/bevestigen")
    assert "901 Nieuwe Naam B.V." in page
    visitor.post(f"{BASE}/debiteuren/bevestigen")
    assert "Kies minstens één factuur." in visitor.page.text
    ids = [site.row(number)["invoice_id"] for number in ("F1", "F2")]
    visitor.post(f"{BASE}/debiteuren/bevestigen", invoice=ids)
    assert "1 factuur staat weer klaar." in visitor.page.text
    assert "Er is niets samen te bevestigen." in visitor.page.text


def test_only_questions_that_can_be_answered_together_lead_there(site: Site, asked: Visitor) -> None:
    assert "debiteuren/bevestigen" not in asked.get(f"{BASE}/overzicht")


def test_a_collective_debtor_is_named_by_its_code_and_must_be_one_that_can_be_booked_on(site: Site) -> None:
    site.world.control.insert(VENUE, "Accounts", KNOWN, {**KNOWN, "Code": "902", "Blocked": True})
    site.ready()
    visitor = site.visitor("beheerder")
    form = form_of(visitor.get(f"{BASE}/instellingen"))
    assert form["private_policy"] == "new"
    for code in ("", "77777", "902"):
        chosen = form | {"private_policy": "collective", "collective": code}
        visitor.post(f"{BASE}/instellingen", expect=422, **chosen)
        assert "Er is geen debiteur met deze code waarop geboekt kan worden." in visitor.page.text
    visitor.post(f"{BASE}/instellingen", **form | {"private_policy": "collective", "collective": "901"})
    saved = form_of(visitor.get(f"{BASE}/instellingen"))
    assert (saved["private_policy"], saved["collective"]) == ("collective", "901")


def test_support_looks_and_decides_nothing(site: Site, asked: Visitor) -> None:
    support = site.visitor("support")
    page = support.get(address(site, "F1") + "/debiteur")
    assert "Testklant Evenementen B.V." in page
    assert "Debiteur kiezen" not in page
    support.post(address(site, "F1") + "/debiteur", expect=403, account_id="new")
    support.post(address(site, "F1") + "/kijk-opnieuw", expect=403)


def form_of(page: str) -> dict[str, Any]:
    """What the settings form holds: chosen options, checked choices and filled fields."""
    found: dict[str, Any] = {}
    for name, options in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'<option selected value="([^"]*)"', options)
        found[name] = chosen[1] if chosen else ""
    for tag in re.findall(r"<input[^>]*>", page):
        facts = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        if "name" in facts and (facts.get("type") not in ("radio", "checkbox") or " checked" in tag):
            found[facts["name"]] = facts.get("value", "")
    return {name: value for name, value in found.items() if name not in ("csrf_token", "q")}


def named(site: Site, name: str) -> list[dict[str, Any]]:
    accounts = site.world.control.call("GET", f"divisions/{VENUE}/accounts")["accounts"]
    return [account for account in accounts if account["Name"] == name]
