"""One call per invoice, a deposit or what takes it off as any other: what a run may ask of Exact, counted by Exact."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.domain.deposits.settings import DepositSettings
from mice_exact_plugin.setup import settings
from simulator.tests.control import VENUE
from tests.whole.invoices import CLIENT, document, invoice, line

if TYPE_CHECKING:
    from pathlib import Path

    from tests.whole.world import World

PLAIN, DEPOSITS, NEW_DEBTORS = 10, 30, 5
#: The allowance of a run for reading what may have changed; first load and verify apart.
READING = 12


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_run_calls_once_per_invoice_once_per_new_debtor_and_a_dozen_times_to_read(
    world: World, tmp_path: Path
) -> None:
    tenant = world.ready()
    offered = {each.code: each.id for each in settings.choices(world.runtime, tenant).deposits.accounts}
    world.configure(tenant, deposits=DepositSettings({Decimal(21): offered["1850"]}))
    plain, deposits = range(PLAIN), range(DEPOSITS)
    sent = [*map(_invoice, plain), *map(_deposit, deposits), *map(_final, deposits)]
    world.send(tenant, document(*sent), tmp_path)
    world.control.clear_log()

    world.run(tenant)

    calls = world.control.log(division=VENUE)
    assert {row["state"] for row in world.rows(tenant).values()} == {"synced"}
    assert sum(call["method"] == "POST" for call in calls) == len(sent) + NEW_DEBTORS
    assert len(calls) <= len(sent) + NEW_DEBTORS + READING


def _invoice(number: int) -> dict[str, object]:
    return invoice(f"C{number}", client=_client(number))


def _deposit(number: int) -> dict[str, object]:
    return invoice(f"D{number}", lines=[{**line("30.00", "6.30"), "kind": "deposit"}], client=_client(number))


def _final(number: int) -> dict[str, object]:
    taken = {**line("-30.00", "-6.30"), "kind": "deposit_settlement", "settles": f"D{number}"}
    return invoice(f"F{number}", lines=[line("100.00", "21.00"), taken], client=_client(number))


def _client(number: int) -> dict[str, object]:
    return {**CLIENT, "id": f"new-{number % NEW_DEBTORS}", "name": f"Nieuwe Klant {number % NEW_DEBTORS} B.V."}
