"""OData 2 as Exact speaks it: what is asked of a resource, its literals and conditions, and the query string."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote
from uuid import UUID

from mice_exact_plugin.exact.wire.envelope import Row

#: Exact's REST restrictions page: 6,000 characters after encoding.
MAX_URL = 6000
#: ossobv/exactonline batches 40 references in one `or` filter, which keeps the URL short enough.
MAX_BATCH = 40
#: What the conditions of one batch may take of MAX_URL, encoded; the rest is host, path and $select.
MAX_CONDITIONS = 5200


def guid(value: str | UUID) -> str:
    """`guid'…'`; raises ValueError when the value is no GUID, so nothing can be smuggled into a filter."""
    return f"guid'{UUID(str(value))}'"


def text(value: str) -> str:
    """`'…'` with every quote doubled."""
    return "'" + value.replace("'", "''") + "'"


def int64(value: int) -> str:
    """`5L`, the form in which a row version is compared."""
    return f"{value}L"


def eq(field: str, literal: str) -> str:
    return f"{field} eq {literal}"


def any_of(conditions: Sequence[str]) -> str:
    """The conditions joined by `or`, in parentheses when there are several."""
    return conditions[0] if len(conditions) == 1 else "(" + " or ".join(conditions) + ")"


def all_of(conditions: Sequence[str]) -> str:
    return " and ".join(conditions)


def batches(
    rows: Iterable[Sequence[str]], size: int = MAX_BATCH, room: int = MAX_CONDITIONS
) -> Iterator[list[Sequence[str]]]:
    """Rows of conditions in batches of at most `size` rows and `room` encoded characters; a row is never split."""
    batch: list[Sequence[str]] = []
    taken = 0
    for row in rows:
        weight = sum(len(quote(condition, safe="")) + len("%20or%20") for condition in row)
        if batch and (len(batch) == size or taken + weight > room):
            yield batch
            batch, taken = [], 0
        batch.append(row)
        taken += weight
    if batch:
        yield batch


def encode(query: Mapping[str, str]) -> str:
    """The query string: values are encoded whole (a name may hold `& + # '`), option names keep their `$`."""
    return "&".join(f"{quote(name, safe='$')}={quote(value, safe='')}" for name, value in query.items())


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
        {"$select": f"Timestamp,{row.select()}", "$filter": f"Timestamp gt {int64(max(timestamp, 1))}"},
    )
