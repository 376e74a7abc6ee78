"""The page of cost centres and units: read when somebody wants them, tried, chosen, kept and told; two who save."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.domain.dimensions import NO_RULES, By, Costs, DimensionSettings
from simulator.tests.control import VENUE
from tests.whole.invoices import invoice, line
from tests.whole.web.site import BASE
from tests.whole.web.test_debtors import form_of
from tests.whole.web.test_settings import chosen, filled, is_on, saved, select

if TYPE_CHECKING:
    from tests.host.visitor import Visitor
    from tests.whole.web.site import Site

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
PAGE = f"{BASE}/kostenplaatsen"
SETTINGS = f"{BASE}/instellingen"
READ, TRY = f"{PAGE}/inlezen", f"{PAGE}/bekijken"
RULE = {"cost_by_0": "room", "cost_code_0": "z1", "cost_center_0": "ZAAL", "cost_unit_0": "ZAKELIJK"}
EVENT = {"id": "1042", "name": "Bruiloft", "date": "2026-06-20", "event_type": "wedding"}


def _asked(site: Site) -> list[str]:
    return [
        call["path"].rpartition("/")[2] for call in site.world.control.log(division=VENUE) if "hrm/" in call["path"]
    ]


def _rule_of(site: Site) -> Any:
    settings = saved(site)
    assert settings is not None
    return settings.dimensions


def _read(visitor: Visitor) -> dict[str, Any]:
    return form_of(visitor.post(READ, expect=200, **form_of(visitor.get(PAGE))))


def _lines(page: str) -> dict[str, str]:
    """What rules would do, by what it is said of."""
    found = re.findall(r"<th scope=\"row\">([^<]+)</th>(.*?)</tr>", page, re.DOTALL)
    return {words: " ".join(re.sub(r"<[^>]+>", " ", cells).split()) for words, cells in found}


def test_a_rule_is_made_of_what_exact_has_and_followed_from_the_page_to_exact(site: Site) -> None:
    site.ready()
    site.send(invoice("F1", lines=[line("100.00", "21.00") | {"room": "z1"}, line("50.00", "10.50")]))
    visitor = site.visitor()
    assert f'href="{PAGE}"' in visitor.get(SETTINGS)
    assert "cost_center_0" not in visitor.get(PAGE)
    site.world.control.clear_log()
    sent = _read(visitor)
    page = visitor.page.text
    assert _asked(site) == ["Costcenters", "Costunits"]
    assert _rule_of(site) == NO_RULES
    assert 'value="ZAAL"' in select(page, "cost_center_0")
    assert 'value="OUD"' not in select(page, "cost_center_0"), "it has ended"
    assert re.search(r'<option value="\d+">Tuinkamer – zaal</option>', page), "the host tells its rooms"
    assert '<option value="Catering">Catering – categorie</option>' in page
    assert "Komt in MICE niet (meer) voor." not in page
    visitor.post(PAGE, **sent | RULE)
    assert visitor.get(PAGE).count("Komt in MICE niet (meer) voor.") == 1
    assert _rule_of(site) == DimensionSettings({(By.ROOM, "z1"): Costs("ZAAL", "ZAKELIJK")})
    preview = visitor.get(f"{BASE}/voorbeeld/{site.row('F1')['invoice_id']}")
    assert "kostenplaats ZAAL Zaalverhuur, kostendrager ZAKELIJK Zakelijke markt" in preview
    assert "zaal z1 kostenplaats" in visitor.get(f"{BASE}/geschiedenis")
    assert "1 toewijzing</a>" in visitor.get(SETTINGS)
    agreed = " ".join(re.sub(r"<[^>]+>", " ", visitor.get(f"{BASE}/inrichting")).split())
    assert "Kostenplaats en kostendrager: Zaal z1 kostenplaats ZAAL, kostendrager ZAKELIJK" in agreed
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


def test_what_rules_would_do_is_seen_before_they_are_saved_and_a_unit_per_event_only_where_exact_has_it(
    site: Site,
) -> None:
    site.ready()
    site.world.control.insert(VENUE, "Costunits", {"Code": "E1042", "Description": "Bruiloft"})
    rooms = [line("100.00", "21.00") | {"room": "z1"}, line("50.00", "10.50")]
    site.send(invoice("F1", lines=rooms, event=EVENT), invoice("F2", event=EVENT | {"id": "77"}))
    site.send(invoice("D1", lines=rooms, currency="USD"))
    visitor = site.visitor()
    sent = _read(visitor) | RULE | {"cost_unit_0": "", "cost_per_event": "E{nummer}"}
    page = visitor.post(TRY, expect=200, **sent)
    assert _lines(page) == {
        "Per evenement: kostendrager E{nummer}, als die in Exact Online bestaat": "2 regels € 150,00",
        "Zaal z1: kostenplaats ZAAL": "1 regel € 100,00",
        "Evenement zonder kostendrager in Exact Online (E77)": "1 regel € 100,00",
        "Zonder kostenplaats": "2 regels € 150,00",
        "Zonder kostendrager": "1 regel € 100,00",
        "Alles samen": "3 regels € 250,00",
    }
    assert _rule_of(site) == NO_RULES
    visitor.post(PAGE, **form_of(page))
    assert _rule_of(site) == DimensionSettings({(By.ROOM, "z1"): Costs("ZAAL")}, "E{nummer}")
    site.run()
    units = {
        entry["YourRef"]: [each.get("CostUnit") for each in entry["SalesEntryLines"]]
        for entry in site.world.control.entries(VENUE)
    }
    assert units == {"F1": ["E1042", "E1042"], "F2": [None]}
    assert "Kostendrager E77 is er in Exact Online niet" in visitor.get(f"/facturen/{site.row('F2')['invoice_id']}")


def test_a_row_says_a_whole_rule_once(site: Site) -> None:
    site.ready()
    visitor = site.visitor()
    sent = _read(visitor)
    for part, sentence in {
        "by": "Kies waar de toewijzing over gaat.",
        "code": "Vul de code in.",
        "center": "Kies een kostenplaats of een kostendrager.",
    }.items():
        lacking = RULE | {"cost_unit_0": ""} | {f"cost_{part}_0": ""}
        assert sentence in visitor.post(PAGE, expect=422, **sent | lacking)
    twice = RULE | {name.replace("0", "1"): value for name, value in RULE.items()}
    assert "Hierover is al een toewijzing." in visitor.post(PAGE, expect=422, **sent | twice)
    visitor.post(PAGE, expect=422, **sent | RULE | {"cost_center_0": "OUD"})
    for made in ("E", "{nummer}{nummer}", "E{nr}{nummer}"):
        page = visitor.post(PAGE, expect=422, **sent | RULE | {"cost_per_event": made})
        assert "Zet {nummer} één keer in de code" in page
    assert _rule_of(site) == NO_RULES


def test_what_is_gone_stays_chosen_and_is_said_and_an_emptied_code_takes_a_rule_away(site: Site) -> None:
    rules = DimensionSettings({(By.ROOM, "z1"): Costs("ZAAL"), (By.LOCATION, "sloop"): Costs(None, "ZAKELIJK")})
    site.ready(dimensions=rules)
    visitor = site.visitor()
    _read(visitor)
    site.world.control.patch(VENUE, "Costcenters", {"Code": "ZAAL"}, EndDate="2025-12-31T00:00:00Z")
    _read(visitor)
    page = visitor.get(PAGE)
    assert "ZAAL (vervallen)" in select(page, "cost_center_0")
    assert "ZAAL is in Exact Online niet meer te kiezen." in page
    assert "Komt in MICE niet (meer) voor." in page
    visitor.post(PAGE, **form_of(page))
    assert _rule_of(site) == rules
    visitor.post(PAGE, **form_of(page) | {"cost_code_0": ""})
    assert list(_rule_of(site).rules) == [(By.LOCATION, "sloop")]


def test_of_two_who_save_at_once_neither_loses_a_row(site: Site) -> None:
    site.ready()
    first, second = site.visitor(), site.visitor()
    sent = _read(first)
    other = {name.replace("0", "1"): value for name, value in RULE.items()} | {"cost_code_1": "z2"}
    first.post(PAGE, **sent | RULE)
    assert 'value="z2"' in second.post(PAGE, expect=422, **sent | other | {"version": "x"})
    assert list(_rule_of(site).rules) == [(By.ROOM, "z1")]
    page = second.post(PAGE, expect=409, **sent | other)
    assert "Bea Beheerder heeft intussen ook opgeslagen, dus er is van jou nog niets opgeslagen." in page
    assert f'href="{BASE}/inrichting/versies/2"' in page
    assert list(_rule_of(site).rules) == [(By.ROOM, "z1")]
    second.post(PAGE, **form_of(page))
    assert list(_rule_of(site).rules) == [(By.ROOM, "z1"), (By.ROOM, "z2")]


def test_who_saves_other_settings_meanwhile_is_in_nobody_s_way(site: Site) -> None:
    site.ready()
    first, second = site.visitor(), site.visitor()
    rules, settings = _read(first), form_of(second.get(SETTINGS))
    first.post(PAGE, **rules | RULE)
    second.post(SETTINGS, **settings | {"closed_policy": "ask"})
    found = saved(site)
    assert found is not None
    assert (list(found.dimensions.rules), found.closed_periods.policy) == ([(By.ROOM, "z1")], "ask")


def test_of_two_who_save_for_the_first_time_the_second_switches_nothing_off(site: Site) -> None:
    """Her page had no switch yet."""
    site.connected()
    first, second = site.visitor(), site.visitor()
    sent = [filled(visitor.get(SETTINGS)) for visitor in (first, second)]
    first.post(SETTINGS, **sent[0])
    page = second.post(SETTINGS, expect=409, **sent[1])
    assert filled(page)["enabled"] == "1"
    second.post(SETTINGS, **filled(page))
    assert is_on(site)


def test_nobody_but_an_administrator_reads_them_and_an_administration_without_any_says_so(site: Site) -> None:
    site.ready()
    site.visitor("billing").post(READ, expect=403)
    visitor = site.visitor()
    visitor.get(PAGE)
    for resource in ("Costcenters", "Costunits"):
        site.world.control.fault("403", {"method": "GET", "path": f"/hrm/{resource}"})
    visitor.post(READ, expect=200)
    ((tone, words),) = visitor.messages
    assert (tone, "laat ze niet zien" in words) == ("error", True)
    assert "cost_center_0" not in visitor.post(PAGE, expect=200)
