"""One call per invoice: what a run may ask of Exact, counted by Exact."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.tests.control import VENUE
from tests.whole.invoices import CLIENT, document, invoice

if TYPE_CHECKING:
    from pathlib import Path

    from tests.whole.world import World

INVOICES, NEW_DEBTORS = 60, 5
#: The allowance of a run for reading what may have changed; first load and verify apart.
READING = 12


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_run_calls_once_per_invoice_once_per_new_debtor_and_a_dozen_times_to_read(
    world: World, tmp_path: Path
) -> None:
    tenant = world.ready()
    world.send(tenant, document(*(_invoice(number) for number in range(INVOICES))), tmp_path)
    world.control.clear_log()

    world.run(tenant)

    calls = world.control.log(division=VENUE)
    assert {row["state"] for row in world.rows(tenant).values()} == {"synced"}
    assert sum(call["method"] == "POST" for call in calls) == INVOICES + NEW_DEBTORS
    assert len(calls) <= INVOICES + NEW_DEBTORS + READING


def _invoice(number: int) -> dict[str, object]:
    name = f"Nieuwe Klant {number % NEW_DEBTORS} B.V."
    return invoice(f"C{number}", client={**CLIENT, "id": f"new-{number % NEW_DEBTORS}", "name": name})
