"""Where a person goes to cure a problem, as addresses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import url_for

from mice_exact_plugin.domain.problems import Cure
from mice_exact_plugin.domain.standing import Cure as LinkCure
from mice_exact_plugin.exact.sites import Site
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.manifest import NAME
from mice_exact_plugin.store.connection import connection_of

if TYPE_CHECKING:
    from mice_exact_plugin.services.runtime import Runtime
    from mice_exact_plugin.web.presenters.problems import Places
    from mice_exact_plugin.web.presenters.standing import StandingPlaces

#: Where a state of the link is ended.
LINK_ENDPOINTS = {
    LinkCure.CONNECT: "connection",
    LinkCure.CHOOSE: "administration",
    LinkCure.LOAD: "loading",
    LinkCure.SETTINGS: "settings",
    LinkCure.SWITCH_ON: "switch",
    LinkCure.LOG_IN: "log_in",
    LinkCure.RELOAD: "reload",
    LinkCure.EXACT: "run_now",
}


def places_for(runtime: Runtime, tenant: str, invoice_id: str | None, *, may_setup: bool, has_settings: bool) -> Places:
    """A lookup from cure to address; None for who may not go there, or is there already (no `invoice_id`).

    Args:
        has_settings: the link is so far that its settings can be opened.
    """
    host = runtime.host

    def place(cure: Cure) -> str | None:
        match cure:
            case Cure.SETTINGS:
                return url_for("mice_exact.settings") if may_setup and has_settings else None
            case Cure.RATE_GROUPS:
                return host.rate_groups_url() if may_setup else None
            case Cure.EXACT:
                return exact_url(runtime, tenant)
            case Cure.INVOICE | Cure.DECISION:
                return host.invoice_url(invoice_id) if invoice_id else None
            case Cure.SUPPORT:
                return host.chat_url(tenant, gettext("Er gaat iets mis bij het boeken in Exact Online."))

    return place


def places_of(runtime: Runtime, tenant: str) -> StandingPlaces:
    """A lookup from what ends a state of the link to the page or form that does it."""

    def place(cure: LinkCure) -> str:
        if cure is LinkCure.CHAT:
            return runtime.host.chat_url(tenant, _question(runtime))
        return url_for(f"mice_exact.{LINK_ENDPOINTS[cure]}")

    return place


def _question(runtime: Runtime) -> str:
    """What the chat is opened with: to activate, unless the link is active and something is wrong with it."""
    tenant = runtime.host.current_tenant()
    activation = runtime.host.activation(tenant.code, NAME) if tenant else None
    if tenant is None or (activation and activation.withdrawn_at is None):
        return gettext("Er gaat iets mis bij het boeken in Exact Online.")
    return gettext("Ik wil de koppeling met Exact Online laten activeren voor %(venue)s.", venue=tenant.name)


def exact_url(runtime: Runtime, tenant: str) -> str | None:
    """The Exact site of the tenant's connection."""
    connection = connection_of(runtime.session, tenant)
    app = runtime.config.apps.get(Site(connection.site)) if connection else None
    return app.base_url if app else None
