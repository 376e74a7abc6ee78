"""The tab-separated tables under `tables/`, read as rows with Exact's property names and their types.

An empty cell is a property that is not set. A column that ends in `Code` and names another table (`GLAccountCode`,
`GLToPayCode`, …) is kept as it stands; `administration` turns it into the GUID of that row.
"""

import csv
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

Row = dict[str, Any]

FOLDER = Path(__file__).parent / "tables"


def _flag(text: str) -> bool:
    return text == "1"


_TYPES: dict[str, dict[str, Callable[[str], Any]]] = {
    "GLAccounts": {"Type": int, "IsBlocked": _flag, "UseCostcenter": int, "UseCostunit": int},
    "Journals": {
        "Type": int,
        "IsBlocked": _flag,
        "AllowVAT": _flag,
        "AllowVariableCurrency": _flag,
        "AllowVariableExchangeRate": _flag,
    },
    "VATCodes": {"IsBlocked": _flag, "Charged": _flag, "VatMargin": int},
    "VatPercentages": {"Percentage": float},
    "PaymentConditions": {
        "PaymentDays": int,
        "PaymentEndOfMonths": int,
        "Percentage": float,
        "DiscountPercentage": float,
        "DiscountPaymentDays": int,
    },
    "Currencies": {"AmountPrecision": float, "PricePrecision": float},
    "ExchangeRates": {"Rate": float},
}


def read(folder: str, table: str) -> list[Row]:
    """The rows of one table, fresh copies each time, so that a caller may change them."""
    return [dict(row) for row in _rows(folder, table)]


@cache
def _rows(folder: str, table: str) -> list[Row]:
    types = _TYPES.get(table, {})
    with (FOLDER / folder / f"{table}.tsv").open(encoding="utf-8", newline="") as lines:
        return [
            {name: types.get(name, str)(cell) for name, cell in row.items() if cell}
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]
