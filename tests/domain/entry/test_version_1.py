"""The key and the digest of 0.1 are what the released code made of the same input, for ever; so are later digests."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from mice_exact_plugin.domain.entry import version_1
from mice_exact_plugin.domain.entry.keys import invoice_digest
from mice_exact_plugin.domain.invoice import Debtor, Invoice, InvoiceLine, RateGroup

GOLDEN = Path(__file__).parents[2] / "data" / "released" / "0.1" / "keys.json"
#: Made by this version, of the same invoices.
PRESENT = (GOLDEN.parents[2] / "digests_2.txt").read_text(encoding="utf-8").split()
MADE_BY_0_1 = json.loads(GOLDEN.read_text(encoding="utf-8"))


@pytest.mark.parametrize("golden", MADE_BY_0_1["debtors"])
def test_the_match_key_is_that_of_the_release(golden: dict[str, Any]) -> None:
    assert version_1.match_key(_debtor(golden["debtor"])) == golden["key"]


@pytest.mark.parametrize("golden", MADE_BY_0_1["invoices"], ids=lambda golden: str(golden["digest"][:8]))
def test_the_invoice_digest_is_that_of_the_release(golden: dict[str, Any]) -> None:
    assert version_1.invoice_digest(_invoice(golden["invoice"])) == golden["digest"]


@pytest.mark.parametrize(
    ("golden", "digest"), list(zip(MADE_BY_0_1["invoices"], PRESENT, strict=True)), ids=lambda value: str(value)[:8]
)
def test_the_digest_of_now_stays_what_its_version_says(golden: dict[str, Any], digest: str) -> None:
    """What was booked would read as changed. Another form is another `DIGEST_VERSION`."""
    assert invoice_digest(_invoice(golden["invoice"])) == digest


def _debtor(given: dict[str, str | None]) -> Debtor:
    return Debtor(**{**dict.fromkeys(Debtor.__dataclass_fields__), **given})


def _invoice(given: dict[str, Any]) -> Invoice:
    return Invoice(
        id="1",
        tenant="zaal",
        identifier=given["identifier"],
        is_credit=False,
        credits_id=None,
        invoice_date=date.fromisoformat(given["invoice_date"]),
        due_date=date.fromisoformat(given["due_date"]) if given["due_date"] else None,
        payment_term=14,
        currency=given["currency"],
        reference=None,
        sent_at=datetime(2026, 3, 14, tzinfo=UTC),
        debtor=_debtor(given["debtor"]),
        lines=tuple(_line(number, line) for number, line in enumerate(given["lines"], start=1)),
        net=Decimal(given["net"]),
        vat=Decimal(given["vat"]),
        gross=Decimal(given["gross"]),
    )


def _line(number: int, given: dict[str, Any]) -> InvoiceLine:
    rate, net, vat = (Decimal(given[name]) for name in ("rate", "net", "vat"))
    group = RateGroup(given["group"], "Groep", rate, given["ledger"]) if given["group"] else None
    return InvoiceLine(number, "Zaalhuur", None, rate, group, net, vat, net + vat)
