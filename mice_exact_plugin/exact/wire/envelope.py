"""The shells around Exact's answers: `d` as a page, as a bare array, or as one record."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

import msgspec

R = TypeVar("R", bound="Row")
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
class Page(Generic[R]):
    """The rows of one page, and the link to the next one."""

    rows: list[R]
    next: str | None


class _Shell(msgspec.Struct):
    d: msgspec.Raw


class _Collection(msgspec.Struct):
    results: msgspec.Raw | msgspec.UnsetType = msgspec.UNSET
    next: str | None = msgspec.field(name="__next", default=None)


def page(body: bytes, row: type[R]) -> Page[R]:
    """The rows of a collection, whichever shell it came in; Garbled when it is none or not whole."""
    content = _decoded(body, _Shell).d
    if bytes(content).startswith(b"["):
        return Page(_not_cut_off(_decoded(content, list[row])), None)  # type: ignore[valid-type]  # a type at run time
    collection = _decoded(content, _Collection)
    if isinstance(collection.results, msgspec.UnsetType):
        return Page([_decoded(content, row)], None)
    return Page(_decoded(collection.results, list[row]), collection.next)  # type: ignore[valid-type]  # same


def record(body: bytes, row: type[R]) -> R:
    """The one record of an answer; Garbled when there is none or more than one."""
    rows = page(body, row).rows
    if len(rows) != 1:
        raise Garbled(f"{len(rows)} records instead of one")
    return rows[0]


def shell(body: bytes, kind: Any) -> Any:
    """What stands directly in `d`, as the answers of functions do."""
    return _decoded(_decoded(body, _Shell).d, kind)


def inlined(content: msgspec.Raw, row: type[R]) -> list[R] | None:
    """The records of a nested collection when the answer carries them; None when it leads to them, or says nothing."""
    text = bytes(content)
    if not text or text == b"null":
        return None
    if text.startswith(b"["):
        return cast("list[R]", _decoded(text, list[row]))  # type: ignore[valid-type]  # a type at run time
    collection = _decoded(text, _Collection)
    if isinstance(collection.results, msgspec.UnsetType):
        return None
    return cast("list[R]", _decoded(collection.results, list[row]))  # type: ignore[valid-type]  # same


def values(rows: Sequence[ValueRow[V]]) -> list[V]:
    return [row.value() for row in rows]


def versioned(rows: Sequence[ValueRow[V]]) -> tuple[list[V], int]:
    """The values of a sync page and the highest row version among them, 0 for an empty page."""
    return values(rows), max((row.Timestamp or 0 for row in rows), default=0)


def encoded(properties: Mapping[str, Any]) -> bytes:
    """The body of a write."""
    return _ENCODER.encode(properties)


def location_key(headers: Mapping[str, str]) -> str | None:
    """The key of a new record as `Location` tells it, for an answer that withholds it."""
    matched = _KEY_OF_LOCATION.search(headers.get("Location", ""))
    return matched[1].lower() if matched else None


def _decoded(data: Any, kind: Any) -> Any:
    """Lenient about scalars: Exact writes Int64 and booleans as text or number (exact-online-api section 4.4)."""
    try:
        return msgspec.json.decode(data, type=kind, strict=False)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Garbled(str(error)) from error
    except RecursionError:
        # The decoder stops at the interpreter's limit, far beyond the six levels of Exact's deepest answer.
        raise Garbled("nested too deep") from None


def _not_cut_off(rows: list[R]) -> list[R]:
    """A bare array has no room for `__next`: a full one may have lost the way to its next page."""
    if len(rows) in PAGE_SIZES:
        raise Garbled(f"a bare array of a whole page, {len(rows)} rows, without a way on")
    return rows
