"""The surroundings of a job: a fresh application context, so that its database session is its own."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from flask import current_app

from mice_exact_plugin.extension import extension

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mice_exact_plugin.services.runtime import Runtime


@contextmanager
def job_context() -> Iterator[Runtime]:
    """The runtime inside an application context of its own; the worker runs inside the host's command context."""
    runtime = extension(current_app).runtime
    with runtime.host.app_context():
        yield runtime
