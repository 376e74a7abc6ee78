"""The one place where the host's records become the domain's values; it changes when the real host's SDK is known."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.invoice import Debtor, Invoice, InvoiceLine, RateGroup
from mice_exact_plugin.logs import trouble

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mice_exact_plugin.host.contract import HostClient, HostInvoice, HostInvoiceLine, HostRateGroup

logger = logging.getLogger("mice_exact_plugin.host")


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
    )


def _readable(host: HostInvoice) -> Invoice | None:
    try:
        return invoice(host)
    except Exception as error:  # whatever the host's record raises
        trouble(logger, error, "invoice %s cannot be read", host.id)
        return None


def rate_group(host: HostRateGroup) -> RateGroup:
    return RateGroup(host.code, host.description, host.vat_rate, host.ledger_number)


def _line(host: HostInvoiceLine) -> InvoiceLine:
    return InvoiceLine(
        position=host.position,
        description=host.description,
        product=host.product,
        vat_rate=host.vat_rate,
        rate_group=rate_group(host.rate_group) if host.rate_group else None,
        net=host.amount_excl,
        vat=host.amount_vat,
        gross=host.amount_incl,
    )


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
    )
