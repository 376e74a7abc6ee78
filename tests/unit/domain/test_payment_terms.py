"""Due dates and payment conditions."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from mice_exact_plugin.domain.payment_terms import due_date, payment_condition_for, suggest_payment_condition
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.reference import PaymentCondition
from tests.unit.domain.build import SETTINGS, condition, invoice, reference


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"due_date": date(2026, 4, 1), "payment_term": 14}, date(2026, 4, 1)),
        ({"due_date": None, "payment_term": 14}, date(2026, 3, 28)),
        ({"due_date": None, "payment_term": 0}, date(2026, 3, 14)),
        ({"due_date": None, "payment_term": None}, date(2026, 3, 14)),
        ({"due_date": date(2013, 7, 20), "payment_term": None}, date(2013, 7, 20)),
    ],
)
def test_the_due_date_is_the_invoices(changes: dict[str, Any], expected: date) -> None:
    assert due_date(invoice(**changes)) == expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"payment_term": 30}, "30"),
        ({"payment_term": None, "due_date": date(2026, 3, 28)}, "14"),
        ({"payment_term": 21}, "standaard"),
        ({"payment_term": None}, "standaard"),
    ],
)
def test_the_condition_with_the_same_days_is_used(changes: dict[str, Any], expected: str) -> None:
    conditions = (condition("14", 14), condition("30", 30), condition("standaard", 8))
    found = payment_condition_for(
        invoice(**changes),
        replace(SETTINGS, payment_condition_code="standaard"),
        reference(payment_conditions={item.code: item for item in conditions}),
        debtor_has_default=False,
    )
    assert found == expected


@pytest.mark.parametrize(
    "other",
    [
        condition("60K", 14, description="14 dagen, 2% korting"),
        condition("14", 14, method="I"),
        condition("14", 14, end_of_months=1),
    ],
)
def test_no_condition_is_better_than_an_ambiguous_or_unlike_one(other: PaymentCondition) -> None:
    conditions = {"14": condition("14", 14), other.code: other}
    found = payment_condition_for(
        invoice(), SETTINGS, reference(payment_conditions=conditions), debtor_has_default=True
    )
    assert found is None


@pytest.mark.parametrize(("debtor_has_default", "default"), [(True, None), (False, "30")])
def test_a_default_in_exact_comes_before_the_setting(debtor_has_default: bool, default: str | None) -> None:
    settings = replace(SETTINGS, payment_condition_code="14")
    found = payment_condition_for(
        invoice(payment_term=99), settings, reference(default_payment_condition=default), debtor_has_default
    )
    assert found is None


@pytest.mark.parametrize("setting", [None, "weg"])
def test_without_any_condition_the_setting_is_asked_for(setting: str | None) -> None:
    settings = replace(SETTINGS, payment_condition_code=setting)
    found = payment_condition_for(invoice(payment_term=99), settings, reference(), debtor_has_default=False)
    assert found == Problem(Code.PAYMENT_CONDITION_NEEDED)


@pytest.mark.parametrize(
    ("conditions", "suggested"),
    [
        ([condition("14", 14), condition("30", 30), condition("60", 60)], "30"),
        ([condition("60", 60), condition("14", 14)], "14"),
        ([condition("30E", 30, end_of_months=1), condition("30I", 30, method="I"), condition("14", 14)], "14"),
        ([condition("60", 60), condition("0", 0)], None),
        ([], None),
    ],
)
def test_the_suggested_condition_is_the_usual_one(conditions: list[PaymentCondition], suggested: str | None) -> None:
    found = suggest_payment_condition(conditions)
    assert (found and found.code) == suggested
