"""A fresh installation for each test: the tables are made and the lists read once per process, and then copied."""

from __future__ import annotations

import sqlite3
from functools import cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from mice_exact_plugin import clock
from mice_exact_plugin.access import lease as leases
from mice_exact_plugin.access import line, tokens
from mice_exact_plugin.access.secrets import CIPHERTEXT, Secret
from mice_exact_plugin.booking import ahead, opening
from mice_exact_plugin.database import step
from mice_exact_plugin.exact.sites import LogIn as LogInAt
from mice_exact_plugin.link.connection import Connection, Status
from mice_exact_plugin.link.run import RunState, SyncRun
from mice_exact_plugin.link.settings import save_settings
from mice_exact_plugin.mirror import reference_data
from mice_exact_plugin.mirror.email_hash import NAME
from mice_exact_plugin.runtime import Runtime
from mice_exact_plugin.setup import connect
from mice_exact_plugin.tables import METADATA
from tests.domain import build
from tests.fake.books import Books
from tests.fake.client import Exact, FakeClient
from tests.fake.clocks import NOW, TIME, Time
from tests.fake.host import ValueHost
from tests.fake.log_in import USER, Line, LogIn
from tests.fake.office import APP, CONFIG, KNOWN, TENANT, Office

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mice_exact_plugin.host.contract import Host


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """For the tests of a folder, whose conftest names it."""
    yield from opened(monkeypatch)


def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """A fresh installation."""
    time = _alive(monkeypatch)
    engine, prepared = _engine(), _prepared()
    raw = engine.raw_connection()
    prepared.backup(cast("sqlite3.Connection", raw.driver_connection))
    raw.close()
    with Session(engine) as session:
        fresh = _office(session, time)
        _lead_to_the_fake(fresh, monkeypatch)
        yield fresh


def _lead_to_the_fake(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever opens a line to Exact gets one that leads here."""
    leading = Line(office.exact, office.log_in)
    for module in (tokens, opening, line, connect):
        monkeypatch.setattr(module, "Transport", leading)
    for module in (opening, line, connect):
        monkeypatch.setattr(
            module, "ExactClient", lambda there, division, *_: FakeClient(office.exact, there.gate, division)
        )


def _alive(monkeypatch: pytest.MonkeyPatch) -> Time:
    TIME.now, TIME.slept = NOW, []
    monkeypatch.setattr(clock, "now", lambda: TIME.now)
    patient = SimpleNamespace(monotonic=TIME.monotonic, sleep=TIME.sleep)
    for waiting in (leases, tokens, opening, ahead):
        monkeypatch.setattr(waiting, "time", patient)
    return TIME


def _office(session: Session, time: Time) -> Office:
    host = ValueHost(session)
    runtime = Runtime(cast("Host", host), CONFIG, lambda host, letter: ("subject", "body"))
    books = Books(build.reference())
    books.knows(KNOWN)
    return Office(session, host, Exact(books, log_in=LogIn()), runtime, time)


@cache
def _engine() -> Engine:
    engine = create_engine("sqlite://", poolclass=StaticPool, connect_args={"isolation_level": None})

    @event.listens_for(engine, "connect")
    def _(connection: sqlite3.Connection, record: object) -> None:
        connection.create_function("julianday", 1, TIME.julian_day)

    @event.listens_for(engine, "begin")
    def _(connection: Any) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine


@cache
def _prepared() -> sqlite3.Connection:
    """Connected, configured, its lists read, and a run begun."""
    engine = _engine()
    METADATA.create_all(engine)
    with Session(engine) as session:
        first = _office(session, TIME)
        with step(session):
            tokens.save_pair(first.runtime, LogInAt(APP, USER), first.log_in.pair)
            session.add(_connection())
            # The hash of e-mails has one key in all tests, so that what is written of them can be compared.
            session.add(Secret(name=NAME, ciphertext=CONFIG.keys.encrypt(b"e" * 32, NAME, CIPHERTEXT)))
            save_settings(session, (TENANT, "NL", 1234567), build.SETTINGS, at=NOW, by="Anke")
            facts = {"tenant": TENANT, "site": "NL", "division": 1234567, "trigger": "test", "started_by": "test"}
            session.add(SyncRun(**facts, state=RunState.RUNNING, started_at=NOW, beat_at=NOW))
        work = first.work()
        reference_data.refresh(first.runtime, first.link, work.client)
        leases.release(first.runtime, work.lease)
    kept = sqlite3.connect(":memory:")
    raw = engine.raw_connection()
    cast("sqlite3.Connection", raw.driver_connection).backup(kept)
    raw.close()
    return kept


def _connection() -> Connection:
    return Connection(
        tenant=TENANT,
        site="NL",
        app=APP.client_id,
        exact_user=USER,
        exact_user_name="Anke",
        division=1234567,
        division_name="Zalencentrum De Proef BV",
        division_country="NL",
        division_currency="EUR",
        status=Status.CONNECTED,
        connected_at=NOW,
        load_started_at=NOW,
        loaded_at=NOW,
        enabled=True,
        next_run_at=NOW,
    )
