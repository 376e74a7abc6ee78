"""The mapper: the entry of an ordinary invoice, and every problem of a bad one at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from mice_exact_plugin.domain.entry.entry import SalesEntry
from mice_exact_plugin.domain.entry.mapper import Blocked, Mapped, NothingToBook, entry_problems, map_invoice
from mice_exact_plugin.domain.invoice import Invoice
from mice_exact_plugin.domain.problems import Code, Cure, Problem
from mice_exact_plugin.domain.reference import ClosedPeriod, ReferenceData, Use
from mice_exact_plugin.domain.settings import LinkSettings
from tests.domain.build import (
    HIGH,
    LOW,
    SETTINGS,
    SHIFTED,
    gl_account,
    invoice,
    journal,
    line,
    rate_group,
    reference,
    with_gl_account,
)


def map_it(
    source: Invoice, settings: LinkSettings = SETTINGS, data: ReferenceData | None = None, **options: Any
) -> Mapped | NothingToBook | Blocked:
    return map_invoice(source, settings, data or reference(), **{"debtor_has_payment_condition": True, **options})


def entry_of(source: Invoice, settings: LinkSettings = SETTINGS, data: ReferenceData | None = None) -> SalesEntry:
    mapped = map_it(source, settings, data)
    assert isinstance(mapped, Mapped), mapped
    return mapped.entry


def codes(outcome: object) -> list[Code]:
    assert isinstance(outcome, Blocked), outcome
    return [problem.code for problem in outcome.problems]


def test_an_ordinary_invoice_becomes_one_balanced_entry() -> None:
    entry = entry_of(invoice(line("100.00", "21.00"), line("50.00", "4.50", LOW), line("20.00", "4.20")))
    assert (entry.journal, entry.your_ref, entry.description) == ("70", "F2026-00123", "F2026-00123")
    assert (entry.entry_date, entry.due_date) == (date(2026, 3, 14), date(2026, 3, 28))
    assert (entry.payment_condition, entry.currency, entry.is_credit) == ("14", "EUR", False)
    assert (str(entry.net), str(entry.vat), str(entry.gross)) == ("170.00", "29.70", "199.70")
    assert [(item.gl_account_code, item.vat_code, str(item.net), str(item.vat)) for item in entry.lines] == [
        ("8000", "2", "120.00", "25.20"),
        ("8100", "1", "50.00", "4.50"),
    ]
    assert not any(item.vat_override for item in entry.lines)


def test_a_credit_mirrors_its_invoice() -> None:
    entry = entry_of(invoice(line("-100.00", "-21.00"), is_credit=True))
    assert entry.is_credit
    assert (str(entry.gross), str(entry.lines[0].net)) == ("-121.00", "-100.00")


def test_groups_share_ledger_and_vat_code_and_nothing_less() -> None:
    settings = replace(SETTINGS, rate_group_vat_codes={"verlegd": "6"})
    free = rate_group("vrij", "0", "8050")
    entry = entry_of(invoice(line("10", "0", SHIFTED), line("20", "0", free), line("30", "0", SHIFTED)), settings)
    assert [(item.gl_account_code, item.vat_code, str(item.net)) for item in entry.lines] == [
        ("8050", "6", "40.00"),
        ("8050", "5", "20.00"),
    ]


def test_the_words_of_a_line_are_its_own_else_its_groups() -> None:
    alone = line("1.00", "0.09", LOW, description="Lunch\n  voor   twee " + "x" * 90)
    many = [line("1.00", "0.21"), line("1.00", "0.21", rate_group("extra", "21", "8000"))]
    loose = [line("1.00", "0.21", None), line("1.00", "0.21", None)]
    entry = entry_of(invoice(alone, *many, *loose))
    assert [item.description for item in entry.lines] == [
        "Lunch voor twee " + "x" * 44,
        "Groep zaal, Groep extra",
        "Rekening 8999",
    ]


def test_lines_without_amounts_are_left_out_whatever_their_rate() -> None:
    free = line("0.00", "0.00", vat_rate=Decimal(13))
    assert len(entry_of(invoice(line("10.00", "2.10"), free)).lines) == 1


@pytest.mark.parametrize(
    "lines",
    [
        [line("0.00", "0.00"), line("0", "0", SHIFTED)],
        [line("0.00", "0.00", vat_rate=Decimal(13))],
        [line("100.00", "21.00"), line("-100.00", "-21.00")],
    ],
)
def test_an_invoice_without_amounts_leaves_nothing_to_book(lines: list[Any]) -> None:
    assert map_it(invoice(*lines)) == NothingToBook()


def test_a_deposit_that_covers_everything_is_still_an_entry() -> None:
    deposit = rate_group("aanbetaling", "21", "8999")
    entry = entry_of(invoice(line("100.00", "21.00"), line("-100.00", "-21.00", deposit)))
    assert [str(item.net) for item in entry.lines] == ["100.00", "-100.00"]
    assert entry.gross == 0


def test_what_the_default_ledger_took_is_told() -> None:
    mapped = map_it(invoice(line("10.00", "2.10"), line("5.00", "1.05", None, position=2)))
    assert isinstance(mapped, Mapped)
    assert [fallback.position for fallback in mapped.fallbacks] == [2]
    assert [item.gl_account_code for item in mapped.entry.lines] == ["8000", "8999"]


def test_a_mandatory_cost_centre_is_sent_and_an_optional_one_is_not() -> None:
    must = gl_account("8000", cost_center_use=Use.MANDATORY, cost_center="ZAAL", cost_unit="FEEST")
    [item] = entry_of(invoice(line("10.00", "2.10")), data=with_gl_account(must)).lines
    assert (item.cost_center, item.cost_unit) == ("ZAAL", None)


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"currency": "USD"}, Problem(Code.CURRENCY, {"currency": "USD", "expected": "EUR"})),
        ({"invoice_date": date(2024, 1, 1)}, Problem(Code.PERIOD_MISSING, {"date": "2024-01-01"})),
        (
            {"invoice_date": date(2025, 6, 1)},
            Problem(Code.PERIOD_CLOSED, {"year": 2025, "period": 1, "journal": "70"}),
        ),
        (
            {"identifier": "F" * 31},
            Problem(Code.IDENTIFIER_TOO_LONG, {"identifier": "F" * 31, "limit": 30}),
        ),
        ({"lines": (), "net": Decimal(0), "vat": Decimal(0), "gross": Decimal(0)}, Problem(Code.NO_LINES)),
    ],
)
def test_a_problem_of_the_invoice_is_named(changes: dict[str, Any], problem: Problem) -> None:
    assert map_it(invoice(line("10.00", "2.10"), **changes)) == Blocked((problem,))


def test_a_number_of_exactly_the_limit_passes() -> None:
    assert entry_of(invoice(line("10.00", "2.10"), identifier=" " + "F" * 30)).your_ref == "F" * 30


def test_a_number_that_was_booked_by_another_is_blocked() -> None:
    outcome = map_it(invoice(line("10.00", "2.10")), identifier_is_booked=True)
    assert outcome == Blocked((Problem(Code.IDENTIFIER_REUSED, {"identifier": "F2026-00123"}),))


@pytest.mark.parametrize(
    ("changes", "amounts"),
    [
        ({"net": Decimal("10.01")}, {"net", "sum"}),
        ({"vat": Decimal("2.11")}, {"vat", "sum"}),
        ({"gross": Decimal("12.11")}, {"gross", "sum"}),
        ({"net": Decimal("11.00"), "gross": Decimal("13.10")}, {"net", "gross"}),
    ],
)
def test_totals_that_do_not_add_up_are_named(changes: dict[str, Any], amounts: set[str]) -> None:
    outcome = map_it(invoice(line("10.00", "2.10"), **changes))
    assert set(codes(outcome)) == {Code.TOTALS_DISAGREE}
    assert isinstance(outcome, Blocked)
    assert {problem.params["amount"] for problem in outcome.problems} == amounts


@pytest.mark.parametrize(
    ("books", "code"),
    [
        ({}, Code.JOURNAL_GONE),
        ({"70": journal("70", type=22)}, Code.JOURNAL_GONE),
        ({"70": journal("70", is_blocked=True)}, Code.JOURNAL_BLOCKED),
        ({"70": journal("70", currency="USD")}, Code.JOURNAL_CURRENCY),
    ],
)
def test_a_journal_that_cannot_take_the_entry_is_named(books: dict[str, Any], code: Code) -> None:
    assert codes(map_it(invoice(line("10.00", "2.10")), data=reference(journals=books))) == [code]


def test_periods_that_may_not_be_read_are_left_to_exact() -> None:
    old = invoice(line("10.00", "2.10"), invoice_date=date(2024, 1, 1))
    assert entry_of(old, data=reference(periods=())).entry_date == date(2024, 1, 1)


@pytest.mark.parametrize("term", [None, 99])
def test_whether_a_condition_is_needed_is_left_to_exact(term: int | None) -> None:
    outcome = map_it(invoice(line("10.00", "2.10"), payment_term=term), debtor_has_payment_condition=False)
    assert isinstance(outcome, Mapped)
    assert (outcome.entry.payment_condition, outcome.entry.due_date is None) == (None, term is None)


def test_all_problems_come_at_once_and_each_once() -> None:
    broken = with_gl_account(gl_account("8000", type=20, is_blocked=True))
    lines = [line("10.00", "2.10"), line("10.00", "2.10"), line("5.00", "0.65", LOW, vat_rate=Decimal(13))]
    outcome = map_it(invoice(*lines, identifier="F" * 40, currency="USD", gross=Decimal(1)), data=broken)
    assert codes(outcome) == [
        Code.IDENTIFIER_TOO_LONG,
        Code.CURRENCY,
        Code.TOTALS_DISAGREE,
        Code.TOTALS_DISAGREE,
        Code.GL_ACCOUNT_BLOCKED,
        Code.GL_ACCOUNT_TYPE,
        Code.VAT_RATE_UNMAPPED,
    ]


def test_every_problem_has_a_place_to_cure_it() -> None:
    assert {Problem(code).cure for code in Code} == set(Cure)


def test_a_missing_default_blocks_only_lines_that_need_it() -> None:
    settings = replace(SETTINGS, default_gl_account_id="weg")
    assert entry_of(invoice(line("10.00", "2.10", HIGH)), settings).gross == Decimal("12.10")
    assert codes(map_it(invoice(line("10.00", "2.10", None)), settings)) == [Code.DEFAULT_GL_ACCOUNT_GONE]


def test_credits_have_a_journal_of_their_own_where_one_is_chosen() -> None:
    lists = reference(
        journals={"70": journal("70"), "75": journal("75")}, closed_periods=frozenset({ClosedPeriod("75", 2026, 1)})
    )
    settings = replace(SETTINGS, credit_journal_code="75")
    plain, credit = invoice(line("100.00", "21.00")), invoice(line("-100.00", "-21.00"), is_credit=True)
    assert entry_of(plain, settings, lists).journal == "70"
    assert entry_of(credit, SETTINGS, lists).journal == "70"
    shut = map_it(credit, settings, lists)
    assert isinstance(shut, Blocked)
    assert shut.problems == (Problem(Code.PERIOD_CLOSED, {"year": 2026, "period": 1, "journal": "75"}),)
    assert entry_of(credit, settings, replace(lists, closed_periods=frozenset())).journal == "75"


def test_every_sum_of_the_entry_that_is_another_than_the_invoice_s_is_named() -> None:
    source = invoice(line("100.00", "21.00"))
    entry = replace(entry_of(source), net=Decimal("99.99"), vat=Decimal("21.02"), gross=Decimal("121.01"))
    found = [problem.params for problem in entry_problems(entry, source, Decimal("100.00"), Decimal("21.00"))]
    assert found == [
        {"amount": "net", "found": "99.99", "stated": "100.00"},
        {"amount": "vat", "found": "21.02", "stated": "21.00"},
        {"amount": "gross", "found": "121.01", "stated": "121.00"},
    ]
    finer = replace(entry_of(source), net=Decimal("100.004"))
    assert list(entry_problems(finer, source, Decimal("100.00"), Decimal("21.00"))) == []
