"""Runs of the link: the button *Nu synchroniseren*, the tick of the night, and waiting for the worker's end."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sandbox.demo.forms import NotOnPage
from sandbox.demo.people import TENANT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sandbox.demo.browser import Browser
    from sandbox.demo.operator import Operator

OVERVIEW = "/beheer/instellingen/koppelingen/exact-online/overzicht"
#: A run may have to sit out a whole minute of Exact's limit.
LONGEST_RUN_SECONDS = 150
GLANCE_SECONDS = 0.2


def synchronise(administrator: Browser, say: Callable[[str], None]) -> None:
    administrator.open(OVERVIEW).press("Nu synchroniseren")
    _wait_for_the_end(administrator, say)


def let_the_night_come(folder: Path, operator: Operator, administrator: Browser, say: Callable[[str], None]) -> None:
    """The tick that the scheduler sends every five minutes finds that the night has come, and starts the run."""
    _bring_the_night_forward(folder / "host.sqlite")
    operator.command("exact", "tick")
    administrator.open(OVERVIEW)
    _wait_for_the_end(administrator, say)
    if "nachtelijke synchronisatie" not in administrator.text:
        raise NotOnPage("the tick started no run of the night")


def _wait_for_the_end(administrator: Browser, say: Callable[[str], None]) -> None:
    """Look at the overview until its progress bar is gone; a wait for Exact's limits is told."""
    deadline, told = time.monotonic() + LONGEST_RUN_SECONDS, ""
    while phase := _phase(administrator):
        if phase.startswith("Wacht tot") and phase != told:
            say(f"  {phase}")
            told = phase
        if time.monotonic() > deadline:
            raise NotOnPage(f"the run did not end: {phase}")
        time.sleep(GLANCE_SECONDS)
        administrator.open(OVERVIEW)


def _phase(administrator: Browser) -> str:
    """What the run under way is at; empty when there is none."""
    under_way = (section for section in administrator.page.all("section") if section.has("data-hx-get"))
    return next((next(section.all("strong")).text for section in under_way), "")


def _bring_the_night_forward(database: Path) -> None:
    """What waiting until two o'clock would do; nobody wants to wait that long for a demo."""
    # As SQLAlchemy writes a moment: in UTC, without a zone.
    moment = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S.%f}"
    with closing(sqlite3.connect(database, timeout=30)) as connection, connection:
        connection.execute("UPDATE exact_connection SET next_run_at = ? WHERE tenant = ?", (moment, TENANT))
