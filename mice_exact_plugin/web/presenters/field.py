"""A form field as it is printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class FieldView:
    """`warning` is said beside the field although its value may be saved."""

    field: Any
    is_suggestion: bool = False
    warning: str = ""
