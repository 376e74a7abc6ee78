"""What every use case works with: the host, the configuration, who acts, and what is kept on the application."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from mice_exact_plugin import clock
from mice_exact_plugin.domain.run import AMSTERDAM

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from flask import Flask
    from sqlalchemy.orm import Session

    from mice_exact_plugin.config import Config
    from mice_exact_plugin.domain.notices import Notice
    from mice_exact_plugin.host.contract import Host


@dataclass(frozen=True, slots=True)
class Person:
    """Who does something: the host's user."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Letter:
    """`asker` is the name of whoever asks an administrator to cure it; empty for a mail of the link itself."""

    tenant: str
    site: str
    causes: tuple[Notice, ...] = ()
    ended: tuple[Notice, ...] = ()
    asker: str = ""


class Writer(Protocol):
    """Subject and body of a letter, in the language of its tenant."""

    def __call__(self, host: Host, letter: Letter) -> tuple[str, str]: ...


@dataclass(frozen=True, slots=True)
class Runtime:
    """The surroundings of the use cases, built once by `plugin.py`."""

    host: Host
    config: Config
    write: Writer
    """Words a mail: sentences belong to a layer above."""

    @property
    def session(self) -> Session:
        return self.host.session()

    def now(self) -> datetime:
        return clock.now()

    def today(self) -> date:
        """The date in Amsterdam, where Exact's own clock stands."""
        return self.now().astimezone(AMSTERDAM).date()


KEY = "mice_exact"


@dataclass(frozen=True, slots=True)
class Extension:
    """What commands, jobs and texts ask of it.

    `enqueue_run(tenant, actor)` starts a run, wakes a worker and returns the run's id; RunRefused when not ready,
    QueueAway when only the scheduler can wake one.
    `wake_for_trial(trial_id)` wakes a worker for a trial run; QueueAway when only the scheduler can.
    `wake_for_comparison(comparison_id)` does so for a comparison of deposits with the ledger.
    `site_of(tenant)` is the country version of the tenant's link as the request at hand knows it.
    """

    runtime: Runtime
    enqueue_run: Callable[[str, str], int]
    wake_for_trial: Callable[[int], None]
    wake_for_comparison: Callable[[int], None]
    site_of: Callable[[str], str]


def extension(app: Flask) -> Extension:
    """The plugin's extension of this application; KeyError when the plugin was not set up on it."""
    found: Extension = app.extensions[KEY]
    return found
