"""Where the suite is pointed: at a simulator of its own, or at a real test administration named by the environment."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from simulator.config import Config
from simulator.running import running_simulator
from simulator.tests import tokens
from simulator.tests.api import Api, Patience
from simulator.tests.books import Books
from simulator.tests.control import DUTCH, VENUE, Control, FreshAllowance


@dataclass(frozen=True)
class Target:
    url: str
    exact: Api
    """Signed in as a Dutch bookkeeper in the administration under test."""
    control: Control | None
    """None on a real Exact Online."""
    books: Books


@contextmanager
def target() -> Iterator[Target]:
    url = os.environ.get("EXACT_TEST_URL")
    if url:
        yield real(url.rstrip("/"))
        return
    with running_simulator(Config(random_seed=1)) as simulator:
        yield simulated(simulator.url)


def real(url: str) -> Target:
    token, division = os.environ["EXACT_TEST_TOKEN"], int(os.environ["EXACT_TEST_DIVISION"])
    exact = Api(url, token, division, Patience())
    return Target(url, exact, None, Books.found_by(exact))


def simulated(url: str) -> Target:
    control = Control(url)
    token = tokens.sign_in(control, DUTCH)["access_token"]
    exact = Api(url, token, VENUE, FreshAllowance(control, VENUE))
    return Target(url, exact, control, Books.found_by(exact))
