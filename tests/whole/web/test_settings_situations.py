"""Why 0 %, and closed periods: nothing is chosen unasked, and what is chosen is kept."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.domain.closed_periods import HOLDING, ClosedPeriodSettings, ClosedPolicy
from mice_exact_plugin.domain.invoice import Situation
from mice_exact_plugin.domain.situations import NOT_BY_SITUATION, SituationSettings
from simulator.tests.control import VENUE
from tests.whole.invoices import invoice, line
from tests.whole.web.test_settings import PAGE, filled, saved, select

if TYPE_CHECKING:
    from tests.whole.web.site import Site

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
GROUP, UNTAXED = "ground:0-8050", line("100.00", "0.00", "0", "8050")


def test_a_rate_group_is_given_its_ground_and_its_code_in_one_choice(site: Site) -> None:
    site.ready()
    site.send(invoice("F1", lines=[UNTAXED]))
    visitor = site.visitor()
    page = visitor.get(PAGE)
    visitor.post(PAGE, **filled(page))
    settings = saved(site)
    assert settings is not None
    assert settings.situations == NOT_BY_SITUATION, "nothing is chosen unasked"
    assert f"Wat nog geen reden heeft gaat met BTW-code {settings.vat_codes[Decimal(0)]}" in page
    assert "verlegd, BTW-code 6" in select(page, GROUP)
    assert "6 Btw verlegd binnen Nederland (voorstel)" in select(page, "situation:AE")
    visitor.post(PAGE, **filled(page) | {GROUP: "AE"})
    chosen = saved(site)
    assert chosen is not None
    assert chosen.situations == SituationSettings({Situation.REVERSE_CHARGE: "6"}, {"0-8050": Situation.REVERSE_CHARGE})
    site.run()
    (problem,) = site.row("F1")["problems"]
    assert problem["code"] == "vat_number_needed"


def test_a_ground_takes_no_code_that_is_another_s_and_no_group_without_a_code(site: Site) -> None:
    site.world.control.patch(VENUE, "VATCodes", {"Code": "9"}, IsBlocked=True)
    site.ready()
    site.send(invoice("F1", lines=[UNTAXED]))
    visitor = site.visitor()
    page = visitor.get(PAGE)
    assert 'value="7"' not in select(page, "situation:E"), "what Exact lists within the EU is not exempt"
    assert 'value="10"' not in select(page, "situation:K")
    visitor.post(PAGE, expect=422, **filled(page) | {"situation:E": "7"})
    visitor.post(PAGE, expect=422, **filled(page) | {GROUP: "G"})
    assert "Voor deze reden is nog geen BTW-code gekozen" in visitor.page.text


def test_what_becomes_of_closed_periods_is_chosen_and_kept(site: Site) -> None:
    site.ready()
    visitor = site.visitor()
    page = visitor.get(PAGE)
    visitor.post(PAGE, **filled(page))
    before = saved(site)
    assert before is not None
    assert before.closed_periods == HOLDING
    visitor.post(PAGE, **filled(page) | {"closed_policy": "first_open", "closed_until": "2026-01-31"})
    after = saved(site)
    assert after is not None
    assert after.closed_periods == ClosedPeriodSettings(ClosedPolicy.FIRST_OPEN, date(2026, 1, 31))
    page = visitor.get(PAGE)
    assert 'value="2026-01-31"' in page
    for day, said in (("morgen", ""), ("2099-12-31", "Een slotdatum in de toekomst houdt iedere factuur tegen")):
        refused = visitor.post(PAGE, expect=422, **filled(page) | {"closed_policy": "first_open", "closed_until": day})
        assert said in refused
