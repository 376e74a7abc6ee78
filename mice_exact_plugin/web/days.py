"""The day that an address or a field tells, as browsers write it."""

from __future__ import annotations

from datetime import date

#: No venue has invoices of other years.
FIRST_YEAR, LAST_YEAR = 2000, 2100


def written(text: str | None) -> date | None:
    """None for what is no day, or none of these years."""
    try:
        found = date.fromisoformat(text or "")
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None
