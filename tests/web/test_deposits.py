"""The page of open deposits says of each what is booked, taken off and left, and what somebody should know."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from mice_exact_plugin.deposits.open import OpenDeposit, Total
from mice_exact_plugin.paging import Page
from tests.host.visitor import text_of
from tests.web.pages import rendered

TODAY = date(2026, 11, 27)


def deposit(**values: Any) -> OpenDeposit:
    usual: dict[str, Any] = {
        "invoice_id": "17",
        "identifier": "2026-17",
        "debtor_name": "Bakkerij Jansen",
        "invoice_date": date(2026, 11, 20),
        "currency": "EUR",
        "event_id": "e",
        "event_name": "Personeelsfeest",
        "starts_on": date(2026, 12, 12),
        "ends_on": date(2026, 12, 13),
        "is_cancelled": False,
        "booked": Decimal(1000),
        "taken": Decimal(-250),
        "accounts": ("1450", "1451"),
    }
    return OpenDeposit(**(usual | values))


def page(*found: OpenDeposit) -> str:
    totals = [Total("1450", Decimal(21), Decimal(1000), Decimal(-250)), Total("1451", None, Decimal(5), Decimal(0))]
    shown = {"list": Page(found, 1, len(found), 50), "today": TODAY, "totals": totals, "total": "1 aanbetaling"}
    return text_of(rendered("deposits.html", invoice_url=lambda invoice_id: f"/facturen/{invoice_id}", **shown))


def test_what_is_open_is_told_per_account_and_per_event() -> None:
    said = page(deposit())
    assert "1450 21% € 1.000,00 € 250,00 € 750,00" in said
    assert "1451 € 5,00 € 0,00 € 5,00" in said
    assert "2026-17 Personeelsfeest 12-12-2026 Bakkerij Jansen 1450, 1451 € 1.000,00 € 250,00 € 750,00 7 dagen" in said


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"is_cancelled": True}, "geannuleerd: crediteer de aanbetaling"),
        ({"ends_on": date(2026, 11, 26)}, "event voorbij"),
        ({"booked": Decimal(0)}, "niet door ons geboekt"),
        ({"taken": Decimal(-1001)}, "meer verrekend dan geboekt"),
        ({"identifier": None, "invoice_date": None}, "onbekend"),
    ],
)
def test_it_says_what_somebody_should_know(values: dict[str, Any], words: str) -> None:
    assert words in page(deposit(**values))
    assert words not in page(deposit())
