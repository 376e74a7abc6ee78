"""What each tick does for the log-ins, by the fake: kept alive in a bounded time, and dropped once nobody uses them."""

from __future__ import annotations

import logging
from datetime import timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.access import secrets, tokens
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.standing import State
from mice_exact_plugin.exact import sites
from mice_exact_plugin.exact.errors import unusable
from mice_exact_plugin.exact.tokens import TokenPair
from mice_exact_plugin.link.connection import Connection, Status
from mice_exact_plugin.setup import upkeep
from mice_exact_plugin.standing import standing
from tests.fake.log_in import APP_ID, USER
from tests.fake.office import APP, TENANT

if TYPE_CHECKING:
    from mice_exact_plugin.exact.transport import Answer, Call
    from tests.fake.office import Office


def venue(office: Office, code: str, user: str = USER) -> None:
    """Another one, with a log-in at Exact of its own unless it shares ours."""
    with step(office.session):
        office.session.add(Connection(tenant=code, site="NL", app=APP_ID, exact_user=user, status=Status.CONNECTED))
        if user != USER:
            tokens.save_pair(office.runtime, sites.LogIn(APP, user), TokenPair("a", "r", 600))


def kept(office: Office) -> set[str]:
    with step(office.session):
        return {token.exact_user for token in secrets.all_tokens(office.session)}


class Hanging:
    """Exact takes every request and answers none."""

    def __init__(self, office: Office) -> None:
        self.office, self.asked = office, 0

    def __call__(self, *_: Any, **__: Any) -> Hanging:
        return self

    def __enter__(self) -> Hanging:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is open."""

    def exchange(self, call: Call, token: str | None = None) -> Answer:
        self.asked += 1
        self.office.time.forward(seconds=60)
        raise unusable(call.is_write, "ReadTimeout")


def test_a_tick_does_not_spend_its_time_on_log_ins_that_get_no_answer(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A tick that takes five minutes is ended, and then no mail goes out as long as Exact hangs."""
    for number in range(5):
        venue(office, f"venue-{number}", f"user-of-{number}")
    hanging = Hanging(office)
    monkeypatch.setattr(tokens, "Transport", hanging)
    office.time.forward(days=8)
    upkeep.keep_alive(office.runtime)
    assert hanging.asked == 1
    upkeep.keep_alive(office.runtime)
    assert hanging.asked == 2


def test_whose_log_in_could_not_be_kept_alive_is_in_the_log(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    """Who looks for a venue by its code finds it, also one that lives by the log-in of another."""
    venue(office, "strand")
    office.log_in.revoke()
    office.time.forward(days=8)
    with caplog.at_level(logging.WARNING):
        upkeep.keep_alive(office.runtime)
    (line,) = [each.getMessage() for each in caplog.records if each.name == "mice_exact_plugin.upkeep"]
    assert f"{TENANT}, strand" in line
    assert "ConnectionDead" in line


@pytest.mark.parametrize("shared", [False, True])
def test_who_comes_back_after_the_log_in_was_dropped_is_told_at_once(office: Office, shared: bool) -> None:
    """Deactivated for forty days, and active again: the link does not seem to work until a night fails."""
    if shared:
        venue(office, "strand")
    active = office.host.active
    office.host.active = SimpleNamespace(granted_at=active.granted_at, withdrawn_at=office.time.now)
    office.time.forward(days=29)
    upkeep.forget(office.runtime)
    assert kept(office) == {USER}
    office.time.forward(days=11)
    upkeep.forget(office.runtime)
    assert kept(office) == set()

    office.host.active = SimpleNamespace(granted_at=office.time.now, withdrawn_at=None)
    found = standing.of(office.runtime, TENANT)
    assert found.state is State.LOG_IN_DEAD


def test_a_log_in_that_another_venue_lives_by_is_kept(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    venue(office, "strand")
    active = office.host.active
    withdrawn = SimpleNamespace(granted_at=active.granted_at, withdrawn_at=office.time.now)
    monkeypatch.setattr(office.host, "activation", lambda tenant, _: withdrawn if tenant == TENANT else active)
    office.time.now += timedelta(days=40)
    upkeep.forget(office.runtime)
    assert kept(office) == {USER}
