"""Keeps the state of a simulator in an SQLite file, so that a restart goes on where it stopped.

Kept are the books, users, apps, grants and tokens, switches and the clock; counters, faults and request log are not.
"""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec

from simulator.books import rows_json
from simulator.books.administration import Books
from simulator.books.library import Shelf
from simulator.oauth.apps import App
from simulator.oauth.grants import Vault
from simulator.oauth.people import User

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.remembered import Remembered

SCHEMA = """
CREATE TABLE IF NOT EXISTS division (code INTEGER PRIMARY KEY, description TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS record (
    division INTEGER NOT NULL, resource TEXT NOT NULL, key TEXT NOT NULL, content TEXT NOT NULL,
    PRIMARY KEY (division, resource, key)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS other (name TEXT PRIMARY KEY, content BLOB NOT NULL);
"""


class Others(msgspec.Struct):
    """What is kept beside the books."""

    clock_offset: float
    vault: Vault
    users: list[User]
    apps: list[App]
    switches: dict[str, str | int]


class StateFile:
    """The file; written after every call that changed something."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, check_same_thread=False)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")
        self._connection.executescript(SCHEMA)
        self._others = b""

    def close(self) -> None:
        self._connection.close()

    def is_empty(self) -> bool:
        return self._connection.execute("SELECT 1 FROM division").fetchone() is None

    def load(self, simulator: Remembered) -> None:
        """Replace the simulator's books and people by those of the file."""
        books: dict[int, Books] = {}
        for code, description in self._connection.execute("SELECT code, description FROM division"):
            books[code] = Books(rows_json.read(description))
        for code, resource, content in self._connection.execute("SELECT division, resource, content FROM record"):
            row = rows_json.read(content)
            books[code][resource].restore(row)
            books[code].version = max(books[code].version, row["Timestamp"])
        simulator.fill([_shelf(kept) for kept in books.values()])
        found = self._connection.execute("SELECT content FROM other").fetchone()
        if found:
            _restore(simulator, msgspec.json.decode(found[0], type=Others))

    def write_all(self, simulator: Remembered) -> None:
        """Everything, for a new file or after a restore."""
        with self._connection:
            self._connection.execute("DELETE FROM division")
            self._connection.execute("DELETE FROM record")
            for code, books in simulator.books.items():
                description = rows_json.write(books.division)
                self._connection.execute("INSERT INTO division VALUES (?, ?)", (code, description))
                for name, table in books.tables.items():
                    rows = [(code, name, rows_json.write(key), rows_json.write(row)) for key, row in table.rows.items()]
                    self._connection.executemany("INSERT INTO record VALUES (?, ?, ?, ?)", rows)
        simulator.changes.clear()
        self.write(simulator)

    def write(self, simulator: Remembered, *, rows_only: bool = False) -> None:
        """What changed since the last time, in one transaction. All people and tokens are many: rows can go alone."""
        others = self._others if rows_only else msgspec.json.encode(_others(simulator))
        if not simulator.changes and others == self._others:
            return
        with self._connection:
            for code, (name, key, row) in simulator.changes:
                self._change(code, name, rows_json.write(key), None if row is None else rows_json.write(row))
            if others != self._others:
                self._connection.execute("INSERT OR REPLACE INTO other VALUES ('all', ?)", (others,))
        self._others = others
        simulator.changes.clear()

    def _change(self, code: int, name: str, key: str, content: str | None) -> None:
        if content is None:
            sql = "DELETE FROM record WHERE division = ? AND resource = ? AND key = ?"
            self._connection.execute(sql, (code, name, key))
        else:
            self._connection.execute("INSERT OR REPLACE INTO record VALUES (?, ?, ?, ?)", (code, name, key, content))


def _shelf(books: Books) -> Shelf:
    return Shelf(books.code, str(books.division.get("site", "NL")), lambda: books)


def _others(simulator: Remembered) -> Others:
    return Others(
        simulator.clock.offset.total_seconds(),
        simulator.tokens.vault,
        list(simulator.users.values()),
        list(simulator.apps.values()),
        simulator.switches.values(),
    )


def _restore(simulator: Remembered, others: Others) -> None:
    simulator.clock.offset = timedelta(seconds=others.clock_offset)
    simulator.tokens.vault = others.vault
    simulator.users = {user.name: user for user in others.users}
    simulator.apps = {app.client_id: app for app in others.apps}
    for name, value in others.switches.items():
        simulator.switches.set(name, value)
