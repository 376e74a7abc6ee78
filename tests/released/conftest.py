"""Fixtures: the installation of 0.1 on each database, upgraded and run once, with what was there before and after."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.databases import KINDS, Kind
from tests.released.installation import that_night
from tests.released.story import AfterTheRun, run_once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.whole.nights.night import Night


@pytest.fixture(scope="module", params=KINDS)
def installed(
    request: pytest.FixtureRequest, kinds: dict[str, Kind], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Night]:
    """The upgraded installation, before anything has run on it."""
    folder = tmp_path_factory.mktemp("released")
    with that_night(kinds[request.param].empty(folder), folder) as night:
        yield night


@pytest.fixture(scope="module")
def after(installed: Night) -> AfterTheRun:
    """Every tenant that is connected has run once."""
    return run_once(installed)
