"""Sending gives an invoice its number, dates and moment, mails it, and tells the addons."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
import time_machine
from sqlalchemy import select

from sandbox.host.database import session
from sandbox.host.errors import RefusedError
from sandbox.host.models import Mail, Relation
from sandbox.host.services import drafting, sending
from tests.host import material

if TYPE_CHECKING:
    from flask import Flask

    from tests.host.visitor import Visitor


def test_the_dates_are_those_of_the_venue(host_app: Flask) -> None:
    with time_machine.travel(datetime(2026, 6, 30, 22, 30, tzinfo=UTC), tick=False), host_app.app_context():
        invoice = material.sent()
        assert invoice.sent_at == datetime(2026, 6, 30, 22, 30, tzinfo=UTC)
        assert invoice.invoice_date == date(2026, 7, 1)
        assert invoice.due_date == date(2026, 7, 15)
        assert invoice.status == "open"


def test_the_term_of_the_client_beats_that_of_the_venue(host_app: Flask) -> None:
    with host_app.app_context():
        invoice = material.draft()
        assert invoice.payment_term == material.tenant().default_payment_term
        special = drafting.new_draft(material.tenant(), material.client(payment_term=45), incl_vat=False)
        assert special.payment_term == 45


def test_sending_by_mail_puts_a_mail_in_the_outbox(admin: Visitor, host_app: Flask) -> None:
    with host_app.app_context():
        invoice_id = material.draft().id
    admin.post(f"/facturen/{invoice_id}/versturen")
    assert admin.messages[0][0] == "success"
    assert "inkoop@vandijk.example" in admin.get("/outbox")


def test_sending_by_hand_mails_nobody(admin: Visitor, host_app: Flask) -> None:
    with host_app.app_context():
        invoice_id = material.draft().id
    page = admin.post(f"/facturen/{invoice_id}/handmatig-versturen")
    assert "Open" in page
    with host_app.app_context():
        assert session().scalars(select(Mail)).all() == []


def test_an_invoice_is_sent_once(host_app: Flask) -> None:
    with host_app.app_context():
        invoice = material.sent()
        number = invoice.identifier
        with pytest.raises(RefusedError, match="al verstuurd"):
            sending.send(invoice, by_mail=False)
        assert invoice.identifier == number


def test_an_invoice_without_lines_stays_a_draft(admin: Visitor, host_app: Flask) -> None:
    with host_app.app_context():
        invoice = material.draft()
        invoice.lines.clear()
        session().commit()
        invoice_id = invoice.id
    admin.post(f"/facturen/{invoice_id}/versturen")
    assert admin.messages == [("error", "Een factuur zonder regels kan niet worden verstuurd.")]
    assert "Conceptfactuur" in admin.get(f"/facturen/{invoice_id}")


def test_a_client_without_an_address_cannot_be_mailed(admin: Visitor, host_app: Flask) -> None:
    with host_app.app_context():
        invoice = material.draft()
        invoice.client_email = None
        session().commit()
        invoice_id = invoice.id
    admin.post(f"/facturen/{invoice_id}/versturen")
    assert "handmatig versturen" in admin.messages[0][1]
    with host_app.app_context():
        assert material.draft().identifier is None


def test_the_invoice_keeps_the_details_the_client_had(host_app: Flask) -> None:
    with host_app.app_context():
        invoice = material.sent()
        relation = session().get(Relation, invoice.relation_id)
        assert relation is not None
        relation.name, relation.postalcode = "Andere naam", "9999 ZZ"
        session().commit()
        session().expire_all()
        assert (invoice.client_name, invoice.client_postalcode) == ("Van Dijk Events B.V.", "4811 AB")
