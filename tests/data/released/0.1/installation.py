"""What the story of the installation is told with: nights, a bookkeeper in Exact, and workers that are killed."""

from __future__ import annotations

import base64
import json
import signal
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import time_machine
from sqlalchemy import select, text

from mice_exact_plugin.services import nightly
from sandbox.host import tenancy
from sandbox.host.database import session
from sandbox.host.models import Invoice
from tests.crash.child import Child
from tests.crash.points import Points
from tests.integration.protocol.night import Night
from tests.simulator.api import Api, Pace
from tests.simulator.control import ALL_DUTCH, VENUE
from tests.simulator.tokens import sign_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

#: A test constant: it opens the tokens of this installation, which no real Exact ever saw.
KEY = base64.urlsafe_b64encode(bytes(range(32))).decode()
COLLEAGUE = "collega@exact.test"
DAY = 24 * 3600.0


@dataclass
class Installation(Night):
    """One tenant of it, in the words of the protocol's tests."""

    def of(self, tenant: str) -> Installation:
        return Installation(self.world, self.folder, self.traveller, tenant)

    def run(self, should_stop: Callable[[], bool] = lambda: False) -> nightly.SliceReport:
        run_id = nightly.start(self.runtime, self.tenant, trigger="night")
        return nightly.work_on(self.runtime, run_id, should_stop)

    def to_send(self, document: dict[str, Any], *options: str) -> None:
        path = self.folder / "invoices.json"
        path.write_text(json.dumps(document), encoding="utf-8")
        self.world.command("import-invoices", str(path), "--tenant", self.tenant, "--send", *options)
        # One sending later than the other, as people do it.
        self.traveller.shift(timedelta(seconds=30))

    def next_night(self) -> None:
        self.forward(DAY)
        self.run_until_done()

    def bookkeeper(self, division: int = VENUE) -> Api:
        """Somebody else who works in Exact."""
        self.control.call("POST", "users", {"user": COLLEAGUE, "full_name": "Coby Collega"})
        return Api(self.control.url, sign_in(self.control, COLLEAGUE, ALL_DUTCH)["access_token"], division, Pace())

    def at_the_host(self, number: str) -> tuple[Any, Invoice]:
        tenant = tenancy.tenant_by_code(self.tenant)
        query = select(Invoice).where(Invoice.tenant_id == tenant.id, Invoice.identifier == number)
        return tenant, session().scalars(query).one()

    def killed_at(self, point: str) -> None:
        """A worker that is killed at this point of its run."""
        self.runtime.session.rollback()
        self.engine.dispose()
        at = self.runtime.now()

        def work(descriptor: int) -> dict[str, Any]:
            points = Points((point, 1), signal.SIGKILL, descriptor)
            points.install()
            with time_machine.travel(at, tick=True), self.world.app.app_context():
                Installation(self.world, self.folder, self.traveller, self.tenant).run()
            return {"passed": points.passed}

        self.control.clear_log()
        told = Child(work).told()
        assert told.get("harmed") == point, told

    @contextmanager
    def handed_over_oddly(self, number: str) -> Iterator[None]:
        """The host hands over an invoice without a client."""
        host: Any = self.runtime.host
        asked = host.invoices

        def invoices(*given: Any) -> dict[str, Any]:
            found = asked(*given).items()
            return {key: replace(made, client=None) if made.identifier == number else made for key, made in found}

        host.invoices = invoices
        yield
        del host.invoices

    def date_leases(self) -> None:
        """They count on the database's clock, which was not moved: let them end as this story's time says."""
        self.runtime.session.rollback()
        ends = int((self.runtime.now() + timedelta(seconds=10)).timestamp() * 1000)
        with self.engine.begin() as connection:
            connection.execute(text("UPDATE exact_lease SET expires_ms = :ends WHERE expires_ms > 0"), {"ends": ends})

    def print_what_there_is(self) -> None:
        with self.engine.connect() as connection:
            rows = connection.execute(
                text("SELECT tenant, identifier, state, problems, ignored_reason FROM exact_invoice_export")
            )
            found = Counter()
            for tenant, _, state, problems, ignored in rows:
                codes = [problem["code"] for problem in json.loads(problems)]
                found[(tenant, state, ignored or " ".join(codes))] += 1
            for key in sorted(found, key=str):
                print(*key, found[key])
            print(self.runtime.now())
