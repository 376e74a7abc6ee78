"""The ways on for held invoices, each pressed once in a browser, and the settings of loose lines."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from mice_exact_plugin.domain.invoice import Situation
from mice_exact_plugin.domain.situations import SituationSettings
from simulator.tests.control import CORPUS
from tests.whole.invoices import CLIENT, document, invoice, line

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator

    from tests.e2e.office import Office
    from tests.e2e.person import Person

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

EXACT_ONLINE = "/beheer/instellingen/koppelingen/exact-online"
GERMAN = {**CLIENT, "name": "Freie Planer GmbH", "postalcode": "10115", "city": "Berlin", "country": "DE"}

BUSINESS = {**CLIENT, "name": "Verlegde Bouw B.V.", "vat_number": "NL004495445B01"}


@pytest.fixture(scope="module")
def laan(office: Office) -> str:
    """A tenant with an invoice for every way on; it shares the administration of another."""
    tenant = office.activated("laan")
    office.do(lambda world: world.log_in(tenant))
    office.do(lambda world: world.command("exact", "allow-sharing", tenant))
    office.do(lambda world: world.choose(tenant, CORPUS))
    eu = [line("100.00", "0.00", "0", "8060")]
    known = {**GERMAN, "vat_number": "DE136695976", "name": "Bekannte Planer GmbH"}
    office.do(
        lambda world: world.control.insert(
            CORPUS,
            "Accounts",
            {"Name": known["name"], "Code": "9901", "Status": "C", "Postcode": "10115", "Country": "DE"},
        )
    )
    office.send(
        tenant,
        document(
            invoice("20265001", lines=[line("130.08", "11.52", "9", "8010")]),
            invoice("20265002", lines=eu, client={**GERMAN, "vat_number": None}),
            invoice("20265003", lines=eu, client={**GERMAN, "vat_number": None}),
            invoice("20265004", lines=eu, client=known),
            invoice("20265005", lines=[line("10.00", "0.04", "0", "8060")]),
            invoice("20265006", lines=[line("25.00", "0.00", "0", None)]),
        ),
    )
    office.do(lambda world: world.configure(tenant, rate_group_vat_codes={"0-8060": "EU"}))
    office.run(tenant)
    return tenant


def way(person: Person, number: str, summary: str) -> Locator:
    """The form that opens under this heading on the page of an invoice."""
    person.open("/facturen").follow(number)
    found = person.page.locator("details.mx-way").filter(has_text=summary)
    found.locator("summary").click()
    person.inspect()
    found.get_by_label("Reden").fill("nagevraagd bij de klant")
    return found


def test_every_way_on_is_a_form_of_its_own(enter: Callable[..., Person], office: Office, laan: str) -> None:
    assert office.states(laan) == {
        "20265001": "blocked",
        "20265002": "blocked",
        "20265003": "blocked",
        "20265004": "blocked",
        "20265005": "blocked",
        "20265006": "synced",
    }
    administrator = enter(f"beheerder@{laan}.test")
    way(administrator, "20265001", "Verschil accepteren").get_by_role("button").last.click()
    administrator.sees("Het verschil in de btw is geaccepteerd.")

    way(administrator, "20265002", "Toch boeken met deze BTW-code").get_by_role("button").last.click()
    administrator.sees("De factuur wordt toch met deze BTW-code geboekt.")

    code = way(administrator, "20265003", "Andere BTW-code voor deze factuur")
    code.get_by_label("In plaats van BTW-code EU").select_option("VL")
    code.get_by_role("button").last.click()
    administrator.sees("De BTW-code is gekozen voor deze factuur.")

    way(administrator, "20265004", "Btw-nummer aanvullen in Exact Online").get_by_role("button").last.click()
    administrator.sees("Het btw-nummer wordt bij de volgende synchronisatie in Exact Online ingevuld.")

    by_hand = way(administrator, "20265005", "Zelf geboekt in Exact Online")
    by_hand.get_by_label("Boekstuknummer").fill("26900001")
    by_hand.get_by_role("button").last.click()
    administrator.sees("Zelf geboekt in Exact Online onder boekstuknummer 26900001.").inspect()

    office.run(laan)
    states = office.states(laan)
    assert states.pop("20265005") == "ignored"
    assert set(states.values()) == {"synced"}


def test_billing_is_told_that_an_administrator_accepts(enter: Callable[..., Person], office: Office, laan: str) -> None:
    office.send(laan, document(invoice("20265007", lines=[line("130.08", "11.52", "9", "8010")])))
    office.run(laan)
    billing = enter(f"billing@{laan}.test")
    billing.open("/facturen").follow("20265007").sees("Een beheerder kan dit verschil accepteren.").inspect()
    expect(billing.page.get_by_text("Verschil accepteren", exact=True)).to_have_count(0)


def test_loose_lines_get_a_ledger_and_a_code(enter: Callable[..., Person], laan: str) -> None:
    administrator = enter(f"beheerder@{laan}.test")
    administrator.open(f"{EXACT_ONLINE}/instellingen")
    administrator.page.locator("summary").filter(has_text="Losse regels").click()
    administrator.choose("Losse regels 0%: grootboekrekening", "8060")
    administrator.choose("Losse regels 0%: BTW-code", "VR")
    administrator.inspect().press("Opslaan").sees("De instellingen zijn opgeslagen.")
    administrator.open(f"{EXACT_ONLINE}/instellingen")
    expect(administrator.field("Losse regels 0%: BTW-code")).to_have_value("VR")


def test_a_rate_group_without_vat_is_given_its_ground(enter: Callable[..., Person], office: Office, laan: str) -> None:
    """Three clicks from the held invoice: to the settings, the ground, save."""
    grounds = SituationSettings({Situation.WITHIN_EU: "EU"})
    office.do(lambda world: world.configure(laan, vat_codes={Decimal(21): "21"}, situations=grounds))
    office.send(laan, document(invoice("20265008", lines=[line("80.00", "0.00", "0", "8050")], client=BUSINESS)))
    office.run(laan)
    administrator = enter(f"beheerder@{laan}.test")
    administrator.open("/facturen").follow("20265008").sees("Waarom er op tariefgroep")
    administrator.follow("Naar de instellingen").inspect()
    administrator.choose("Waarom 0% bij Omzet 0-8050", "verlegd").press("Opslaan")
    administrator.sees("1 factuur staat weer klaar.")
