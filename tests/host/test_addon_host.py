"""What an addon can ask of the host, and that a failing addon harms nobody."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import func, select

from sandbox.host.addons import invoice_source
from sandbox.host.addons.host import AddonHost
from sandbox.host.addons.registry import AddonReport, AddonState, Contributions
from sandbox.host.database import session
from sandbox.host.models import ChatMessage, Invoice, Mail, RateGroup
from sandbox.host.services import crediting, deleting, editing, rate_groups, sending
from tests.host import material
from tests.host.visitor import Visitor

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask

ALWAYS = (datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC))


@pytest.fixture
def host(host_app: Flask) -> AddonHost:
    """A host as a loaded addon got it."""
    contributions = Contributions()
    report = AddonReport("quiet", AddonState.LOADED, contributions=contributions)
    host_app.extensions["mice_addons"].reports.append(report)
    return AddonHost(host_app, contributions)


@pytest.fixture
def heard(host: AddonHost) -> list[tuple[str, str, dict[str, Any]]]:
    """Every signal the addon hears: name, tenant, values."""
    found: list[tuple[str, str, dict[str, Any]]] = []
    for name in ("invoice_sent", "invoice_updated", "invoice_credited", "invoice_deleted"):

        def receive(tenant: str, name: str = name, **values: Any) -> None:
            found.append((name, tenant, values))

        getattr(host.signals, name).connect(receive, weak=False)
    return found


def test_a_sent_invoice_as_an_addon_sees_it(host_app: Flask, host: AddonHost) -> None:
    with host_app.app_context():
        sent = material.sent("zaal", "33.33")
        record = host.invoice("zaal", str(sent.id))
        assert record is not None
        assert (record.id, record.tenant_code, record.identifier) == (str(sent.id), "zaal", sent.identifier)
        assert record.sent_at.tzinfo is UTC
        assert [record.total_excl, record.total_vat, record.total_incl] == [
            Decimal(a) for a in ("33.33", "7.00", "40.33")
        ]
        assert (record.client.name, record.client.postalcode) == ("Van Dijk Events B.V.", "4811 AB")
        line = record.lines[0]
        assert line.rate_group is not None
        assert (line.vat_rate, line.rate_group.ledger_number, line.position) == (Decimal(21), "8000", 1)


def test_drafts_strangers_and_nonsense_are_no_invoices(host_app: Flask, host: AddonHost) -> None:
    with host_app.app_context():
        draft, other, sent = material.draft(), material.sent("strand"), material.sent()
        wanted = [str(draft.id), str(other.id), str(sent.id), "x", "", "-1", "9" * 30]
        assert list(host.invoices("zaal", wanted)) == [str(sent.id)]
        with pytest.raises(LookupError):
            host.invoices("nergens", wanted)


def test_a_new_ledger_number_counts_at_once(host_app: Flask, host: AddonHost) -> None:
    with host_app.app_context():
        sent = material.sent()
        material.rate_group("21-8000").ledger_number = "8888"
        session().commit()
        record = host.invoice("zaal", str(sent.id))
        assert record is not None
        assert [line.rate_group.ledger_number for line in record.lines if line.rate_group] == ["8888"]


def test_invoices_sent_between_two_moments(host_app: Flask, host: AddonHost, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(invoice_source, "PAGE", 2)
    with host_app.app_context():
        start = datetime(2026, 1, 1, tzinfo=UTC)
        sent = [material.sent() for _ in range(6)]
        for invoice, minutes in zip(sent, (5, 3, 3, 3, 0, 10), strict=True):
            invoice.sent_at = start + timedelta(minutes=minutes)
        session().commit()
        oldest_first = [str(sent[i].id) for i in (4, 1, 2, 3, 0)]
        ids = []
        for record in host.invoices_sent_between("zaal", start, start + timedelta(minutes=10)):
            ids.append(record.id)
            session().commit()
        assert ids == oldest_first
        assert list(host.invoices_sent_between("strand", *ALWAYS)) == []


def test_rate_groups_in_use(host_app: Flask, host: AddonHost) -> None:
    with host_app.app_context():
        for code in ("21-8000", "21-8200"):
            rate_groups.archive(material.rate_group(code))
        material.sent()
        codes = [group.code for group in host.rate_groups("zaal")]
        assert "21-8000" in codes
        assert "21-8200" not in codes
        assert codes == sorted(codes)
        assert len(host.rate_groups("strand")) == session().scalar(
            select(func.count()).where(RateGroup.tenant_id == material.tenant("strand").id)
        )


def test_activations_are_periods(host_app: Flask, host: AddonHost) -> None:
    with host_app.app_context():
        assert host.activation("zaal", "quiet") is None
        host.withdraw("zaal", "quiet")
        host.grant("zaal", "quiet")
        first = host.activation("zaal", "quiet")
        host.grant("zaal", "quiet")
        assert host.activation("zaal", "quiet") == first
        host.withdraw("zaal", "quiet")
        ended = host.activation("zaal", "quiet")
        assert ended is not None
        assert ended.withdrawn_at is not None
        host.grant("zaal", "quiet")
        again = host.activation("zaal", "quiet")
        assert again is not None
        assert again.withdrawn_at is None
        assert again.granted_at >= ended.withdrawn_at
        assert host.activation("strand", "quiet") is None


def test_what_an_addon_writes_is_kept(host_app: Flask, host: AddonHost) -> None:
    with host.app_context():
        invoice_id = str(material.sent().id)
    at = datetime(2026, 5, 1, 1, 30, tzinfo=UTC)
    with host.app_context():
        host.grant("zaal", "quiet")
        for number in ("41", "42"):
            host.confirm_sync("zaal", invoice_id, provider="quiet", external_id=number, at=at, status="processed")
        host.confirm_sync("zaal", "999999", provider="quiet", external_id="1", at=at, status="failed")
        host.send_mail("zaal", subject="Let op", body="Er is iets.")
    with host.app_context():
        invoice = session().get(Invoice, int(invoice_id))
        assert invoice is not None
        assert [(sync.provider, sync.external_id, sync.at) for sync in invoice.syncs] == [("quiet", "42", at)]
        mail = session().scalars(select(Mail)).one()
        assert (mail.recipients, mail.subject) == ("beheerder@zaal.test", "Let op")
    admin = Visitor(host_app.test_client()).log_in("beheerder@zaal.test")
    assert "verwerkt" in admin.get(f"/facturen/{invoice_id}")
    assert "kenmerk 42" in admin.get(f"/facturen/{invoice_id}")


def test_a_wrong_sync_status_is_refused(host_app: Flask, host: AddonHost) -> None:
    with host_app.app_context(), pytest.raises(ValueError, match="processed"):
        host.confirm_sync("zaal", "1", provider="x", external_id="1", at=ALWAYS[0], status="klaar")


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


def test_who_is_asking(host_app: Flask, host: AddonHost, log_in: Callable[..., Visitor]) -> None:
    host_app.add_url_rule("/wie", view_func=lambda: f"{host.current_user()} bij {host.current_tenant()}")
    asked = log_in("beheerder").get("/wie")
    assert "email='beheerder@zaal.test', roles=frozenset({'beheerder'}), is_support=False" in asked
    assert asked.endswith("bij TenantRecord(code='zaal', name='Eventlocatie Zaal')")
    support = log_in("support")
    assert support.get("/wie").endswith("roles=frozenset(), is_support=True) bij None")
    support.post("/support/strand/bekijken")
    assert "code='strand'" in support.get("/wie")
    with host_app.app_context():
        assert (host.current_user(), host.current_tenant()) == (None, None)
        assert [tenant.code for tenant in host.tenants()] == ["strand", "zaal"]


def test_addresses_with_and_without_a_request(host_app: Flask, host: AddonHost) -> None:
    expected = ("/facturen/7", "/beheer/tariefgroepen", "/chat?bericht=Graag+activeren")

    def addresses() -> tuple[str, str, str]:
        return host.invoice_url("7"), host.rate_groups_url(), host.chat_url("zaal", "Graag activeren")

    with host_app.app_context():
        assert addresses() == expected
    with host_app.test_request_context():
        assert addresses() == expected


class _session_that_cannot_commit:  # noqa: N801  stands in for the function `session`
    def __getattr__(self, name: str) -> Any:
        return getattr(session(), name)

    def commit(self) -> None:
        raise ConnectionError
