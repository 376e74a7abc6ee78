"""Drafts can go, and so can the invoice with the highest number, whose number is then used again."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from sandbox.host.errors import RefusedError
from sandbox.host.services import crediting, deleting, sending
from sandbox.host.services.event_invoicing import Order, invoice_event
from tests.host import material

if TYPE_CHECKING:
    from flask import Flask

    from tests.host.visitor import Visitor


def test_the_number_comes_back_on_an_invoice_with_another_id(host_app: Flask) -> None:
    with host_app.app_context():
        material.sent()
        last = material.sent()
        last_id, number = last.id, last.identifier
        deleting.delete(material.tenant(), last)
        again = material.sent()
        assert again.identifier == number
        assert again.id != last_id


def test_only_the_highest_number_can_go(host_app: Flask) -> None:
    with host_app.app_context():
        first, second = material.sent(), material.sent()
        with pytest.raises(RefusedError, match="hoogste nummer"):
            deleting.delete(material.tenant(), first)
        deleting.delete(material.tenant(), second)
        deleting.delete(material.tenant(), first)


def test_what_others_refer_to_stays(host_app: Flask) -> None:
    with host_app.app_context():
        tenant = material.tenant()
        invoice = material.sent()
        credit = crediting.credit_fully(tenant, invoice)
        credit.identifier = "C1"
        assert not deleting.is_deletable(invoice)
        event = material.busy_event()
        deposit = invoice_event(tenant, event, Order(percentage=Decimal(30)))
        sending.send(deposit, by_mail=False)
        final = invoice_event(tenant, event, Order())
        assert not deleting.is_deletable(deposit)
        deleting.delete(tenant, final)
        assert deleting.is_deletable(deposit)


def test_deleting_from_the_page(admin: Visitor, host_app: Flask) -> None:
    with host_app.app_context():
        draft_id, first_id, last_id = material.draft().id, material.sent().id, material.sent().id
    assert "Verwijderen" not in admin.get(f"/facturen/{first_id}")
    admin.post(f"/facturen/{first_id}/verwijderen")
    assert admin.messages[0][0] == "error"
    for invoice_id in (draft_id, last_id):
        admin.post(f"/facturen/{invoice_id}/verwijderen")
        assert admin.path == "/facturen"
        admin.get(f"/facturen/{invoice_id}", 404)
