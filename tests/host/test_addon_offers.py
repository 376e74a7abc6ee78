"""What the host offers besides what every host has: what changed, ids of what was sent, many reports at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from sandbox.host.database import session
from sandbox.host.models import InvoiceSync
from sandbox.host.services import crediting, deleting, editing, event_invoicing, mailing, sending
from tests.host import material

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask

    from sandbox.host.addons.host import AddonHost
    from sandbox.host.models import Invoice

ALWAYS = (datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC))


@dataclass(frozen=True)
class Report:
    invoice_id: str
    external_id: str = "entry"
    at: datetime = ALWAYS[0]
    status: str = "processed"


def header(sent: Invoice) -> None:
    editing.change_header(material.tenant(), sent, {"reference": "PO 1"})


def unannounced(sent: Invoice) -> None:
    sent.client_name = "Anders"
    session().commit()


def line(sent: Invoice) -> None:
    sent.lines[0].description = "Anders"
    session().commit()


def line_gone(sent: Invoice) -> None:
    session().delete(sent.lines[0])
    session().commit()


def deleted(sent: Invoice) -> None:
    deleting.delete(material.tenant(), sent)


@pytest.mark.parametrize("change", [header, unannounced, line, line_gone, deleted])
def test_every_change_is_noted(host_app: Flask, host: AddonHost, change: Callable[[Invoice], None]) -> None:
    with host_app.app_context():
        sent = material.sent()
        sent_id = str(sent.id)
        before = datetime.now(UTC)
        change(sent)
        assert changed(host, before) == [sent_id]


def test_what_says_nothing_else_is_no_change(host_app: Flask, host: AddonHost) -> None:
    with host_app.app_context():
        sent = material.sent()
        before = datetime.now(UTC)
        draft = material.draft()
        editing.change_header(material.tenant(), draft, {"reference": "PO 1"})
        host.confirm_sync("zaal", str(sent.id), provider="exact", external_id="e", at=before, status="processed")
        mailing.mail_invoice(material.tenant(), sent)
        session().commit()
        assert changed(host, before) == []


def test_a_credit_changes_nothing_of_its_original(host_app: Flask, host: AddonHost) -> None:
    with host_app.app_context():
        sent = material.sent()
        before = datetime.now(UTC)
        credit = crediting.credit_fully(material.tenant(), sent)
        assert changed(host, before) == [str(credit.id)]


def test_changes_come_in_their_order_by_pages_each_once(host_app: Flask, host: AddonHost) -> None:
    with host_app.app_context():
        sent = [material.sent() for _ in range(5)]
        other = material.sent("strand")
        unannounced(sent[1])
        everything = changed(host, ALWAYS[0])
        assert everything == [str(sent[i].id) for i in (0, 2, 3, 4, 1)]
        found, after = [], None
        while page := host.changed_since("zaal", ALWAYS[0], after=after, limit=2):
            assert len(page) <= 2
            found += [change.invoice_id for change in page]
            after = page[-1]
        assert found == everything
        assert changed(host, ALWAYS[0], "strand") == [str(other.id)]
        assert changed(host, datetime.now(UTC) + timedelta(seconds=1)) == []


def test_what_is_rolled_back_did_not_change(host_app: Flask, host: AddonHost) -> None:
    with host_app.app_context():
        sent = material.sent()
        before = datetime.now(UTC)
        sent.client_name = "Anders"
        session().flush()
        session().rollback()
        assert changed(host, before) == []


def test_ids_are_those_of_the_invoices(host_app: Flask, host: AddonHost) -> None:
    with host_app.app_context():
        sent = [material.sent() for _ in range(3)]
        material.draft()
        sent[0].sent_at = datetime.now(UTC)
        session().commit()
        ids = list(host.sent_ids_between("zaal", *ALWAYS))
        told = [(each.invoice_id, each.currency, each.total_incl) for each in host.sent_totals_between("zaal", *ALWAYS)]
        read = host.invoices_sent_between("zaal", *ALWAYS)
        assert told == [(record.id, record.currency, record.total_incl) for record in read]
        assert ids == [record.id for record in host.invoices_sent_between("zaal", *ALWAYS)]
        assert ids == [str(sent[i].id) for i in (1, 2, 0)]
        start, end = (each.sent_at for each in (sent[2], sent[0]))
        assert start
        assert end
        assert list(host.sent_ids_between("zaal", start, end)) == [str(sent[2].id)]


def test_reports_are_kept_once_each_however_often_they_come(host_app: Flask, host: AddonHost) -> None:
    with host_app.app_context():
        sent = [material.sent() for _ in range(2)]
        stranger = material.sent("strand")
        reports = [Report(str(each.id)) for each in (*sent, stranger)] + [Report("999999")]
        for _ in range(2):
            host.confirm_syncs("zaal", reports, provider="exact")
        host.confirm_syncs("zaal", [Report(str(sent[0].id), external_id="another")], provider="exact")
        assert kept() == {sent[0].id: "another", sent[1].id: "entry"}


def test_reports_are_taken_all_or_none(host_app: Flask, host: AddonHost) -> None:
    with host_app.app_context():
        sent = [material.sent() for _ in range(2)]
        with pytest.raises(ValueError, match="status"):
            host.confirm_syncs(
                "zaal", [Report(str(sent[0].id)), Report(str(sent[1].id), status="lost")], provider="exact"
            )
        session().rollback()
        assert kept() == {}


def test_what_was_sold_is_summed_by_what_it_is(host_app: Flask, host: AddonHost) -> None:
    with host_app.app_context():
        for _ in range(2):
            invoice = event_invoicing.invoice_event(material.tenant(), material.busy_event(), event_invoicing.Order())
            sending.send(invoice, by_mail=False)
        material.draft("zaal", "1000.00")
        material.sent("strand")
        session().commit()
        sold = host.revenue_between("zaal", *ALWAYS)
        lines = [line for each in host.invoices_sent_between("zaal", *ALWAYS) for line in each.lines]
        assert sum(each.net for each in sold) == sum(line.amount_excl for line in lines)
        package = [each for each in sold if each.name == "Vergaderarrangement 8 uur"]
        assert {(each.kind, each.rate_group is None) for each in package} == {("package", False)}
        assert len(package) == 3
        assert host.revenue_between("zaal", ALWAYS[0], ALWAYS[0]) == []


def changed(host: AddonHost, since: datetime, tenant: str = "zaal") -> list[Any]:
    return [change.invoice_id for change in host.changed_since(tenant, since, after=None, limit=100)]


def kept() -> dict[int, str]:
    found = list(session().scalars(select(InvoiceSync)))
    assert len({sync.invoice_id for sync in found}) == len(found)
    return {sync.invoice_id: sync.external_id for sync in found}
