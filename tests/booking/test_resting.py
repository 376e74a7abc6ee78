"""What stands in the way of a run: it waits until the moment that is known, else a growing while, and not for ever."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.access.tokens import UNANSWERED
from mice_exact_plugin.booking import nightly, starting
from mice_exact_plugin.booking.leaving import Obstacle, obstacle_of, unforeseen
from mice_exact_plugin.crypto import UnreadableSecret
from mice_exact_plugin.errors import (
    AdministrationClosed,
    ConnectionDead,
    EndpointResting,
    LinkError,
    OutcomeUnknown,
    Refused,
    RightMissing,
    TryLater,
)
from mice_exact_plugin.exact.wire.entries import ENTRIES
from mice_exact_plugin.link.run import RunState
from tests.booking.nights import raises, set_run, work_on
from tests.booking.situations import bills
from tests.fake.office import APP, TENANT

if TYPE_CHECKING:
    from datetime import datetime

    from tests.fake.office import Office

HOUR = timedelta(hours=1)
FOUR = 4 * HOUR
WAITS, ENDS = RunState.WAITING, RunState.STOPPED


@pytest.mark.parametrize(
    ("reason", "lasting", "posted", "state"),
    [
        (ENTRIES, FOUR, 0, ENDS),
        (ENTRIES, FOUR - timedelta(seconds=1), 0, WAITS),
        (ENTRIES, 2 * FOUR, 1, WAITS),
        ("minute_spent", 2 * FOUR, 0, WAITS),
        ("token_endpoint_429", 2 * FOUR, 0, WAITS),
    ],
)
def test_until_the_moment_that_is_known(
    office: Office, reason: str, lasting: timedelta, posted: int, state: RunState
) -> None:
    """What Exact refuses too often is waited for as long as something was booked; no count of pauses ends that."""
    run_id, until = _begun(office, lasting, pauses=nightly.MOST_PAUSES, counts={"posted": posted})
    report = nightly._hindered(office.runtime, run_id, Obstacle(reason, until=until, passes=True))
    assert (report.state, report.reason, report.resume_at) == (state, reason, until if state is WAITS else None)


@pytest.mark.parametrize(
    ("obstacle", "pauses", "state"),
    [
        (Obstacle("exact_unreachable", passes=True), nightly.MOST_PAUSES - 1, WAITS),
        (Obstacle("exact_unreachable", passes=True), nightly.MOST_PAUSES, ENDS),
        (Obstacle(UNANSWERED, passes=True), nightly.MOST_PAUSES - 1, WAITS),
        (Obstacle(UNANSWERED, passes=True), nightly.MOST_PAUSES, ENDS),
        (Obstacle("broken"), 0, ENDS),
    ],
)
def test_else_a_growing_while_and_then_the_next_night(
    office: Office, obstacle: Obstacle, pauses: int, state: RunState
) -> None:
    """When a log-in may be refreshed is known, and not whether it will be."""
    run_id, until = _begun(office, HOUR, pauses=pauses)
    known = Obstacle(obstacle.reason, until=until if obstacle.reason == UNANSWERED else None, passes=obstacle.passes)
    report = nightly._hindered(office.runtime, run_id, known)
    assert report.state is state
    if state is ENDS:
        assert report.resume_at is None
    else:
        assert report.resume_at
        assert report.resume_at >= (known.until or office.time.now + office.runtime.config.pause / 2)


def _begun(office: Office, ago: timedelta, **columns: object) -> tuple[int, datetime]:
    office.ended()
    run_id = starting.start(office.runtime, TENANT, trigger="night")
    set_run(office, started_at=office.time.now - ago, **columns)
    return run_id, office.time.now + HOUR


@pytest.mark.parametrize(
    ("error", "reason", "details"),
    [
        (ConnectionDead("refresh_token_expired"), "log_in_again", {"kind": "refresh_token_expired"}),
        (AdministrationClosed(403, (), "LicenseExpired"), "not_allowed", {"kind": "LicenseExpired"}),
        (
            RightMissing((), "forbidden", "POST", ENTRIES),
            "right_missing",
            {"kind": "forbidden", "method": "POST", "endpoint": ENTRIES},
        ),
        (
            Refused(500, ("Eerst dit.", "Dan dat."), "x"),
            "reading_refused",
            {"kind": "x", "messages": "Eerst dit. Dan dat."},
        ),
        (OutcomeUnknown("no answer"), "exact_unreachable", {"what": "no answer"}),
        (TryLater("answered_429"), "exact_unreachable", {"what": "answered_429"}),
        (UnreadableSecret(), "secret_unreadable", {}),
        (LinkError("nobody foresaw it"), "broken", {"error": "LinkError"}),
    ],
)
def test_what_a_failure_means(error: LinkError, reason: str, details: dict[str, str]) -> None:
    found = obstacle_of(error)
    assert (found.reason, found.details) == (reason, details)
    assert found.passes is (reason == "exact_unreachable")
    assert found.until is None


def test_a_moment_that_is_known_is_told(office: Office) -> None:
    found = obstacle_of(EndpointResting(ENTRIES, office.time.now))
    assert (found.reason, found.until, found.passes) == (ENTRIES, office.time.now, True)
    assert found.details == {"until": "2026-03-16T03:00:00+00:00"}


def test_of_what_nobody_foresaw_the_class_is_kept_and_never_the_text() -> None:
    found = unforeseen(KeyError("a name of a customer"))
    assert (found.reason, found.details, found.passes) == ("broken", {"error": "KeyError"}, True)


def test_what_was_begun_for_another_administration_is_not_gone_on_with(office: Office) -> None:
    run_id, _ = _begun(office, HOUR, division=7)
    report = work_on(office, run_id)
    assert (report.state, report.reason) == (ENDS, "administration_changed")
    assert office.exact.asked == []


def test_whose_app_is_another_one_has_to_log_in_again(office: Office) -> None:
    run_id, _ = _begun(office, HOUR)
    office.lasting(apps={APP.site: replace(APP, client_id="another")})
    report = work_on(office, run_id)
    assert (report.state, report.reason) == (ENDS, "log_in_again")


@pytest.mark.parametrize(("error", "is_told"), [(LinkError("nobody foresaw it"), True), (TryLater("soon"), False)])
def test_only_of_what_nobody_foresaw_it_is_told_where_it_happened(
    office: Office, caplog: pytest.LogCaptureFixture, error: LinkError, is_told: bool
) -> None:
    run_id, _ = _begun(office, HOUR, phase="posting")
    bills(office, 1)
    office.host.invoices = raises(error)  # type: ignore[method-assign]  # a host that fails
    work_on(office, run_id)
    assert any("is broken" in line for line in caplog.messages) is is_told
