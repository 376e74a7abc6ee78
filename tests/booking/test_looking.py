"""Looking before the first post, by the fake: what somebody typed in Exact already is not booked a second time."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.booking import search, verify
from mice_exact_plugin.domain.entry.keys import posting_key
from mice_exact_plugin.domain.problems import Code
from tests.booking.situations import STRANGER, bill, posted, typed, unforeseen
from tests.fake import diary
from tests.fake.client import SEARCHES
from tests.fake.office import KNOWN_ID, TENANT

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fake.office import Office

    Situation = Callable[[Office], Callable[[], Any]]


def _canary(office: Office) -> Callable[[], Any]:
    work = office.work()

    def act() -> tuple[bool, list[str]]:
        verify.canary(work)
        return work.verifying, sorted(work.sees)

    return act


def nobody_waits(office: Office) -> Callable[[], Any]:
    posted(office)
    return _canary(office)


def nothing_typed(office: Office) -> Callable[[], Any]:
    office.send(bill("1"))
    return _canary(office)


def nothing_typed_and_none_may_be_seen(office: Office) -> Callable[[], Any]:
    office.exact.forbidden.add(SEARCHES)
    return nothing_typed(office)


def the_last_one_is_seen(office: Office) -> Callable[[], Any]:
    posted(office, "0")
    return nothing_typed(office)


def something_typed(office: Office) -> Callable[[], Any]:
    typed(office)
    return nothing_typed(office)


def only_another_invoice_under_its_number(office: Office) -> Callable[[], Any]:
    posted(office, "0", identifier="F2026-1")
    return nothing_typed(office)


def looked_up_already(office: Office) -> Callable[[], Any]:
    office.send(bill("1"))
    work = office.work(verifying=True)
    return lambda: verify.canary(work)


def all_looked_up(office: Office) -> Callable[[], Any]:
    work = office.work()
    verify.verify_on(work, "restored")
    verify.verify_on(work, "canary")

    def act() -> bool:
        verify.verify_off(work)
        return work.verifying

    return act


def off_twice(office: Office) -> Callable[[], Any]:
    undone = all_looked_up(office)
    undone()
    return undone


def turned_on(office: Office) -> Callable[[], Any]:
    work = office.work()

    def act() -> bool:
        verify.verify_on(work, "restored")
        return work.verifying

    return act


def _look_up(office: Office, *keys: str) -> Callable[[], Any]:
    work = office.work(verifying=True)
    rows = [row for row in office.due() if row.invoice_id in keys]
    return lambda: verify.look_first(work, rows)


def _passed_by(office: Office, *keys: str) -> None:
    """Sent on Saturday; it is Monday."""
    office.send(*(bill(key, sent_at=office.time.now - timedelta(days=2)) for key in keys))


def _look_first(office: Office, *, canary: bool = False) -> Callable[[], Any]:
    work = office.work()

    def act() -> tuple[dict[int, Any], bool]:
        if canary:
            verify.canary(work)
        return verify.look_first(work, office.due()), work.verifying

    return act


def passed_by_and_typed(office: Office) -> Callable[[], Any]:
    _passed_by(office, "1", "2")
    office.send(bill("3"))
    typed(office, "2")
    return _look_first(office)


def passed_by(office: Office) -> Callable[[], Any]:
    _passed_by(office, "1")
    return _look_first(office)


def passed_by_and_searched(office: Office) -> Callable[[], Any]:
    _passed_by(office, "1")
    return _look_first(office, canary=True)


def passed_by_and_booked_anyway(office: Office) -> Callable[[], Any]:
    _passed_by(office, "1")
    office.change(generation=1)
    return _look_first(office)


def sent_today(office: Office) -> Callable[[], Any]:
    office.send(bill("1"))
    return _look_first(office)


def known_and_unknown(office: Office) -> Callable[[], Any]:
    office.send(bill("1"), bill("2"))
    typed(office, "1")
    return _look_up(office, "1", "2")


def known_and_otherwise(office: Office) -> Callable[[], Any]:
    office.send(bill("1"), bill("2"))
    typed(office, "1", gross=Decimal("1.00"))
    return _look_up(office, "1", "2")


def booked_anyway(office: Office) -> Callable[[], Any]:
    office.send(bill("1"))
    office.change(generation=1)
    typed(office, "1")
    return _look_up(office, "1")


def unreadable(office: Office) -> Callable[[], Any]:
    office.send(bill("1"))
    office.host.sent.clear()
    typed(office, "1")
    return _look_up(office, "1")


def meets_a_bug(office: Office) -> Callable[[], Any]:
    """It holds up no other."""
    office.send(bill("1"), bill("2"))
    office.host.sent["1"] = unforeseen("1")
    typed(office, "1")
    typed(office, "2", entry_id=KNOWN_ID)
    return _look_up(office, "1", "2")


def of_nobody_yet(office: Office) -> Callable[[], Any]:
    """Its debtor is not in Exact, so no entry can be its own."""
    office.send(bill("1", debtor=STRANGER))
    typed(office, "1")
    return _look_up(office, "1")


def cannot_be_mapped(office: Office) -> Callable[[], Any]:
    office.send(bill("1"))
    office.set(vat_codes={})
    typed(office, "1")
    return _look_up(office, "1")


LOOKING: dict[str, Situation] = {
    "nobody waits": nobody_waits,
    "nothing was typed": nothing_typed,
    "nothing was typed, and none may be seen": nothing_typed_and_none_may_be_seen,
    "the last one is seen": the_last_one_is_seen,
    "something was typed": something_typed,
    "its number is that of another invoice that was booked": only_another_invoice_under_its_number,
    "everything is looked up already": looked_up_already,
    "everything was looked up": all_looked_up,
    "everything was looked up before": off_twice,
    "everything is to be looked up": turned_on,
    "a night passed it by, and it was typed": passed_by_and_typed,
    "a night passed it by": passed_by,
    "a night passed it by, and it was searched": passed_by_and_searched,
    "a night passed it by, and it is booked anyway": passed_by_and_booked_anyway,
    "it was sent today": sent_today,
    "one is known and one is not": known_and_unknown,
    "one is known and differs": known_and_otherwise,
    "it is booked anyway": booked_anyway,
    "it cannot be read": unreadable,
    "it meets a bug": meets_a_bug,
    "its debtor is not there": of_nobody_yet,
    "it cannot be mapped": cannot_be_mapped,
}


@pytest.mark.parametrize("name", LOOKING)
def test_looking_before_the_first_post(office: Office, name: str) -> None:
    diary.tell("looking", name, office, LOOKING[name])


@pytest.mark.parametrize(
    ("day", "code"),
    [(date(2026, 3, 14), None), (date(2026, 3, 13), Code.ENTRY_DIFFERS), (date(2026, 3, 20), Code.ENTRY_DIFFERS)],
)
def test_what_stands_under_its_own_id_on_another_day_is_for_a_person(office: Office, day: date, code: Code) -> None:
    """Only closed periods move a day, and never one that is open."""
    office.send(bill("1"))
    key = str(posting_key(*office.link.place, TENANT, "1", 0))
    typed(office, "1", entry_id=key, entry_date=day)
    _look_up(office, "1")()
    assert [problem.code for problem in office.problems()] == ([code] if code else [])


def test_what_was_typed_while_the_link_stood_still_is_not_booked_twice(office: Office) -> None:
    """It is not among the forty oldest, and of those that were typed it is the only one."""
    _passed_by(office, *(str(number) for number in range(1, 43)))
    typed(office, "42")
    office.run()
    references = Counter(entry.your_ref for entry in office.books.entries.values())
    assert len(references) == 42
    assert set(references.values()) == {1}
    assert office.row("42").adopted


def test_forty_are_searched_at_a_time(office: Office) -> None:
    office.send(*(bill(str(number)) for number in range(41)))
    assert [len(batch) for batch in search.batches(office.due())] == [40, 1]


def test_what_a_person_books_anyway_is_not_among_those_that_are_looked_up(office: Office) -> None:
    office.send(bill("1"))
    office.change(generation=1)
    typed(office, "1")
    work = office.work()
    verify.canary(work)
    assert (work.verifying, office.exact.calls(SEARCHES)) == (False, 0)
