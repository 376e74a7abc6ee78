"""One refresh whoever asks, clocks that differ, a pair that is lost or kept, and log-ins that are kept alive."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import URL, create_engine, select, text

from mice_exact_plugin.access import tokens
from mice_exact_plugin.access.secrets import Token
from mice_exact_plugin.link import readiness
from mice_exact_plugin.link.run import RunState
from mice_exact_plugin.setup import upkeep
from sandbox.host.models import Mail
from simulator.tests.waiting import eventually
from tests.whole.invoices import invoice
from tests.whole.nights.night import TOKENS, Night

OLD_ENOUGH = 580
DAY = 24 * 3600


def test_any_number_of_processes_refresh_once(night: Night) -> None:
    night.forward(OLD_ENOUGH)
    link = night.link

    def token(_: int) -> str:
        with night.world.app.app_context():
            return tokens.access_token(night.runtime, link.log_in)

    with ThreadPoolExecutor(6) as pool:
        found = set(pool.map(token, range(6)))

    assert len(found) == 1
    assert len(night.calls(TOKENS)) == 1


@pytest.mark.parametrize("skew", [-20, 20])
@pytest.mark.parametrize("age", [560, 575, 590])
def test_a_clock_that_differs_twenty_seconds_does_no_harm(night: Night, skew: int, age: int) -> None:
    night.send(invoice("F1"), invoice("F2"))
    night.control.advance(skew)
    night.forward(age)

    reports = night.run_until_done()
    assert reports[-1].state is RunState.DONE
    assert night.booked() == {"F1": 1, "F2": 1}
    assert night.connection().status == "connected"


def test_a_pair_that_was_lost_on_the_way_asks_for_a_log_in_and_loses_no_invoice(night: Night) -> None:
    night.forward(OLD_ENOUGH)
    night.control.fault("drop_after_commit", TOKENS)
    night.send(invoice("F1"))

    reports = night.run_until_done()
    assert (reports[-1].state, reports[-1].reason) == (RunState.STOPPED, "log_in_again")
    assert night.states() == {"F1": "queued"}
    assert readiness.of(night.runtime, night.tenant).next_step == "log_in_again"

    night.world.log_in(night.tenant)
    night.run()
    assert night.booked() == {"F1": 1}


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_pair_that_comes_while_the_database_is_away_is_kept(night: Night) -> None:
    night.forward(OLD_ENOUGH)
    night.control.fault("slow", TOKENS, seconds=0.5)
    night.send(invoice("F1"))

    with ThreadPoolExecutor(1) as pool:
        outage = pool.submit(_away_from_the_refresh_on, night, night.engine.url)
        night.run()
        outage.result()

    night.run_until_done()
    assert night.booked() == {"F1": 1}
    assert night.connection().status == "connected"
    assert len(night.calls(TOKENS)) == 1


def _away_from_the_refresh_on(night: Night, url: URL) -> None:
    """The database throws everybody out while Exact thinks about the refresh, and stays away longer than that."""
    server, name = create_engine(url.set(database="postgres"), isolation_level="AUTOCOMMIT"), url.database
    assert eventually(lambda: night.calls(TOKENS))
    with server.connect() as connection:
        connection.execute(text(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false'))
        connection.execute(
            text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name"), {"name": name}
        )
        time.sleep(0.8)
        connection.execute(text(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true'))
    server.dispose()


def test_a_log_in_is_refreshed_weekly_with_or_without_work(night: Night) -> None:
    upkeep.on_tick(night.runtime)
    assert night.calls(TOKENS) == []
    for _ in range(6):
        night.forward(7 * DAY + 1)
        upkeep.on_tick(night.runtime)
        upkeep.on_tick(night.runtime)
    assert len(night.calls(TOKENS)) == 6
    assert night.connection().status == "connected"


def test_twenty_days_without_a_refresh_are_told_once(night: Night) -> None:
    night.control.fault("html_503", TOKENS, occurrence=list(range(1, 50)))
    for _ in range(3):
        night.forward(7 * DAY)
        upkeep.on_tick(night.runtime)
    upkeep.on_tick(night.runtime)

    assert _mails(night) == ["Exact Online: de inlog verloopt binnenkort"]
    assert night.connection().status == "connected"


def test_the_tokens_are_not_readable_in_the_database(night: Night) -> None:
    link = night.link
    current = tokens.access_token(night.runtime, link.log_in)
    row = night.runtime.session.scalars(select(Token)).one()
    assert current.encode() not in row.access + row.refresh


def _mails(night: Night) -> list[str]:
    subjects = night.runtime.session.scalars(select(Mail.subject).order_by(Mail.id)).all()
    return [subject for subject in subjects if subject.startswith("Exact Online")]
