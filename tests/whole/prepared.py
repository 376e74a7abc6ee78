"""What tests begin with, made once per session and kind of database; every test gets a copy.

Making tables, a tenant and a log-in, and loading Exact's lists, takes longer than most tests; a copy costs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING

import pytest
import time_machine

from mice_exact_plugin.crypto import new_key
from simulator.running import running_simulator
from simulator.tests.control import Control
from tests.whole.world import World, environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from simulator.config import Config
    from tests.databases import Kind

#: An ordinary Thursday, so that no calendar moves a test.
MORNING = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
#: Of all prepared installations: a copy has to open what is encrypted in it.
KEY = new_key()
TENANT = "zaal"


@dataclass(frozen=True)
class Prepared:
    """A database that nobody opens any more, and the moment at which it was ready."""

    database: str
    at: datetime


def simulated(config: Config) -> Iterator[Control]:
    """Exact for a session, remembered as it begins; limits have tests of their own, so nobody waits for a minute."""
    with running_simulator(config) as found:
        control = Control(found.url)
        control.switch(minute_limit=100_000, day_limit=1_000_000)
        control.remember()
        yield control


def once(
    kinds: dict[str, Kind], control: Control, folders: pytest.TempPathFactory, fill: Callable[[World], object]
) -> Callable[[str], Prepared]:
    """Prepares a kind of database at its first use: the tables, and what `fill` adds.

    What that did to Exact is remembered under the name of the kind, and undone.
    """

    @cache
    def prepare(kind: str) -> Prepared:
        control.undo()
        database = kinds[kind].empty(folder := folders.mktemp(kind))
        with pytest.MonkeyPatch.context() as patch, time_machine.travel(MORNING, tick=True):
            world = World.build(environment(control.url, KEY, folder, database), control, patch)
            with world.app.app_context():
                fill(world)
                world.runtime.session.rollback()
                world.engine.dispose()
            at = datetime.now(UTC)
        control.remember(kind)
        control.undo()
        return Prepared(database, at)

    return prepare
