"""An entry in another currency: what the three kinds of journals allow, and the list of rates."""

from collections.abc import Callable

import pytest

from simulator.tests.answer import Row
from simulator.tests.api import Api
from simulator.tests.books import Books
from simulator.tests.control import Control

ENTRIES, RATES = "salesentry/SalesEntries", "financial/ExchangeRates"
TOO_LITTLE, FORBIDDEN = "Wisselkoers – Moet groter zijn dan: 0", "Niet toegestaan: Wisselkoers"


@pytest.fixture
def allow(control: Control, exact: Api, books: Books) -> Callable[[bool, bool], None]:
    """Sets the two flags of the sales journal, as somebody does in Exact itself."""

    def _allow(currency: bool, rate: bool) -> None:
        flags = {"AllowVariableCurrency": currency, "AllowVariableExchangeRate": rate}
        control.patch(exact.division, "Journals", {"Code": books.journal}, **flags)

    return _allow


Allow = Callable[[bool, bool], None]


def refused(exact: Api, books: Books, **changed: object) -> list[str]:
    return exact.post(ENTRIES, books.body(**changed)).expect(500).messages


def test_the_list_of_rates(control: Control, exact: Api) -> None:
    rows = exact.all(RATES, filter="SourceCurrency eq 'USD'")
    assert {row["TargetCurrency"] for row in rows} == {"EUR"}
    assert {row["Rate"] for row in rows} == {0.89, 0.86}
    assert rows[0]["SourceCurrencyDescription"] == "Amerikaanse dollar"


@pytest.mark.parametrize(("dated", "rate"), [("2025-12-31", 0.89), ("2026-01-01", 0.86)])
def test_the_rate_of_the_day(control: Control, books: Books, allow: Allow, dated: str, rate: float) -> None:
    allow(True, False)
    entry = books.post(books.line(100, VATCode="2"), Currency="USD", EntryDate=dated)
    assert (entry["Currency"], entry["Rate"]) == ("USD", rate)
    assert (entry["AmountFC"], entry["AmountDC"]) == (121, round(100 * rate, 2) + round(21 * rate, 2))


def test_a_rate_of_the_clients_own(control: Control, books: Books, allow: Allow) -> None:
    allow(True, True)
    entry = books.post(books.line(100, VATCode="0"), Currency="USD", Rate=0.5)
    assert (entry["Rate"], entry["AmountDC"]) == (0.5, 50)


@pytest.mark.parametrize(
    ("currency", "rate", "sent", "message"),
    [
        (False, False, {"Currency": "USD"}, "Niet toegestaan: Valuta"),
        (True, False, {"Currency": "USD", "Rate": 0.9}, FORBIDDEN),
        (True, True, {"Currency": "USD"}, TOO_LITTLE),
        (True, True, {"Currency": "USD", "Rate": 0}, TOO_LITTLE),
        (True, True, {"Currency": "USD", "Rate": -1}, TOO_LITTLE),
        (True, True, {"Rate": 1.5}, FORBIDDEN),
        (True, False, {"Currency": "XXX"}, "Ongeldige referentie: Valuta"),
    ],
)
def test_what_a_journal_refuses(
    exact: Api, books: Books, allow: Allow, currency: bool, rate: bool, sent: Row, message: str
) -> None:
    allow(currency, rate)
    assert refused(exact, books, **sent) == [message]


def test_a_rate_left_out_may_come_from_the_list(control: Control, books: Books, allow: Allow) -> None:
    control.switch(rate_left_out="from_list")
    allow(True, True)
    assert books.post(Currency="USD")["Rate"] == 0.86


def test_a_rate_of_one_on_the_own_currency(books: Books) -> None:
    assert books.post(Rate=1)["Rate"] == 1


def test_a_currency_without_a_rate_on_the_day(control: Control, exact: Api, books: Books, allow: Allow) -> None:
    allow(True, False)
    control.call("POST", f"divisions/{exact.division}/rows/ExchangeRates", {"delete": [{"SourceCurrency": "USD"}]})
    assert refused(exact, books, Currency="USD") == ["Verplicht: Wisselkoers"]
    exact.post(RATES, {"SourceCurrency": "USD", "Rate": 0.8, "StartDate": "2026-01-01"}).expect(201)
    assert books.post(Currency="USD")["Rate"] == 0.8


def test_a_journal_kept_in_another_currency(control: Control, exact: Api, books: Books) -> None:
    control.patch(exact.division, "Journals", {"Code": books.journal}, Currency="GBP")
    entry = books.post()
    assert (entry["Currency"], entry["Rate"]) == ("GBP", 1.15)
    assert refused(exact, books, Currency="EUR") == ["Niet toegestaan: Valuta"]


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"Rate": 1}, "Verplicht: Valuta"),
        ({"SourceCurrency": "XXX", "Rate": 1}, "Ongeldige referentie: Valuta"),
        ({"SourceCurrency": "EUR", "Rate": 1}, "Niet toegestaan: Valuta"),
        ({"SourceCurrency": "USD"}, TOO_LITTLE),
    ],
)
def test_a_rate_that_does_not_fit(control: Control, exact: Api, body: Row, message: str) -> None:
    assert exact.post(RATES, body).expect(500).messages == [message]
