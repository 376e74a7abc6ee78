"""Booking a sale: totals, VAT, dates, numbers, and the credit note."""

import uuid

import pytest

from simulator.tests.api import Api
from simulator.tests.books import Books, reference
from simulator.tests.control import Control
from simulator.tests.test_values import as_date

ENTRIES = "salesentry/SalesEntries"


def ledger(exact: Api, code: str) -> str:
    return exact.id_of("financial/GLAccounts", code)


def test_totals(exact: Api, books: Books) -> None:
    entry = books.post(books.line(1000), books.line(450))
    vat = round(1000 * books.vat_rate, 2) + round(450 * books.vat_rate, 2)
    assert entry["VATAmountFC"] == entry["VATAmountDC"] == pytest.approx(vat)
    assert entry["AmountFC"] == entry["AmountDC"] == pytest.approx(1450 + vat)


def test_reads_back_what_was_sent(exact: Api, books: Books) -> None:
    sent = {"YourRef": reference(), "Description": "Congres 4711", "PaymentReference": "RF18539007547034"}
    entry = books.post(**sent)
    row = exact.one(ENTRIES, filter=f"YourRef eq '{sent['YourRef']}'")
    assert {name: row[name] for name in sent} == sent
    assert row["EntryID"] == entry["EntryID"]
    assert (row["Journal"], row["Customer"]) == (books.journal, books.customer)
    assert (row["Type"], row["Status"], row["Division"]) == (20, 20, exact.division)


def test_lines_in_the_order_sent(exact: Api, books: Books) -> None:
    entry = books.post(books.line(3, Description="c"), books.line(1, Description="a"), books.line(2, Description="b"))
    lines = books.lines(entry)
    assert [line["Description"] for line in lines] == ["c", "a", "b"]
    assert [line["LineNumber"] for line in lines] == [1, 2, 3]
    assert {line["EntryID"] for line in lines} == {entry["EntryID"]}


def test_descriptions_are_looked_up(control: Control, exact: Api, books: Books) -> None:
    entry = books.post(books.line(1, GLAccount=ledger(exact, "8000"), VATCode="2"), Journal="70", PaymentCondition="30")
    (line,) = books.lines(entry)
    assert (entry["JournalDescription"], entry["PaymentConditionDescription"]) == ("Verkoopboek", "30 dagen")
    assert (line["GLAccountCode"], line["GLAccountDescription"]) == ("8000", "Omzet zaalverhuur")
    assert line["VATCodeDescription"] == "Btw hoog tarief, exclusief"
    assert line["VATPercentage"] == 0.21


def test_vat_is_rounded_per_line(control: Control, books: Books) -> None:
    entry = books.post(*[books.line(0.12, VATCode="2")] * 3)
    assert entry["VATAmountFC"] == 0.09


def test_half_a_cent_is_rounded_away_from_zero(control: Control, books: Books) -> None:
    assert books.post(books.line(0.5, VATCode="2"))["VATAmountFC"] == 0.11
    assert books.post(books.line(-0.5, VATCode="2"))["VATAmountFC"] == -0.11


def test_a_given_vat_amount_is_kept(books: Books) -> None:
    entry = books.post(books.line(100, VATAmountFC=21.01))
    assert entry["VATAmountFC"] == 21.01
    assert entry["AmountFC"] == 121.01


@pytest.mark.parametrize(
    ("code", "net", "vat", "gross"),
    [
        ("2", 100, 21, 121),
        ("1", 100, 9, 109),
        ("5", 100, 0, 100),
        ("6", 100, 0, 100),
        ("7", 100, 0, 100),
        ("9", 100, 0, 100),
        ("10", 100, 0, 100),
        ("0", 100, 0, 100),
    ],
)
def test_vat_by_the_type_of_the_code(
    control: Control, books: Books, code: str, net: float, vat: float, gross: float
) -> None:
    entry = books.post(books.line(net, VATCode=code))
    assert (entry["VATAmountFC"], entry["AmountFC"]) == (vat, gross)


def test_an_inclusive_code_takes_the_amount_as_gross(control: Control, books: Books) -> None:
    entry = books.post(books.line(121, VATCode="4"))
    assert (entry["VATAmountFC"], entry["AmountFC"]) == (21, 121)


def test_an_inclusive_code_is_refused_when_switched_so(control: Control, exact: Api, books: Books) -> None:
    control.switch(inclusive_vat="refuse")
    exact.post(ENTRIES, books.body(books.line(121, VATCode="4"))).expect(500)


@pytest.mark.parametrize(("rounding", "vat"), [("half_up", 0.42), ("down", 0.4), ("document", 0.41)])
def test_vat_is_rounded_as_switched(control: Control, books: Books, rounding: str, vat: float) -> None:
    control.switch(vat_rounding=rounding)
    low, high = books.line(0.98, VATCode="2"), books.line(0.98, VATCode="2")
    entry = books.post(low, high)
    assert entry["VATAmountFC"] == vat
    assert entry["AmountFC"] == round(1.96 + vat, 2)


def test_without_a_code_the_ledger_decides(control: Control, exact: Api, books: Books) -> None:
    entry = books.post({"AmountFC": 100, "GLAccount": ledger(exact, "8140")})
    assert books.lines(entry)[0]["VATCode"] == "1  "
    assert entry["VATAmountFC"] == 9


def test_the_percentage_is_that_of_the_entry_date(control: Control, exact: Api, books: Books) -> None:
    start, end = "2018-12-01", "2018-12-31"
    period = {"FinYear": 2018, "FinPeriod": 12, "StartDate": start, "EndDate": end}
    control.insert(exact.division, "FinancialPeriods", period)
    assert books.post(books.line(100, VATCode="1"), EntryDate=end)["VATAmountFC"] == 6


def test_a_credit_note_is_negative(books: Books) -> None:
    entry = books.post(books.line(-100), books.line(-10, VATAmountFC=-2.11))
    assert entry["Type"] == 21
    assert entry["AmountFC"] == pytest.approx(-110 - 2.11 - round(100 * books.vat_rate, 2))


def test_the_sign_of_the_total_decides_the_type(books: Books) -> None:
    assert books.post(books.line(-100), books.line(150))["Type"] == 20
    assert books.post(books.line(100), books.line(-150))["Type"] == 21


def test_deposits_on_balance_ledgers(control: Control, exact: Api, books: Books) -> None:
    for code in ("1850", "1851", "1852", "1860"):
        books.post(books.line(100, GLAccount=ledger(exact, code), VATCode="2"))


def test_currency_defaults_to_the_administrations(books: Books) -> None:
    assert books.post()["Currency"] == "EUR"


def test_entry_date_defaults_to_today(control: Control, exact: Api, books: Books) -> None:
    body = books.body()
    del body["EntryDate"], body["DueDate"]
    entry = exact.post(ENTRIES, body).expect(201).d
    assert abs(as_date(entry["EntryDate"]).timestamp() - control.now()) < 2 * 86400


def test_year_and_period_follow_from_the_date(books: Books) -> None:
    entry = books.post(EntryDate="2026-03-31")
    assert (entry["ReportingYear"], entry["ReportingPeriod"]) == (2026, 3)


def test_year_and_period_may_be_given(books: Books) -> None:
    entry = books.post(EntryDate="2026-03-31", ReportingYear=2026, ReportingPeriod=4)
    assert (entry["ReportingYear"], entry["ReportingPeriod"]) == (2026, 4)


@pytest.mark.parametrize(
    ("condition", "dated", "due"),
    [
        ("30", "2026-01-17", "2026-02-16"),
        ("14", "2026-12-31", "2027-01-14"),
        ("0", "2026-01-17", "2026-01-17"),
        ("EM15", "2026-01-17", "2026-04-15"),
        ("EM", "2026-01-17", "2026-02-28"),
    ],
)
def test_due_date_by_condition(
    control: Control, exact: Api, books: Books, condition: str, dated: str, due: str
) -> None:
    body = books.body(EntryDate=dated, PaymentCondition=condition)
    del body["DueDate"]
    entry = exact.post(ENTRIES, body).expect(201).d
    assert as_date(entry["DueDate"]).date().isoformat() == due


def test_a_given_due_date_stands(books: Books) -> None:
    entry = books.post(DueDate="2026-05-05")
    assert as_date(entry["DueDate"]).date().isoformat() == "2026-05-05"


def test_the_condition_comes_from_the_relation_then_the_division(control: Control, exact: Api, books: Books) -> None:
    from_relation = (
        exact.post("crm/Accounts", {"Name": "Vaste klant", "Status": "C", "PaymentConditionSales": "14"})
        .expect(201)
        .d["ID"]
    )
    assert books.post(Customer=from_relation)["PaymentCondition"] == "14"
    assert books.post()["PaymentCondition"] == "30"


def test_an_entry_id_of_our_own(control: Control, exact: Api, books: Books) -> None:
    ours = str(uuid.uuid4())
    assert books.post(EntryID=ours)["EntryID"] == ours
    assert exact.post(ENTRIES, books.body(EntryID=ours)).expect(500).message
    assert len(exact.all(ENTRIES, select="EntryID", filter=f"EntryID eq guid'{ours}'")) == 1


def test_an_entry_id_of_our_own_accepted_as_new(control: Control, books: Books) -> None:
    control.switch(entry_id="accept_as_new")
    ours = str(uuid.uuid4())
    assert books.post(EntryID=ours)["EntryID"] == ours
    assert books.post(EntryID=ours)["EntryID"] != ours


def test_an_entry_id_of_our_own_ignored(control: Control, books: Books) -> None:
    control.switch(entry_id="ignore")
    ours = str(uuid.uuid4())
    assert books.post(EntryID=ours)["EntryID"] != ours


def test_the_same_reference_may_be_booked_twice(exact: Api, books: Books) -> None:
    same = reference()
    books.post(YourRef=same)
    books.post(YourRef=same)
    assert len(exact.all(ENTRIES, select="EntryID", filter=f"YourRef eq '{same}'")) == 2
