"""What is asked of a resource: its endpoint and its query options."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mice_exact_plugin.exact.odata import gt, int64
from mice_exact_plugin.exact.wire.envelope import Row


@dataclass(frozen=True, slots=True)
class Query:
    """`endpoint` is the path below the division, and the name under which refusals are budgeted."""

    endpoint: str
    options: Mapping[str, str] = field(default_factory=dict)


def listing(endpoint: str, row: type[Row], condition: str | None = None) -> Query:
    """All rows of a resource, or those that meet the condition."""
    return Query(endpoint, {"$select": row.select()} | ({"$filter": condition} if condition else {}))


def changes(endpoint: str, row: type[Row], timestamp: int) -> Query:
    """Rows of a sync endpoint with a higher row version. Its first reading starts at 1, says the reference page."""
    return Query(
        endpoint,
        {"$select": f"Timestamp,{row.select()}", "$filter": gt("Timestamp", int64(max(timestamp, 1)))},
    )
