"""Locks that outlive a call, on the database's clock: who gets one, how long it holds, and when a write may start."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event, select

from mice_exact_plugin.access import lease as leases
from mice_exact_plugin.database import database_ms, step
from mice_exact_plugin.errors import LeaseLost
from tests.fake import diary
from tests.fake.office import APP, KNOWN_ID

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from mice_exact_plugin.access.lease import Lease
    from tests.fake.office import Office

MINUTE = timedelta(minutes=1)


def take(office: Office, owner: str, key: str = "k", duration: timedelta = MINUTE) -> Lease | None:
    return leases.take(office.runtime, key, owner, duration)


def held(office: Office, owner: str = "a", key: str = "k") -> Lease:
    found = take(office, owner, key)
    assert found is not None
    return found


def row(office: Office, key: str = "k") -> tuple[str, int, int]:
    """Owner, fence, and for how many milliseconds still."""
    with step(office.session):
        found = office.session.execute(
            select(leases.LeaseRow.owner, leases.LeaseRow.fence, leases.LeaseRow.expires_ms - database_ms()).where(
                leases.LeaseRow.key == key
            )
        ).one()
    return found[0], found[1], found[2]


def test_one_has_it_until_its_time_is_over(office: Office) -> None:
    first = held(office)
    assert (first.key, first.owner, first.fence, first.duration) == ("k", "a", 1, MINUTE)
    assert row(office) == ("a", 1, 60_000)
    assert take(office, "b") is None
    office.time.forward(seconds=59.9)
    assert take(office, "b") is None
    office.time.forward(seconds=0.1)
    second = held(office, "b")
    assert second.fence == 2
    assert row(office) == ("b", 2, 60_000)


def test_other_keys_are_other_locks(office: Office) -> None:
    held(office)
    assert held(office, "b", "other").fence == 1
    leases.release(office.runtime, held(office, "c", "third"))
    assert take(office, "b") is None


@pytest.mark.parametrize(("expires_ms", "fence"), [(0, 1), (2**53, None)], ids=["free", "taken"])
def test_another_makes_the_row_after_we_saw_that_there_was_none(
    office: Office, expires_ms: int, fence: int | None
) -> None:
    def made(connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("INSERT INTO exact_lease"):
            sql = "INSERT INTO exact_lease (key, owner, fence, expires_ms) VALUES (?, ?, ?, ?)"
            connection.connection.cursor().execute(sql, ("k", "", 0, expires_ms))

    engine = office.session.get_bind()
    event.listen(engine, "before_cursor_execute", made)
    found = take(office, "a")
    event.remove(engine, "before_cursor_execute", made)
    assert (found and found.fence) == fence


def test_giving_it_back(office: Office) -> None:
    first = held(office)
    leases.release(office.runtime, first)
    second = held(office, "b")
    leases.release(office.runtime, first)
    assert take(office, "c") is None, "it was no longer the first one's to give back"
    assert second.fence == 2


def test_renewing_pushes_the_end_forward(office: Office) -> None:
    first = held(office)
    office.time.forward(seconds=50)
    leases.renew(office.runtime, first)
    assert row(office) == ("a", 1, 60_000)
    office.time.forward(seconds=59)
    assert take(office, "b") is None


def test_what_expired_and_nobody_took_can_be_renewed(office: Office) -> None:
    first = held(office)
    office.time.forward(hours=1)
    leases.renew(office.runtime, first)
    assert take(office, "b") is None


@pytest.mark.parametrize("owner", ["b", "a"])
def test_what_another_took_is_lost(office: Office, owner: str) -> None:
    """Also when that one has the same name: the fence tells."""
    first = held(office)
    office.time.forward(hours=1)
    held(office, owner)
    with pytest.raises(LeaseLost, match="k"):
        leases.renew(office.runtime, first)


def test_who_was_stopped_while_renewing_may_have_lost_it(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    first = held(office)
    moments = iter([0.0, 60.0, 0.0, 59.0])
    monkeypatch.setattr(leases, "time", SimpleNamespace(monotonic=lambda: next(moments)))
    with pytest.raises(LeaseLost):
        leases.renew(office.runtime, first)
    leases.renew(office.runtime, first)


def test_alone_in_an_administration(office: Office) -> None:
    with leases.writing(office.runtime, APP, 12) as mine:
        assert mine.key == "writer:NL:app-1:12"
        assert mine.duration == office.runtime.config.lease
        assert take(office, "b", mine.key) is None
    assert held(office, "b", "writer:NL:app-1:12").fence == 2


def test_what_fails_gives_it_back_too(office: Office) -> None:
    with pytest.raises(ZeroDivisionError), leases.writing(office.runtime, APP, 12):
        raise ZeroDivisionError
    assert take(office, "b", "writer:NL:app-1:12") is not None


def test_who_is_at_work_is_waited_for(office: Office) -> None:
    take(office, "a run", "writer:NL:app-1:12", timedelta(seconds=1))
    with leases.writing(office.runtime, APP, 12):
        assert office.time.slept == [leases.POLL_SECONDS] * 5


def test_who_is_at_work_for_long_is_not(office: Office) -> None:
    take(office, "a run", "writer:NL:app-1:12")
    assert diary.attempt(lambda: leases.writing(office.runtime, APP, 12).__enter__()) == "Busy(writer_busy)"
    assert sum(office.time.slept) == pytest.approx(5, abs=0.3)


@pytest.mark.parametrize(
    ("quiet", "written", "waited", "slept"),
    [
        (0, "200", "None", []),
        (1, "StillQuiet(after_silence, 03:00:01)", "None", [1.0]),
        (5, "StillQuiet(after_silence, 03:00:05)", "None", [5.0]),
        (6, "StillQuiet(after_silence, 03:00:06)", "StillQuiet(after_silence, 03:00:06)", []),
    ],
)
def test_after_silence_no_write_starts(
    office: Office, quiet: int, written: str, waited: str, slept: list[float]
) -> None:
    work = office.work()
    other = held(office, "b", "other")
    if quiet:
        leases.keep_quiet(office.runtime, work.lease, timedelta(seconds=quiet))
    leases.wait_quiet(office.runtime, other)
    assert work.client.journals(), "reading goes on"

    def write() -> str:
        work.client.promote_crm_account(KNOWN_ID)
        return "200"

    assert diary.attempt(write) == written
    assert diary.attempt(lambda: leases.wait_quiet(office.runtime, work.lease)) == waited
    assert office.time.slept == slept


def test_who_waited_has_the_lease_for_its_whole_time_again(office: Office) -> None:
    mine = held(office)
    leases.keep_quiet(office.runtime, mine, timedelta(seconds=4))
    leases.wait_quiet(office.runtime, mine)
    assert row(office) == ("a", 1, 60_000)


def test_silence_lasts_for_whoever_has_the_lease_then(office: Office) -> None:
    leases.keep_quiet(office.runtime, held(office), timedelta(hours=2))
    office.time.forward(hours=1)
    assert leases.quiet_left(office.runtime, held(office, "b")) == timedelta(hours=1)


def test_a_lock_that_was_never_made_is_quiet_for_nobody(office: Office) -> None:
    assert leases.quiet_left(office.runtime, leases.Lease("none", "a", 1, MINUTE)) == timedelta(0)


def test_durations_count_in_whole_milliseconds(office: Office) -> None:
    take(office, "a", duration=timedelta(milliseconds=1500.9))
    assert row(office)[2] == 1500
