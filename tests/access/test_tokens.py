"""The token of a call, by the fake of Exact's token endpoint: when it is refreshed, and what a refusal means."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import update

from mice_exact_plugin.access import lease as leases
from mice_exact_plugin.access import secrets, tokens
from mice_exact_plugin.database import step
from mice_exact_plugin.errors import ConnectionDead
from mice_exact_plugin.exact import sites
from mice_exact_plugin.link.connection import Connection, Status
from tests.fake import diary
from tests.fake.client import AWAY, LOST, SILENT, TOKENS, Trouble
from tests.fake.log_in import APP_ID, USER
from tests.fake.office import APP, TENANT, Office

if TYPE_CHECKING:
    from collections.abc import Callable

OLD = {"seconds": 570}


def token(office: Office) -> str:
    return tokens.access_token(office.runtime, sites.LogIn(APP, USER))


def row(office: Office) -> secrets.Token:
    with step(office.session):
        found = secrets.token_of(office.session, "NL", APP_ID, USER)
        assert found is not None
        office.session.expunge(found)
    return found


def refresh_token(office: Office) -> str:
    found = row(office)
    return office.runtime.config.keys.decrypt(found.refresh, found.owner, secrets.REFRESH).decode()


def status(office: Office) -> tuple[str, str | None]:
    with step(office.session):
        connection = office.session.get_one(Connection, 1, populate_existing=True)
        return connection.status, connection.dead_reason


def asked(office: Office) -> int:
    return office.exact.calls(TOKENS)


def test_a_young_token_is_used_as_it_is(office: Office) -> None:
    office.time.forward(seconds=569)
    assert token(office) == office.log_in.pair.access_token
    assert asked(office) == 0


def test_an_old_one_is_refreshed_once_and_kept(office: Office) -> None:
    office.time.forward(**OLD)
    new = token(office)
    assert new != office.log_in.pair.access_token
    assert office.log_in.takes(new)
    assert token(office) == new
    assert asked(office) == 1
    kept = row(office)
    assert (kept.received_at, kept.unanswered_at, kept.dead_reason) == (office.time.now, None, None)
    office.time.forward(**OLD)
    assert office.log_in.takes(token(office)), "with the refresh token that came with it"


def test_another_process_has_refreshed_it(office: Office) -> None:
    old = token(office)
    office.time.forward(**OLD)
    new = token(office)
    assert tokens.renew(office.runtime, sites.LogIn(APP, USER), stale=old) == new
    assert asked(office) == 1


def test_what_another_process_put_there_is_refreshed_when_it_is_old_as_well(office: Office) -> None:
    old = token(office)
    office.time.forward(**OLD)
    second = token(office)
    office.time.forward(**OLD)
    third = tokens.renew(office.runtime, sites.LogIn(APP, USER), stale=old)
    assert third not in (old, second)
    assert asked(office) == 2


def _held(office: Office, **how_long: float) -> leases.Lease:
    held = leases.take(office.runtime, f"refresh:NL:{APP_ID}:{USER}", "another", timedelta(**how_long))
    assert held is not None
    return held


def test_while_another_refreshes_it_is_waited_for(office: Office) -> None:
    office.time.forward(**OLD)
    _held(office, seconds=1)
    assert office.log_in.takes(token(office))
    assert office.time.slept == [tokens.POLL_SECONDS] * 5


def test_what_another_refreshes_meanwhile_is_taken(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    old = token(office)
    office.time.forward(**OLD)
    _held(office, seconds=200)
    pair = office.log_in.again()

    def sleep(seconds: float) -> None:
        with step(office.session):
            tokens.save_pair(office.runtime, sites.LogIn(APP, USER), pair)

    monkeypatch.setattr(tokens, "time", SimpleNamespace(monotonic=office.time.monotonic, sleep=sleep))
    assert tokens.renew(office.runtime, sites.LogIn(APP, USER), stale=old) == pair.access_token
    assert asked(office) == 0


def test_who_refreshes_too_long_gives_the_worker_back(office: Office) -> None:
    office.time.forward(**OLD)
    _held(office, hours=1)
    assert diary.attempt(lambda: token(office)) == "TryLater(refresh_busy)"
    # The other's request ends within the deadline, and what its database adds is waited for.
    assert sum(office.time.slept) == pytest.approx(65, abs=1)


def test_a_refresh_gives_its_lease_back(office: Office) -> None:
    office.time.forward(**OLD)
    token(office)
    held = leases.take(office.runtime, f"refresh:NL:{APP_ID}:{USER}", "another", timedelta(seconds=1))
    assert held is not None


#: The answer to a refresh of an old token → what is raised, how the link stands, and what is kept of it.
ANSWERS: dict[str, tuple[Callable[[Office], Any], str, tuple[str, str | None]]] = {
    "no line": (
        lambda office: office.exact.trouble(TOKENS, AWAY),
        "TryLater(oauth2/token: ConnectError)",
        (Status.CONNECTED, None),
    ),
    "silence": (
        lambda office: office.exact.trouble(TOKENS, SILENT),
        "TryLater(refresh_unanswered, 03:10:00)",
        (Status.CONNECTED, None),
    ),
    "too many": (
        lambda office: office.exact.trouble(TOKENS, Trouble(429)),
        "RateLimited(token_endpoint_429)",
        (Status.CONNECTED, None),
    ),
    "a fault": (
        lambda office: office.exact.trouble(TOKENS, Trouble(503)),
        "TryLater(refresh_unanswered, 03:10:00)",
        (Status.CONNECTED, None),
    ),
    "withdrawn": (
        lambda office: office.log_in.revoke(),
        "ConnectionDead(invalid_request)",
        (Status.DEAD, "invalid_request"),
    ),
    "a log-in elsewhere": (
        lambda office: office.log_in.again(),
        "ConnectionDead(old_refresh_token_used)",
        (Status.DEAD, "old_refresh_token_used"),
    ),
    "expired": (
        lambda office: office.time.forward(days=31),
        "ConnectionDead(refresh_token_expired)",
        (Status.DEAD, "refresh_token_expired"),
    ),
    "no such grant": (
        lambda office: office.exact.trouble(TOKENS, Trouble(400, "invalid_grant")),
        "ConnectionDead(invalid_grant)",
        (Status.DEAD, "invalid_grant"),
    ),
    "not this app": (
        lambda office: office.exact.trouble(TOKENS, Trouble(400, "unauthorized_client")),
        "ConnectionDead(unauthorized_client)",
        (Status.DEAD, "unauthorized_client"),
    ),
    "what nobody knows": (
        lambda office: office.exact.trouble(TOKENS, Trouble(400, "access_denied")),
        "TryLater(access_denied)",
        (Status.CONNECTED, None),
    ),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_what_an_answer_means(office: Office, name: str) -> None:
    given, raised, stands = ANSWERS[name]
    office.time.forward(**OLD)
    given(office)
    assert diary.attempt(lambda: token(office)) == raised
    assert status(office) == stands
    events = office.events(None)
    assert events == (["connection_dead"] if stands[0] == Status.DEAD else [])
    if stands[0] == Status.DEAD:
        assert [line.details for line in office.trail(None)] == [{"reason": stands[1]}]
        assert row(office).dead_reason == stands[1]
        with pytest.raises(ConnectionDead, match=stands[1]):
            token(office)
        assert asked(office) == 1


def test_dead_is_every_connection_of_the_log_in_and_no_other(office: Office) -> None:
    plain: dict[str, Any] = {"site": "NL", "app": APP_ID, "exact_user": USER, "status": Status.CONNECTED}
    others: list[dict[str, Any]] = [
        {"exact_user": "2"},
        {"app": "2"},
        {"site": "BE"},
        {"status": Status.DISCONNECTED},
        {},
    ]
    with step(office.session):
        for number, change in enumerate(others):
            office.session.add(Connection(tenant=f"other-{number}", **plain | change))
    tokens.mark_dead(office.runtime, sites.LogIn(APP, USER), "revoked", refused=token(office))
    with step(office.session):
        found = {each.tenant: each.status for each in office.session.query(Connection)}
    dead = {tenant for tenant, stands in found.items() if stands == Status.DEAD}
    assert dead == {TENANT, "other-4"}


def test_by_exacts_count_it_may_be_too_young_still(office: Office) -> None:
    """Our clock is ahead: the token in use still works."""
    with step(office.session):
        earlier = office.time.now - timedelta(seconds=600)
        office.session.execute(update(secrets.Token).values(received_at=earlier))
    assert token(office) == office.log_in.pair.access_token
    assert asked(office) == 1
    assert status(office) == (Status.CONNECTED, None)


def test_a_refusal_may_hand_out_a_refresh_token(office: Office) -> None:
    office.log_in.switches.early_refresh_rotates = "yes"
    test_by_exacts_count_it_may_be_too_young_still(office)
    assert refresh_token(office) != office.log_in.pair.refresh_token
    office.time.forward(**OLD)
    assert office.log_in.takes(token(office))


def test_after_silence_the_same_token_rests_and_is_sent_once_more(office: Office) -> None:
    office.time.forward(**OLD)
    office.exact.trouble(TOKENS, SILENT)
    assert diary.attempt(lambda: token(office)) == "TryLater(refresh_unanswered, 03:10:00)"
    office.time.forward(seconds=29)
    assert diary.attempt(lambda: token(office)) == "TryLater(refresh_unanswered, 03:10:00)"
    assert asked(office) == 1
    office.time.forward(seconds=1)
    assert office.log_in.takes(token(office))
    assert row(office).unanswered_at is None


def test_an_answer_that_got_lost_ends_the_log_in(office: Office) -> None:
    office.time.forward(**OLD)
    office.exact.trouble(TOKENS, LOST)
    diary.attempt(lambda: token(office))
    office.time.forward(seconds=30)
    assert diary.attempt(lambda: token(office)) == "ConnectionDead(old_refresh_token_used)"
