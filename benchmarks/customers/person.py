"""The person in the middle: answers every question about a debtor from the register, by the services of the pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from benchmarks.customers.register import Truth
from mice_exact_plugin.decisions import debtor_choice, trying
from simulator.tests.control import VENUE
from tests.whole.world import PERSON

if TYPE_CHECKING:
    from collections.abc import Mapping

    from benchmarks.customers.register import Customer
    from tests.whole.world import World

#: What a bookkeeper corrects in Exact so that a relation can be booked on.
_CORRECTIONS: dict[str, dict[str, object]] = {
    "Blocked": {"Blocked": False},
    "EndDate": {"EndDate": None},
    "StartDate": {"StartDate": "2020-01-01"},
}


@dataclass
class Bookkeeper:
    """Knows who is who. `asked` counts the invoices of a customer that waited for a person."""

    world: World
    tenant: str
    customers: Mapping[int, Customer]
    asked: dict[int, int] = field(default_factory=dict)

    def decide(self, made: Mapping[int, str]) -> int:
        """Decide about every invoice that waits; `made` is the relation made of a customer. Returns about how many."""
        waiting = [row for row in self.world.rows(self.tenant).values() if row["state"] == "blocked"]
        for row in waiting:
            customer = self.customers[customer_of(row["identifier"])]
            self.asked[customer.key] = self.asked.get(customer.key, 0) + 1
            self._decide_one(str(row["invoice_id"]), customer, made.get(customer.key))
        return len(waiting)

    def _decide_one(self, invoice_id: str, customer: Customer, made: str | None) -> None:
        runtime = self.world.runtime
        account_id = customer.account_id or made
        correction = _correction(customer)
        if customer.truth is Truth.UNUSABLE and correction:
            self.world.control.patch(VENUE, "Accounts", {"ID": customer.account_id}, **correction)
            trying.again(runtime, self.tenant, invoice_id, PERSON.name)
        elif account_id:
            debtor_choice.choose(runtime, self.tenant, invoice_id, account_id, PERSON)
        else:
            debtor_choice.make_new(runtime, self.tenant, invoice_id, PERSON)


def customer_of(identifier: str) -> int:
    """Invoices are numbered by the customer's key and their own number."""
    return int(identifier.split("-")[0])


def _correction(customer: Customer) -> dict[str, object]:
    """Nothing for a supplier: to make it a customer is a choice on our side."""
    row = customer.relations[0] if customer.relations else {}
    return next((change for field, change in _CORRECTIONS.items() if row.get(field)), {})
