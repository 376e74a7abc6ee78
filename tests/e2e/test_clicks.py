"""From the overview to booked: how many clicks it takes, the choice in a list counted as one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from simulator.tests.control import SECOND
from tests.whole.invoices import CLIENT, document, invoice, line

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.tests.control import Control
    from tests.e2e.office import Office
    from tests.e2e.person import Person

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

OVERVIEW = "/beheer/instellingen/koppelingen/exact-online/overzicht"
DEPOSITS = "/beheer/instellingen/koppelingen/exact-online/aanbetalingen"
TWICE: dict[str, Any] = {
    "Name": "Tweemaal Evenementen B.V.",
    "AddressLine1": "Markt 1",
    "Postcode": "1234AB",
    "City": "Utrecht",
    "Country": "NL",
    "Status": "C",
}


def test_what_is_held_is_booked_in_three_clicks_and_a_deposit_in_four(
    enter: Callable[..., Person], office: Office, control: Control
) -> None:
    control.insert(SECOND, "Accounts", TWICE | {"Code": "79001"}, TWICE | {"Code": "79002"})
    tenant = office.ready("klik", SECOND, without_rates=("9",))
    office.send(
        tenant,
        document(
            invoice("20270001", lines=[line("100.00", "9.00", "9")]),
            invoice("20270002", client={**CLIENT, "name": TWICE["Name"]}),
            invoice("20270003", lines=[line("100.00", "21.00", "21", "9999")]),
            invoice("20270004", lines=[{**line("30.00", "6.30", "21", "8001"), "kind": "deposit"}]),
        ),
    )
    office.run(tenant)
    administrator = enter(f"beheerder@{tenant}.test")
    page = administrator.page

    def booked(number: str) -> None:
        expect(page.get_by_role("progressbar")).to_have_count(0)
        expect(page.get_by_role("row", name=number)).to_contain_text("boekstuk")

    # What of last month is not in the books, and how much: two clicks.
    administrator.open(OVERVIEW).follow("Vorige maand")
    page.get_by_role("link", name=re.compile("^Niet in de boeken")).click()
    expect(page.get_by_text(re.compile("^(Niets: wat hier|1–)")).first).to_be_visible()

    administrator.open(OVERVIEW).inspect()
    administrator.choose("BTW-code 9%", "1 ")
    administrator.press("Opslaan en 1 boeken").sees("Opgeslagen.")
    booked("20270001")

    choice = page.get_by_label(re.compile("^Debiteur van 20270002"))
    choice.select_option(index=1)
    administrator.press("Kies en boek")
    booked("20270002")

    administrator.follow("Koppel de nummers").choose("Omzet 21-9999", "8000 ")
    administrator.press("Opslaan").sees("Opgeslagen.").sees_not("nummer 9999 bestaat niet").inspect()

    # A deposit is held until it has an account: four clicks, of which one is the choice.
    administrator.open(OVERVIEW).sees("Voor aanbetalingen met 21% btw")
    clicks: list[Callable[[], object]] = [
        lambda: administrator.follow("Naar de instellingen"),
        lambda: administrator.choose("Tussenrekening aanbetalingen 21%", "1850 "),
        lambda: administrator.press("Opslaan").sees("Opgeslagen."),
        lambda: administrator.press("Nu synchroniseren"),
    ]
    for click in clicks:
        click()
    booked("20270004")

    administrator.open(DEPOSITS).press("Vergelijk met Exact")
    administrator.sees("Op elke rekening staat in Exact Online precies wat hier open staat.").inspect()
