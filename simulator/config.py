"""How a simulator is started: its seeds, its file, its switches and its apps."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.administrations import BUILDERS
from simulator.books.library import Shelf
from simulator.books.seed import SeedError, books_from

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from simulator.books.administration import Books
    from simulator.oauth.apps import App

# The administrations that are always there; `--seed corpus` only makes that one the first.
ALWAYS = {"nl": (1000001, "NL"), "nl2": (1000002, "NL"), "corpus": (1000003, "NL"), "be": (2000001, "BE")}


@dataclass(frozen=True, slots=True)
class Config:
    """What a start of the simulator can choose; `administrations` are seeds given as such instead of in a file."""

    host: str = "127.0.0.1"
    port: int = 0
    seeds: tuple[str, ...] = ()
    state: Path | None = None
    switches: Mapping[str, str | int] = field(default_factory=dict)
    random_seed: int | None = None
    apps: tuple[App, ...] = ()
    administrations: tuple[Mapping[str, Any], ...] = ()


def shelves(config: Config) -> list[Shelf]:
    """The administrations of a start; one that is given replaces the built-in one with its number."""
    given = [*config.administrations, *(_from_file(name) for name in config.seeds if name not in BUILDERS)]
    replaced = {seed["division"]["Code"] for seed in given}
    built_in = [
        Shelf(code, site, partial(_built, BUILDERS[name]))
        for name, (code, site) in ALWAYS.items()
        if code not in replaced
    ]
    return [*built_in, *(_shelf(seed) for seed in given)]


def first_divisions(config: Config, known: list[Shelf]) -> dict[str, int]:
    """The division every site begins with, which is CurrentDivision of its users."""
    named = [ALWAYS[name][0] for name in config.seeds if name in ALWAYS]
    sites = {shelf.code: shelf.site for shelf in known}
    first: dict[str, int] = {}
    for code in (*named, *sites):
        first.setdefault(sites[code], code)
    return first


def _built(build: Callable[[], dict[str, Any]]) -> Books:
    return books_from(build())


def _shelf(seed: Mapping[str, Any]) -> Shelf:
    """A seed that somebody gave: made once right away, so that a wrong one is refused at the start."""
    books = books_from(seed)
    return Shelf(books.code, str(books.division.get("site", "NL")), lambda: books_from(seed))


def _from_file(name: str) -> Mapping[str, Any]:
    try:
        seed: Mapping[str, Any] = json.loads(Path(name).read_text(encoding="utf-8"))
        seed["division"]["Code"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SeedError(f"{name} is not an administration: {error}") from error
    return seed
