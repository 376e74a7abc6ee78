"""Calling addons: each call is guarded, so that a failing addon costs its own result and nothing else."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from sandbox.host.addons.registry import registry
from sandbox.host.database import session

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from blinker import NamedSignal

    from sandbox.host.addons.records import InvoiceRecord
    from sandbox.host.addons.registry import AddonReport, Mark

log = logging.getLogger(__name__)


def announce(signal_name: str, tenant: str, **values: Any) -> None:
    """Send a signal inside the transaction that is open; what a failing receiver wrote is rolled back."""
    for addon in registry().loaded:
        signal: NamedSignal = getattr(addon.contributions.signals, signal_name)
        for receiver in list(signal.receivers_for(tenant)):
            _guarded(addon.name, signal_name, receiver, tenant, **values)


def invoice_page_html(invoice: InvoiceRecord) -> list[Markup]:
    """What addons show on the page of a sent invoice."""
    found = [
        _guarded(addon.name, "invoice_page", hook, invoice=invoice)
        for addon in registry().loaded
        for hook in addon.contributions.hooks.get("invoice_page", ())
    ]
    # Addons are installed by the operator and trusted to escape their own HTML.
    return [Markup(html) for html in found if html]


def invoice_badge_columns(invoices: Sequence[InvoiceRecord]) -> list[tuple[str, dict[str, Markup]]]:
    """A column of the invoice list per addon: its title, and its badges by invoice id, asked once for the page."""
    columns = []
    for addon in registry().loaded:
        for hook in addon.contributions.hooks.get("invoice_list_badges", ()):
            badges = _guarded(addon.name, "invoice_list_badges", hook, invoices=invoices) or {}
            columns.append((addon.title, {invoice_id: Markup(html) for invoice_id, html in badges.items()}))
    return columns


def tile_states(slot: str) -> dict[str, Mark]:
    """What addons say of themselves on their tiles, by endpoint; a tile that says nothing shows what the host knows."""
    found = {
        tile.endpoint: _guarded(addon.name, "tile_state", addon.contributions.tile_states[tile.endpoint])
        for addon, tile in registry().tiles(slot)
        if tile.endpoint in addon.contributions.tile_states
    }
    return {endpoint: mark for endpoint, mark in found.items() if mark is not None}


def menu_mark(addon: AddonReport, endpoint: str) -> Mark | None:
    """The mark beside an addon's menu item."""
    asked = addon.contributions.menu_marks.get(endpoint)
    mark: Mark | None = _guarded(addon.name, "menu_mark", asked) if asked else None
    return mark


def _guarded(addon: str, place: str, call: Callable[..., Any], *args: Any, **values: Any) -> Any:
    try:
        with session().begin_nested():
            return call(*args, **values)
    except Exception:
        log.exception("Addon %s failed in %s; the host goes on without it", addon, place)
        return None
