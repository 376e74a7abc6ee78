"""Which tests run on both kinds of database, and why; all others run on SQLite, where they cost least.

A test belongs here when its subject is what a database does: its own SQL, locks and rivals, transactions that break
off, values that one kind takes and another refuses, migrations, and what is found again afterwards. What is decided and
what is sent to Exact is the same on each. A single test can choose for itself by parametrizing `database`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tests.databases import POSTGRESQL

if TYPE_CHECKING:
    import pytest

HERE = Path(__file__).parent

ON_BOTH = {
    "test_bad_input.py": "what a host lets through meets columns with lengths and types",
    "test_corpus.py": "amounts and dates as each kind keeps them",
    "test_journey.py": "the whole journey once on each",
    "test_longest_values.py": "the longest values that columns take",
    "nights/booking/test_accepted.py": "acceptances are read and written by SQL of their own",
    "nights/access/test_alone.py": "one writer an administration: the lease",
    "nights/decisions/test_booked_check.py": "bookings are walked through by SQL of their own",
    "nights/booking/test_broken_runs.py": "databases that break off, each in its own way",
    "nights/debtors/test_debtors.py": "one binding a customer, held by constraints, and rivals that meet it",
    "nights/booking/test_causes.py": "what a person released is read from the trail, in JSON",
    "nights/exports/test_deleted_meanwhile.py": "what goes with an invoice that the host deletes",
    "nights/booking/test_figures.py": "the night's figures are counted by SQL",
    "nights/setup/test_housekeeping.py": "what is deleted, and runs that are reaped",
    "nights/access/test_keys.py": "bytes, encrypted anew row by row",
    "nights/access/test_limits.py": "budgets that rivals spend at the same time",
    "nights/mirror/test_mirror_of_relations.py": "relations written by the hundred, and columns made later",
    "nights/booking/test_night.py": "any number of schedulers start one run",
    "nights/test_no_traces.py": "what each driver says of the row at hand",
    "nights/exports/test_odd_invoices.py": "values that one kind takes and the other refuses",
    "nights/mirror/test_odd_records.py": "values that one kind takes and the other refuses",
    "nights/jobs/test_queue.py": "queueing inside the host's transaction, and who waits for whose lock",
    "nights/booking/test_recovery.py": "what is found again after a worker or a database went away",
    "nights/exports/test_remarks.py": "made from columns of 0.1 by a migration",
    "nights/booking/test_restored_backup.py": "a database put back from yesterday",
    "nights/access/test_tokens.py": "one refresh whoever asks, and a pair that outlives an outage",
    "web/test_by_hand.py": "whose entry a number is already is read from JSON",
    "web/test_odd_values.py": "what people type and send meets the database",
    "web/test_queries.py": "the pages' own SQL",
}


def left_out(item: pytest.Item) -> bool:
    """Whether this is the same test once more on the other kind."""
    params = getattr(item, "callspec", None)
    if params is None or params.params.get("database") != POSTGRESQL or not item.path.is_relative_to(HERE):
        return False
    return item.path.relative_to(HERE).as_posix() not in ON_BOTH and not _chooses(item)


def _chooses(item: pytest.Item) -> bool:
    return any("database" in str(mark.args[0]) for mark in item.iter_markers("parametrize"))
