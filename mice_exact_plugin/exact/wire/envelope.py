"""The shells around Exact's answers: `d` as a page, as a bare array, or as one record."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

# Any: msgspec takes the type as a value, and returns what it says.
from typing import Any, Generic, TypeVar, cast

import msgspec

R = TypeVar("R", bound="Row")
T = TypeVar("T")
V = TypeVar("V")

#: Exact's REST restrictions page: 60 rows a page, 1000 on bulk and sync endpoints.
PAGE_SIZES = frozenset({60, 1000})
#: Amounts leave as JSON numbers, with their decimals as they are.
_ENCODER = msgspec.json.Encoder(decimal_format="number")
_KEY_OF_LOCATION = re.compile(r"\(guid'([0-9a-fA-F-]{36})'\)")


class Garbled(ValueError):
    """The answer is not what Exact writes: a proxy's page, half an answer, another shape."""


class Row(msgspec.Struct):
    """A record with the properties that we ask for, named as Exact names them; what we did not ask for is ignored.

    Everything may be absent or null, as it is in the answer to a write without `Prefer`.
    """

    #: The row version, which only sync endpoints have.
    Timestamp: int | None = None

    @classmethod
    def select(cls) -> str:
        """The `$select` that brings exactly these properties."""
        return ",".join(name for name in cls.__struct_fields__ if name != "Timestamp")


class ValueRow(Row, Generic[V]):
    """A record that stands for one value of the domain."""

    def value(self) -> V:
        """The value; ValueError when the record lacks what the value cannot do without."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """The rows of one page, and the link to the next one."""

    rows: list[T]
    next: str | None


class _Shell(msgspec.Struct):
    d: msgspec.Raw


class _Collection(msgspec.Struct):
    results: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    next: str | None = msgspec.field(name="__next", default=None)


def page(body: bytes, row: type[R]) -> Page[R]:
    """The rows of a collection, whichever shell it came in; Garbled when it is none or not whole."""
    found = raw_page(body)
    return Page(strict_rows(found.rows, row), found.next)


def raw_page(body: bytes) -> Page[msgspec.Raw]:
    """The same with its records as they came."""
    content = decoded(body, _Shell).d
    if bytes(content).startswith(b"["):
        return Page(_not_cut_off(decoded(content, list[msgspec.Raw])), None)
    collection = decoded(content, _Collection)
    if isinstance(collection.results, msgspec.UnsetType):
        return Page([content], None)
    return Page(decoded(collection.results, list[msgspec.Raw]), collection.next)


def strict_rows(records: Sequence[msgspec.Raw], row: type[R]) -> list[R]:
    """Every record in its shape; Garbled when one does not fit."""
    return [decoded(each, row) for each in records]


def record(body: bytes, row: type[R]) -> R:
    """The one record of an answer; Garbled when there is none or more than one."""
    rows = page(body, row).rows
    if len(rows) != 1:
        raise Garbled(f"{len(rows)} records instead of one")
    return rows[0]


def shell(body: bytes, kind: Any) -> Any:
    """What stands directly in `d`, as the answers of functions do."""
    return decoded(decoded(body, _Shell).d, kind)


def inlined(content: msgspec.Raw, row: type[R]) -> list[R] | None:
    """The records of a nested collection when the answer carries them; None when it leads to them, or says nothing."""
    text = bytes(content)
    if not text or text == b"null":
        return None
    if text.startswith(b"["):
        return cast("list[R]", decoded(text, list[row]))  # type: ignore[valid-type]  # a type at run time
    collection = decoded(text, _Collection)
    if isinstance(collection.results, msgspec.UnsetType):
        return None
    return cast("list[R]", decoded(collection.results, list[row]))  # type: ignore[valid-type]  # same


def valued(body: bytes, row: type[ValueRow[V]]) -> Page[V]:
    """The values of a collection; ValueError when one of its records makes no sense."""
    found = page(body, row)
    return Page([each.value() for each in found.rows], found.next)


def encoded(properties: Mapping[str, object]) -> bytes:
    """The body of a write."""
    return _ENCODER.encode(properties)


def location_key(headers: Mapping[str, str]) -> str | None:
    """The key of a new record as `Location` tells it, for an answer that withholds it."""
    matched = _KEY_OF_LOCATION.search(headers.get("Location", ""))
    return matched[1].lower() if matched else None


def decoded(data: Any, kind: Any) -> Any:
    """Lenient about scalars: Exact writes Int64 and booleans as text or number (exact-online-api section 4.4)."""
    try:
        return _decoder(kind).decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Garbled(str(error)) from error
    except RecursionError:
        # The decoder stops at the interpreter's limit, far beyond the six levels of Exact's deepest answer.
        raise Garbled("nested too deep") from None


@cache
def _decoder(kind: Any) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind, strict=False)


def _not_cut_off(rows: list[msgspec.Raw]) -> list[msgspec.Raw]:
    """A bare array has no room for `__next`: a full one may have lost the way to its next page."""
    if len(rows) in PAGE_SIZES:
        raise Garbled(f"a bare array of a whole page, {len(rows)} rows, without a way on")
    return rows
