"""Who sees what: the roles in their own browsers, and two tenants that see nothing of each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.office import Office
    from tests.e2e.person import Person

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

EXACT_ONLINE = "/beheer/instellingen/koppelingen/exact-online"
#: What only an administrator opens.
SETUP = ("instellingen", "verbinding", "administratie", "inladen", "verbreken")
#: What people without a part in the books do not open either.
BOOKS = ("overzicht", "overzicht.csv", "geschiedenis", "te-doen", "icp", "niet-meegenomen")


@pytest.mark.parametrize("role", ["planner", "staf", "crew"])
def test_who_has_no_part_in_the_books_sees_nothing_of_the_link(
    enter: Callable[..., Person], park: str, role: str
) -> None:
    person = enter(f"{role}@{park}.test")
    expect(person.page.get_by_role("link", name="Koppelingen")).to_have_count(0)
    for path in ("", *SETUP, *BOOKS):
        person.open(f"{EXACT_ONLINE}/{path}", status=403)


def test_billing_decides_about_invoices_and_sets_nothing(enter: Callable[..., Person], park: str) -> None:
    billing = enter(f"billing@{park}.test")
    billing.open(EXACT_ONLINE).sees("BTW-tarief 0% is nog niet gekoppeld aan een BTW-code.")
    expect(billing.page.get_by_role("button", name="Nu synchroniseren")).to_be_visible()
    expect(billing.page.get_by_role("link", name="Instellingen")).to_have_count(0)
    billing.open("/facturen").follow("20268001")
    expect(billing.page.get_by_role("button", name="Opnieuw proberen")).to_be_visible()
    billing.sees("Een beheerder past dit aan bij de instellingen van de koppeling.")
    for path in SETUP:
        billing.open(f"{EXACT_ONLINE}/{path}", status=403)


def test_support_looks_and_changes_nothing(enter: Callable[..., Person], park: str) -> None:
    support = enter("support@mice.test")
    support.page.get_by_role("row", name=f"Eventlocatie {park.title()}").get_by_role("button").click()
    support.follow("Exact Online").sees("BTW-tarief 0% is nog niet gekoppeld aan een BTW-code.")
    expect(support.page.get_by_role("button", name="Nu synchroniseren")).to_have_count(0)
    support.open("/facturen").follow("20268001").sees("Geblokkeerd")
    for decision in ("Opnieuw proberen", "Niet boeken", "Kijk in Exact"):
        expect(support.page.get_by_role("button", name=decision)).to_have_count(0)
    for path in SETUP:
        support.open(f"{EXACT_ONLINE}/{path}", status=403)


def test_an_administrator_sees_nothing_of_another_tenant(
    enter: Callable[..., Person], office: Office, park: str
) -> None:
    ours = enter(f"beheerder@{park}.test").open("/facturen")
    theirs = ours.page.get_by_role("link", name="20268001").get_attribute("href")
    neighbour = enter(f"beheerder@{office.activated('buurman')}.test")
    neighbour.open("/facturen").sees_not("20268001")
    neighbour.open(f"{EXACT_ONLINE}/overzicht").sees_not("20268001")
    neighbour.open(str(theirs), status=404)
