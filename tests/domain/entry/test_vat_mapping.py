"""VAT rates and VAT codes: what may be chosen, what applies on a day, what is suggested."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from mice_exact_plugin.domain.entry.vat_mapping import (
    Ground,
    applies_on,
    choosable,
    codes_at,
    ground_of,
    needs_exceptions,
    normal_rate,
    other_codes,
    rates_in_use,
    suggest_vat_code,
)
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.reference import EuListing, VatCode
from mice_exact_plugin.domain.settings import LooseLine
from tests.domain.build import DAY, HIGH, LOW, SETTINGS, SHIFTED, TODAY, line, rate_group, reference, vat_code

HIGH_CODE = vat_code("2", ("19", None, date(2012, 9, 30)), ("21", date(2012, 10, 1), None))


@pytest.mark.parametrize(
    ("given", "spelled"),
    [("21.00", "21"), ("9.50", "9.5"), ("20", "20"), ("100", "100"), ("0.00", "0"), ("-0", "0"), ("2E+1", "20")],
)
def test_a_rate_has_one_spelling(given: str, spelled: str) -> None:
    assert str(normal_rate(Decimal(given))) == spelled


@pytest.mark.parametrize(
    ("code", "rate", "expected"),
    [
        (HIGH_CODE, 21, True),
        (HIGH_CODE, 19, True),
        (HIGH_CODE, 9, False),
        (replace(HIGH_CODE, transaction_type="B"), 21, True),
        (replace(HIGH_CODE, transaction_type="P"), 21, False),
        (replace(HIGH_CODE, is_blocked=True), 21, False),
        (replace(HIGH_CODE, type="I"), 21, False),
        (replace(HIGH_CODE, type="B"), 21, False),
        (vat_code("6", "0", type="B"), 0, True),
        (vat_code("10", "0", type="N"), 0, True),
        (vat_code("5", "0"), 0, True),
        (vat_code("4", ("21", date(2030, 1, 1), None)), 21, False),
        (vat_code("3"), 0, False),
    ],
)
def test_choosable_follows_the_code(code: VatCode, rate: int, expected: bool) -> None:
    assert choosable(code, Decimal(rate), TODAY) is expected


def test_without_a_day_every_period_of_the_code_counts() -> None:
    assert choosable(vat_code("4", ("21", date(2030, 1, 1), None)), Decimal(21), None)


@pytest.mark.parametrize(
    ("rate", "day", "expected"),
    [
        (21, date(2012, 10, 1), True),
        (21, date(2012, 9, 30), False),
        (19, date(2012, 9, 30), True),
        (19, date(2012, 10, 1), False),
    ],
)
def test_a_percentage_holds_on_its_own_days(rate: int, day: date, expected: bool) -> None:
    assert applies_on(HIGH_CODE, Decimal(rate), day) is expected


def test_the_rate_groups_own_code_comes_before_the_rates() -> None:
    settings = replace(SETTINGS, rate_group_vat_codes={"verlegd": "6"})
    shifted = ground_of(line("1", "0", SHIFTED), settings, reference(), DAY)
    plain = ground_of(line("1", "0", rate_group("vrij", "0", None)), settings, reference(), DAY)
    assert isinstance(shifted, Ground)
    assert isinstance(plain, Ground)
    assert (shifted.code.code, plain.code.code) == ("6", "5")


def test_an_old_invoice_takes_the_rate_of_its_own_day() -> None:
    old = line("1", "0.19", vat_rate=Decimal("19.00"))
    settings = replace(SETTINGS, vat_codes={Decimal(19): "2"})
    found = ground_of(old, settings, reference(), date(2012, 9, 30))
    assert isinstance(found, Ground)
    assert found.code.code == "2"


@pytest.mark.parametrize(
    ("codes", "problem"),
    [
        ({}, Problem(Code.VAT_RATE_UNMAPPED, {"rate": "21"})),
        ({Decimal(21): "99"}, Problem(Code.VAT_CODE_GONE, {"code": "99", "rate": "21"})),
        (
            {Decimal(21): "1"},
            Problem(Code.VAT_CODE_UNSUITABLE, {"code": "1", "rate": "21", "date": "2026-03-14"}),
        ),
    ],
)
def test_a_rate_that_cannot_be_booked_is_named(codes: dict[Decimal, str], problem: Problem) -> None:
    settings = replace(SETTINGS, vat_codes=codes)
    assert ground_of(line("1", "0.21"), settings, reference(), DAY) == problem


@pytest.mark.parametrize(
    ("codes", "rate", "suggested"),
    [
        ([HIGH_CODE, vat_code("1", "9")], 21, "2"),
        ([HIGH_CODE, vat_code("17", "21", is_blocked=True)], 21, "2"),
        ([HIGH_CODE, vat_code("13", "21", description="Margeregeling 21%")], 21, "2"),
        ([HIGH_CODE, vat_code("30", "21", description="OSS België 21%")], 21, "2"),
        ([HIGH_CODE, vat_code("31", ("21", None, date(2020, 1, 1)))], 21, "2"),
        ([HIGH_CODE], 19, "2"),
        ([HIGH_CODE, vat_code("3", "21")], 21, None),
        ([vat_code("5", "0")], 0, "5"),
        ([vat_code("10", "0", type="N")], 0, "10"),
        ([vat_code("5", "0"), vat_code("6", "0", type="B")], 0, None),
        ([], 21, None),
    ],
)
def test_only_an_unmistakable_code_is_suggested(codes: list[VatCode], rate: int, suggested: str | None) -> None:
    found = suggest_vat_code(codes, Decimal(rate), TODAY)
    assert (found and found.code) == suggested


def test_rates_in_use_are_those_of_groups_and_waiting_invoices() -> None:
    rates = rates_in_use([HIGH, LOW, SHIFTED], [Decimal("21.00"), Decimal("6.0")])
    assert [str(rate) for rate in rates] == ["21", "9", "6", "0"]


@pytest.mark.parametrize(("rate", "expected"), [(21, True), (9, False), (0, True), (6, False)])
def test_exceptions_are_offered_where_one_rate_can_mean_several_things(rate: int, expected: bool) -> None:
    groups = [HIGH, rate_group("techniek", "21.00", "8300"), LOW, SHIFTED]
    assert needs_exceptions(Decimal(rate), groups) is expected


@pytest.mark.parametrize("listing", ["L", "S", "T"])
@pytest.mark.parametrize("rate", [0, 9, 21])
def test_a_code_for_the_eu_is_never_suggested(listing: EuListing, rate: int) -> None:
    eu = vat_code("8", str(rate), eu_listing=listing)
    plain = vat_code("2", str(rate), eu_listing="N")
    assert suggest_vat_code([eu], Decimal(rate), TODAY) is None
    assert suggest_vat_code([eu, plain], Decimal(rate), TODAY) == plain
    assert suggest_vat_code([replace(plain, is_charged=True)], Decimal(rate), TODAY) is None


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"is_blocked": True}, Code.VAT_CODE_BLOCKED),
        ({"is_blocked": True, "transaction_type": "P"}, Code.VAT_CODE_BLOCKED),
        ({"transaction_type": "P"}, Code.VAT_CODE_KIND),
        ({"type": "I"}, Code.VAT_CODE_KIND),
        ({"type": "B"}, Code.VAT_CODE_KIND),
        ({"percentages": ()}, Code.VAT_CODE_UNSUITABLE),
    ],
)
def test_a_code_that_cannot_be_used_is_called_what_it_is(changes: dict[str, Any], code: Code) -> None:
    codes = {"2": replace(HIGH_CODE, **changes)}
    found = ground_of(line("1", "0.21"), SETTINGS, reference(vat_codes=codes), DAY)
    assert isinstance(found, Problem)
    assert found.code is code


def test_for_one_invoice_every_other_code_of_the_rate_is_offered_those_for_the_eu_last() -> None:
    codes = [
        vat_code("5", "0"),
        vat_code("7", "0", eu_listing="L"),
        vat_code("6", "0", type="B"),
        vat_code("8", "0", eu_listing="S"),
        vat_code("9", "0", is_blocked=True),
        vat_code("2", "21"),
        vat_code("21", "0", transaction_type="P"),
    ]
    assert [code.code for code in other_codes(codes, "7", Decimal(0), DAY)] == ["5", "6", "8"]


def test_the_codes_of_a_rate_are_those_that_lines_may_get_on_that_day() -> None:
    exceptions = {"a": "8", "b": "6", "c": "gone"}
    settings = replace(SETTINGS, rate_group_vat_codes=exceptions, loose_lines={Decimal(21): LooseLine(vat_code="7")})
    known = {code.code: code for code in (vat_code("2", "21"), vat_code("8", "21"), vat_code("6", "9"))}
    assert codes_at(Decimal(21), settings, known, DAY) == {SETTINGS.vat_codes[Decimal(21)], "7", "8"}
    assert codes_at(Decimal(12), settings, known, DAY) == set()
