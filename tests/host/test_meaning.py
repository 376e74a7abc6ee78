"""What the host tells addons besides amounts: kinds, situations, events, rooms, and that an event was moved."""

from __future__ import annotations

import json
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.domain.invoice import LineKind, Situation
from mice_exact_plugin.host import adapter
from sandbox.host.models import EventStatus, Location, Product
from sandbox.host.services import drafting, editing, event_items, events, payment_reference
from sandbox.host.services.event_invoicing import Order, invoice_event
from sandbox.host.services.import_storing import store_import
from sandbox.host.services.importing import read_import
from sandbox.host.services.sending import send
from tests.host import material
from tests.whole.invoices import CLIENT, document, invoice, line

if TYPE_CHECKING:
    from flask import Flask

    from mice_exact_plugin.domain.invoice import Invoice as Says
    from sandbox.host.addons.host import AddonHost
    from sandbox.host.models import Event, Invoice

D = Decimal


def told(host: AddonHost, sent: Invoice) -> Says:
    (found,) = host.invoices("zaal", [str(sent.id)]).values()
    return adapter.invoice(found)


def billed(event: Event, **order: Any) -> Invoice:
    made = invoice_event(material.tenant(), event, Order(**order))
    send(made, by_mail=False)
    return made


def test_an_event_is_told_line_by_line(host_app: Flask, host: AddonHost) -> None:
    with host_app.app_context():
        room, dinner = material.named(Location, "Tuinkamer"), material.named(Product, "Diner 3 gangen")
        event = material.busy_event()
        event.location, event.event_type = room, "dinner"
        event_items.add_room_rent(event, room)
        event_items.add_product(event, dinner, D(10))
        deposit = billed(event, percentage=D(30))
        events.keep(material.tenant(), event, events.Stands.of(event))
        final = told(host, billed(event))
        code = str(room.id)
        assert final.location is not None
        assert (final.location.code, final.location.name) == (code, "Tuinkamer")
        kinds = [each.kind for each in final.lines]
        assert set(kinds) == set(LineKind) - {LineKind.DEPOSIT, LineKind.MANUAL}
        assert [each.room for each in final.lines if each.kind is LineKind.ROOM_RENT] == [code]
        bought = [each for each in final.lines if each.product_id == str(dinner.id)]
        assert [(each.kind, each.category) for each in bought] == [(LineKind.PRODUCT, "Catering")]
        taken_off = [each for each in final.lines if each.kind is LineKind.DEPOSIT_SETTLEMENT]
        assert {each.settles_invoice_id for each in taken_off} == {str(deposit.id)}
        days = {(each.event.starts_on, each.event.event_type) for each in final.lines if each.event}
        assert days == {(date(2027, 1, 14), "dinner")}
        assert {each.kind for each in told(host, deposit).lines} == {LineKind.DEPOSIT}
        assert host.event_url("7") == "/evenementen/7"
        assert code in {each.code for each in host.locations("zaal")}
        assert "dinner" in {each.code for each in host.event_types("zaal")}
        assert code in {each.code for each in host.rooms("zaal")}
        assert ("Catering", "Catering") in {(each.code, each.name) for each in host.categories("zaal")}


def test_a_moved_and_a_cancelled_event_are_told_once(host_app: Flask, host: AddonHost) -> None:
    heard: list[tuple[str, str]] = []
    receivers = {name: lambda tenant, event_id, name=name: heard.append((name, event_id)) for name in ("moved", "off")}
    host.signals.event_moved.connect(receivers["moved"])
    host.signals.event_cancelled.connect(receivers["off"])
    with host_app.app_context():
        event, tenant = material.event(), material.tenant()
        for change in (_nothing, _later, _cancelled, _nothing):
            before = events.Stands.of(event)
            change(event)
            events.keep(tenant, event, before)
        assert heard == [("moved", str(event.id)), ("off", str(event.id))]


def _nothing(event: Event) -> None:
    """Saved as it was."""


def _later(event: Event) -> None:
    event.starts_at += timedelta(days=1)
    event.ends_at += timedelta(days=1)


def _cancelled(event: Event) -> None:
    event.status = EventStatus.CANCELLED


def test_an_import_keeps_kinds_situations_deposits_and_events(host_app: Flask, host: AddonHost) -> None:
    event = {"id": "E1", "name": "Congres", "date": "2026-05-01", "until": "2026-05-02", "event_type": "congress"}
    advance = {**line("300.00", "63.00", ledger="1850"), "kind": "deposit", "vat_situation": "standard"}
    rent = {**line("1000.00", "210.00"), "kind": "room_rent", "room": "zuid", "vat_situation": "S"}
    off = {**line("-300.00", "-63.00", ledger="1850"), "kind": "deposit_settlement", "settles": "D1"}
    abroad = {
        **line("50.00", "0.00", "0", "8050"),
        "vat_situation": "reverse_charge",
        "product_id": "p",
        "category": "c",
    }
    client = {**CLIENT, "language": "fr", "peppol_id": "0208:0123456749"}
    place, ogm = {"code": "zuid", "name": "Zuid"}, "+++000/0000/00197+++"
    full = invoice("F1", lines=[rent, off, abroad], client=client, event=event, location=place, payment_reference=ogm)
    made = document(invoice("D1", lines=[advance], event=event), full)
    with host_app.app_context():
        file = read_import(material.tenant(), json.dumps(made).encode())
        deposit, final = (told(host, each) for each in store_import(material.tenant(), file, send=True).invoices)

    kinds = [LineKind.ROOM_RENT, LineKind.DEPOSIT_SETTLEMENT, LineKind.PRODUCT]
    assert [each.kind for each in final.lines] == kinds
    assert [each.situation for each in final.lines] == [
        Situation.STANDARD,
        Situation.STANDARD,
        Situation.REVERSE_CHARGE,
    ]
    assert [each.settles_invoice_id for each in final.lines] == [None, deposit.id, None]
    first = final.lines[0]
    assert first.event is not None
    assert (first.event.starts_on, first.event.ends_on) == (date(2026, 5, 1), date(2026, 5, 2))
    assert first.event == deposit.lines[0].event, "both invoices are of one event"
    assert (first.room, final.lines[2].product_id, final.lines[2].category) == ("zuid", "p", "c")
    assert final.location is not None
    assert (final.location.code, final.payment_reference) == ("zuid", ogm)
    assert (final.debtor.language, final.debtor.peppol_id) == ("fr", "0208:0123456749")


def test_a_line_that_lowers_an_unknown_deposit_is_taken_without_it_and_that_is_said(host_app: Flask) -> None:
    off = {**line("-1.00", "-0.21"), "kind": "deposit_settlement", "settles": "nergens"}
    with host_app.app_context():
        file = read_import(material.tenant(), json.dumps(document(invoice("F1", lines=[off]))).encode())
        stored = store_import(material.tenant(), file, send=False)
        assert stored.invoices[0].lines[0].deposit_invoice_id is None
        assert "nergens" in stored.notes[0]


@pytest.mark.parametrize(
    ("number", "ogm"),
    [
        ("1234567890", "+++123/4567/89002+++"),
        ("20260001", "+++002/0260/00196+++"),
        ("F97", "+++000/0000/09797+++"),
        ("zonder", None),
    ],
)
def test_a_structured_message_ends_in_the_remainder_of_its_digits(number: str, ogm: str | None) -> None:
    assert payment_reference.structured(number) == ogm


def test_a_belgian_venue_has_its_rates_and_a_structured_message(host_app: Flask, host: AddonHost) -> None:
    host_app.test_cli_runner().invoke(args=["create-tenant", "grange", "--country", "BE"])
    with host_app.app_context():
        rates = {group.code: group.vat_rate for group in host.rate_groups("grange")}
        assert rates["12-705000"] == D(12)
        assert {group.vat_rate for group in host.rate_groups("zaal") if group.description == "Logies"} == {D(21)}
        made = drafting.new_draft(material.tenant("grange"), material.client("grange"), incl_vat=False)
        values = editing.LineValues("Chambre", D(1), D(98), material.rate_group("12-705000", "grange"))
        editing.add_line(material.tenant("grange"), made, values)
        send(made, by_mail=False)
        assert made.payment_reference == payment_reference.structured(made.identifier or "")
