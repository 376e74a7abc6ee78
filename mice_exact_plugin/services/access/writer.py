"""The writer's lease outside a run: whoever asks or changes something in an administration is alone there."""

from __future__ import annotations

import time
import uuid
from contextlib import contextmanager
from typing import TYPE_CHECKING

from mice_exact_plugin.errors import Busy
from mice_exact_plugin.services.runtime import writer_key
from mice_exact_plugin.store import lease as leases

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mice_exact_plugin.exact.sites import App
    from mice_exact_plugin.services.runtime import Runtime
    from mice_exact_plugin.store.lease import Lease

POLL_SECONDS = 0.2


@contextmanager
def writing(runtime: Runtime, app: App, division: int) -> Iterator[Lease]:
    """Hold the lease of an administration; Busy when whoever has it, mostly a run, keeps it longer than one waits."""
    held = _taken(runtime, writer_key(app, division))
    try:
        yield held
    finally:
        leases.release(runtime.session, held)


def _taken(runtime: Runtime, key: str) -> Lease:
    owner, deadline = uuid.uuid4().hex, time.monotonic() + runtime.config.patience.total_seconds()
    while True:
        if held := leases.take(runtime.session, key, owner, runtime.config.lease):
            return held
        if time.monotonic() >= deadline:
            raise Busy("writer_busy")
        time.sleep(POLL_SECONDS)
