"""Which rooms and categories a rule may be about: those of the host, else those of the newest invoices."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.domain.dimensions import By, Costs, DimensionSettings
from mice_exact_plugin.domain.entry.costs_preview import preview
from mice_exact_plugin.domain.receipts import AS_ORDINARY
from mice_exact_plugin.setup import dimensions
from mice_exact_plugin.setup.dimensions import Tried
from mice_exact_plugin.web.pages.dimensions import shown
from tests.booking.situations import HALL, bill
from tests.fake.office import TENANT

if TYPE_CHECKING:
    from tests.fake.office import Office


@pytest.fixture
def sold(office: Office) -> Office:
    office.send(bill("1", replace(HALL, room="z1", category="zalen")), bill("2", replace(HALL, room="z2")))
    office.run()
    office.ended()
    return office


def note(office: Office, by: By, code: str) -> str:
    return shown._note(dimensions.choices(office.runtime, TENANT), by, code)


def test_what_was_booked_tells_its_codes_where_the_host_has_no_list(sold: Office) -> None:
    found = dimensions.choices(sold.runtime, TENANT)
    assert (set(found.known[By.ROOM]), set(found.known[By.CATEGORY])) == ({"z1", "z2"}, {"zalen"})
    assert (note(sold, By.ROOM, "z1"), note(sold, By.ROOM, "z9")) == (
        "",
        "Komt op de nieuwste facturen niet voor. Klopt de code?",
    )


def test_the_host_s_own_list_goes_first_and_no_invoice_is_read(sold: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    offered: Any = sold.host
    offered.rooms = lambda tenant: [SimpleNamespace(code="z1", name="Tuinkamer")]
    offered.categories = lambda tenant: [SimpleNamespace(code="zalen", name="Zalen")]
    monkeypatch.setattr(type(sold.host), "invoices", lambda *_: pytest.fail("an invoice is read"))
    assert dict(dimensions.choices(sold.runtime, TENANT).known[By.ROOM]) == {"z1": "Tuinkamer"}
    assert (note(sold, By.ROOM, "z1"), note(sold, By.ROOM, "z2")) == ("Tuinkamer", "Komt in MICE niet (meer) voor.")


def test_a_rule_about_nothing_is_seen_when_it_is_tried() -> None:
    rules = DimensionSettings({(By.ROOM, "z1"): Costs("ZAAL"), (By.ROOM, "z9"): Costs("ELDERS")})
    bills = [bill("1", replace(HALL, room="z1"))]
    tried = Tried(preview(bills, rules, {}, AS_ORDINARY, bills[0].invoice_date), 1, True)
    first, second, *_ = (words for words, *_ in shown.tried_view(tried, rules, {}).lines)
    assert "klopt de code?" not in first
    assert second == "Zaal z9: kostenplaats ELDERS – op geen enkele regel, klopt de code?"
