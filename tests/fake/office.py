"""An installation in memory: our tables in SQLite, a host of values, the fake of Exact, and a clock that a test moves.

The tables are made and the lists read once per process; every test begins with a copy of that.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy import Engine, create_engine, event, select, update
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from mice_exact_plugin import audit, clock
from mice_exact_plugin.access import lease as leases
from mice_exact_plugin.access import tokens
from mice_exact_plugin.access.gate import Gate
from mice_exact_plugin.access.secrets import CIPHERTEXT, Secret
from mice_exact_plugin.booking import ahead, opening, post, slice
from mice_exact_plugin.config import Config
from mice_exact_plugin.crypto import KeyRing
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.run import AMSTERDAM
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exact import sites
from mice_exact_plugin.exact.sites import App, Site
from mice_exact_plugin.exports import queue, remarks, sweeping
from mice_exact_plugin.exports.table import InvoiceExport
from mice_exact_plugin.host import adapter
from mice_exact_plugin.link.connection import Connection, Status, link_of
from mice_exact_plugin.link.run import RunState, SyncRun
from mice_exact_plugin.link.settings import save_settings, settings_of
from mice_exact_plugin.mirror import reference_data, relation_table
from mice_exact_plugin.mirror.email_hash import NAME
from mice_exact_plugin.runtime import Runtime
from mice_exact_plugin.tables import METADATA
from mice_exact_plugin.work import Work
from tests.domain import build
from tests.fake.books import Books
from tests.fake.client import Exact, FakeClient
from tests.fake.clocks import NOW, TIME, Time
from tests.fake.host import ValueHost
from tests.fake.log_in import APP_ID, CALLBACK, USER, LogIn, TokenLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.domain.outcome import Outcome
    from mice_exact_plugin.domain.problems import Problem
    from mice_exact_plugin.domain.reference import CrmAccount
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.host.contract import Host
    from mice_exact_plugin.link.connection import Link

TENANT = "proef"
APP = App(Site.NL, "https://start.exactonline.nl", APP_ID, "secret", CALLBACK)
KNOWN_ID = "11111111-aaaa-5111-8111-111111111111"
#: The relation that the ordinary invoice is booked on.
KNOWN = build.account(KNOWN_ID, vat_number="NL123456789B01", coc_number="12345678", has_payment_condition=True)
CONFIG = Config(
    keys=KeyRing((b"k" * 32,)),
    apps={Site.NL: APP},
    deadline=timedelta(seconds=60),
    lease=timedelta(seconds=120),
    settle=timedelta(seconds=900),
    slice=timedelta(seconds=600),
    pause=timedelta(seconds=60),
    patience=timedelta(seconds=5),
    refresh_rest=timedelta(seconds=30),
    quiet=timedelta(seconds=60),
)


@dataclass
class Office:
    """One tenant, ready to book, in the middle of a run."""

    session: Session
    host: ValueHost
    exact: Exact
    runtime: Runtime
    time: Time

    @property
    def books(self) -> Books:
        return self.exact.books

    @property
    def log_in(self) -> LogIn:
        assert self.exact.log_in, "somebody is logged in"
        return self.exact.log_in

    @property
    def link(self) -> Link:
        return link_of(self.runtime, TENANT)

    def lasting(self, **durations: Any) -> None:
        """Other durations than usual."""
        self.runtime = replace(self.runtime, config=replace(self.runtime.config, **durations))

    def knows(self, *accounts: CrmAccount) -> None:
        """Relations that Exact has and the mirror has read."""
        self.books.knows(*accounts)
        forms = relation_table.Forms("NL", lambda address: f"hash of {address}")
        place = self.link.place
        with step(self.session):
            relation_table.put_accounts(self.session, *place, accounts, forms)

    def set(self, **changes: Any) -> None:
        """Other settings."""
        key = (TENANT, *self.link.place)
        with step(self.session):
            settings = settings_of(self.session, *key)
            assert settings is not None, "it is configured"
            save_settings(self.session, key, replace(settings, **changes), at=self.time.now, by="Anke")

    def send(self, *invoices: Invoice) -> None:
        """Invoices that the host sent and that are in the queue."""
        for invoice in invoices:
            self.host.sent[invoice.id] = invoice
            self.host.known.add(invoice.id)
            with step(self.session):
                queue.add(self.session, invoice, self.time.now)

    def work(self, **changes: Any) -> Work:
        """A slice of a run, its lists read; it takes the lease over from the slice before it."""
        link = self.link
        with step(self.session):
            settings = settings_of(self.session, TENANT, *link.place)
            run = self.session.scalars(select(SyncRun)).one()
            connection = self.session.get_one(Connection, link.connection_id)
            verifying = connection.verify_reason is not None
            run_id = run.id
        assert settings is not None, "it is configured"
        with step(self.session):
            self.session.execute(update(leases.LeaseRow).values(expires_ms=0))
        lease = leases.take(self.runtime, link.writer_key, "the worker", CONFIG.lease)
        assert lease is not None, "nobody else is at work"
        gate = Gate(self.runtime, sites.LogIn(APP, USER), lease)
        plain: dict[str, Any] = {
            "runtime": self.runtime,
            "link": link,
            "reference": reference_data.reference_data(self.runtime, link),
            "settings": settings,
            "today": self.time.now.astimezone(AMSTERDAM).date(),
            "client": FakeClient(self.exact, gate, link.division),
            "lease": lease,
            "run_id": run_id,
            "should_stop": lambda: False,
            "prepared": True,
            "verifying": verifying,
            "entry_id_kept": link.entry_id_kept,
        }
        return Work(**plain | changes)

    def export(self, work: Work, invoice_id: str = "1") -> Outcome:
        """Take one due row as far as it goes."""
        (row,) = [row for row in self.due() if row.invoice_id == invoice_id]
        invoice = adapter.invoices(self.host.invoices(TENANT, [invoice_id]))[invoice_id]
        assert invoice is not None, "it can be read"
        return post.export(work, row, invoice).outcome

    def run(self, **changes: Any) -> slice.SliceEnd:
        """A whole slice after the sweep, its lists read anew."""
        sweeping.sweep(self.runtime, self.link)
        return slice.run_slice(self.work(prepared=False, **changes))

    def due(self) -> list[Export]:
        with step(self.session):
            return queue.due(self.session, TENANT, self.time.now, None, 100)

    def row(self, invoice_id: str = "1") -> Export:
        with step(self.session):
            row = queue.row_of(self.session, TENANT, invoice_id)
        assert row is not None, "it is in the queue"
        return row

    def change(self, invoice_id: str = "1", **columns: Any) -> None:
        """What the row would say after a history that a test leaves out."""
        with step(self.session):
            self.session.execute(update(InvoiceExport).where(InvoiceExport.invoice_id == invoice_id).values(**columns))

    def problems(self, invoice_id: str = "1") -> tuple[Problem, ...]:
        return tuple(self.row(invoice_id).problems)

    def blocked(self, invoice_id: str, *problems: Problem, **columns: Any) -> None:
        self.change(invoice_id, state=State.BLOCKED, problems=problems, **columns)

    def events(self, invoice_id: str | None = "1") -> list[str]:
        """The audit trail of an invoice, or of the link."""
        return [row.event for row in self.trail(invoice_id)]

    def trail(self, invoice_id: str | None = "1") -> list[Any]:
        export_id = None if invoice_id is None else self.row(invoice_id).id
        with step(self.session):
            query = select(*audit.AuditRow.__table__.c).where(audit.AuditRow.export_id == export_id)
            return list(self.session.execute(query.order_by(audit.AuditRow.id)))

    def remarks(self, invoice_id: str = "1") -> list[str]:
        row = self.row(invoice_id)
        with step(self.session):
            found = remarks.open_of(self.session, TENANT, [row.id])
        return [str(remark.code) for remark in found.get(row.id, ())]


def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """A fresh installation."""
    time = _alive(monkeypatch)
    engine, prepared = _engine(), _prepared()
    raw = engine.raw_connection()
    prepared.backup(cast("sqlite3.Connection", raw.driver_connection))
    raw.close()
    with Session(engine) as session:
        office = _office(session, time)
        monkeypatch.setattr(tokens, "Transport", TokenLine(office.exact, office.log_in))
        yield office


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
        office = _office(session, TIME)
        with step(session):
            tokens.save_pair(office.runtime, sites.LogIn(APP, USER), office.log_in.pair)
            session.add(_connection())
            # The hash of e-mails has one key in all tests, so that what is written of them can be compared.
            session.add(Secret(name=NAME, ciphertext=CONFIG.keys.encrypt(b"e" * 32, NAME, CIPHERTEXT)))
            save_settings(session, (TENANT, "NL", 1234567), build.SETTINGS, at=NOW, by="Anke")
            facts = {"tenant": TENANT, "site": "NL", "division": 1234567, "trigger": "test", "started_by": "test"}
            session.add(SyncRun(**facts, state=RunState.RUNNING, started_at=NOW, beat_at=NOW))
        work = office.work()
        reference_data.refresh(office.runtime, office.link, work.client)
        leases.release(office.runtime, work.lease)
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
