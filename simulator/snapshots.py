"""Takes a snapshot of the books and the tokens, and puts it back; rows are never changed in place, so it is quick."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from simulator.oauth.grants import Vault
from simulator.oauth.people import User

if TYPE_CHECKING:
    from simulator.books.table import Row
    from simulator.remembered import Remembered


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The books of every administration, and who may reach them."""

    rows: dict[int, dict[str, dict[Any, Row]]]
    divisions: dict[int, dict[str, Any]]
    vault: bytes
    users: bytes


def take(simulator: Remembered) -> Snapshot:
    return Snapshot(
        {
            code: {name: dict(table.rows) for name, table in books.tables.items()}
            for code, books in simulator.books.made().items()
        },
        {code: dict(books.division) for code, books in simulator.books.made().items()},
        msgspec.json.encode(simulator.tokens.vault),
        msgspec.json.encode(list(simulator.users.values())),
    )


def restore(simulator: Remembered, snapshot: Snapshot) -> None:
    """The books as they were; row versions go on rising, as they do in a restored administration."""
    for code in set(simulator.books.made()) - set(snapshot.rows):
        simulator.books.forget(code)
    for code, tables in snapshot.rows.items():
        books = simulator.books[code]
        books.division.clear()
        books.division.update(snapshot.divisions[code])
        books.sequences.clear()
        for name, rows in tables.items():
            books[name].replace(rows)
    simulator.tokens.vault = msgspec.json.decode(snapshot.vault, type=Vault)
    simulator.users = {user.name: user for user in msgspec.json.decode(snapshot.users, type=list[User])}
    simulator.save_all()
