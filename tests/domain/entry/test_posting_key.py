"""Keys that never change and digests that change when they should."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest

from mice_exact_plugin.domain.entry import version_1
from mice_exact_plugin.domain.entry.entry import SalesEntry
from mice_exact_plugin.domain.entry.keys import (
    DIGEST_VERSION,
    crm_account_id,
    invoice_digest,
    is_as_booked,
    payload_digest,
    posting_key,
)
from mice_exact_plugin.domain.entry.mapper import Mapped, map_invoice
from tests.domain.build import HIGH, LOW, SETTINGS, debtor, invoice, line, reference

PLACE = ("nl", 1234567, "proef", "42", 0)
INVOICE = invoice(line("100.00", "21.00"), line("50.00", "4.50", LOW))


def test_keys_are_the_same_for_ever() -> None:
    """A key that changes with a release would make every invoice that waits look new to Exact."""
    assert posting_key(*PLACE) == UUID("ff326407-c00a-5f3b-a28e-c374bfffcc2d")
    assert crm_account_id("nl", 1234567, "zon|1234AB|NL") == UUID("a5549543-6d1d-5912-ab20-76618e54ee0c")


@pytest.mark.parametrize(
    "other",
    [
        ("be", 1234567, "proef", "42", 0),
        ("nl", 123456, "proef", "42", 0),
        ("nl", 1234567, "proef2", "42", 0),
        ("nl", 1234567, "proef", "2", 0),
        ("nl", 1234567, "proef", "42", 1),
        ("nl", 1234567, 'proef", "4', "2", 0),
    ],
)
def test_every_part_makes_another_key(other: tuple[str, int, str, str, int]) -> None:
    assert posting_key(*other) != posting_key(*PLACE)


def entry() -> SalesEntry:
    mapped = map_invoice(INVOICE, SETTINGS, reference(), debtor_has_payment_condition=True)
    assert isinstance(mapped, Mapped)
    return mapped.entry


def test_the_payload_digest_covers_all_that_is_sent() -> None:
    sent = payload_digest(entry(), "A1B2")
    assert sent == payload_digest(entry(), "a1b2")
    assert len(sent) == 64
    others = [
        payload_digest(entry(), "c3d4"),
        payload_digest(replace(entry(), due_date=date(2026, 4, 1)), "a1b2"),
        payload_digest(replace(entry(), lines=entry().lines[:1]), "a1b2"),
    ]
    assert len({sent, *others}) == 4


def test_what_0_1_would_have_sent_has_the_digest_of_0_1() -> None:
    """Made by version 0.1: an equal payload that was refused then must not look cured."""
    turned = invoice(line("-10.00", "-2.11", None), payment_term=0, is_credit=True)
    mapped = map_invoice(turned, SETTINGS, reference(), debtor_has_payment_condition=True)
    assert isinstance(mapped, Mapped)
    assert [payload_digest(entry(), "a1b2"), payload_digest(mapped.entry, "C3D4")] == [
        "fad6e010e3964d58b5cf2c0ba2feeced0b735f0b03c9d263a90bccd63998801a",
        "2483c654fb6eded307770c7bf0fafa2c29bac48c231606103d65cb37cc52c2d5",
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"identifier": "F2026-00124"},
        {"invoice_date": date(2026, 3, 15)},
        {"due_date": date(2026, 4, 15)},
        {"currency": "USD"},
        {"debtor": debtor(name="Iemand anders BV")},
        {"debtor": debtor(postcode="9999 ZZ")},
        {"debtor": debtor(country="BE")},
        {"debtor": debtor(vat_number="NL004495445B01")},
        {"debtor": debtor(coc_number="87654321")},
        {"gross": Decimal("175.51")},
        {"lines": (line("100.00", "21.00"), line("50.00", "4.50", replace(LOW, code="lunch")))},
        {"lines": (line("90.00", "18.90"), line("60.00", "6.60", LOW))},
    ],
)
def test_what_a_bookkeeper_calls_a_change_changes_the_digest(changes: dict[str, Any]) -> None:
    assert invoice_digest(replace(INVOICE, **changes)) != invoice_digest(INVOICE)


@pytest.mark.parametrize(
    "changes",
    [
        {"reference": "PO 4712"},
        {"debtor": debtor(name="VOORBEELD EVENTS BV", postcode="1234ab", email="nieuw@voorbeeld.example")},
        {"debtor": debtor(coc_number="12 34 56 78")},
        {"gross": Decimal("175.500")},
        {"lines": (line("50.0", "4.5", LOW), line("100.00", "21.00", description="Zaal"))},
        {"lines": (line("60.00", "12.60"), line("40.00", "8.40"), line("50.00", "4.50", LOW))},
        {"lines": (line("100.00", "21.00", replace(HIGH, ledger_number="8010")), line("50.00", "4.50", LOW))},
    ],
)
def test_what_is_no_change_to_a_bookkeeper_leaves_the_digest_alone(changes: dict[str, Any]) -> None:
    assert invoice_digest(replace(INVOICE, **changes)) == invoice_digest(INVOICE)


def test_a_digest_is_compared_by_the_form_in_which_it_was_made() -> None:
    released, present = version_1.invoice_digest(INVOICE), invoice_digest(INVOICE)
    assert is_as_booked(INVOICE, released, version_1.VERSION)
    assert is_as_booked(INVOICE, present, DIGEST_VERSION)
    assert not is_as_booked(INVOICE, present, version_1.VERSION)
    assert not is_as_booked(INVOICE, released, DIGEST_VERSION)
