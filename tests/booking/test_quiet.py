"""Which one thing keeps a night from being over before it begins."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from mice_exact_plugin.booking import starting
from mice_exact_plugin.booking.quiet import rests
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.link.run import RunState
from mice_exact_plugin.mirror.binding_table import BindingState, DebtorBinding
from mice_exact_plugin.mirror.list_table import Mirror
from mice_exact_plugin.standing.post_office import NoticeRow
from tests.booking.nights import by_hand, read_the_day_before, set_connection, set_run
from tests.booking.situations import JOURNALS, bills, posted
from tests.fake.office import KNOWN_ID, TENANT

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fake.office import Office


def told(office: Office) -> None:
    posted(office)
    office.change(told_host_at=office.time.now)


def untold(office: Office) -> None:
    posted(office)


def queued(office: Office) -> None:
    bills(office, 1)


def blocked(office: Office) -> None:
    bills(office, 1)
    office.blocked("1")


def unconfirmed(office: Office) -> None:
    bills(office, 1)
    office.change(state=State.UNCONFIRMED)


def set_aside(office: Office) -> None:
    bills(office, 1)
    office.change(state=State.IGNORED)


def _relation(state: BindingState, **changes: object) -> Callable[[Office], None]:
    def situation(office: Office) -> None:
        site, division = office.link.place
        row = {"site": site, "division": division, "match_key": "2:a", "account_id": KNOWN_ID, "state": state}
        with step(office.session):
            office.session.add(DebtorBinding(**row | changes))

    return situation


def _notice(tenant: str) -> Callable[[Office], None]:
    def situation(office: Office) -> None:
        today = office.time.now.date()
        with step(office.session):
            office.session.add(NoticeRow(tenant=tenant, cause="c", params={}, waiting=1, began_on=today, exports=[]))

    return situation


def hindered_before(office: Office) -> None:
    set_run(office, reason="right_missing")


def hindered_earlier(office: Office) -> None:
    """And not the last time."""
    set_run(office, reason="right_missing", state=RunState.DONE, finished_at=office.time.now)
    starting.start(office.runtime, TENANT, trigger="night")


def looked_up_first(office: Office) -> None:
    set_connection(office, verify_reason="restored")


def _lists_read(**ago: float) -> Callable[[Office], None]:
    def situation(office: Office) -> None:
        with step(office.session):
            office.session.execute(update(Mirror).values(loaded_at=office.time.now - timedelta(**ago)))

    return situation


def a_list_is_not_whole(office: Office) -> None:
    with step(office.session):
        office.session.execute(update(Mirror).where(Mirror.resource == "gl_accounts").values(is_complete=False))


RESTS: dict[str, Callable[[Office], None]] = {
    "nothing at all": lambda _: None,
    "booked, and the host knows": told,
    "set aside": set_aside,
    "a relation that was found": _relation(BindingState.BOUND),
    "a relation under way elsewhere": _relation(BindingState.CREATING, division=7),
    "hindered earlier": hindered_earlier,
    "another's notice": _notice("another"),
}
WORKS: dict[str, Callable[[Office], None]] = {
    "an invoice waits": queued,
    "an invoice is blocked": blocked,
    "it is not known what became of an invoice": unconfirmed,
    "the host does not know yet": untold,
    "a relation is under way": _relation(BindingState.CREATING),
    "the administrators know of something": _notice(TENANT),
    "hindered the time before": hindered_before,
    "every invoice is looked up first": looked_up_first,
    "lists of long ago": _lists_read(days=7),
    "a list that is not whole": a_list_is_not_whole,
}


def _begun(office: Office, situation: Callable[[Office], None]) -> int:
    situation(office)
    set_run(office, state=RunState.DONE, finished_at=office.time.now)
    return starting.start(office.runtime, TENANT, trigger="night")


@pytest.mark.parametrize("name", RESTS)
def test_it_rests(office: Office, name: str) -> None:
    run_id = _begun(office, RESTS[name])
    left = rests(office.runtime, office.link, run_id)
    assert left is not None
    assert (left.run_id, left.state, left.is_told) == (run_id, RunState.DONE, True)
    assert office.all_events()[-1] == "run_ended"


@pytest.mark.parametrize("name", WORKS)
def test_one_thing_is_enough_to_work(office: Office, name: str) -> None:
    run_id = _begun(office, WORKS[name])
    assert rests(office.runtime, office.link, run_id) is None
    assert office.all_events()[-1] == "run_started"


def test_who_presses_the_button_is_answered_by_exact(office: Office) -> None:
    office.ended()
    read_the_day_before(office)
    assert by_hand(office).state is RunState.DONE
    assert office.exact.calls(JOURNALS) == 1
