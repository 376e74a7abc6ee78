"""Kind R: what the closing of a year asks for: events of another year, and which deposits were open on a day."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.deposits.settings import DepositSettings
from tests.cases.books import BREDA, sold
from tests.cases.case import words
from tests.cases.selling import choose, ledger_id, line, play, remarks
from tests.whole.web.site import BASE

if TYPE_CHECKING:
    from tests.cases.case import Case

CLIENT = {**BREDA, "id": "K77"}


def test_a_party_of_next_year_that_is_invoiced_in_full_is_listed(case: Case) -> None:
    """VAT is of the month of the invoice, and turnover of the year of the party."""
    party = {"id": "E1", "name": "Gala", "date": "2027-01-15"}
    play(case, sold("N01", client=CLIENT, event=party), sold("N02", client=CLIENT))
    assert (case.entry("N01")["ReportingPeriod"], remarks(case, "N01")) == (11, ["event_other_year"])
    page = case.page("N01").replace("\xa0", " ")
    assert (
        "Het event (15-01-2027) valt in een ander boekjaar dan de boeking. Hoort de omzet (€ 100,00 excl. btw)" in page
    )
    visitor, query = case.visitor(), "opmerking=event_other_year"
    listed = visitor.get(f"{BASE}/overzicht?{query}")
    assert "samen € 121,00" in words(listed).replace("\xa0", " ")
    assert 'value="gezien"' in listed
    assert 'value="gezien"' not in visitor.get(f"{BASE}/overzicht?opmerking=differs")
    chosen = {"invoice": case.row("N01")["invoice_id"], "filter": query, "doen": "gezien"}
    after = words(visitor.post(f"{BASE}/overzicht/selectie", **chosen))
    assert "1 opmerking is gezien." in after
    assert remarks(case, "N01") == []
    visitor.post(f"{BASE}/overzicht/selectie", **chosen | {"invoice": "999", "filter": "opmerking=x"})


def test_the_deposits_that_were_open_on_a_day(case: Case) -> None:
    choose(case, deposits=DepositSettings({Decimal(21): ledger_id(case, "1850")}))
    play(case, sold("D01", line("300.00", "63.00", kind="deposit"), date_sent="2026-10-31"))
    off = line("-300.00", "-63.00", kind="deposit_settlement", settles="D01")
    play(case, sold("F01", line("1000.00", "210.00", kind="product"), off))
    visitor = case.visitor()
    assert "Er staan geen aanbetalingen open." in words(visitor.get(f"{BASE}/aanbetalingen"))
    then = words(visitor.get(f"{BASE}/aanbetalingen?per=2026-10-31")).replace("\xa0", " ")
    assert "Wat tot en met 31-10-2026 geboekt is" in then
    assert "D01" in then
    assert "Vergelijk met Exact" not in then
    assert '"D01"' in visitor.get(f"{BASE}/aanbetalingen.csv?per=2026-10-31")
    assert "D01" not in words(visitor.get(f"{BASE}/aanbetalingen?per=2026-10-30"))
    for odd in ("2027-01-01", "x", "0001-01-01"):
        assert "Vergelijk met Exact" in words(visitor.get(f"{BASE}/aanbetalingen?per={odd}"))
