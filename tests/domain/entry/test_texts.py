"""What an entry says of the client's reference and the payment: each setting, and what does not fit."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.domain.entry.keys import payload_digest
from mice_exact_plugin.domain.entry.mapper import Mapped, map_invoice
from mice_exact_plugin.domain.entry.texts import EntryTexts, PaymentReference, description, payment_reference
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.exact.wire.entries import new_entry
from tests.domain import build
from tests.domain.build import invoice, line

if TYPE_CHECKING:
    from mice_exact_plugin.domain.invoice import Invoice

NUMBER, PRINTED, NONE = PaymentReference.NUMBER, PaymentReference.PRINTED, PaymentReference.NONE
OGM = "+++002/0260/00196+++"
WITH = EntryTexts(has_reference=True)
#: With "F2026-00123 · " in front of it, as long as a description gets.
FITS = "P" * (60 - len("F2026-00123 · "))


@pytest.mark.parametrize(
    ("reference", "expected", "is_cut"),
    [
        ("PO 4711", "F2026-00123 · PO 4711", False),
        ("  PO\n4711 ", "F2026-00123 · PO 4711", False),
        (None, "F2026-00123", False),
        ("  ", "F2026-00123", False),
        ("F2026-00123", "F2026-00123", False),
        (FITS, f"F2026-00123 · {FITS}", False),
        (f"{FITS}X", f"F2026-00123 · {FITS[:-1]}…", True),
    ],
)
def test_the_reference_stands_behind_the_number(reference: str | None, expected: str, is_cut: bool) -> None:
    said, marks = description(invoice(reference=reference), WITH)
    assert said == expected
    assert len(said) <= 60
    assert [code for code, _ in marks] == [RemarkCode.REFERENCE_CUT] * is_cut


@pytest.mark.parametrize(("length", "behind"), [(54, " · PP…"), (55, " · P…"), (56, ""), (60, "")])
def test_as_much_of_the_reference_as_there_is_room_for(length: int, behind: str) -> None:
    expected = "N" * length + behind
    told = invoice(identifier="N" * length, reference="P" * 20)
    assert description(told, WITH) == (expected, ((RemarkCode.REFERENCE_CUT, {"ours": "P" * 20, "theirs": expected}),))


def test_the_longest_number_stays_whole() -> None:
    said, _ = description(invoice(identifier="N" * 30, reference="P" * 500), WITH)
    assert said.startswith("N" * 30 + " · P")
    assert len(said) == 60
    assert description(invoice(identifier="N" * 80, reference="P"), WITH)[0] == "N" * 80


@pytest.mark.parametrize(
    ("chosen", "printed", "expected"),
    [(NONE, OGM, None), (NUMBER, OGM, "F2026-00123"), (PRINTED, OGM, OGM), (PRINTED, None, None)],
)
def test_a_payment_is_recognised_by_what_was_chosen(
    chosen: PaymentReference, printed: str | None, expected: str | None
) -> None:
    texts = EntryTexts(payment_reference=chosen)
    assert payment_reference(invoice(payment_reference=printed), texts) == expected


def test_both_are_sent_where_they_are_chosen_and_nothing_changes_where_not() -> None:
    told = invoice(line("100.00", "21.00"), payment_reference=OGM)
    plain, full = (_mapped(told, texts) for texts in (EntryTexts(), EntryTexts(True, PRINTED)))
    before, after = (new_entry(each.entry, "a", None) for each in (plain, full))
    assert before["Description"] == before["YourRef"] == "F2026-00123"
    assert "PaymentReference" not in before
    assert after == {**before, "Description": "F2026-00123 · PO 4711", "PaymentReference": OGM}
    digests = {payload_digest(each.entry, "a") for each in (plain, full, _mapped(told, EntryTexts(True)))}
    assert len(digests) == 3, "what would be said otherwise is another entry"


def _mapped(told: Invoice, texts: EntryTexts) -> Mapped:
    settings = replace(build.SETTINGS, texts=texts)
    found = map_invoice(told, settings, build.reference(), debtor_has_payment_condition=True)
    assert isinstance(found, Mapped)
    return found
