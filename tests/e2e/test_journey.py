"""The journey of the help article, from the request in the chat to the badge with date and entry number."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from sandbox.demo.stories import FILE
from tests.e2e.screenshots import look

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.stack import Stack
    from tests.e2e.office import Office
    from tests.e2e.person import Person

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

LINKS = "/beheer/instellingen/koppelingen"
#: The invoice of the demo with a line at 0 %.
BLOCKED = "20260106"
VENUE = "Landgoed De Hooge Vuursteen B.V."


def test_an_invoice_becomes_an_entry(enter: Callable[..., Person], office: Office, stack: Stack) -> None:
    tenant = office.tenant("vuursteen")
    administrator = enter(f"beheerder@{tenant}.test")
    activate(administrator, enter("support@mice.test"), tenant)
    connect(administrator)
    configure(administrator)
    send_from_the_host(administrator)
    office.send(tenant, json.loads(FILE.read_text(encoding="utf-8")))
    synchronise(administrator)
    see_the_badge(administrator)
    cure(administrator)
    see_the_books(enter(), stack.exact_url)


def activate(administrator: Person, support: Person, tenant: str) -> None:
    administrator.open(LINKS).follow("Exact Online")
    administrator.sees("Aan de koppeling met Exact Online zijn kosten verbonden")
    look(administrator, "activeren")
    administrator.follow("Activeren via de chat").press("Verstuur bericht")
    support.open(f"/support/{tenant}/chat").sees("Ik wil de koppeling met Exact Online laten activeren")
    support.inspect().press("Exact Online toekennen").sees("Exact Online intrekken")


def connect(administrator: Person) -> None:
    administrator.open(LINKS).follow("Exact Online")
    administrator.field("Nederland").check()
    look(administrator, "koppelen")
    administrator.press("Koppelen")
    administrator.field("Gebruikersnaam").fill("boekhouder@exact.test")
    administrator.field("Wachtwoord").fill("welkom")
    administrator.press("Inloggen")
    look(administrator, "toestemming")
    administrator.press("Toestaan").choose("Administratie", VENUE)
    with administrator.holding("**/inladen", after=3):
        administrator.press("Kiezen")
        expect(administrator.page.get_by_role("listitem").filter(has_text="bezig")).to_contain_text("Dagboeken")
        look(administrator, "inladen")
    expect(administrator.page.get_by_role("heading", name="Instellingen")).to_be_visible()


def configure(administrator: Person) -> None:
    """The code of 0 % is left open, as by somebody who has not asked the bookkeeper yet."""
    account = administrator.field("Standaard grootboekrekening")
    for words, chosen in (("doorbelaste kosten", "8690 Doorbelaste kosten"), ("8990 overige", "8990 Overige omzet")):
        account.fill(words)
        account.press("ArrowDown")
        administrator.page.keyboard.press("Enter")
        expect(account).to_have_value(chosen)
    expect(administrator.field("Dagboek")).to_have_value("70")
    expect(administrator.field("BTW-code 21%")).to_have_value("2")
    look(administrator, "instellingen")
    administrator.press("Opslaan").sees("De instellingen zijn opgeslagen.")


def send_from_the_host(administrator: Person) -> None:
    administrator.open("/relaties/nieuw")
    administrator.field("Bedrijfsnaam").fill("Van Dijk Tuinfeesten V.O.F.")
    administrator.field("Postcode").fill("3811 AJ")
    administrator.press("Opslaan").open("/facturen/nieuw").choose("Klant", "Van Dijk").press("Maak concept")
    administrator.follow("+ Regel toevoegen")
    administrator.field("Omschrijving").fill("Zaalhuur Tuinkamer")
    administrator.field("Prijs").fill("375,00")
    administrator.choose("Tariefgroep", "Zaalhuur").press("Opslaan").press("Handmatig versturen")
    administrator.sees("Staat klaar voor de eerstvolgende synchronisatie,")
    administrator.follow("Voorbeeld van de boeking").sees("In evenwicht, gelijk aan de factuur")
    look(administrator, "voorbeeld")


def synchronise(administrator: Person) -> None:
    with administrator.holding("**/synchroniseren/*"):
        administrator.open(f"{LINKS}/exact-online").press("Nu synchroniseren")
        expect(administrator.page.get_by_role("progressbar")).to_be_visible()
        administrator.inspect()
    expect(administrator.page.get_by_role("progressbar")).to_have_count(0)
    administrator.sees("BTW-tarief 0% is nog niet gekoppeld aan een BTW-code.")
    look(administrator, "overzicht")


def see_the_badge(administrator: Person) -> None:
    administrator.open("/facturen")
    sent = administrator.page.get_by_role("row", name="Van Dijk Tuinfeesten")
    expect(sent).to_contain_text("Gesynchroniseerd")
    expect(sent).to_contain_text("boekstuk 26700001")
    look(administrator, "facturen")
    sent.get_by_role("link").first.click()
    administrator.sees("26700001")
    look(administrator, "factuur")


def cure(administrator: Person) -> None:
    """From the blocked invoice to the setting that it names, and on with the next run."""
    administrator.open("/facturen").follow(BLOCKED)
    administrator.sees("Geblokkeerd").sees("BTW-tarief 0% is nog niet gekoppeld aan een BTW-code.")
    look(administrator, "geblokkeerd")
    administrator.follow("Naar de instellingen").choose("BTW-code 0%", "10 ").press("Opslaan")
    administrator.sees("1 factuur staat weer klaar.").press("Nu synchroniseren")
    expect(administrator.page.get_by_role("link", name=re.compile("^9 geboekt"))).to_be_visible()
    administrator.open("/facturen")
    expect(administrator.page.get_by_role("row", name=BLOCKED)).to_contain_text("boekstuk")


def see_the_books(bookkeeper: Person, exact_url: str) -> None:
    """Financieel > Boekingen en grootboekrekeningen > Boekingen > overzicht."""
    bookkeeper.open(f"{exact_url}/docs/boekingen")
    expect(bookkeeper.page.get_by_role("row", name=BLOCKED)).to_contain_text("1.521,75")
    expect(bookkeeper.page.get_by_role("row", name="Van Dijk Tuinfeesten")).to_contain_text("26700001")
    look(bookkeeper, "exact-boekingen")
    bookkeeper.follow("26700001").inspect()
