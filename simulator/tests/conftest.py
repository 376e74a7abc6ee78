"""Fixtures: the target of the suite, and what a test may change in it."""

import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from simulator.tests import tokens
from simulator.tests.api import Api
from simulator.tests.books import Books
from simulator.tests.certificates import write_certificates
from simulator.tests.control import ALL_DUTCH, NL_APP, VENUE, Control, FreshAllowance
from simulator.tests.front import tls_front
from simulator.tests.target import Target, target
from simulator.tests.wire import HTTP

SITES = ["start.exactonline.nl", "start.exactonline.be"]


@pytest.fixture(scope="session")
def site() -> Iterator[Target]:
    with target() as found:
        if found.control:
            found.control.remember()
        yield found
    HTTP.close()


@pytest.fixture
def exact(site: Target) -> Api:
    """The bookkeeper's client. A test with only this (and `books`) also runs against a real Exact Online."""
    return site.exact


@pytest.fixture
def books(site: Target) -> Books:
    return site.books


@pytest.fixture
def control(site: Target) -> Iterator[Control]:
    """The control API; whatever the test did to the simulator is undone afterwards."""
    if site.control is None:
        pytest.skip("a real Exact Online has no control API")
    yield site.control
    site.control.undo()


@pytest.fixture
def sign_in(control: Control) -> Callable[..., Api]:
    """`sign_in(user, division)`: another user's client, or the same user's in another administration."""

    def _sign_in(user: str, division: int = VENUE, divisions: list[int] = ALL_DUTCH, app: str = NL_APP) -> Api:
        token = tokens.sign_in(control, user, divisions, app)["access_token"]
        return Api(control.url, token, division, FreshAllowance(control, division, app))

    return _sign_in


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return write_certificates(tmp_path_factory.mktemp("certificates"), SITES)


@pytest.fixture(scope="module")
def front(site: Target, certificates: tuple[Path, Path]) -> Iterator[int]:
    if site.control is None:
        pytest.skip("a real Exact Online needs a person to log in")
    with tls_front(site.url, certificates[1]) as port:
        yield port


@pytest.fixture
def exact_sites(
    control: Control, front: int, certificates: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> Control:
    """The names of Exact's sites lead to the simulator, and its certificate is trusted."""
    resolve = socket.getaddrinfo

    def resolved(host: Any, port: Any, *args: Any, **kwargs: Any) -> Any:
        return resolve("127.0.0.1", front, *args, **kwargs) if host in SITES else resolve(host, port, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", resolved)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificates[0]))
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificates[0]))
    monkeypatch.setenv("no_proxy", "*")
    control.switch(minute_limit=10_000)
    return control
