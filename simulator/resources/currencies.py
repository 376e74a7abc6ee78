"""The currencies of an administration and what each was worth at home, from a day on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.bookkeeping.header import midnight
from simulator.bookkeeping.money import ZERO
from simulator.resources.derived import common, looked_up
from simulator.resources.masters import MasterRules, Reference
from simulator.resources.resource import FULL, Resource
from simulator.schema.loader import entity

if TYPE_CHECKING:
    from simulator.books.table import Row
    from simulator.resources.desk import Desk, Problems

SCOPE = "financial.currencies"


class RateRules(MasterRules):
    """A rate is towards the administration's own currency and holds until the next one begins."""

    def completed(self, desk: Desk, values: Row) -> Row:
        return {"StartDate": midnight(desk.now), **values, "TargetCurrency": desk.books.currency}

    def check(self, desk: Desk, row: Row, problems: Problems) -> None:
        super().check(desk, row, problems)
        if row.get("SourceCurrency") == desk.books.currency:
            problems.add("not_allowed", "currency")
        if row.get("Rate", ZERO) <= ZERO:
            problems.add("greater_than_zero", "rate")


CURRENCIES = Resource("general/Currencies", entity("Currency"), "Currencies", scope=SCOPE)
EXCHANGE_RATES = Resource(
    "financial/ExchangeRates",
    entity("ExchangeRate"),
    "ExchangeRates",
    scope=SCOPE,
    methods=FULL,
    derived={
        **common,
        "SourceCurrencyDescription": looked_up("Currencies", "SourceCurrency", "Description"),
        "TargetCurrencyDescription": looked_up("Currencies", "TargetCurrency", "Description"),
    },
    rules=RateRules(
        "ExchangeRates",
        mandatory={"SourceCurrency": "currency"},
        references={"SourceCurrency": Reference("Currencies", "currency")},
    ),
)
