"""A clock that stood a year ahead for one tick and was put right: nothing waits for that year."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import date, timedelta
from typing import TYPE_CHECKING

from mice_exact_plugin.access import secrets, tokens
from mice_exact_plugin.booking import nightly, starting
from mice_exact_plugin.booking.leaving import Obstacle, pause
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.notices import Notice, due
from mice_exact_plugin.domain.run import next_night
from mice_exact_plugin.exact import limits
from mice_exact_plugin.exact.sites import LogIn
from mice_exact_plugin.link.connection import Connection
from mice_exact_plugin.setup import upkeep
from mice_exact_plugin.standing import post_office
from mice_exact_plugin.standing.post_office import MailKind, MailRow
from tests.booking.nights import by_hand, raises, read_the_day_before, run_id, set_connection
from tests.booking.situations import bill
from tests.fake.log_in import APP_ID, USER
from tests.fake.office import APP, TENANT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    import pytest

    from tests.fake.office import Office

YEAR = timedelta(days=365)


@contextmanager
def a_year_ahead(office: Office) -> Iterator[None]:
    office.time.now += YEAR
    yield
    office.time.now -= YEAR


def following(office: Office) -> datetime | None:
    with step(office.session):
        return office.session.get_one(Connection, 1, populate_existing=True).next_run_at


def test_the_next_night_begins(office: Office) -> None:
    office.ended()
    with a_year_ahead(office):
        starting.start_due(office.runtime)
    office.ended()
    assert starting.start_due(office.runtime), "at once: nobody knows which night was missed"
    assert following(office) == next_night(office.time.now, TENANT)
    office.ended()
    assert not starting.start_due(office.runtime)


def test_a_machine_whose_clock_is_hours_behind_takes_no_night_for_that(office: Office) -> None:
    """Two such machines would begin nights in turn, at every tick."""
    office.ended()
    office.time.forward(hours=20)
    assert starting.start_due(office.runtime)
    office.ended()
    office.time.forward(hours=-20)
    assert not starting.start_due(office.runtime)


def test_a_night_that_cannot_begin_is_told_and_the_next_one_planned(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.ended()
    set_connection(office, next_run_at=office.time.now + YEAR)
    monkeypatch.setattr(office.host, "activation", raises(LookupError("a name")))
    starting.start_due(office.runtime)
    assert following(office) == next_night(office.time.now, TENANT)


def test_a_log_in_that_came_then_is_refreshed(office: Office) -> None:
    with a_year_ahead(office), step(office.session):
        token = secrets.token_of(office.session, "NL", APP_ID, USER)
        assert token is not None
        token.received_at = office.time.now
    office.time.forward(seconds=700)
    upkeep.keep_alive(office.runtime)
    assert office.log_in.takes(tokens.access_token(office.runtime, LogIn(APP, USER)))


def test_a_run_that_paused_then_goes_on(office: Office) -> None:
    office.ended()
    read_the_day_before(office)
    office.send(bill("1"))
    run = starting.start(office.runtime, TENANT, trigger="night")
    with a_year_ahead(office):
        pause(office.runtime, run, Obstacle("exact_unreachable"), office.time.now + timedelta(minutes=5))
    assert run_id(office) in nightly.to_resume(office.runtime)
    by_hand(office)
    assert office.row().state == "synced"


def test_what_is_to_be_told_is_not_kept_for_a_year(office: Office) -> None:
    """A mail that the mail server refused then, and a cause that was told of then."""
    told = Notice("link:off", {}, 1, date(2027, 3, 16), date(2027, 3, 16), times=2)
    assert due([told], date(2026, 3, 17)).causes == ("link:off",)
    assert not due([told], date(2027, 3, 15)), "a machine that is hours behind tells it no second time"
    with step(office.session):
        later = office.time.now + YEAR
        mail = {"tenant": TENANT, "kind": MailKind.QUESTION, "key": "x", "params": {}, "tries": 1, "lost": 0}
        office.session.add(MailRow(**mail, made_at=later, not_before=later))
    with step(office.session):
        assert len(post_office.mails_due(office.session, office.time.now, None)) == 1


def test_refusals_of_then_rest_no_endpoint(office: Office) -> None:
    assert limits.resting_until([office.time.now + YEAR] * 6, office.time.now) is None
