"""VATCodes (btw-codes) and their percentages through the years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.bookkeeping.vat import current_percentage
from simulator.resources.derived import common, looked_up
from simulator.resources.masters import MasterRules, Reference, Use, terms
from simulator.resources.resource import FULL, LinkTarget, Resource
from simulator.schema.loader import entity

if TYPE_CHECKING:
    from simulator.books.table import Row
    from simulator.resources.desk import Desk, Problems
    from simulator.resources.resource import Lines

TYPES = ("E", "I", "B", "N")
TRANSACTION_TYPES = ("B", "P", "S")


class VatCodeRules(MasterRules):
    """Percentages can only be given when the code is made (Exact's reference page)."""

    def create(self, desk: Desk, values: Row, lines: Lines) -> Row:
        row = super().create(desk, values, lines)
        for number, period in enumerate(lines.get("VATPercentages", []), start=1):
            own = {"ID": desk.chance.guid(), "VATCodeID": row["ID"], "LineNumber": number}
            desk.books["VatPercentages"].put({**period, **own, **desk.made()})
        return desk.books["VATCodes"].change(row, Percentage=current_percentage(desk.books, row, desk.now))

    def check(self, desk: Desk, row: Row, problems: Problems) -> None:
        super().check(desk, row, problems)
        if row.get("Type", "E") not in TYPES:
            problems.add("invalid", "vat_code")
        if row.get("VATTransactionType", "S") not in TRANSACTION_TYPES:
            problems.add("invalid", "vat_transaction")

    def completed(self, desk: Desk, values: Row) -> Row:
        return {"Type": "E", "VATTransactionType": "S", **values}

    def delete(self, desk: Desk, row: Row) -> None:
        super().delete(desk, row)
        for period in desk.books["VatPercentages"].where("VATCodeID", row["ID"]):
            desk.delete("VatPercentages", period["ID"])


VAT_CODES = Resource(
    "vat/VATCodes",
    entity("VATCode"),
    "VATCodes",
    methods=FULL,
    derived={
        **common,
        "GLToPayCode": looked_up("GLAccounts", "GLToPay", "Code"),
        "GLToPayDescription": looked_up("GLAccounts", "GLToPay", "Description"),
        "GLToClaimCode": looked_up("GLAccounts", "GLToClaim", "Code"),
        "GLToClaimDescription": looked_up("GLAccounts", "GLToClaim", "Description"),
        "Country": lambda books, _: books.division.get("Country"),
    },
    links={"VATPercentages": LinkTarget("vat/VatPercentages", "VATCodeID")},
    rules=VatCodeRules(
        "VATCodes",
        mandatory=terms("Code", "Description"),
        references={"GLToPay": Reference("GLAccounts", "ledger"), "GLToClaim": Reference("GLAccounts", "ledger")},
        uses=(
            Use("SalesEntryLines", "VATCode", by_code=True),
            Use("GLAccounts", "VATCode", by_code=True),
            Use("Accounts", "SalesVATCode", by_code=True),
        ),
    ),
)
VAT_PERCENTAGES = Resource("vat/VatPercentages", entity("VatPercentage"), "VatPercentages", derived=common)
