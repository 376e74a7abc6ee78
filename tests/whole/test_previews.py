"""What the page shows before booking is what Exact gets: generated invoices, against Exact in memory.

`./run bench previews` does the same with two thousand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.fake.previewed import compared, unhurried

if TYPE_CHECKING:
    import pytest

SEED, COUNT = 11, 400


def test_generated_invoices(monkeypatch: pytest.MonkeyPatch) -> None:
    for office in unhurried(monkeypatch):
        found = compared(office, SEED, COUNT)
        assert found.equal + found.held == COUNT
        assert found.equal > COUNT * 3 // 4, "or hardly anything is compared"
