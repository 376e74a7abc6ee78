"""Entities compared field by field with recorded answers of the real service, by the kind of each value.

`data/shapes.json` holds only names and kinds, taken from recordings in the test suites of public clients
(MIT). There is no public recording of a sales entry; the sales invoice of the same administration shares most of its
fields.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from simulator.tests.answer import Row
from simulator.tests.api import Api
from simulator.tests.books import Books
from simulator.tests.shapes import kind_of, merged, shape_of

_ROOT = Path(__file__).parents[2]
RECORDED = _ROOT.parent / "shared" / "recorded"
SHAPES: dict[str, dict[str, Any]] = json.loads((_ROOT / "simulator" / "tests" / "data" / "shapes.json").read_text())

# What a sales invoice has and a sales entry has not, or calls by another name.
INVOICE_ONLY = frozenset({
    "InvoiceDate", "InvoiceID", "OrderDate", "OrderedBy", "OrderedByContactPerson", "OrderedByContactPersonFullName",
    "OrderedByName", "InvoiceTo", "InvoiceToContactPerson", "InvoiceToContactPersonFullName", "InvoiceToName",
    "Remarks", "SalesInvoiceLines", "Salesperson", "SalespersonFullName",
})  # fmt: skip
INVOICE_LINE_ONLY = frozenset({
    "Discount", "Employee", "EmployeeFullName", "EndTime", "InvoiceID", "Item", "ItemDescription", "NetPrice",
    "Pricelist", "PricelistDescription", "StartTime", "UnitCode", "UnitDescription", "UnitPrice",
})  # fmt: skip


def differences(row: Row, recorded: dict[str, str], apart: frozenset[str] = frozenset()) -> dict[str, tuple[str, str]]:
    """Per property the recorded kind and ours, where they differ; a null says nothing about a kind."""
    ours = shape_of(row)
    pairs = {name: (kind, ours.get(name, "absent")) for name, kind in recorded.items() if name not in apart}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1] and "null" not in pair}


def test_a_relation(exact: Api) -> None:
    filled = {
        "Name": "Albex Winkelinrichting B.V.", "AddressLine1": "Voorveste 9", "Postcode": "3995", "City": "Houten",
        "Country": "NL", "Language": "NL", "SearchCode": "ALBEX", "Status": "C", "Email": "info@example.com",
        "Phone": "030-1234567", "VATNumber": "NL001234567B01", "Website": "www.example.com",
        "ChamberOfCommerce": "12345678",
    }  # fmt: skip
    made = exact.post("crm/Accounts", filled).expect(201).d
    row = exact.one("crm/Accounts", filter=f"ID eq guid'{made['ID']}'")
    assert differences(row, SHAPES["Account"]["shape"]) == {}


def test_a_ledger(exact: Api) -> None:
    row = exact.get("financial/GLAccounts", filter="Type eq 120").expect(200).rows[0]
    assert differences(row, SHAPES["GLAccount"]["shape"]) == {}


def test_an_entry(exact: Api, books: Books) -> None:
    entry = books.post(books.line(7500, Quantity=300))
    row = exact.one("salesentry/SalesEntries", filter=f"EntryID eq guid'{entry['EntryID']}'")
    assert differences(row, SHAPES["SalesInvoice"]["shape"], INVOICE_ONLY) == {}


def test_a_line(books: Books) -> None:
    (line,) = books.lines(books.post(books.line(7500, Quantity=300, Description="Standaard artikel")))
    assert differences(line, SHAPES["SalesInvoiceLine"]["shape"], INVOICE_LINE_ONLY) == {}


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (None, "null"),
        (False, "boolean"),
        (9075, "number"),
        (0.21, "number"),
        ("/Date(1351209600000)/", "date"),
        ("71b961de-b9f3-49fe-883d-0f46c7e0e89b", "guid"),
        ("4406", "text"),
        ("                 8", "text(-18)"),
        ("NL ", "text(3)"),
        ({"__deferred": {"uri": "x"}}, "__deferred"),
        ({"results": []}, "results"),
    ],
)
def test_kinds(value: Any, kind: str) -> None:
    assert kind_of(value) == kind


@pytest.mark.skipif(not RECORDED.is_dir(), reason="the recordings lie outside the repository")
@pytest.mark.parametrize("entity", ["Account", "GLAccount", "SalesInvoice"])
def test_the_shapes_are_those_of_the_recordings(entity: str) -> None:
    bodies = [json.loads((RECORDED / name).read_text("utf-8-sig"))["d"] for name in SHAPES[entity]["recorded_in"]]
    rows = [row for d in bodies for row in d.get("results", [d])]
    assert merged([shape_of(row) for row in rows]) == SHAPES[entity]["shape"]
