"""Builds the seed of one administration from its tables, its periods and its relations."""

from collections.abc import Iterable
from typing import Any

from simulator.administrations import tables
from simulator.administrations.identity import Identity
from simulator.administrations.periods import calendar_periods
from simulator.administrations.tables import Row

# Types up to 100 stand on the balance sheet (reference page FinancialGLAccounts); of those, these are assets.
_LAST_BALANCE_TYPE = 100
_ASSETS = {10, 12, 14, 16, 20, 26, 30, 32, 40}
_INCOME = {110, 140, 160}


def build(division: Row, folder: str, years: Iterable[int], closed: list[Row], accounts: list[Row]) -> dict[str, Any]:
    """`division` has at least `Code`; `folder` names the tables; `accounts` are the relations."""
    identity = Identity(division["Code"])
    return {
        "division": division,
        "GLAccounts": [
            _gl_account(row) | _id(identity, "GLAccounts", row) for row in tables.read(folder, "GLAccounts")
        ],
        "Journals": [_journal(identity, row) for row in tables.read(folder, "Journals")],
        "VATCodes": _vat_codes(identity, folder),
        **{name: _keyed(identity, folder, name) for name in ("PaymentConditions", "Costcenters", "Costunits")},
        "Currencies": tables.read(folder, "Currencies"),
        "ExchangeRates": [_rate(identity, division, row) for row in tables.read(folder, "ExchangeRates")],
        "FinancialPeriods": calendar_periods(identity, years),
        "ClosedPeriods": closed,
        "Accounts": accounts,
    }


def _id(identity: Identity, resource: str, row: Row) -> Row:
    return {"ID": identity.guid(resource, row["Code"])}


def _keyed(identity: Identity, folder: str, resource: str) -> list[Row]:
    return [_id(identity, resource, row) | row for row in tables.read(folder, resource)]


def _rate(identity: Identity, division: Row, row: Row) -> Row:
    key = f"{row['SourceCurrency']} {row['StartDate']}"
    return {"ID": identity.guid("ExchangeRates", key), "TargetCurrency": division["Currency"]} | row


def _gl_account(row: Row) -> Row:
    balance = row["Type"] <= _LAST_BALANCE_TYPE
    debit = row["Type"] in _ASSETS if balance else row["Type"] not in _INCOME
    return row | {"BalanceType": "B" if balance else "W", "BalanceSide": "D" if debit else "C"}


def _journal(identity: Identity, row: Row) -> Row:
    code = row.pop("GLAccountCode", None)
    account = {"GLAccount": identity.guid("GLAccounts", code)} if code else {}
    return _id(identity, "Journals", row) | row | account


def _vat_codes(identity: Identity, folder: str) -> list[Row]:
    periods: dict[str, list[Row]] = {}
    for period in tables.read(folder, "VatPercentages"):
        periods.setdefault(period.pop("Code"), []).append({"StartDate": None, "EndDate": None} | period)
    return [_vat_code(identity, row, periods[row["Code"]]) for row in tables.read(folder, "VATCodes")]


def _vat_code(identity: Identity, row: Row, periods: list[Row]) -> Row:
    for side in ("GLToPay", "GLToClaim"):
        code = row.pop(f"{side}Code", None)
        if code:
            row[side] = identity.guid("GLAccounts", code)
    return _id(identity, "VATCodes", row) | row | {"Percentage": periods[-1]["Percentage"], "Percentages": periods}
