"""Credit invoices: the opposite of an invoice, or of what its lines lost."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from sandbox.host.database import session
from sandbox.host.errors import RefusedError
from sandbox.host.services import crediting, sending, vat
from sandbox.host.services.crediting import Lowered
from tests.host import material

if TYPE_CHECKING:
    from flask import Flask

    from sandbox.host.models import Invoice
    from tests.host.visitor import Visitor

D = Decimal


def partially(invoice: Invoice, *lowered: tuple[str, str]) -> Invoice:
    remains = {line.id: Lowered(D(q), D(p)) for line, (q, p) in zip(invoice.lines, lowered, strict=False)}
    return crediting.credit_partially(material.tenant(), invoice, remains)


def test_a_full_credit_is_the_opposite_to_the_cent(host_app: Flask) -> None:
    with host_app.app_context():
        invoice = material.sent("zaal", "33.335", "12.345", "-1.115")
        credit = crediting.credit_fully(material.tenant(), invoice)
        assert credit.total_incl == -invoice.total_incl
        assert [line.amount_vat for line in credit.lines] == [-line.amount_vat for line in invoice.lines]
        assert [line.quantity for line in credit.lines] == [-1, -1, -1]
        assert (credit.status, credit.is_credit, credit.credits_id) == ("credit", True, invoice.id)


def test_a_credit_takes_the_next_number_of_the_same_series(host_app: Flask) -> None:
    with host_app.app_context():
        invoice = material.sent()
        credit = crediting.credit_fully(material.tenant(), invoice)
        assert invoice.identifier
        assert credit.identifier == str(int(invoice.identifier) + 1)


@pytest.mark.parametrize(
    ("remains", "excl"),
    [
        (("6", "10.00"), "-40.00"),
        (("10", "7.50"), "-25.00"),
        (("6", "7.50"), "-55.00"),
        (("0", "10.00"), "-100.00"),
        (("0", "0"), "-100.00"),
    ],
)
def test_a_partial_credit_is_the_difference(host_app: Flask, remains: tuple[str, str], excl: str) -> None:
    with host_app.app_context():
        invoice = material.draft("zaal", "10.00")
        invoice.lines[0].quantity = D(10)
        invoice = _sent_again(invoice)
        credit = partially(invoice, remains)
        assert credit.total_excl == D(excl)
        assert material.sums_hold(credit)


@pytest.mark.parametrize("remains", [("11", "10.00"), ("10", "10.01"), ("-1", "10.00"), ("10", "-1")])
def test_nothing_on_a_credit_may_grow_or_change_sign(host_app: Flask, remains: tuple[str, str]) -> None:
    with host_app.app_context():
        invoice = material.draft("zaal", "10.00")
        invoice.lines[0].quantity = D(10)
        invoice = _sent_again(invoice)
        with pytest.raises(RefusedError, match="lager aantal"):
            partially(invoice, remains)


def test_a_credit_that_lowers_nothing_is_refused(host_app: Flask) -> None:
    with host_app.app_context():
        invoice = material.sent("zaal", "10.00")
        with pytest.raises(RefusedError, match="minstens één regel"):
            partially(invoice, ("1", "10.00"))


def test_together_credits_never_exceed_the_line(host_app: Flask) -> None:
    with host_app.app_context():
        invoice = material.sent("zaal", "100.00")
        partially(invoice, ("1", "40.00"))
        with pytest.raises(RefusedError, match="meer dan het hele bedrag"):
            partially(invoice, ("1", "30.00"))
        session().rollback()
        assert partially(invoice, ("1", "60.00")).total_excl == D("-40.00")
        with pytest.raises(RefusedError, match="al \\(deels\\) gecrediteerd"):
            crediting.credit_fully(material.tenant(), invoice)


def test_drafts_and_credits_are_not_credited(host_app: Flask) -> None:
    with host_app.app_context():
        with pytest.raises(RefusedError, match="concept"):
            crediting.credit_fully(material.tenant(), material.draft())
        credit = crediting.credit_fully(material.tenant(), material.sent())
        with pytest.raises(RefusedError, match="creditfactuur"):
            crediting.credit_fully(material.tenant(), credit)


def test_crediting_from_the_page(admin: Visitor, host_app: Flask) -> None:
    with host_app.app_context():
        invoice = material.sent("zaal", "100.00", "50.00")
        invoice_id, line_ids = invoice.id, [line.id for line in invoice.lines]
    fields: dict[str, Any] = {
        "lines-0-line_id": line_ids[0],
        "lines-0-quantity": "1",
        "lines-0-unit_price": "75,00",
        "lines-1-line_id": line_ids[1],
        "lines-1-quantity": "1",
        "lines-1-unit_price": "50,00",
    }
    page = admin.post(f"/facturen/{invoice_id}/gedeeltelijk-crediteren", **fields)
    assert "€\xa0-30,25" in page
    assert "Creditfactuur" in page
    admin.post(f"/facturen/{invoice_id}/volledig-crediteren")
    assert admin.messages[0][0] == "error"


def _sent_again(invoice: Invoice) -> Invoice:
    vat.reprice(invoice)
    sending.send(invoice, by_mail=False)
    return invoice
