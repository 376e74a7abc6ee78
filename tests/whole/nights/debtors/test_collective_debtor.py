"""One relation for all private persons whom nothing tells apart: what is booked on it, and what keeps it from that."""

from __future__ import annotations

from typing import Any

import pytest

from mice_exact_plugin.domain.debtor.matching import PrivatePolicy
from mice_exact_plugin.domain.settings import PrivateCustomers
from simulator.tests.control import VENUE
from tests.whole.invoices import invoice
from tests.whole.nights.debtors.test_debtors import KNOWN, KNOWN_ID, PERSON, bindings, codes
from tests.whole.nights.night import Night

COLLECTIVE = {**KNOWN, "ID": KNOWN_ID.replace("0c9b", "0c9c"), "Code": "999", "Name": "Particulieren"}


def want_one_relation(night: Night) -> None:
    """Exact has a namesake of whom nothing is known, and the relation for all like him."""
    night.control.insert(VENUE, "Accounts", {**KNOWN, "Name": "Jan de Vries", "Postcode": None}, COLLECTIVE)
    night.run()
    night.world.configure(night.tenant, private=PrivateCustomers(PrivatePolicy.COLLECTIVE, COLLECTIVE["ID"]))


def test_a_tenant_may_want_one_relation_for_all_of_them(night: Night) -> None:
    want_one_relation(night)
    night.send(invoice("F1", client=PERSON))
    night.run()
    assert night.entries("F1")[0]["Customer"] == COLLECTIVE["ID"]
    assert bindings(night) == []

    night.control.call("POST", f"divisions/{VENUE}/rows/Accounts", {"delete": [{"ID": COLLECTIVE["ID"]}]})
    night.send(invoice("F2", client=PERSON))
    night.run()
    assert codes(night, "F2") == ["debtor_collective_gone"]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"Blocked": True}, "debtor_blocked"),
        ({"EndDate": "/Date(1735689600000)/"}, "debtor_not_active"),
        ({"Status": "A", "IsSupplier": True}, "debtor_supplier_only"),
    ],
)
def test_a_collective_relation_that_cannot_be_booked_on_holds_the_invoice(
    night: Night, changes: dict[str, Any], code: str
) -> None:
    want_one_relation(night)
    night.control.patch(VENUE, "Accounts", {"ID": COLLECTIVE["ID"]}, **changes)
    night.send(invoice("F1", client=PERSON))
    night.run()
    assert codes(night, "F1") == [code]
    params = night.row("F1")["problems"][0]["params"]
    assert (params["code"], params["name"]) == ("999", "Particulieren")
    assert night.calls({"method": "PUT", "path": "crm/Accounts"}) == []

    night.control.patch(VENUE, "Accounts", {"ID": COLLECTIVE["ID"]}, **dict.fromkeys(changes) | {"Status": "C"})
    night.run()
    assert night.entries("F1")[0]["Customer"] == COLLECTIVE["ID"]
