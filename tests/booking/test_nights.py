"""A night by the fake: how a slice leaves its run, when it goes on, and who is told what stood in the way."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy.exc import OperationalError

from mice_exact_plugin.booking import nightly, starting
from mice_exact_plugin.link.connection import Status
from mice_exact_plugin.link.run import RunState
from tests.booking.nights import (
    by_hand,
    died,
    night,
    raises,
    read_the_day_before,
    run_id,
    set_connection,
    set_run,
    work_on,
    writer_is,
)
from tests.booking.situations import DIVISIONS, JOURNALS, SETTLED, STRANGER, bill, bills, hindered, silent
from tests.fake import diary
from tests.fake.client import LOST, MAKES, POSTS, SEARCHES, SILENT, TOKENS, Trouble, says, shut
from tests.fake.office import TENANT

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.booking.situations import Situation
    from tests.fake.office import Office


@pytest.fixture(autouse=True)
def no_night_before(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.ended()
    read_the_day_before(office)
    # The pause after a failure is drawn by chance.
    monkeypatch.setattr(nightly, "random", random.Random(1).random)


def ordinary(office: Office) -> Callable[[], Any]:
    bills(office, 2)
    return lambda: night(office)


def quiet(office: Office) -> Callable[[], Any]:
    """Nothing was due the night before either."""
    by_hand(office)
    return lambda: night(office)


def sent_and_not_queued(office: Office) -> Callable[[], Any]:
    office.host.sent["1"] = bill("1", sent_at=office.time.now)
    office.host.known.add("1")
    office.time.forward(minutes=1)
    return lambda: night(office)


def by_a_person(office: Office) -> Callable[[], Any]:
    bills(office, 1)
    return lambda: by_hand(office)


def archived(office: Office) -> Callable[[], Any]:
    office.exact.is_archived = True
    return hindered(JOURNALS, shut("DivisionBlocked"))(office)


def archived_for_all_anybody_says(office: Office) -> Callable[[], Any]:
    office.exact.trouble(DIVISIONS, SILENT)
    return archived(office)


def hindered_twice(office: Office) -> Callable[[], Any]:
    """What stands in the way since yesterday is told since then."""
    hindered(JOURNALS, shut("LicenseExpired"), shut("LicenseExpired"))(office)()
    office.time.forward(days=1)
    return lambda: night(office)


def hindered_since_the_end(office: Office) -> Callable[[], Any]:
    """Of the run before nothing is kept but when it ended."""
    again = hindered_twice(office)
    set_run(office, details={"kind": "LicenseExpired"})
    return again


def hindered_otherwise(office: Office) -> Callable[[], Any]:
    hindered(JOURNALS, shut("LicenseExpired"), shut())(office)()
    office.time.forward(days=1)
    return lambda: night(office)


def log_in_ended(office: Office) -> Callable[[], Any]:
    office.time.forward(seconds=570)
    office.log_in.revoke()
    bills(office, 1)
    return lambda: night(office)


def no_relation_right(office: Office) -> Callable[[], Any]:
    office.exact.forbidden.add(MAKES)
    bills(office, 1, debtor=STRANGER)
    return lambda: night(office)


def searched_again_soon(office: Office) -> Callable[[], Any]:
    office.lasting(quiet=timedelta(seconds=4))
    return hindered(POSTS, SILENT)(office)


def told_to_stop(office: Office) -> Callable[[], Any]:
    bills(office, 2)
    (started,) = starting.start_due(office.runtime)
    return lambda: work_on(office, started, stops=True)


def goes_on(office: Office) -> Callable[[], Any]:
    told_to_stop(office)()
    return lambda: work_on(office, run_id(office))


def pauses_in_a_row(office: Office) -> Callable[[], Any]:
    hindered(JOURNALS, *[SILENT] * 20)(office)
    night(office)
    for _ in range(7):
        office.time.forward(minutes=5)
        work_on(office, run_id(office))
    return lambda: work_on(office, run_id(office))


def got_on_between(office: Office) -> Callable[[], Any]:
    pauses_in_a_row(office)
    office.exact.troubles.clear()
    return lambda: work_on(office, run_id(office))


def a_bug(office: Office) -> Callable[[], Any]:
    bills(office, 1)
    office.host.invoices = raises(KeyError("a name of a customer"))  # type: ignore[method-assign]  # a host that fails
    return lambda: night(office)


def a_bug_thrice(office: Office) -> Callable[[], Any]:
    a_bug(office)()
    office.time.forward(minutes=10)
    work_on(office, run_id(office))
    return lambda: work_on(office, run_id(office))


def database_away(office: Office) -> Callable[[], Any]:
    bills(office, 1)
    office.host.invoices = raises(OperationalError("", {}, Exception()))  # type: ignore[method-assign]  # the same
    return lambda: night(office)


def another_is_at_work(office: Office) -> Callable[[], Any]:
    writer_is(office, minutes=1)
    bills(office, 1)
    return lambda: night(office)


def this_run_is_at_work(office: Office) -> Callable[[], Any]:
    started = starting.start(office.runtime, TENANT, trigger="person")
    set_run(office, state=RunState.RUNNING, phase="posting", beat_at=office.time.now)
    writer_is(office, minutes=1)
    return lambda: work_on(office, started)


def the_slice_before_died(office: Office) -> Callable[[], Any]:
    bills(office, 1)
    started = died(office)
    return lambda: work_on(office, started)


def three_slices_died(office: Office) -> Callable[[], Any]:
    started = died(office)
    set_run(office, failures=2)
    return lambda: work_on(office, started)


def the_lease_is_lost(office: Office) -> Callable[[], Any]:
    """Another takes it between two calls."""
    bills(office, 2)
    (started,) = starting.start_due(office.runtime)

    def taken() -> bool:
        office.session.rollback()
        office.time.forward(hours=1)
        writer_is(office, hours=1)
        return False

    return lambda: nightly.work_on(office.runtime, started, taken)


def _not_ready(**connection: Any) -> Situation:
    def situation(office: Office) -> Callable[[], Any]:
        bills(office, 1)
        (started,) = starting.start_due(office.runtime)
        set_connection(office, **connection)
        return lambda: work_on(office, started)

    return situation


def switched_off_in_the_middle(office: Office) -> Callable[[], Any]:
    bills(office, 2)
    (started,) = starting.start_due(office.runtime)

    def switched_off() -> bool:
        office.session.rollback()
        set_connection(office, enabled=False)
        return False

    return lambda: nightly.work_on(office.runtime, started, switched_off)


def withdrawn(office: Office) -> Callable[[], Any]:
    (started,) = starting.start_due(office.runtime)
    office.host.active.withdrawn_at = office.time.now
    return lambda: work_on(office, started)


def ended_already(office: Office) -> Callable[[], Any]:
    night(office)
    return lambda: work_on(office, run_id(office))


def never_begun(office: Office) -> Callable[[], Any]:
    return lambda: work_on(office, 99)


def recovered_first(office: Office) -> Callable[[], Any]:
    with_a_run_of_before = starting.start(office.runtime, TENANT, trigger="person")
    silent(office)
    office.time.forward(seconds=SETTLED)
    return lambda: work_on(office, with_a_run_of_before)


def answers_lost(office: Office) -> Callable[[], Any]:
    office.lasting(quiet=timedelta(seconds=4))
    return hindered(POSTS, LOST, LOST, count=3)(office)


def told_of_a_block(office: Office) -> Callable[[], Any]:
    office.set(vat_codes={})
    bills(office, 2)
    return lambda: (night(office), office.host.mails)


NIGHTS: dict[str, Situation] = {
    "ordinary": ordinary,
    "quiet": quiet,
    "sent and not queued": sent_and_not_queued,
    "by a person": by_a_person,
    "recovered first": recovered_first,
    "answers that get lost": answers_lost,
    "told of a block": told_of_a_block,
    "a list is forbidden": hindered(JOURNALS, shut()),
    "a list is not consented to": hindered(JOURNALS, Trouble(403, "Application scope violated")),
    "a list is refused": hindered(JOURNALS, says("Zomaar niet")),
    "a list without an answer": hindered(JOURNALS, SILENT),
    "too many calls": hindered(JOURNALS, Trouble(429)),
    "the administration is shut": hindered(JOURNALS, shut("BlockedCustomer")),
    "the administration is shut, and in the archive": archived,
    "shut, and nobody says why": archived_for_all_anybody_says,
    "shut, and not in the archive": hindered(JOURNALS, shut("NoDivisionAccess")),
    "hindered for two nights": hindered_twice,
    "hindered since a run that kept little": hindered_since_the_end,
    "hindered by something else": hindered_otherwise,
    "the log-in ended": log_in_ended,
    "the token endpoint is silent": hindered(TOKENS, SILENT),
    "no right to make relations": no_relation_right,
    "no right to see entries": hindered(("GET", "users/UserHasRights"), shut()),
    "searched again soon": searched_again_soon,
    "a search without an answer": hindered(SEARCHES, SILENT),
    "told to stop": told_to_stop,
    "goes on": goes_on,
    "pauses in a row": pauses_in_a_row,
    "got on between": got_on_between,
    "a bug": a_bug,
    "a bug thrice": a_bug_thrice,
    "the database is away": database_away,
    "another is at work": another_is_at_work,
    "this run is at work": this_run_is_at_work,
    "the slice before died": the_slice_before_died,
    "three slices died": three_slices_died,
    "the lease is lost": the_lease_is_lost,
    "disconnected": _not_ready(status=Status.DISCONNECTED),
    "another administration": _not_ready(division=7),
    "switched off": _not_ready(enabled=False),
    "switched off in the middle": switched_off_in_the_middle,
    "withdrawn": withdrawn,
    "ended already": ended_already,
    "never begun": never_begun,
}


@pytest.mark.parametrize("name", NIGHTS)
def test_how_it_is_left(office: Office, name: str) -> None:
    diary.tell("nights", name, office, NIGHTS[name])
