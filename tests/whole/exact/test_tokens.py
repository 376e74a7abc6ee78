"""Pairs of tokens against the simulator: their life, their death, and who may have one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.exact import oauth
from mice_exact_plugin.exact.errors import OldRefreshTokenUsed, RefreshTokenExpired, TokenRefused, TooEarly
from mice_exact_plugin.exact.tokens import TokenPair
from mice_exact_plugin.exact.transport import Transport
from simulator.tests.control import ALL_DUTCH, DUTCH, Control
from tests.whole.exact.doors import DEADLINE, app, sign_in


@pytest.fixture
def clock(control: Control) -> Iterator[Control]:
    """The simulator with a clock that is put right afterwards."""
    yield control
    control.advance(-control.call("GET", "clock")["offset"])


def refreshed(control: Control, token: str) -> TokenPair | LinkError:
    with Transport(control.url, DEADLINE) as transport:
        try:
            return oauth.refresh(transport, app(control), token)
        except LinkError as error:
            return error


def test_the_life_of_a_pair(clock: Control) -> None:
    first = sign_in(clock)
    assert first.expires_in == 600
    assert isinstance(refreshed(clock, first.refresh_token), TooEarly)
    clock.advance(571)
    second = refreshed(clock, first.refresh_token)
    assert isinstance(second, TokenPair)
    assert isinstance(refreshed(clock, first.refresh_token), OldRefreshTokenUsed)
    clock.advance(31 * 86400)
    assert isinstance(refreshed(clock, second.refresh_token), RefreshTokenExpired)


def test_a_code_works_once_and_only_with_our_secret(control: Control) -> None:
    code = control.code(DUTCH, ALL_DUTCH)
    with Transport(control.url, DEADLINE) as transport:
        with pytest.raises(TokenRefused):
            oauth.exchange_code(transport, app(control, "wrong"), control.code(DUTCH, ALL_DUTCH))
        oauth.exchange_code(transport, app(control), code)
        with pytest.raises(TokenRefused):
            oauth.exchange_code(transport, app(control), code)
