"""No test and no fixture leaves the process otherwise than it was: what stays changed reaches tests of other files.

Hooks of pytest; `tests/conftest.py` puts them to use. A fixture of a wider scope may change nothing either: it is found
at the end of the first test that uses it.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

#: Where a test is, for who looks at the processes: pytest's own.
PYTEST_S_OWN = "PYTEST_CURRENT_TEST"


@dataclass(frozen=True)
class Surroundings:
    """What every test of a process shares without asking for it."""

    environment: Mapping[str, str]
    folder: Path
    time_zone: tuple[str, str]

    @classmethod
    def now(cls) -> Surroundings:
        environment = {name: value for name, value in os.environ.items() if name != PYTEST_S_OWN}
        return cls(environment, Path.cwd(), time.tzname)

    def changes(self, later: Surroundings) -> list[str]:
        """What differs later; of the environment only names, because values may be secret."""
        names = self.environment.keys() | later.environment.keys()
        found = [name for name in sorted(names) if self.environment.get(name) != later.environment.get(name)]
        if later.folder != self.folder:
            found.append("the working directory")
        if later.time_zone != self.time_zone:
            found.append("the time zone")
        return found

    def put_back(self) -> None:
        for name in os.environ.keys() - self.environment.keys() - {PYTEST_S_OWN}:
            del os.environ[name]
        os.environ.update(self.environment)
        os.chdir(self.folder)
        time.tzset()


BEFORE = pytest.StashKey[Surroundings]()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, None, None]:
    item.stash[BEFORE] = Surroundings.now()
    return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, None, None]:
    yield
    before = item.stash[BEFORE]
    changed = before.changes(Surroundings.now())
    if changed:
        before.put_back()
        pytest.fail(f"this test, or a fixture of a wider scope, left changed: {', '.join(changed)}", pytrace=False)
