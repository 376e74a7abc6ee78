"""A Dutch venue with its own catering, hotel and theatre: the administration most tests and the demo book in."""

from typing import Any

from simulator.administrations import administration, periods
from simulator.administrations.identity import Identity
from simulator.administrations.relations import relations
from simulator.administrations.tables import Row
from simulator.administrations.words import words

DIVISION: Row = {
    "Code": 1000001,
    "Hid": 101,
    "Description": "Landgoed De Hooge Vuursteen B.V.",
    "Country": "NL",
    "Currency": "EUR",
    "Legislation": "NL",
    "VATNumber": "NL001234567B01",
    "ChamberOfCommerce": "30123456",
    "site": "NL",
    "DefaultPaymentCondition": "30",
    "DeferralJournal": "90",
    "DeferralGLAccount": "1800",
}
RELATIONS = 2500


def build() -> dict[str, Any]:
    return venue(DIVISION)


def venue(division: Row) -> dict[str, Any]:
    """The same books for any division: equal codes, GUIDs of its own."""
    accounts = relations(Identity(division["Code"]), words("nl"), "nl", RELATIONS)
    closed = periods.closed(("70", "71", "72"), 2024, range(1, 7)) + periods.closed(("60",), 2024, range(1, 13))
    return administration.build(division, "nl", range(2024, 2028), closed, accounts)
