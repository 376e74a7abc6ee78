"""Due dates and payment conditions."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from mice_exact_plugin.domain.entry.eu_sales import Relation
from mice_exact_plugin.domain.entry.payment_terms import (
    due_date,
    kept_due_date,
    payment_condition_for,
    suggest_payment_condition,
)
from mice_exact_plugin.domain.reference import PaymentCondition
from tests.domain.build import SETTINGS, condition, invoice, reference


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"due_date": date(2026, 4, 1), "payment_term": 14}, date(2026, 4, 1)),
        ({"due_date": None, "payment_term": 14}, date(2026, 3, 28)),
        ({"due_date": None, "payment_term": 0}, date(2026, 3, 14)),
        ({"due_date": None, "payment_term": None}, None),
        ({"due_date": date(2013, 7, 20), "payment_term": None}, date(2013, 7, 20)),
    ],
)
def test_the_due_date_is_the_invoices_and_unknown_is_not_today(changes: dict[str, Any], expected: date | None) -> None:
    assert due_date(invoice(**changes)) == expected


@pytest.mark.parametrize(
    ("changes", "code", "expected"),
    [
        ({"payment_term": None}, "30", date(2026, 4, 13)),
        ({"payment_term": 14}, "30", date(2026, 3, 28)),
        ({"payment_term": None, "due_date": date(2026, 5, 1)}, "30", date(2026, 5, 1)),
        ({"payment_term": None}, "30E", None),
        ({"payment_term": None}, "weg", None),
        ({"payment_term": None}, None, None),
    ],
)
def test_what_is_booked_on_a_later_day_is_due_when_it_would_have_been(
    changes: dict[str, Any], code: str | None, expected: date | None
) -> None:
    conditions = {"30": condition("30", 30), "30E": condition("30E", 30, end_of_months=1)}
    assert kept_due_date(invoice(**changes), code, reference(payment_conditions=conditions)) == expected


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
        condition("14K", 14, discount=Decimal(2)),
        condition("14T", 14, share=Decimal(50)),
        condition("14I", 14, method="I"),
        condition("14E", 14, end_of_months=1),
    ],
)
@pytest.mark.parametrize("beside_a_plain_one", [True, False])
def test_only_a_plain_condition_of_as_many_days_is_equal(other: PaymentCondition, beside_a_plain_one: bool) -> None:
    conditions = {other.code: other} | ({"14": condition("14", 14)} if beside_a_plain_one else {})
    found = payment_condition_for(
        invoice(), SETTINGS, reference(payment_conditions=conditions), debtor_has_default=True
    )
    assert found == ("14" if beside_a_plain_one else None)


@pytest.mark.parametrize(("chosen", "expected"), [("14B", "14B"), ("30", None)])
def test_of_two_equal_conditions_the_chosen_one_is_sent_and_else_none(chosen: str, expected: str | None) -> None:
    conditions = (condition("14", 14), condition("14B", 14), condition("30", 30))
    found = payment_condition_for(
        invoice(),
        replace(SETTINGS, payment_condition_code=chosen),
        reference(payment_conditions={item.code: item for item in conditions}),
        debtor_has_default=True,
    )
    assert found == expected


@pytest.mark.parametrize("term", [None, 99])
@pytest.mark.parametrize(
    ("debtor_has_default", "setting", "expected"),
    [(True, "14", None), (False, "14", "14"), (False, None, None), (False, "weg", None)],
)
def test_without_an_equal_one_the_relations_comes_before_the_setting_and_none_is_left_to_exact(
    term: int | None, debtor_has_default: bool, setting: str | None, expected: str | None
) -> None:
    settings = replace(SETTINGS, payment_condition_code=setting)
    found = payment_condition_for(invoice(payment_term=term), settings, reference(), debtor_has_default)
    assert found == expected


DIRECT_DEBIT = condition("14I", 14, method="I")


@pytest.mark.parametrize(
    ("own", "term", "expected"),
    [
        (DIRECT_DEBIT, 14, None),
        (DIRECT_DEBIT, 30, "30"),
        (replace(DIRECT_DEBIT, discount=Decimal(2)), 14, "14"),
        (replace(DIRECT_DEBIT, share=Decimal(50)), 14, "14"),
        (replace(DIRECT_DEBIT, end_of_months=1), 14, "14"),
        (condition("14B", 14), 14, "14"),
        (None, 14, "14"),
    ],
)
def test_who_is_collected_from_in_as_many_days_stays_in_the_collection(
    own: PaymentCondition | None, term: int, expected: str | None
) -> None:
    conditions = {item.code: item for item in (condition("14", 14), condition("30", 30))}
    known = reference(payment_conditions={**conditions, **({own.code: replace(own, days=14)} if own else {})})
    settings = replace(SETTINGS, payment_condition_code="14")
    relation = Relation("Bakkerij", "143", None, payment_condition=own.code if own else "weg")
    found = payment_condition_for(
        invoice(payment_term=term), settings, known, debtor_has_default=True, relation=relation
    )
    assert found == expected


@pytest.mark.parametrize(
    ("conditions", "suggested"),
    [
        ([condition("14", 14), condition("30", 30), condition("60", 60)], "30"),
        ([condition("60", 60), condition("14", 14)], "14"),
        ([condition("30K", 30, discount=Decimal(2)), condition("14", 14)], "14"),
        ([condition("30E", 30, end_of_months=1), condition("30I", 30, method="I"), condition("14", 14)], "14"),
        ([condition("60", 60), condition("0", 0)], None),
        ([], None),
    ],
)
def test_the_suggested_condition_is_the_usual_one(conditions: list[PaymentCondition], suggested: str | None) -> None:
    found = suggest_payment_condition(conditions)
    assert (found and found.code) == suggested
