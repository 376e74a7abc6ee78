"""What the plugin keeps on the application: the runtime of the services, and how a run is set going."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask

    from mice_exact_plugin.services.runtime import Runtime

KEY = "mice_exact"


@dataclass(frozen=True, slots=True)
class Extension:
    """`enqueue_run(tenant, actor)` starts a run, wakes a worker and returns the run's id; RunRefused when not ready."""

    runtime: Runtime
    enqueue_run: Callable[[str, str], int]


def extension(app: Flask) -> Extension:
    """The plugin's extension of this application; KeyError when the plugin was not set up on it."""
    found: Extension = app.extensions[KEY]
    return found
