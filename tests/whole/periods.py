"""Twelve invoices, one a month, of which half the months are closed, booked on the simulator by a policy.

What must follow of each is worked out here, from the calendar; the entries in Exact, the rows and the remarks tell what
did. `./run bench periods` plays every policy by every date control, and the tests play a few.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from mice_exact_plugin.database import step
from mice_exact_plugin.domain.closed_periods import ClosedPeriodSettings, ClosedPolicy
from mice_exact_plugin.exports import queue, remarks
from mice_exact_plugin.exports.words.problems import common_sentence
from mice_exact_plugin.standing import to_do as standing_to_do
from simulator.tests.control import VENUE
from tests.whole.invoices import document, invoice
from tests.whole.world import booked

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.tests.control import Control
    from tests.whole.world import World

ODD, EVEN = range(1, 13, 2), range(2, 13, 2)
DATE_CONTROLS = ("optional", "mandatory")
JOURNAL = "70"
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Outcome:
    """What became of one invoice: its state or problem, the entry's day and period, and whether that is remarked."""

    told: str
    day: str = ""
    period: tuple[int, int] | None = None
    is_remarked: bool = False


def close(control: Control, *months: int, year: int = 2026, journal: str = JOURNAL) -> None:
    """Somebody closes periods of a journal in Exact."""
    control.insert(VENUE, "ClosedPeriods", *({"Journal": journal, "Year": year, "Period": month} for month in months))


@dataclass(frozen=True)
class Twelve:
    """An invoice of each month, of which every other one is closed."""

    policy: ClosedPolicy
    closed: range
    date_control: str

    def number(self, month: int) -> str:
        return f"{self.policy}-{self.date_control[:3]}-{min(self.closed)}-{month:02}"

    def expected(self, month: int) -> Outcome:
        """The first open month is the next; over the end of the year it is asked."""
        if month not in self.closed:
            return Outcome("synced", f"2026-{month:02}-20", (2026, month))
        if self.policy is ClosedPolicy.HOLD:
            return Outcome("period_closed")
        after = date(2027, 1, 1) if month == 12 else date(2026, month + 1, 1)
        if self.policy is ClosedPolicy.ASK or month == 12:
            return Outcome("period_asked", after.isoformat())
        return Outcome("synced", after.isoformat(), (after.year, after.month), is_remarked=True)


def play(world: World, tenant: str, folder: Path, twelve: Twelve) -> dict[int, Outcome]:
    """A night with these months closed; what became of the invoice of each month."""
    world.control.switch(period_date_control=twelve.date_control)
    world.control.call("POST", f"divisions/{VENUE}/rows/ClosedPeriods", {"delete": [{"Journal": JOURNAL}]})
    close(world.control, *twelve.closed)
    world.configure(tenant, closed_periods=ClosedPeriodSettings(twelve.policy))
    sent = (invoice(twelve.number(month), day=date(2026, month, 20)) for month in range(1, 13))
    world.send(tenant, document(*sent), folder)
    world.run(tenant)
    return {month: _outcome(world, tenant, twelve.number(month)) for month in range(1, 13)}


def _outcome(world: World, tenant: str, number: str) -> Outcome:
    row, entries = world.rows(tenant)[number], booked(world.control, VENUE).get(number, [])
    if row["state"] != "synced":
        (problem,) = row["problems"]
        assert not entries, "what is held is not in Exact"
        return Outcome(problem["code"], problem["params"].get("entry_date", ""))
    (entry,) = entries
    session = world.runtime.session
    with step(session):
        kept = queue.row_of(session, tenant, str(row["invoice_id"]))
        assert kept is not None, "it is booked"
        said = [str(remark.code) for remark in remarks.open_of(session, tenant, [kept.id]).get(kept.id, ())]
    period = entry["ReportingYear"], entry["ReportingPeriod"]
    return Outcome("synced", day_of(entry["EntryDate"]).isoformat(), period, "period_moved" in said)


def day_of(written: str) -> date:
    """A date as Exact writes it: the wall clock as if it were UTC."""
    milliseconds = int(written.removeprefix("/Date(").removesuffix(")/"))
    return (EPOCH + timedelta(milliseconds=milliseconds)).date()


def to_do(world: World, tenant: str) -> dict[str, int]:
    """What *Te doen* says of what is held, and of how many invoices."""
    session = world.runtime.session
    with step(session):
        return {common_sentence(cause.problem): cause.invoices for cause in standing_to_do.held(session, tenant)}
