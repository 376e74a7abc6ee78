"""A row of invoices as a value: made by position, so its fields stand as the columns of its table do."""

from __future__ import annotations

from mice_exact_plugin.exports.export import Export
from mice_exact_plugin.exports.queue import TABLE


def test_its_fields_stand_in_the_order_of_the_columns() -> None:
    names = [*Export._fields]
    columns = [column.name for column in TABLE.c]
    assert names[: len(columns)] == columns
    assert names[len(columns) :] == ["waits_for"]
