"""What to do about a problem fits the invoice that has it and the person who reads it."""

from __future__ import annotations

import pytest

from mice_exact_plugin.domain.problems import Code, Cure, Problem
from mice_exact_plugin.exports.words import cures, problems

OTHERS = ("beheerder", "Iemand van de administratie")


@pytest.mark.parametrize(("kind", "is_offered"), [("E", True), ("N", False), ("B", False), ("I", False)])
@pytest.mark.parametrize("may_setup", [True, False])
def test_accepting_is_named_only_where_it_is_offered(kind: str, is_offered: bool, may_setup: bool) -> None:
    said = cures.advice(Problem(Code.VAT_DIFFERENCE, {"type": kind}), may_setup=may_setup)
    assert ("accept" in said) is is_offered
    assert "Zelf geboekt" in said


def test_an_older_difference_without_type_is_one_that_can_be_accepted() -> None:
    assert "accepteren" in cures.advice(Problem(Code.VAT_DIFFERENCE))
    assert problems.common_sentence(Problem(Code.VAT_DIFFERENCE)).endswith("uitrekent.")


def test_differences_that_can_and_cannot_be_accepted_read_differently_as_causes() -> None:
    told = {problems.common_sentence(Problem(Code.VAT_DIFFERENCE, {"type": kind})) for kind in ("E", "N")}
    assert len(told) == 2


@pytest.mark.parametrize("code", [code for code in Code if code.cure is Cure.INVOICE])
@pytest.mark.parametrize("kind", ["E", "N"])
def test_a_credit_is_not_told_to_be_credited(code: Code, kind: str) -> None:
    problem = Problem(code, {"type": kind})
    assert "rediteer haar" in (said := cures.advice(problem)) or "rediteer de factuur" in said
    assert "rediteer" not in cures.advice(problem, is_credit=True)


@pytest.mark.parametrize("is_credit", [True, False])
def test_a_customer_who_is_billed_in_another_currency_is_booked_by_hand(is_credit: bool) -> None:
    assert "kies Zelf geboekt" in cures.advice(Problem(Code.CURRENCY), is_credit=is_credit)


@pytest.mark.parametrize("code", Code)
def test_an_administrator_is_not_sent_to_somebody_else(code: Code) -> None:
    said = cures.advice(Problem(code), may_setup=True)
    assert said
    assert not any(words in said for words in OTHERS)
