"""What goes wrong between a person and Exact: consent refused, and a log-in that dies while invoices wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from simulator.tests.control import ENGLISH, SECOND
from tests.whole.invoices import document, invoice
from tests.whole.world import booked

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.tests.control import Control
    from tests.e2e.office import Office
    from tests.e2e.person import Person

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

EXACT_ONLINE = "/beheer/instellingen/koppelingen/exact-online"


def test_refused_consent_is_told_and_can_be_given_after_all(enter: Callable[..., Person], office: Office) -> None:
    administrator = enter(f"beheerder@{office.activated('weigeraar')}.test")
    administrator.open(f"{EXACT_ONLINE}/koppelen").press("Koppelen")
    log_in_at_exact(administrator, ENGLISH)
    administrator.press("Weigeren")
    expect(administrator.page.get_by_role("heading", name="Koppelen met Exact Online")).to_be_visible()
    expect(administrator.page.locator(".message--error")).to_be_visible()
    administrator.inspect()
    administrator.press("Koppelen")
    expect(administrator.page.get_by_role("heading", name="Toegang verlenen")).to_be_visible()
    administrator.press("Toestaan")
    expect(administrator.field("Administratie")).to_be_visible()


def test_a_dead_log_in_loses_nothing(enter: Callable[..., Person], office: Office, control: Control) -> None:
    tenant = office.ready("kade", SECOND, user=ENGLISH)
    administrator = enter(f"beheerder@{tenant}.test")
    office.send(tenant, document(invoice("20267001")))
    control.revoke(ENGLISH)
    office.age_log_ins()
    administrator.open(EXACT_ONLINE).press("Nu synchroniseren")
    administrator.sees("De inlog bij Exact Online is vervallen.").sees("Opnieuw inloggen nodig").inspect()
    assert office.states(tenant) == {"20267001": "queued"}
    administrator.press("Opnieuw inloggen")
    log_in_at_exact(administrator, ENGLISH)
    administrator.press("Toestaan").press("Nu synchroniseren")
    expect(administrator.page.get_by_role("row", name="20267001")).to_contain_text("Gesynchroniseerd")
    assert len(booked(control, SECOND)["20267001"]) == 1


def log_in_at_exact(person: Person, user: str) -> None:
    person.field("Gebruikersnaam").fill(user)
    person.field("Wachtwoord").fill("welkom")
    person.press("Inloggen")
