"""A refresh beside others, by the fake: another process, a person who logs in, a database that is away."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy.exc import OperationalError

from mice_exact_plugin.access import secrets, tokens
from mice_exact_plugin.crypto import KeyRing
from mice_exact_plugin.database import step
from mice_exact_plugin.errors import ConnectionDead, TryLater
from mice_exact_plugin.exact import oauth, sites
from mice_exact_plugin.exact.errors import TokenRefused
from mice_exact_plugin.link.connection import Connection, Status
from mice_exact_plugin.setup import upkeep
from simulator.oauth.refusals import TokenRefusal
from tests.fake.log_in import APP_ID, USER
from tests.fake.office import APP, Office

if TYPE_CHECKING:
    from collections.abc import Callable

OLD = {"seconds": 570}


def token(office: Office) -> str:
    return tokens.access_token(office.runtime, sites.LogIn(APP, USER))


def status(office: Office) -> tuple[str, str | None]:
    with step(office.session):
        connection = office.session.get_one(Connection, 1, populate_existing=True)
        return connection.status, connection.dead_reason


def test_a_log_in_by_a_person_meanwhile_is_what_counts(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between Exact's answer to our refresh and our writing it down somebody logs in."""
    office.time.forward(**OLD)
    refresh = oauth.refresh

    def and_logs_in(*args: Any) -> Any:
        pair = refresh(*args)
        with step(office.session):
            tokens.save_pair(office.runtime, sites.LogIn(APP, USER), office.log_in.again())
        return pair

    monkeypatch.setattr(oauth, "refresh", and_logs_in)
    found = token(office)
    assert office.log_in.takes(found)
    assert status(office) == (Status.CONNECTED, None)


def test_a_log_in_by_a_person_meanwhile_is_no_end(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.time.forward(**OLD)
    pair = office.log_in.again()
    refresh = oauth.refresh

    def after_they_logged_in(*args: Any) -> Any:
        with step(office.session):
            tokens.save_pair(office.runtime, sites.LogIn(APP, USER), pair)
        return refresh(*args)

    monkeypatch.setattr(oauth, "refresh", after_they_logged_in)
    assert token(office) == pair.access_token
    assert status(office) == (Status.CONNECTED, None)


@pytest.mark.parametrize("said", ["invalid_grant", "access_denied"])
def test_a_refusal_of_the_former_pair_leaves_a_log_in_meanwhile_alone(
    office: Office, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    office.time.forward(**OLD)
    pair = office.log_in.again()

    def refused(*_: Any) -> Any:
        with step(office.session):
            tokens.save_pair(office.runtime, sites.LogIn(APP, USER), pair)
        raise TokenRefused(said, refresh_token="of the former pair")

    with monkeypatch.context() as patched, suppress(TryLater):
        patched.setattr(oauth, "refresh", refused)
        assert token(office) == pair.access_token
    assert token(office) == pair.access_token
    office.time.forward(**OLD)
    assert office.log_in.takes(token(office)), "with the refresh token of that log-in"
    assert status(office) == (Status.CONNECTED, None)


def test_a_pair_that_comes_with_a_refusal_is_the_one_from_then_on(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """picqer/exact-php-client issue 559: the earlier ones are void."""
    office.time.forward(**OLD)
    pair = office.log_in.again()
    body = {"error": "invalid_grant", "access_token": pair.access_token, "refresh_token": pair.refresh_token}
    with monkeypatch.context() as patched:
        patched.setattr(office.log_in.tokens, "refresh", _raising(TokenRefusal(400, "x"), body))
        assert token(office) == pair.access_token
    assert status(office) == (Status.CONNECTED, None)
    office.time.forward(**OLD)
    assert office.log_in.takes(token(office)), "its refresh token was kept as well"


def _raising(refusal: TokenRefusal, body: dict[str, str]) -> Callable[..., Any]:
    refusal.body = body

    def refuse(*_: Any) -> Any:
        raise refusal

    return refuse


def test_a_log_in_meanwhile_outlives_the_end_of_the_former_one(office: Office) -> None:
    """What a run met of the former one is written down when a person has logged in again already."""
    refused = token(office)
    pair = office.log_in.again()
    with step(office.session):
        tokens.save_pair(office.runtime, sites.LogIn(APP, USER), pair)
    for said in (refused, None):
        tokens.mark_dead(office.runtime, sites.LogIn(APP, USER), "unauthorised", refused=said)
    assert (token(office), status(office)) == (pair.access_token, (Status.CONNECTED, None))


def test_a_connection_without_a_token_is_dead(office: Office) -> None:
    with step(office.session):
        office.session.query(secrets.Token).delete()
    tokens.mark_dead(office.runtime, sites.LogIn(APP, USER), "log_in_ended")
    assert status(office) == (Status.DEAD, "log_in_ended")


def test_keys_that_are_turned_over_meanwhile_cost_no_log_in(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between Exact's answer to our refresh and our writing it down the operator turns the keys over."""
    office.time.forward(**OLD)
    office.lasting(keys=KeyRing((b"n" * 32, *office.runtime.config.keys.keys)))
    refresh = oauth.refresh

    def and_turns_the_keys(*args: Any) -> Any:
        pair = refresh(*args)
        assert upkeep.rotate_keys(office.runtime) == 1
        return pair

    with monkeypatch.context() as patch:
        patch.setattr(oauth, "refresh", and_turns_the_keys)
        assert office.log_in.takes(token(office))
    office.time.forward(**OLD)
    assert office.log_in.takes(token(office)), "by the pair that came with it"
    assert status(office) == (Status.CONNECTED, None)


def _database_away(office: Office, monkeypatch: pytest.MonkeyPatch, times: int) -> list[int]:
    tried: list[int] = []
    is_unchanged = secrets.is_unchanged

    def away(*args: Any) -> bool:
        tried.append(1)
        if len(tried) <= times:
            raise OperationalError("", {}, Exception("away"))
        return is_unchanged(*args)

    monkeypatch.setattr(secrets, "is_unchanged", away)
    office.time.forward(**OLD)
    return tried


def test_a_database_that_is_away_is_waited_for(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    _database_away(office, monkeypatch, 3)
    assert office.log_in.takes(token(office))
    assert office.time.slept == [tokens.POLL_SECONDS] * 3


def test_a_database_that_stays_away_is_not_waited_for_longer_than_a_call(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    _database_away(office, monkeypatch, 10_000)
    with pytest.raises(OperationalError):
        token(office)
    assert sum(office.time.slept) == pytest.approx(60, abs=1)


def test_nobody_is_logged_in(office: Office) -> None:
    with step(office.session):
        office.session.query(secrets.Token).delete()
    with pytest.raises(ConnectionDead, match="log_in_ended"):
        token(office)


def test_a_log_in_that_goes_takes_its_token_unless_another_lives_by_it(office: Office) -> None:
    with step(office.session):
        mine = office.session.get_one(Connection, 1)
        other = Connection(tenant="other", site="NL", app=APP_ID, exact_user=USER, status=Status.CONNECTED)
        office.session.add(other)
        office.session.flush()
        secrets.drop_unused(office.session, mine)
    assert len(_tokens(office)) == 1
    with step(office.session):
        other.status = Status.DISCONNECTED
        office.session.flush()
        another = secrets.Token(
            site="NL", app=APP_ID, exact_user="2", access=b"", refresh=b"", received_at=office.time.now
        )
        office.session.add(another)
        office.session.flush()
        secrets.drop_unused(office.session, mine)
    assert [each.exact_user for each in _tokens(office)] == ["2"]


def _tokens(office: Office) -> list[secrets.Token]:
    with step(office.session):
        return list(secrets.all_tokens(office.session))
