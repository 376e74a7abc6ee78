"""What a simulator remembers, as far as its snapshots and its state file know it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from simulator.books.library import Library, Shelf
    from simulator.books.table import Change
    from simulator.clock import Clock
    from simulator.oauth.apps import App
    from simulator.oauth.people import User
    from simulator.oauth.tokens import Tokens
    from simulator.switches import Switches


class Remembered(Protocol):
    books: Library
    changes: list[tuple[int, Change]]
    clock: Clock
    tokens: Tokens
    users: dict[str, User]
    apps: dict[str, App]
    switches: Switches

    def fill(self, shelves: list[Shelf]) -> None: ...

    def save_all(self) -> None: ...
