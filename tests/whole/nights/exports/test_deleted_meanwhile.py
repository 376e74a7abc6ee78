"""An invoice that the host deletes while nobody knows whether it was booked: that is found out, and then shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from mice_exact_plugin.domain.states import SILENCES_PER_NIGHT
from sandbox.host import tenancy
from sandbox.host.database import session
from sandbox.host.models import Invoice
from sandbox.host.services import deleting
from tests.whole.invoices import invoice
from tests.whole.nights.night import ENTRIES

if TYPE_CHECKING:
    from tests.whole.nights.night import Night

SEARCHES = {"method": "GET", "path": "/salesentry/SalesEntries"}


def test_deleted_after_it_arrived_it_is_found_and_shown_as_booked(night: Night) -> None:
    night.control.fault("drop_after_commit", ENTRIES)
    night.control.fault("drop_before", SEARCHES, occurrence=2)
    night.send(invoice("F1"))
    night.run()
    assert night.states() == {"F1": "unconfirmed"}

    delete(night, "F1")
    assert night.states() == {"F1": "unconfirmed"}
    night.run_until_done()
    assert (night.row("F1")["state"], night.row("F1")["deleted_after_booking"]) == ("synced", True)
    assert night.booked() == {"F1": 1}
    assert night.trail("F1") == ["queued", "unconfirmed", "deleted", "adopted"]


def test_deleted_before_it_arrived_it_is_not_sent_again(night: Night) -> None:
    night.control.fault("drop_before", ENTRIES)
    night.send(invoice("F1"))
    night.run()
    delete(night, "F1")
    night.run()
    assert night.states() == {"F1": "unconfirmed"}, "too early to tell"

    night.forward()
    night.run()
    assert (night.row("F1")["state"], night.row("F1")["ignored_reason"]) == ("ignored", "deleted")
    assert len(night.calls(ENTRIES)) == 1


@pytest.mark.parametrize("arrived", [True, False])
def test_a_deletion_that_no_signal_told_is_seen_all_the_same(night: Night, *, arrived: bool) -> None:
    night.control.fault("drop_after_commit" if arrived else "drop_before", ENTRIES)
    night.control.fault("drop_before", SEARCHES, occurrence=2)
    night.send(invoice("F1"))
    night.run()
    session().delete(_at_the_host("F1"))
    session().commit()

    night.forward()
    night.run_until_done()
    night.run()
    assert night.states() == {"F1": "synced" if arrived else "ignored"}
    assert night.booked() == ({"F1": 1} if arrived else {})
    assert night.row("F1")["deleted_after_booking"] is arrived


def test_deleted_while_it_was_never_answered_it_is_set_aside(night: Night) -> None:
    night.control.fault("drop_before", ENTRIES, occurrence="every")
    night.send(invoice("F1"))
    for _ in range(SILENCES_PER_NIGHT - 1):
        night.run_until_done()
        night.forward()
    night.run_until_done()
    delete(night, "F1")
    night.forward()
    night.run_until_done()

    assert (night.row("F1")["state"], night.row("F1")["ignored_reason"]) == ("ignored", "deleted")


def delete(night: Night, number: str) -> None:
    """By a person at the host."""
    tenant = tenancy.tenant_by_code(night.tenant)
    assert tenant is not None
    deleting.delete(tenant, _at_the_host(number))
    session().commit()


def _at_the_host(number: str) -> Invoice:
    """There is only this tenant."""
    return session().scalars(select(Invoice).where(Invoice.identifier == number)).one()
