"""The lists an entry refers to: what is in them and how a client picks from them."""

from collections import Counter
from collections.abc import Callable

import pytest

from simulator.tests.api import Api
from simulator.tests.control import BE_APP, BELGIUM, CORPUS, DUTCH, ENGLISH, FRENCH, NL_APP, SECOND, VENUE, Control
from simulator.tests.test_values import as_date

SignIn = Callable[..., Api]
REVENUE = 110


def codes(exact: Api, path: str, condition: str) -> list[str]:
    return [row["Code"].strip() for row in exact.all(path, select="Code", filter=condition)]


def test_the_venue_has_a_realistic_chart_of_accounts(control: Control, exact: Api) -> None:
    types = Counter(row["Type"] for row in exact.all("financial/GLAccounts", select="Type"))
    assert sum(types.values()) >= 150
    assert {10, 12, 20, 21, 22, 24, 27, 90, REVENUE, 111, 120, 121} <= set(types)


def test_blocked_and_cost_centre_ledgers(control: Control, exact: Api) -> None:
    assert codes(exact, "financial/GLAccounts", "IsBlocked eq true and Type eq 110")
    assert codes(exact, "financial/GLAccounts", "UseCostcenter eq 1 and Costcenter ne null")
    assert codes(exact, "financial/GLAccounts", "UseCostcenter eq 1 and Costcenter eq null")


def test_sales_journals(control: Control, exact: Api) -> None:
    assert len(codes(exact, "financial/Journals", "Type eq 20 and IsBlocked eq false")) >= 3
    assert codes(exact, "financial/Journals", "Type eq 20 and IsBlocked eq true") == ["75"]


def test_a_sales_journal_names_its_receivable_account(control: Control, exact: Api) -> None:
    journal = exact.one("financial/Journals", filter="Code eq '70'")
    ledger = exact.one("financial/GLAccounts", select="Code,Type", filter=f"ID eq guid'{journal['GLAccount']}'")
    assert (ledger["Code"], ledger["Type"]) == (journal["GLAccountCode"], journal["GLAccountType"]) == ("1300", 20)


def test_sales_vat_codes_by_the_filter_of_a_mapping_screen(control: Control, exact: Api) -> None:
    condition = "IsBlocked eq false and (VATTransactionType eq 'S' or VATTransactionType eq 'B')"
    rows = exact.all("vat/VATCodes", select="Code,Type,Percentage", filter=condition)
    assert {row["Type"] for row in rows} == {"E", "I", "B", "N"}
    assert len([row for row in rows if row["Percentage"] == 0]) >= 5


def test_percentages_of_a_code_over_the_years(control: Control, exact: Api) -> None:
    low = exact.one("vat/VATCodes", select="ID,Percentage", filter="trim(Code) eq '1'")
    periods = exact.all("vat/VatPercentages", filter=f"VATCodeID eq guid'{low['ID']}'")
    periods.sort(key=lambda row: row["LineNumber"])
    assert [row["Percentage"] for row in periods] == [0.06, 0.09]
    assert as_date(periods[0]["EndDate"]).date().isoformat() == "2018-12-31"
    assert as_date(periods[1]["StartDate"]).date().isoformat() == "2019-01-01"
    assert periods[1]["EndDate"] is None
    assert low["Percentage"] == 0.09


def test_percentages_through_the_link_of_the_code(control: Control, exact: Api) -> None:
    code = exact.one("vat/VATCodes", filter="trim(Code) eq '1'")
    assert len(exact.get(code["VATPercentages"]["__deferred"]["uri"]).expect(200).rows) == 2


def test_payment_conditions(control: Control, exact: Api) -> None:
    rows = exact.all("cashflow/PaymentConditions", select="Code,PaymentDays,PaymentEndOfMonths,PaymentMethod")
    assert {row["PaymentMethod"] for row in rows} == {"B", "I", "K", "Q"}
    plain = {row["PaymentDays"] for row in rows if row["PaymentMethod"] == "B" and not row["PaymentEndOfMonths"]}
    assert {0, 7, 8, 14, 15, 21, 30, 60} <= plain
    assert any(row["PaymentEndOfMonths"] for row in rows)


def test_periods_are_calendar_months(control: Control, exact: Api) -> None:
    row = exact.one("financial/FinancialPeriods", filter="FinYear eq 2026 and FinPeriod eq 2")
    assert as_date(row["StartDate"]).date().isoformat() == "2026-02-01"
    assert as_date(row["EndDate"]).date().isoformat() == "2026-02-28"


def test_journal_status_tells_closed_periods(control: Control, exact: Api) -> None:
    condition = "Journal eq '70' and Year eq 2024"
    rows = exact.all("read/financial/JournalStatusList", filter=condition)
    closed = {row["Period"] for row in rows if row["Status"] == 1}
    assert closed == {1, 2, 3, 4, 5, 6}


def test_currencies(exact: Api) -> None:
    assert "EUR" in [row["Code"] for row in exact.all("general/Currencies", select="Code")]


@pytest.mark.parametrize("path", ["hrm/Costcenters", "hrm/Costunits"])
def test_ended_cost_centres_and_units(control: Control, exact: Api, path: str) -> None:
    assert codes(exact, path, "EndDate lt datetime'2024-01-01T00:00:00'")
    assert codes(exact, path, "EndDate eq null")


def test_the_second_venue_has_the_same_codes_and_other_guids(control: Control, sign_in: SignIn) -> None:
    first, second = sign_in(DUTCH, VENUE), sign_in(ENGLISH, SECOND)
    for path in ("financial/GLAccounts", "financial/Journals", "vat/VATCodes", "cashflow/PaymentConditions"):
        ours = {row["Code"]: row["ID"] for row in first.all(path, select="ID,Code")}
        theirs = {row["Code"]: row["ID"] for row in second.all(path, select="ID,Code")}
        assert ours.keys() == theirs.keys()
        assert not set(ours.values()) & set(theirs.values())


def test_the_corpus_administration_has_a_code_per_rate(control: Control, sign_in: SignIn) -> None:
    corpus = sign_in(DUTCH, CORPUS)
    rows = corpus.all("vat/VATCodes", select="Code,Type,Percentage", filter="VATTransactionType eq 'S'")
    taxed = {round(row["Percentage"] * 100) for row in rows if row["Type"] == "E" and row["Percentage"]}
    assert taxed == {6, 7, 9, 10, 12, 15, 16, 19, 20, 21, 25}
    assert len([row for row in rows if not row["Percentage"]]) == 8


@pytest.mark.parametrize(
    ("user", "division", "client"), [(DUTCH, VENUE, NL_APP), (DUTCH, CORPUS, NL_APP), (FRENCH, BELGIUM, BE_APP)]
)
def test_a_code_for_every_situation_without_vat(
    control: Control, sign_in: SignIn, user: str, division: int, client: str
) -> None:
    """Zero rate, reversed at home, goods and services within the EU, export, exempt, outside the scope, deposit."""
    rows = sign_in(user, division, [division], client).all(
        "vat/VATCodes", filter="Percentage eq 0 and IsBlocked eq false"
    )
    assert {row["EUSalesListing"] for row in rows} >= {"N", "L", "S"}
    kinds = Counter((row["Type"], row["EUSalesListing"]) for row in rows)
    assert kinds["E", "N"] >= 1
    assert kinds["B", "N"] >= 2
    assert kinds["N", "N"] >= 3


def test_the_corpus_administration_is_open_from_2007(control: Control, sign_in: SignIn) -> None:
    corpus = sign_in(DUTCH, CORPUS)
    years = {row["FinYear"] for row in corpus.all("financial/FinancialPeriods", select="FinYear")}
    assert years == set(range(2007, 2028))
    assert all(row["Status"] == 0 for row in corpus.all("read/financial/JournalStatusList", select="Status"))


def test_the_belgian_venue_is_french(control: Control, sign_in: SignIn) -> None:
    belgium = sign_in(FRENCH, BELGIUM, [BELGIUM], BE_APP)
    assert belgium.one("financial/Journals", select="Description", filter="Code eq '700'")["Description"] == "Ventes"
    rates = belgium.all("vat/VATCodes", select="Percentage", filter="VATTransactionType eq 'S'")
    assert {0.06, 0.12, 0.21} <= {row["Percentage"] for row in rates}


def test_ugly_relations(control: Control, exact: Api) -> None:
    rows = exact.all("sync/CRM/Accounts", select="Name,Postcode,Status,Blocked,EndDate,IsAnonymised,IsSupplier")
    assert len(rows) >= 2000
    assert any(row["Blocked"] for row in rows)
    assert any(row["EndDate"] for row in rows)
    assert any(row["IsAnonymised"] for row in rows)
    assert any(row["Status"] == "P" for row in rows)
    assert any(row["IsSupplier"] and row["Status"] != "C" for row in rows)
    assert any(row["Postcode"] is None for row in rows)
    assert max(Counter((row["Name"], row["Postcode"]) for row in rows if row["Postcode"]).values()) > 1


def test_the_property_is_spelled_as_clients_expect(exact: Api) -> None:
    assert "VatMargin" in exact.get("vat/VATCodes").expect(200).rows[0]
