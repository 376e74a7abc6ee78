"""A part of a long list: which one, of how many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")

#: An address may ask for any number; a database reads no further than this.
LARGEST_PAGE = 1_000_000


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """A page of a list of `total`."""

    rows: Sequence[T]
    number: int
    total: int
    size: int

    @property
    def has_next(self) -> bool:
        return self.number * self.size < self.total
