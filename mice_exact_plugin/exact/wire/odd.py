"""Reading a list record by record: one that makes no sense is set aside by name, and the others count."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

# Any: a record that makes no sense may hold anything.
from typing import Any, Generic, TypeVar

import msgspec

from mice_exact_plugin.exact.wire.envelope import Garbled, Page, Row, ValueRow, decoded, raw_page, strict_rows
from mice_exact_plugin.exact.wire.values import INT64, key, trimmed

R = TypeVar("R", bound=Row)
V = TypeVar("V")
#: Of a text of an odd record this much is kept.
LONGEST = 60
#: Where msgspec says which property it stumbled over.
_PROPERTY = re.compile(r"\$\.(\w+)")


@dataclass(frozen=True, slots=True)
class Odd:
    """A record that could not be understood, by what of it can be read. `field` is the property that made no sense."""

    id: str
    code: str
    name: str
    field: str


@dataclass(frozen=True, slots=True)
class Sifted(Generic[R]):
    """The records of a page that have the right shape, and those that have not."""

    rows: list[R]
    odd: list[Odd]
    next: str | None


def sifted(body: bytes, row: type[R]) -> Sifted[R]:
    """A page of records; Garbled when it is none. Only when one does not fit are they looked at one by one."""
    found: Page[msgspec.Raw] = raw_page(body)
    try:
        return Sifted(strict_rows(found.rows, row), [], found.next)
    except Garbled:
        return _one_by_one(found, row)


def sane(found: Sifted[Any], row: type[ValueRow[V]]) -> tuple[list[V], list[Odd], int]:
    """The values of the records that make sense, all that do not, and the highest row version among them."""
    values, odd, version = list[V](), list(found.odd), 0
    for each in found.rows:
        try:
            if not 0 <= (each.Timestamp or 0) <= INT64:
                raise Garbled("$.Timestamp")
            values.append(each.value())
        except (ValueError, ArithmeticError) as error:
            odd.append(odd_of(msgspec.to_builtins(each), error))
            continue
        version = max(version, each.Timestamp or 0)
    return values, odd, version


def odd_of(content: Mapping[str, object], error: Exception) -> Odd:
    texts = {name: trimmed(value)[:LONGEST] for name, value in content.items() if isinstance(value, str)}
    matched = _PROPERTY.search(str(error)) if isinstance(error, Garbled) else None
    return Odd(
        id=_key(texts.get("ID") or texts.get("VATCodeID") or ""),
        code=texts.get("Code", ""),
        name=texts.get("Name") or texts.get("Description") or "",
        field=matched[1] if matched else "",
    )


def _one_by_one(found: Page[msgspec.Raw], row: type[R]) -> Sifted[R]:
    rows, odd = list[R](), list[Odd]()
    for each in found.rows:
        try:
            rows.append(decoded(each, row))
        except Garbled as error:
            odd.append(odd_of(_properties(each), error))
    return Sifted(rows, odd, found.next)


def _properties(record: msgspec.Raw) -> Mapping[str, object]:
    """What can be read of a record without knowing what it should be."""
    try:
        content = msgspec.json.decode(record)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def _key(text: str) -> str:
    try:
        return key(text)
    except ValueError:
        return ""
