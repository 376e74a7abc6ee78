"""`./run bench sweep`: what a sweep costs before the first invoice of a night, by what exists and by what changed."""

from __future__ import annotations

import argparse
import tempfile
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, update

from benchmarks.report import how_many, tell
from benchmarks.venue import NO_LIMITS, SIZES, TENANT, Cost, Venue, cost_of
from mice_exact_plugin.exports import sweeping
from mice_exact_plugin.link import readiness
from mice_exact_plugin.link.connection import Connection
from sandbox.host.database import session
from sandbox.host.models import Invoice, InvoiceChange
from tests.crash import small

if TYPE_CHECKING:
    from collections.abc import Sequence

CHANGED = 20
#: A sweep of what changed may not cost more at the most invoices than so many times what it costs at the fewest.
GROWTH = 2.0


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="./run bench sweep", description=__doc__)
    parser.add_argument("--sizes", type=how_many, nargs="+", default=SIZES, help="invoices of the tenant")
    parser.add_argument("--rounds", type=how_many, default=5)
    parser.add_argument("--seed", type=int, default=1, help="of which invoices change")
    parser.add_argument("--database", help="an SQLAlchemy URL; an SQLite file of its own when left out")
    options = parser.parse_args(arguments)
    if min(options.sizes) <= CHANGED:
        parser.error(f"{CHANGED} invoices change, so a tenant has more than that")
    chance = Random(options.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        venue = Venue(folder, options.database, small.write(folder), NO_LIMITS, {})
        with venue, venue.world.app.app_context():
            costs = {size: _measured(venue, size, options.rounds, chance) for size in sorted(options.sizes)}
    rows = [row for size, kinds in costs.items() for row in _rows(size, kinds)]
    tell(f"A sweep of one tenant, median of {options.rounds} (everything: once); seed {options.seed}", rows)
    fewest, most = costs[min(costs)], costs[max(costs)]
    times = {kind: most[kind].cpu / fewest[kind].cpu for kind in (QUIET, SOME)}
    for kind, grown in times.items():
        print(f"{kind}: {grown:.2f} times as much at {max(costs):,} as at {min(costs):,} (at most {GROWTH})")
    return 0 if max(times.values()) <= GROWTH else 1


QUIET, SOME, EVERYTHING = "nothing changed", f"{CHANGED} changed", "everything, once a week"


def _measured(venue: Venue, size: int, rounds: int, chance: Random) -> dict[str, Cost]:
    venue.grow(size)
    ready = readiness.posting(venue.runtime, TENANT)
    assert isinstance(ready, readiness.Posting), "it books"

    def sweep() -> None:
        sweeping.sweep(venue.runtime, ready.link, ready.granted_at)

    def changed() -> Cost:
        _let_time_pass(venue)
        _change(chance, size)
        return cost_of(venue, sweep, 1)

    _set(venue, compared_all_at=None)
    everything = cost_of(venue, sweep, 1)
    _let_time_pass(venue)
    quiet = cost_of(venue, sweep, rounds)
    some = sorted((changed() for _ in range(rounds)), key=lambda cost: cost.cpu)[rounds // 2]
    return {QUIET: quiet, SOME: some, EVERYTHING: everything}


def _let_time_pass(venue: Venue) -> None:
    """What was changed or booked is behind the hour of overlap: nothing of it is read once more."""
    session().execute(delete(InvoiceChange))
    session().commit()
    now = venue.runtime.now() + timedelta(hours=1)
    _set(venue, compared_all_at=now, compared_until=now, swept_until=now)


def _set(venue: Venue, **moments: Any) -> None:
    venue.runtime.session.execute(update(Connection).values(**moments))
    venue.runtime.session.commit()


def _change(chance: Random, size: int) -> None:
    """By somebody whose signal gets lost: the totals of invoices of whatever age, but of the one that is copied."""
    for invoice_id in chance.sample(range(2, size + 1), CHANGED):
        found = session().get_one(Invoice, invoice_id)
        found.total_excl += 1
        found.total_incl += 1
    session().commit()
    session().expunge_all()


def _rows(size: int, kinds: dict[str, Cost]) -> list[dict[str, object]]:
    return [
        {"invoices": size, "sweep": kind, "CPU ms": cost.cpu, "statements": cost.statements, "commits": cost.commits}
        for kind, cost in kinds.items()
    ]
