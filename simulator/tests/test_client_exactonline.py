"""`exactonline` by OSSO, as published, through the flows of its README."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from exactonline.api import ExactApi
from exactonline.elements import ExactCustomer, ExactInvoice
from exactonline.exceptions import ObjectDoesNotExist
from exactonline.http import HTTPError
from exactonline.resource import GET
from exactonline.storage.ini import IniStorage

from simulator.tests.books import reference
from simulator.tests.control import DUTCH, NL_APP, NL_SECRET, RETURN_ADDRESS, VENUE, Control


@pytest.fixture
def osso(exact_sites: Control, tmp_path: Path) -> Any:
    config = tmp_path / "config.ini"
    config.write_text(
        f"[application]\nbase_url = {RETURN_ADDRESS}\nclient_id = {{{NL_APP}}}\nclient_secret = {NL_SECRET}\n"
    )
    api = ExactApi(storage=IniStorage(str(config)))
    assert "https://start.exactonline.nl/api/oauth2/auth?client_id=%7B1111" in api.create_auth_request_url()
    api.request_token(exact_sites.code(DUTCH, [VENUE]))
    choices, current = api.get_divisions()
    assert current in choices
    api.set_division(VENUE)
    return api


class VenueCustomer(ExactCustomer):  # type: ignore[misc] # the package has no types
    code, name = "888001", "Congreshotel 't Sparrenbos"

    def get_code(self) -> str:
        return self.code

    def get_name(self) -> str:
        return self.name

    def get_address(self) -> dict[str, str]:
        return {"AddressLine1": "Bosweg 1", "Postcode": "3941 AA", "City": "Doorn"}


class VenueInvoice(ExactInvoice):  # type: ignore[misc] # the package has no types
    def __init__(self, number: str, api: Any) -> None:
        super().__init__(api=api)
        self.number = number

    def get_customer(self) -> VenueCustomer:
        return VenueCustomer(api=self._api)

    def get_created_date(self) -> date:
        return date(2026, 3, 1)

    def get_exact_journal(self) -> str:
        return "70"

    def get_ledger_lines(self) -> list[dict[str, Any]]:
        line = {"code": "8000", "vat_percentage": 21, "total_amount_excl_vat": "1000.00", "description": "Zaalhuur"}
        return [line, line | {"total_amount_excl_vat": "12.50", "description": "Techniek"}]

    def get_invoice_number(self) -> str:
        return self.number

    def hint_exact_invoice_number(self) -> int:
        return 26700001

    def get_total_amount_incl_vat(self) -> str:
        return "1225.13"

    def get_total_vat(self) -> str:
        return "212.63"


def test_relations(osso: Any) -> None:
    assert len(osso.relations.filter(top=2, filter="Status eq 'C'")) == 2
    made = VenueCustomer(api=osso).commit()
    found = osso.relations.get(relation_code="888001")
    assert found["ID"] == made["ID"]
    osso.relations.update(found["ID"], {"Name": "Daffy Duck and sons"})
    assert osso.relations.get(relation_code="888001")["Name"] == "Daffy Duck and sons"
    osso.relations.delete(found["ID"])
    with pytest.raises(ObjectDoesNotExist):
        osso.relations.get(relation_code="888001")


def test_books_an_invoice_and_books_it_anew(osso: Any) -> None:
    number = reference()
    VenueInvoice(number, osso).commit()
    first = osso.invoices.get(invoice_number=number)
    assert (first["AmountFC"], first["VATAmountFC"], len(first["SalesEntryLines"])) == (1225.13, 212.63, 2)
    VenueInvoice(number, osso).commit()
    again = osso.invoices.get(invoice_number=number)
    assert (again["EntryID"], again["AmountFC"]) == (first["EntryID"], 1225.13)
    assert {line["ID"] for line in again["SalesEntryLines"]}.isdisjoint({x["ID"] for x in first["SalesEntryLines"]})


def test_maps_numbers(osso: Any) -> None:
    number = reference()
    VenueInvoice(number, osso).commit()
    booked = osso.invoices.get(invoice_number=number)["InvoiceNumber"]
    assert osso.invoices.map_foreign2exact_invoice_numbers([number, "NOOIT"]) == {number: booked, "NOOIT": None}
    assert osso.invoices.map_exact2foreign_invoice_numbers([booked]) == {booked: number}
    assert osso.invoices.filter(filter="EntryDate gt datetime'2026-02-28'", reporting_period=date(2026, 3, 1))


def test_reads_lists_to_the_end(osso: Any) -> None:
    assert len(osso.ledgeraccounts.filter()) > 60
    assert osso.vatcodes.get(vat_code="2  ")["Percentage"] == 0.21
    number = reference()
    VenueInvoice(number, osso).commit()
    assert number in [row["YourRef"] for row in osso.receivables.filter(duedate__gte=date(2026, 3, 1))]


def test_asks_for_anything(osso: Any) -> None:
    assert osso.restv1(GET("financial/Journals?$top=2&$select=Code"))
    with pytest.raises(HTTPError) as refused:
        osso.relations.all()
    assert refused.value.code == 400


def test_refreshes_after_a_401(osso: Any, exact_sites: Control) -> None:
    exact_sites.advance(601)
    assert osso.vatcodes.filter()
