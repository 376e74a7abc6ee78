"""An entry that differs or is gone, as a bookkeeper meets it in a browser: both sides, ways on, remarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.tests.control import CORPUS
from tests.whole.invoices import document, invoice
from tests.whole.world import booked

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.e2e.office import Office
    from tests.e2e.person import Person

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

EXACT_ONLINE = "/beheer/instellingen/koppelingen/exact-online"
ENTRIES = {"method": "POST", "path": "/salesentry/SalesEntries"}


@pytest.fixture(scope="module")
def steiger(office: Office) -> str:
    """A tenant with an entry of another amount, one that was deleted, and one that is fine."""
    tenant = office.activated("steiger")
    office.do(lambda world: world.log_in(tenant))
    office.do(lambda world: world.command("exact", "allow-sharing", tenant))
    office.do(lambda world: world.choose(tenant, CORPUS))
    office.do(lambda world: world.configure(tenant))
    office.do(lambda world: world.control.fault("altered", ENTRIES, set={"AmountFC": 100}))
    office.send(tenant, document(invoice("20264001"), invoice("20264002"), invoice("20264003")))
    office.run(tenant)
    return tenant


def test_a_difference_is_shown_with_both_sides_and_can_stand(
    enter: Callable[..., Person], office: Office, steiger: str
) -> None:
    assert office.states(steiger) == {"20264001": "blocked", "20264002": "synced", "20264003": "synced"}
    billing = enter(f"billing@{steiger}.test")
    billing.open("/facturen").follow("20264001").sees("bedrag incl. btw").sees_not("Boek toch").inspect()
    form = billing.page.locator("details.mx-way").filter(has_text="Laat zo staan…")
    form.locator("summary").click()
    billing.inspect()
    form.get_by_label("Reden").fill("is zo afgesproken")
    form.get_by_role("button").click()
    billing.sees("de factuur blijft gemarkeerd").inspect()
    billing.open(f"{EXACT_ONLINE}/overzicht").sees("ander bedrag in Exact").inspect()


def test_what_is_gone_in_exact_is_seen_and_booked_anew(
    enter: Callable[..., Person], office: Office, steiger: str
) -> None:
    billing = enter(f"billing@{steiger}.test")
    billing.open("/facturen").follow("20264002").press("Kijk in Exact").sees("is gelijk aan wat verstuurd is")
    entry_id = office.do(lambda world: world.rows(steiger)["20264002"]["entry_id"])
    delete = {"delete": [{"EntryID": entry_id}]}
    office.do(lambda world: world.control.call("POST", f"divisions/{CORPUS}/rows/SalesEntries", delete))
    billing.press("Kijk in Exact").sees("de boeking staat niet meer in Exact Online").inspect()
    form = billing.page.locator("details.mx-way").filter(has_text="Opnieuw boeken…")
    form.locator("summary").click()
    form.get_by_label("Reden").fill("per ongeluk verwijderd")
    form.get_by_role("button").click()
    billing.sees("de factuur wordt opnieuw geboekt").inspect()
    office.run(steiger)
    assert office.states(steiger)["20264002"] == "synced"
    assert len(office.do(lambda world: booked(world.control, CORPUS)["20264002"])) == 1
