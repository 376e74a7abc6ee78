"""*Voorbeeld*: invoice and entry side by side in every situation, for who may look; no call, and nothing written."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from sqlalchemy import select, text

from mice_exact_plugin.decisions import debtor_choice
from mice_exact_plugin.tables import METADATA
from tests.whole.heard import statements
from tests.whole.invoices import CLIENT, invoice, line
from tests.whole.web.site import BASE
from tests.whole.world import PERSON

if TYPE_CHECKING:
    from tests.whole.web.site import Site
    from tests.whole.world import World

POSTS = {"method": "POST", "path": "salesentry/SalesEntries"}
STRANGER = {**CLIENT, "id": "2", "name": "Nieuwe Klant B.V.", "vat_number": "NL001234567B01", "postalcode": "3511 AA"}


def address(site: Site, number: str) -> str:
    return f"{BASE}/voorbeeld/{site.row(number)['invoice_id']}"


def page(site: Site, number: str, role: str = "beheerder") -> str:
    """What there is to read on it."""
    return as_read(site.visitor(role).get(address(site, number)))


def as_read(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def test_an_invoice_that_waits(site: Site) -> None:
    site.ready()
    lines = [line("100.00", "21.00"), line("50.00", "4.50", "9", "9999"), line("10.00", "2.10")]
    site.send(invoice("F1", lines=lines, client=STRANGER))
    shown = page(site, "F1")
    assert "Factuur F1: zo komt zij in Exact Online" in shown
    assert (
        "Debiteur Nieuwe Klant B.V., 3511 AA Utrecht Nieuwe Klant B.V. nieuwe debiteur: wordt bij het boeken" in shown
    )
    assert "Dagboek 70 Verkoopboek" in shown
    assert "Periode 3 van 2026 (open)" in shown
    assert "Vervaldatum 28-03-2026 28-03-2026" in shown
    assert "8000 Omzet zaalverhuur" in shown
    assert "€ 110,00 tariefgroep Zaalhuur" in shown
    assert "8990 Overige omzet" in shown
    assert "€ 50,00 standaard 9999 bestaat niet in Exact Online" in shown
    assert "✓ In evenwicht, gelijk aan de factuur € 187,60 € 187,60" in shown
    assert "Komt op de standaard grootboekrekening" in shown
    assert "In Exact Online" not in shown.partition("Gegeven")[2], "there is no third side yet"
    visitor = site.visitor("billing")
    now = re.search(r'name="filter"\s+value="(q=F1)"', visitor.get(address(site, "F1")))
    assert now
    visitor.post(f"{BASE}/overzicht/selectie", invoice=site.row("F1")["invoice_id"], doen="nu", filter=now[1])
    assert "De synchronisatie is gestart." in visitor.page.text
    assert "Nu boeken" not in page(site, "F1", "support")


def test_a_credit_is_turned(site: Site) -> None:
    site.ready()
    site.send(invoice("F1"), invoice("C1", "-100.00", "-21.00", kind="credit", credits="F1"))
    shown = page(site, "C1")
    assert "Debiteuren € 121,00 dagboek" in shown
    assert "Staat klaar; wordt geboekt zodra factuur F1 geboekt is." in shown
    assert re.search(r"Grootboek .* Debet Credit Herkomst Debiteuren € 121,00 dagboek 8000 \S+ \S+ Zaalhuur", shown)


def test_what_holds_it_up_with_its_cure(site: Site) -> None:
    site.ready(without_rates=("9",))
    site.send(invoice("F9", lines=[line("100.00", "9.00", "9"), line("10.00", "2.10")]))
    before = page(site, "F9")
    site.run()
    administrator, billing = page(site, "F9"), page(site, "F9", "billing")
    for shown in (before, administrator, billing):
        assert "Dit houdt de boeking tegen BTW-tarief 9% is nog niet gekoppeld aan een BTW-code." in shown
        assert "€ 12,10" in shown, "the lines that can be placed are shown"
        assert "Niet gelijk aan de factuur: € 109,00 verschil" in shown
    assert "Naar de instellingen" in administrator
    assert "Naar de instellingen" not in billing
    assert "Vraag het de beheerder" in billing


def test_an_entry_of_which_no_line_can_be_placed_is_not_drawn(site: Site) -> None:
    site.ready(without_rates=("9",))
    site.send(invoice("F9", lines=[line("100.00", "9.00", "9")]))
    shown = page(site, "F9")
    assert "BTW-tarief 9% is nog niet gekoppeld" in shown
    assert "€ 0,00" not in shown
    assert "Dagboek" not in shown
    assert "Niet gelijk aan de factuur" not in shown


def test_a_question_about_the_debtor_and_its_answer(site: Site) -> None:
    site.ready()
    site.send(invoice("F1"))
    site.run()
    site.send(invoice("F2", client={**CLIENT, "id": "3", "postalcode": None, "city": None, "address_line_1": None}))
    site.run()
    assert "Dit houdt de boeking tegen" in page(site, "F2")
    assert "Beslis bij de factuur" in page(site, "F2")
    with site.services() as world:
        invoice_id = world.rows("zaal")["F2"]["invoice_id"]
        debtor_choice.make_new(world.runtime, "zaal", invoice_id, PERSON)
    assert f"nieuwe debiteur, gekozen door {PERSON.name}" in page(site, "F2")
    site.run()
    assert f"gekozen door {PERSON.name} op" in page(site, "F2")


def test_what_was_booked_and_what_exact_answered(site: Site) -> None:
    site.ready()
    site.send(invoice("F1"), invoice("F2"))
    site.world.control.fault("altered", POSTS, occurrence=[2], set={"AmountFC": 100})
    site.run()
    shown = page(site, "F1")
    assert "Factuur F1: zo staat zij in Exact Online" in shown
    assert f"Boekstuknummer {site.row('F1')['entry_number']}" in shown
    assert "herkend aan naam, postcode en adres; bekend sinds" in shown
    assert f"Zoek daar op boekstuknummer {site.row('F1')['entry_number']}." in shown
    assert "Bedrag incl. btw € 121,00 € 121,00 € 121,00" in shown
    assert "verschilt" not in shown
    assert "Regels van de boeking, zoals verstuurd" in shown
    assert "Geboekt met versie 1 van de inrichting. Wat deze versie veranderde" in shown
    assert "Wat deze versie veranderde" not in page(site, "F1", "billing"), "a locked door"

    shown = page(site, "F2")
    assert "Bedrag incl. btw € 121,00 € 121,00 € 100,00 verschilt" in shown
    assert "Dit vraagt een besluit" in shown


def test_lines_that_were_not_kept_are_not_made_up(site: Site) -> None:
    site.ready()
    site.send(invoice("F1"))
    site.run()
    with site.services() as world:
        exports = METADATA.tables["exact_invoice_export"]
        world.runtime.session.execute(exports.update().values(sent=None))
        world.runtime.session.commit()
    shown = page(site, "F1")
    assert "Regels niet bewaard." in shown
    assert "Bedrag incl. btw € 121,00 € 121,00 € 121,00" in shown


def test_nothing_to_book_and_nothing_set(site: Site) -> None:
    site.ready()
    site.send(invoice("F0", lines=[line("0.00", "0.00")]))
    assert "Er is niets te boeken: alle bedragen zijn nul." in page(site, "F0")
    site.tenant("strand")
    site.send(invoice("S1"), tenant="strand")
    with site.services() as world:
        invoice_id = world.rows("strand")["S1"]["invoice_id"]
    shown = as_read(site.visitor(tenant="strand").get(f"{BASE}/voorbeeld/{invoice_id}"))
    assert "Er is nog geen administratie ingesteld, dus ook geen voorbeeld." in shown
    assert "Regels van de factuur" in shown


def test_one_that_is_not_in_the_queue(site: Site) -> None:
    site.tenant(active=False)
    site.send(invoice("OUD"))
    site.ready()
    with site.services() as world:
        (invoice_id,) = _invoices(world)
    shown = as_read(site.visitor().get(f"{BASE}/voorbeeld/{invoice_id}"))
    assert "Niet meegenomen" in shown
    assert "✓ In evenwicht, gelijk aan de factuur" in shown


def test_another_tenant_s_invoice_does_not_exist(site: Site) -> None:
    site.ready()
    site.tenant("strand")
    site.send(invoice("F1"))
    site.visitor(tenant="strand").get(address(site, "F1"), expect=404)
    site.visitor().get(f"{BASE}/voorbeeld/404404", expect=404)
    for role in ("planner", "staf", "crew"):
        site.visitor(role).get(address(site, "F1"), expect=403)


def test_what_customers_and_lines_are_called_is_text(site: Site) -> None:
    site.ready()
    evil = "<script>alert(1)</script>"
    site.send(invoice("F1", lines=[{**line("100.00", "21.00"), "description": evil}], client={**CLIENT, "name": evil}))
    for _ in ("before", "after"):
        markup = site.visitor().get(address(site, "F1"))
        assert evil not in markup
        assert html.escape(evil) in markup
        site.run()


def test_it_makes_no_call_and_writes_nothing(site: Site) -> None:
    site.ready(without_rates=("9",))
    site.send(invoice("F1"), invoice("F9", lines=[line("100.00", "9.00", "9")]))
    site.run()
    site.send(invoice("F2", client=STRANGER), invoice("F3"))
    kept = {number: site.row(number)["invoice_id"] for number in ("F1", "F2", "F3", "F9")}
    visitor = site.visitor()
    site.world.control.clear_log()
    before = _everything(site)
    for invoice_id in kept.values():
        visitor.get(f"{BASE}/voorbeeld/{invoice_id}")
    assert _everything(site) == before
    assert not site.world.control.log()


def test_as_many_statements_for_one_invoice_as_for_many(site: Site) -> None:
    site.ready()
    site.send(invoice("F1"))
    visitor, place = site.visitor(), address(site, "F1")
    visitor.get(place)
    with site.services() as world, statements(world.engine) as few:
        visitor.get(place)
    site.send(*(invoice(f"G{number}", client={**CLIENT, "id": f"{number}"}) for number in range(30)))
    with site.services() as world, statements(world.engine) as many:
        visitor.get(place)
    assert len(many) == len(few)


def test_the_ways_to_it(site: Site) -> None:
    site.ready()
    site.send(invoice("F1"))
    place, visitor = address(site, "F1"), site.visitor()
    assert f'href="{place}"' in visitor.get(f"{BASE}/overzicht")
    panel = visitor.get(f"/facturen/{site.row('F1')['invoice_id']}")
    assert f'href="{place}"' in panel
    assert "Voorbeeld van de boeking" in panel
    site.run()
    assert "Bekijk de boeking" in visitor.get(f"/facturen/{site.row('F1')['invoice_id']}")


def _invoices(world: World) -> list[str]:
    table = METADATA.tables["exact_invoice_export"]
    known = set(world.runtime.session.scalars(select(table.c.invoice_id)))
    found = world.runtime.host.invoices("zaal", [str(number) for number in range(1, 9)])
    return [invoice_id for invoice_id in found if invoice_id not in known]


def _everything(site: Site) -> dict[str, list[str]]:
    """Every row of ours as it is stored."""
    with site.services() as world:
        session = world.runtime.session
        stored = {table.name: session.execute(select(text("*")).select_from(table)) for table in METADATA.sorted_tables}
        return {name: sorted(map(str, rows)) for name, rows in stored.items()}
