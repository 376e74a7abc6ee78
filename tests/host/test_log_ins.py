"""Log-ins: a session that the server ends, and tries that get slower; nobody waits in these tests."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
import time_machine

from sandbox.host.services.log_ins import FORGOTTEN_AFTER, FREE, LONGEST, pause
from tests.host.visitor import Visitor

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask
    from time_machine import Traveller

EMAIL = "beheerder@zaal.test"
COOKIE = "mice_session"


@pytest.fixture
def traveller() -> Iterator[Traveller]:
    with time_machine.travel("2026-11-26T12:00:00Z", tick=False) as found:
        yield found


def attempt(app: Flask, email: str = EMAIL, password: str = "fout", address: str = "192.0.2.1") -> int:
    visitor = Visitor(app.test_client())
    visitor.client.environ_base["REMOTE_ADDR"] = address
    visitor.get("/inloggen")
    data = {"csrf_token": visitor.token(), "email": email, "password": password}
    answer = visitor.client.post("/inloggen", data=data)
    return answer.status_code


def test_a_copied_cookie_is_worth_nothing_after_logging_out(host_app: Flask) -> None:
    visitor = Visitor(host_app.test_client()).log_in(EMAIL)
    cookie = visitor.client.get_cookie(COOKIE)
    assert cookie is not None
    thief = Visitor(host_app.test_client())
    thief.client.set_cookie(COOKIE, cookie.value)
    thief.get("/facturen")
    assert thief.path == "/facturen", "it is a good copy"

    visitor.post("/uitloggen")
    thief.client.set_cookie(COOKIE, cookie.value)
    thief.get("/facturen")
    assert thief.path == "/inloggen"


def test_logging_out_here_leaves_another_browser_logged_in(host_app: Flask) -> None:
    here, there = (Visitor(host_app.test_client()).log_in(EMAIL) for _ in range(2))
    here.post("/uitloggen")
    there.get("/facturen")
    assert there.path == "/facturen"


def test_each_failure_under_an_e_mail_address_makes_the_next_try_later(host_app: Flask, traveller: Traveller) -> None:
    """From whatever network address, and also with the right password."""
    for number in range(FREE["email"]):
        assert attempt(host_app, address=f"192.0.2.{number}") == 401
    waits: list[int] = []
    for _ in range(4):
        assert attempt(host_app, password="welkom", address="192.0.2.99") == 429
        waits.append(seconds := 2 ** len(waits))
        traveller.shift(timedelta(seconds=seconds - 0.001))
        assert attempt(host_app, password="welkom", address="192.0.2.99") == 429, "a little too early"
        traveller.shift(timedelta(seconds=0.001))
        assert attempt(host_app, address="192.0.2.99") == 401
    traveller.shift(timedelta(seconds=16))
    assert attempt(host_app, password="welkom") == 302
    assert attempt(host_app) == 401, "who got in starts anew"


def test_each_failure_from_a_network_address_counts_under_whatever_name(host_app: Flask, traveller: Traveller) -> None:
    for number in range(FREE["address"]):
        assert attempt(host_app, email=f"{number}@voorbeeld.nl") == 401
    assert attempt(host_app, password="welkom") == 429
    assert attempt(host_app, password="welkom", address="198.51.100.1") == 302, "from elsewhere"
    traveller.shift(timedelta(seconds=1))
    assert attempt(host_app, password="welkom") == 302
    assert attempt(host_app, email="weer@voorbeeld.nl") == 401
    assert attempt(host_app) == 429, "one good log-in buys no tries at others"


def test_a_quiet_hour_is_forgiven(host_app: Flask, traveller: Traveller) -> None:
    for _ in range(FREE["email"]):
        attempt(host_app)
    assert attempt(host_app) == 429
    traveller.shift(FORGOTTEN_AFTER)
    assert [attempt(host_app) for _ in range(2)] == [401, 401]


def test_the_wait_says_how_long(host_app: Flask, traveller: Traveller) -> None:
    for _ in range(FREE["email"]):
        attempt(host_app)
    visitor = Visitor(host_app.test_client())
    visitor.get("/inloggen")
    visitor.post("/inloggen", 429, email=EMAIL, password="fout")
    assert visitor.messages == [("error", "Te vaak geprobeerd. Probeer het over 1 seconden opnieuw.")]
    assert visitor.page.headers["Retry-After"] == "1"


def test_waits_double_up_to_a_quarter_of_an_hour() -> None:
    assert [pause(failures, 3).total_seconds() for failures in (0, 2, 3, 4, 5)] == [0, 0, 1, 2, 4]
    assert pause(10_000, 3) == LONGEST
