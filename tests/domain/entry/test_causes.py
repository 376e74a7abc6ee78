"""What several wrong entries have in common: one code, or one kind of difference."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from mice_exact_plugin.domain.entry.causes import Kind, Wrong, held_after, may_be_out, traits_of, wrongs_of
from mice_exact_plugin.domain.entry.comparison import Difference, Part
from mice_exact_plugin.domain.entry.entry import EntryLine, SentEntry
from mice_exact_plugin.domain.reference import VatCode
from tests.domain.build import reference, vat_code

HIGH, LOW = EntryLine("gl", "2", Decimal(100), Decimal(21)), EntryLine("gl", "1", Decimal(100), Decimal(9))
ZERO = EntryLine("gl", "0", Decimal(100), Decimal(0))
GROSS = Difference(Part.GROSS, "121.00", "100.00")


def sent(*lines: EntryLine) -> SentEntry:
    return SentEntry("F1", Decimal(121), "debtor", journal="70", payment_condition="30", lines=lines)


def wrong(*traits: str, kind: Kind = Kind.AMOUNTS) -> Wrong:
    return Wrong(kind, frozenset(traits))


def test_an_amount_may_be_any_vat_code_of_the_entry_or_that_of_the_line_that_differs() -> None:
    known = reference(vat_codes={"2": vat_code("2", 21), "1": vat_code("1", 9)})
    (whole,) = wrongs_of(sent(HIGH, LOW, ZERO), [GROSS], known)
    assert whole == wrong("vat_code:2=E/21", "vat_code:1=E/9")
    line = Difference(Part.LINE_VAT, "9.00", "8.26", vat_code="1")
    assert wrongs_of(sent(HIGH, LOW), [GROSS, line], known) == (wrong("vat_code:1=E/9"),)


def test_what_else_differs_has_its_own_traits() -> None:
    differences = [Difference(part, "a", "b") for part in (Part.DEBTOR, Part.DUE_DATE, Part.YOUR_REF)]
    found = {wrong.kind: wrong.traits for wrong in wrongs_of(sent(HIGH), differences, reference())}
    assert found == {
        Kind.DEBTOR: {"customer:debtor"},
        Kind.TERMS: {"payment_condition:30"},
        Kind.OTHER: frozenset(),
    }


@pytest.mark.parametrize("changed", [vat_code("2", 22), replace(vat_code("2", 21), type="I")])
def test_a_code_that_changed_in_exact_is_another_trait(changed: VatCode) -> None:
    before = traits_of(sent(HIGH), reference(vat_codes={"2": vat_code("2", 21)}))
    assert before - traits_of(sent(HIGH), reference(vat_codes={"2": changed}))


def test_what_is_not_computed_shares_no_difference_of_amounts() -> None:
    assert "any:amounts" not in traits_of(sent(ZERO), reference())
    assert "any:debtor" in traits_of(sent(ZERO), reference())


@pytest.mark.parametrize(
    ("wrongs", "held"),
    [
        ([wrong("a"), wrong("a")], set()),
        ([wrong("a"), wrong("a"), wrong("a")], {"a"}),
        ([wrong("a"), wrong("b"), wrong("a", "b")], {"any:amounts"}),
        ([wrong("a", "b"), wrong("a"), wrong("a"), wrong("b"), wrong("b")], {"a", "b"}),
        ([wrong("a")] * 3 + [wrong("b")] * 3, {"a", "b"}),
        ([wrong("a"), wrong("a", kind=Kind.DEBTOR), wrong("a", kind=Kind.DEBTOR)], set()),
        ([wrong(kind=Kind.OTHER)] * 3, {"any:other"}),
    ],
)
def test_three_of_one_cause_are_enough(wrongs: list[Wrong], held: set[str]) -> None:
    assert held_after(wrongs, ()) == held


def test_what_is_held_already_explains_and_stays() -> None:
    assert held_after([wrong("a")] * 5 + [wrong("b")], {"a"}) == {"a"}


@pytest.mark.parametrize(
    ("wrongs", "held", "most"),
    [
        ([], [], 3),
        ([wrong("a")], [], 2),
        ([wrong("a"), wrong("b")], [], 1),
        ([wrong("a"), wrong("b", kind=Kind.DEBTOR)], [], 2),
        ([wrong("a"), wrong("a"), wrong("a")], ["a"], 3),
        ([wrong("a"), wrong("a"), wrong("a")], [], 1),
    ],
)
def test_no_more_are_out_unseen_than_one_cause_may_spoil(wrongs: list[Wrong], held: list[str], most: int) -> None:
    assert may_be_out(wrongs, held) == most
