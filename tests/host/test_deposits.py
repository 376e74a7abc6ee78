"""Deposits are a percentage per VAT rate, and come off again on a later invoice."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete

from sandbox.host.database import session
from sandbox.host.errors import RefusedError
from sandbox.host.models import DepositRateGroup, LineKind
from sandbox.host.services import crediting, event_totals, sending
from sandbox.host.services.event_invoicing import Order, invoice_event
from tests.host import material

if TYPE_CHECKING:
    from flask import Flask

    from sandbox.host.models import Event, Invoice

D = Decimal


def billed(event: Event, **order: object) -> Invoice:
    invoice = invoice_event(material.tenant(), event, Order(**order))  # type: ignore[arg-type]
    sending.send(invoice, by_mail=False)
    return invoice


def kinds(invoice: Invoice) -> list[str]:
    return [line.kind for line in invoice.lines]


@pytest.mark.parametrize("incl_vat", [False, True])
def test_a_deposit_has_a_line_per_rate_with_the_deposit_groups(host_app: Flask, incl_vat: bool) -> None:
    with host_app.app_context():
        event = material.busy_event(incl_vat=incl_vat)
        deposit = billed(event, percentage=D(30))
        groups = [line.rate_group.code if line.rate_group else None for line in deposit.lines]
        assert groups == ["21-1850", "9-1851"]
        assert abs(deposit.total_incl - event_totals.totals(event).incl * D("0.3")) <= D("0.02")
        assert material.sums_hold(deposit)


@pytest.mark.parametrize("incl_vat", [False, True])
@pytest.mark.parametrize("without_vat", [False, True])
def test_deposits_and_the_rest_are_the_whole(host_app: Flask, incl_vat: bool, without_vat: bool) -> None:
    with host_app.app_context():
        event = material.busy_event(incl_vat=incl_vat)
        parts = [billed(event, percentage=D(p), deposit_without_vat=without_vat) for p in ("25", "50")]
        final = billed(event)
        assert kinds(final).count(LineKind.DEPOSIT_SETTLEMENT) == (2 if without_vat else 4)
        assert material.sums_hold(final)
        totals = event_totals.totals(event)
        # Each invoice rounds its own VAT, so three invoices may be a cent or two beside one.
        assert abs(totals.to_bill) <= D("0.03")
        assert sum((each.total_incl for each in [*parts, final]), D(0)) == totals.billed


def test_a_settlement_names_its_deposit_and_carries_its_group(host_app: Flask) -> None:
    with host_app.app_context():
        event = material.busy_event()
        deposit = billed(event, percentage=D(30))
        settled = [line for line in billed(event).lines if line.kind == LineKind.DEPOSIT_SETTLEMENT]
        assert {line.deposit_invoice_id for line in settled} == {deposit.id}
        assert [line.amount_excl for line in settled] == [-line.amount_excl for line in deposit.lines]
        assert [line.rate_group_id for line in settled] == [line.rate_group_id for line in deposit.lines]


def test_a_credited_deposit_is_not_settled(host_app: Flask) -> None:
    with host_app.app_context():
        event = material.busy_event()
        crediting.credit_fully(material.tenant(), billed(event, percentage=D(30)))
        assert LineKind.DEPOSIT_SETTLEMENT not in kinds(billed(event))


def test_crediting_the_final_invoice_opens_the_deposit_again(host_app: Flask) -> None:
    with host_app.app_context():
        event = material.busy_event()
        billed(event, percentage=D(30))
        final = billed(event)
        crediting.credit_fully(material.tenant(), final)
        again = billed(event)
        assert again.total_incl == final.total_incl


def test_a_deposit_still_in_draft_is_not_settled(host_app: Flask) -> None:
    with host_app.app_context():
        event = material.busy_event()
        invoice_event(material.tenant(), event, Order(percentage=D(30)))
        assert LineKind.DEPOSIT_SETTLEMENT not in kinds(billed(event))


def test_a_rate_without_a_deposit_group_is_named(host_app: Flask) -> None:
    with host_app.app_context():
        session().execute(delete(DepositRateGroup).where(DepositRateGroup.vat_rate == D(9)))
        with pytest.raises(RefusedError, match="9% btw"):
            invoice_event(material.tenant(), material.busy_event(), Order(percentage=D(30)))
