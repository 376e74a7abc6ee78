"""A person says which relation a customer is, in a browser, and takes that back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from simulator.tests.control import SECOND
from tests.e2e.person import NARROW
from tests.whole.invoices import CLIENT, document, invoice

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.tests.control import Control
    from tests.e2e.office import Office
    from tests.e2e.person import Person

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

EXACT_ONLINE = "/beheer/instellingen/koppelingen/exact-online"
KNOWN: dict[str, Any] = {
    "Code": "78001",
    "Name": "Keuzeklant Evenementen B.V.",
    "AddressLine1": "Markt 1",
    "Postcode": "1234AB",
    "City": "Utrecht",
    "Country": "NL",
    "Status": "C",
    "ChamberOfCommerce": "11111111",
    "Email": "boekhouding@keuzeklant.example",
}
CONTRADICTING = {**CLIENT, "name": KNOWN["Name"], "coc_number": "22222222"}


@pytest.fixture(scope="module")
def asked(office: Office, control: Control) -> str:
    """A tenant with two invoices whose customer contradicts a relation, and one whose relation has another name."""
    renamed = {**KNOWN, "Code": "78002", "Name": "Vroeger Anders B.V.", "ChamberOfCommerce": "33333333"}
    control.insert(SECOND, "Accounts", KNOWN, renamed)
    office.ready("keuze", SECOND)
    other = {**CLIENT, "name": "Nu Heet Het Zo B.V.", "coc_number": "33333333"}
    invoices = [invoice(number, client=CONTRADICTING) for number in ("20269001", "20269002")]
    office.send("keuze", document(*invoices, invoice("20269003", client=other)))
    office.run("keuze")
    return "keuze"


def test_the_question_and_its_answers_are_read_on_a_phone(enter: Callable[..., Person], asked: str) -> None:
    """Nothing is off the screen, and no part of the page scrolls sideways: the third column of old did."""
    billing = enter(f"billing@{asked}.test")
    billing.page.set_viewport_size(NARROW)
    billing.open("/facturen").follow("20269001").follow("Kies de debiteur")
    for path in (billing.page.url, f"{EXACT_ONLINE}/debiteuren", f"{EXACT_ONLINE}/debiteuren/bevestigen"):
        billing.open(path).inspect()
        billing.page.set_viewport_size(NARROW)
        for region in billing.page.get_by_role("main").get_by_role("region").all():
            assert region.evaluate("box => box.scrollWidth - box.clientWidth") <= 0, path
    billing.page.go_back()
    billing.page.go_back()
    candidate = billing.page.get_by_role("region", name="Vergelijking met 78001")
    assert candidate.evaluate("box => box.scrollWidth - box.clientWidth") == 0
    row = candidate.get_by_role("row", name="KvK-nummer")
    for text in ("22222222", "11111111", "verschilt"):
        cell = row.get_by_role("cell").filter(has_text=text)
        box = cell.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= NARROW["width"]
    assert "Relatie in Exact Online" in row.get_by_role("cell").nth(1).evaluate(
        "cell => getComputedStyle(cell, '::before').content"
    )


def test_both_sides_are_compared_and_a_choice_books_all_invoices_of_the_customer(
    enter: Callable[..., Person], office: Office, asked: str
) -> None:
    billing = enter(f"billing@{asked}.test")
    billing.open("/facturen").follow("20269001").inspect()
    billing.sees("maar het BTW- of KvK-nummer is een ander").follow("Kies de debiteur").inspect()
    expect(billing.page.get_by_role("row", name="KvK-nummer")).to_contain_text("verschilt")
    billing.sees_not("boekhouding@keuzeklant.example")
    billing.follow("Zoek e-mailadressen en laatste boekingen op in Exact Online").sees("boekhouding@keuzeklant.example")
    billing.inspect()

    billing.page.get_by_label("Dit is de klant: 78001").check()
    billing.press("Debiteur kiezen").sees("De debiteur is gekozen en de factuur staat weer klaar.")
    office.run(asked)
    assert office.states(asked)["20269001"] == office.states(asked)["20269002"] == "synced"


def test_a_name_that_differs_is_confirmed_with_others_and_undone_by_an_administrator(
    enter: Callable[..., Person], office: Office, asked: str
) -> None:
    billing = enter(f"billing@{asked}.test")
    billing.open("/facturen").follow("20269003").follow("Kies de debiteur")
    billing.follow("Bevestig alle vragen van deze soort samen").inspect()
    billing.page.get_by_label("Kies 20269003").check()
    billing.press("Dit zijn dezelfde klanten").sees("1 factuur staat weer klaar.")
    office.run(asked)
    assert office.states(asked)["20269003"] == "synced"

    billing.open(f"{EXACT_ONLINE}/debiteuren").sees("Nu Heet Het Zo B.V.")
    expect(billing.page.get_by_role("button", name="Ongedaan maken")).to_have_count(0)
    administrator = enter(f"beheerder@{asked}.test")
    administrator.open(f"{EXACT_ONLINE}/debiteuren?q=78002").inspect()
    administrator.press("Ongedaan maken").sees("De keuze is ongedaan gemaakt.")
    administrator.open(f"{EXACT_ONLINE}/debiteuren?q=78002").sees("Geen klanten gevonden.")


def test_what_becomes_of_private_persons_is_set(enter: Callable[..., Person], asked: str) -> None:
    administrator = enter(f"beheerder@{asked}.test")
    administrator.open(f"{EXACT_ONLINE}/instellingen").inspect()
    administrator.page.get_by_label("Verzameldebiteur", exact=True).check()
    administrator.field("Code van de verzameldebiteur").fill("78001")
    administrator.press("Opslaan").sees("De instellingen zijn opgeslagen.")
    administrator.open(f"{EXACT_ONLINE}/instellingen")
    expect(administrator.field("Code van de verzameldebiteur")).to_have_value("78001")
