"""Writes rows as JSON text and reads them back with their amounts and moments intact."""

from __future__ import annotations

import json
from datetime import datetime
from decimal import Decimal
from typing import Any

AMOUNT, MOMENT = "$amount", "$moment"


def write(value: Any) -> str:
    return json.dumps(value, default=_tagged, separators=(",", ":"))


def read(text: str) -> Any:
    return json.loads(text, object_hook=_untagged)


def _tagged(value: Any) -> dict[str, str]:
    if isinstance(value, Decimal):
        return {AMOUNT: str(value)}
    assert isinstance(value, datetime)
    return {MOMENT: value.isoformat()}


def _untagged(given: dict[str, Any]) -> Any:
    if AMOUNT in given:
        return Decimal(given[AMOUNT])
    if MOMENT in given:
        return datetime.fromisoformat(given[MOMENT])
    return given
