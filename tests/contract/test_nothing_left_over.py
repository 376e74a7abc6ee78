"""Nothing is left over: no circle of imports, no name of a file that is not there, no word that nobody writes."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.web import events

if TYPE_CHECKING:
    from collections.abc import Collection

ROOT = Path(__file__).parents[2]
#: A file as texts name it: with its folder, or in backquotes.
NAMED = re.compile(r"(?<![\w./{}<>-])((?:[\w-]+/)+[\w-]+\.(?:py|md|html|toml|json|css|sh))(?![\w/])")
#: Named as what the reader has, or what is made while it runs.
ELSEWHERE = {"mice/base.html"}
MADE = ("tests/data/released/0.1/", ".state/")

LINES_OF_A_FILE, LINES_OF_A_FUNCTION = 300, 40


@cache
def sources(folder: str) -> dict[Path, str]:
    return {path: path.read_text("utf-8") for path in sorted((ROOT / folder).rglob("*.py"))}


@pytest.mark.parametrize("folder", ["mice_exact_plugin", "sandbox", "simulator"])
def test_no_module_leads_back_to_itself(folder: str) -> None:
    """Imports for the type checker count too: what cannot be told without the other is one thing with it."""
    names = {_module(path): path for path in sources(folder)}
    arrows: dict[str, set[str]] = defaultdict(set)
    for name, path in names.items():
        arrows[name] = {found for found in _imported(sources(folder)[path], names) if found in names} - {name}
    while leaves := {name for name, to in arrows.items() if not to}:
        arrows = {name: to - leaves for name, to in arrows.items() if name not in leaves}
    assert sorted(arrows) == []


def test_every_file_that_a_text_names_is_there() -> None:
    known = [str(path.relative_to(ROOT)) for path in _files()]
    missing = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in _files()
        if path.suffix in {".py", ".md"} and not str(path.relative_to(ROOT)).startswith(MADE)
        for name in NAMED.findall(path.read_text("utf-8"))
        if name not in ELSEWHERE and not any(f"/{file}".endswith(f"/{name}") for file in known)
    }
    assert missing == set()


def test_migrations_are_one_line() -> None:
    """Two that were written at the same time have one number or one predecessor."""
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "migrations" / "versions").glob("*.py"))]
    made, after = (
        [re.findall(rf"^{name} = (.+)$", text, re.MULTILINE)[0] for text in texts]
        for name in ("revision", "down_revision")
    )
    assert (len(set(made)), len(set(after))) == (len(texts), len(texts))
    assert len(set(made) - set(after)) == 1


@pytest.mark.parametrize("kind", [Code, RemarkCode])
def test_every_code_is_written_by_somebody(kind: type[Code | RemarkCode]) -> None:
    text = "".join(
        source
        for path, source in sources("mice_exact_plugin").items()
        if "words" not in path.parts and path.parts[-2:] not in {("domain", "problems.py"), ("domain", "remarks.py")}
    )
    assert [code.name for code in kind if f"{kind.__name__}.{code.name}" not in text] == []


def test_every_sentence_of_the_trail_is_of_something_that_is_recorded() -> None:
    known = sources("mice_exact_plugin").items()
    text = "".join(source for path, source in known if not {"web", "words", "words.py"} & set(path.parts))
    assert [event for event in events.SENTENCES if f'"{event}"' not in text] == []


def test_no_file_is_over_three_hundred_lines_and_no_function_over_forty() -> None:
    """A function's docstring counts; what a reader cannot oversee is two things."""
    long = {path.name for path, text in sources("mice_exact_plugin").items() if text.count("\n") > LINES_OF_A_FILE}
    assert long | {name for path, text in sources("mice_exact_plugin").items() for name in _long(path, text)} == set()


def _long(path: Path, source: str) -> set[str]:
    nodes = ast.walk(ast.parse(source))
    found = [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return {
        f"{path.name}: {node.name}"
        for node in found
        if (node.end_lineno or node.lineno) - node.lineno >= LINES_OF_A_FUNCTION
    }


def _module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _imported(source: str, names: Collection[str]) -> set[str]:
    """The modules that it imports; a package itself only where a name of its own is taken from it."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module:
            inside = {alias.name: f"{node.module}.{alias.name}" for alias in node.names}
            found |= {whole if whole in names else node.module for whole in inside.values()}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return found


@cache
def _files() -> list[Path]:
    folders = ("mice_exact_plugin", "simulator", "sandbox", "benchmarks", "tests", "templates", "migrations", "docs")
    inside = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file()]
    return [path for path in [*inside, *ROOT.glob("*.*")] if path.is_file() and "__pycache__" not in path.parts]
