"""The page of open deposits says of each what is booked, taken off and left, and what somebody should know."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from mice_exact_plugin.deposits.comparison_table import DepositComparison
from mice_exact_plugin.deposits.open import Account, OpenDeposit, Total
from mice_exact_plugin.domain.deposits.comparing import Why
from mice_exact_plugin.paging import Page
from mice_exact_plugin.web.pages.deposit_comparison import Found, Shown
from tests.host.visitor import text_of
from tests.web.pages import rendered

TODAY = date(2026, 11, 27)
HIGH, LOW = Account("a", "1450"), Account("b", "1451")
NAMES = {HIGH: "1450 Vooruitontvangen hoog", LOW: "1451"}


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
        "accounts": (HIGH, LOW),
    }
    return OpenDeposit(**(usual | values))


def page(*found: OpenDeposit, comparison: Shown | None = None) -> str:
    totals = [Total(HIGH, Decimal(21), Decimal(1000), Decimal(-250)), Total(LOW, None, Decimal(5), Decimal(0))]
    shown = {"comparison": comparison or Shown(), "may_decide": True}
    shown |= {"list": Page(found, 1, len(found), 50), "today": TODAY, "totals": totals, "total": "1 aanbetaling"}
    shown |= {"names": NAMES, "by_code": {account.code: name for account, name in NAMES.items()}}
    return text_of(rendered("deposits.html", invoice_url=lambda invoice_id: f"/facturen/{invoice_id}", **shown))


def test_what_is_open_is_told_per_account_and_per_event() -> None:
    said = page(deposit())
    assert "1450 Vooruitontvangen hoog 21% € 1.000,00 € 250,00 € 750,00" in said
    assert "1451 € 5,00 € 0,00 € 5,00" in said
    assert "Samen € 1.005,00 € 250,00 € 755,00" in said
    event = "2026-17 7 dagen oud Personeelsfeest 12-12-2026 Bakkerij Jansen 1450 Vooruitontvangen hoog 1451"
    assert f"{event} € 1.000,00 € 250,00 € 750,00" in said


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"is_cancelled": True}, "geannuleerd: crediteer de aanbetaling"),
        ({"ends_on": date(2026, 11, 26)}, "event voorbij"),
        ({"booked": Decimal(0)}, "niet door ons geboekt"),
        ({"taken": Decimal(-1001)}, "meer verrekend dan geboekt"),
        ({"identifier": None, "invoice_date": None}, "onbekend"),
        ({"elsewhere": "Oude B.V."}, "geboekt in administratie Oude B.V."),
        (
            {"taken": Decimal(-1000), "rates": {Decimal(9): Decimal(-100), Decimal(21): Decimal(100)}},
            "per tarief nog open: 21% € 100,00 en 9% € -100,00",
        ),
    ],
)
def test_it_says_what_somebody_should_know(values: dict[str, Any], words: str) -> None:
    assert words in page(deposit(**values))
    assert words not in page(deposit())


def found(**values: Any) -> Shown:
    usual: dict[str, Any] = {
        "asked_by": "Anke",
        "at": datetime(2026, 11, 27, 9, 30, tzinfo=UTC),
        "balances": (("1450", Decimal(750), Decimal(740)),),
        "findings": (),
        "deposits": {"17": Decimal(740)},
        "more": 0,
        "more_amount": Decimal(0),
    }
    return Shown(found=Found(**(usual | values)))


def test_what_the_ledger_says_stands_beside_what_is_open() -> None:
    said = page(deposit(), comparison=found())
    assert "1450 Vooruitontvangen hoog € 750,00 € 740,00 € -10,00" in said
    assert said.endswith("€ 750,00 € 740,00 1 aanbetaling, pagina 1"), "of the deposit too"
    assert "precies wat hier open staat" in said
    assert "gevraagd door Anke" in said
    assert "€ 750,00 – 1 aanbetaling" in page(deposit(invoice_id="18"), comparison=found()), "booked since"


def test_a_difference_is_explained_with_the_way_to_its_invoice() -> None:
    gone = {"why": Why.GONE, "account": "1450", "number": "2026-17", "ours": "10.00", "theirs": "0.00"}
    said = page(comparison=found(findings=({**gone, "invoice_id": "17"},), more=3, more_amount=Decimal(5)))
    assert "Factuur 2026-17 telt hier voor € 10,00 op 1450 en haar boeking staat daar niet meer." in said
    assert "Naar factuur 2026-17" in said
    assert "en nog 3 boekingen, samen € 5,00" in said


def test_a_comparison_under_way_is_followed_and_one_that_failed_says_why() -> None:
    under_way = DepositComparison(id=1, lines=2000, finished_at=None)
    said = page(comparison=Shown(progress=under_way))
    assert "2.000 regels gelezen" in said
    assert "Vergelijk met Exact" not in said
    ended = DepositComparison(id=1, lines=0, finished_at=datetime(2026, 11, 27, tzinfo=UTC), reason="busy")
    said = page(comparison=Shown(ended=ended))
    assert "Er loopt een synchronisatie" in said
    assert "Vergelijk met Exact" in said
