"""What the host tells of an invoice while it is judged, or after: nothing of it is lost, and no decision undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.booking import ahead, slice
from mice_exact_plugin.database import step
from mice_exact_plugin.decisions import decisions
from mice_exact_plugin.domain.outcome import Outcome
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports import queue, queueing
from mice_exact_plugin.runtime import Person
from tests.booking.nights import set_connection
from tests.booking.situations import HALL, STRANGER, bill
from tests.booking.test_approval import approve, asks
from tests.domain.build import line
from tests.fake.client import MAKES
from tests.fake.host import as_host
from tests.fake.office import TENANT

if TYPE_CHECKING:
    from mice_exact_plugin.domain.invoice import Invoice
    from tests.fake.office import Office

EMPTY = line("0.00", "0.00")
#: What cancels out, as both lines are of one ledger and one code.
TAKEN_BACK = replace(HALL, net=-HALL.net, vat=-HALL.vat, gross=-HALL.gross)
ANKE = Person("1", "Anke")


def told(office: Office, invoice: Invoice) -> None:
    """The host changes an invoice and signals it."""
    office.host.sent[invoice.id] = invoice
    with step(office.session):
        queueing.on_changed(office.runtime, TENANT, as_host(invoice))


def empty(office: Office) -> None:
    office.send(bill("1", EMPTY))
    office.run()
    assert office.row().state is State.IGNORED


def test_an_empty_invoice_that_gets_amounts_is_booked(office: Office) -> None:
    empty(office)
    told(office, bill("1"))
    assert (office.row().state, office.row().ignored_reason) == (State.QUEUED, None)
    assert office.row().gross == HALL.gross

    office.run()
    assert office.row().state is State.SYNCED
    assert office.events() == ["ignored", "something_to_book", "posted"]


def test_one_that_no_signal_told_of_is_found_by_a_sweep(office: Office) -> None:
    empty(office)
    office.host.sent["1"] = bill("1")
    office.time.forward(days=8)
    office.sweep()
    assert office.row().state is State.QUEUED


@pytest.mark.parametrize("lines", [(EMPTY,), (HALL, TAKEN_BACK)])
def test_while_there_is_nothing_to_book_it_stays_where_it_is(office: Office, lines: tuple[object, ...]) -> None:
    nothing = bill("1", *lines)  # type: ignore[arg-type]
    office.send(nothing)
    office.run()
    told(office, nothing)
    office.time.forward(days=8)
    office.sweep()
    assert (office.row().state, office.events()) == (State.IGNORED, ["ignored"])


def test_what_version_0_1_set_aside_comes_back_too(office: Office) -> None:
    """It kept nothing of what such an invoice said."""
    empty(office)
    office.change(invoice_digest=None, digest_version=1)
    told(office, bill("1", EMPTY))
    assert office.row().state is State.IGNORED
    told(office, bill("1"))
    assert office.row().state is State.QUEUED


def test_sent_before_it_became_empty_it_is_looked_for_first(office: Office) -> None:
    empty(office)
    office.change(sends=1)
    told(office, bill("1"))
    assert office.row().state is State.UNCONFIRMED


def test_what_a_person_left_alone_stays_so(office: Office) -> None:
    office.send(bill("1", EMPTY))
    decisions.leave(office.runtime, TENANT, "1", ANKE, "Zo afgesproken")
    told(office, bill("1"))
    office.time.forward(days=8)
    office.sweep()
    assert (office.row().state, office.row().ignored_reason) == (State.IGNORED, "left_alone")


@pytest.mark.parametrize("reason", ["booked_by_hand", "before_start", "deleted"])
def test_nor_does_anything_else_that_was_set_aside_come_back(office: Office, reason: str) -> None:
    empty(office)
    office.change(ignored_reason=reason)
    told(office, bill("1"))
    assert office.row().state is State.IGNORED


def test_a_deleted_one_stays_away(office: Office) -> None:
    empty(office)
    with step(office.session):
        queueing.on_deleted(office.runtime, TENANT, "1")
    told(office, bill("1"))
    assert office.row().state is State.IGNORED


def test_amounts_that_came_after_the_reading_are_booked(office: Office) -> None:
    office.send(bill("1", EMPTY))
    work, (row,) = office.work(), office.due()
    ahead.read(work, [row])
    told(office, bill("1"))

    assert slice._export(work, row).outcome is Outcome.SETTLED
    assert [entry.gross for entry in office.books.entries.values()] == [HALL.gross]


def test_a_cure_that_came_after_the_reading_is_not_buried(office: Office) -> None:
    office.send(bill("1", currency="USD"))
    work, (row,) = office.work(), office.due()
    ahead.read(work, [row])
    told(office, bill("1"))

    assert slice._export(work, row).outcome is Outcome.SETTLED
    assert office.problems() == ()


def test_a_yes_stands_when_the_invoice_says_again_what_was_agreed_to(office: Office) -> None:
    asks(office)
    office.send(bill("1"))
    approve(office)
    office.host.sent["1"] = bill("1", line("50.00", "10.50"))
    work, (row,) = office.work(), office.due()
    ahead.read(work, [row])
    told(office, bill("1"))

    assert slice._export(work, row).outcome is Outcome.SETTLED
    assert "approval_lapsed" not in office.events()


def test_for_what_somebody_set_aside_meanwhile_no_relation_is_made(office: Office) -> None:
    """It was held for its currency; the host told of another and of a customer who is new, and a person left it."""
    office.send(bill("1", currency="USD"))
    work, (row,) = office.work(), office.due()
    ahead.read(work, [row])
    told(office, bill("1", debtor=STRANGER))
    office.change(state=State.IGNORED)

    assert slice._export(work, row).outcome is Outcome.LEFT
    assert (office.exact.calls(MAKES), office.row().state) == (0, State.IGNORED)


def test_a_row_that_somebody_moved_is_left(office: Office) -> None:
    office.send(bill("1", EMPTY))
    work, (row,) = office.work(), office.due()
    with step(office.session):
        queue.told(office.session, TENANT, "1")
    office.change(state=State.BLOCKED)
    assert slice._export(work, row).outcome is Outcome.LEFT


@pytest.mark.parametrize("swept_until", [None, timedelta(days=30)])
def test_what_became_visible_long_after_it_was_sent_gets_its_row_within_a_week(
    office: Office, swept_until: timedelta | None
) -> None:
    """Also where a sweep that ran by a wrong clock said that it had looked until next month."""
    office.sweep()
    if swept_until:
        set_connection(office, swept_until=office.time.now + swept_until)
    office.host.sent["1"] = bill("1", sent_at=office.time.now - timedelta(hours=2))
    for _ in range(7):
        office.time.forward(days=1)
        office.sweep()
    assert office.row().state is State.QUEUED
    assert office.events() == ["swept"]
