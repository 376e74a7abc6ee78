"""Finding out what Exact has, by the fake: what was sent and what is there → what is concluded, and what is written."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.booking import search
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports import queueing
from tests.booking.situations import ANOTHER, SETTLED, STRANGER, bill, lost, once_more, posted, silent, typed
from tests.fake import diary
from tests.fake.client import SEARCHES, SILENT, Trouble, says

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fake.office import Office

    Situation = Callable[[Office], Callable[[], Any]]


def _recover(office: Office, *, after: float = SETTLED) -> Callable[[], Any]:
    office.time.forward(seconds=after)
    return lambda: search.recover(office.work())


def found(office: Office) -> Callable[[], Any]:
    lost(office)
    return _recover(office)


def not_there_yet(office: Office) -> Callable[[], Any]:
    silent(office)
    return _recover(office, after=900)


def not_there(office: Office) -> Callable[[], Any]:
    silent(office)
    return _recover(office)


def not_there_and_none_may_be_seen(office: Office) -> Callable[[], Any]:
    office.exact.forbidden.add(SEARCHES)
    silent(office)
    return _recover(office)


def found_by_its_number(office: Office) -> Callable[[], Any]:
    office.books.keeps_ids = False
    lost(office)
    return _recover(office)


def typed_before(office: Office) -> Callable[[], Any]:
    typed(office, created=office.time.now.replace(year=2025))
    silent(office)
    return _recover(office)


def typed_where_ids_are_kept(office: Office) -> Callable[[], Any]:
    posted(office, "0")
    silent(office)
    typed(office)
    return _recover(office)


def _typed_otherwise(**changes: Any) -> Situation:
    def situation(office: Office) -> Callable[[], Any]:
        silent(office)
        typed(office, **changes)
        return _recover(office)

    return situation


def twice(office: Office) -> Callable[[], Any]:
    office.books.keeps_ids = False
    lost(office)
    typed(office)
    return _recover(office)


def found_otherwise(office: Office) -> Callable[[], Any]:
    lost(office)
    office.books.patch(next(iter(office.books.entries)), gross=Decimal("121.01"), journal="71")
    return _recover(office)


def unseen(office: Office) -> Callable[[], Any]:
    office.exact.tells = False
    posted(office)
    return _recover(office, after=1)


def unseen_and_gone(office: Office) -> Callable[[], Any]:
    office.exact.tells = False
    posted(office)
    office.books.entries.clear()
    return _recover(office)


def unseen_and_otherwise(office: Office) -> Callable[[], Any]:
    office.exact.tells = False
    posted(office)
    office.books.patch(next(iter(office.books.entries)), gross=Decimal("100.00"))
    return _recover(office)


def died_after_the_claim(office: Office) -> Callable[[], Any]:
    silent(office)
    office.change(state=State.CLAIMED)
    return _recover(office)


def died_five_times(office: Office) -> Callable[[], Any]:
    silent(office)
    office.change(state=State.CLAIMED, sends=5)
    return _recover(office)


def claimed_by_this_worker(office: Office) -> Callable[[], Any]:
    silent(office)
    work = office.work()
    office.change(state=State.CLAIMED, fence=work.lease.fence)
    return lambda: search.recover(work)


def claimed_elsewhere(office: Office) -> Callable[[], Any]:
    silent(office)
    office.change(state=State.CLAIMED, division=999)
    return _recover(office)


def unconfirmed_elsewhere(office: Office) -> Callable[[], Any]:
    lost(office)
    office.change(division=999)
    return _recover(office)


def refused_the_second_time(office: Office) -> Callable[[], Any]:
    silent(office)
    _recover(office)()
    once_more(office, trouble=says("Zomaar niet"))
    return _recover(office)


def refused_the_second_time_and_deleted(office: Office) -> Callable[[], Any]:
    undone = refused_the_second_time(office)
    office.host.sent.clear()
    queueing.on_deleted(office.runtime, "proef", "1")
    office.session.commit()
    return undone


def unanswered_five_times(office: Office) -> Callable[[], Any]:
    silent(office)
    for _ in range(4):
        _recover(office)()
        once_more(office, trouble=SILENT)
    return _recover(office)


def several_and_one_too_early(office: Office) -> Callable[[], Any]:
    lost(office, "1")
    _pass(office)
    silent(office, "2")
    _pass(office)
    silent(office, "3")
    return _recover(office, after=10)


def _pass(office: Office) -> None:
    """The time in which no write may start after a silence."""
    office.time.forward(seconds=61)


def one_entry_for_two(office: Office) -> Callable[[], Any]:
    office.books.keeps_ids = False
    lost(office, "1", identifier="F2026-9")
    _pass(office)
    office.send(bill("2", identifier="F2026-9 "))
    office.exact.trouble(("POST", "salesentry/SalesEntries"), SILENT)
    office.export(office.work(), "2")
    return _recover(office)


def belongs_to_another(office: Office) -> Callable[[], Any]:
    posted(office, "1", identifier="F2026-9")
    office.change("1", reference="another")
    silent(office, "2", identifier="F2026-9")
    return _recover(office)


def no_search_is_answered(office: Office) -> Callable[[], Any]:
    lost(office)
    office.exact.trouble(SEARCHES, SILENT)
    return _recover(office)


def too_many_calls(office: Office) -> Callable[[], Any]:
    lost(office)
    office.exact.trouble(SEARCHES, Trouble(429))
    return _recover(office)


def nothing_to_search(office: Office) -> Callable[[], Any]:
    posted(office)
    return _recover(office)


RECOVERY: dict[str, Situation] = {
    "found by its key": found,
    "not there yet": not_there_yet,
    "not there": not_there,
    "not there, and none may be seen": not_there_and_none_may_be_seen,
    "found by its number": found_by_its_number,
    "typed before it was sent": typed_before,
    "typed where ids are kept": typed_where_ids_are_kept,
    "typed since": _typed_otherwise(),
    "typed in another journal": _typed_otherwise(journal="71"),
    "typed on another debtor": _typed_otherwise(account_id=ANOTHER),
    "typed with another amount": _typed_otherwise(gross=Decimal("120.00")),
    "typed on another day": _typed_otherwise(entry_date=date(2026, 3, 13)),
    "typed in another currency": _typed_otherwise(currency="USD"),
    "typed in small letters": _typed_otherwise(your_ref="f2026-1"),
    "there twice": twice,
    "found, and not what was sent": found_otherwise,
    "an answer without figures": unseen,
    "an answer without figures, and it is gone": unseen_and_gone,
    "an answer without figures, and it differs": unseen_and_otherwise,
    "a worker died after the claim": died_after_the_claim,
    "a worker died five times": died_five_times,
    "claimed by this worker": claimed_by_this_worker,
    "claimed in another administration": claimed_elsewhere,
    "sent in another administration": unconfirmed_elsewhere,
    "refused the second time": refused_the_second_time,
    "refused the second time, and deleted": refused_the_second_time_and_deleted,
    "unanswered five times": unanswered_five_times,
    "several, one of them too early": several_and_one_too_early,
    "one entry for two": one_entry_for_two,
    "an entry of another invoice": belongs_to_another,
    "no search is answered": no_search_is_answered,
    "too many calls": too_many_calls,
    "nothing was out": nothing_to_search,
}


@pytest.mark.parametrize("name", RECOVERY)
def test_recovery(office: Office, name: str) -> None:
    diary.tell("recovery", name, office, RECOVERY[name])


def _canary(office: Office) -> Callable[[], Any]:
    work = office.work()

    def act() -> tuple[bool, list[str]]:
        search.canary(work)
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


def looked_up_already(office: Office) -> Callable[[], Any]:
    office.send(bill("1"))
    work = office.work(verifying=True)
    return lambda: search.canary(work)


def all_looked_up(office: Office) -> Callable[[], Any]:
    work = office.work()
    search.verify_on(work, "restored")
    search.verify_on(work, "canary")

    def act() -> bool:
        search.verify_off(work)
        return work.verifying

    return act


def off_twice(office: Office) -> Callable[[], Any]:
    undone = all_looked_up(office)
    undone()
    return undone


def turned_on(office: Office) -> Callable[[], Any]:
    work = office.work()

    def act() -> bool:
        search.verify_on(work, "restored")
        return work.verifying

    return act


def _look_up(office: Office, *keys: str) -> Callable[[], Any]:
    work = office.work(verifying=True)
    rows = [row for row in office.due() if row.invoice_id in keys]
    invoices = {key: office.host.sent.get(key) for key in keys}
    return lambda: search.look_up(work, rows, invoices)


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
    "everything is looked up already": looked_up_already,
    "everything was looked up": all_looked_up,
    "everything was looked up before": off_twice,
    "everything is to be looked up": turned_on,
    "one is known and one is not": known_and_unknown,
    "one is known and differs": known_and_otherwise,
    "it is booked anyway": booked_anyway,
    "it cannot be read": unreadable,
    "its debtor is not there": of_nobody_yet,
    "it cannot be mapped": cannot_be_mapped,
}


@pytest.mark.parametrize("name", LOOKING)
def test_looking_before_the_first_post(office: Office, name: str) -> None:
    diary.tell("looking", name, office, LOOKING[name])


def test_forty_are_searched_at_a_time(office: Office) -> None:
    office.send(*(bill(str(number)) for number in range(41)))
    assert [len(batch) for batch in search.batches(office.due())] == [40, 1]
