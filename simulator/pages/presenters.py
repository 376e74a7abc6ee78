"""Prepares what the pages show, so that the templates only lay it out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.bookkeeping.money import ZERO
from simulator.bookkeeping.open_items import owed as still_owed
from simulator.bookkeeping.summary import vat_summary
from simulator.bookkeeping.vat_return import sales_listing, vat_return
from simulator.pages.texts import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.books.administration import Books
    from simulator.books.table import Row
    from simulator.pages.frame import Frame


def entry_rows(frame: Frame) -> list[Row]:
    """The sales entries that fit the search, newest first."""
    found = [_entry(frame, entry) for entry in frame.books["SalesEntries"].rows.values()]
    wanted, journal = frame.given.get("zoek", "").strip().lower(), frame.given.get("dagboek", "")
    return [
        row
        for row in reversed(found)
        if (not journal or row["journal"] == journal)
        and (not wanted or wanted in f"{row['number']} {row['debtor']} {row['your_ref']} {row['description']}".lower())
    ]


def _entry(frame: Frame, entry: Row) -> Row:
    account = frame.books["Accounts"].rows.get(entry["Customer"], {})
    return {
        "id": entry["EntryID"],
        "number": entry["EntryNumber"],
        "invoice_number": entry["InvoiceNumber"],
        "journal": entry["Journal"],
        "date": frame.date(entry["EntryDate"]),
        "due_date": frame.date(entry["DueDate"]),
        "debtor": account.get("Name", ""),
        "debtor_code": account.get("Code", ""),
        "debtor_id": entry["Customer"],
        "your_ref": entry.get("YourRef") or "",
        "description": entry.get("Description") or "",
        "currency": entry["Currency"],
        "net": frame.amount(entry["AmountFC"] - entry["VATAmountFC"]),
        "vat": frame.amount(entry["VATAmountFC"]),
        "gross": frame.amount(entry["AmountFC"]),
        "status": entry["Status"],
        "is_credit": entry["Type"] == 21,
        "period": f"{entry['ReportingYear']} - {entry['ReportingPeriod']}",
        "condition": entry.get("PaymentCondition") or "",
        "created": frame.moment(entry["Created"]),
        "creator": entry.get("CreatorFullName") or "",
    }


def entry_page(frame: Frame, entry: Row) -> Row:
    """One entry with its lines and postings."""
    books = frame.books
    lines = sorted(books["SalesEntryLines"].where("EntryID", entry["EntryID"]), key=lambda row: int(row["LineNumber"]))
    postings = sorted(books["TransactionLines"].where("EntryID", entry["EntryID"]), key=lambda r: int(r["LineNumber"]))
    return {
        "entry": _entry(frame, entry),
        "lines": [_line(frame, line) for line in lines],
        "postings": [_posting(frame, posting) for posting in postings],
        "debit": frame.amount(sum((p["AmountDC"] for p in postings if p["AmountDC"] > 0), ZERO)),
        "credit": frame.amount(-sum((p["AmountDC"] for p in postings if p["AmountDC"] < 0), ZERO)),
    }


def _ledger(books: Books, guid: str | None) -> str:
    row = books["GLAccounts"].rows.get(guid, {})
    return f"{row.get('Code', '')} {row.get('Description', '')}".strip()


def _vat(books: Books, code: str | None) -> str:
    row = books.by_code("VATCodes", code) or {}
    return f"{code} - {row.get('Description', '')}" if code else ""


def _line(frame: Frame, line: Row) -> Row:
    return {
        "number": line["LineNumber"],
        "ledger": _ledger(frame.books, line.get("GLAccount")),
        "description": line.get("Description") or "",
        "vat_code": _vat(frame.books, line.get("VATCode")),
        "cost_center": line.get("CostCenter") or "",
        "cost_unit": line.get("CostUnit") or "",
        "net": frame.amount(line["AmountFC"]),
        "vat": frame.amount(line["VATAmountFC"]),
    }


def _posting(frame: Frame, posting: Row) -> Row:
    amount = posting["AmountDC"]
    return {
        "ledger": _ledger(frame.books, posting.get("GLAccount")),
        "description": posting.get("Description") or "",
        "debit": frame.amount(amount) if amount > 0 else "",
        "credit": frame.amount(-amount) if amount < 0 else "",
    }


def debtor_rows(frame: Frame) -> list[Row]:
    """The customers, with what each owes; those that owe something first."""
    owed: dict[str, Any] = {}
    for row in frame.books["Receivables"].rows.values():
        if not row.get("IsFullyPaid"):
            owed[row["Account"]] = owed.get(row["Account"], ZERO) + still_owed(row)
    wanted, only_open = frame.given.get("zoek", "").strip().lower(), bool(frame.given.get("open"))
    found = [
        account
        for account in frame.books["Accounts"].rows.values()
        if account.get("Status") == "C"
        and (not only_open or owed.get(account["ID"]))
        and wanted in f"{account.get('Code')} {account.get('Name')} {account.get('Postcode')}".lower()
    ]
    found.sort(key=lambda account: (-(owed.get(account["ID"]) or ZERO), str(account.get("Name"))))
    return [_debtor(frame, account, owed.get(account["ID"])) for account in found]


def _debtor(frame: Frame, account: Row, owed: Any) -> Row:
    same = {"code": "Code", "name": "Name", "postcode": "Postcode", "city": "City", "country": "Country"}
    shown = {name: account.get(of) or "" for name, of in same.items()}
    return {**shown, "blocked": bool(account.get("Blocked")), "open": frame.amount(owed) if owed else ""}


def vat_rows(frame: Frame) -> list[Row]:
    """VAT by period and code."""
    return [
        {
            "period": f"{total.year} - {total.period}",
            "code": _vat(frame.books, total.code) or "-",
            "base": frame.amount(total.base),
            "vat": frame.amount(total.vat),
        }
        for total in vat_summary(frame.books)
    ]


def box_rows(frame: Frame) -> list[Row]:
    """The VAT return by quarter and box."""
    return [
        {
            "cells": (f"{total.year} - {total.quarter}", total.box or "-"),
            "amounts": (frame.amount(total.base), frame.amount(total.vat)),
        }
        for total in vat_return(frame.books)
    ]


def listed_rows(frame: Frame) -> list[Row]:
    """The sales listing by quarter, VAT number and kind."""
    t = words(frame.language)
    return [
        {
            "cells": (f"{sale.year} - {sale.quarter}", sale.vat_number or "-", t[f"listed_{sale.kind}"]),
            "amounts": (frame.amount(sale.amount),),
        }
        for sale in sales_listing(frame.books)
    ]


def sums(rows: Iterable[Any], *names: str) -> dict[str, Any]:
    """The totals under a table, from rows with plain amounts."""
    return {name: sum((getattr(row, name) for row in rows), ZERO) for name in names}
