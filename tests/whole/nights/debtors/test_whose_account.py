"""Bindings and earlier bookings in the books: a namesake gets none of them, and a relation that ended gives way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.tests.control import VENUE
from tests.whole.invoices import CLIENT, invoice

if TYPE_CHECKING:
    from tests.whole.nights.night import Night

STAR = "Stichting Openbaar Primair Onderwijs Regio Zuidoost locatie De Ster"
MOON = STAR.replace("Ster", "Maan")


def test_a_client_that_is_called_otherwise_now_is_not_booked_where_it_was(night: Night) -> None:
    """One client of the host under two names that Exact cuts to the same: what was booked before says nothing."""
    night.send(invoice("F1", client={**CLIENT, "name": STAR}))
    night.run()
    night.send(invoice("F2", client={**CLIENT, "name": MOON, "address_line_1": "Kade 2"}))
    night.run()
    assert night.states() == {"F1": "synced", "F2": "synced"}
    assert len(_customers(night)) == 2


def test_a_client_under_the_same_name_is_booked_where_it_was_although_all_else_changed(night: Night) -> None:
    night.send(invoice("F1", client={**CLIENT, "name": STAR, "postalcode": None}))
    night.run()
    respelled = {**CLIENT, "name": STAR.upper(), "postalcode": "5000 AA", "address_line_1": "Kade 2"}
    night.send(invoice("F2", client=respelled))
    night.run()
    assert len(_customers(night)) == 1


def test_a_usable_relation_wins_over_a_bound_one_that_was_blocked_since(night: Night) -> None:
    night.send(invoice("F1"))
    night.run()
    (first,) = _customers(night)
    night.control.patch(VENUE, "Accounts", {"ID": first}, Blocked=True)
    night.send(invoice("F2"))
    night.run()
    assert night.states() == {"F1": "synced", "F2": "blocked"}

    made = {"Code": "777", "Name": CLIENT["name"], "Postcode": "1234AB", "Country": "NL", "Status": "C", "Type": "A"}
    night.control.insert(VENUE, "Accounts", made)
    night.send(invoice("F3"))
    night.run()
    assert night.states()["F3"] == "synced"
    assert len(_customers(night)) == 2


def _customers(night: Night) -> set[Any]:
    return {entry["Customer"] for entry in night.control.entries(VENUE)}
