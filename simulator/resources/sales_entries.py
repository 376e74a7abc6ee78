"""SalesEntries and SalesEntryLines: how they look, and how they are posted, changed and deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.bookkeeping import entries
from simulator.messages import Message, Refused
from simulator.resources.derived import code_of, common, looked_up, one_of
from simulator.resources.resource import FULL, LinkTarget, Resource
from simulator.schema.loader import entity

if TYPE_CHECKING:
    from simulator.books.table import Row
    from simulator.resources.desk import Desk
    from simulator.resources.resource import Lines

STATUS = {20: "Open", 50: "Processed"}
TYPE = {20: "Sales entry", 21: "Sales credit note"}


class EntryRules:
    """A sales entry is written with its lines in one POST; after that, header and lines apart."""

    def create(self, desk: Desk, values: Row, lines: Lines) -> Row:
        return entries.book(desk, values, lines.get("SalesEntryLines", []))

    def update(self, desk: Desk, row: Row, values: Row) -> None:
        entries.rebook(desk, row, values, entries.given_lines(desk, row["EntryID"]))

    def delete(self, desk: Desk, row: Row) -> None:
        entries.erase(desk, row)


class LineRules:
    """A line is added to, changed in or taken from an existing entry; without its last line an entry is gone."""

    def create(self, desk: Desk, values: Row, lines: Lines) -> Row:
        entry = desk.books["SalesEntries"].get(values.get("EntryID", ""))
        if entry is None:
            raise Refused(Message("reference" if values.get("EntryID") else "mandatory", "entry"))
        given = {name: value for name, value in values.items() if name != "EntryID"}
        given["ID"] = desk.client_key("SalesEntryLines", values.get("ID"), desk.switches.entry_id)
        entries.rebook(desk, entry, {}, [*entries.given_lines(desk, entry["EntryID"]), given])
        return desk.books["SalesEntryLines"].rows[given["ID"]]

    def update(self, desk: Desk, row: Row, values: Row) -> None:
        entry = desk.books["SalesEntries"].rows[row["EntryID"]]
        changed = [
            {**line, **values, "ID": line["ID"]} if line["ID"] == row["ID"] else line
            for line in entries.given_lines(desk, entry["EntryID"])
        ]
        entries.rebook(desk, entry, {}, changed)

    def delete(self, desk: Desk, row: Row) -> None:
        entry = desk.books["SalesEntries"].rows[row["EntryID"]]
        left = [line for line in entries.given_lines(desk, entry["EntryID"]) if line["ID"] != row["ID"]]
        if not left:
            return entries.erase(desk, entry)
        entries.demand_open(desk, entry)
        desk.delete("SalesEntryLines", row["ID"])
        entries.rebook(desk, entry, {}, left)
        return None


ENTRIES = Resource(
    "salesentry/SalesEntries",
    entity("SalesEntry"),
    "SalesEntries",
    methods=FULL,
    rules=EntryRules(),
    links={"SalesEntryLines": LinkTarget("salesentry/SalesEntryLines", "EntryID")},
    derived={
        **common,
        "CustomerName": looked_up("Accounts", "Customer", "Name"),
        "JournalDescription": code_of("Journals", "Journal", "Description"),
        "PaymentConditionDescription": code_of("PaymentConditions", "PaymentCondition", "Description"),
        "PaymentConditionPaymentMethod": code_of("PaymentConditions", "PaymentCondition", "PaymentMethod"),
        "StatusDescription": one_of("Status", STATUS),
        "TypeDescription": one_of("Type", TYPE),
    },
)

LINES = Resource(
    "salesentry/SalesEntryLines",
    entity("SalesEntryLine"),
    "SalesEntryLines",
    methods=FULL,
    rules=LineRules(),
    derived={
        **common,
        "GLAccountCode": looked_up("GLAccounts", "GLAccount", "Code"),
        "GLAccountDescription": looked_up("GLAccounts", "GLAccount", "Description"),
        "VATCodeDescription": code_of("VATCodes", "VATCode", "Description"),
        "CostCenterDescription": code_of("Costcenters", "CostCenter", "Description"),
        "CostUnitDescription": code_of("Costunits", "CostUnit", "Description"),
    },
)
