"""The one place where the host's records become the domain's values; it changes when the real host's SDK is known.

What contract 1.1 added is asked for with `getattr`, so that a record of 1.0 gives None; so does a value that nobody
knows. A property that raises anything but AttributeError makes its invoice unreadable, as one of 1.0 does.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.invoice import (
    TOLD_SITUATIONS,
    Debtor,
    Event,
    Invoice,
    InvoiceLine,
    LineKind,
    Place,
    RateGroup,
    Situation,
)
from mice_exact_plugin.logs import trouble

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mice_exact_plugin.host.contract import HostClient, HostInvoice, HostInvoiceLine, HostRateGroup
    from mice_exact_plugin.host.offered import HostEvent, HostPlace

logger = logging.getLogger("mice_exact_plugin.host")

_KINDS: dict[str, LineKind] = {kind.value: kind for kind in LineKind}
_SITUATIONS: dict[str, Situation] = {situation.value: situation for situation in TOLD_SITUATIONS}


def invoices(hosts: Mapping[str, HostInvoice]) -> dict[str, Invoice | None]:
    """Every invoice as values, by id; None for one that cannot be read: reported, and it holds up no other."""
    return {invoice_id: _readable(host) for invoice_id, host in hosts.items()}


def invoice(host: HostInvoice) -> Invoice:
    """A sent invoice as values; reads every attribute now, so nothing is loaded later."""
    return Invoice(
        id=host.id,
        tenant=host.tenant_code,
        identifier=host.identifier.strip(),
        is_credit=host.is_credit,
        credits_id=host.credits_id,
        invoice_date=host.invoice_date,
        due_date=host.due_date,
        payment_term=host.payment_term,
        currency=host.currency,
        reference=host.reference,
        sent_at=host.sent_at,
        debtor=_debtor(host.client),
        lines=tuple(_line(line) for line in host.lines),
        net=host.total_excl,
        vat=host.total_vat,
        gross=host.total_incl,
        location=place(getattr(host, "location", None)),
        payment_reference=_text(getattr(host, "payment_reference", None)),
    )


def _readable(host: HostInvoice) -> Invoice | None:
    try:
        return invoice(host)
    except Exception as error:  # whatever the host's record raises
        trouble(logger, error, "invoice %s cannot be read", host.id)
        return None


def rate_group(host: HostRateGroup) -> RateGroup:
    return RateGroup(host.code, host.description, host.vat_rate, host.ledger_number, _situation(host))


def place(host: HostPlace | None) -> Place | None:
    return Place(host.code, host.name) if host else None


def _line(host: HostInvoiceLine) -> InvoiceLine:
    group = rate_group(host.rate_group) if host.rate_group else None
    return InvoiceLine(
        position=host.position,
        description=host.description,
        product=host.product,
        vat_rate=host.vat_rate,
        rate_group=group,
        net=host.amount_excl,
        vat=host.amount_vat,
        gross=host.amount_incl,
        kind=_KINDS.get(getattr(host, "kind", None) or ""),
        settles_invoice_id=getattr(host, "settles_invoice_id", None) or None,
        situation=_situation(host) or (group.situation if group else None),
        event=_event(getattr(host, "event", None)),
        room=_text(getattr(host, "room", None)),
        category=_text(getattr(host, "category", None)),
        product_id=_text(getattr(host, "product_id", None)),
    )


def _situation(host: HostInvoiceLine | HostRateGroup) -> Situation | None:
    return _SITUATIONS.get(getattr(host, "vat_situation", None) or "")


def _event(host: HostEvent | None) -> Event | None:
    if not host:
        return None
    return Event(
        id=host.id,
        name=host.name,
        starts_on=host.starts_on,
        ends_on=host.ends_on,
        event_type=_text(host.event_type),
        location=place(host.location),
        is_cancelled=host.is_cancelled,
        number=_number(getattr(host, "number", None)),
    )


def _number(value: str | int | None) -> str | None:
    return _text(str(value)) if value else None


def _text(value: str | None) -> str | None:
    """What a host leaves empty says nothing."""
    return (value or "").strip() or None


def _debtor(host: HostClient) -> Debtor:
    return Debtor(
        name=host.name,
        first_name=host.first_name,
        last_name=host.last_name,
        address_line_1=host.address_line_1,
        address_line_2=host.address_line_2,
        postcode=host.postalcode,
        city=host.city,
        country=host.country,
        email=host.email,
        vat_number=host.vat_number,
        coc_number=host.coc_number,
        client_id=host.id,
        language=_text(getattr(host, "language", None)),
        peppol_id=_text(getattr(host, "peppol_id", None)),
    )
