"""A worker that has loaded everything leaves it out of every later collection, and so do the jobs it forks."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.jobs import worker

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def collector() -> Iterator[None]:
    """As it was, when the test is over."""
    threshold = gc.get_threshold()
    yield
    gc.set_threshold(*threshold)


@pytest.mark.usefixtures("collector")
def test_the_collector_passes_over_what_was_loaded_and_looks_at_what_is_made_later() -> None:
    loaded: list[object] = [[]]
    worker.settle()
    made: list[object] = [[]]

    looked_at = {id(each) for each in gc.get_objects()}
    assert id(loaded) not in looked_at
    assert id(made) in looked_at
    assert gc.isenabled()
    assert gc.get_threshold()[0] == worker.COLLECTED_AFTER
