"""How a simulator is started: its seed, its file, its switches and its apps."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sandbox.exact.books.seed import SeedError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sandbox.exact.oauth.apps import App

# Every administration that is always there; `--seed corpus` only makes that one the first.
ALWAYS = ("nl", "nl2", "corpus", "be")
DEFAULT_DIVISIONS = {"NL": 1000001, "BE": 2000001}
CORPUS_DIVISION = 1000003


@dataclass(frozen=True, slots=True)
class Config:
    """What a start of the simulator can choose."""

    host: str = "127.0.0.1"
    port: int = 0
    seeds: tuple[str, ...] = ()
    state: Path | None = None
    switches: Mapping[str, str | int] = field(default_factory=dict)
    random_seed: int | None = None
    apps: tuple[App, ...] = ()
    administrations: tuple[Mapping[str, Any], ...] = ()


def administrations(config: Config) -> list[Mapping[str, Any]]:
    """The seeds of all administrations; one given in a file replaces the built-in one with its number."""
    from sandbox.exact.administrations import BUILDERS

    given = [*config.administrations, *(_from_file(name) for name in config.seeds if name not in BUILDERS)]
    replaced = {seed["division"]["Code"] for seed in given}
    built = [seed for name in ALWAYS if (seed := BUILDERS[name]())["division"]["Code"] not in replaced]
    return [*built, *given]


def first_divisions(config: Config, seeds: list[Mapping[str, Any]]) -> dict[str, int]:
    """The division every site begins with, which is CurrentDivision of its users."""
    known = {seed["division"]["Code"]: seed["division"].get("site", "NL") for seed in seeds}
    first: dict[str, int] = {}
    for code in (*([CORPUS_DIVISION] if "corpus" in config.seeds else []), *DEFAULT_DIVISIONS.values(), *known):
        if code in known:
            first.setdefault(known[code], code)
    return first


def _from_file(name: str) -> Mapping[str, Any]:
    try:
        seed: Mapping[str, Any] = json.loads(Path(name).read_text(encoding="utf-8"))
        seed["division"]["Code"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SeedError(f"{name} is not an administration: {error}") from error
    return seed
