"""An installation in memory: our tables in SQLite, a host of values, the fake of Exact, and a clock that a test moves.

`tests/fake/opened.py` makes one for a test.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from mice_exact_plugin import audit
from mice_exact_plugin.access import lease as leases
from mice_exact_plugin.access.gate import Gate
from mice_exact_plugin.booking import post, slice
from mice_exact_plugin.config import Config
from mice_exact_plugin.crypto import KeyRing
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.run import AMSTERDAM
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exact import sites
from mice_exact_plugin.exact.sites import App, Site
from mice_exact_plugin.exports import at_hand, queue, remarks, sweeping
from mice_exact_plugin.exports.table import InvoiceExport
from mice_exact_plugin.host import adapter
from mice_exact_plugin.link import readiness
from mice_exact_plugin.link.connection import Connection, link_of
from mice_exact_plugin.link.run import SyncRun
from mice_exact_plugin.link.settings import save_settings, settings_of
from mice_exact_plugin.mirror import reference_data, relation_table
from mice_exact_plugin.runtime import Runtime
from mice_exact_plugin.work import Work
from tests.domain import build
from tests.fake.books import Books
from tests.fake.client import Exact, FakeClient
from tests.fake.clocks import Time
from tests.fake.host import ValueHost
from tests.fake.log_in import APP_ID, CALLBACK, USER, LogIn

if TYPE_CHECKING:
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.domain.outcome import Outcome
    from mice_exact_plugin.domain.problems import Problem
    from mice_exact_plugin.domain.reference import CrmAccount
    from mice_exact_plugin.domain.remarks import Remark
    from mice_exact_plugin.exports.export import Export
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

    def ended(self) -> None:
        """No run is open, as none was ever begun, and nobody is at work."""
        with step(self.session):
            self.session.query(SyncRun).delete()
            self.session.execute(update(leases.LeaseRow).values(expires_ms=0))

    def run(self, **changes: Any) -> slice.SliceEnd:
        """A whole slice after the sweep, its lists read anew."""
        self.sweep()
        return slice.run_slice(self.work(prepared=False, **changes))

    def sweep(self) -> None:
        ready = readiness.posting(self.runtime, TENANT)
        assert isinstance(ready, readiness.Posting), "it books"
        sweeping.sweep(self.runtime, ready.link, ready.granted_at)

    def again(self) -> slice.SliceEnd:
        """A slice of a run that has read its lists."""
        return slice.run_slice(self.work())

    def due(self) -> list[Export]:
        with step(self.session):
            return at_hand.due(self.session, TENANT, self.time.now, None, 100)

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

    def all_events(self) -> list[str]:
        with step(self.session):
            return list(self.session.scalars(select(audit.AuditRow.event)))

    def trail(self, invoice_id: str | None = "1") -> list[Any]:
        export_id = None if invoice_id is None else self.row(invoice_id).id
        with step(self.session):
            query = select(*audit.AuditRow.__table__.c).where(audit.AuditRow.export_id == export_id)
            return list(self.session.execute(query.order_by(audit.AuditRow.id)))

    def remarks(self, invoice_id: str = "1") -> list[str]:
        return [str(remark.code) for remark in self.remarked(invoice_id)]

    def remarked(self, invoice_id: str = "1") -> list[Remark]:
        row = self.row(invoice_id)
        with step(self.session):
            return list(remarks.open_of(self.session, TENANT, [row.id]).get(row.id, ()))
