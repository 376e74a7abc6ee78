"""One case: its steps are played on the stage, and what both sides say of it afterwards is looked up."""

from __future__ import annotations

import html
import json
import re
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from mice_exact_plugin.booking import nightly, starting
from mice_exact_plugin.link.run import RunState
from mice_exact_plugin.standing.standing import status
from sandbox.host.database import session
from sandbox.host.models import Mail
from simulator.tests.control import VENUE
from tests.cases import steps
from tests.cases.stage import TENANT
from tests.host.visitor import Visitor
from tests.whole.web.site import BASE
from tests.whole.world import booked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from time_machine import Traveller

    from mice_exact_plugin.booking.leaving import SliceReport
    from mice_exact_plugin.runtime import Runtime
    from simulator.tests.control import Control
    from tests.cases.stage import Stage

FOLDER = Path(__file__).parents[1] / "data" / "cases"
MOST_SLICES = 20
DAY = timedelta(days=1)


@dataclass
class Case:
    """A file of `tests/data/cases`, once its steps have been played."""

    stage: Stage
    traveller: Traveller
    folder: Path
    #: Ids in Exact of what the steps made, by the name that the file gives it.
    made: dict[str, str] = field(default_factory=dict)
    visitors: dict[str, Visitor] = field(default_factory=dict)

    @property
    def control(self) -> Control:
        return self.stage.world.control

    @contextmanager
    def services(self) -> Iterator[Runtime]:
        """A request takes over a context that is open around it, so none stays open."""
        with self.stage.world.app.app_context():
            yield self.stage.world.runtime
            self.stage.world.runtime.session.rollback()

    def play(self, name: str) -> Case:
        (path,) = [path for path in FOLDER.glob("*.json") if f"{path.stem}-".startswith(f"{name}-")]
        document = json.loads(path.read_text(encoding="utf-8"))
        steps.prepare(self, document)
        for step in document["steps"]:
            steps.take(self, document, step)
        return self

    def run(self) -> SliceReport:
        """A night's run to its end, waiting out its pauses."""
        with self.services() as runtime:
            run_id = starting.start(runtime, TENANT, trigger="night")
            for _ in range(MOST_SLICES):
                report = nightly.work_on(runtime, run_id, lambda: False)
                if report.state is not RunState.WAITING or report.resume_at is None:
                    return report
                runtime.session.rollback()
                self.traveller.shift(max(report.resume_at - runtime.now(), timedelta()) + timedelta(seconds=1))
        raise AssertionError(f"not done after {MOST_SLICES} slices: {report}")

    def night(self) -> SliceReport:
        self.traveller.shift(DAY)
        return self.run()

    # What the plugin says

    def row(self, number: str) -> dict[str, Any]:
        with self.services() as runtime:
            found: dict[str, dict[str, Any]] = {row["identifier"]: row for row in status(runtime, TENANT)["invoices"]}
        return found[number]

    def states(self) -> dict[str, str]:
        with self.services() as runtime:
            return {row["identifier"]: row["state"] for row in status(runtime, TENANT)["invoices"]}

    def codes(self, number: str) -> list[str]:
        return [problem["code"] for problem in self.row(number)["problems"]]

    def page(self, number: str, role: str = "beheerder") -> str:
        """The words on the page of an invoice."""
        invoice_id = self.row(number)["invoice_id"]
        return words(self.visitor(role).get(f"/facturen/{invoice_id}"))

    def overview(self, role: str = "beheerder") -> str:
        return words(self.visitor(role).get(BASE))

    def mails(self) -> list[str]:
        """Subject and text of what was mailed to the administrators."""
        with self.services():
            return [f"{mail.subject}\n{mail.body}" for mail in session().scalars(select(Mail).order_by(Mail.id))]

    def visitor(self, role: str = "beheerder") -> Visitor:
        if role not in self.visitors:
            client = self.stage.world.app.test_client()
            self.visitors[role] = Visitor(client).log_in(f"{role}@{TENANT}.test")
        return self.visitors[role]

    # What is in Exact

    def entries(self, number: str) -> list[dict[str, Any]]:
        return booked(self.control, VENUE)[number]

    def entry(self, number: str) -> dict[str, Any]:
        (found,) = self.entries(number)
        return found

    def relations(self, *names: str) -> list[dict[str, Any]]:
        """The relations with one of these names, or all that were made since the case began."""
        found: list[dict[str, Any]] = self.control.call("GET", f"divisions/{VENUE}/accounts")["accounts"]
        known = {row["ID"] for row in self.stage.relations}
        return [row for row in found if (row["Name"] in names if names else row["ID"] not in known)]

    def debtor(self, number: str) -> dict[str, Any]:
        """The relation that an invoice was booked on."""
        customer = self.entry(number)["Customer"]
        (found,) = [row for row in self.relations() if row["ID"] == customer]
        return found


def day(moment: str | None) -> date | None:
    """The day in Exact's spelling of a moment."""
    found = re.fullmatch(r"/Date\((-?\d+)\)/", moment or "")
    return datetime.fromtimestamp(int(found[1]) / 1000, UTC).date() if found else None


def words(page: str) -> str:
    """What a person reads of a page, with single spaces."""
    body = re.sub(r"<(script|style|head)\b.*?</\1>", " ", page, flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())
