"""Two tenants whose searches find the same single entry: it is given to one of them, and nothing is booked twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.standing.standing import status
from tests.whole.invoices import document, invoice
from tests.whole.nights.exports.test_deleted_meanwhile import SEARCHES
from tests.whole.nights.night import ENTRIES

if TYPE_CHECKING:
    from tests.whole.nights.night import Night

BOTH_WAYS = pytest.mark.parametrize("entry_id", ["ignore", "refuse"])


@BOTH_WAYS
def test_two_tenants_with_the_same_number_in_one_administration(night: Night, entry_id: str) -> None:
    night.control.switch(entry_id=entry_id)
    other = _both_sent_and_the_second_arrived(night)
    assert _states(night, night.tenant, other) == ["unconfirmed", "unconfirmed"]

    for _ in range(3):
        night.forward()
        night.run_until_done()
        night.world.run(other)
    assert "synced" in _states(night, night.tenant, other)
    assert _bound(night, night.tenant, other) == _in_exact(night)


def test_an_entry_under_the_key_of_another_row_is_left_to_that_row(night: Night) -> None:
    """Before the first answer nobody knows whether this server keeps our ids, and one of the two arrived."""
    other = _both_sent_and_the_second_arrived(night)
    for _ in range(4):
        night.forward()
        night.run_until_done()
        night.world.run(other)

    assert _states(night, night.tenant, other) == ["synced", "synced"]


def _both_sent_and_the_second_arrived(night: Night) -> str:
    """The same number of two tenants in one administration; returns the other tenant."""
    other = _second_tenant(night)
    night.send(invoice("F1"))
    night.world.send(other, document(invoice("F1")), night.folder)
    night.control.fault("drop_before", ENTRIES)
    night.run()
    _answer_and_search_get_lost(night, search=2)
    night.world.run(other)
    return other


def _second_tenant(night: Night) -> str:
    """One that books in the same administration."""
    other = night.world.tenant("tweede")
    night.world.command("exact", "activate", other)
    night.world.command("exact", "allow-sharing", other)
    night.world.log_in(other)
    night.world.choose(other)
    night.world.configure(other)
    return other


def _answer_and_search_get_lost(night: Night, *, search: int) -> None:
    """The next entry is booked without an answer, and the search that would find it at once fails."""
    night.control.fault("drop_after_commit", ENTRIES)
    night.control.fault("drop_before", SEARCHES, occurrence=search)


def _states(night: Night, *tenants: str) -> list[str]:
    return [row["state"] for tenant in tenants for row in status(night.runtime, tenant)["invoices"]]


def _bound(night: Night, *tenants: str) -> list[str]:
    rows = [row for tenant in tenants for row in status(night.runtime, tenant)["invoices"]]
    return sorted(row["entry_id"] for row in rows if row["entry_id"])


def _in_exact(night: Night) -> list[str]:
    return sorted(entry["EntryID"] for entry in night.entries("F1"))
