"""*Niet klaargezet*: what was sent before activation is never booked unasked, and can be picked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.whole.invoices import CLIENT, invoice
from tests.whole.web.site import BASE

if TYPE_CHECKING:
    from tests.whole.web.site import Site

PAGE = f"{BASE}/niet-meegenomen"


@pytest.fixture
def old(site: Site) -> Site:
    """Two invoices sent before the activation, one after."""
    site.tenant(active=False)
    person = {**CLIENT, "name": None, "first_name": "Jo", "last_name": "Jansen"}
    site.send(invoice("OUD1"), invoice("OUD2", client=person))
    site.ready()
    site.send(invoice("NIEUW"))
    return site


def test_only_what_has_no_row_is_listed(old: Site) -> None:
    page = old.visitor("billing").get(PAGE)
    assert "OUD1" in page
    assert "Jo Jansen" in page
    assert "NIEUW" not in page
    assert 'type="checkbox"' not in old.visitor("support").get(PAGE)


def test_a_run_books_nothing_old(old: Site) -> None:
    old.run()
    with old.services() as world:
        assert set(world.rows("zaal")) == {"NIEUW"}


def test_a_person_picks(old: Site) -> None:
    visitor = old.visitor("billing")
    visitor.get(PAGE)
    visitor.post(PAGE)
    assert "Kies minstens één factuur" in visitor.page.text
    visitor.post(PAGE, invoice=["1", "999999", "no-number"])
    assert "1 factuur is klaargezet." in visitor.page.text
    assert "OUD1" not in visitor.page.text
    assert old.row("OUD1")["state"] == "queued"
    visitor.post(PAGE, invoice="1")
    assert "Kies minstens één factuur die nog niet klaarstaat." in visitor.page.text


def test_other_days_show_other_invoices(old: Site) -> None:
    visitor = old.visitor()
    for days in ("van=2020-01-01&tot=2020-02-01", "van=2030-01-01&tot=2029-01-01"):
        assert "Alles wat in deze dagen verstuurd is" in visitor.get(f"{PAGE}?{days}"), days
    for nonsense in ("van=gisteren", "tot=9999-12-31", "van=0001-01-01&tot=", "van=2026-13-45"):
        assert "OUD1" in visitor.get(f"{PAGE}?{nonsense}"), nonsense
