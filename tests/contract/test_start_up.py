"""What a process loads when it starts: what only some commands need is loaded by those commands."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

from mice_exact_plugin.cli import MODULES, group
from mice_exact_plugin.later import load
from mice_exact_plugin.plugin import plugin

#: Libraries that no process of the web needs to show a page: tables are changed, and the queue is worked on, elsewhere.
ELSEWHERE = {"alembic", "croniter", "httpx2", "mako", "playwright", "pygments", "redis", "rq"}
#: Libraries that come with the first page, invoice or call to Exact.
LATER = {"authlib", "flask_wtf", "h11", "httpcore2", "msgspec", "rapidfuzz", "stdnum", "wtforms"}
#: Besides: what commands that only look need no more than the web.
LOOK = "import mice_exact_plugin.cli.link, mice_exact_plugin.cli.operations"


@pytest.mark.parametrize(
    ("loads", "not_loaded"),
    [("", ELSEWHERE | LATER), ("from mice_exact_plugin.later import load; load()", ELSEWHERE), (LOOK, ELSEWHERE)],
    ids=["a process that starts", "the web", "a command that looks"],
)
def test_what_only_some_need_is_not_loaded_by_all(loads: str, not_loaded: set[str]) -> None:
    program = f"import sys, mice_exact_plugin.plugin\n{loads}\nprint(*sys.modules)"
    said = subprocess.run([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, check=True)
    assert {name.partition(".")[0] for name in said.stdout.split()} & not_loaded == set()


def test_all_that_was_put_off_is_there() -> None:
    assert plugin
    assert all(map(callable, load()))


def test_every_command_is_found_in_the_module_that_has_it() -> None:
    found = {
        command.name: module
        for module in set(MODULES.values())
        for command in import_module(f"mice_exact_plugin.cli.{module}").COMMANDS
    }
    assert found == MODULES


def test_an_unknown_command_is_none_of_ours() -> None:
    with group.make_context("exact", ["nonsense"]) as context:
        assert group.get_command(context, "nonsense") is None
