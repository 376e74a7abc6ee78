"""The simulator as a whole: everything it remembers, put together from a configuration."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from simulator.books.library import Library, Shelf
from simulator.chance import Chance
from simulator.clock import Clock
from simulator.concurrency import Gauge
from simulator.config import Config, first_divisions, shelves
from simulator.faults.rules import Faults
from simulator.limits.calls import CallLimits
from simulator.limits.errors import ErrorBudget
from simulator.oauth.apps import default_apps, plain_id
from simulator.oauth.people import default_users
from simulator.oauth.tokens import Tokens
from simulator.request_log import RequestLog
from simulator.resources.desk import Desk
from simulator.state_file import StateFile
from simulator.switches import Switches

if TYPE_CHECKING:
    from simulator.books.administration import Books
    from simulator.books.table import Change
    from simulator.oauth.apps import App
    from simulator.oauth.people import User
    from simulator.snapshots import Snapshot


class Simulator:
    """All state of one running simulator; the HTTP layer and the control API work on it."""

    def __init__(self, config: Config) -> None:
        self.config = config
        self.changes: list[tuple[int, Change]] = []
        self.snapshots: dict[str, Snapshot] = {}
        self._file = StateFile(config.state) if config.state else None
        self.reset(from_file=True)

    def reset(self, *, from_file: bool = False) -> None:
        """Back to how it started, the clock and the chance included; or, at a start, to what the file holds."""
        config = self.config
        self.clock = Clock()
        self.chance = Chance(config.random_seed)
        self.switches = Switches()
        for name, value in config.switches.items():
            self.switches.set(name, value)
        self.tokens = Tokens(self.clock, self.chance, self.switches)
        self.users: dict[str, User] = {user.name: user for user in default_users()}
        self.apps: dict[str, App] = {plain_id(app.client_id): app for app in (*default_apps(), *config.apps)}
        self.limits = CallLimits(self.clock, self.switches)
        self.errors = ErrorBudget(self.clock, self.switches)
        self.log, self.faults, self.gauge = RequestLog(), Faults(), Gauge()
        self.fill(shelves(config))
        if self._file and from_file and not self._file.is_empty():
            self._file.load(self)
        elif self._file:
            self._file.write_all(self)

    def save(self, *, rows_only: bool = False) -> None:
        """Write what changed to the file, if there is one; a data call changes rows only, no tokens or switches."""
        if self._file:
            self._file.write(self, rows_only=rows_only)
        self.changes.clear()

    def save_all(self) -> None:
        """Write everything to the file, after more changed than rows."""
        if self._file:
            self._file.write_all(self)

    def close(self) -> None:
        if self._file:
            self._file.close()

    def fill(self, shelves: list[Shelf]) -> None:
        """Stand these administrations on the shelves, and nothing else."""
        self.first_division = first_divisions(self.config, shelves)
        self.books = Library([Shelf(shelf.code, shelf.site, partial(self._made, shelf)) for shelf in shelves])
        self.changes.clear()

    def _made(self, shelf: Shelf) -> Books:
        books = shelf.make()
        books.report_to(self._note)
        return books

    def _note(self, division: int, change: Change) -> None:
        self.changes.append((division, change))

    def divisions_of(self, user: User) -> list[int]:
        """The divisions a user has access to, those of the own site unless fewer are given."""
        return sorted(code for code in self.books if self.may_enter(user, code))

    def may_enter(self, user: User, code: int) -> bool:
        """Whether a user has access to a division."""
        is_there = code in self.books and self.books.site_of(code) == user.site
        return is_there and (not user.divisions or code in user.divisions)

    def current_division(self, user: User) -> int:
        """What the user has open on the screen; it need not be among what an app was granted."""
        if user.current in self.books:
            return user.current
        first = self.first_division[user.site]
        if self.may_enter(user, first):
            return first
        return min((code for code in user.divisions if self.may_enter(user, code)), default=first)

    def desk(self, books: Books, user: User) -> Desk:
        return Desk(books, user, self.clock.wall(), self.switches, self.chance)
