"""Finding out what Exact has, by the fake: what was sent and what is there → what is concluded, and what is written."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.booking import cure, outcomes, search
from mice_exact_plugin.domain.outcome import Outcome
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports import queueing
from tests.booking.situations import ANOTHER, HALL, SETTLED, bill, lost, once_more, posted, silent, typed
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


def never_sent_and_put_right(office: Office) -> Callable[[], Any]:
    """What was typed held it; somebody corrected that in Exact, and a person wants it tried again."""
    office.send(bill("1"))
    entry = typed(office, gross=Decimal("120.00"), vat=Decimal("20.00"))
    office.run()
    office.books.patch(entry.entry_id, gross=HALL.gross, vat=HALL.vat)
    cure.put_back(office.runtime, office.row(), "Anke")
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
    "never sent, and put right in Exact": never_sent_and_put_right,
    "no search is answered": no_search_is_answered,
    "too many calls": too_many_calls,
    "nothing was out": nothing_to_search,
}


@pytest.mark.parametrize("name", RECOVERY)
def test_recovery(office: Office, name: str) -> None:
    diary.tell("recovery", name, office, RECOVERY[name])


def test_what_meets_a_bug_after_its_claim_may_have_been_sent(office: Office) -> None:
    silent(office)
    office.change(state=State.CLAIMED)
    work = office.work()
    office.change(fence=work.lease.fence)
    assert outcomes.bug(work, office.row()) is Outcome.UNKNOWN
    assert (office.row().state, office.problems()) == (State.UNCONFIRMED, ())
