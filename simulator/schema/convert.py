"""Turns a JSON value into the native value of a property, as leniently as the real service is known to be.

Public clients send the number 15 for a text, amounts as text and dates ending in Z, and Exact takes them.
"""

from __future__ import annotations

import math
import re
import uuid
from datetime import UTC, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from simulator.schema import edm

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.schema.edm import EdmType

EARLIEST_YEAR = 1753  # where datetime begins in SQL Server
WRITTEN_DATE = re.compile(r"/Date\((-?\d{1,15})(?:[+-]\d{4})?\)/")


class ConversionError(ValueError):
    """A value that cannot be of the type its property has."""


def native(kind: EdmType, value: Any) -> Any:
    """`value` as the type demands, or ConversionError; None stays None."""
    if value is None:
        return None
    try:
        return CONVERTERS[kind.name](kind, value)
    except (ValueError, InvalidOperation, OverflowError) as error:
        raise ConversionError(f"{value!r} is no {kind.name}") from error


def _text(_: EdmType, value: Any) -> str:
    if isinstance(value, bool | dict | list):
        raise ConversionError(value)
    return str(value)


def _guid(_: EdmType, value: Any) -> str:
    if not isinstance(value, str):
        raise ConversionError(value)
    return str(uuid.UUID(value))


def _boolean(_: EdmType, value: Any) -> bool:
    known = {"true": True, "false": False, "1": True, "0": False}
    return known[str(value).lower()] if str(value).lower() in known else _refuse(value)


def _refuse(value: Any) -> bool:
    raise ConversionError(value)


def _whole(kind: EdmType, value: Any) -> int:
    number = _number(kind, value)
    low, high = edm.RANGES[kind.name]
    if number != number.to_integral_value() or not low <= number <= high:
        raise ConversionError(value)
    return int(number)


def _number(_: EdmType, value: Any) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal):
        raise ConversionError(value)
    number = Decimal(str(value).strip())
    if not number.is_finite() or abs(number) >= Decimal(10) ** 18 or not math.isfinite(float(number)):
        raise ConversionError(value)
    return number


def _moment(_: EdmType, value: Any) -> datetime:
    if not isinstance(value, str):
        raise ConversionError(value)
    if found := WRITTEN_DATE.fullmatch(value):
        return edm.EPOCH + timedelta(milliseconds=int(found[1]))
    moment = datetime.fromisoformat(value).replace(tzinfo=UTC)
    if moment.year < EARLIEST_YEAR:
        raise ConversionError(value)
    return moment


CONVERTERS: dict[str, Callable[[EdmType, Any], Any]] = {
    "Edm.Guid": _guid,
    "Edm.String": _text,
    "Edm.Binary": _text,
    "Edm.Boolean": _boolean,
    "Edm.Byte": _whole,
    "Edm.Int16": _whole,
    "Edm.Int32": _whole,
    "Edm.Int64": _whole,
    "Edm.Double": _number,
    "Edm.DateTime": _moment,
}
