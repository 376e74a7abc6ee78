"""Signals and hooks: addons hear of every change, and a failing one harms nobody."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from sandbox.host.addons.host import AddonHost
from sandbox.host.database import session
from sandbox.host.models import ChatMessage, Invoice, Mail
from sandbox.host.services import crediting, deleting, editing, sending
from tests.host import material
from tests.host.visitor import Visitor

if TYPE_CHECKING:
    from flask import Flask

ALWAYS = (datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC))


def test_every_change_is_told(host_app: Flask, heard: list[tuple[str, str, dict[str, Any]]]) -> None:
    with host_app.app_context():
        tenant = material.tenant()
        invoice = material.sent()
        sent_id, sent_number = str(invoice.id), invoice.identifier
        editing.change_header(tenant, invoice, {"reference": "PO 1"})
        credit = crediting.credit_fully(tenant, invoice)
        credit_id = str(credit.id)
        deleting.delete(tenant, credit)
        deleting.delete(tenant, material.draft())
    told = [(name, values.get("invoice") and values["invoice"].id) for name, _, values in heard]
    assert told == [
        ("invoice_sent", sent_id),
        ("invoice_updated", sent_id),
        ("invoice_sent", credit_id),
        ("invoice_credited", sent_id),
        ("invoice_deleted", None),
    ]
    assert {tenant for _, tenant, _ in heard} == {"zaal"}
    assert heard[3][2]["credit"].credits_id == sent_id
    assert heard[1][2]["invoice"].reference == "PO 1"
    assert heard[4][2] == {"invoice_id": credit_id, "identifier": str(int(sent_number or 0) + 1)}


def test_drafts_are_told_to_nobody(host_app: Flask, heard: list[tuple[str, str, dict[str, Any]]]) -> None:
    with host_app.app_context():
        draft = material.draft()
        editing.change_header(material.tenant(), draft, {"reference": "PO 1"})
    assert heard == []


def test_a_receiver_writes_in_the_transaction_of_sending(host_app: Flask, host: AddonHost) -> None:
    def receive(tenant: str, **values: Any) -> None:
        host.send_mail(tenant, subject=f"verstuurd: {values['invoice'].identifier}", body="")

    host.signals.invoice_sent.connect(receive, weak=False)
    with host_app.app_context():
        draft = material.draft()
        # As when the database goes away between the receiver and the commit.
        with pytest.MonkeyPatch.context() as broken:
            broken.setattr(sending, "session", _session_that_cannot_commit)
            with pytest.raises(ConnectionError):
                sending.send(draft, by_mail=False)
        session().rollback()
        assert session().scalars(select(Mail)).all() == []
        sending.send(draft, by_mail=False)
        assert session().scalars(select(Mail)).one().subject == f"verstuurd: {draft.identifier}"


def test_a_failing_receiver_loses_its_own_work_only(
    host_app: Flask, host: AddonHost, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(tenant: str, **values: Any) -> None:
        host.send_mail(tenant, subject="half werk", body="")
        raise RuntimeError("kapot")

    def fail_in_the_database(tenant: str, **values: Any) -> None:
        session().add(ChatMessage(tenant_id=999_999, author="x", body="x", created_at=ALWAYS[0]))
        session().flush()

    def work(tenant: str, **values: Any) -> None:
        host.send_mail(tenant, subject="heel werk", body="")

    for receiver in (fail, fail_in_the_database, work):
        host.signals.invoice_sent.connect(receiver, weak=False)
    with host_app.app_context():
        invoice = material.sent()
        assert invoice.identifier
        assert [mail.subject for mail in session().scalars(select(Mail))] == ["heel werk"]
    assert "Addon quiet failed in invoice_sent" in caplog.text
    assert "kapot" in caplog.text


def test_hooks_on_the_pages(host_app: Flask, host: AddonHost) -> None:
    asked: list[list[str]] = []

    def badges(invoices: list[Any]) -> dict[str, str]:
        asked.append([invoice.identifier for invoice in invoices])
        return {invoices[0].id: "<b>geboekt</b>"}

    host.add_template_hook("invoice_page", lambda invoice: f"<p>boekstuk van {invoice.identifier}</p>")
    host.add_template_hook("invoice_list_badges", badges)
    with host_app.app_context():
        material.draft()
        numbers = [material.sent().identifier for _ in range(2)]
        invoice_id = session().scalars(select(Invoice.id).where(Invoice.identifier == numbers[1])).one()
    admin = Visitor(host_app.test_client()).log_in("beheerder@zaal.test")
    page = admin.get(f"/facturen/{invoice_id}")
    assert "Boekhouding" in page
    assert f"<p>boekstuk van {numbers[1]}</p>" in page
    assert admin.get("/facturen").count("<b>geboekt</b>") == 1
    assert asked == [[numbers[1], numbers[0]]]


def test_a_raising_hook_leaves_its_place_empty(
    host_app: Flask, host: AddonHost, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(**values: Any) -> str:
        raise RuntimeError("de haak brak")

    host.add_template_hook("invoice_page", fail)
    host.add_template_hook("invoice_list_badges", fail)
    with host_app.app_context():
        invoice_id = material.sent().id
    billing = Visitor(host_app.test_client()).log_in("billing@zaal.test")
    for path in ("/facturen", f"/facturen/{invoice_id}"):
        assert "brak" not in billing.get(path)
    assert caplog.text.count("de haak brak") >= 2


class _session_that_cannot_commit:  # noqa: N801  stands in for the function `session`
    def __getattr__(self, name: str) -> Any:
        return getattr(session(), name)

    def commit(self) -> None:
        raise ConnectionError
