"""What an addon can ask of the host."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from sandbox.host.addons import invoice_source
from sandbox.host.addons.host import AddonHost
from sandbox.host.database import session
from sandbox.host.models import Invoice, Mail, RateGroup
from sandbox.host.services import rate_groups
from tests.host import material
from tests.host.visitor import Visitor

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask

ALWAYS = (datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC))


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
    assert "Teruggemeld door de koppeling: geboekt" in admin.get(f"/facturen/{invoice_id}")
    assert "kenmerk 42" in admin.get(f"/facturen/{invoice_id}")


def test_a_wrong_sync_status_is_refused(host_app: Flask, host: AddonHost) -> None:
    with host_app.app_context(), pytest.raises(ValueError, match="processed"):
        host.confirm_sync("zaal", "1", provider="x", external_id="1", at=ALWAYS[0], status="klaar")


def test_who_is_asking(host_app: Flask, host: AddonHost, log_in: Callable[..., Visitor]) -> None:
    host_app.add_url_rule("/wie", view_func=lambda: f"{host.current_user()} bij {host.current_tenant()}")
    asked = log_in("beheerder").get("/wie")
    assert "email='beheerder@zaal.test', roles=frozenset({'beheerder'}), is_support=False" in asked
    assert "bij TenantRecord(code='zaal', name='Eventlocatie Zaal', language=None" in asked
    support = log_in("support")
    assert support.get("/wie").endswith("roles=frozenset(), is_support=True, locale=None, timezone=None) bij None")
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
