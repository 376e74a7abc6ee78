"""Connecting, by the fake: a way back that is gone twice, an administration that was renamed, or is shared."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.database import step
from mice_exact_plugin.link.connection import Connection, LogInUnderWay, Status, connection_of
from mice_exact_plugin.runtime import Person
from mice_exact_plugin.setup import administration, connect, upkeep
from tests.fake.client import TOKENS, FakeClient
from tests.fake.log_in import APP_ID
from tests.fake.office import TENANT

if TYPE_CHECKING:
    from tests.fake.office import Office

ANKE, BROWSER = Person("1", "Anke"), "a browser"
STRAND, KASTEEL = 2000001, 3000001


@pytest.fixture(autouse=True)
def nobody_at_work(office: Office) -> None:
    office.ended()


def begun(office: Office) -> connect.Return:
    """What Exact sends the browser back with."""
    app = office.runtime.config.app("NL")
    address = connect.begin(office.runtime, TENANT, ANKE, app, BROWSER)
    state = address.partition("state=")[2].partition("&")[0]
    return connect.Return(state, office.log_in.code(), None, app.callback_url, BROWSER)


def now(office: Office) -> Connection:
    with step(office.session):
        found = connection_of(office.session, TENANT)
        assert found is not None
        office.session.refresh(found)
        office.session.expunge(found)
    return found


def asked(office: Office) -> int:
    return office.exact.calls(TOKENS)


def test_a_reload_of_the_way_back_changes_nothing(office: Office) -> None:
    back = begun(office)
    connect.came_back(office.runtime, TENANT, ANKE, back)
    calls, events = asked(office), office.events(None)
    office.time.forward(minutes=30)
    connect.came_back(office.runtime, TENANT, ANKE, back)
    assert (asked(office), office.events(None)) == (calls, events)


def test_of_a_double_click_the_second_waits_for_the_first(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    back, times = begun(office), [0.0]

    def at_last(_: float) -> None:
        times.append(1.0)
        with step(office.session):
            office.session.get_one(Connection, 1, populate_existing=True).connected_at = office.time.now

    with step(office.session):
        office.session.query(LogInUnderWay).update({"used_at": office.time.now + timedelta(seconds=1)})
    office.time.forward(seconds=2)
    monkeypatch.setattr(connect, "time", SimpleNamespace(monotonic=lambda: times[-1], sleep=at_last))
    connect.came_back(office.runtime, TENANT, ANKE, back)
    assert asked(office) == 0


@pytest.mark.parametrize("who", ["another person", "another browser", "broken off since", "never finished"])
def test_else_it_is_spent(office: Office, monkeypatch: pytest.MonkeyPatch, who: str) -> None:
    back, person = begun(office), ANKE
    monkeypatch.setattr(connect, "time", office.time)
    if who == "never finished":
        with step(office.session):
            office.session.query(LogInUnderWay).update({"used_at": office.time.now})
        office.time.forward(seconds=1)
        office.session.query(Connection).update({"connected_at": None})
        office.session.commit()
    else:
        connect.came_back(office.runtime, TENANT, ANKE, back)
    if who == "another person":
        person = Person("2", "Bert")
    if who == "another browser":
        back = replace(back, browser="another one")
    if who == "broken off since":
        connect.disconnect(office.runtime, TENANT, ANKE)
    with pytest.raises(connect.LogInFailed, match="state"):
        connect.came_back(office.runtime, TENANT, person, back)


def test_an_administration_that_was_renamed_is_called_so_after_a_log_in(office: Office) -> None:
    reference = office.books.reference
    renamed = replace(reference.division, name="De Proef Events BV", hid=77)
    office.books.reference = replace(reference, division=renamed)
    connect.came_back(office.runtime, TENANT, ANKE, begun(office))
    found = now(office)
    assert (found.status, found.division_name, found.division_hid) == (Status.CONNECTED, "De Proef Events BV", 77)


@pytest.fixture
def three(office: Office, monkeypatch: pytest.MonkeyPatch) -> Office:
    """An accountant's log-in reaches three administrations, two of which other venues book in."""
    own = office.books.reference.division
    offered = [own, *(replace(own, code=code, name=f"Klant {code}") for code in (STRAND, KASTEEL))]
    monkeypatch.setattr(FakeClient, "divisions", lambda *_: offered)
    with step(office.session):
        for code, division in (("strand", STRAND), ("kasteel", KASTEEL)):
            place = {"site": "NL", "app": APP_ID, "exact_user": "3", "division": division}
            office.session.add(Connection(tenant=code, status=Status.CONNECTED, **place))
    return office


def choose(office: Office, division: int) -> int | None:
    administration.choose(office.runtime, TENANT, division, ANKE, confirmed=True)
    return now(office).division


def test_a_yes_to_sharing_is_for_one_administration(three: Office) -> None:
    """Another client of the same accountant is picked by mistake: its books are not ours to book in."""
    with pytest.raises(administration.ChoiceRefused, match="shared"):
        choose(three, STRAND)
    upkeep.allow_sharing(three.runtime, TENANT)
    assert choose(three, STRAND) == STRAND
    with pytest.raises(administration.ChoiceRefused, match="shared"):
        choose(three, KASTEEL)
    assert choose(three, STRAND) == STRAND, "the one that it was for may be chosen again"
    upkeep.allow_sharing(three.runtime, TENANT)
    assert choose(three, KASTEEL) == KASTEEL


def test_one_of_our_own_spends_no_yes(three: Office) -> None:
    own = now(three).division
    assert own is not None
    upkeep.allow_sharing(three.runtime, TENANT)
    assert choose(three, own) == own
    assert choose(three, STRAND) == STRAND


def test_who_broke_off_comes_back_to_what_is_shared(three: Office) -> None:
    upkeep.allow_sharing(three.runtime, TENANT)
    choose(three, STRAND)
    connect.disconnect(three.runtime, TENANT, ANKE)
    connect.came_back(three.runtime, TENANT, ANKE, begun(three))
    assert (now(three).status, now(three).division) == (Status.CONNECTED, STRAND)
