"""The desk at which a write is handled: the books, who writes, when, and by which switches."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.messages import Message, Refused

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.books.administration import Books
    from simulator.books.table import Row
    from simulator.chance import Chance
    from simulator.oauth.people import User
    from simulator.switches import Switches


class Problems:
    """Everything that is wrong with one request, each text once, in the order in which it was found."""

    def __init__(self) -> None:
        self._found: dict[Message, None] = {}

    def add(self, pattern: str, term: str = "") -> None:
        self._found[Message(pattern, term)] = None

    def raise_any(self) -> None:
        if self._found:
            raise Refused(*self._found)


@dataclass(frozen=True, slots=True)
class Desk:
    """What the rules of a resource work with."""

    books: Books
    user: User
    now: datetime
    switches: Switches
    chance: Chance

    def made(self) -> Row:
        """The stamp on a new row."""
        return {"Created": self.now, "Creator": self.user.id, "CreatorFullName": self.user.full_name, **self.touched()}

    def touched(self) -> Row:
        """The stamp on a changed row."""
        return {"Modified": self.now, "Modifier": self.user.id, "ModifierFullName": self.user.full_name}

    def delete(self, table: str, key: Any) -> None:
        self.books.delete(table, key, self.user.id, self.now, self.chance.guid())

    def client_key(self, table: str, given: str | None, switch: str) -> str:
        """The key of a new row: the client's own where the switch allows it, refused when it is taken."""
        if given is None or switch == "ignore":
            return self.chance.guid()
        if self.books[table].get(given) is None:
            return given
        if switch == "refuse":
            raise Refused(Message("exists"))
        return self.chance.guid()
