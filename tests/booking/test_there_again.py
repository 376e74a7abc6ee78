"""An invoice that the host deleted and has again, or could not find for a moment: never left in silence, nor twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.database import step
from mice_exact_plugin.decisions import decisions
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports import queueing
from mice_exact_plugin.runtime import Person
from tests.booking.situations import HALL, SETTLED, bill, lost
from tests.fake.host import as_host
from tests.fake.office import TENANT

if TYPE_CHECKING:
    from collections.abc import Callable

    from mice_exact_plugin.domain.invoice import Invoice
    from tests.fake.office import Office


def deletes(office: Office) -> None:
    del office.host.sent["1"]
    with step(office.session):
        queueing.on_deleted(office.runtime, TENANT, "1")


def sends_again(office: Office, invoice: Invoice) -> None:
    office.host.sent["1"] = invoice
    with step(office.session):
        queueing.on_sent(office.runtime, TENANT, as_host(invoice))


def has_it_again(office: Office, invoice: Invoice) -> None:
    """And tells nobody."""
    office.host.sent["1"] = invoice
    office.time.forward(days=8)
    office.sweep()


BACK = pytest.mark.parametrize("comes_back", [sends_again, has_it_again])


@BACK
def test_deleted_while_it_waited_it_is_booked_as_it_is_now(
    office: Office, comes_back: Callable[[Office, Invoice], None]
) -> None:
    office.send(bill("1"))
    deletes(office)
    assert (office.row().state, office.row().ignored_reason) == (State.IGNORED, "deleted")
    comes_back(office, bill("1", HALL, HALL))
    assert (office.row().state, office.row().deleted_at) == (State.QUEUED, None)
    office.run()
    assert [entry.gross for entry in office.books.entries.values()] == [2 * HALL.gross]
    assert office.events() == ["deleted", "there_again", "posted"]


def test_one_that_the_host_could_not_find_in_the_night_is_booked_the_next(office: Office) -> None:
    """It reads from a copy that was behind."""
    office.send(bill("1"))
    invoice = office.host.sent.pop("1")
    office.again()
    assert office.row().state is State.IGNORED
    office.host.sent["1"] = invoice
    office.time.forward(days=8)
    office.run()
    assert office.row().state is State.SYNCED


@BACK
@pytest.mark.parametrize("lines", [(HALL,), (HALL, HALL)])
def test_after_it_was_booked_it_is_not_booked_twice(
    office: Office, comes_back: Callable[[Office, Invoice], None], lines: tuple[object, ...]
) -> None:
    office.send(bill("1"))
    office.run()
    deletes(office)
    before = office.remarks()
    comes_back(office, bill("1", *lines))  # type: ignore[arg-type]
    gone, new = set(before) - set(office.remarks()), set(office.remarks()) - set(before)
    assert (gone, new) == ({"deleted_after_booking"}, {"changed_after_booking"} if len(lines) > 1 else set())
    office.run()
    assert len(office.books.entries) == 1


def test_deleted_while_nobody_knows_whether_it_was_booked(office: Office) -> None:
    lost(office)
    assert office.row().state is State.UNCONFIRMED
    deletes(office)
    sends_again(office, bill("1"))
    office.time.forward(seconds=SETTLED)
    office.run()
    assert office.row().state is State.SYNCED
    assert "deleted_after_booking" not in office.remarks()
    assert len(office.books.entries) == 1


def test_sent_before_without_ever_an_answer_it_is_looked_for_first(office: Office) -> None:
    office.send(bill("1"))
    office.change(sends=1)
    deletes(office)
    sends_again(office, bill("1"))
    assert office.row().state is State.UNCONFIRMED


def test_what_a_person_left_alone_stays_so(office: Office) -> None:
    office.send(bill("1"))
    decisions.leave(office.runtime, TENANT, "1", Person("1", "Anke"), "Zo afgesproken")
    deletes(office)
    sends_again(office, bill("1"))
    assert (office.row().state, office.row().ignored_reason) == (State.IGNORED, "left_alone")
    assert office.row().deleted_at is None


def test_the_host_is_not_told_of_what_it_deleted_until_it_has_it_again(office: Office) -> None:
    """A host that refuses to hear of it would be told every night, and no night would be quiet."""
    office.host.deaf.add("1")
    office.send(bill("1"))
    office.run()
    deletes(office)
    office.host.deaf.clear()
    office.time.forward(days=8)
    office.run()
    assert office.host.told == []
    has_it_again(office, bill("1"))
    office.run()
    assert [told[0] for told in office.host.told] == ["1"]


def test_while_it_is_away_no_sweep_writes_anything(office: Office) -> None:
    office.send(bill("1"), replace(bill("2"), id="2"))
    deletes(office)
    version = office.row().version
    office.time.now += timedelta(days=8)
    office.sweep()
    assert (office.row().version, office.events()) == (version, ["deleted"])
