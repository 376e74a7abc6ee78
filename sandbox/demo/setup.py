"""From nothing to a link that is switched on: asking in the chat, logging in at Exact, choosing, loading, setting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.demo.forms import NotOnPage
from sandbox.demo.people import BOOKKEEPER, TENANT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.demo.browser import Browser
    from sandbox.demo.forms import Answer

LINKS = "/beheer/instellingen/koppelingen"

DEFAULT_LEDGER = "8990"
#: What a careful administrator chooses with the bookkeeper beside him. The code of 0 % is forgotten.
SETTINGS: dict[str, Answer] = {
    "Standaard grootboekrekening": DEFAULT_LEDGER,
    "Dagboek": "70",
    "BTW-code 21%": "2",
    "BTW-code 9%": "1",
}
#: 0 % means something else per rate group, so it has exceptions.
CURE: dict[str, Answer] = {
    "BTW-code 0%": "0",
    "Tariefgroep Vrijgestelde prestaties": "10",
}


def ask_for_activation(administrator: Browser) -> None:
    """The tile says that there are costs; its button opens the chat with the request filled in."""
    administrator.open(LINKS).follow("Exact Online")
    administrator.follow("Activeren via de chat").press("Verstuur bericht")


def grant(support: Browser) -> None:
    support.open(f"/support/{TENANT}/chat").press("Exact Online toekennen")


def log_in_at_exact(administrator: Browser) -> None:
    """The country version, then the pages of Exact: log-in, consent, and back."""
    administrator.open(LINKS).follow("Exact Online")
    administrator.press("Koppelen", {BOOKKEEPER.country: True})
    administrator.press("Inloggen", {"Gebruikersnaam": BOOKKEEPER.name, "Wachtwoord": BOOKKEEPER.password})
    administrator.press("Toestaan")


def choose_administration(administrator: Browser) -> None:
    """By name; then everything needed is loaded, by one press because this browser runs no scripts."""
    administrator.press("Kiezen", {"Administratie": BOOKKEEPER.administration})
    administrator.press("Alles inladen")


def save_settings(administrator: Browser, answers: Mapping[str, Answer]) -> None:
    administrator.open(f"{LINKS}/exact-online/instellingen").press("Opslaan", answers)
    if "De instellingen zijn opgeslagen." not in administrator.text:
        raise NotOnPage(f"the settings were not saved: {administrator.text}")
