"""A Belgian venue kept in French, without a default payment condition: an entry has to bring its own."""

from typing import Any

from simulator.administrations import administration, periods
from simulator.administrations.identity import Identity
from simulator.administrations.relations import relations
from simulator.administrations.tables import Row
from simulator.administrations.words import words

DIVISION: Row = {
    "Code": 2000001,
    "Hid": 201,
    "Description": "Domaine de la Grange SRL",
    "Country": "BE",
    "Currency": "EUR",
    "Legislation": "BE",
    "VATNumber": "BE0123456749",
    "ChamberOfCommerce": "0123456749",
    "site": "BE",
    "DefaultPaymentCondition": None,
    "DeferralJournal": "900",
    "DeferralGLAccount": "493000",
}
RELATIONS = 400


def build() -> dict[str, Any]:
    accounts = relations(Identity(DIVISION["Code"]), words("be"), "be", RELATIONS)
    closed = periods.closed(("700", "701"), 2024, range(1, 4))
    return administration.build(DIVISION, "be", range(2024, 2028), closed, accounts)
