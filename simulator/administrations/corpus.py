"""An administration in which every example invoice of twenty years can be booked, whatever its rate or date."""

from typing import Any

from simulator.administrations import administration
from simulator.administrations.identity import Identity
from simulator.administrations.relations import relations
from simulator.administrations.tables import Row
from simulator.administrations.words import words

DIVISION: Row = {
    "Code": 1000003,
    "Hid": 103,
    "Description": "Voorbeeldfacturen B.V.",
    "Country": "NL",
    "Currency": "EUR",
    "Legislation": "NL",
    "VATNumber": "NL009876543B01",
    "ChamberOfCommerce": "30987654",
    "site": "NL",
    "DefaultPaymentCondition": "30",
}
RELATIONS = 25


def build() -> dict[str, Any]:
    accounts = relations(Identity(DIVISION["Code"]), words("nl"), "corpus", RELATIONS)
    return administration.build(DIVISION, "corpus", range(2007, 2028), [], accounts)
