"""Exact's limits in the database, by calls through the gate: spent before a call, corrected after it, and at rest."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import event, insert, select, update

from mice_exact_plugin.access import budgets
from mice_exact_plugin.access.gate import Gate
from mice_exact_plugin.database import step
from mice_exact_plugin.exact import limits
from mice_exact_plugin.link import unchanged
from tests.fake import diary
from tests.fake.client import SILENT, FakeClient, Trouble, shut

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection

    from mice_exact_plugin.exact.client import ExactClient
    from tests.fake.client import Where
    from tests.fake.office import Office

JOURNALS: Where = ("GET", "financial/Journals")


def windows(office: Office) -> dict[str, tuple[int, int, str]]:
    return {row.span: (row.used, row.maximum, f"{row.resets_at:%d %H:%M:%S}") for row in _all(office)}


def _all(office: Office) -> list[budgets.CallWindow]:
    with step(office.session):
        rows = office.session.scalars(select(budgets.CallWindow).execution_options(populate_existing=True)).all()
        for row in rows:
            office.session.expunge(row)
    return list(rows)


def fresh(office: Office) -> FakeClient:
    """A client before any call of this minute."""
    with step(office.session):
        office.session.query(budgets.CallWindow).delete()
    client = office.work().client
    assert isinstance(client, FakeClient), "it is the one of values"
    return client


def ask(client: ExactClient, times: int = 1) -> Callable[[], Any]:
    return lambda: [client.journals() for _ in range(times)][-1][0].code


def headers(office: Office, span: str = "Minutely-", **changes: Any) -> dict[str, str]:
    """What Exact says of a window of which one call is spent, unless it says otherwise."""
    plain = {"Remaining": 59, "Limit": 60, "Reset": int(office.time.now.timestamp() * 1000) + 60_000} | changes
    stamp = f"{office.time.now:%a, %d %b %Y %H:%M:%S} GMT"
    return {f"X-RateLimit-{span}{name}": str(value) for name, value in plain.items()} | {"Date": stamp}


def test_every_call_is_counted_against_the_minute_and_the_day(office: Office) -> None:
    client = fresh(office)
    ask(client, 2)()
    assert windows(office) == {"minute": (2, 60, "16 03:01:00"), "day": (2, 5000, "17 00:00:00")}
    office.time.forward(seconds=60)
    ask(client)()
    assert windows(office) == {"minute": (1, 60, "16 03:02:00"), "day": (3, 5000, "17 00:00:00")}


def test_of_two_who_begin_a_window_the_second_counts_in_that_of_the_first(office: Office) -> None:
    client, app = fresh(office), office.link.app
    place = {"site": str(app.site), "app": app.client_id, "division": 1234567}
    first: list[str] = []

    def another(connection: Connection, _: str) -> None:
        if not first:
            row = {"span": "minute", "resets_at": office.time.now, "used": 1, "maximum": 60, "version": 0}
            connection.execute(insert(budgets.CallWindow).values(**place, **row))
            first.append("minute")

    engine = office.session.get_bind()
    event.listen(engine, "savepoint", another)
    try:
        ask(client)()
    finally:
        event.remove(engine, "savepoint", another)
    assert first, "a row was there when ours was written"
    assert office.exact.calls(JOURNALS) == 1
    assert [used for used, *_ in windows(office).values()] == [1, 1]


def test_a_spent_minute_ends_it_with_the_moment_and_nothing_is_sent(office: Office) -> None:
    client = fresh(office)
    ask(client, 60)()
    assert diary.attempt(ask(client)) == "RateLimited(minute_spent, 03:01:00)"
    assert office.exact.calls(JOURNALS) == 60
    assert windows(office)["day"][0] == 60, "neither window, or both"
    office.time.forward(seconds=60)
    assert diary.attempt(ask(client)) == "70"


def test_a_spent_day_too(office: Office) -> None:
    client = fresh(office)
    office.exact.headers = headers(office, "", Remaining=0, Limit=5000, Reset=_ms(datetime(2026, 3, 17, tzinfo=UTC)))
    ask(client)()
    assert diary.attempt(ask(client)) == "RateLimited(day_spent, 00:00:00)"
    assert windows(office)["minute"][0] == 1


def _ms(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, (2, 60, "16 03:01:00")),
        ({"Remaining": 58}, (2, 60, "16 03:01:00")),
        ({"Remaining": 40}, (20, 60, "16 03:01:00")),
        ({"Limit": 100, "Remaining": 99}, (2, 100, "16 03:01:00")),
    ],
)
def test_exact_overrules_our_count(office: Office, said: dict[str, int], expected: tuple[int, int, str]) -> None:
    client = fresh(office)
    ask(client)()
    office.exact.headers = headers(office, "Minutely-", **said)
    ask(client)()
    assert windows(office)["minute"] == expected


@pytest.mark.parametrize(("remaining", "still"), [(3, 3), (2, 0), (0, 0)])
def test_calls_that_are_spent_and_not_made_yet_are_dropped_when_exact_has_room_for_fewer(
    office: Office, remaining: int, still: int
) -> None:
    app = office.link.app
    with step(office.session):
        office.session.query(budgets.CallWindow).delete()
        budgets.spend(office.session, app, 1234567, office.time.now)
        spent = budgets.spend(office.session, app, 1234567, office.time.now, calls=4)
    said = headers(office, Remaining=remaining)
    assert budgets.correct(office.runtime, app, 1234567, said, spent, office.time.now).left == still


def test_a_slice_spends_four_calls_at_once_and_then_makes_them(office: Office) -> None:
    client = fresh(office)
    link, gate = office.link, client.gate
    assert isinstance(gate, Gate), "it is the gate of a slice"
    with step(office.session):
        gate.link = unchanged.values_of(office.session, link)
    spent = []
    for _ in range(6):
        ask(client)()
        spent.append(windows(office)["minute"][0])
    assert spent == [1, 5, 5, 5, 5, 9], "the first call begins the minute"


def test_no_call_goes_out_in_a_minute_that_exact_says_is_spent(office: Office) -> None:
    """Of a slice, which spends four calls at once."""
    client = fresh(office)
    link, gate = office.link, client.gate
    assert isinstance(gate, Gate), "it is the gate of a slice"
    with step(office.session):
        gate.link = unchanged.values_of(office.session, link)
    ask(client, 2)()
    office.exact.headers = headers(office, Remaining=0)
    ask(client)()
    assert diary.attempt(ask(client)) == "RateLimited(minute_spent, 03:01:00)"
    assert office.exact.calls(JOURNALS) == 3


@pytest.mark.parametrize(("shift", "expected"), [(2000, "16 03:01:00"), (3000, "16 03:01:03"), (-3000, "16 03:00:57")])
def test_the_moment_of_the_reset_is_believed_beyond_what_cannot_be_told_apart(
    office: Office, shift: int, expected: str
) -> None:
    client = fresh(office)
    ask(client)()
    office.exact.headers = headers(office, Remaining=58, Reset=_ms(office.time.now) + min(60_000 + shift, 60_000))
    if shift > 0:
        office.time.forward(seconds=shift / 1000)
        office.exact.headers = headers(office, Remaining=58)
    ask(client)()
    assert windows(office)["minute"][2] == expected


def test_headers_that_say_nothing_change_nothing(office: Office) -> None:
    client = fresh(office)
    office.exact.headers = {"X-RateLimit-Minutely-Remaining": "few"}
    ask(client)()
    assert windows(office)["minute"] == (1, 60, "16 03:01:00")


@pytest.mark.parametrize("minute", [1, 60])
def test_who_overtakes_us_is_not_counted_away(office: Office, monkeypatch: pytest.MonkeyPatch, minute: int) -> None:
    """The minute is over, so it is read and written anew, and another process does so in between."""
    client = fresh(office)
    ask(client)()
    office.time.forward(seconds=minute)
    read, overtaken = limits.spend, list[int]()

    def spend(*args: Any) -> Any:
        if not overtaken:
            overtaken.append(1)
            window = budgets.CallWindow
            office.session.execute(update(window).values(used=window.used + 1, version=window.version + 1))
            office.session.flush()
        return read(*args)

    monkeypatch.setattr(limits, "spend", spend)
    ask(client)()
    assert windows(office)["minute"][0] == (2 if minute == 1 else 1)


def test_who_is_first_with_a_window_is_not_counted_away(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    client = fresh(office)
    read, asked = limits.fresh, list[int]()

    def beaten(span: Any, now: datetime) -> Any:
        asked.append(1)
        return read(span, now)

    monkeypatch.setattr(limits, "fresh", beaten)
    ask(client)()
    assert (len(asked), [used for used, _, _ in windows(office).values()]) == (2, [1, 1])


def refusals(office: Office) -> list[tuple[str, int]]:
    with step(office.session):
        rows = office.session.execute(select(budgets.Refusal.endpoint, budgets.Refusal.status))
        return [(endpoint, status) for endpoint, status in rows]


def test_after_six_refusals_of_an_hour_an_endpoint_rests(office: Office) -> None:
    client = office.work().client
    for _ in range(6):
        office.exact.trouble(JOURNALS, shut())
        assert diary.attempt(ask(client)) == "RightMissing(403: forbidden)"
        office.time.forward(seconds=10)
    assert refusals(office) == [("financial/Journals", 403)] * 6
    assert diary.attempt(ask(client)) == "EndpointResting(financial/Journals, 04:00:00)"
    assert client.periods(), "others do not rest"
    office.time.forward(minutes=59)
    assert diary.attempt(ask(client)) == "70"


@pytest.mark.parametrize(("status", "counts"), [(400, 1), (403, 1), (404, 1), (429, 0), (500, 0), (503, 0)])
def test_what_counts(office: Office, status: int, counts: int) -> None:
    office.exact.trouble(JOURNALS, Trouble(status))
    diary.attempt(ask(office.work().client))
    assert len(refusals(office)) == counts


def test_old_refusals_are_forgotten_when_a_new_one_comes(office: Office) -> None:
    client = office.work().client
    for _ in range(2):
        office.exact.trouble(JOURNALS, shut())
        diary.attempt(ask(client))
        office.time.forward(hours=2)
    assert len(refusals(office)) == 2, "an hour more than counts"
    office.time.forward(seconds=1)
    office.exact.trouble(JOURNALS, shut())
    diary.attempt(ask(client))
    assert len(refusals(office)) == 1


def test_refusals_are_those_of_one_log_in_in_one_administration_and_endpoint(office: Office) -> None:
    now = office.time.now
    mine: dict[str, Any] = {"app": "app-1", "exact_user": "user-1", "division": 1234567, "endpoint": JOURNALS[1]}
    with step(office.session):
        for other in ({"app": "2"}, {"exact_user": "2"}, {"division": 7}, {"endpoint": "2"}):
            for _ in range(6):
                office.session.add(budgets.Refusal(**mine | other, status=403, at=now))
    assert diary.attempt(ask(office.work().client)) == "70"


def test_silence_counts_as_a_call_and_as_no_refusal(office: Office) -> None:
    client = fresh(office)
    office.exact.trouble(JOURNALS, SILENT)
    diary.attempt(ask(client))
    assert windows(office)["minute"][0] == 1
    assert refusals(office) == []


@pytest.mark.parametrize("other", [{"site": "BE"}, {"app": "app-2"}, {"division": 7}])
def test_limits_hold_for_an_app_in_an_administration(office: Office, other: dict[str, Any]) -> None:
    client = fresh(office)
    ask(client, 60)()
    with step(office.session):
        office.session.execute(update(budgets.CallWindow).values(**other))
    assert diary.attempt(ask(client)) == "70"


def test_calls_that_were_spent_together_are_used_up_one_by_one_within_their_minute(office: Office) -> None:
    ends = office.time.now + timedelta(seconds=60)
    spent: budgets.Spent | None = budgets.Spent({limits.Span.MINUTE: limits.Window(ends, 4, 60)}, left=2)
    left = []
    for _ in range(3):
        spent = spent and spent.one_less(office.time.now)
        left.append(spent and spent.left)
    assert left == [1, 0, None]
    one = budgets.Spent({limits.Span.MINUTE: limits.Window(ends, 4, 60)}, left=1)
    assert one.one_less(ends - timedelta(milliseconds=1)) is not None
    assert one.one_less(ends) is None
