"""Where a person goes to cure a problem, as addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import url_for

from mice_exact_plugin.domain.problems import Cure
from mice_exact_plugin.exact.sites import Site
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.store.connection import connection_of

if TYPE_CHECKING:
    from mice_exact_plugin.services.runtime import Runtime
    from mice_exact_plugin.web.presenters.problems import Places


def places_for(runtime: Runtime, tenant: str, invoice_id: str | None, *, may_setup: bool) -> Places:
    """A lookup from cure to address; None for who may not go there, or is there already (no `invoice_id`)."""
    host = runtime.host

    def place(cure: Cure) -> str | None:
        match cure:
            case Cure.SETTINGS:
                return url_for("mice_exact.settings") if may_setup else None
            case Cure.RATE_GROUPS:
                return host.rate_groups_url() if may_setup else None
            case Cure.EXACT:
                return exact_url(runtime, tenant)
            case Cure.INVOICE | Cure.DECISION:
                return host.invoice_url(invoice_id) if invoice_id else None
            case Cure.SUPPORT:
                return host.chat_url(tenant, gettext("Er gaat iets mis bij het boeken in Exact Online."))

    return place


def exact_url(runtime: Runtime, tenant: str) -> str | None:
    """The Exact site of the tenant's connection."""
    connection = connection_of(runtime.session, tenant)
    app = runtime.config.apps.get(Site(connection.site)) if connection else None
    return app.base_url if app else None
