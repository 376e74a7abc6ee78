"""The pages on which a person sees the books: entries, one entry, debtors, VAT and the calls that came in."""

import html
import re
from collections.abc import Iterator

import pytest

from simulator.tests.api import Api
from simulator.tests.books import Books, new_customer
from simulator.tests.browser import Browser
from simulator.tests.control import BELGIUM, SECOND, VENUE, Control

ENTRIES, DEBTORS, VAT, REQUESTS = "/docs/boekingen", "/docs/debiteuren", "/docs/btw", "/docs/verzoeken"
VAT_RETURN, SALES_LISTING = "/docs/btw-aangifte", "/docs/icp"


class Visitor:
    """Sees the words of a page as a person does."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser

    def sees(self, address: str, division: int = VENUE, **query: str) -> str:
        page = self._browser.open(address, _Division_=str(division), **query)
        assert page.status == 200
        return _words(page.text)


def _words(page: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", page)).split())


@pytest.fixture
def visitor(control: Control) -> Iterator[Visitor]:
    with Browser(control.url) as browser:
        yield Visitor(browser)


def test_the_front_page_leads_to_the_entries(control: Control) -> None:
    with Browser(control.url) as browser:
        assert "Financieel › Boekingen en grootboekrekeningen › Boekingen › Overzicht" in _words(browser.open("/").text)


def test_an_entry_in_the_overview(visitor: Visitor, books: Books) -> None:
    entry = books.post(books.line(1234.5, VATCode="2"), YourRef="F2026-00123")
    words = visitor.sees(ENTRIES)
    for shown in (str(entry["EntryNumber"]), "F2026-00123", "14-03-2026", "1.234,50", "259,25", "1.493,75"):
        assert shown in words


def test_the_overview_can_be_searched(visitor: Visitor, books: Books) -> None:
    books.post(YourRef="VINDMIJ")
    books.post(YourRef="NIETMIJ")
    words = visitor.sees(ENTRIES, zoek="vindmij")
    assert "VINDMIJ" in words
    assert "NIETMIJ" not in words


def test_an_entry_with_its_lines_and_postings(visitor: Visitor, exact: Api, books: Books) -> None:
    hall = exact.id_of("financial/GLAccounts", "8000")
    entry = books.post(books.line(1000, GLAccount=hall, VATCode="2", Description="Zaalhuur mei"))
    words = visitor.sees(f"{ENTRIES}/{entry['EntryID']}")
    for shown in (
        "Zaalhuur mei",
        "8000",
        "Btw hoog tarief",
        "1.210,00",
        "1300 Debiteuren",
        "1500 Af te dragen BTW hoog",
    ):
        assert shown in words


def test_a_credit_note_is_called_one(visitor: Visitor, books: Books) -> None:
    entry = books.post(books.line(-10))
    assert "Creditnota" in visitor.sees(f"{ENTRIES}/{entry['EntryID']}")


def test_debtors_with_what_they_owe(visitor: Visitor, exact: Api, books: Books) -> None:
    customer = new_customer(exact, Name="Schuldenaar & Zn.")
    books.post(books.line(1000, VATCode="2"), Customer=customer)
    words = visitor.sees(DEBTORS, zoek="schuldenaar")
    assert "Schuldenaar & Zn." in words
    assert "1.210,00" in words


def test_the_addresses_of_the_real_site_lead_to_the_same(visitor: Visitor, exact: Api) -> None:
    customer = new_customer(exact, Name="Vindbaar B.V.")
    assert "Vindbaar B.V." in visitor.sees("/docs/CRMAccountCard.aspx", AccountID=f"{{{customer}}}")
    assert "Boekingen" in visitor.sees("/docs/MenuPortal.aspx")


def test_vat_by_period(visitor: Visitor, books: Books) -> None:
    books.post(books.line(1000, VATCode="2"))
    books.post(books.line(200, VATCode="1"))
    words = visitor.sees(VAT)
    assert "2026 - 3" in words
    for shown in ("1.000,00", "210,00", "200,00", "18,00", "228,00"):
        assert shown in words


def test_the_vat_return(visitor: Visitor, control: Control, books: Books) -> None:
    for code, net in (("2", 1000), ("4", 121), ("1", 200), ("6", 50), ("8", 70), ("7", 30), ("9", 20), ("14", 5)):
        books.post(books.line(net, VATCode=code), EntryDate="2026-08-14")
    told = control.call("GET", f"divisions/{VENUE}/vat_return")["boxes"]
    boxes = {row["box"]: (float(row["base"]), float(row["vat"])) for row in told if row["quarter"] == 3}
    assert boxes == {
        "1a": (1100, 231), "1b": (200, 18), "1e": (50, 0), "3a": (20, 0), "3b": (100, 0), "": (5, 0),
    }  # fmt: skip
    words = visitor.sees(VAT_RETURN)
    assert "2026 - 3 1a 1.100,00 231,00" in words
    assert "2026 - 3 - 5,00 0,00" in words


def test_the_sales_listing(visitor: Visitor, exact: Api, control: Control, books: Books) -> None:
    abroad = new_customer(exact, Country="BE", VATNumber="BE0123456749")
    for code, net in (("8", 70), ("8", -20), ("7", 30), ("6", 40)):
        books.post(books.line(net, VATCode=code), Customer=abroad, EntryDate="2026-11-02")
    listing = control.call("GET", f"divisions/{VENUE}/vat_return")["listing"]
    assert {(row["vat_number"], row["kind"]): float(row["amount"]) for row in listing if row["quarter"] == 4} == {
        ("BE0123456749", "S"): 50, ("BE0123456749", "L"): 30,
    }  # fmt: skip
    assert "2026 - 4 BE0123456749 Diensten 50,00" in visitor.sees(SALES_LISTING)


def test_the_calls_and_the_limits(visitor: Visitor, exact: Api) -> None:
    exact.get("financial/Journals?$select=Code")
    words = visitor.sees(REQUESTS)
    assert "financial/Journals" in words
    assert "/ 60" in words
    assert "/ 5000" in words
    assert exact.token not in words


@pytest.mark.parametrize("address", [ENTRIES, DEBTORS, VAT, VAT_RETURN, SALES_LISTING, REQUESTS])
@pytest.mark.parametrize("division", [VENUE, SECOND, BELGIUM])
def test_every_page_in_every_administration(visitor: Visitor, address: str, division: int) -> None:
    assert str(division) in visitor.sees(address, division)


def test_in_english(visitor: Visitor) -> None:
    words = visitor.sees(ENTRIES, taal="en")
    assert "Financial" in words
    assert "Financieel" not in words


def test_names_are_shown_and_not_obeyed(control: Control, exact: Api, books: Books) -> None:
    books.post(Customer=new_customer(exact, Name="<script>alert(1)</script>"), YourRef="<b>x</b>")
    with Browser(control.url) as browser:
        page = browser.open(ENTRIES).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize("address", [f"{ENTRIES}/nergens", "/docs/nergens"])
def test_a_page_that_is_not_there(control: Control, address: str) -> None:
    with Browser(control.url) as browser:
        assert browser.open(address).status == 404


@pytest.mark.parametrize("query", [{"pagina": "x"}, {"pagina": "-1"}, {"pagina": "999"}, {"taal": "??"}])
def test_a_strange_question_gives_a_page(control: Control, query: dict[str, str]) -> None:
    with Browser(control.url) as browser:
        assert browser.open(ENTRIES, **query).status == 200
