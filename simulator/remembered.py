"""What a simulator remembers, as far as its snapshots and its state file know it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from sandbox.exact.books.library import Library, Shelf
    from sandbox.exact.books.table import Change
    from sandbox.exact.clock import Clock
    from sandbox.exact.oauth.apps import App
    from sandbox.exact.oauth.people import User
    from sandbox.exact.oauth.tokens import Tokens
    from sandbox.exact.switches import Switches


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
