"""*Te doen*: every cause with its figures and its cure in the row; and what is done with several invoices at once."""

from __future__ import annotations

import re

# Any: fields of a form whose names are made.
from typing import TYPE_CHECKING, Any

from mice_exact_plugin.link.run import SyncRun
from simulator.tests.control import VENUE
from tests.whole.invoices import CLIENT, invoice, line
from tests.whole.web.site import BASE

if TYPE_CHECKING:
    from tests.whole.web.site import Site

PAGE, OVERVIEW = f"{BASE}/te-doen", f"{BASE}/overzicht"
NINE = [line("100.00", "9.00", "9")]


def runs(site: Site) -> int:
    with site.services() as world:
        return world.runtime.session.query(SyncRun).filter_by(finished_at=None).count()


def test_a_rate_without_any_code_in_exact_says_which_one_to_make_and_what_then(site: Site) -> None:
    site.ready()
    site.send(invoice("F7", lines=[line("100.00", "7.00", "7")]))
    site.run()
    visitor = site.visitor()
    said = "geen BTW-code waaronder een verkoop met 7% btw geboekt kan worden."
    assert said in visitor.get(PAGE)
    assert "exclusief btw en met een percentage van 7%" in visitor.page.text
    assert said in visitor.get(f"{BASE}/instellingen")
    assert said not in site.visitor("billing").get(PAGE)
    made = "11111111-2222-4333-8444-555555555555"
    code = {"ID": made, "Code": "77", "Description": "Btw 7%", "Type": "E", "VatTransactionType": "S"}
    site.world.control.insert(VENUE, "VATCodes", code)
    site.world.control.insert(VENUE, "VatPercentages", {"VATCodeID": made, "Percentage": 0.07})
    visitor.post(f"{BASE}/opnieuw-inladen")
    visitor.post(f"{BASE}/inladen")
    assert said not in visitor.get(PAGE)
    visitor.post(f"{BASE}/te-doen/btw-code", rate="7", code="77")
    site.run()
    assert site.row("F7")["state"] == "synced"


def test_an_unmapped_rate_is_mapped_in_its_row_and_booked(site: Site) -> None:
    site.ready(without_rates=("9",))
    nameless = {**CLIENT, "name": None}
    site.send(invoice("F1", lines=NINE), invoice("F2", lines=NINE), invoice("F3", client=nameless))
    site.run()
    visitor = site.visitor()
    for address in (PAGE, OVERVIEW):
        page = visitor.get(address)
        assert "BTW-tarief 9% is nog niet gekoppeld aan een BTW-code." in page
        assert "2 facturen, €\xa0218,00" in page
        assert "Opslaan en 2 boeken" in page
        assert "De klant op de factuur heeft geen naam." in page
        assert f'href="/facturen/{site.row("F3")["invoice_id"]}">Beslis bij factuur F3' in page
        assert '<span class="mx-tabs__count">2</span>' in page
    visitor.post(f"{BASE}/te-doen/btw-code", rate="9", code="nonsense", terug="to_do")
    assert "Deze keuze bestaat niet (meer)" in visitor.page.text
    assert visitor.path == PAGE
    (offered,) = re.findall(r'<option value="(\w+)"\s+selected>', visitor.page.text)
    visitor.post(f"{BASE}/te-doen/btw-code", rate="9", code=offered)
    assert "Opgeslagen. 2 facturen worden nu geboekt." in visitor.page.text
    assert site.row("F1")["state"] == "queued"
    assert runs(site) == 1


def test_who_cannot_cure_it_sees_what_and_asks_who_can(site: Site) -> None:
    site.ready(without_rates=("9",))
    site.send(invoice("F1", lines=NINE))
    site.run()
    page = site.visitor("billing").get(PAGE)
    assert "Op te lossen door een beheerder." in page
    assert "Een beheerder past dit aan bij de instellingen van de koppeling." in page
    assert "Vraag het de beheerder" in page
    assert "Opslaan en" not in page
    assert "Vraag het" not in site.visitor("support").get(PAGE)


def test_a_ledger_is_chosen_for_a_rate_group_without_a_number(site: Site) -> None:
    site.ready()
    unknown = invoice("F1", lines=[line("100.00", "21.00", "21", "9999")])
    bare = invoice("F2", lines=[line("100.00", "21.00", "21", None)])
    site.send(unknown, bare)
    site.run()
    visitor = site.visitor()
    assert "Koppel de nummers" in visitor.get(OVERVIEW)
    billing = site.visitor("billing").get(OVERVIEW)
    assert "Koppel de nummers" not in billing, "who may not is told who may"
    assert "Een beheerder kiest er een rekening voor." in billing
    page = visitor.get(PAGE)
    assert "nummer 9999 bestaat niet in Exact Online, 1 factuur" in page
    assert '(2) <span class="mx-cause__sum">2 facturen, €\xa0242,00' in page
    assert "Losse regels zonder tariefgroep" in page
    assert f"{OVERVIEW}?opmerking=default_ledger#facturen" in page
    visitor.post(f"{BASE}/te-doen/grootboek", terug="to_do")
    assert "Kies minstens één grootboekrekening." in visitor.page.text
    named: Any = set(re.findall(r'name="(ledger:[^"]+)"', visitor.page.text))
    (field,) = named
    wrong: Any = {field: "0000"}
    right: Any = {field: "8000"}
    visitor.post(f"{BASE}/te-doen/grootboek", terug="to_do", **wrong)
    assert "Deze keuze bestaat niet (meer)" in visitor.page.text
    visitor.post(f"{BASE}/te-doen/grootboek", terug="to_do", **right)
    assert "nummer 9999 bestaat niet" not in visitor.page.text
    site.send(invoice("F3", lines=[line("100.00", "21.00", "21", "9999")]))
    site.run()
    listed = visitor.get(f"{OVERVIEW}?opmerking=default_ledger").partition('id="facturen"')[2]
    assert "F2" in listed
    assert "F3" not in listed


def test_what_changed_after_booking_is_counted_and_listed(site: Site) -> None:
    site.ready()
    site.send(invoice("F1"))
    site.run()
    visitor = site.visitor()
    invoice_id = site.row("F1")["invoice_id"]
    visitor.get(f"/facturen/{invoice_id}")
    visitor.post(f"/facturen/{invoice_id}/verwijderen")
    page = visitor.get(PAGE)
    assert "Verwijderd maar geboekt" in page
    assert f"{OVERVIEW}?opmerking=deleted_after_booking#facturen" in page
    listed = visitor.get(f"{OVERVIEW}?opmerking=deleted_after_booking").partition('id="facturen"')[2]
    assert "F1" in listed
    assert f'href="/facturen/{invoice_id}"' not in listed, "a deleted invoice has no page"


def test_several_invoices_are_left_with_one_reason_or_tried_again(site: Site) -> None:
    site.ready(without_rates=("9",))
    site.send(*(invoice(f"F{number}", lines=NINE) for number in range(3)), invoice("F9"))
    site.run()
    ids = [site.row(f"F{number}")["invoice_id"] for number in range(3)]
    visitor = site.visitor("billing")
    visitor.get(OVERVIEW)
    chosen: Any = {"filter": "status=blocked&pagina=1&kwaad=x"}
    visitor.post(f"{OVERVIEW}/selectie", doen="niet", invoice=ids[0], **chosen)
    assert "Geef een reden." in visitor.page.text
    assert visitor.path == OVERVIEW
    visitor.post(f"{OVERVIEW}/selectie", doen="niet", invoice=ids[0], reason="dubbel", **chosen)
    assert "1 factuur wordt niet geboekt." in visitor.page.text
    visitor.post(f"{OVERVIEW}/selectie", doen="opnieuw", invoice=ids[1], **chosen)
    assert "1 wordt nog tegengehouden." in visitor.page.text
    visitor.post(f"{OVERVIEW}/selectie", doen="nu", **chosen)
    assert "Kies minstens één factuur." in visitor.page.text
    assert runs(site) == 0
    visitor.post(f"{OVERVIEW}/selectie", doen="nu", invoice=ids[1], **chosen)
    assert runs(site) == 1
    assert [site.row(f"F{number}")["state"] for number in range(3)] == ["ignored", "blocked", "blocked"]
