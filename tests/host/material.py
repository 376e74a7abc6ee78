"""What tests work with: clients, events, invoices and import documents."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from sandbox.host.database import session
from sandbox.host.models import Event, Invoice, InvoiceLine, Package, Product, RateGroup, Relation, Tenant
from sandbox.host.services import drafting, editing, event_items, sending, vat

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result
    from flask import Flask

D = Decimal


def tenant(code: str = "zaal") -> Tenant:
    return session().scalars(select(Tenant).where(Tenant.code == code)).one()


def client(code: str = "zaal", **details: Any) -> Relation:
    details = {"name": "Van Dijk Events B.V.", "email": "inkoop@vandijk.example", "postalcode": "4811 AB", **details}
    relation = Relation(tenant_id=tenant(code).id, city="Breda", country="NL", **details)
    session().add(relation)
    session().flush()
    return relation


def rate_group(code: str, venue: str = "zaal") -> RateGroup:
    return (
        session()
        .scalars(select(RateGroup).where(RateGroup.code == code, RateGroup.tenant_id == tenant(venue).id))
        .one()
    )


def event(venue: str = "zaal", guests: int = 87, *, incl_vat: bool = False, **details: Any) -> Event:
    made = Event(
        tenant_id=tenant(venue).id,
        name="Kick-off",
        client_id=client(venue).id,
        starts_at=datetime(2027, 1, 14, 8, tzinfo=UTC),
        ends_at=datetime(2027, 1, 14, 16, tzinfo=UTC),
        guests=guests,
        incl_vat=incl_vat,
        **details,
    )
    session().add(made)
    session().flush()
    return made


def busy_event(*, incl_vat: bool = False) -> Event:
    """A package over three rate groups, a split product and a till receipt without a rate group."""
    made = event(incl_vat=incl_vat)
    event_items.add_package(made, named(Package, "Vergaderarrangement 8 uur"))
    event_items.add_product(made, named(Product, "Borrelarrangement 2 uur"), D(61))
    event_items.add_receipt(made, "Bar na afloop", D(1), D("312.55"), D(21))
    session().flush()
    return made


def named(model: type[Any], name: str, venue: str = "zaal") -> Any:
    return session().scalars(select(model).where(model.name == name, model.tenant_id == tenant(venue).id)).one()


def draft(venue: str = "zaal", *prices: str, incl_vat: bool = False) -> Invoice:
    """A draft with one line of 21 % per price, or with one line of 100."""
    invoice = drafting.new_draft(tenant(venue), client(venue), incl_vat=incl_vat)
    for price in prices or ("100.00",):
        values = editing.LineValues("Zaalhuur", D(1), D(price), rate_group("21-8000", venue))
        editing.add_line(tenant(venue), invoice, values)
    session().commit()
    return invoice


def sent(venue: str = "zaal", *prices: str) -> Invoice:
    invoice = draft(venue, *prices)
    sending.send(invoice, by_mail=False)
    return invoice


def sums_hold(invoice: Invoice) -> bool:
    """Whether the totals are the lines' and the VAT of each rate is the rounded VAT over that rate's sum."""
    lines = invoice.lines
    totals = [sum((getattr(line, f"amount_{kind}") for line in lines), D(0)) for kind in ("excl", "vat", "incl")]
    right = totals == [invoice.total_excl, invoice.total_vat, invoice.total_incl]
    return right and all(_vat_holds(lines, rate, invoice.incl_vat) for rate in {line.vat_rate for line in lines})


def _vat_holds(lines: list[InvoiceLine], rate: Decimal, incl_vat: bool) -> bool:
    of_rate = [line for line in lines if line.vat_rate == rate]
    base = sum(((line.amount_incl if incl_vat else line.amount_excl) for line in of_rate), D(0))
    share = rate / (100 + rate) if incl_vat else rate / 100
    return sum((line.amount_vat for line in of_rate), D(0)) == vat.rounded(base * share)


def row(identifier: str = "2026-1", **changes: Any) -> dict[str, Any]:
    """One invoice of an import document: 100 at 21 %."""
    return {
        "identifier": identifier,
        "kind": "invoice",
        "credits": None,
        "date_sent": "2026-03-01",
        "due_date": "2026-03-15",
        "payment_term": 14,
        "currency": "EUR",
        "client": {"id": "K1", "name": "Bakkerij Jansen", "postalcode": "1234 AB", "country": "NL"},
        "lines": [line()],
        "totals": {"excl": "100.00", "vat": "21.00", "incl": "121.00"},
        **changes,
    }


def line(**changes: Any) -> dict[str, Any]:
    return {
        "description": "Zaalhuur",
        "quantity": "1",
        "unit_price": "100.00",
        "vat_rate": "21",
        "rate_group": "21-9000",
        "amount_excl": "100.00",
        "amount_vat": "21.00",
        "amount_incl": "121.00",
        **changes,
    }


GROUPS = [{"code": "21-9000", "description": "Omzet hoog", "vat_rate": "21", "ledger_number": "9000"}]


def import_rows(app: Flask, folder: Path, rows: list[Any], *options: str, groups: list[Any] | None = None) -> Result:
    path = folder / "import.json"
    path.write_text(json.dumps({"rate_groups": GROUPS if groups is None else groups, "invoices": rows}))
    return app.test_cli_runner().invoke(args=["import-invoices", str(path), "--tenant", "zaal", *options])
