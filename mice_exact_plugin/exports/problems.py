"""The problems of a row as its column keeps them: JSON values, also in the forms of earlier versions."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator
from typing import TYPE_CHECKING, cast

import msgspec
from sqlalchemy import TypeDecorator

from mice_exact_plugin.database import Json
from mice_exact_plugin.domain.entry.adoption import FoundEntry
from mice_exact_plugin.domain.problems import Code, KeptProblem, Params, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy.engine import Dialect


def as_json(problems: Iterable[Problem]) -> list[KeptProblem]:
    return [{"code": str(problem.code), "params": problem.params} for problem in problems]


def from_json(stored: Iterable[KeptProblem]) -> tuple[Problem, ...]:
    """Also what 0.1 stored, and versions on the way to this one."""
    return tuple(Problem(Code(one["code"]), _of_now(one["code"], one["params"])) for one in stored)


class Problems(Collection[Problem]):
    """Those of one row, read when somebody first asks: of most rows nobody does."""

    __slots__ = ("_read", "stored")

    def __init__(self, stored: list[KeptProblem]) -> None:
        self.stored = stored
        self._read: tuple[Problem, ...] | None = None

    def __iter__(self) -> Iterator[Problem]:
        if self._read is None:
            self._read = from_json(self.stored)
        return iter(self._read)

    def __len__(self) -> int:
        return len(self.stored)

    def __contains__(self, problem: object) -> bool:
        return any(problem == each for each in self)


def documented(problems: Collection[Problem]) -> list[KeptProblem]:
    """For a document: each in the form of now, and one of a later version as that wrote it."""
    stored = problems.stored if isinstance(problems, Problems) else as_json(problems)
    return [as_json(from_json([one]))[0] if is_known(one) else one for one in stored]


def is_known(one: KeptProblem) -> bool:
    """Whether this version can read it; after a downgrade there may be others."""
    return one["code"] in _KNOWN


_KNOWN: frozenset[str] = frozenset(Code)


class ProblemsColumn(TypeDecorator[Collection[Problem]]):
    """Problems as a JSON list."""

    impl = Json
    cache_ok = True

    def process_bind_param(self, value: Collection[Problem] | None, dialect: Dialect) -> list[KeptProblem] | None:
        return None if value is None else as_json(value)

    def process_result_value(self, value: list[KeptProblem] | None, dialect: Dialect) -> Collection[Problem]:
        return Problems(value) if value else ()


def first(problems: Iterable[Problem], code: Code) -> Problem | None:
    """The problem of that kind, if there is one."""
    return next((problem for problem in problems if problem.code is code), None)


def kept_entries(entries: Iterable[FoundEntry]) -> list[dict[str, object]]:
    """What stands in Exact under our number, as a problem keeps it."""
    return [msgspec.to_builtins(entry) for entry in entries]


def found_entries(conflict: Problem | None) -> tuple[FoundEntry, ...]:
    entries = conflict.params["entries"] if conflict else []
    return tuple(msgspec.convert(entry, FoundEntry, strict=False) for entry in entries)


def _entries_of_text(text: str) -> list[dict[str, object]]:
    """Each was a flat record of texts, in which `None` stood for what Exact did not tell."""
    return [_entry_of_texts(entry) for entry in json.loads(text)]


def _entry_of_texts(entry: Mapping[str, str]) -> dict[str, object]:
    told = {name: text for name, text in entry.items() if text != "None" and name not in ("lines", "differences")}
    differences = json.loads(entry["differences"]) if "differences" in entry else None
    return {"entry": told, "differences": differences}


#: Parameters that earlier versions kept as text, and how that is read. 0.1 wrote none otherwise.
FORMER: Mapping[str, Callable[[str], object]] = {
    "codes": lambda text: text.split(", "),
    "denial": lambda text: text.split(" ", 1),
    "differences": json.loads,
    "entries": _entries_of_text,
    "entry_number": int,
    "ids": str.split,
    "limit": int,
    "messages": str.splitlines,
    "period": int,
    "sent": json.loads,
    "status": int,
    "times": int,
    "year": int,
}
#: The former names of parameters, by the problem that had them.
FORMER_NAMES: Mapping[str, Mapping[str, str]] = {Code.ENTRY_CONFLICT: {"found": "entries"}}


def _of_now(code: str, params: Params) -> Params:
    names = FORMER_NAMES.get(code, {})
    named = {names.get(name, name): value for name, value in params.items()}
    read = {
        name: FORMER[name](value) if name in FORMER and isinstance(value, str) else value
        for name, value in named.items()
    }
    return cast("Params", read)
