"""What an entry says besides figures is in Exact as chosen, and an entry is found there by the client's reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.domain.entry.texts import EntryTexts, PaymentReference
from simulator.tests.control import VENUE
from tests.whole.invoices import invoice

if TYPE_CHECKING:
    from tests.whole.nights.night import Night

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def test_an_entry_is_found_by_the_reference_of_the_client(night: Night) -> None:
    night.world.configure(night.tenant, texts=EntryTexts(True, PaymentReference.NUMBER))
    night.send(invoice("F1", reference="PO-4471"), invoice("F2", reference="X" * 90), invoice("F3"))
    night.run()
    said = {entry["YourRef"]: entry for entry in night.control.entries(VENUE)}
    assert [said[number]["PaymentReference"] for number in ("F1", "F2", "F3")] == ["F1", "F2", "F3"]
    found = [number for number, entry in said.items() if "PO-4471" in entry["Description"]]
    assert found == ["F1"]
    assert said["F2"]["Description"] == f"F2 · {'X' * 54}…"
    assert said["F3"]["Description"] == "F3"
