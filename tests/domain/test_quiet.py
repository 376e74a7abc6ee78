"""Whether a night has nothing to ask of Exact."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from mice_exact_plugin.domain.quiet import Night, is_quiet

NOW = datetime(2026, 11, 27, 1, 13, tzinfo=UTC)
QUIET = Night(has_work=False, is_watched=False, read_at=NOW - timedelta(days=6))


def test_nothing_to_do_and_lists_of_this_week_is_quiet() -> None:
    assert is_quiet(QUIET, NOW)


@pytest.mark.parametrize(
    "asks",
    [
        replace(QUIET, has_work=True),
        replace(QUIET, is_watched=True),
        replace(QUIET, read_at=None),
        replace(QUIET, read_at=NOW - timedelta(days=7) + timedelta(minutes=1)),
    ],
    ids=["work", "watched", "lists not whole", "lists of a week ago"],
)
def test_anything_else_asks(asks: Night) -> None:
    assert not is_quiet(asks, NOW)
