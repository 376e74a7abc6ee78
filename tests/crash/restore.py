"""The content of a small database as values, taken once and put back before every run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import MetaData, Table, insert, select

if TYPE_CHECKING:
    from sqlalchemy import Engine

#: What only grows: a restored database would have to be another one; here these keep telling what happened.
GROWS = {"exact_audit", "exact_settings_version"}
Content = list[tuple[Table, list[dict[str, Any]]]]


def take(engine: Engine) -> Content:
    """Every row of every table that may be put back, parents first."""
    metadata = MetaData()
    metadata.reflect(engine)
    with engine.connect() as connection:
        return [
            (table, [dict(row._mapping) for row in connection.execute(select(table))])
            for table in metadata.sorted_tables
            if table.name not in GROWS
        ]


def put_back(engine: Engine, content: Content) -> None:
    """Make the database what it was when `content` was taken."""
    with engine.begin() as connection:
        for table, _ in reversed(content):
            connection.execute(table.delete())
        for table, rows in content:
            if rows:
                connection.execute(insert(table), rows)
