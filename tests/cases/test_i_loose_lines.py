"""Kind I: lines without a rate group have a destination of their own, once somebody chose it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.settings import LooseLine
from tests.cases.selling import choose, invoice, ledger_id, line, play, remarks

if TYPE_CHECKING:
    from tests.cases.case import Case


def booked_on(case: Case, number: str) -> list[tuple[str, str]]:
    lines = case.entry(number)["SalesEntryLines"]
    return [(str(item["GLAccountCode"]), str(item["VATCode"]).strip()) for item in lines]


def test_until_a_choice_the_default_takes_them_as_a_point_of_attention(case: Case) -> None:
    case.play("21-till-line-without-rate-group")
    assert booked_on(case, "N01") == [("8030", "10")]
    assert remarks(case, "N01") == ["loose_lines", "default_ledger"]


def test_a_choice_holds_from_then_on_and_marks_nothing(case: Case) -> None:
    choose(case, loose_lines={Decimal(0): LooseLine(ledger_id(case, "8080"), "5")})
    case.play("21-till-line-without-rate-group")
    assert booked_on(case, "N01") == [("8080", "5")]
    assert remarks(case, "N01") == []


def test_the_choice_of_one_rate_is_not_that_of_another(case: Case) -> None:
    choose(case, loose_lines={Decimal(0): LooseLine(ledger_id(case, "8080"), "5")})
    fee = line("10.00", "2.10", "21", None, description="Fooi")
    tip = line("5.00", "0.00", "0", None, description="Fooi")
    play(case, invoice("N01", fee, tip))
    assert booked_on(case, "N01") == [("8030", "2"), ("8080", "5")]
    assert remarks(case, "N01") == ["loose_lines", "default_ledger"]


def test_a_line_of_a_rate_group_without_ledger_is_no_loose_line(case: Case) -> None:
    choose(case, loose_lines={Decimal(21): LooseLine(ledger_id(case, "8080"), None)})
    play(case, invoice("N01", line("10.00", "2.10", "21", "21-9999")))
    assert booked_on(case, "N01") == [("8030", "2")]
    assert remarks(case, "N01") == ["default_ledger"]


def test_the_settings_offer_them_where_such_lines_wait(case: Case) -> None:
    case.play("21-till-line-without-rate-group")
    page = case.visitor().get("/beheer/instellingen/koppelingen/exact-online/instellingen")
    assert 'name="loose_ledger:0"' in page
    assert "Losse regels 0%: grootboekrekening" in page
