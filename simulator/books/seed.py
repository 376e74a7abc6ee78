"""Turns the JSON of an administration into books: ISO dates, plain numbers and unpadded codes into native rows."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from simulator.books.administration import Books
from simulator.chance import Chance
from simulator.schema.convert import native
from simulator.schema.loader import entity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.books.table import Row
    from simulator.schema.entity import Entity

ENTITIES = {
    "GLAccounts": "GLAccount",
    "Journals": "Journal",
    "VATCodes": "VATCode",
    "PaymentConditions": "PaymentCondition",
    "Costcenters": "Costcenter",
    "Costunits": "Costunit",
    "Currencies": "Currency",
    "ExchangeRates": "ExchangeRate",
    "FinancialPeriods": "FinancialPeriod",
    "Accounts": "Account",
    "BankAccounts": "BankAccount",
}
# When the rows of a seed were made, by a user that is nobody here.
SEEDED = datetime(2024, 1, 2, 9, 0, tzinfo=UTC)
# The box of the VAT return that a VAT code goes to; the API does not show it.
BOX = "_box"
SEEDER = "99d87844-e4ef-4ac5-968c-fb863eaced16"


class SeedError(Exception):
    """An administration file that does not have the form of one."""


def books_from(seed: Mapping[str, Any]) -> Books:
    """The books of a seed; a missing table is an empty one. Ids that the seed leaves out are the same every time."""
    try:
        books = Books(dict(seed["division"]))
        chance = Chance(books.code)
        for table, name in ENTITIES.items():
            for given in seed.get(table, ()):
                _add(books, table, entity(name), given, chance)
        for closed in seed.get("ClosedPeriods", ()):
            books["ClosedPeriods"].put(dict(closed))
    except (KeyError, TypeError, ValueError) as error:
        raise SeedError(f"not an administration: {error!r}") from error
    return books


def _add(books: Books, table: str, kind: Entity, given: Mapping[str, Any], chance: Chance) -> None:
    row = native_row(kind, given)
    if kind.key == ("ID",):
        row.setdefault("ID", chance.guid())
    made = {"Created": SEEDED, "Modified": SEEDED, "Creator": SEEDER, "Modifier": SEEDER}
    unseen = {BOX: given["Box"]} if "Box" in given else {}
    books[table].put({**{k: v for k, v in made.items() if k in kind.properties}, **row, **unseen})
    if table == "VATCodes":
        _add_percentages(books, row, given.get("Percentages", ()), chance)


def native_row(kind: Entity, given: Mapping[str, Any]) -> Row:
    """The known properties of `given` (whatever the case of their names) as native values, without the nulls."""
    names = kind.names_by_lower_case
    row: Row = {}
    for raw, value in given.items():
        prop = kind.properties.get(names.get(raw.lower(), ""))
        if prop is not None and value is not None:
            row[prop.name] = prop.unpadded(native(prop.type, value))
    return row


def _add_percentages(books: Books, code: Row, given: Any, chance: Chance) -> None:
    kind = entity("VatPercentage")
    for number, period in enumerate(given, start=1):
        row = native_row(kind, period)
        row.setdefault("ID", chance.guid())
        own = {"VATCodeID": code["ID"], "LineNumber": number, "Created": SEEDED, "Modified": SEEDED}
        books["VatPercentages"].put({**own, **row})
