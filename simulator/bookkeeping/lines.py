"""Checks the lines of a sales entry and works out what each is worth."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from simulator.bookkeeping.deferral import demand_range
from simulator.bookkeeping.money import ZERO, cents
from simulator.bookkeeping.vat import CHARGING, current_percentage, percentage_on, work_out

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from simulator.books.table import Row
    from simulator.resources.desk import Desk, Problems

# Cash, bank, credit card, payment service, receivable, payable and VAT accounts keep their own books.
CONTROL_ACCOUNTS = frozenset({10, 12, 14, 16, 20, 22, 24})
FIRST_PROFIT_AND_LOSS = 110
# Prepaid accounts receivable: whether a line may carry one is written nowhere.
PREPAYMENT = 21
MANDATORY, NEVER = 1, 2
# What a line may name of modules that are not here: no such row exists, so each is a wrong reference.
ELSEWHERE = {
    "Project": "project",
    "ProjectWBS": "project_wbs",
    "Asset": "asset",
    "Subscription": "subscription",
    "TrackingNumber": "tracking_number",
}
# What the client sent, kept beside what was made of it: a later change works everything out again from here.
GIVEN = "_given"


def priced_lines(desk: Desk, lines: Iterable[Row], header: Row, problems: Problems) -> list[Row]:
    """Every line complete with its amounts and line number; what is wrong is added to the problems."""
    priced = [
        _priced(desk, line, header, problems) | {"LineNumber": number} for number, line in enumerate(lines, start=1)
    ]
    return _rounded_once(priced, header["Rate"]) if desk.switches.vat_rounding == "document" else priced


def _rounded_once(lines: list[Row], rate: Decimal) -> list[Row]:
    """VAT per code over the whole document: the last line of a code takes what rounding makes of it."""
    last = {line["VATCode"]: number for number, line in enumerate(lines) if not _is_overridden(line)}
    for code, number in last.items():
        same = [line for line in lines if line["VATCode"] == code and not _is_overridden(line)]
        whole = cents(sum((line["AmountFC"] * line["VATPercentage"] for line in same), ZERO))
        vat = whole - sum((line["VATAmountFC"] for line in same[:-1]), ZERO)
        lines[number] = {**lines[number], "VATAmountFC": vat, "VATAmountDC": cents(vat * rate)}
    return lines


def _is_overridden(line: Row) -> bool:
    return line[GIVEN].get("VATAmountFC") is not None or line["VATPercentage"] == 0


def _priced(desk: Desk, given: Row, header: Row, problems: Problems) -> Row:
    line = {**given, GIVEN: {name: value for name, value in given.items() if name != "ID"}}
    ledger = _ledger(desk, line, problems)
    for kind in ("center", "unit"):
        line = _dimension(desk, line, ledger, kind, header["EntryDate"], problems)
    if line.get("AmountFC") is None:
        problems.add("mandatory", "amount")
    for name, term in ELSEWHERE.items():
        if line.get(name):
            problems.add("reference", term)
    demand_range(desk, line, header, problems)
    code = _vat_code(desk, line, ledger, header, problems)
    worth = _worth(desk, line, code, header["EntryDate"], problems)
    return {**line, **worth, **_default_currency(worth, header["Rate"]), "GLAccount": ledger and ledger["ID"]}


def _ledger(desk: Desk, line: Row, problems: Problems) -> Row | None:
    guid = line.get("GLAccount")
    if guid is None:
        problems.add("mandatory", "ledger")
        return None
    ledger = desk.books["GLAccounts"].get(guid)
    if ledger is None:
        if desk.switches.foreign_guid == "reject":
            problems.add("reference", "ledger")
    elif not _may_be_booked(ledger.get("Type", 0), desk.switches.line_ledgers):
        problems.add("invalid", "ledger_type")
    elif ledger.get("IsBlocked"):
        own = desk.switches.blocked_ledger == "own_text"
        problems.add(*(("blocked", "ledger") if own else ("invalid", "ledger_type")))
    return ledger


def _may_be_booked(kind: int, rule: str) -> bool:
    if rule == "profit_and_loss_only":
        return kind >= FIRST_PROFIT_AND_LOSS
    return kind not in CONTROL_ACCOUNTS and not (rule == "no_prepayments" and kind == PREPAYMENT)


def _dimension(desk: Desk, line: Row, ledger: Row | None, kind: str, date: datetime, problems: Problems) -> Row:
    """The cost centre or cost unit: the line's, else the account's default, checked against what the account wants."""
    name, table = f"Cost{kind.capitalize()}", f"Cost{kind}s"  # CostCenter on a line, Costcenter everywhere else
    ledger = ledger or {}
    code = (line.get(name) or "").strip() or ledger.get(f"Cost{kind}")
    use = ledger.get(f"UseCost{kind}", 0)
    if not code:
        if use == MANDATORY:
            problems.add("mandatory", f"cost_{kind}")
        return line
    row = desk.books.by_code(table, code)
    if row is None:
        problems.add("reference", f"cost_{kind}")
    elif use == NEVER:
        problems.add("invalid", f"cost_{kind}_link")
    elif row.get("EndDate") and row["EndDate"] < date:
        problems.add("invalid", f"cost_{kind}")
    return {**line, name: code}


def _vat_code(desk: Desk, line: Row, ledger: Row | None, header: Row, problems: Problems) -> Row | None:
    """The code of the line, else of its percentage, else of the account, else of the customer."""
    customer = desk.books["Accounts"].get(header.get("Customer") or "") or {}
    given = (line.get("VATCode") or "").strip()
    code = given or _code_of_percentage(desk, line) or (ledger or {}).get("VATCode") or customer.get("SalesVATCode")
    if not code:
        return None
    row = desk.books.by_code("VATCodes", code)
    if row is None:
        problems.add("reference", "vat_code")
    elif row.get("IsBlocked"):
        problems.add("blocked", "vat_code")
    elif row.get("VATTransactionType") not in ("S", "B"):
        problems.add("not_allowed", "vat_code")
    elif row.get("Type") == "I" and desk.switches.inclusive_vat == "refuse":
        problems.add("invalid", "vat_code")
    return row


def _code_of_percentage(desk: Desk, line: Row) -> str | None:
    """A percentage alone picks a code, but only above 0 (client exactonline)."""
    wanted = line.get("VATPercentage")
    if not wanted or line.get("VATCode"):
        return None
    for row in desk.books["VATCodes"].rows.values():
        sells = row.get("Type") == "E" and row.get("VATTransactionType") == "S" and not row.get("IsBlocked")
        if sells and row.get("Percentage") == wanted:
            return str(row["Code"])
    return None


def _worth(desk: Desk, line: Row, code: Row | None, date: datetime, problems: Problems) -> Row:
    amount, override = line.get("AmountFC") or ZERO, line.get("VATAmountFC")
    kind = code.get("Type", "N") if code else "N"
    if code and kind == "N" and override is not None:
        problems.add("vat_amount_without_vat")
    percentage = _percentage(desk, code, date) if code and kind in CHARGING else ZERO
    if percentage is None:
        problems.add("invalid", "vat_percentage")
        percentage = ZERO
    elif code and line.get("VATPercentage") not in (None, percentage):
        problems.add("vat_percentage_not_allowed")
    worth = work_out(kind, amount, percentage, override, desk.switches.vat_rounding)
    return {
        "AmountFC": worth.net,
        "VATAmountFC": worth.vat,
        "VATPercentage": worth.percentage,
        "VATBaseAmountFC": worth.net,
        "VATCode": code["Code"] if code else None,
    }


def _percentage(desk: Desk, code: Row, date: datetime) -> Decimal | None:
    found = percentage_on(desk.books, code, date)
    if found is None and desk.switches.percentage_gone == "latest":
        return current_percentage(desk.books, code, date)
    return found


def _default_currency(worth: Row, rate: Decimal) -> Row:
    return {
        "AmountDC": cents(worth["AmountFC"] * rate),
        "VATAmountDC": cents(worth["VATAmountFC"] * rate),
        "VATBaseAmountDC": cents(worth["VATBaseAmountFC"] * rate),
    }
