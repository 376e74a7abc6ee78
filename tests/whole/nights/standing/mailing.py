"""What tests of mails share: a blocked administration, the tick, the nights, and the mails of a tenant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from mice_exact_plugin.booking import nightly, starting
from mice_exact_plugin.setup import upkeep
from sandbox.host.models import Mail, Tenant
from simulator.tests.control import VENUE

if TYPE_CHECKING:
    from tests.whole.nights.night import Night


DAY = 24 * 3600.0


def block(night: Night) -> None:
    night.control.call("POST", f"divisions/{VENUE}", {"BlockingStatus": 1})


def unblock(night: Night) -> None:
    night.control.call("POST", f"divisions/{VENUE}", {"BlockingStatus": 0})


def mails(night: Night, tenant: str | None = None) -> list[Mail]:
    query = select(Mail).join(Tenant, Tenant.id == Mail.tenant_id).where(Tenant.code == (tenant or night.tenant))
    found = night.runtime.session.scalars(query.order_by(Mail.id)).all()
    return [mail for mail in found if mail.subject.startswith("Exact Online")]


def tick(night: Night) -> None:
    """What the scheduler starts every five minutes, with its runs worked on at once."""
    for run_id in dict.fromkeys([*starting.start_due(night.runtime), *nightly.to_resume(night.runtime)]):
        nightly.work_on(night.runtime, run_id, lambda: False)
    upkeep.on_tick(night.runtime)


def until_next_night(night: Night) -> None:
    at = night.connection().next_run_at
    assert at is not None
    night.forward((at - night.runtime.now()).total_seconds() + 1)
    tick(night)
