"""A link that is broken, switched off or set otherwise while a slice reads: no call goes out any more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.booking import starting
from mice_exact_plugin.decisions import approving
from mice_exact_plugin.domain.approval import Approval
from mice_exact_plugin.link.run import RunState
from mice_exact_plugin.runtime import Person
from mice_exact_plugin.setup import connect
from tests.booking.nights import night, read_the_day_before, run_id, set_connection, work_on
from tests.booking.situations import bills
from tests.fake.client import POSTS
from tests.fake.office import TENANT

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fake.client import Reply, Where
    from tests.fake.office import Office

JOURNALS = "GET financial/Journals"


@pytest.fixture(autouse=True)
def no_night_before(office: Office) -> None:
    office.ended()
    read_the_day_before(office)
    bills(office, 1)


def after_the_journals(office: Office, acts: Callable[[], Any], call: str = JOURNALS) -> None:
    """Once, when Exact has answered the second list and others are still to be read."""
    plain, to_do = office.exact.answer, [acts]

    def answer(where: Where, token: str, do: Callable[[], Any]) -> Reply:
        reply = plain(where, token, do)
        if " ".join(where) == call and to_do:
            to_do.pop()()
        return reply

    office.exact.answer = answer  # type: ignore[method-assign]  # a person who acts at that moment


def test_nothing_is_read_any_more_once_the_connection_is_broken(office: Office) -> None:
    after_the_journals(office, lambda: connect.disconnect(office.runtime, TENANT, Person("1", "Anke")))
    (report,) = night(office)
    assert office.exact.asked[-1] == JOURNALS
    assert (report.state, report.reason) == (RunState.WAITING, "slice_over")
    report = work_on(office, run_id(office))
    assert (report.state, report.reason) == (RunState.STOPPED, "connect")
    assert office.exact.asked[-1] == JOURNALS


def test_what_was_booked_before_it_was_switched_off_the_host_still_hears_of(office: Office) -> None:
    bills(office, 3)
    after_the_journals(office, lambda: set_connection(office, enabled=False), " ".join(POSTS))
    (report,) = night(office)
    assert (report.state, report.reason) == (RunState.WAITING, "slice_over")
    assert [office.row(key).state for key in "123"] == ["synced", "queued", "queued"]
    assert [key for key, _ in office.host.told] == ["1"]
    assert office.exact.calls(POSTS) == 1


def test_a_run_that_is_switched_off_while_it_reads_is_not_broken(office: Office) -> None:
    after_the_journals(office, lambda: set_connection(office, enabled=False))
    (started,) = starting.start_due(office.runtime)
    assert work_on(office, started).reason == "slice_over"
    assert office.row().state == "queued"


def test_with_other_settings_it_goes_on_with_those(office: Office) -> None:
    def saved() -> None:
        office.time.forward(seconds=1)
        office.set(fills_vat_numbers=True)

    after_the_journals(office, saved)
    (started,) = starting.start_due(office.runtime)
    assert work_on(office, started).reason == "slice_over"
    assert work_on(office, started).state is RunState.DONE
    assert office.row().state == "synced"


def test_who_wants_to_say_yes_first_is_asked_from_the_next_write_on(office: Office) -> None:
    after_the_journals(office, lambda: approving.settle(office.runtime, TENANT, Person("1", "Anke"), Approval.FIRST))
    (started,) = starting.start_due(office.runtime)
    assert work_on(office, started).reason == "slice_over"
    assert work_on(office, started).state is RunState.DONE
    assert office.row().state == "queued"
