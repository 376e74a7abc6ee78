"""What an entry refers to in the administration under test, and the bodies that the tests post there."""

import uuid
from dataclasses import dataclass
from typing import Any

from simulator.tests.answer import Row
from simulator.tests.api import Api

Body = dict[str, Any]

SALES, REVENUE = 20, 110


@dataclass(frozen=True)
class Books:
    """Found in the lists, so that a real administration with its own codes serves as well."""

    exact: Api
    journal: str
    customer: str
    revenue: str
    vat_code: str
    vat_rate: float

    @classmethod
    def found_by(cls, exact: Api) -> "Books":
        journal = _first(exact, "financial/Journals", f"Type eq {SALES} and IsBlocked eq false", "Code")
        revenue = _first(exact, "financial/GLAccounts", f"Type eq {REVENUE} and IsBlocked eq false", "ID")
        rate = "IsBlocked eq false and VATTransactionType eq 'S' and Type eq 'E' and Percentage gt 0.2"
        vat = _first(exact, "vat/VATCodes", rate, "Code,Percentage")
        code, percentage = vat["Code"].strip(), vat["Percentage"]
        return cls(exact, journal["Code"], new_customer(exact), revenue["ID"], code, percentage)

    def line(self, amount: float, **changed: Any) -> Body:
        return {"AmountFC": amount, "GLAccount": self.revenue, "VATCode": self.vat_code} | changed

    def body(self, *lines: Body, **changed: Any) -> Body:
        entry = {
            "Journal": self.journal,
            "Customer": self.customer,
            "EntryDate": "2026-03-14",
            "DueDate": "2026-04-13",
            "YourRef": reference(),
            "Description": "Voorjaarscongres",
            "SalesEntryLines": list(lines) or [self.line(100)],
        }
        return entry | changed

    def post(self, *lines: Body, **changed: Any) -> Row:
        """Books an entry and gives it back as Exact wrote it down."""
        row: Row = self.exact.post("salesentry/SalesEntries", self.body(*lines, **changed)).expect(201).d
        return row

    def lines(self, entry: Row) -> list[Row]:
        return self.exact.all(f"salesentry/SalesEntries(guid'{entry['EntryID']}')/SalesEntryLines")


def reference() -> str:
    return f"T{uuid.uuid4().hex[:12]}"


def new_customer(exact: Api, **changed: Any) -> str:
    account = {"Name": f"Proefklant {reference()}", "Status": "C", "Postcode": "1234 AB", "Country": "NL"} | changed
    return str(exact.post("crm/Accounts", account).expect(201).d["ID"])


def _first(exact: Api, path: str, condition: str, select: str) -> Row:
    return exact.get(path, select=select, filter=condition, orderby="Code").expect(200).rows[0]
