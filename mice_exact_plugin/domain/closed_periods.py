"""What becomes of an invoice whose period is closed in Exact, and up to when a tenant calls its own books closed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


class ClosedPolicy(StrEnum):
    """Stored with the settings, so never change a value."""

    HOLD = "hold"
    FIRST_OPEN = "first_open"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class ClosedPeriodSettings:
    """`closed_until` is the last day on which nothing is booked unasked (*slotdatum*), however Exact stands."""

    policy: ClosedPolicy = ClosedPolicy.HOLD
    closed_until: date | None = None


HOLDING = ClosedPeriodSettings()
