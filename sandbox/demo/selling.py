"""Work of the venue in its own pages: relations, events, and invoices from draft to sent and credited."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sandbox.demo.browser import Browser
    from sandbox.demo.forms import Answer


def add_relation(billing: Browser, details: Mapping[str, Answer]) -> None:
    billing.open("/relaties/nieuw").press("Opslaan", details)


def send_invoice(billing: Browser, client: str, line: Mapping[str, Answer]) -> str:
    """A draft without an event, with one line, sent by hand; the address of its page."""
    billing.open("/facturen/nieuw").press("Maak concept", {"Klant": client})
    billing.follow("+ Regel toevoegen").press("Opslaan", line)
    return billing.press("Handmatig versturen").url


def credit(billing: Browser, invoice_url: str) -> str:
    """The whole of a sent invoice; the address of the credit invoice."""
    return billing.open(invoice_url).press("Volledig crediteren").url


def plan_event(planner: Browser, client: str, day: date, *ordered: str) -> str:
    """An event with what is ordered for it; the address of its dashboard."""
    held = day + timedelta(days=40)
    details: dict[str, Answer] = {
        "Naam": "Bedrijfsfeest in de Grote Zaal",
        "Status": "Bevestigd",
        "Opdrachtgever": client,
        "Begin": f"{held}T14:00",
        "Einde": f"{held}T23:00",
        "Gasten": "83",
    }
    planner.open("/evenementen/nieuw").press("Opslaan", details)
    for item in ordered:
        planner.press("Toevoegen", {"Uit de catalogus": item})
    return planner.url


def invoice_event(billing: Browser, event_url: str, percentage: str) -> str:
    """100 is everything that is left, with sent deposits taken off; less is a deposit."""
    billing.open(event_url).follow("Factuur maken").press("Maak concept", {"Percentage": percentage})
    return billing.press("Handmatig versturen").url
