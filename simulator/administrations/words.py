"""The words from which the relations of an administration are made up, read from its `words.json`."""

from dataclasses import dataclass
from functools import cache

import msgspec

from simulator.administrations.tables import FOLDER


@dataclass(frozen=True)
class Place:
    """A town with the form its postcodes take: `#` is a digit, `@` a letter."""

    city: str
    postcode: str
    country: str


@dataclass(frozen=True)
class Words:
    """`forms` holds each legal form in the spellings people use for it, the official one first."""

    home: str
    language: str
    stems: tuple[str, ...]
    trades: tuple[str, ...]
    forms: tuple[tuple[str, ...], ...]
    first_names: tuple[str, ...]
    last_names: tuple[str, ...]
    streets: tuple[str, ...]
    places: tuple[Place, ...]
    abroad: tuple[Place, ...]
    vat_number: str
    chamber_of_commerce: str
    conditions: tuple[str, ...]


@cache
def words(folder: str) -> Words:
    return msgspec.json.decode((FOLDER / folder / "words.json").read_bytes(), type=Words)
