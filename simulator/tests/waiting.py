"""Waiting for what another process does in its own time: asked again and again, with patience for a busy machine."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

#: In seconds. Only a failing test waits this long.
PATIENCE = 30.0
STEP = 0.02


def eventually(condition: Callable[[], object]) -> bool:
    """Whether the condition comes true."""
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(STEP)
    return True
