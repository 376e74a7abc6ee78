"""Values on the wire: dates, numbers, and codes with the spaces Exact puts around them."""

import re
from datetime import UTC, datetime

import pytest

from simulator.tests.api import Api
from simulator.tests.books import Books, reference
from simulator.tests.control import Control

ENTRIES, ACCOUNTS = "salesentry/SalesEntries", "crm/Accounts"


def as_date(value: str) -> datetime:
    match = re.fullmatch(r"/Date\((-?\d+)\)/", value)
    assert match, value
    return datetime.fromtimestamp(int(match[1]) / 1000, UTC)


@pytest.mark.parametrize("written", ["2026-03-01", "2026-03-01T00:00:00"])
def test_a_date_reads_back_as_midnight_utc(exact: Api, books: Books, written: str) -> None:
    entry = books.post(EntryDate=written)
    assert as_date(entry["EntryDate"]) == datetime(2026, 3, 1, tzinfo=UTC)


def test_the_slashes_of_a_date_are_escaped(exact: Api, books: Books) -> None:
    entry = books.post(Description='Van ")/" tot "/Date("')
    answer = exact.get(ENTRIES, select="EntryDate,Description", filter=f"EntryID eq guid'{entry['EntryID']}'")
    assert re.search(r'"EntryDate":"\\/Date\(\d+\)\\/"', answer.text)
    assert answer.row["Description"] == 'Van ")/" tot "/Date("'
    assert "://" in answer.text


def test_a_date_ending_in_z_is_accepted(exact: Api, books: Books) -> None:
    entry = books.post(EntryDate="2026-03-15T00:00:00Z")
    assert as_date(entry["EntryDate"]) == datetime(2026, 3, 15, tzinfo=UTC)


def test_a_timestamp_is_local_time_written_as_utc(control: Control, exact: Api, books: Books) -> None:
    created = as_date(books.post()["Created"])
    now = datetime.fromtimestamp(control.now(), UTC)
    assert 3540 < (created - now).total_seconds() < 7260


def test_a_number_may_be_sent_as_text(exact: Api, books: Books) -> None:
    entry = books.post(books.line("12.50"))  # type: ignore[arg-type] # clients send text to keep cents exact
    assert books.lines(entry)[0]["AmountFC"] == 12.5


def test_relation_codes_are_padded_to_the_right_of_18(exact: Api) -> None:
    row = exact.get(ACCOUNTS, select="ID,Code,Country", filter="Name ne 'x' and Country eq 'NL'", top=1).rows[0]
    assert len(row["Code"]) == 18
    assert row["Code"].startswith(" ")
    assert row["Country"] == "NL "


def test_a_relation_code_is_found_padded_or_trimmed(control: Control, exact: Api) -> None:
    code = f"{10001:>18}"
    assert exact.one(ACCOUNTS, select="Code", filter=f"Code eq '{code}'")["Code"] == code
    assert exact.one(ACCOUNTS, select="Code", filter="trim(Code) eq '10001'")["Code"] == code
    assert exact.get(ACCOUNTS, select="Code", filter="Code eq '10001'").expect(200).rows == []


def test_vat_codes_are_padded_to_3(control: Control, exact: Api) -> None:
    codes = [row["Code"] for row in exact.all("vat/VATCodes", select="Code")]
    assert {len(code) for code in codes} == {3}
    assert "2  " in codes


def test_vat_codes_on_lines_are_padded_and_written_either_way(control: Control, exact: Api, books: Books) -> None:
    entry = books.post(books.line(1, VATCode="2"), books.line(1, VATCode="2  "))
    assert [line["VATCode"] for line in books.lines(entry)] == ["2  ", "2  "]


def test_language_and_search_code_are_padded(control: Control, exact: Api) -> None:
    body = {"Name": "Taal", "Status": "C", "Language": "NL", "SearchCode": "K123"}
    made = exact.post(ACCOUNTS, body).expect(201).d
    assert made["Language"] == "NL        "
    assert made["SearchCode"] == "K123     "


@pytest.mark.parametrize("path", ["financial/GLAccounts", "financial/Journals", "cashflow/PaymentConditions"])
def test_other_codes_are_not_padded(exact: Api, path: str) -> None:
    assert all(row["Code"] == row["Code"].strip() for row in exact.get(path, select="Code").rows)


def test_percentages_are_fractions(control: Control, exact: Api) -> None:
    rates = {row["Code"].strip(): row["Percentage"] for row in exact.all("vat/VATCodes", select="Code,Percentage")}
    assert (rates["1"], rates["2"], rates["5"]) == (0.09, 0.21, 0)


def test_text_survives_the_round_trip(exact: Api, books: Books) -> None:
    description = "Wąż Łódź 'Café' \"ß\" & <b> 🎉 ½"
    entry = books.post(YourRef=reference(), Description=description)
    assert (
        exact.one(ENTRIES, select="Description", filter=f"EntryID eq guid'{entry['EntryID']}'")["Description"]
        == description
    )
