"""The desk at which one tenant's invoices are mapped outside a run: mirror and settings as they are now, no calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.domain.schedule import AMSTERDAM
from mice_exact_plugin.services.mirror import reference_data
from mice_exact_plugin.services.posting.work import Desk
from mice_exact_plugin.services.runtime import link_of
from mice_exact_plugin.store.base import step
from mice_exact_plugin.store.settings import settings_of

if TYPE_CHECKING:
    from mice_exact_plugin.services.runtime import Runtime


def desk_of(runtime: Runtime, tenant: str) -> Desk | None:
    """None while nothing is set, and then the next run looks at it."""
    link = link_of(runtime, tenant)
    with step(runtime.session):
        settings = settings_of(runtime.session, tenant, *link.place)
    if settings is None:
        return None
    today = runtime.now().astimezone(AMSTERDAM).date()
    reference = reference_data.reference_data(runtime, link)
    return Desk(runtime=runtime, link=link, reference=reference, settings=settings, today=today)
