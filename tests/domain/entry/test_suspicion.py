"""Which reference a refusal means, and which other entries are kept back for it."""

from __future__ import annotations

import pytest

from mice_exact_plugin.domain.entry.causes import references_of, suspect_of, suspects_of
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
