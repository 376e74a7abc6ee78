"""Fixtures: one installation with one worker for all browser tests, and people who each have a browser context."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.domain.deposits.settings import DepositSettings
from mice_exact_plugin.golive import trial
from sandbox.stack import Stack
from simulator.tests.control import CORPUS, Control
from tests.e2e import office as offices
from tests.e2e.person import DESKTOP, Person
from tests.whole.invoices import document, invoice, line
from tests.whole.world import PERSON

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

    from tests.e2e.office import Office
    from tests.whole.world import World

#: Without these Chromium talks to the outside, or asks its user something.
FLAGS = [
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium() -> str | None:
    return os.environ.get("CHROMIUM") or shutil.which("chromium")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    path = chromium()
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail("No Chromium found, and in CI the browser tests must run: install it or set CHROMIUM.")
        pytest.skip("no Chromium found: install it or set CHROMIUM=/path/to/chromium")
    return {**browser_type_launch_args, "executable_path": path, "args": FLAGS}


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    with Stack(tmp_path_factory.mktemp("stack"), workers=1) as running:
        yield running


@pytest.fixture(scope="session")
def control(stack: Stack) -> Control:
    """The simulator behind the installation; nobody waits for its limits, which have tests of their own."""
    control = Control(stack.exact_url)
    control.switch(minute_limit=100_000, day_limit=1_000_000)
    return control


@pytest.fixture(scope="session")
def office(stack: Stack, control: Control) -> Iterator[Office]:
    with offices.opened(stack, control) as office:
        yield office


@pytest.fixture
def enter(browser: Browser, stack: Stack) -> Iterator[Callable[..., Person]]:
    """Somebody comes in, logged in when an address is given; nobody's browser may have complained at the end."""
    people: list[Person] = []

    def come_in(email: str = "", language: str = "nl-NL") -> Person:
        context = browser.new_context(base_url=stack.host_url, viewport=DESKTOP, locale=language)
        person = Person(context)
        people.append(person)
        return person.log_in(email) if email else person

    yield come_in
    complaints = [complaint for person in people for complaint in person.complaints]
    for person in people:
        person.page.context.close()
    assert not complaints, "\n".join(complaints)


@pytest.fixture(scope="session")
def park(office: Office) -> str:
    """A tenant whose link works, with an invoice in every state that a person can meet, a deposit and a trial run."""
    office.ready("park", CORPUS, without_rates=("0",), deposits=DepositSettings(as_turnover=True))
    blocked = invoice("20268001", lines=[line("40.00", "0.00", rate="0", ledger="8080")])
    office.send("park", document(blocked, invoice("20268002"), invoice("20268003", lines=[line("0.00", "0.00")])))
    office.send("park", document(invoice("20268005", lines=[{**line("300.00", "63.00"), "kind": "deposit"}])))
    office.run("park")
    office.send("park", document(invoice("20268004")))
    office.do(_try)
    return "park"


def _try(world: World) -> None:
    trial_id = trial.start(world.runtime, "park", PERSON, world.runtime.today().replace(day=1))
    trial.work_on(world.runtime, trial_id, lambda: False)
