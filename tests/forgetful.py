"""A plugin of pytest for `./run mutate`: before each test the functions of the package forget what they remember."""

from __future__ import annotations

import sys
from functools import _lru_cache_wrapper

PACKAGE = "mice_exact_plugin"


def pytest_runtest_setup() -> None:
    """Otherwise a break behind a cache is met by no test: the process in which all began has the right answers."""
    for name, module in sys.modules.copy().items():
        if name.partition(".")[0] == PACKAGE:
            for member in vars(module).copy().values():
                if isinstance(member, _lru_cache_wrapper):
                    member.cache_clear()
