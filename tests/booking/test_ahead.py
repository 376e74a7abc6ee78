"""What was read ahead is only sent while it is so: the claim takes a row of the version that was read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from mice_exact_plugin.booking import ahead, slice
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.debtor.bindings import name_key
from mice_exact_plugin.domain.outcome import Outcome
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.exports import bookings, queue, remarks
from mice_exact_plugin.link.connection import Connection
from mice_exact_plugin.link.run import SyncRun
from tests.booking.situations import STRANGER, bill
from tests.domain import build
from tests.fake.office import TENANT

if TYPE_CHECKING:
    import pytest

    from tests.fake.office import Office


def test_what_the_host_tells_after_the_reading_is_what_is_booked(office: Office) -> None:
    invoice = build.invoice(build.line("100.00", "21.00"))
    office.send(invoice)
    work, (row,) = office.work(), office.due()
    ahead.read(work, [row])
    office.host.sent[invoice.id] = replace(invoice, invoice_date=date(2026, 3, 15))
    with step(office.session):
        queue.told(office.session, row.tenant, row.invoice_id)

    became = slice._export(work, row)

    assert office.problems() == ()
    assert became.outcome is Outcome.SETTLED
    assert [entry.entry_date for entry in office.books.entries.values()] == [date(2026, 3, 15)]


def test_the_reading_tells_of_whom_something_was_not_understood(office: Office) -> None:
    invoice = build.invoice(build.line("100.00", "21.00"))
    office.send(invoice, replace(invoice, id="2", identifier="F2"))
    second = office.row("2").id
    with step(office.session):
        remarks.add(office.session, second, RemarkCode.UNREADABLE, {"fields": "country=Nederlnad"})
    work = office.work()

    ahead.read(work, office.due())

    assert work.ahead.unreadable == {second}


def test_the_reading_tells_since_when_something_waits(office: Office) -> None:
    """So that the relations that are made need not look for what waits from an earlier year."""
    earlier = build.invoice(build.line("100.00", "21.00"), invoice_date=date(2025, 12, 30))
    office.send(earlier, replace(earlier, id="2", identifier="F2", invoice_date=date(2026, 1, 2)))
    work = office.work()
    ahead.read(work, office.due())
    assert work.ahead.oldest == date(2025, 12, 30)


def test_what_somebody_moved_after_the_reading_is_left_alone(office: Office) -> None:
    office.send(build.invoice(build.line("100.00", "21.00")))
    work, (row,) = office.work(), office.due()
    ahead.read(work, [row])
    office.change(state="ignored")

    assert slice._export(work, row).outcome is Outcome.LEFT
    assert not office.books.entries


def test_what_a_host_holds_in_its_session_stays_there_and_what_the_reading_left_does_not(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A host may keep a record for as long as its context lasts; every commit of ours expires it, and it is read on."""
    office.send(build.invoice(build.line("100.00", "21.00")))
    work, (row,) = office.work(), office.due()
    with step(office.session):
        held = office.session.scalars(select(SyncRun)).one()
    invoices, left = office.host.invoices, []

    def leaving(*asked: Any) -> Any:
        left.append(office.session.scalars(select(Connection)).one())
        return invoices(*asked)

    monkeypatch.setattr(office.host, "invoices", leaving)
    ahead.read(work, [row])
    with step(office.session):
        assert held.id == work.run_id
    assert left
    assert left[0] not in office.session


def test_of_many_customers_under_one_client_those_at_hand_are_read(office: Office) -> None:
    """Hotel guests, whom the host keeps under one client, are as many as there were nights."""
    office.send(bill("1", debtor=replace(STRANGER, client_id="gasten")))
    office.send(bill("2", debtor=build.debtor(client_id="gasten")))
    office.run()
    names = [name_key(office.row(key).debtor_name or "") for key in ("1", "2")]
    place = office.link.place
    with step(office.session):
        found = bookings.booked_before(office.session, TENANT, place, [("gasten", names[0])])
    assert list(found) == [("gasten", names[0])]
    assert names[0] != names[1]
