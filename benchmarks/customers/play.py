"""Everybody sends three invoices, the namesake's in between, through the whole plugin into the simulator's books."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import text

from benchmarks.customers.person import Bookkeeper, customer_of
from benchmarks.customers.register import INVOICES
from mice_exact_plugin.booking import nightly, starting
from mice_exact_plugin.link.run import RunState
from simulator.tests.control import VENUE
from tests.whole.invoices import document, invoice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from benchmarks.customers.population import Pair
    from benchmarks.customers.register import Customer
    from tests.whole.world import World

TENANT = "zaal"
_BATCH = 500
_COUNTS = text("SELECT state, count(*) FROM exact_invoice_export WHERE tenant = :tenant GROUP BY state ORDER BY state")
#: Relations of the register have codes of their own, above those that the administration comes with.
_FIRST_CODE = 100_000


@dataclass
class Played:
    """Where every invoice was booked, by customer and number of the invoice, and who was asked how often."""

    customers: dict[int, Customer]
    booked: dict[tuple[int, int], str] = field(default_factory=dict)
    asked: dict[int, int] = field(default_factory=dict)
    asked_again: int = 0


def play(world: World, folder: Path, pairs: Sequence[Pair], say: Callable[[str], None] = lambda _: None) -> Played:
    """Inside an application context of an installation that has no tenant yet."""
    customers = {customer.key: customer for pair in pairs for customer in pair}
    _fill(world, list(customers.values()))
    world.ready(TENANT)
    bookkeeper = Bookkeeper(world, TENANT, customers)
    played = Played(customers, asked=bookkeeper.asked)
    for number in range(INVOICES):
        for place in (0, 1):
            _send(world, folder, [pair[place] for pair in pairs], number)
            say(f"invoice {number + 1} of {'those' if place == 0 else 'their namesakes'}: {_run(world)}")
        before = len(bookkeeper.asked)
        decided = bookkeeper.decide(_made(world, customers))
        if decided:
            say(f"a person decided {decided} times: {_run(world)}")
        if number:
            played.asked_again += decided - (len(bookkeeper.asked) - before)
    played.booked = _booked(world)
    return played


def _fill(world: World, customers: Sequence[Customer]) -> None:
    """What Exact has before the venue is linked."""
    rows = [row for customer in customers for row in (*customer.relations, *customer.gone)]
    coded = [{**row, "Code": str(code)} for code, row in enumerate(rows, start=_FIRST_CODE)]
    while coded:
        batch, coded = coded[:_BATCH], coded[_BATCH:]
        world.control.insert(VENUE, "Accounts", *batch)


def _send(world: World, folder: Path, customers: Sequence[Customer], number: int) -> None:
    invoices = (
        invoice(f"{customer.key}-{number}", *_amounts(customer.key, number), client=customer.clients[number])
        for customer in customers
    )
    world.send(TENANT, document(*invoices), folder)


def _amounts(key: int, number: int) -> tuple[str, str]:
    """Net and VAT, which differ as those of a venue do."""
    net = Decimal(100 + key % 400 + number)
    return f"{net:.2f}", f"{net * Decimal('0.21'):.2f}"


def _run(world: World) -> str:
    """One run, however many slices it takes; returns how the invoices stand."""
    run_id = starting.start(world.runtime, TENANT, trigger="bench")
    while True:
        report = nightly.work_on(world.runtime, run_id, lambda: False)
        if report.state in (RunState.DONE, RunState.STOPPED):
            counts = world.runtime.session.execute(_COUNTS, {"tenant": TENANT}).all()
            world.runtime.session.rollback()
            return ", ".join(f"{count} {state}" for state, count in counts) + f" ({report.state} {report.reason or ''})"


def _made(world: World, customers: dict[int, Customer]) -> dict[int, str]:
    """The relation that was made of a customer: the first it was booked on that Exact did not have."""
    known = {row["ID"] for customer in customers.values() for row in customer.relations}
    made: dict[int, str] = {}
    for (key, _), account_id in sorted(_booked(world).items()):
        if account_id not in known:
            made.setdefault(key, account_id)
    return made


def _booked(world: World) -> dict[tuple[int, int], str]:
    """In the order of Exact's entry numbers."""
    entries = sorted(world.control.entries(VENUE), key=lambda entry: int(entry["EntryNumber"]))
    return {
        (customer_of(entry["YourRef"]), int(entry["YourRef"].split("-")[1])): str(entry["Customer"]).lower()
        for entry in entries
        if "-" in str(entry["YourRef"])
    }
