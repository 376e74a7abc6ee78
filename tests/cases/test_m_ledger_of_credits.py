"""Kind M: a credit takes back what stands in the books on the ledger where its invoice is, in its own month."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from simulator.tests.control import VENUE
from tests.cases.books import HALL, back, booked_on, change_group, sold
from tests.cases.selling import choose, ledger_id, line, play, press, remarks
from tests.cases.stage import VAT_CODES

if TYPE_CHECKING:
    from tests.cases.case import Case

OTHER = "21-9999"
"""A rate group whose ledger number Exact does not have."""


def test_a_ledger_that_was_filled_in_since_leaves_the_credit_on_the_default(case: Case) -> None:
    play(case, sold("N01", line("100.00", "21.00", group=OTHER)))
    assert booked_on(case, "N01") == [("8030", "2", 100, 21)]
    change_group(case, OTHER, "8010")
    play(
        case,
        back("C01", "N01", line("-100.00", "-21.00", group=OTHER)),
        sold("N02", line("10.00", "2.10", group=OTHER)),
    )
    assert booked_on(case, "C01") == [("8030", "2", -100, -21)]
    assert booked_on(case, "N02") == [("8010", "2", 10, 2.1)]


def test_a_ledger_that_was_changed_since_leaves_the_credit_where_its_invoice_is(case: Case) -> None:
    play(case, sold("N01"))
    change_group(case, "21-8000", "8010")
    play(case, back("C01", "N01"))
    assert booked_on(case, "C01") == [("8000", "2", -100, -21)]


def two_ledgers(case: Case) -> None:
    play(case, sold("N01", line("100.00", "21.00"), line("50.00", "10.50", group=OTHER)))
    change_group(case, OTHER, "8010")


def test_a_part_of_one_of_two_ledgers(case: Case) -> None:
    two_ledgers(case)
    play(case, back("C01", "N01", line("-20.00", "-4.20", group=OTHER)))
    assert booked_on(case, "C01") == [("8030", "2", -20, -4.2)]


def test_all_of_two_ledgers(case: Case) -> None:
    two_ledgers(case)
    play(case, back("C01", "N01", line("-100.00", "-21.00"), line("-50.00", "-10.50", group=OTHER)))
    assert booked_on(case, "C01") == [("8000", "2", -100, -21), ("8030", "2", -50, -10.5)]


def test_two_ledgers_that_changed_places_since(case: Case) -> None:
    """A part of one, and all of it."""
    play(case, sold("N01", line("100.00", "21.00"), line("50.00", "10.50", group=OTHER)))
    change_group(case, OTHER, "8000")
    change_group(case, "21-8000", "8030")
    play(
        case,
        back("C01", "N01", line("-20.00", "-4.20", group=OTHER)),
        back("C02", "N01", line("-80.00", "-16.80"), line("-30.00", "-6.30", group=OTHER)),
        sold("N02"),
    )
    assert booked_on(case, "C01") == [("8030", "2", -20, -4.2)]
    assert booked_on(case, "C02") == [("8000", "2", -80, -16.8), ("8030", "2", -30, -6.3)]
    assert booked_on(case, "N02") == [("8030", "2", 100, 21)]
    assert [remarks(case, number) for number in ("C01", "C02")] == [[], []]
    press(case, "N01", "kijk-in-exact")
    assert remarks(case, "N01") == ["default_ledger"], "a look finds what was sent, whatever would be sent now"


def test_a_ledger_that_is_blocked_since_cannot_take_the_credit(case: Case) -> None:
    """Then it goes where the venue says now, which is why the number was changed."""
    play(case, sold("N01"))
    change_group(case, "21-8000", "8010")
    case.control.patch(VENUE, "GLAccounts", {"Code": "8000"}, IsBlocked=True)
    play(case, back("C01", "N01"))
    assert booked_on(case, "C01") == [("8010", "2", -100, -21)]


def test_two_parts_in_two_months_of_an_invoice_whose_month_is_closed(case: Case) -> None:
    """VAT of a credit belongs to the return of its own day (Wet OB, article 29, and its practice)."""
    two = line("200.00", "42.00")
    play(case, sold("N01", two, date_sent="2026-09-20"))
    case.control.insert(VENUE, "ClosedPeriods", {"Journal": "70", "Year": 2026, "Period": 9})
    first, second = (line("-50.00", "-10.50"), line("-25.00", "-5.25"))
    play(case, back("C01", "N01", first, date_sent="2026-10-31"), back("C02", "N01", second, date_sent="2026-11-02"))
    periods = {
        number: (case.entry(number)["ReportingPeriod"], case.entry(number)["AmountFC"]) for number in case.states()
    }
    assert periods == {"N01": (9, 242), "C01": (10, -60.5), "C02": (11, -30.25)}


def test_the_journal_that_was_chosen_since_takes_the_credit_and_the_invoice_is_found_in_its_own(case: Case) -> None:
    play(case, sold("N01"))
    choose(case, journal_code="71")
    play(case, back("C01", "N01"))
    press(case, "N01", "kijk-in-exact")
    assert [case.entry(number)["Journal"].strip() for number in ("N01", "C01")] == ["70", "71"]
    assert remarks(case, "N01") == []


def test_a_ledger_that_the_bookkeeper_changed_in_exact_takes_the_credit_once_somebody_saw_it(case: Case) -> None:
    play(case, sold("N01"))
    moved = {"EntryID": case.entry("N01")["EntryID"]}
    case.control.patch(VENUE, "SalesEntryLines", moved, GLAccount=ledger_id(case, "8010"))
    press(case, "N01", "kijk-in-exact")
    play(case, back("C01", "N01"))
    assert booked_on(case, "C01") == [("8010", "2", -100, -21)]


@pytest.mark.parametrize(("is_blocked", "code"), [(False, "2"), (True, "17")], ids=["still there", "blocked"])
def test_a_vat_code_that_was_replaced_since_is_that_of_its_invoice(case: Case, is_blocked: bool, code: str) -> None:
    """What is taken back leaves the box of the return that it came in by, as long as the code can be used."""
    case.control.patch(VENUE, "VATCodes", {"Code": "17"}, IsBlocked=False)
    play(case, sold("N01"))
    choose(case, vat_codes=VAT_CODES | {Decimal(21): "17"})
    case.control.patch(VENUE, "VATCodes", {"Code": "2"}, IsBlocked=is_blocked)
    play(case, back("C01", "N01"), sold("N02"))
    assert [booked_on(case, number)[0][1] for number in ("N01", "C01", "N02")] == ["2", code, "17"]


@pytest.mark.parametrize(("then", "since"), [({}, {"21-8000": "17"}), ({"21-8000": "17"}, {})], ids=["made", "taken"])
def test_a_rate_group_that_has_another_code_since_is_taken_back_under_that_of_its_invoice(
    case: Case, then: dict[str, str], since: dict[str, str]
) -> None:
    case.control.patch(VENUE, "VATCodes", {"Code": "17"}, IsBlocked=False)
    play(case, sold("N00"))
    choose(case, rate_group_vat_codes=then)
    play(case, sold("N01"))
    choose(case, rate_group_vat_codes=since)
    play(case, back("C01", "N01"), sold("N02"))
    codes = [booked_on(case, number)[0][1] for number in ("N01", "C01", "N02")]
    assert codes == ([*"22", "17"] if since else ["17", "17", "2"])


def test_two_codes_of_one_rate_that_changed_places_since(case: Case) -> None:
    """Each goes back to the box of the return that it came in by."""
    case.control.patch(VENUE, "VATCodes", {"Code": "17"}, IsBlocked=False)
    play(case, sold("N00", line("1.00", "0.21", group=OTHER)))
    choose(case, rate_group_vat_codes={OTHER: "17"})
    play(case, sold("N01", HALL, line("50.00", "10.50", group=OTHER)))
    choose(case, rate_group_vat_codes={"21-8000": "17"})
    play(case, back("C01", "N01", line("-20.00", "-4.20", group=OTHER)), back("C02", "N01"), sold("N02"))
    codes = {number: [code for _, code, *_ in booked_on(case, number)] for number in ("N01", "C01", "C02", "N02")}
    assert codes == {"N01": ["2", "17"], "C01": ["17"], "C02": ["2"], "N02": ["17"]}
