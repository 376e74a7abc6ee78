"""Two tenants in one administration, each with a log-in of its own: what one reads says nothing of the other's."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from mice_exact_plugin.database import step
from mice_exact_plugin.link.run import SyncRun
from mice_exact_plugin.mirror.list_table import Mirror
from tests.booking.nights import by_hand, night, set_connection

if TYPE_CHECKING:
    from tests.fake.office import Office


@pytest.fixture(autouse=True)
def asked_once(office: Office) -> None:
    """A run of its own, and since then the other tenant reads the lists every night."""
    office.ended()
    office.time.forward(hours=1)
    by_hand(office)


def asks_after(office: Office, **how_long: float) -> bool:
    """Whether a night that much later asks Exact, when the other read the lists an hour before it."""
    office.time.forward(**how_long)
    with step(office.session):
        office.session.execute(update(Mirror).values(loaded_at=office.time.now - timedelta(hours=1)))
    set_connection(office, next_run_at=office.time.now)
    before = len(office.exact.asked)
    night(office)
    return len(office.exact.asked) > before


def test_it_asks_weekly_with_its_own_log_in(office: Office) -> None:
    assert [asks_after(office, days=1) for _ in range(14)] == ([False] * 6 + [True]) * 2


def test_a_run_that_asked_in_another_administration_is_none(office: Office) -> None:
    set_connection(office, loaded_at=office.time.now - timedelta(days=7))
    with step(office.session):
        office.session.execute(update(SyncRun).values(division=7))
    assert asks_after(office, days=1)
