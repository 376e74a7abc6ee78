"""*Niet meegenomen*: what was sent before activation is never booked unasked; it is counted by month, and picked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from sandbox.host.models import Mail
from simulator.tests.control import VENUE
from tests.databases import KINDS
from tests.whole.invoices import CLIENT, invoice
from tests.whole.web.site import BASE

if TYPE_CHECKING:
    from tests.host.visitor import Visitor
    from tests.whole.web.site import Site

PAGE = f"{BASE}/niet-meegenomen"
#: Whatever day it is.
EVER = f"{PAGE}?van=2020-01-01"


@pytest.fixture
def old(site: Site) -> Site:
    """Two invoices sent before the activation, one after."""
    site.tenant(active=False)
    person = {**CLIENT, "name": None, "first_name": "Jo", "last_name": "Jansen"}
    site.send(invoice("OUD1"), invoice("OUD2", client=person))
    site.ready()
    site.send(invoice("NIEUW"))
    return site


@pytest.mark.parametrize("database", KINDS, indirect=True)
def test_months_come_first_and_open_into_what_has_no_row(old: Site) -> None:
    visitor = old.visitor()
    address = re.search(rf'href="({re.escape(PAGE)}\?maand=\d{{4}}-\d\d)"', visitor.get(PAGE))
    assert address
    assert visitor.page.text.count('<th scope="row">') == 12
    assert re.search(r"2 facturen.*€\xa0242,00", visitor.page.text, re.DOTALL), "summed by the host"
    page = visitor.get(address[1])
    assert "OUD1" in page
    assert "Jo Jansen" in page
    assert "NIEUW" not in page
    assert "Terug naar nu" in visitor.get(f"{PAGE}?vanaf=2020-01")
    assert "niets overgeslagen" in visitor.get(f"{PAGE}?maand=2020-01")


@pytest.mark.parametrize("role", ["billing", "support"])
def test_who_may_not_pick_sees_who_may(old: Site, role: str) -> None:
    page = old.visitor(role).get(EVER)
    assert "OUD1" in page
    assert 'type="checkbox"' not in page
    assert "Een beheerder kiest" in page


def test_billing_asks_an_administrator_to_choose(old: Site) -> None:
    billing = old.visitor("billing")
    assert 'name="cause"' not in billing.get(EVER), "a question is about a month"
    address = re.search(rf'href="({re.escape(PAGE)}\?maand=\d{{4}}-\d\d)"', billing.get(PAGE))
    assert address
    cause = re.search(r'name="cause" value="(older:[^"]+)"', billing.get(address[1]))
    assert cause
    billing.post(f"{BASE}/vraag-beheerder", cause=cause[1], terug="not_queued")
    assert "De vraag is aan de beheerders gemaild." in billing.page.text
    assert billing.path == PAGE
    with old.services() as world:
        body = world.runtime.session.scalars(select(Mail.body).order_by(Mail.id.desc())).first() or ""
    assert "zijn facturen verstuurd toen de koppeling niet actief was." in body
    assert "Exact Online > Niet meegenomen" in body
    billing.post(f"{BASE}/vraag-beheerder", cause="older:gisteren")
    assert "gemaild" not in billing.page.text
    assert 'name="cause"' not in old.visitor("support").get(address[1])


def test_a_run_books_nothing_old(old: Site) -> None:
    old.run()
    with old.services() as world:
        assert set(world.rows("zaal")) == {"NIEUW"}


def test_a_person_picks_with_the_sum_in_view(old: Site) -> None:
    visitor = old.visitor()
    visitor.get(EVER)
    visitor.post(PAGE)
    assert "Kies minstens één factuur" in visitor.page.text
    visitor.post(PAGE, invoice=["1", "999999", "no-number"])
    assert button(visitor) == "1 factuur, €\xa0121,00 klaarzetten"
    with old.services() as world:
        assert set(world.rows("zaal")) == {"NIEUW"}, "nothing is done before the sum was seen"
    visitor.post(PAGE, invoice="1", shown=button(visitor))
    assert "1 factuur is klaargezet." in visitor.page.text
    assert "OUD1" not in visitor.get(EVER)
    assert old.row("OUD1")["state"] == "queued"
    visitor.post(PAGE, invoice="1", shown="1 factuur, €\xa0121,00 klaarzetten")
    assert "Kies minstens één factuur die nog niet klaarstaat." in visitor.page.text


def test_a_whole_period_is_picked_at_once_unless_it_is_another_by_now(old: Site) -> None:
    visitor = old.visitor()
    visitor.get(EVER)
    days: dict[str, Any] = {"all": "1", "van": "2020-01-01", "tot": "2030-01-01"}
    whole = "2 facturen, €\xa0242,00 klaarzetten"
    assert whole in visitor.page.text
    visitor.post(PAGE, **days, shown="3 facturen, €\xa0363,00 klaarzetten")
    assert button(visitor) == whole
    visitor.post(PAGE, **days, shown=whole)
    assert "2 facturen zijn klaargezet." in visitor.page.text


def test_what_is_in_exact_already_is_marked(old: Site) -> None:
    old.run()
    old.world.control.patch(VENUE, "SalesEntries", {"YourRef": "NIEUW"}, YourRef="oud1")
    visitor = old.visitor()
    assert "staat al in Exact" not in visitor.get(EVER)
    visitor.post(PAGE, invoice=["1", "2"], look="1")
    assert visitor.page.text.count(">staat al in Exact<") == 1
    assert "1 factuur staat al in Exact Online" in visitor.page.text
    visitor.post(PAGE, invoice="2", look="1")
    assert "onder deze nummers is niets gevonden" in visitor.page.text


def test_other_days_show_other_invoices(old: Site) -> None:
    visitor = old.visitor()
    for days in ("van=2020-01-01&tot=2020-02-01", "van=2030-01-01&tot=2029-01-01"):
        assert "niets overgeslagen" in visitor.get(f"{PAGE}?{days}"), days
    for nonsense in ("van=gisteren", "tot=9999-12-31", "van=0001-01-01&tot=", "van=2026-13-45", "maand=x", "vanaf=0-0"):
        assert "Per maand" in visitor.get(f"{PAGE}?{nonsense}"), nonsense


def button(visitor: Visitor) -> str:
    found = re.search(r'name="shown"\s+value="([^"]+)"', visitor.page.text)
    assert found
    return found[1]
