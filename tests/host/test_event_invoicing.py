"""An event on an invoice: detailed or brief, once, or collected with others."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from sandbox.host.database import session
from sandbox.host.errors import RefusedError
from sandbox.host.models import InvoiceView, Package
from sandbox.host.services import crediting, event_invoicing, event_items, event_totals, printing, sending
from sandbox.host.services.event_invoicing import Order, invoice_event
from tests.host import material

if TYPE_CHECKING:
    from flask import Flask

    from tests.host.visitor import Visitor

D = Decimal


@pytest.mark.parametrize("incl_vat", [False, True])
def test_both_views_come_to_the_event(host_app: Flask, incl_vat: bool) -> None:
    with host_app.app_context():
        event = material.busy_event(incl_vat=incl_vat)
        expected = event_totals.totals(event)
        for view in InvoiceView:
            invoice = invoice_event(material.tenant(), event, Order(view=view))
            assert (invoice.total_excl, invoice.total_incl) == (expected.excl, expected.incl)
            assert material.sums_hold(invoice)
            session().delete(invoice)
            session().flush()


def test_a_compound_price_is_a_line_per_rate_group_and_printed_per_rate(host_app: Flask) -> None:
    with host_app.app_context():
        event = material.event()
        event_items.add_package(event, material.named(Package, "Vergaderarrangement 8 uur"))
        session().flush()
        invoice = invoice_event(material.tenant(), event, Order())
        package = [line for line in invoice.lines if line.kind == "package"]
        assert [line.rate_group.code for line in package if line.rate_group] == ["21-8000", "9-8100", "9-8110"]
        printed = [each for each in printing.printed_lines(invoice) if each.description == "Vergaderarrangement 8 uur"]
        assert [(each.vat_rate, each.unit_price) for each in printed] == [(D(21), D("14.50")), (D(9), D("29.00"))]


def test_brief_is_printed_as_one_line_per_rate(host_app: Flask) -> None:
    with host_app.app_context():
        invoice = invoice_event(material.tenant(), material.busy_event(), Order(view=InvoiceView.BRIEF))
        assert [each.vat_rate for each in printing.printed_lines(invoice)] == [D(21), D(9)]
        assert len(invoice.lines) > 2


def test_included_products_are_zero_and_can_be_left_out(host_app: Flask) -> None:
    with host_app.app_context():
        event = material.busy_event()
        with_zero = invoice_event(material.tenant(), event, Order(with_zero_lines=True))
        free = [line.description for line in with_zero.lines if line.amount_incl == 0]
        assert free == ["Koffie en thee onbeperkt", "Lunchbuffet"]
        session().delete(with_zero)
        session().flush()
        assert all(line.amount_incl for line in invoice_event(material.tenant(), event, Order()).lines)


def test_an_event_is_invoiced_once_until_that_is_credited(host_app: Flask) -> None:
    with host_app.app_context():
        event = material.busy_event()
        invoice = invoice_event(material.tenant(), event, Order())
        sending.send(invoice, by_mail=False)
        with pytest.raises(RefusedError, match="al op een factuur"):
            invoice_event(material.tenant(), event, Order())
        crediting.credit_fully(material.tenant(), invoice)
        assert invoice_event(material.tenant(), event, Order()).total_incl == invoice.total_incl


def test_two_events_of_one_client_are_collected_on_one_draft(host_app: Flask) -> None:
    with host_app.app_context():
        tenant, first, second = material.tenant(), material.busy_event(), material.busy_event()
        second.client_id = first.client_id
        draft = invoice_event(tenant, first, Order())
        session().flush()
        assert event_invoicing.collecting_drafts(tenant, second) == [draft]
        both = invoice_event(tenant, second, Order(), draft)
        assert both.total_excl == event_totals.totals(first).excl + event_totals.totals(second).excl
        assert [line.position for line in both.lines] == list(range(1, len(both.lines) + 1))
        # The VAT is rounded once over both events.
        assert abs(event_totals.totals(second).to_bill) <= D("0.01")


def test_another_clients_draft_collects_nothing(host_app: Flask) -> None:
    with host_app.app_context():
        tenant, first, second = material.tenant(), material.busy_event(), material.busy_event()
        draft = invoice_event(tenant, first, Order())
        assert event_invoicing.collecting_drafts(tenant, second) == []
        with pytest.raises(RefusedError, match="past niet"):
            invoice_event(tenant, second, Order(), draft)


def test_later_price_changes_leave_an_event_alone(host_app: Flask) -> None:
    with host_app.app_context():
        event = material.busy_event()
        before = event_totals.totals(event).excl
        for part in material.named(Package, "Vergaderarrangement 8 uur").parts:
            part.price += 1
        session().flush()
        assert event_totals.totals(event).excl == before


def test_from_request_to_invoice_in_the_browser(admin: Visitor, host_app: Flask) -> None:
    with host_app.app_context():
        client_id = material.client().id
        session().commit()
    times = {"starts_at": "2027-01-14T09:00", "ends_at": "2027-01-14T17:00"}
    fields: dict[str, Any] = {**times, "status": "confirmed", "location": ""}
    admin.post("/evenementen/nieuw", name="Jubileum", client=client_id, guests="40", **fields)
    event_id = admin.id
    admin.post(f"/evenementen/{event_id}/bestellen", item="room-1", quantity="1")
    admin.post(f"/evenementen/{event_id}/bestellen", item="package-1", quantity="1")
    page = admin.post(
        f"/evenementen/{event_id}/kassabon", description="Bar", quantity="2", price="10,50", vat_rate="21"
    )
    assert "kassa 21%" in page
    page = admin.post(f"/evenementen/{event_id}/factureren", percentage="100", view="detailed", onto="")
    assert "Conceptfactuur" in page
    assert "Jubileum" in page
    assert "€\xa00,00" in admin.get(f"/evenementen/{event_id}")
