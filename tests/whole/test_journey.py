"""The whole journey through the services: sent invoices become entries, equal to the cent."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from mice_exact_plugin.link.run import RunState
from simulator.tests.control import VENUE
from tests.whole.invoices import document, invoice
from tests.whole.world import booked

if TYPE_CHECKING:
    from pathlib import Path

    from tests.whole.world import World


def test_a_sent_invoice_becomes_one_sales_entry(world: World, tmp_path: Path) -> None:
    tenant = world.ready()
    world.send(tenant, document(invoice("F1", net="100.00", vat="21.00")), tmp_path)

    report = world.run(tenant)

    assert report.state is RunState.DONE, report
    row = world.rows(tenant)["F1"]
    (entry,) = booked(world.control, VENUE)["F1"]
    assert row["state"] == "synced"
    assert row["entry_id"] == entry["EntryID"]
    assert row["entry_number"] == entry["EntryNumber"]
    assert Decimal(str(entry["AmountFC"])) == Decimal("121.00")
