"""What was read ahead is only sent while it is so: the claim takes a row of the version that was read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from mice_exact_plugin.booking import ahead, slice
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.outcome import Outcome
from mice_exact_plugin.exports import queue
from tests.domain import build

if TYPE_CHECKING:
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


def test_what_somebody_moved_after_the_reading_is_left_alone(office: Office) -> None:
    office.send(build.invoice(build.line("100.00", "21.00")))
    work, (row,) = office.work(), office.due()
    ahead.read(work, [row])
    office.change(state="ignored")

    assert slice._export(work, row).outcome is Outcome.LEFT
    assert not office.books.entries
