"""`$filter`: every operator, literal and function of the dialect, with its precedence and its refusals."""

import pytest

from simulator.tests.api import Api
from simulator.tests.control import Control

JOURNALS, CONDITIONS, CENTRES = "financial/Journals", "cashflow/PaymentConditions", "hrm/Costcenters"

ACCEPTED = [
    # operators
    (JOURNALS, "Type eq 22", "60 61"),
    (JOURNALS, "Type ne 20 and Type ne 90 and Type ne 22", "10 11 20 21 25 68 78"),
    (JOURNALS, "Type gt 22", "68 90 91 95"),
    (JOURNALS, "Type ge 23", "68 90 91 95"),
    (JOURNALS, "Type lt 12", "10 11"),
    (JOURNALS, "Type le 12", "10 11 20 21"),
    (JOURNALS, "not (Type le 23)", "90 91 95"),
    (JOURNALS, "not IsBlocked and Type eq 20", "70 71 72 73 74"),
    # precedence: not, comparison, and, or
    (JOURNALS, "Type eq 10 or Type eq 20 and IsBlocked eq true", "10 11 75"),
    (JOURNALS, "(Type eq 10 or Type eq 20) and IsBlocked eq true", "75"),
    (JOURNALS, "IsBlocked eq true and Type eq 20 or Type eq 10", "10 11 75"),
    (JOURNALS, "not (Type eq 20) and not (Type eq 90) and Type gt 16", "60 61 68 78"),
    (JOURNALS, "((((Type eq 16))))", "25"),
    # literals
    (JOURNALS, "IsBlocked eq true", "75"),
    (JOURNALS, "Type eq 16 and IsBlocked eq false", "25"),
    (JOURNALS, "Code eq '25'", "25"),
    (JOURNALS, "Type eq 16L", "25"),
    (JOURNALS, "Type eq 16d", "25"),
    (JOURNALS, "GLAccount eq null and Type eq 90", "90 91 95"),
    (JOURNALS, "GLAccount ne null and Type eq 16", "25"),
    (CONDITIONS, "PaymentDays eq 45", "45"),
    (CONDITIONS, "DiscountPercentage eq 0.02", "60K"),
    (CONDITIONS, "DiscountPercentage gt 0.01d", "60K"),
    (CENTRES, "EndDate lt datetime'2024-01-01T00:00:00'", "OUD"),
    (CENTRES, "EndDate eq datetime'2023-12-31'", "OUD"),
    (CENTRES, "EndDate ne null", "OUD"),
    # functions
    (CENTRES, "substringof('aal', Description)", "ZAAL THEATER"),
    (CENTRES, "substringof('aal',Description) eq true", "ZAAL THEATER"),
    (CENTRES, "substringof('oude', Description) eq false and startswith(Code,'T')", "THEATER TECHNIEK"),
    (CENTRES, "startswith(Code,'T') eq true", "THEATER TECHNIEK"),
    (CENTRES, "endswith(Code,'EL') eq true", "HOTEL"),
    (CENTRES, "tolower(Code) eq 'hotel'", "HOTEL"),
    (CENTRES, "toupper(Description) eq 'HOTEL'", "HOTEL"),
    (CENTRES, "trim(Code) eq 'HOTEL'", "HOTEL"),
    (CENTRES, "startswith(tolower(trim(Code)), 'ho')", "HOTEL"),
]


@pytest.mark.parametrize(("path", "condition", "codes"), ACCEPTED)
def test_finds_exactly_these(control: Control, exact: Api, path: str, condition: str, codes: str) -> None:
    rows = exact.all(path, select="Code", filter=condition)
    assert sorted(row["Code"].strip() for row in rows) == sorted(codes.split())


REFUSED = [
    "Type",
    "Type eq",
    "eq 20",
    "Type eq 20 and",
    "Type eq 20 Code eq '70'",
    "(Type eq 20",
    "Type eq 20)",
    "Type = 20",
    "Type like 20",
    "Code eq '70",
    "Code eq 'O'Brien'",
    "contains(Code,'7')",
    "nosuchfunction(Code) eq 'x'",
    "trim() eq 'x'",
    "NoSuchProperty eq 1",
    "Type eq '20'",
    "Code eq 70",
    "ID eq 5",
    "ID eq guid'not-a-guid'",
    "Created gt datetime'yesterday'",
    "GLAccount/Code eq '1300'",
    "not Type le 23",
    "ID eq GLAccount",
]


@pytest.mark.parametrize("condition", REFUSED)
def test_refuses_what_is_no_condition(control: Control, exact: Api, condition: str) -> None:
    answer = exact.get(JOURNALS, select="Code", filter=condition).expect(400)
    assert answer.message


def test_names_types_and_position(control: Control, exact: Api) -> None:
    answer = exact.get(JOURNALS, select="Code", filter="ID eq 5").expect(400)
    expected = "Operator 'eq' incompatible with operand types 'System.Guid' and 'System.Int32' at position 3."
    assert answer.message == expected


def test_asks_for_a_comparison(control: Control, exact: Api) -> None:
    answer = exact.get(JOURNALS, select="Code", filter="Type").expect(400)
    assert answer.message == "Expression of type 'System.Boolean' expected at position 0."


def test_doubles_a_quote(exact: Api) -> None:
    name = 'Café \'t Hoekje & Zn. + "meer" #1 100%'
    made = exact.post("crm/Accounts", {"Name": name, "Status": "C"}).expect(201).d["ID"]
    doubled = name.replace("'", "''")
    found = exact.all("crm/Accounts", select="ID", filter=f"Name eq '{doubled}'")
    assert made in [row["ID"] for row in found]


def test_finds_by_guid(exact: Api) -> None:
    first = exact.get(JOURNALS, select="ID,Code", top=1).expect(200).row
    assert exact.one(JOURNALS, select="ID,Code", filter=f"ID eq guid'{first['ID']}'")["Code"] == first["Code"]


def test_forty_references_in_one_question(exact: Api) -> None:
    condition = " or ".join(f"YourRef eq 'F2026-{number:05}'" for number in range(40))
    assert exact.get("salesentry/SalesEntries", select="EntryID", filter=condition).expect(200).rows == []


def test_refuses_functions_when_they_are_switched_off(control: Control, exact: Api) -> None:
    control.switch(substringof="not_implemented")
    exact.get(CENTRES, select="Code", filter="substringof('a',Code) eq true").expect(501)
    exact.get(CENTRES, select="Code", filter="Code eq 'ZAAL'").expect(200)
