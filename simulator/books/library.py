"""The administrations of a simulator, each put together when it is first asked for: most tests look at one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.books.administration import Books


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where an administration will stand: its number, the country site it belongs to, and how it is made."""

    code: int
    site: str
    make: Callable[[], Books]


class Library(Mapping[int, "Books"]):
    """Books by division number."""

    def __init__(self, shelves: list[Shelf]) -> None:
        self._shelves = {shelf.code: shelf for shelf in shelves}
        self._made: dict[int, Books] = {}

    def __getitem__(self, code: int) -> Books:
        if code not in self._made:
            self._made[code] = self._shelves[code].make()
        return self._made[code]

    def __iter__(self) -> Iterator[int]:
        return iter(self._shelves)

    def __len__(self) -> int:
        return len(self._shelves)

    def __contains__(self, code: object) -> bool:
        return code in self._shelves

    def site_of(self, code: int) -> str:
        return self._shelves[code].site

    def made(self) -> dict[int, Books]:
        """Those that somebody has looked at, and that can therefore have changed."""
        return dict(self._made)

    def forget(self, code: int) -> None:
        """Make it anew the next time."""
        self._made.pop(code, None)
