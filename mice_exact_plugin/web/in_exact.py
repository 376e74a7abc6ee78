"""The way to Exact's own pages: the card of a relation, or the administration, in which an entry is found by number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.exact import pages
from mice_exact_plugin.exact.sites import Site
from mice_exact_plugin.link.connection import connection_of, place_of

if TYPE_CHECKING:
    from mice_exact_plugin.exact.sites import Place
    from mice_exact_plugin.runtime import Runtime


def place_now(runtime: Runtime, tenant: str) -> Place | None:
    """Where the tenant books now."""
    return place_of(connection_of(runtime.session, tenant))


def administration_url(runtime: Runtime, place: Place | None) -> str:
    base_url = _base_url(runtime, place)
    return pages.administration(base_url, place.division) if place and base_url else ""


def relation_url(runtime: Runtime, place: Place | None, account_id: str | None) -> str:
    """Empty where there is no relation, or its country version has no address here."""
    base_url = _base_url(runtime, place)
    return pages.relation(base_url, place.division, account_id) if place and base_url and account_id else ""


def _base_url(runtime: Runtime, place: Place | None) -> str:
    app = runtime.config.apps.get(Site(place.site)) if place else None
    return app.base_url if app else ""
