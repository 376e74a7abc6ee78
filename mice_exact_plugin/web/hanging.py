"""Hanging the tile, the item of the menu and the hooks on the host; what they show is loaded when it is asked for."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from mice_exact_plugin.host import offers
from mice_exact_plugin.later import Later
from mice_exact_plugin.logs import discreet
from mice_exact_plugin.manifest import read
from mice_exact_plugin.web.guards import ADMINISTRATOR, BILLING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mice_exact_plugin.host.contract import Host, HostInvoice
    from mice_exact_plugin.runtime import Runtime
    from mice_exact_plugin.web.standing import MarkView

#: A mark in the menu is for what needs somebody; these tones do not.
CALM = frozenset({"success", "info", "neutral"})

logger = logging.getLogger("mice_exact_plugin.web")
hooks = Later("web.hooks")


def register(host: Host, runtime: Runtime) -> None:
    """Hang the tile and the hooks on the host; hooks take `**_` because the host may add arguments."""

    @discreet(logger, "the card of an invoice failed")
    def invoice_page(*, invoice: HostInvoice, **_: object) -> str:
        card: str = hooks.invoice_page(runtime, invoice)
        return card

    @discreet(logger, "the badges of a list failed")
    def invoice_list_badges(*, invoices: Sequence[HostInvoice], **_: object) -> dict[str, str]:
        badges: dict[str, str] = hooks.badges(runtime, invoices)
        return badges

    @discreet(logger, "the state of the tile failed")
    def mark() -> MarkView | None:
        found: MarkView | None = hooks.mark(runtime)
        return found

    @discreet(logger, "the mark of the menu failed")
    def menu_mark() -> MarkView | None:
        found: MarkView | None = hooks.mark(runtime)
        return None if found is None or found.tone in CALM else found

    manifest = read()
    host.add_settings_tile(
        slot="koppelingen", title=manifest.title, description=manifest.description, endpoint="mice_exact.index"
    )
    host.add_menu_item(title=manifest.title, endpoint="mice_exact.index", roles={ADMINISTRATOR, BILLING})
    offers.set_tile_state(host, slot="koppelingen", endpoint="mice_exact.index", state=mark)
    offers.set_menu_mark(host, endpoint="mice_exact.index", mark=menu_mark)
    host.add_template_hook("invoice_page", invoice_page)
    host.add_template_hook("invoice_list_badges", invoice_list_badges)
