"""How many rows of rules a form is read for."""

from __future__ import annotations

import pytest

from mice_exact_plugin.web.pages.dimensions.form import MOST, rows_sent


@pytest.mark.parametrize(
    ("names", "rows"),
    [
        ((), 0),
        (("cost_code_0", "cost_code_11", "cost_unit_40", "version"), 12),
        (("cost_code_", "cost_code_x", "cost_code_-1", "cost_code_\u00b2"), 0),
        (("cost_code_" + "9" * 5000,), MOST),
    ],
)
def test_rows_are_counted_by_their_highest_number_and_never_without_end(names: tuple[str, ...], rows: int) -> None:
    assert rows_sent(names) == rows
