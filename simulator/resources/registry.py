"""Every resource of the API by its address."""

from __future__ import annotations

from simulator.resources import (
    accounts,
    currencies,
    divisions,
    journals,
    ledgers,
    lists,
    receivables,
    reports,
    sales_entries,
    transactions,
    vat_codes,
)
from simulator.resources.resource import Resource

RESOURCES: tuple[Resource, ...] = (
    sales_entries.ENTRIES,
    sales_entries.LINES,
    accounts.ACCOUNTS,
    accounts.BULK_ACCOUNTS,
    accounts.SYNC_ACCOUNTS,
    accounts.BANK_ACCOUNTS,
    ledgers.GL_ACCOUNTS,
    ledgers.BULK_GL_ACCOUNTS,
    ledgers.SYNC_GL_ACCOUNTS,
    journals.JOURNALS,
    journals.JOURNAL_STATUS,
    vat_codes.VAT_CODES,
    vat_codes.VAT_PERCENTAGES,
    lists.PAYMENT_CONDITIONS,
    lists.COST_CENTERS,
    lists.COST_UNITS,
    currencies.CURRENCIES,
    currencies.EXCHANGE_RATES,
    lists.PERIODS,
    lists.DELETED,
    transactions.TRANSACTION_LINES,
    transactions.BULK_TRANSACTION_LINES,
    transactions.SYNC_TRANSACTION_LINES,
    reports.REPORTING_BALANCE,
    receivables.RECEIVABLES,
    receivables.BULK_RECEIVABLES,
    receivables.RECEIVABLES_LIST,
    receivables.PAYMENT_TERMS,
    divisions.DIVISIONS,
    divisions.HRM_DIVISIONS,
)

BY_PATH = {resource.path: resource for resource in RESOURCES}
_ANY_CASE = {resource.path.lower(): resource for resource in RESOURCES}


def find(path: str, *, strict: bool) -> Resource | None:
    """The resource at a path such as `crm/Accounts`; real samples write `CRM/Accounts` too."""
    return BY_PATH.get(path) if strict else _ANY_CASE.get(path.lower())
