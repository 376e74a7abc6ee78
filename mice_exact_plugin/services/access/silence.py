"""After a write without an answer: the next one in that administration starts one request deadline later.

Exact may still be at the first one, and advises against writes beside each other. Reading and searching go on.
"""

from __future__ import annotations

import time
from datetime import timedelta
from typing import TYPE_CHECKING

from mice_exact_plugin.errors import TryLater
from mice_exact_plugin.store import lease as leases

if TYPE_CHECKING:
    from mice_exact_plugin.services.runtime import Runtime
    from mice_exact_plugin.store.lease import Lease

REASON = "after_silence"


def check(runtime: Runtime, lease: Lease) -> None:
    """The last look before a write; TryLater, with the moment, while it is too early."""
    left = leases.quiet_left(runtime.session, lease)
    if left > timedelta(0):
        raise TryLater(REASON, runtime.now() + left)


def wait(runtime: Runtime, lease: Lease) -> None:
    """Wait until a write may start; a wait longer than one waits gives the worker back."""
    left = leases.quiet_left(runtime.session, lease)
    if left <= timedelta(0):
        return
    if left > runtime.config.patience:
        raise TryLater(REASON, runtime.now() + left)
    time.sleep(left.total_seconds())
    leases.renew(runtime.session, lease)
