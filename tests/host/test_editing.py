"""Changing invoices on their pages: the header, and lines that price the whole invoice again."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from sandbox.host.database import session
from sandbox.host.models import Invoice
from tests.host import material
from tests.host.material import import_rows, line, row

if TYPE_CHECKING:
    from pathlib import Path

    from flask import Flask

    from tests.host.visitor import Visitor

D = Decimal


def loaded(invoice_id: int) -> Invoice:
    invoice = session().get(Invoice, invoice_id)
    assert invoice is not None
    return invoice


def test_an_invoice_without_an_event(host_app: Flask, admin: Visitor) -> None:
    with host_app.app_context():
        client_id, group = material.client(payment_term=21).id, material.rate_group("9-8100").id
        session().commit()
    admin.post("/facturen/nieuw", relation=client_id)
    invoice_id = admin.id
    add = f"/facturen/{invoice_id}/regels/nieuw"
    admin.post(add, description="Lunch", quantity="3", unit_price="24,50", rate_group=group)
    admin.post(add, description="Losse post", quantity="1", unit_price="10", rate_group="0", vat_rate="21")
    with host_app.app_context():
        invoice = loaded(invoice_id)
        assert (invoice.total_excl, invoice.total_vat, invoice.payment_term) == (D("83.50"), D("8.72"), 21)
        assert [each.rate_group is None for each in invoice.lines] == [False, True]
    admin.post(add, description="Zonder tarief", quantity="1", unit_price="10", rate_group="0")
    assert admin.wrong_fields == ["Vul een btw-tarief in of kies een tariefgroep."]


def test_changing_and_removing_lines(host_app: Flask, admin: Visitor) -> None:
    with host_app.app_context():
        invoice = material.draft("zaal", "10.00", "20.00")
        invoice_id, lines, group = invoice.id, [each.id for each in invoice.lines], material.rate_group("21-8000").id
    path = f"/facturen/{invoice_id}/regels/{lines[0]}"
    admin.get(path)
    admin.post(path, description="Zaal", quantity="2", unit_price="15", rate_group=group)
    admin.post(f"/facturen/{invoice_id}/regels/{lines[1]}/verwijderen")
    admin.get(f"/facturen/{invoice_id}/regels/{lines[1]}", 404)
    with host_app.app_context():
        assert loaded(invoice_id).total_incl == D("36.30")
        assert material.sums_hold(loaded(invoice_id))


def test_a_sent_invoice_keeps_a_line_and_a_date(host_app: Flask, admin: Visitor) -> None:
    with host_app.app_context():
        invoice = material.sent()
        invoice_id, line_id = invoice.id, invoice.lines[0].id
    admin.post(f"/facturen/{invoice_id}/regels/{line_id}/verwijderen")
    assert "minstens één regel" in admin.messages[0][1]
    assert "al ontvangen" in admin.get(f"/facturen/{invoice_id}/bewerken")
    admin.post(f"/facturen/{invoice_id}/bewerken", client_name="Nieuwe naam", view="detailed", invoice_date="")
    assert admin.wrong_fields == ["Een verstuurde factuur houdt een datum."]
    admin.post(f"/facturen/{invoice_id}/bewerken", client_name="Nieuwe naam", view="brief", invoice_date="2026-02-01")
    with host_app.app_context():
        assert loaded(invoice_id).client_name == "Nieuwe naam"


def test_a_new_text_leaves_imported_amounts_alone(host_app: Flask, admin: Visitor, tmp_path: Path) -> None:
    odd = line(amount_excl="99.99", amount_vat="20.98", amount_incl="120.97", rate_group="21-8000")
    totals = {"excl": "99.99", "vat": "20.98", "incl": "120.97"}
    assert import_rows(host_app, tmp_path, [row(lines=[odd], totals=totals)], "--send").exit_code == 0
    with host_app.app_context():
        group = material.rate_group("21-8000").id
    page = admin.get("/facturen?q=2026-1")
    assert "120,97" in page
    with host_app.app_context():
        invoice = session().query(Invoice).one()
        path = f"/facturen/{invoice.id}/regels/{invoice.lines[0].id}"
    admin.post(path, description="Andere tekst", quantity="1", unit_price="100.00", rate_group=group)
    assert "120,97" in admin.get("/facturen")
    admin.post(path, description="Andere tekst", quantity="2", unit_price="100.00", rate_group=group)
    assert "242,00" in admin.get("/facturen")


def test_the_list_filters_and_pages(host_app: Flask, admin: Visitor, tmp_path: Path) -> None:
    rows = [row(f"F-{number:03}", due_date="2026-01-02" if number < 3 else "2099-01-01") for number in range(53)]
    assert import_rows(host_app, tmp_path, rows, "--send").exit_code == 0
    with host_app.app_context():
        material.draft()
    assert "54 facturen, pagina 1" in admin.get("/facturen")
    assert admin.get("/facturen?pagina=2").count('scope="row"') == 4
    assert admin.get("/facturen?status=verlopen").count('scope="row"') == 3
    assert admin.get("/facturen?status=concept").count('scope="row"') == 1
    assert admin.get("/facturen?status=open&q=F-01").count('scope="row"') == 10
    assert "geen facturen gevonden" in admin.get("/facturen?status=credit")
    for odd in ("pagina=-1", "pagina=x", "pagina=99999999999", "status=onzin", "q=%25", "q=%F0%9F%8E%89"):
        admin.get(f"/facturen?{odd}")


def test_the_report_adds_up_what_was_invoiced(host_app: Flask, admin: Visitor, tmp_path: Path) -> None:
    assert import_rows(host_app, tmp_path, [row("A"), row("B"), row("C", currency="SEK")], "--send").exit_code == 0
    page = admin.get("/rapportages/gefactureerd?van=2026-03-01&tot=2026-03-01")
    assert "€\xa0242,00" in page
    assert "SEK\xa0121,00" in page
    assert "niets gefactureerd" in admin.get("/rapportages/gefactureerd?van=2026-03-02&tot=2026-04-01")
