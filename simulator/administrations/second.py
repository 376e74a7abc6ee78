"""A second Dutch venue: the codes of the first, GUIDs of its own, so that a GUID kept from the other one shows."""

from typing import Any

from simulator.administrations import hospitality
from simulator.administrations.tables import Row

DIVISION: Row = hospitality.DIVISION | {
    "Code": 1000002,
    "Hid": 102,
    "Description": "Stadsschouwburg 't Veerhuis B.V.",
    "VATNumber": "NL007654321B01",
    "ChamberOfCommerce": "30654321",
}


def build() -> dict[str, Any]:
    return hospitality.venue(DIVISION)
