"""Drawn invoices in the form of the host's import."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mice_exact_plugin.domain.invoice import LineKind
from tests.whole.invoices import CLIENT, invoice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mice_exact_plugin.domain.invoice import Invoice, InvoiceLine, RateGroup

#: So many customers share the events.
CUSTOMERS = 25


def document(invoices: Iterable[Invoice]) -> dict[str, Any]:
    """An import file with the rate groups of its lines."""
    made = list(invoices)
    groups = {_code(line.rate_group): line.rate_group for each in made for line in each.lines if line.rate_group}
    return {
        "tenant": "zaal",
        "rate_groups": [
            {
                "code": code,
                "description": group.description,
                "vat_rate": str(group.vat_rate),
                "ledger_number": group.ledger_number,
            }
            for code, group in groups.items()
        ],
        "invoices": [_invoice(each) for each in made],
    }


def _invoice(drawn: Invoice) -> dict[str, Any]:
    number = int(drawn.identifier[1:6])
    name = f"Klant {number % CUSTOMERS} B.V."
    event = next((line.event for line in drawn.lines if line.event), None)
    return invoice(
        drawn.identifier,
        lines=[_line(each) for each in drawn.lines],
        day=drawn.invoice_date,
        client={**CLIENT, "id": f"k{number % CUSTOMERS}", "name": name, "postalcode": "3511 AB"},
        kind="credit" if drawn.is_credit else "invoice",
        credits=drawn.credits_id,
        event=event
        and {"id": event.id, "name": event.name, "date": str(event.starts_on), "is_cancelled": event.is_cancelled},
    )


def _line(drawn: InvoiceLine) -> dict[str, Any]:
    return {
        "description": drawn.description,
        "quantity": "1",
        "unit_price": str(drawn.net),
        "vat_rate": str(drawn.vat_rate),
        "rate_group": _code(drawn.rate_group) if drawn.rate_group else None,
        "kind": drawn.kind or LineKind.PRODUCT,
        "settles": drawn.settles_invoice_id,
        "amount_excl": str(drawn.net),
        "amount_vat": str(drawn.vat),
        "amount_incl": str(drawn.gross),
    }


def _code(group: RateGroup) -> str:
    """The host's own catalogue has groups of these names."""
    return f"flow-{group.code}-{group.ledger_number or 'zonder'}"
