"""A list that Exact suddenly answers shorter than before is not believed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from mice_exact_plugin.domain.reference_health import Complaint, MirrorFacts, Shortfall, complaint, is_believable

NOW = datetime(2026, 3, 15, 1, 0, tzinfo=UTC)
WHOLE = MirrorFacts(rows=150, trusted_rows=150, loaded_at=NOW - timedelta(hours=24), is_complete=True)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, None),
        ({"rows": 200}, None),
        ({"rows": 135}, None),
        ({"rows": 134}, Complaint.SHRUNK),
        ({"rows": 0}, Complaint.EMPTY),
        ({"rows": 0, "trusted_rows": 0}, Complaint.EMPTY),
        ({"loaded_at": NOW - timedelta(hours=36)}, None),
        ({"loaded_at": NOW - timedelta(hours=36, seconds=1)}, Complaint.STALE),
        ({"is_complete": False}, Complaint.INCOMPLETE),
        ({"is_complete": False, "rows": 75}, Complaint.SHRUNK),
    ],
)
def test_a_fallback_needs_a_whole_list(changes: dict[str, Any], expected: Complaint | None) -> None:
    assert complaint(replace(WHOLE, **changes), NOW) is expected


def test_a_list_that_was_never_read_is_missing() -> None:
    assert complaint(None, NOW) is Complaint.MISSING


@pytest.mark.parametrize(
    ("rows", "trusted_rows", "may_be_empty", "expected"),
    [
        (1, 0, False, True),
        (0, 0, False, False),
        (0, 0, True, True),
        (0, 5, True, False),
        (9, 10, False, True),
        (8, 10, False, False),
    ],
)
def test_a_new_list_replaces_the_old_only_if_it_is_believable(
    rows: int, trusted_rows: int, may_be_empty: bool, expected: bool
) -> None:
    assert is_believable(rows, trusted_rows, may_be_empty=may_be_empty) is expected


def test_what_a_run_keeps_of_a_list_that_is_not_whole() -> None:
    kept = Shortfall("vat_codes", Complaint.SHRUNK, rows=7, trusted_rows=40, odd=2).as_json()
    assert kept == {"list": "vat_codes", "complaint": "shrunk", "rows": 7, "trusted_rows": 40, "odd": 2}
    assert {type(kept["list"]), type(kept["complaint"])} == {str}
