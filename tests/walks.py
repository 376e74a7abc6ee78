"""Every walk through a tenant's history, with the index that it is to use, and how a database means to do it.

The test looks at some thousand rows; `./run bench plans` at a million.
"""

from __future__ import annotations

import json
import re
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import event

from mice_exact_plugin.deposits import known
from mice_exact_plugin.deposits import open as deposits
from mice_exact_plugin.domain.quarter import quarter_of
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exact.sites import App, LogIn, Place, Site
from mice_exact_plugin.exports import at_hand, awaiting, bookings, queue, queueing, revenue, sweeping, telling
from mice_exact_plugin.link.connection import Link
from mice_exact_plugin.link.run import SyncRun
from mice_exact_plugin.mirror import binding_table
from mice_exact_plugin.standing import eu_listing, history, invoice_list, notices, overview, to_do
from mice_exact_plugin.standing.invoice_list import Sum, Wanted
from tests.filled import PLACE, START, TABLES, TENANT
from tests.web.rows import export_row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Engine
    from sqlalchemy.orm import Session

APP = App(Site.NL, "https://start.exactonline.nl", "", "", "")
LINK = Link(1, TENANT, LogIn(APP, "user"), PLACE[1], "", "NL", "EUR", entry_id_kept=None)
RUN = SyncRun(id=1, tenant=TENANT, started_at=START - timedelta(minutes=1), finished_at=START + timedelta(minutes=1))
ALL = Wanted()
#: How SQLite calls the index of a primary key, and what all indexes of the queue begin with.
KEY, SHORT = re.compile(r"sqlite_autoindex_(\w+)_1"), re.compile("^ix_exact_invoice_export_")
#: Whatever leads to all rows of a tenant.
OWN = ("due", "sent", "sweep", "synced", "identifier", "run", "reference", "client", "debtor")
BY_ID = "pk_exact_invoice_export"
#: What finds the lines and the trail of a row, and the story of a tenant.
LINES, TRAIL, STORY = "pk_exact_export_line", "ix_exact_audit_tenant", "ix_exact_audit_story"
DEPOSITS = "ix_exact_export_line_deposits"
#: Whatever leads to all bindings of an administration.
BINDINGS = ("pk_exact_debtor_binding", "ix_exact_debtor_binding_account", "ix_exact_debtor_binding_name")


@dataclass(frozen=True, slots=True)
class Walk:
    """A statement of the plugin, and the names of the indexes of which it may use any."""

    walk: Callable[[Session], object]
    indexes: tuple[str, ...]


def walks(own: int) -> dict[str, Walk]:
    """By what they are for; `own` is how many rows the tenant has."""
    middle, late = START + timedelta(hours=own // 2), START + timedelta(hours=own - own // 50)
    everything, end = START - timedelta(days=400), START + timedelta(days=9999)

    keys = [f"00000000-0000-0000-0000-{number:012}" for number in range(40)]
    called = [(key, f"klant{number}") for number, key in enumerate(keys)]
    return {
        "sweep of everything": Walk(lambda one: sweeping.page_of_everything(one, TENANT, own, everything), ("sweep",)),
        "sweep of what was booked late": Walk(
            lambda one: sweeping.page_of_booked_late(one, TENANT, (late, 0), late), ("synced",)
        ),
        "what is due": Walk(lambda one: at_hand.due(one, TENANT, late, None, 40), ("due",)),
        "what is due, further on": Walk(lambda one: at_hand.due(one, TENANT, late, (middle, 0), 40), ("due", "sent")),
        "never sent": Walk(lambda one: at_hand.never_sent(one, TENANT, late, 40), ("due",)),
        "blocked": Walk(lambda one: queue.in_state(one, TENANT, State.BLOCKED), ("due",)),
        "how it stands after a run": Walk(lambda one: at_hand.standing_after(one, TENANT, 1, late), ("run",)),
        "not told to the host": Walk(lambda one: telling.untold(one, TENANT, 0), ("untold",)),
        "entries that are somebody's": Walk(
            lambda one: bookings.bound_entries(one, *PLACE, keys), ("posting", "entry")
        ),
        "booked under these numbers": Walk(
            lambda one: bookings.numbers_booked(one, TENANT, Place(*PLACE), keys), ("reference",)
        ),
        "booked for these clients": Walk(
            lambda one: bookings.booked_before(one, TENANT, Place(*PLACE), called), ("client", "debtor")
        ),
        "booked for one client": Walk(
            lambda one: bookings.booked_before(one, TENANT, Place(*PLACE), called[:1]), ("client", "debtor")
        ),
        "booked on what is gone": Walk(
            lambda one: bookings.booked_on_what_is_gone(one, TENANT, Place(*PLACE), keys), ("debtor",)
        ),
        "other credits of an invoice": Walk(
            lambda one: bookings.credited(one, export_row(tenant=TENANT), export_row(debtor_key="klant")), ("debtor",)
        ),
        "bindings of these": Walk(
            lambda one: binding_table.found(one, *PLACE, keys, keys),
            ("ix_exact_debtor_binding_name", "pk_exact_debtor_binding"),
        ),
        "what is not booked yet": Walk(
            lambda one: notices._rows_in(one, TENANT, State.QUEUED, State.BLOCKED), ("due",)
        ),
        "the newest entry": Walk(lambda one: bookings.newest_entry(one, TENANT, *PLACE), ("synced",)),
        "sent in some days": Walk(lambda one: queueing.ids_sent_between(one, TENANT, late, end), ("sent",)),
        "overview": Walk(lambda one: invoice_list.page_of(one, TENANT, ALL, 1, Sum(own)), ("sent", BY_ID)),
        "overview, in the middle": Walk(
            lambda one: invoice_list.page_of(one, TENANT, ALL, own // 100, Sum(own)), ("sent", BY_ID)
        ),
        "overview of one state": Walk(
            lambda one: invoice_list.page_of(one, TENANT, Wanted(State.BLOCKED), 1, Sum(own)), ("due", BY_ID)
        ),
        "sums of each state": Walk(lambda one: invoice_list.sums(one, TENANT), OWN),
        "how many in each state": Walk(lambda one: overview.state_counts(one, TENANT), ("due",)),
        "held, by cause": Walk(lambda one: to_do.held(one, TENANT), ("due",)),
        "lines on the default ledger": Walk(lambda one: overview.fallbacks(one, TENANT), ("fallbacks",)),
        "what waits for a yes": Walk(lambda one: awaiting.waiting(one, TENANT), ("due",)),
        "what waits for a yes, by night": Walk(
            lambda one: awaiting.by_night(one, TENANT, [late, middle, START]), ("due",)
        ),
        "what waits for a yes, listed": Walk(lambda one: awaiting.rows(one, TENANT, awaiting.Which(), 25), ("due",)),
        "deposits, how many": Walk(lambda one: deposits.count(one, TENANT), (DEPOSITS,)),
        "deposits, a page": Walk(lambda one: deposits.page(one, TENANT, 0, 50), (DEPOSITS,)),
        "deposits, totals": Walk(lambda one: deposits.totals(one, TENANT), (DEPOSITS,)),
        "what was taken off some": Walk(lambda one: known._taken(one, TENANT, keys, but=0), (DEPOSITS,)),
        "sales within the EU": Walk(
            lambda one: eu_listing.of_quarter(one, LINK, quarter_of(date(2026, 1, 1))), (LINES,)
        ),
        "revenue by ledger": Walk(
            lambda one: revenue.by_ledger(one, TENANT, Place(*PLACE), date(2026, 1, 1)), (LINES,)
        ),
        "debtors": Walk(lambda one: binding_table.page_of(one, *PLACE, "", 50, 0), BINDINGS),
        "debtors, by name": Walk(lambda one: binding_table.page_of(one, *PLACE, "klant 5", 50, 0), BINDINGS),
        "the story of people": Walk(lambda one: history.story(one, TENANT, None, history.PEOPLE, 1), (STORY,)),
        "the story of everybody": Walk(lambda one: history.story(one, TENANT, None, history.EVERYBODY, 1), (STORY,)),
        "whoever did something": Walk(lambda one: history.people(one, TENANT), (STORY,)),
        "what a night came to": Walk(lambda one: history.came_to(one, RUN), (STORY, TRAIL, "pk_exact_audit")),
        "the invoices of a night": Walk(
            lambda one: history.invoices_of(one, RUN, None, 1, 20), (STORY, TRAIL, "pk_exact_audit")
        ),
        "a page of the file": Walk(lambda one: invoice_list.page_of_file(one, TENANT, ALL, None), ("sent",)),
    }


def plans(session: Session, walk: Walk, *, carried_out: bool = False) -> list[dict[str, Any]]:
    """The plan of each statement of a walk; with what it took when it is carried out."""
    options = "ANALYZE, BUFFERS, FORMAT JSON" if carried_out else "FORMAT JSON"
    found = []
    for statement, values in _statements(session, walk):
        answer = session.connection().exec_driver_sql(f"EXPLAIN ({options}) {statement}", values).scalar_one()
        found.append((json.loads(answer) if isinstance(answer, str) else answer)[0])
    return found


def sqlite_plans(session: Session, walk: Walk) -> list[tuple[set[str], list[str]]]:
    """Of each statement of a walk the indexes that SQLite uses, and the tables that it reads through."""
    found = []
    for statement, values in _statements(session, walk):
        answer = session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        steps = [str(row.detail) for row in answer]
        names = [SHORT.sub("", KEY.sub(r"pk_\1", name)) for step in steps for name in re.findall(r"INDEX (\S+)", step)]
        found.append((set(names), [step for step in steps if step.startswith("SCAN") and step.split()[1] in TABLES]))
    return found


def _statements(session: Session, walk: Walk) -> list[tuple[str, Any]]:
    """Those that read a table of which there may be many rows."""
    with _heard(session.get_bind().engine) as statements:
        walk.walk(session)
    session.rollback()
    return [(said, values) for said, values in statements if any(table in said for table in TABLES)]


def indexes_of(plan: dict[str, Any]) -> set[str]:
    """The indexes that a plan uses, by what comes after the table in their names."""
    mine = {SHORT.sub("", plan["Index Name"])} if "Index Name" in plan else set()
    return mine.union(*(indexes_of(part) for part in plan.get("Plans", ())))


def rows_read(plan: dict[str, Any]) -> int:
    """Of the tables, also those that were then left aside; only of a plan that was carried out."""
    parts = plan.get("Plans", ())
    mine = 0
    if plan.get("Relation Name") in TABLES:
        mine = round((plan["Actual Rows"] + plan.get("Rows Removed by Filter", 0)) * plan["Actual Loops"])
    return mine + sum(map(rows_read, parts))


def reads_the_table_through(plan: dict[str, Any]) -> bool:
    if plan["Node Type"] == "Seq Scan" and plan["Relation Name"] in TABLES:
        return True
    return any(map(reads_the_table_through, plan.get("Plans", ())))


@contextmanager
def _heard(engine: Engine) -> Iterator[list[tuple[str, Any]]]:
    found: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, values: Any, *_: Any) -> None:
        if statement.startswith("SELECT"):
            found.append((statement, values))

    event.listen(engine, "before_cursor_execute", note)
    yield found
    event.remove(engine, "before_cursor_execute", note)
