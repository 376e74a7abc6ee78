"""What cannot be understood of a customer is said before and after booking, and where a person chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.host.visitor import text_of
from tests.whole.invoices import CLIENT, invoice
from tests.whole.web.site import BASE

if TYPE_CHECKING:
    from tests.whole.web.site import Site


def address(site: Site, number: str) -> str:
    return f"{BASE}/facturen/{site.row(number)['invoice_id']}"


def test_what_cannot_be_understood_is_said_before_the_invoice_is_booked(site: Site) -> None:
    odd = {"country": "Duitslnd", "vat_number": "NL12", "coc_number": "12", "email": "geen adres"}
    said = (
        "Een gegeven van de klant op de factuur is niet te begrijpen: het e-mailadres, het land “Duitslnd”, "
        "het btw-nummer “NL12”, het KvK-nummer “12”."
    )
    site.ready()
    site.send(invoice("F1", client={**CLIENT, **odd}), invoice("F2"))
    visitor = site.visitor("billing")
    pages = {number: f"/facturen/{site.row(number)['invoice_id']}" for number in ("F1", "F2")}
    assert site.row("F1")["state"] == "queued"
    assert said in text_of(visitor.get(pages["F1"]))
    assert "niet te begrijpen" not in visitor.get(pages["F2"])
    assert "Duitslnd" not in visitor.get("/facturen")

    site.run()
    assert text_of(visitor.get(pages["F1"])).count(said) == 1


def test_what_cannot_be_understood_stands_on_the_page_of_the_question_too(site: Site) -> None:
    odd = {"country": "Duitslnd", "vat_number": "NL12", "coc_number": "12", "email": "geen adres"}
    site.ready()
    site.send(invoice("F1", client={**CLIENT, "name": "-", "first_name": None, "last_name": None, **odd}))
    site.run()
    page = text_of(site.visitor("billing").get(address(site, "F1") + "/debiteur"))
    assert [text for text in odd.values() if f"Niet te begrijpen op de factuur: {text}" not in page] == []


def test_what_cannot_be_understood_of_a_customer_without_a_name_is_said_too(site: Site) -> None:
    nobody = {"name": "-", "first_name": None, "last_name": None, "vat_number": "NL12"}
    said = "Een gegeven van de klant op de factuur is niet te begrijpen: het btw-nummer “NL12”."
    site.ready()
    site.send(invoice("F1", client={**CLIENT, **nobody}))
    visitor = site.visitor("billing")
    page = f"/facturen/{site.row('F1')['invoice_id']}"
    assert said in text_of(visitor.get(page))

    site.run()
    assert [problem["code"] for problem in site.row("F1")["problems"]] == ["debtor_nameless"]
    assert text_of(visitor.get(page)).count(said) == 1
