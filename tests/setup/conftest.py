"""A fresh installation in memory for each test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.fake.opened import opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.fake.office import Office


@pytest.fixture
def office(monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    yield from opened(monkeypatch)
