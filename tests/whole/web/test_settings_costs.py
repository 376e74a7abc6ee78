"""Rules for cost centres and units on the settings page: read when somebody wants them, chosen, kept and told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.domain.dimensions import NO_RULES, By, Costs, DimensionSettings
from simulator.tests.control import VENUE
from tests.whole.invoices import invoice, line
from tests.whole.web.site import BASE
from tests.whole.web.test_settings import PAGE, chosen, filled, saved, select

if TYPE_CHECKING:
    from tests.whole.web.site import Site

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
READ = f"{PAGE}/kostenplaatsen"
RULE = {"cost_by_0": "room", "cost_code_0": "z1", "cost_center_0": "ZAAL", "cost_unit_0": "ZAKELIJK"}


def _asked(site: Site) -> list[str]:
    return [
        call["path"].rpartition("/")[2] for call in site.world.control.log(division=VENUE) if "hrm/" in call["path"]
    ]


def _rule_of(site: Site) -> Any:
    settings = saved(site)
    assert settings is not None
    return settings.dimensions


def test_a_rule_is_made_of_what_exact_has_and_followed_from_the_page_to_exact(site: Site) -> None:
    site.ready()
    site.send(invoice("F1", lines=[line("100.00", "21.00") | {"room": "z1"}, line("50.00", "10.50")]))
    visitor = site.visitor()
    page = visitor.get(PAGE)
    assert "cost_center_0" not in page
    site.world.control.clear_log()
    page = visitor.post(READ, expect=200, **filled(page) | {"closed_policy": "ask"})
    assert _asked(site) == ["Costcenters", "Costunits"]
    assert 'value="ask" checked' in page or 'checked id="closed_policy-2"' in page, "what was filled in stays"
    assert _rule_of(site) == NO_RULES
    assert 'value="ZAAL"' in select(page, "cost_center_0")
    assert 'value="OUD"' not in select(page, "cost_center_0"), "it has ended"
    assert '<option value="z1">' in page, "what waits tells its rooms"
    visitor.post(PAGE, **filled(page) | RULE)
    assert _rule_of(site) == DimensionSettings({(By.ROOM, "z1"): Costs("ZAAL", "ZAKELIJK")})
    preview = visitor.get(f"{BASE}/voorbeeld/{site.row('F1')['invoice_id']}")
    assert "kostenplaats ZAAL Zaalverhuur, kostendrager ZAKELIJK Zakelijke markt" in preview
    assert "zaal z1 kostenplaats" in visitor.get(f"{BASE}/geschiedenis")
    site.world.control.clear_log()
    site.run()
    assert _asked(site) == ["Costcenters", "Costunits"]
    (entry,) = site.world.control.entries(VENUE)
    assert [(each["AmountFC"], each.get("CostCenter"), each.get("CostUnit")) for each in entry["SalesEntryLines"]] == [
        (100, "ZAAL", "ZAKELIJK"),
        (50, None, None),
    ]
    page = visitor.get(PAGE)
    assert (chosen(page, "cost_center_0"), 'value="z1"' in page) == ("ZAAL", True)


def test_a_row_says_a_whole_rule_once(site: Site) -> None:
    site.ready()
    visitor = site.visitor()
    page = visitor.post(READ, expect=200, **filled(visitor.get(PAGE)))
    for part, sentence in {
        "by": "Kies waar de toewijzing over gaat.",
        "code": "Vul de code in.",
        "center": "Kies een kostenplaats of een kostendrager.",
    }.items():
        lacking = RULE | {"cost_unit_0": ""} | {f"cost_{part}_0": ""}
        assert sentence in visitor.post(PAGE, expect=422, **filled(page) | lacking)
    twice = RULE | {name.replace("0", "1"): value for name, value in RULE.items()}
    assert "Hierover is al een toewijzing." in visitor.post(PAGE, expect=422, **filled(page) | twice)
    visitor.post(PAGE, expect=422, **filled(page) | RULE | {"cost_center_0": "OUD"})
    assert _rule_of(site) == NO_RULES


def test_what_is_gone_stays_chosen_and_is_said_and_an_emptied_code_takes_a_rule_away(site: Site) -> None:
    rules = DimensionSettings({(By.ROOM, "z1"): Costs("ZAAL"), (By.LOCATION, "sloop"): Costs(None, "ZAKELIJK")})
    site.ready(dimensions=rules)
    visitor = site.visitor()
    page = visitor.post(READ, expect=200, **filled(visitor.get(PAGE)))
    site.world.control.patch(VENUE, "Costcenters", {"Code": "ZAAL"}, EndDate="2025-12-31T00:00:00Z")
    page = visitor.post(READ, expect=200, **filled(page))
    page = visitor.get(PAGE)
    assert "ZAAL (vervallen)" in select(page, "cost_center_0")
    assert "ZAAL is in Exact Online niet meer te kiezen." in page
    assert "Komt in MICE niet (meer) voor." in page
    kept = filled(page) | {"cost_code_0": "z1", "cost_code_1": "sloop"}
    visitor.post(PAGE, **kept)
    assert _rule_of(site) == rules
    visitor.post(PAGE, **kept | {"cost_code_0": ""})
    assert list(_rule_of(site).rules) == [(By.LOCATION, "sloop")]


def test_nobody_but_an_administrator_reads_them_and_an_administration_without_any_says_so(site: Site) -> None:
    site.ready()
    site.visitor("billing").post(READ, expect=403)
    visitor = site.visitor()
    page = visitor.get(PAGE)
    for resource in ("Costcenters", "Costunits"):
        site.world.control.fault("403", {"method": "GET", "path": f"/hrm/{resource}"})
    visitor.post(READ, expect=200, **filled(page))
    ((tone, words),) = visitor.messages
    assert (tone, "laat ze niet zien" in words) == ("error", True)
