"""Invoices without a row, as lines to pick from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.web import formatting

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mice_exact_plugin.host.contract import HostClient, HostInvoice

#: More lines than this are not looked through; choosing other days shows the rest.
SHOWN = 200


@dataclass(frozen=True, slots=True)
class CandidateView:
    invoice_id: str
    url: str
    identifier: str
    day: str
    debtor: str
    gross: str


@dataclass(frozen=True, slots=True)
class NotQueuedView:
    invoices: tuple[CandidateView, ...]
    more: int


def not_queued_view(invoices: Sequence[HostInvoice], invoice_url: Callable[[str], str]) -> NotQueuedView:
    """Newest first."""
    newest = list(reversed(invoices))
    shown = tuple(_candidate(invoice, invoice_url(invoice.id)) for invoice in newest[:SHOWN])
    return NotQueuedView(shown, max(len(newest) - SHOWN, 0))


def _candidate(invoice: HostInvoice, url: str) -> CandidateView:
    return CandidateView(
        invoice_id=invoice.id,
        url=url,
        identifier=invoice.identifier,
        day=formatting.local_day(invoice.sent_at),
        debtor=_name(invoice.client),
        gross=formatting.money(invoice.total_incl, invoice.currency),
    )


def _name(client: HostClient) -> str:
    return client.name or " ".join(part for part in (client.first_name, client.last_name) if part)
