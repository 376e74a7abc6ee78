"""How the answers of a line come, for whoever uses it and for who looks on from another thread."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass
class Pace:
    """Of one line.

    Attributes:
        latency: how long the last exchange took, with an answer or without.
        began: since when something is waited for (`time.monotonic`); None while nothing is.
    """

    latency: timedelta = timedelta()
    began: float | None = None

    def waits(self) -> timedelta:
        """How long it has been waited for by now."""
        began = self.began
        return timedelta() if began is None else timedelta(seconds=time.monotonic() - began)

    @contextmanager
    def waiting(self) -> Iterator[None]:
        self.began = time.monotonic()
        try:
            yield
        finally:
            self.began = None

    @contextmanager
    def exchange(self) -> Iterator[None]:
        with self.waiting():
            try:
                yield
            finally:
                self.latency = self.waits()
