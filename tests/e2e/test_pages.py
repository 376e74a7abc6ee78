"""Every page of host and plugin: no violation of accessibility, no error in the console, nothing wider than a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.e2e.addresses import addresses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.e2e.office import Office
    from tests.e2e.person import Person

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_every_page_of_an_administrator(enter: Callable[..., Person], office: Office, park: str) -> None:
    administrator = enter(f"beheerder@{park}.test")
    plan_an_event(administrator)
    seen: set[str] = set()
    pages = office.do(lambda world: addresses(world, park))
    for address in pages:
        administrator.open(address)
        if administrator.page.url not in seen:  # some addresses only lead to another page
            administrator.inspect()
        seen.add(administrator.page.url)
    walk_in_french(enter(f"beheerder@{park}.test", "fr-BE"), [page for page in pages if "/exact-online/" in page])


def test_an_invoice_in_every_state(enter: Callable[..., Person], park: str) -> None:
    administrator = enter(f"beheerder@{park}.test")
    for identifier, state in (
        ("20268001", "Geblokkeerd"),
        ("20268002", "Gesynchroniseerd"),
        ("20268003", "Genegeerd"),
        ("20268004", "Staat klaar"),
    ):
        administrator.open("/facturen").follow(identifier).sees(state).inspect()


def test_the_pages_of_support(enter: Callable[..., Person], park: str) -> None:
    support = enter("support@mice.test").open("/support").inspect()
    support.open(f"/support/{park}/chat").inspect()


def test_pages_for_nobody_in_particular(enter: Callable[..., Person]) -> None:
    visitor = enter()
    visitor.open("/inloggen").inspect()
    visitor.open("/bestaat-niet", status=404).inspect()


def walk_in_french(reader: Person, pages: Iterable[str]) -> None:
    """French is the longest of the languages; what axe finds does not depend on it."""
    for page in pages:
        reader.open(page).fits_a_phone()
        expect(reader.page.locator(".mice-exact").first).to_have_attribute("lang", "fr")


def plan_an_event(administrator: Person) -> None:
    administrator.open("/evenementen/nieuw")
    administrator.field("Naam").fill("Bedrijfsfeest")
    administrator.field("Begin").fill("2026-12-18T14:00")
    administrator.field("Einde").fill("2026-12-18T23:00")
    administrator.field("Gasten").fill("80")
    administrator.press("Opslaan").choose("Uit de catalogus", "Arrangement: Bruiloft").press("Toevoegen")
