"""What whoever hosts the platform finds in the log, and what no venue is told: a process that lacks its settings."""

from __future__ import annotations

import logging
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.booking import starting
from mice_exact_plugin.booking.leaving import Obstacle, stop
from mice_exact_plugin.database import step
from mice_exact_plugin.link.connection import Connection
from mice_exact_plugin.link.run import RunState
from mice_exact_plugin.standing import notices, post_office
from mice_exact_plugin.standing.post_office import MailKind, MailRow
from tests.booking.nights import night, raises, set_connection, work_on
from tests.booking.situations import bill
from tests.fake.office import TENANT

if TYPE_CHECKING:
    from tests.fake.office import Office


@pytest.fixture(autouse=True)
def nobody_at_work(office: Office) -> None:
    office.ended()


def mails(office: Office) -> int:
    with step(office.session):
        return office.session.query(MailRow).count()


def test_a_process_without_the_credentials_tells_no_venue_to_log_in(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    """One worker was started without them: the night is left to the others, and the log names what is missing."""
    office.send(bill("1"))
    due = office.time.now
    set_connection(office, next_run_at=due)
    whole = office.runtime.config.apps
    office.lasting(apps={})
    assert night(office) == []
    assert f"no run for {TENANT}: MICE_EXACT_NL_CLIENT_ID is missing" in caplog.messages
    with step(office.session):
        assert office.session.get_one(Connection, 1, populate_existing=True).next_run_at == due
    assert mails(office) == 0

    office.lasting(apps=whole)
    (report,) = night(office)
    assert report.state is RunState.DONE


def test_a_run_that_such_a_process_takes_up_goes_on_elsewhere(office: Office) -> None:
    office.send(bill("1"))
    run = starting.start(office.runtime, TENANT, trigger="night")
    whole = office.runtime.config.apps
    office.lasting(apps={})
    assert work_on(office, run).state is RunState.WAITING
    office.lasting(apps=whole)
    assert work_on(office, run).state is RunState.DONE
    assert office.row().state == "synced"


def test_what_such_a_process_ends_it_tells_nobody(office: Office) -> None:
    office.send(bill("1"))
    run = starting.start(office.runtime, TENANT, trigger="night")
    whole = office.runtime.config.apps
    office.lasting(apps={})
    for _ in range(3):
        work_on(office, run)
    assert mails(office) == 0
    office.lasting(apps=whole)
    notices.after_run(office.runtime, run)
    assert mails(office) == 1, "another one does"


@pytest.mark.parametrize(
    "obstacle",
    [Obstacle("not_allowed", {"kind": "LicenseExpired"}), Obstacle("log_in_again", {"kind": "old_refresh_token_used"})],
)
def test_why_a_night_ended_is_found_by_the_venue(
    office: Office, caplog: pytest.LogCaptureFixture, obstacle: Obstacle
) -> None:
    run = starting.start(office.runtime, TENANT, trigger="night")
    stop(office.runtime, run, obstacle)
    (line,) = [each for each in caplog.messages if TENANT in each]
    assert line == f"run {run} of {TENANT} stopped: {obstacle.reason} {obstacle.details['kind']}"


def planned(office: Office) -> None:
    office.send(bill("1"))
    stop(office.runtime, starting.start(office.runtime, TENANT, trigger="night"), Obstacle("broken"))
    notices.review(office.runtime, TENANT)
    assert mails(office) == 1


def test_whose_mail_the_host_refuses_is_found_by_the_venue(
    office: Office, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    planned(office)
    monkeypatch.setattr(office.host, "send_mail", raises(OSError("550 anke@example.test unknown")))
    with caplog.at_level(logging.WARNING):
        post_office.deliver(office.runtime)
    (line,) = [each for each in caplog.messages if "not handed over" in each]
    assert f" of {TENANT} " in line
    assert "anke" not in caplog.text


def test_a_mail_that_could_not_go_out_before_a_venue_left_does_not_go_out_after(office: Office) -> None:
    planned(office)
    office.host.active = SimpleNamespace(granted_at=office.time.now, withdrawn_at=office.time.now)
    post_office.deliver(office.runtime)
    assert (office.host.mails, mails(office)) == ([], 0)


def test_a_mail_server_that_hangs_keeps_no_worker(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two hundred venues have a mail due; bookings wait behind the ticks that hand them over."""
    asked: list[str] = []

    def hangs(tenant: str, **_: object) -> None:
        asked.append(tenant)
        office.time.forward(seconds=40)
        raise TimeoutError

    with step(office.session):
        mail = {"kind": MailKind.QUESTION, "params": {"cause": {}, "waiting": 1}, "tries": 0, "lost": 0}
        moments = {"made_at": office.time.now, "not_before": office.time.now}
        office.session.add_all(MailRow(tenant=f"venue-{n}", key="x", **mail, **moments) for n in range(5))
    monkeypatch.setattr(office.host, "send_mail", hangs)
    for _ in range(2):
        post_office.deliver(office.runtime)
    assert asked == [f"venue-{n}" for n in range(4)], "those that were tried rest, and the next ones have their turn"
