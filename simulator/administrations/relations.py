"""The relations of an administration: mostly plain, and some of every kind a bookkeeper has let in over the years."""

from collections.abc import Iterator
from itertools import islice
from random import Random
from typing import Any

from simulator.administrations.flaws import spoil, twin
from simulator.administrations.identity import Identity
from simulator.administrations.tables import Row
from simulator.administrations.words import Place, Words

_FIRST_CODE = 10001
# Invantive's data model gives 50 for a relation's name as it appears on an entry.
_NAME_LENGTH = 50


def relations(identity: Identity, words: Words, seed: str, count: int) -> list[Row]:
    """`count` relations, the same ones for the same seed; the GUIDs differ by division."""
    rng = Random(seed)
    drawn = islice(_with_twins(rng, words), count)
    return [_finished(identity, _FIRST_CODE + number, row) for number, row in enumerate(drawn)]


def _with_twins(rng: Random, words: Words) -> Iterator[Row]:
    while True:
        relation = _person(rng, words) if rng.random() < 0.15 else _company(rng, words)
        yield spoil(rng, relation)
        if rng.random() < 0.03:
            yield twin(rng, words, relation)


def _finished(identity: Identity, code: int, row: Row) -> Row:
    found = {name: value for name, value in row.items() if value is not None}
    return {"ID": identity.guid("Accounts", str(code)), "Code": str(code)} | found


def _company(rng: Random, words: Words) -> Row:
    parts = (rng.choice(words.stems), rng.choice(words.trades), rng.choice(words.forms)[0])
    own: dict[str, Any] = {"Name": " ".join(filter(None, parts))[:_NAME_LENGTH].rstrip()}
    address = _address(rng, words)
    if address["Country"] == words.home:
        own["ChamberOfCommerce"] = _pattern(rng, words.chamber_of_commerce) if rng.random() < 0.8 else None
        own["VATNumber"] = _pattern(rng, words.vat_number) if rng.random() < 0.7 else None
    if rng.random() < 0.2:
        own["PaymentConditionSales"] = rng.choice(words.conditions)
    return _common(rng, words) | address | own | _role(rng)


def _person(rng: Random, words: Words) -> Row:
    name = f"{rng.choice(words.first_names)} {rng.choice(words.last_names)}"
    return _common(rng, words) | _address(rng, words) | {"Name": name, "Status": "C"}


def _common(rng: Random, words: Words) -> Row:
    number = rng.randrange(10**6)
    return {
        "Type": "A",
        "Language": words.language,
        "Email": f"administratie{number}@relatie.example" if rng.random() < 0.7 else None,
        "Phone": _pattern(rng, "0##-#######") if rng.random() < 0.4 else None,
        "SearchCode": f"K{number}" if rng.random() < 0.1 else None,
    }


def _address(rng: Random, words: Words) -> Row:
    place: Place = rng.choice(words.abroad) if rng.random() < 0.06 else rng.choice(words.places)
    house = f"{rng.randrange(1, 400)}{rng.choice(('', '', '', 'a', ' bis', '-II'))}"
    return {
        "AddressLine1": f"{rng.choice(words.streets)} {house}",
        "Postcode": _pattern(rng, place.postcode),
        "City": place.city,
        "Country": place.country,
    }


def _role(rng: Random) -> Row:
    """Three in four are customers; the others may not be booked on as they stand."""
    draw = rng.random()
    if draw < 0.12:
        return {"Status": "A", "IsSupplier": True}
    if draw < 0.20:
        return {"Status": "P"}
    if draw < 0.23:
        return {"Status": "S"}
    if draw < 0.25:
        return {"Status": "A"}
    return {"Status": "C", "IsSupplier": draw > 0.95}


def _pattern(rng: Random, pattern: str) -> str:
    draws = {"#": "0123456789", "@": "ABCDEGHJKLMNPRSTVWXZ"}
    return "".join(rng.choice(draws[letter]) if letter in draws else letter for letter in pattern)
