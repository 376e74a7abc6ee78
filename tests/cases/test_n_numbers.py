"""Kind N: numbers that come back, and series that count apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from sandbox.host.database import session
from sandbox.host.models import Invoice, Tenant
from sandbox.host.services import deleting
from tests.cases.books import booked_on, sold
from tests.cases.case import words
from tests.cases.selling import line, play
from tests.cases.steps import bookkeeper
from tests.whole.nights.night import ENTRIES
from tests.whole.web.site import BASE

if TYPE_CHECKING:
    from tests.cases.case import Case


def delete_in_exact(case: Case, number: str) -> None:
    bookkeeper(case).delete(f"salesentry/SalesEntries(guid'{case.entry(number)['EntryID']}')").expect(204)


def delete_at_the_host(case: Case, number: str) -> None:
    with case.services():
        found = session().scalars(select(Invoice).where(Invoice.identifier == number)).one()
        deleting.delete(session().get_one(Tenant, found.tenant_id), found)


def test_a_number_that_comes_back_is_booked_once_its_first_entry_is_gone(case: Case) -> None:
    """The host gives the number of a deleted last invoice to the next one; the bookkeeper deletes the entry."""
    play(case, sold("N01"))
    first = case.row("N01")["invoice_id"]
    delete_at_the_host(case, "N01")
    delete_in_exact(case, "N01")
    case.run()
    assert f"/voorbeeld/{first}" in case.visitor().get(f"{BASE}/overzicht")
    page = case.visitor().post(f"{BASE}/voorbeeld/{first}/kijken", 200)
    assert "staat niet meer in Exact Online" in words(page)
    play(case, sold("N01", line("300.00", "63.00")))
    assert booked_on(case, "N01") == [("8000", "2", 300, 63)]


def test_a_number_that_comes_back_waits_while_its_first_entry_is_there(case: Case) -> None:
    play(case, sold("N01"))
    delete_at_the_host(case, "N01")
    play(case, sold("N01", line("300.00", "63.00")))
    assert booked_on(case, "N01") == [("8000", "2", 100, 21)]


def test_series_of_two_locations_count_apart(case: Case) -> None:
    play(case, sold("BRE-0001"), sold("TIL-0001"), sold("bre-0002"))
    assert set(case.states().values()) == {"synced"}


@pytest.mark.parametrize("number", ["26/0012 & zn", "F'26-01", "#2026+7%"])
def test_an_odd_number_whose_answer_was_lost_is_found(case: Case, number: str) -> None:
    case.control.fault("drop_after_commit", ENTRIES, [1])
    play(case, sold(number))
    assert (case.states(), len(case.entries(number))) == ({number: "synced"}, 1)
