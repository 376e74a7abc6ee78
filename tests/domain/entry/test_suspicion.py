"""Which reference a refusal means, and which other entries are kept back for it."""

from __future__ import annotations

import pytest

from mice_exact_plugin.domain.entry.causes import (
    Refusal,
    alike,
    references_of,
    suspect_in,
    suspect_of,
    suspects_of,
)
from mice_exact_plugin.domain.entry.mapper import Mapped, map_invoice
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.references import Reference, Used
from tests.domain.build import LOW, SETTINGS, invoice, line, reference


def references(*, account_id: str | None = "debtor") -> frozenset[Used]:
    source = invoice(line("100.00", "21.00"), line("50.00", "10.50", None), line("10.00", "0.90", LOW))
    mapped = map_invoice(source, SETTINGS, reference(), debtor_has_payment_condition=True)
    assert isinstance(mapped, Mapped)
    return references_of(mapped.entry, account_id)


def test_every_name_that_an_entry_uses_in_exact_is_a_reference() -> None:
    common = {
        Used(Reference.JOURNAL, "70"),
        Used(Reference.PERIOD, "2026-03-14"),
        Used(Reference.PAYMENT_CONDITION, "14"),
        Used(Reference.VAT_CODE, "1"),
        Used(Reference.VAT_CODE, "2"),
    }
    common |= {
        Used(Reference.GL_ACCOUNT, "8000"),
        Used(Reference.GL_ACCOUNT, "8999"),
        Used(Reference.GL_ACCOUNT, "8100"),
    }
    assert references() == common | {Used(Reference.CUSTOMER, "debtor")}
    assert references(account_id=None) == common


@pytest.mark.parametrize(
    ("kind", "suspect"),
    [
        (Reference.JOURNAL, Used(Reference.JOURNAL, "70")),
        (Reference.CUSTOMER, Used(Reference.CUSTOMER, "debtor")),
        (Reference.GL_ACCOUNT, None),
        (Reference.VAT_CODE, None),
        (None, None),
    ],
)
def test_only_a_reference_without_others_of_its_kind_is_accused(kind: Reference | None, suspect: Used | None) -> None:
    assert suspect_of(kind, references()) == suspect


def test_an_entry_is_kept_back_for_each_suspect_that_it_uses() -> None:
    problems = suspects_of(
        references(),
        {Used(Reference.JOURNAL, "70"), Used(Reference.GL_ACCOUNT, "8100"), Used(Reference.GL_ACCOUNT, "7777")},
    )
    assert problems == [
        Problem(Code.REFERENCE_SUSPECT, {"kind": "gl_account", "key": "8100"}),
        Problem(Code.REFERENCE_SUSPECT, {"kind": "journal", "key": "70"}),
    ]
    assert suspects_of(references(), {Used(Reference.JOURNAL, "71")}) == []


JOURNAL, HIGH_CODE, LOW_CODE = (
    Used(Reference.JOURNAL, "70"),
    Used(Reference.VAT_CODE, "2"),
    Used(Reference.VAT_CODE, "1"),
)
NO = ("Zomaar niet",)


@pytest.mark.parametrize(
    ("used", "accepted", "shared"),
    [
        ([{JOURNAL, HIGH_CODE}, {JOURNAL, HIGH_CODE, LOW_CODE}, {JOURNAL, HIGH_CODE}], set(), {JOURNAL, HIGH_CODE}),
        ([{JOURNAL, HIGH_CODE}] * 3, {JOURNAL}, {HIGH_CODE}),
        ([{JOURNAL, HIGH_CODE}] * 3, {JOURNAL, HIGH_CODE}, None),
        ([{JOURNAL, HIGH_CODE}] * 2, set(), None),
        ([{HIGH_CODE}, {HIGH_CODE}, {LOW_CODE}], set(), None),
    ],
)
def test_what_three_refusals_in_the_same_words_have_in_common(
    used: list[set[Used]], accepted: set[Used], shared: set[Used] | None
) -> None:
    refusals = [Refusal(NO, frozenset(each)) for each in used]
    assert alike(refusals, accepted) == ({} if shared is None else {NO: shared})
    others = [Refusal((f"{number}",), each.references) for number, each in enumerate(refusals)]
    assert alike(others, accepted) == {}


def test_the_suspect_of_a_problem_is_the_one_that_it_names() -> None:
    (problem,) = suspects_of({HIGH_CODE}, {HIGH_CODE})
    assert suspect_in(problem) == HIGH_CODE
