"""The sweep finds what no signal told, reads of the host no more than what changed, and writes only what differs."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select, text

from mice_exact_plugin.booking import ahead
from mice_exact_plugin.exports import queueing, sweeping
from mice_exact_plugin.exports.queue import row_of
from mice_exact_plugin.host import adapter
from sandbox.host.addons.host import AddonHost
from sandbox.host.database import session
from sandbox.host.models import Invoice, InvoiceChange
from tests.whole.heard import statements
from tests.whole.invoices import invoice
from tests.whole.nights.night import ENTRIES

if TYPE_CHECKING:
    from tests.whole.nights.night import Night

DAY = 24 * 3600
#: A database that refuses one line of the trail.
FULL = """CREATE TRIGGER full BEFORE INSERT ON exact_audit WHEN NEW.event = 'changed_after_booking'
BEGIN SELECT RAISE(ABORT, 'no room'); END"""
SEARCHES = {"method": "GET", "path": "/salesentry/SalesEntries"}


class Asked:
    """What the host was asked for, by the numbers of the invoices that were read whole."""

    def __init__(self) -> None:
        self.read: list[str] = []
        self.limit = 10**6


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """Watches the host; `limit` bounds its pages of changes."""
    found, invoices, changed = Asked(), AddonHost.invoices, AddonHost.changed_since

    def reading(self: AddonHost, tenant: str, ids: Any) -> Any:
        answer = invoices(self, tenant, ids)
        found.read += sorted(record.identifier for record in answer.values())
        return answer

    def changes(self: AddonHost, *args: Any, limit: int, **values: Any) -> Any:
        return changed(self, *args, limit=min(limit, found.limit), **values)

    monkeypatch.setattr(AddonHost, "invoices", reading)
    monkeypatch.setattr(AddonHost, "changed_since", changes)
    return found


@pytest.fixture
def settled(night: Night, asked: Asked) -> Night:
    """Five booked invoices, a week in which everything was compared, and nights on which nothing happened."""
    night.send(*(invoice(f"F{number}") for number in range(1, 6)))
    night.run()
    for _ in range(3):
        night.forward(DAY)
        night.run()
    while not _is_calm(night, asked):
        night.forward(DAY)
    return night


def _is_calm(night: Night, asked: Asked) -> bool:
    """Whether the sweep of now read nothing: the week's comparison of everything is behind us."""
    asked.read.clear()
    night.run()
    return not asked.read


def test_a_night_without_changes_reads_no_invoice_and_writes_no_row(settled: Night, asked: Asked) -> None:
    before = _rows(settled)
    with statements(settled.engine) as seen:
        settled.forward(60)
        settled.run()
    assert asked.read == []
    assert _rows(settled) == before
    assert not [one for one in seen if one.startswith("UPDATE exact_invoice_export")]


def test_only_what_changed_is_read(settled: Night, asked: Asked) -> None:
    _change("F2")
    settled.forward(60)
    settled.run()
    assert asked.read == ["F2"]
    assert _changed(settled) == {"F2"}


def test_what_was_booked_since_the_last_sweep_is_not_read_once_more(settled: Night, asked: Asked) -> None:
    settled.send(invoice("F6"))
    settled.forward(2 * 3600)
    settled.run()
    assert settled.states()["F6"] == "synced"
    asked.read.clear()
    settled.forward(2 * 3600)
    settled.run()
    assert asked.read == []


def test_a_change_of_a_line_alone_is_found_and_when_it_is_taken_back_too(settled: Night) -> None:
    was = _change("F3")
    settled.forward(60)
    settled.run()
    assert _changed(settled) == {"F3"}
    _change("F3", was)
    settled.forward(60)
    settled.run()
    assert _changed(settled) == set()


def test_two_that_sweep_at_once_write_one_line_into_the_trail(settled: Night) -> None:
    row = row_of(settled.runtime.session, settled.tenant, settled.row("F2")["invoice_id"])
    _change("F2")
    assert row
    sent = settled.runtime.host.invoice(settled.tenant, row.invoice_id)
    assert sent
    said = adapter.invoice(sent)
    for _ in range(2):
        queueing.compare(settled.runtime, row, said)
        settled.runtime.session.commit()
    assert settled.trail("F2").count("changed_after_booking") == 1


def test_a_deletion_is_found(settled: Night) -> None:
    session().delete(_at_the_host("F4"))
    session().commit()
    settled.forward(60)
    settled.run()
    assert settled.row("F4")["deleted_after_booking"]


def test_pages_of_changes_are_read_to_the_end_however_small(settled: Night, asked: Asked) -> None:
    asked.limit = 2
    for number in range(1, 6):
        _change(f"F{number}")
    settled.forward(60)
    settled.run()
    assert _changed(settled) == {f"F{number}" for number in range(1, 6)}


def test_what_became_visible_after_the_sweep_that_it_was_made_before_is_found(settled: Night) -> None:
    """A transaction of the host that was long under way, or a clock of the host that is behind."""
    _change("F2")
    _move_change(settled, "F2", by=-timedelta(minutes=59))
    settled.forward(30)
    settled.run()
    assert _changed(settled) == {"F2"}


def test_what_the_host_forgot_to_note_is_found_within_a_week(settled: Night) -> None:
    _change("F2")
    with settled.engine.begin() as connection:
        connection.execute(text("DELETE FROM mice_invoice_change"))
    found = None
    for days in range(1, 8):
        settled.forward(DAY)
        settled.run()
        if _changed(settled) and found is None:
            found = days
    assert found is not None


def test_weeks_away_lose_nothing(settled: Night) -> None:
    _change("F2")
    settled.forward(20 * DAY)
    settled.run()
    assert _changed(settled) == {"F2"}


def test_changed_while_nobody_knew_whether_it_was_booked_it_is_marked_once_that_is_known(settled: Night) -> None:
    settled.control.fault("drop_after_commit", ENTRIES)
    settled.control.fault("drop_before", SEARCHES, occurrence=[2, 3, 4, 5, 6])
    settled.send(invoice("F6"))
    settled.run()
    assert settled.states()["F6"] == "unconfirmed"
    _end_the_run(settled)
    _change("F6")

    settled.control.call("DELETE", "faults")
    settled.forward(2 * 3600)
    settled.run_until_done()
    assert settled.states()["F6"] == "synced"
    assert _changed(settled) == set(), "when this run compared, it was not known to be booked"
    settled.forward(2 * 3600)
    settled.run()
    assert _changed(settled) == {"F6"}


@pytest.mark.parametrize("earlier", [0, 3599], ids=["at once", "nearly an hour before it could be seen"])
def test_changed_between_reading_and_claim_while_another_sweep_began(
    settled: Night, monkeypatch: pytest.MonkeyPatch, earlier: int
) -> None:
    settled.send(invoice("F6"))
    settled.forward(2 * 3600)
    read_now = ahead.read_now

    def reading(books: Any, rows: Any) -> Any:
        found = read_now(books, rows)
        _at_the_host("F6").due_date = date(2026, 12, 31)
        session().commit()
        _move_change(settled, "F6", by=-timedelta(seconds=earlier))
        settled.traveller.shift(timedelta(seconds=3))
        sweeping.sweep(settled.runtime, settled.link, datetime(2020, 1, 1, tzinfo=UTC))
        settled.traveller.shift(timedelta(seconds=1))
        monkeypatch.setattr(ahead, "read_now", read_now)
        return found

    monkeypatch.setattr(ahead, "read_now", reading)
    settled.run_until_done()
    assert settled.states()["F6"] == "synced"
    for _ in range(2):
        settled.forward(2 * 3600)
        settled.run()
    assert _changed(settled) == {"F6"}


def test_a_host_that_tells_nothing_is_read_whole_every_night_and_once_more_when_it_learns_to(
    settled: Night, asked: Asked
) -> None:
    everything = [f"F{number}" for number in range(1, 6)]
    with pytest.MonkeyPatch.context() as patch:
        patch.delattr(AddonHost, "changed_since")
        with settled.engine.begin() as connection:
            connection.execute(text("UPDATE exact_connection SET compared_until = NULL, compared_all_at = NULL"))
        for _ in range(2):
            asked.read.clear()
            settled.run()
            assert asked.read == everything
    asked.read.clear()
    settled.run()
    assert asked.read == everything
    asked.read.clear()
    settled.forward(2 * 3600)
    settled.run()
    assert asked.read == []


def test_what_could_not_be_compared_is_compared_again(settled: Night) -> None:
    _change("F2")
    settled.forward(60)
    until = settled.connection().compared_until
    with settled.engine.begin() as connection:
        connection.execute(text(FULL))
    settled.run()
    with settled.engine.begin() as connection:
        connection.execute(text("DROP TRIGGER full"))
    assert settled.connection().compared_until == until
    assert _changed(settled) == set()

    settled.forward(5 * 3600)
    settled.run()
    assert _changed(settled) == {"F2"}


def _change(number: str, to: Any = None) -> Any:
    """By somebody who announces nothing: the amounts of an invoice, which are then told as they were."""
    sent = _at_the_host(number)
    line = sent.lines[0]
    was = (line.amount_excl, line.amount_incl, sent.total_excl, sent.total_incl)
    now = to or tuple(amount + 1 for amount in was)
    line.amount_excl, line.amount_incl, sent.total_excl, sent.total_incl = now
    session().commit()
    return was


def _end_the_run(night: Night) -> None:
    """As the end of a night does."""
    with night.engine.begin() as connection:
        connection.execute(text("UPDATE exact_sync_run SET state = 'stopped', finished_at = started_at"))


def _move_change(night: Night, number: str, by: timedelta) -> None:
    noted = session().get_one(InvoiceChange, int(night.row(number)["invoice_id"]))
    noted.at = night.runtime.now() + by
    session().commit()


def _changed(night: Night) -> set[str]:
    return {number for number, row in night.world.rows(night.tenant).items() if row["changed_after_booking"]}


def _rows(night: Night) -> list[Any]:
    with night.engine.connect() as connection:
        return list(connection.execute(text("SELECT * FROM exact_invoice_export ORDER BY id")))


def _at_the_host(number: str) -> Invoice:
    return session().scalars(select(Invoice).where(Invoice.identifier == number)).one()
