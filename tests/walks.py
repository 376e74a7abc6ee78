"""Every walk through a tenant's history, with the index that it is to use, and how PostgreSQL means to carry it out.

The test looks at some thousand rows; `./run bench plans` at a million.
"""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import event, text

from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports import bookings, queue, queueing, sweeping, telling
from mice_exact_plugin.standing import invoice_list, overview, to_do
from mice_exact_plugin.standing.invoice_list import Sum, Wanted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Engine
    from sqlalchemy.orm import Session

#: The tenant in the middle, of whom the walks are.
TENANT = "venue-5"
PLACE = ("NL", 5)
ALL = Wanted()
BY_ID = "pk_exact_invoice_export"
START = datetime(2026, 1, 1, tzinfo=UTC)
#: Of a tenant's rows one in so many waits, is blocked, is not told to the host, or fell back.
WAITS, BLOCKED, UNTOLD, FELL_BACK = 100, 150, 200, 120

#: Rows as posting leaves them, dealt out over the tenants in turns: sent an hour apart, most of them booked.
FILL = """
INSERT INTO exact_invoice_export (
    tenant, invoice_id, identifier, reference, is_credit, credits_id, invoice_date, sent_at, debtor_name, debtor_key,
    client_id, currency, gross, queued_at, state, problems, tries, site, division, account_id, posting_key, generation,
    invoice_digest, digest_version, fence, run_id, sends, entry_id, entry_number, synced_at, adopted, told_host_at,
    fallbacks, has_acceptance, sent)
SELECT
    'venue-' || n % :tenants, n::text, 'F' || n, 'f' || n, n % 50 = 0, (n - :tenants)::text, '2026-01-01',
    TIMESTAMPTZ '2026-01-01Z' + interval '1 hour' * (n / :tenants), 'Bakkerij Jansen', 'bakkerijjansen',
    'client-' || n % 997, 'EUR', 12100, now(), state, '[]', 0, 'NL', n % :tenants, 'account-' || n % 997,
    md5(n::text)::uuid::text, 0, md5(n::text), 2, 1, n / :tenants / 20, 1,
    CASE WHEN state = 'synced' THEN md5(n::text)::uuid::text END, n,
    CASE WHEN state = 'synced' THEN TIMESTAMPTZ '2026-01-01Z' + interval '1 hour' * (n / :tenants + 8) END, false,
    CASE WHEN state = 'synced' AND n / :tenants % :untold <> 0 THEN now() END,
    CASE WHEN n / :tenants % :fell_back = 0 THEN '[{"product": null, "rate_group": "Zaal", "ledger_number": null}]'
    ELSE '[]' END::json, false, '{"your_ref": "F", "lines": [["12345678-1234-1234-1234-123456789012", "4", "1", "1"]]}'
FROM generate_series(1, :rows) AS n
CROSS JOIN LATERAL (SELECT CASE WHEN n / :tenants % :waits = 0 THEN 'queued'
    WHEN n / :tenants % :blocked = 0 THEN 'blocked' ELSE 'synced' END AS state) AS chosen
"""


INDEXES = """SELECT indexname, indexdef FROM pg_indexes
WHERE tablename = 'exact_invoice_export' AND indexname LIKE 'ix_%'"""


@dataclass(frozen=True, slots=True)
class Walk:
    """A statement of the plugin, and the names of the indexes of which it may use any."""

    walk: Callable[[Session], object]
    indexes: tuple[str, ...]


def walks(own: int) -> dict[str, Walk]:
    """By what they are for; `own` is how many rows the tenant has."""
    middle, late = START + timedelta(hours=own // 2), START + timedelta(hours=own - own // 50)
    everything, end = START - timedelta(days=400), START + timedelta(days=9999)

    def found(query: Any) -> Callable[[Session], object]:
        return lambda session: queue.exports(session, query)

    keys = [f"00000000-0000-0000-0000-{number:012}" for number in range(40)]
    return {
        "sweep of everything": Walk(found(sweeping.page_of_everything(TENANT, own, everything)), ("sweep",)),
        "sweep of what was booked": Walk(found(sweeping.page_of_booked(TENANT, (late, 0))), ("synced",)),
        "what is due": Walk(lambda one: queue.due(one, TENANT, late, None, 40), ("due",)),
        "what is due, further on": Walk(lambda one: queue.due(one, TENANT, late, (middle, 0), 40), ("due", "sent")),
        "never sent": Walk(lambda one: queue.never_sent(one, TENANT, late, 40), ("due",)),
        "blocked": Walk(lambda one: queue.in_state(one, TENANT, State.BLOCKED), ("due",)),
        "not told to the host": Walk(found(telling.untold(TENANT, 0, 40)), ("untold",)),
        "entries that are somebody's": Walk(
            lambda one: bookings.bound_entries(one, *PLACE, keys), ("posting", "entry")
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
        "how many in each state": Walk(lambda one: overview.state_counts(one, TENANT), ("due",)),
        "held, by cause": Walk(lambda one: to_do.held(one, TENANT), ("due",)),
        "lines on the default ledger": Walk(lambda one: overview.fallbacks(one, TENANT), ("fallbacks",)),
        "a page of the file": Walk(lambda one: invoice_list.page_of_file(one, TENANT, ALL, None), ("sent",)),
    }


def fill(engine: Engine, rows: int, tenants: int) -> None:
    """Rows first and indexes after them, which takes a tenth of the time."""
    figures = {"waits": WAITS, "blocked": BLOCKED, "untold": UNTOLD, "fell_back": FELL_BACK}
    with engine.begin() as connection:
        made = connection.execute(text(INDEXES)).all()
        for name, _ in made:
            connection.execute(text(f"DROP INDEX {name}"))
        connection.execute(text(FILL), {"rows": rows, "tenants": tenants, **figures})
        for _, statement in made:
            connection.execute(text(statement))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE exact_invoice_export"))


def plans(session: Session, walk: Walk, *, carried_out: bool = False) -> list[dict[str, Any]]:
    """The plan of each statement of a walk; with what it took when it is carried out."""
    with _heard(session.get_bind().engine) as statements:
        walk.walk(session)
    session.rollback()
    options = "ANALYZE, BUFFERS, FORMAT JSON" if carried_out else "FORMAT JSON"
    found = []
    for statement, values in statements:
        answer = session.connection().exec_driver_sql(f"EXPLAIN ({options}) {statement}", values).scalar_one()
        found.append((json.loads(answer) if isinstance(answer, str) else answer)[0])
    return found


def indexes_of(plan: dict[str, Any]) -> set[str]:
    """The indexes that a plan uses, by what comes after the table in their names."""
    mine = {plan["Index Name"].removeprefix("ix_exact_invoice_export_")} if "Index Name" in plan else set()
    return mine.union(*(indexes_of(part) for part in plan.get("Plans", ())))


def rows_read(plan: dict[str, Any]) -> int:
    """Of the table, also those that were then left aside; only of a plan that was carried out."""
    parts = plan.get("Plans", ())
    mine = 0
    if plan.get("Relation Name") == "exact_invoice_export":
        mine = round((plan["Actual Rows"] + plan.get("Rows Removed by Filter", 0)) * plan["Actual Loops"])
    return mine + sum(map(rows_read, parts))


def reads_the_table_through(plan: dict[str, Any]) -> bool:
    if plan["Node Type"] == "Seq Scan" and plan["Relation Name"] == "exact_invoice_export":
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
