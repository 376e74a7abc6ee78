"""A client for each kind of user of the simulator's Dutch administration."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mice_exact_plugin.exact.client import ExactClient
from mice_exact_plugin.exact.transport import Transport
from simulator.tests.control import READER, VENUE, Control
from tests.whole.exact.doors import DEADLINE, TokenGate, sign_in


@pytest.fixture
def gate(control: Control) -> TokenGate:
    return TokenGate(sign_in(control).access_token)


@pytest.fixture
def client(control: Control, gate: TokenGate) -> Iterator[ExactClient]:
    with Transport(control.url, DEADLINE, gate) as transport:
        yield ExactClient(transport, VENUE)


@pytest.fixture
def reader(control: Control) -> Iterator[ExactClient]:
    with Transport(control.url, DEADLINE, TokenGate(sign_in(control, READER).access_token)) as transport:
        yield ExactClient(transport, VENUE)
