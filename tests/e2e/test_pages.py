"""Every page of host and plugin: no violation of accessibility, no error in the console, nothing wider than a phone."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect
from sqlalchemy import select

from sandbox.host.models import Event, Tenant
from tests.e2e import screenshots
from tests.e2e.addresses import addresses
from tests.e2e.person import DESKTOP, LOOKS, NARROW

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from tests.e2e.office import Office
    from tests.e2e.person import Look, Person

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


LINK = "/exact-online"
#: How the link's pages are looked at in each language; French is the longest.
MATRIX: dict[str, tuple[Look, ...]] = {
    "nl-NL": ((DESKTOP, "light"),),
    "en-GB": ((NARROW, "dark"),),
    "fr-BE": ((NARROW, "light"),),
}
#: What the journey takes pictures of.
JOURNEY = ("instellingen", "overzicht")
#: Set by `./run bench matrix`: every language in every look.
WHOLE = "MICE_MATRIX"
EVERY: tuple[Look, ...] = ((DESKTOP, "light"), (DESKTOP, "dark"), (NARROW, "light"), (NARROW, "dark"))


def test_every_page_of_the_host(enter: Callable[..., Person], office: Office, park: str) -> None:
    administrator = enter(f"beheerder@{park}.test")
    walk(administrator, [page for page in pages_of(office, park, administrator) if LINK not in page], LOOKS)


@pytest.mark.parametrize("language", MATRIX)
def test_every_page_of_the_link(enter: Callable[..., Person], office: Office, park: str, language: str) -> None:
    reader = enter(f"beheerder@{park}.test", language)
    pages = [page for page in pages_of(office, park, reader) if LINK in page]
    ours = walk(reader, pages, EVERY if WHOLE in os.environ else MATRIX[language], pictured=language == "nl-NL")
    assert len(ours) > 15, "some addresses only lead to another page"
    reader.open(f"/beheer/instellingen/koppelingen{LINK}/overzicht")
    expect(reader.page.locator(".mice-exact").first).to_have_attribute("lang", language[:2])


def test_an_invoice_in_every_state(enter: Callable[..., Person], park: str) -> None:
    administrator = enter(f"beheerder@{park}.test")
    for identifier, state in (
        ("20268001", "Geblokkeerd"),
        ("20268002", "Gesynchroniseerd"),
        ("20268003", "Niet boeken"),
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


def walk(reader: Person, pages: Iterable[str], looks: Sequence[Look], *, pictured: bool = False) -> set[str]:
    """Each page once, and where that led; the picture of a page of ours is called as that address ends."""
    seen: set[str] = set()
    for page in pages:
        reader.open(page)
        if reader.page.url not in seen:
            reader.inspect(looks)
            name = reader.page.url.partition(f"{LINK}/")[2]
            if pictured and name.replace("-", "").isalpha() and name not in JOURNEY:
                screenshots.keep(reader, f"pagina-{name}")
        seen.add(reader.page.url)
    return seen


def pages_of(office: Office, tenant: str, administrator: Person) -> list[str]:
    """Of a tenant that has something of everything."""
    planned = select(Event.id).join(Tenant, Event.tenant_id == Tenant.id).where(Tenant.code == tenant)
    if not office.do(lambda world: world.runtime.session.scalars(planned).first()):
        plan_an_event(administrator)
    return office.do(lambda world: addresses(world, tenant))


def plan_an_event(administrator: Person) -> None:
    administrator.open("/evenementen/nieuw")
    administrator.field("Naam").fill("Bedrijfsfeest")
    administrator.field("Begin").fill("2026-12-18T14:00")
    administrator.field("Einde").fill("2026-12-18T23:00")
    administrator.field("Gasten").fill("80")
    administrator.press("Opslaan").choose("Uit de catalogus", "Arrangement: Bruiloft").press("Toevoegen")
