"""The EDM types of Exact Online: their native form here, and their form in verbose JSON and in Atom.

Native forms: guid and text are `str`, whole numbers `int`, Edm.Double is `Decimal` so that amounts add up, and
Edm.DateTime is an aware datetime whose UTC figures are the *local wall clock*, because that is how Exact writes it
("in CET, not GMT").
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class EdmType:
    """One type: what it is called in EDM and in error texts, and how a value is written."""

    name: str
    clr: str
    native: type
    to_json: Callable[[Any], Any]
    to_xml: Callable[[Any], str]

    @property
    def is_number(self) -> bool:
        return self.native in (int, Decimal)


def _same(value: Any) -> Any:
    return value


def _double(value: Decimal) -> float | int:
    number = float(value)
    whole = int(number)
    return whole if whole == number else number


def _moment(value: datetime) -> str:
    return f"/Date({round(value.timestamp() * 1000)})/"


def _iso(value: datetime) -> str:
    return value.replace(tzinfo=None).isoformat(timespec="milliseconds").removesuffix(".000")


def _lower(value: bool) -> str:
    return "true" if value else "false"


def _plain(value: Decimal) -> str:
    return str(_double(value))


GUID = EdmType("Edm.Guid", "System.Guid", str, _same, str)
STRING = EdmType("Edm.String", "System.String", str, _same, str)
BOOLEAN = EdmType("Edm.Boolean", "System.Boolean", bool, _same, _lower)
BYTE = EdmType("Edm.Byte", "System.Byte", int, _same, str)
INT16 = EdmType("Edm.Int16", "System.Int16", int, _same, str)
INT32 = EdmType("Edm.Int32", "System.Int32", int, _same, str)
INT64 = EdmType("Edm.Int64", "System.Int64", int, _same, str)
DOUBLE = EdmType("Edm.Double", "System.Double", Decimal, _double, _plain)
DATETIME = EdmType("Edm.DateTime", "System.DateTime", datetime, _moment, _iso)
BINARY = EdmType("Edm.Binary", "System.Byte[]", str, _same, str)

TYPES = {kind.name.removeprefix("Edm."): kind for kind in (
    GUID, STRING, BOOLEAN, BYTE, INT16, INT32, INT64, DOUBLE, DATETIME, BINARY,
)}  # fmt: skip

RANGES = {
    "Edm.Byte": (0, 255),
    "Edm.Int16": (-(2**15), 2**15 - 1),
    "Edm.Int32": (-(2**31), 2**31 - 1),
    "Edm.Int64": (-(2**63), 2**63 - 1),
}
