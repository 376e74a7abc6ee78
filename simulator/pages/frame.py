"""What every page of the books shares: language, administration, links that keep both, and how figures are written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal

from simulator.pages.texts import LANGUAGES, words

if TYPE_CHECKING:
    from datetime import datetime
    from decimal import Decimal

    from aiohttp import web

    from simulator.books.administration import Books
    from simulator.simulator import Simulator

LOCALES = {"nl": "nl_NL", "en": "en_GB"}
PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Frame:
    """The choices that a visitor carries from page to page."""

    language: str
    books: Books
    administrations: list[Books]
    path: str
    given: dict[str, str]

    def link(self, path: str, **parameters: Any) -> str:
        kept = {"taal": self.language, "_Division_": self.books.code, **parameters}
        return f"{path}?{urlencode({name: value for name, value in kept.items() if value not in ('', None)})}"

    def here(self, **changed: Any) -> str:
        """This page again with something changed."""
        return self.link(self.path, **{**self.given, **changed})

    def amount(self, value: Decimal | None) -> str:
        return "" if value is None else str(format_decimal(value, "#,##0.00", locale=LOCALES[self.language]))

    def date(self, value: datetime | None) -> str:
        return "" if value is None else str(format_date(value, "dd-MM-yyyy", locale=LOCALES[self.language]))

    def moment(self, value: datetime | None) -> str:
        if value is None:
            return ""
        return str(format_datetime(value, "dd-MM-yyyy HH:mm:ss", locale=LOCALES[self.language]))

    @property
    def page(self) -> int:
        return int(number) if (number := self.given.get("pagina", "")).isdigit() and number != "0" else 1

    def values(self) -> dict[str, Any]:
        """What templates are given."""
        return {"frame": self, "t": words(self.language)}


def read_frame(simulator: Simulator, wire: web.Request) -> Frame:
    """The frame of a request; the first Dutch administration when none is named."""
    given = dict(wire.query)
    language = given.pop("taal", "nl")
    code = given.pop("_Division_", "")
    books = simulator.books.get(int(code)) if code.isdigit() and len(code) < 12 else None
    return Frame(
        language if language in LANGUAGES else "nl",
        books or simulator.books[simulator.first_division["NL"]],
        sorted(simulator.books.values(), key=lambda known: known.code),
        wire.path,
        given,
    )


@dataclass(frozen=True, slots=True)
class Cut:
    """One page of a list."""

    rows: list[Any]
    number: int
    pages: int
    total: int


def cut(rows: list[Any], number: int) -> Cut:
    pages = max(1, -(-len(rows) // PER_PAGE))
    number = min(number, pages)
    return Cut(rows[(number - 1) * PER_PAGE : number * PER_PAGE], number, pages, len(rows))
