"""*Kijk opnieuw*: what somebody corrected in Exact is read now, one call or two, and what waits is mapped anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.domain.export_state import State
from mice_exact_plugin.services.decisions import DecisionRefused
from mice_exact_plugin.services.desk import desk_of
from mice_exact_plugin.services.loading import alone
from mice_exact_plugin.services.mirror import relations
from mice_exact_plugin.services.posting import cure
from mice_exact_plugin.services.runtime import link_of
from mice_exact_plugin.store import export_queue as queue
from mice_exact_plugin.store.base import step
from mice_exact_plugin.store.settings import settings_of

if TYPE_CHECKING:
    from mice_exact_plugin.services.runtime import Runtime


def again(runtime: Runtime, tenant: str, invoice_id: str) -> bool:
    """Whether the invoice is ready now. Busy while a run is at work, which reads the relations itself."""
    link = link_of(runtime, tenant)
    with step(runtime.session):
        settings = settings_of(runtime.session, tenant, *link.place)
    if settings is None:
        raise DecisionRefused("no_question")
    with alone(runtime, link) as client:
        relations.refresh(runtime, link, client)
    desk = desk_of(runtime, tenant)
    if desk is not None:
        cure.recheck(desk)
    with step(runtime.session):
        row = queue.row_of(runtime.session, tenant, invoice_id)
        return row is not None and row.state is State.QUEUED
