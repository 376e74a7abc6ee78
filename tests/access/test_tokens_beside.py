"""A refresh beside others, by the fake: another process, a person who logs in, a database that is away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy.exc import OperationalError

from mice_exact_plugin.access import secrets, tokens
from mice_exact_plugin.database import step
from mice_exact_plugin.errors import ConnectionDead
from mice_exact_plugin.exact import oauth, sites
from mice_exact_plugin.link.connection import Connection, Status
from tests.fake.log_in import APP_ID, USER
from tests.fake.office import APP, Office

if TYPE_CHECKING:
    pass

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
