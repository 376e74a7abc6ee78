"""The currency of an entry and its rate: what the journal lets a client choose, and what comes from the list of rates.

The rules are those that help pages of two products give for the three kinds of sales journals.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from simulator.bookkeeping.money import ZERO

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.books.administration import Books
    from simulator.books.table import Row
    from simulator.resources.desk import Desk, Problems

ONE = Decimal(1)


def currency_and_rate(desk: Desk, values: Row, journal: Row | None, date: datetime, problems: Problems) -> Row:
    """The currency given, else that of the journal; AmountDC is AmountFC times the rate."""
    home, used = desk.books.currency, (journal or {}).get("Currency") or desk.books.currency
    code = (values.get("Currency") or used).strip()
    if code != home and desk.books["Currencies"].get(code) is None:
        problems.add("reference", "currency")
    elif code != used and not (journal or {}).get("AllowVariableCurrency"):
        problems.add("not_allowed", "currency")
    elif code != home:
        return {"Currency": code, "Rate": _foreign(desk, code, values.get("Rate"), journal or {}, date, problems)}
    elif values.get("Rate") not in (None, ONE):
        problems.add("not_allowed", "rate")
    return {"Currency": code, "Rate": ONE}


def _foreign(desk: Desk, code: str, given: Decimal | None, journal: Row, date: datetime, problems: Problems) -> Decimal:
    """The rate of a foreign currency: the client's where the journal lets it vary, else the one of the list."""
    varies = journal.get("AllowVariableExchangeRate")
    if given is not None and not varies:
        problems.add("not_allowed", "rate")
        return ONE
    if given is None and varies and desk.switches.rate_left_out == "refuse":
        given = ZERO  # what one client then reads is that zero is too little
    if given is not None and given <= ZERO:
        problems.add("greater_than_zero", "rate")
        return ONE
    rate = given or rate_on(desk.books, code, date)
    if rate is None:
        problems.add("mandatory", "rate")
    return rate or ONE


def rate_on(books: Books, code: str, date: datetime) -> Decimal | None:
    """What one unit of the currency is worth at home; a rate holds until the next one begins."""
    begun = [
        row
        for row in books["ExchangeRates"].where("SourceCurrency", code)
        if row["TargetCurrency"] == books.currency and row["StartDate"] <= date
    ]
    latest = max(begun, key=lambda row: row["StartDate"], default=None)
    return Decimal(latest["Rate"]) if latest else None
