"""What happens outside the browser: tenants, imports and links that a test needs to be there already."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import pytest

from simulator.tests.control import DUTCH
from tests.whole import world
from tests.whole.world import World

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sandbox.stack import Stack
    from simulator.tests.control import Control

T = TypeVar("T")


class Office:
    """An application beside the host that serves the browser, on the same database; it only prepares and looks.

    It works in a thread of its own: Playwright keeps an event loop running in the thread of the tests.
    """

    def __init__(self, stack: Stack, control: Control) -> None:
        self.folder: Path = stack.folder
        self._thread = ThreadPoolExecutor(max_workers=1)
        with pytest.MonkeyPatch.context() as monkeypatch:
            database = f"sqlite:///{stack.folder / 'host.sqlite'}"
            env = world.environment(stack.exact_url, stack.env["MICE_EXACT_KEYS"], stack.folder, database)
            self._world = World.build(env, control, monkeypatch)

    def tenant(self, code: str) -> str:
        return self.do(lambda world: world.tenant(code))

    def activated(self, code: str) -> str:
        self.tenant(code)
        self.do(lambda world: world.command("exact", "activate", code))
        return code

    def shares(self, code: str) -> None:
        """Whoever comes first: there are fewer administrations than tests."""
        self.do(lambda world: world.command("exact", "allow-sharing", code))

    def connected(self, code: str, division: int, *, user: str = DUTCH) -> str:
        """Logged in and loaded; the settings are still to be saved."""
        self.activated(code)
        self.shares(code)
        self.do(lambda world: world.log_in(code, user=user))
        self.do(lambda world: world.choose(code, division))
        return code

    def ready(self, code: str, division: int, *, user: str = DUTCH, **changes: Any) -> str:
        """Switched on."""
        self.connected(code, division, user=user)
        self.do(lambda world: world.configure(code, **changes))
        return code

    def send(self, code: str, document: dict[str, Any]) -> None:
        self.do(lambda world: world.send(code, document, self.folder))

    def run(self, code: str) -> None:
        """A run in this process, where a test is about what comes after it."""
        self.do(lambda world: world.run(code))

    def states(self, code: str) -> dict[str, str]:
        rows = self.do(lambda world: world.rows(code))
        return {number: row["state"] for number, row in rows.items()}

    def do(self, work: Callable[[World], T]) -> T:
        """Anything else, inside the application."""
        return self._thread.submit(self._inside, work).result()

    def close(self) -> None:
        self.do(lambda world: world.runtime.session.get_bind().engine.dispose())
        self._thread.shutdown()

    def _inside(self, work: Callable[[World], T]) -> T:
        with self._world.app.app_context():
            return work(self._world)


@contextmanager
def opened(stack: Stack, control: Control) -> Iterator[Office]:
    office = Office(stack, control)
    try:
        yield office
    finally:
        office.close()
