"""The settings page: what it offers and suggests, what saving checks and sets in motion, and the switch."""

from __future__ import annotations

import html
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from markupsafe import escape

from mice_exact_plugin.domain.closed_periods import HOLDING
from mice_exact_plugin.domain.entry.texts import EntryTexts, PaymentReference
from mice_exact_plugin.link.connection import connection_of
from mice_exact_plugin.link.settings import settings_of
from mice_exact_plugin.web.standing import FIELDS
from simulator.tests.control import SECOND, VENUE
from tests.whole.invoices import invoice, line
from tests.whole.web.site import BASE

if TYPE_CHECKING:
    from mice_exact_plugin.domain.settings import LinkSettings
    from tests.whole.web.site import Site

PAGE = f"{BASE}/instellingen"


def test_opening_the_page_saves_nothing(site: Site) -> None:
    site.connected()
    site.visitor().get(PAGE)
    assert saved(site) is None


def test_every_place_that_a_problem_leads_to_is_there(site: Site) -> None:
    site.connected()
    page = site.visitor().get(PAGE)
    assert {place for place in FIELDS.values() if f'id="{place}"' not in page} == set()


def test_suggestions_are_preselected_and_marked(site: Site) -> None:
    site.connected()
    page = site.visitor().get(PAGE)
    assert chosen(page, "journal") == "70"
    assert 'id="journal-suggestion">voorstel' in page
    assert chosen(page, "vat:21") == "2"
    assert 'id="vat-21-suggestion">voorstel' in page
    assert 'id="vat-0-suggestion"' not in page


def test_the_labels_and_the_advice_are_those_of_the_help_article(site: Site) -> None:
    site.connected()
    page = site.visitor().get(PAGE)
    for label in ("Standaard grootboekrekening", "Dagboek", "BTW-code 21%", "BTW-code 9%", "BTW-code 0%"):
        assert len(re.findall(rf"<label[^>]*>{label}</label>", page)) == 1, label
    assert "overige omzet" in page
    assert "Verkoopboek" in page
    assert "minstens één BTW-code per tarief" in page
    assert "Uitzonderingen per tariefgroep" in page
    assert ">Opslaan</button>" in page


def test_a_save_that_leaves_a_rate_open_is_no_plain_success(site: Site) -> None:
    site.connected()
    site.send(invoice("F1"), invoice("L1", lines=[line("100.00", "9.00", "9")]))
    visitor = site.visitor()
    values = filled(visitor.get(PAGE)) | {"vat:9": ""}
    visitor.post(PAGE, **values)
    ((tone, words),) = visitor.messages
    assert tone == "info"
    assert "De instellingen zijn opgeslagen. Nog zonder BTW-code: " in words
    assert "9%" in words
    assert "De koppeling is nu ingeschakeld." in words
    assert re.search(r"2 facturen staan klaar en worden .+ om \d\d:\d\d geboekt\.", words)


def test_a_whole_save_of_a_link_that_was_on_says_so_and_no_more(site: Site) -> None:
    site.ready()
    visitor = site.visitor()
    visitor.post(PAGE, **filled(visitor.get(PAGE)))
    assert visitor.messages == [("success", "De instellingen zijn opgeslagen.")]


def test_back_in_a_former_administration_saving_turns_the_link_on(site: Site) -> None:
    site.ready()
    with site.services() as world:
        world.choose("zaal", SECOND, confirmed=True)
        world.configure("zaal")
        world.choose("zaal", VENUE, confirmed=True)
    assert not is_on(site)
    visitor = site.visitor()
    values = filled(visitor.get(PAGE))
    assert values["enabled"] == "1"
    visitor.post(PAGE, **values)
    assert is_on(site)
    assert "De koppeling is nu ingeschakeld." in visitor.messages[0][1]


def test_what_a_person_switched_off_stays_off_when_the_settings_are_saved(site: Site) -> None:
    site.ready()
    visitor = site.visitor()
    visitor.get(f"{BASE}/overzicht")
    visitor.post(f"{BASE}/schakelaar", on="0")
    values = filled(visitor.get(PAGE))
    assert "enabled" not in values
    visitor.post(PAGE, **values)
    assert not is_on(site)
    assert "ingeschakeld" not in visitor.messages[0][1]


@pytest.mark.parametrize("on", [True, False])
def test_a_page_from_before_somebody_switched_leaves_the_switch_alone(site: Site, on: bool) -> None:
    """And whoever does switch on such a page has his way."""
    site.ready()
    first, second = site.visitor(), site.visitor()
    if on:
        first.post(f"{BASE}/schakelaar", on="0")
    stale = filled(second.get(PAGE))
    first.post(f"{BASE}/schakelaar", on=str(int(on)), anyway="1")
    second.post(PAGE, **stale | {"payment_condition": "30"})
    assert is_on(site) is on
    stale = filled(second.get(PAGE)) | {"switch_shown": str(int(on))}
    stale.pop("enabled", None)
    second.post(PAGE, **stale | ({} if on else {"enabled": "1"}))
    assert is_on(site) is not on


def is_on(site: Site) -> bool:
    with site.services() as world:
        connection = connection_of(world.runtime.session, "zaal")
        return connection is not None and connection.enabled


def test_the_first_save_switches_the_link_on(site: Site) -> None:
    site.connected()
    visitor = site.visitor()
    assert "Koppeling ingeschakeld" not in visitor.get(PAGE)
    assert "Na het opslaan is de koppeling ingeschakeld." in visitor.page.text
    visitor.post(PAGE, **filled(visitor.page.text))
    assert visitor.path == f"{BASE}/livegang"
    assert "De instellingen zijn opgeslagen." in visitor.page.text
    assert "Nu synchroniseren" in visitor.get(f"{BASE}/overzicht")
    found = saved(site)
    assert found is not None
    assert found.journal_code == "70"
    assert found.vat_codes == {Decimal("21"): "2", Decimal("9"): "1"}
    assert is_on(site)


def test_a_new_link_begins_with_the_reference_and_one_that_exists_keeps_what_it_has(site: Site) -> None:
    site.connected()
    visitor = site.visitor()
    assert re.search(r'<input[^>]*checked[^>]*id="has-reference"', visitor.get(PAGE))
    fields = filled(visitor.page.text)
    assert fields["payment_reference"] == "number"
    visitor.post(PAGE, **fields, has_reference="1")
    found = saved(site)
    assert found is not None
    assert found.texts == EntryTexts(True, PaymentReference.NUMBER)

    half = filled(visitor.get(PAGE)) | {"payment_reference": "", "receipts_account": "2020"}
    visitor.post(PAGE, expect=422, **half)
    assert field_errors(visitor.page.text).keys() == {"receipts-vat"}, "one without the other is no choice"
    visitor.post(PAGE, **filled(visitor.get(PAGE)) | {"payment_reference": ""})
    found = saved(site)
    assert found is not None
    assert found.texts == EntryTexts()
    assert not re.search(r'<input[^>]*checked[^>]*id="has-reference"', visitor.get(PAGE))


def test_what_is_missing_or_not_on_offer_is_said_beside_its_field(site: Site) -> None:
    site.connected()
    visitor = site.visitor()
    page = visitor.get(PAGE)
    wrong = filled(page) | {"default_gl_account": "", "journal": "nonsense", "vat:21": "999"}
    visitor.post(PAGE, expect=422, **wrong)
    errors = field_errors(visitor.page.text)
    assert errors["default-gl-account"] == "Kies een grootboekrekening."
    assert re.findall(r'<li><a href="#([^"]+)">', visitor.page.text) == ["default-gl-account", "journal", "vat-21"]
    assert "<title>Niet opgeslagen: instellingen" in visitor.page.text
    assert "Kies een andere." in errors["journal"]
    assert "Kies een andere." in errors["vat-21"]
    assert saved(site) is None
    assert chosen(visitor.page.text, "vat:9") == "1"


def test_a_field_that_was_not_sent_is_not_filled_in_by_a_suggestion(site: Site) -> None:
    site.connected()
    visitor = site.visitor()
    fields = filled(visitor.get(PAGE))
    del fields["vat:21"]
    visitor.post(PAGE, **fields)
    found = saved(site)
    assert found is not None
    assert found.vat_codes == {Decimal("9"): "1"}


def test_a_journal_that_went_since_the_page_was_opened_is_refused(site: Site) -> None:
    site.ready()
    visitor = site.visitor()
    fields = filled(visitor.get(PAGE))
    site.world.control.patch(VENUE, "Journals", {"Code": "70"}, IsBlocked=True)
    other = site.visitor()
    other.post(f"{BASE}/opnieuw-inladen")
    other.post(f"{BASE}/inladen")
    visitor.post(PAGE, expect=422, **fields)
    assert "Kies een andere." in field_errors(visitor.page.text)["journal"]
    assert "niet meer te kiezen" in visitor.get(PAGE)


def test_an_administration_without_a_sales_journal_is_explained(site: Site) -> None:
    site.tenant()
    site.world.control.patch(VENUE, "Journals", {"Type": 20}, Type=21)
    site.connected()
    assert "Deze administratie heeft geen verkoopboek." in site.visitor().get(PAGE)


def test_a_rate_in_use_without_a_code_is_a_visible_warning_and_its_cure_releases(site: Site) -> None:
    site.ready(without_rates=("9",))
    site.send(invoice("F9", lines=[line("100.00", "9.00", "9")]), invoice("F21"))
    site.run()
    assert site.row("F9")["state"] == "blocked"
    visitor = site.visitor()
    assert "Nog zonder BTW-code: 9%." in visitor.get(PAGE)
    assert 'id="vat-9-suggestion"' in visitor.page.text
    visitor.post(PAGE, **filled(visitor.page.text))
    assert "1 factuur staat weer klaar." in visitor.page.text
    assert site.row("F9")["state"] == "queued"
    site.run()
    assert site.row("F9")["state"] == "synced"


def test_exceptions_per_rate_group_are_saved_and_shown_open(site: Site) -> None:
    site.connected()
    visitor = site.visitor()
    page = visitor.get(PAGE)
    group, code = exempt_group(page)
    visitor.post(PAGE, **filled(page) | {group: code})
    found = saved(site)
    assert found is not None
    assert found.rate_group_vat_codes == {group.removeprefix("group:"): code}
    assert chosen(visitor.get(PAGE), group) == code
    visitor.post(PAGE, expect=422, **filled(visitor.page.text) | {group: "999"})


def test_the_switch_is_part_of_the_page_and_a_button_on_the_overview(site: Site) -> None:
    site.ready()
    visitor = site.visitor()
    fields = filled(visitor.get(PAGE))
    assert fields["enabled"] == "1"
    del fields["enabled"]
    visitor.post(PAGE, **fields)
    assert not is_on(site)
    assert "De koppeling is uitgeschakeld." in visitor.get(f"{BASE}/overzicht")
    assert "Nu synchroniseren" not in visitor.page.text
    visitor.post(f"{BASE}/schakelaar", on="1")
    visitor.post(f"{BASE}/schakelaar", expect=400, on="maybe")
    assert is_on(site)
    visitor.post(f"{BASE}/schakelaar", on="0")
    assert not is_on(site)


def test_settings_wait_until_there_is_an_administration(site: Site) -> None:
    site.tenant()
    visitor = site.visitor()
    visitor.get(PAGE)
    assert visitor.path == f"{BASE}/verbinding"
    visitor.post(PAGE, default_gl_account="8000")
    assert visitor.path == f"{BASE}/verbinding"
    visitor.post(f"{BASE}/schakelaar", on="1")
    assert "nog geen administratie gekoppeld" in visitor.page.text


def test_hostile_names_are_printed_as_text(site: Site) -> None:
    name = "<script>alert('x')</script>"
    site.world.control.patch(VENUE, "Journals", {"Code": "70"}, Description=name)
    site.connected()
    page = site.visitor().get(PAGE)
    assert name not in page
    assert str(escape(name)) in page


def saved(site: Site) -> LinkSettings | None:
    with site.services() as world:
        return settings_of(world.runtime.session, "zaal", "NL", VENUE)


def select(page: str, name: str) -> str:
    found = re.search(rf'<select[^>]*name="{re.escape(name)}"[^>]*>(.*?)</select>', page, re.DOTALL)
    assert found, name
    return found[1]


def chosen(page: str, name: str) -> str:
    found = re.search(r'<option selected value="([^"]*)"', select(page, name))
    return html.unescape(found[1]) if found else ""


def test_of_two_who_save_at_once_the_second_sees_what_the_first_chose(site: Site) -> None:
    """And what the second typed still stands."""
    site.ready()
    first, second = site.visitor(), site.visitor()
    mine, other = (filled(visitor.get(PAGE)) for visitor in (first, second))
    account = re.findall(r'<option value="([^"]+)"', select(second.page.text, "default_gl_account"))[1]
    first.post(PAGE, **mine | {"payment_condition": "30"})
    second.post(PAGE, expect=422, **other | {"closed_policy": "ask", "version": "x"})
    found = saved(site)
    assert found is not None
    assert found.closed_periods == HOLDING
    page = second.post(PAGE, expect=409, **other | {"closed_policy": "ask", "default_gl_account": account})
    assert "Bea Beheerder heeft intussen ook opgeslagen, dus er is van jou nog niets opgeslagen." in page
    assert re.search(r'name="version"\s+value="2"', page)
    assert (chosen(page, "payment_condition"), chosen(page, "default_gl_account")) == ("30", account)
    assert (
        re.search(r'<input[^>]*(checked[^>]*value="ask"|value="ask"[^>]*checked)', page)
        or 'value="ask" checked' in page
    )
    second.post(PAGE, **filled(page) | {"closed_policy": "ask"})
    found = saved(site)
    assert found is not None
    assert (found.payment_condition_code, found.closed_periods.policy) == ("30", "ask")


def filled(page: str) -> dict[str, Any]:
    """The form as the page shows it, with the first account on offer as default ledger."""
    names = [html.unescape(name) for name in re.findall(r'<select[^>]*name="([^"]+)"', page)]
    fields: dict[str, Any] = {name: chosen(page, name) for name in names}
    options = re.findall(r'<option value="([^"]+)"', select(page, "default_gl_account"))
    fields["default_gl_account"] = fields["default_gl_account"] or options[0]
    if re.search(r'<input[^>]*checked[^>]*id="enabled"', page):
        fields["enabled"] = "1"
    return fields | version(page)


def version(page: str) -> dict[str, str]:
    """What a form was made of, as it sends it: the version, and how the switch stood."""
    return dict(re.findall(r'name="(version|switch_shown)"\s+value="(\d*)"', page))


def exempt_group(page: str) -> tuple[str, str]:
    """A rate group of 0 %, and a code that it may have."""
    for name in re.findall(r'<select[^>]*name="(group:[^"]+)"', page):
        codes = re.findall(r'<option value="([^"]+)"', select(page, name))
        if codes and codes != re.findall(r'<option value="([^"]+)"', select(page, "vat:21")):
            return html.unescape(name), codes[0]
    raise AssertionError("the venue starts with a rate group of 0 %")


def field_errors(page: str) -> dict[str, str]:
    return {name: html.unescape(text) for name, text in re.findall(r'id="([\w-]+)-error">([^<]*)<', page)}
