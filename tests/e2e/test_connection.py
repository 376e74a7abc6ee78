"""What goes wrong between a person and Exact: consent is refused, and given after all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from simulator.tests.control import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Callable

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


def log_in_at_exact(person: Person, user: str) -> None:
    person.field("Gebruikersnaam").fill(user)
    person.field("Wachtwoord").fill("welkom")
    person.press("Inloggen")
