"""A plugin of pytest for `./run mutate`: no answer from before a test, or before a break, hides what is broken now."""

from __future__ import annotations

import os
import sys
from functools import _lru_cache_wrapper
from typing import TYPE_CHECKING

import pytest
from mutmut.state import state

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

PACKAGE, TESTS = "mice_exact_plugin", "tests"
#: The functions that a file of tests calls while it is read: the values of its tables are made of them.
READING: dict[Path, set[str]] = {}


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests() -> None:
    """The values of its tables are made anew with a break: the process in which all began has made the right ones."""
    if "__mutmut_" in os.environ.get("MUTANT_UNDER_TEST", ""):
        for name in [name for name in sys.modules if name.startswith(f"{TESTS}.") and name != __name__]:
            del sys.modules[name]


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    if isinstance(collector, pytest.Module):
        READING[collector.path] = set(state()._stats)
        state()._stats.clear()
    return report


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Every test of a file reaches what the file calls; and no function remembers what it answered the test before."""
    state()._stats |= READING.get(item.path, set())
    for name, module in sys.modules.copy().items():
        if name.partition(".")[0] == PACKAGE:
            for member in vars(module).copy().values():
                if isinstance(member, _lru_cache_wrapper):
                    member.cache_clear()
