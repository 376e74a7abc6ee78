"""Storing the invoices of a checked import file, sent when asked for, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import select

from sandbox.host import clock
from sandbox.host.addons.dispatch import announce
from sandbox.host.addons.records import invoice_record
from sandbox.host.database import session
from sandbox.host.models import CLIENT_FIELDS, Invoice, InvoiceLine, LineKind, RateGroup, Relation
from sandbox.host.services import import_events, numbering
from sandbox.host.services.import_schema import SITUATIONS
from sandbox.host.services.sending import finalise
from sandbox.host.services.vat import plain

if TYPE_CHECKING:
    from sandbox.host.models import Event, Tenant
    from sandbox.host.services.import_schema import ClientRow, InvoiceRow, LineRow, RateGroupRow
    from sandbox.host.services.importing import ImportFile


@dataclass
class Stored:
    invoices: list[Invoice]
    notes: list[str] = field(default_factory=list)


def store_import(tenant: Tenant, file: ImportFile, *, send: bool) -> Stored:
    numbering.lock_series(tenant.id)
    groups = _rate_groups(tenant, file.new_rate_groups)
    relations = _relations(tenant, [row.client for row in file.invoices])
    events = import_events.store(tenant, file.invoices, relations)
    stored = Stored([_invoice(tenant, row, groups, relations, events) for row in file.invoices])
    session().add_all(stored.invoices)
    session().flush()
    _link_credits(tenant, file.invoices, stored)
    _link_deposits(tenant, file.invoices, stored)
    if send:
        _send(tenant, stored.invoices)
    session().commit()
    return stored


def _send(tenant: Tenant, invoices: list[Invoice]) -> None:
    for invoice in invoices:
        finalise(tenant, invoice, clock.now())
    session().flush()
    for invoice in invoices:
        announce("invoice_sent", tenant.code, invoice=invoice_record(tenant.code, invoice))


def _rate_groups(tenant: Tenant, new: list[RateGroupRow]) -> dict[str, RateGroup]:
    for row in new:
        session().add(
            RateGroup(
                tenant_id=tenant.id,
                code=row.code,
                description=row.description,
                vat_rate=row.vat_rate,
                ledger_number=row.ledger_number,
                vat_situation=_situation(row.vat_situation),
            )
        )
    groups = session().scalars(select(RateGroup).where(RateGroup.tenant_id == tenant.id))
    return {group.code: group for group in groups}


def _relations(tenant: Tenant, clients: list[ClientRow]) -> dict[str, Relation]:
    """The relations by client number; those the venue does not know are made from the first row that names them."""
    known = session().scalars(select(Relation).where(Relation.tenant_id == tenant.id, Relation.reference.is_not(None)))
    relations = {relation.reference: relation for relation in known if relation.reference}
    for client in clients:
        if client.id and client.id not in relations:
            details = {name: getattr(client, name) for name in CLIENT_FIELDS}
            relations[client.id] = Relation(tenant_id=tenant.id, reference=client.id, **details)
            session().add(relations[client.id])
    session().flush()
    return relations


def _invoice(
    tenant: Tenant,
    row: InvoiceRow,
    groups: dict[str, RateGroup],
    relations: dict[str, Relation],
    events: dict[str, Event],
) -> Invoice:
    event = events.get(row.event.id or "") if row.event else None
    return Invoice(
        tenant_id=tenant.id,
        identifier=row.identifier,
        is_credit=row.kind == "credit",
        created_at=clock.now(),
        invoice_date=row.date_sent,
        due_date=row.due_date,
        payment_term=row.payment_term,
        currency=row.currency,
        incl_vat=row.incl_vat,
        reference=row.reference,
        event_id=event.id if event else None,
        event_name=row.event.name if row.event else None,
        event_date=row.event.date if row.event else None,
        relation_id=relations[row.client.id].id if row.client.id else None,
        **{f"client_{name}": getattr(row.client, name) for name in CLIENT_FIELDS},
        location_code=row.location.code if row.location else None,
        location_name=row.location.name if row.location else None,
        payment_reference=row.payment_reference,
        lines=[_line(number, line, groups, event) for number, line in enumerate(row.lines, start=1)],
        total_excl=row.totals.excl,
        total_vat=row.totals.vat,
        total_incl=row.totals.incl,
    )


def _line(position: int, row: LineRow, groups: dict[str, RateGroup], event: Event | None) -> InvoiceLine:
    return InvoiceLine(
        position=position,
        kind=row.kind or (LineKind.PRODUCT if row.rate_group else LineKind.RECEIPT),
        description=row.description,
        quantity=row.quantity,
        unit_price=row.unit_price,
        vat_rate=plain(row.vat_rate),
        rate_group=groups[row.rate_group] if row.rate_group else None,
        amount_excl=row.amount_excl,
        amount_vat=row.amount_vat,
        amount_incl=row.amount_incl,
        event_id=event.id if event else None,
        vat_situation=_situation(row.vat_situation),
        room=row.room,
        category=row.category,
        product_id=row.product_id,
    )


def _situation(word: str | None) -> str | None:
    return SITUATIONS.get(word, word) if word else None


def _link_credits(tenant: Tenant, rows: list[InvoiceRow], stored: Stored) -> None:
    """Credit invoices point at the invoice they credit; one the host does not know is left out, and that is said."""
    ids = _ids(tenant, {row.credits for row in rows if row.credits})
    for number, (row, invoice) in enumerate(zip(rows, stored.invoices, strict=True), start=1):
        if not row.credits:
            continue
        invoice.credits_id = ids.get(row.credits)
        if invoice.credits_id is None:
            stored.notes.append(
                f"Rij {number} ({row.identifier}): de gecrediteerde factuur {row.credits} is hier niet bekend; "
                "de creditfactuur is opgenomen zonder verwijzing."
            )


def _link_deposits(tenant: Tenant, rows: list[InvoiceRow], stored: Stored) -> None:
    """Lines point at the deposit invoice that they lower; one the host does not know is left out, and that is said."""
    ids = _ids(tenant, {line.settles for row in rows for line in row.lines if line.settles})
    for number, (row, invoice) in enumerate(zip(rows, stored.invoices, strict=True), start=1):
        for said, line in zip(row.lines, invoice.lines, strict=True):
            line.deposit_invoice_id = ids.get(said.settles or "")
            if said.settles and line.deposit_invoice_id is None:
                stored.notes.append(
                    f"Rij {number} ({row.identifier}): de aanbetalingsfactuur {said.settles} is hier niet bekend; "
                    "de regel is opgenomen zonder verwijzing."
                )


def _ids(tenant: Tenant, identifiers: set[str]) -> dict[str, int]:
    found = select(Invoice.identifier, Invoice.id).where(
        Invoice.tenant_id == tenant.id, Invoice.identifier.in_(identifiers)
    )
    return {row.identifier: row.id for row in session().execute(found) if row.identifier}
