"""Which reference a refusal means, and which other entries are kept back for it."""

from __future__ import annotations

import pytest

from mice_exact_plugin.domain.entry.causes import references_of, suspect_of, suspects_of
from mice_exact_plugin.domain.entry.mapper import Mapped, map_invoice
from mice_exact_plugin.domain.problems import Code, Problem
from tests.domain.build import LOW, SETTINGS, invoice, line, reference


def references(*, account_id: str | None = "debtor") -> frozenset[str]:
    source = invoice(line("100.00", "21.00"), line("50.00", "10.50", None), line("10.00", "0.90", LOW))
    mapped = map_invoice(source, SETTINGS, reference(), debtor_has_payment_condition=True)
    assert isinstance(mapped, Mapped)
    return references_of(mapped.entry, account_id)


def test_every_name_that_an_entry_uses_in_exact_is_a_reference() -> None:
    common = {"journal:70", "period:2026-03-14", "payment_condition:14", "vat_code:1", "vat_code:2"}
    common |= {"gl_account:8000", "gl_account:8999", "gl_account:8100"}
    assert references() == common | {"customer:debtor"}
    assert references(account_id=None) == common


@pytest.mark.parametrize(
    ("kind", "suspect"),
    [("journal", "journal:70"), ("customer", "customer:debtor"), ("gl_account", None), ("vat_code", None), ("", None)],
)
def test_only_a_reference_without_others_of_its_kind_is_accused(kind: str, suspect: str | None) -> None:
    assert suspect_of(kind, references()) == suspect


def test_an_entry_is_kept_back_for_each_suspect_that_it_uses() -> None:
    problems = suspects_of(references(), {"journal:70", "gl_account:8100", "gl_account:7777"})
    assert problems == [
        Problem(Code.REFERENCE_SUSPECT, {"kind": "gl_account", "key": "8100"}),
        Problem(Code.REFERENCE_SUSPECT, {"kind": "journal", "key": "70"}),
    ]
    assert suspects_of(references(), {"journal:71"}) == []
