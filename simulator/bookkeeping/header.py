"""Checks the header of a sales entry and fills in what was left out: journal, condition, period, number, dates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from simulator.bookkeeping import numbering, periods
from simulator.bookkeeping.currency import currency_and_rate
from simulator.bookkeeping.due_date import due_date

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.books.table import Row
    from simulator.resources.desk import Desk, Problems

SALES_JOURNAL = 20
CUSTOMER = "C"
GUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


def midnight(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def complete_header(desk: Desk, values: Row, problems: Problems, existing: Row | None = None) -> Row:
    """The header as it will be kept; what is wrong with it is added to the problems.

    `existing` is the entry being changed: it keeps its numbers.
    """
    date = midnight(values.get("EntryDate") or desk.now)
    customer = _customer(desk, values.get("Customer"), date, problems)
    journal = _journal(desk, values.get("Journal") or desk.books.division.get("DefaultSalesJournal"), problems)
    condition = _condition(desk, values, customer, problems)
    _receivable_account(customer, journal, problems)
    header = {**values, **_period(desk, values, date, journal, problems), "EntryDate": date}
    header |= {"PaymentCondition": condition and condition["Code"], "Journal": journal and journal["Code"]}
    header["DueDate"] = midnight(values["DueDate"]) if values.get("DueDate") else _due(date, condition)
    header |= currency_and_rate(desk, values, journal, date, problems)
    if values.get("Document"):
        problems.add("reference", "document")
    if journal and header.get("ReportingYear"):
        header |= _numbers(desk, values, header, existing, problems)
        if customer and not header.get("PaymentReference"):  # what a live administration makes of a missing one
            header["PaymentReference"] = f"{customer['Code']}/{header['EntryNumber']}"
    return header


def _customer(desk: Desk, guid: str | None, date: datetime, problems: Problems) -> Row | None:
    if guid is None:
        problems.add("mandatory", "relation")
        return None
    customer = desk.books["Accounts"].get(guid)
    if customer is None:
        problems.add("reference", "customer")
    elif customer.get("Status") != CUSTOMER:
        problems.add("invalid", "customer_type")
    elif customer.get("Blocked"):
        problems.add("blocked", "customer")
    elif customer.get("EndDate") and customer["EndDate"] < date:
        problems.add("invalid", "customer_inactive")
    elif customer.get("StartDate") and date < customer["StartDate"]:
        problems.add("inactive", "customer")
    return customer


def _journal(desk: Desk, code: str | None, problems: Problems) -> Row | None:
    code = (code or "").strip()
    if not code:
        problems.add("mandatory", "journal")
        return None
    journal = desk.books.by_code("Journals", code)
    if journal is None:
        problems.add("reference", "journals" if GUID.fullmatch(code) else "journal")
    elif journal.get("Type") != SALES_JOURNAL:
        problems.add("invalid", "journal_type")
    elif journal.get("IsBlocked"):
        problems.add("blocked", "journal")
    return journal


def _condition(desk: Desk, values: Row, customer: Row | None, problems: Problems) -> Row | None:
    """The condition of the entry, else of the account, else of the division."""
    defaults = ((customer or {}).get("PaymentConditionSales"), desk.books.division.get("DefaultPaymentCondition"))
    code = next((code for code in (values.get("PaymentCondition"), *defaults) if code), None)
    if code is None:
        problems.add("mandatory", "condition")
        return None
    condition = desk.books.by_code("PaymentConditions", code.strip())
    if condition is None:
        problems.add("reference", "condition")
    return condition


def _due(date: datetime, condition: Row | None) -> datetime:
    return due_date(date, condition) if condition else date


def _receivable_account(customer: Row | None, journal: Row | None, problems: Problems) -> None:
    own, used = (customer or {}).get("GLAR"), (journal or {}).get("GLAccount")
    if own and used and own != used:
        problems.add("receivable_mismatch")


def _period(desk: Desk, values: Row, date: datetime, journal: Row | None, problems: Problems) -> Row:
    """The year and the period given, each else that of the date; they must exist and be open in the journal."""
    dated = periods.period_on(desk.books, date) or {}
    year = values.get("ReportingYear") or dated.get("FinYear")
    number = values.get("ReportingPeriod") or dated.get("FinPeriod")
    found = periods.period_named(desk.books, year, number) if year and number else None
    if found is None:
        problems.add("unknown", "year")
        return {"ReportingYear": None, "ReportingPeriod": None}
    if desk.switches.period_date_control == "mandatory" and found != dated:
        problems.add("invalid", "period_of_date")
    if journal and periods.is_closed(desk.books, journal["Code"], found["FinYear"], found["FinPeriod"]):
        problems.add("period_closed", f"{year} – {number}")
    return {"ReportingYear": year, "ReportingPeriod": number}


def _numbers(desk: Desk, values: Row, header: Row, existing: Row | None, problems: Problems) -> Row:
    """Entry number and invoice number: the client's where they are free, else the next ones of the journal."""
    books, scope = desk.books, desk.switches.entry_number_scope
    journal, year, kept = header["Journal"], header["ReportingYear"], existing or {}
    number = values.get("EntryNumber") or kept.get("EntryNumber")
    if number is None:
        number = numbering.next_number(books, journal, year, scope)
    elif numbering.number_taken(books, journal, year, number, scope, but=kept.get("EntryID")):
        problems.add("in_use", "entry_number")
    invoice = kept.get("InvoiceNumber") or _invoice_number(desk, values.get("InvoiceNumber"), journal, number, problems)
    return {"EntryNumber": number, "InvoiceNumber": invoice}


def _invoice_number(desk: Desk, suggested: int | None, journal: str, entry_number: int, problems: Problems) -> int:
    """A suggestion is taken up when it is free, and silently passed over when it is not (client exactonline)."""
    if suggested is None or not numbering.invoice_number_taken(desk.books, journal, suggested):
        return suggested or entry_number
    if desk.switches.invoice_number_taken == "refuse":
        problems.add("in_use", "invoice_number")
    return entry_number
