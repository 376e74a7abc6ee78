"""The list of tests that run on both kinds of database names files that are there."""

from __future__ import annotations

from tests.whole.kinds import HERE, ON_BOTH


def test_every_file_of_the_list_asks_for_a_database() -> None:
    assert [name for name in ON_BOTH if not (HERE / name).is_file()] == []
