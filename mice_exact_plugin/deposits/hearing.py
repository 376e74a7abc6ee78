"""What the host tells of an event after its deposits were sent: the page of deposits asks the host nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.deposits import table
from mice_exact_plugin.host import adapter

if TYPE_CHECKING:
    from mice_exact_plugin.runtime import Runtime


def on_event(runtime: Runtime, tenant: str, event_id: str) -> None:
    """It was moved or cancelled. Within the caller's transaction, which is the host's own."""
    sent = runtime.host.invoices(tenant, table.invoices_for(runtime.session, tenant, event_id))
    lines = (line for invoice in sent.values() for line in adapter.invoice(invoice).lines)
    event = next((line.event for line in lines if line.event and line.event.id == event_id), None)
    if event is not None:
        table.event_changed(runtime.session, tenant, event)
