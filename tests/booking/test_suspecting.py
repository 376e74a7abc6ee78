"""What one entry that went wrong means for those that share its cause, by the fake."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin import audit
from mice_exact_plugin.booking import cure, suspicion
from mice_exact_plugin.booking import slice as slices
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.dimensions import By, Costs, DimensionSettings
from mice_exact_plugin.domain.entry.causes import Kind, Wrong
from mice_exact_plugin.domain.references import Reference
from mice_exact_plugin.errors import Refused
from tests.booking.situations import ANOTHER, bill, bills, posts, retyped
from tests.domain.build import SHIFTED, line
from tests.fake import diary
from tests.fake.books import as_it_is
from tests.fake.client import POSTS, SEARCHES, says, shut
from tests.fake.office import KNOWN, TENANT

if TYPE_CHECKING:
    from collections.abc import Callable

    from mice_exact_plugin.domain.entry.entry import SeenEntry
    from tests.fake.office import Office

    Situation = Callable[[Office], Callable[[], Any]]

LEDGER = says("Geblokkeerd: Grootboekrekening")


def answers_without_figures(office: Office) -> Callable[[], Any]:
    bills(office, 5)
    office.exact.tells = False
    return office.run


def _unseen(*, shows: bool = True, may: bool = True, differs: bool = False) -> Situation:
    """In the middle of a run."""

    def situation(office: Office) -> Callable[[], Any]:
        bills(office, 6)
        office.exact.tells, office.books.shows = False, shows
        if not may:
            office.exact.forbidden.add(SEARCHES)
        if differs:
            office.books.books = _a_cent_more
        return lambda: slices.run_slice(office.work())

    return situation


def _a_cent_more(entry: SeenEntry) -> SeenEntry:
    assert entry.gross is not None, "it is booked"
    return replace(entry, gross=entry.gross + Decimal("0.01"))


def _differs(books: Callable[[SeenEntry], SeenEntry]) -> Situation:
    """Exact makes something else of every entry, and its lists say nothing of it."""

    def situation(office: Office) -> Callable[[], Any]:
        bills(office, 5)
        office.send(bill("9", line("100.00", "0.00", SHIFTED)))
        office.books.books = books
        return lambda: slices.run_slice(office.work())

    return situation


def held_from_before(office: Office) -> Callable[[], Any]:
    _differs(_a_cent_more)(office)()
    return office.run


def freed_by_a_person(office: Office) -> Callable[[], Any]:
    held_from_before(office)
    office.books.books = as_it_is
    work = office.work()
    assert cure.put_back(office.runtime, office.row("4"), "Anke")
    return lambda: slices.run_slice(work)


def retyped_and_read_again(office: Office) -> Callable[[], Any]:
    bills(office, 3)
    retyped(office)
    return lambda: slices.run_slice(office.work())


def _bound_to(*, gone: bool) -> Situation:
    """Booked once; then Exact refuses the customer, whom a person deleted meanwhile or not."""

    def situation(office: Office) -> Callable[[], Any]:
        bills(office, 2)
        office.export(office.work(), "1")
        if gone:
            office.books.loses(KNOWN.id)
        office.exact.trouble(POSTS, says("Ongeldig: Klant (inactief)"))
        return lambda: slices.run_slice(office.work())

    return situation


def same_words_thrice(office: Office) -> Callable[[], Any]:
    return posts(*[says("Zomaar niet")] * 3, count=4)(office)


def same_words_and_one_booked(office: Office) -> Callable[[], Any]:
    return posts(says("Zomaar niet"), None, says("Zomaar niet"), says("Zomaar niet"), count=5)(office)


def no_condition_anywhere(office: Office) -> Callable[[], Any]:
    office.knows(replace(KNOWN, has_payment_condition=False))
    office.books.default_condition = None
    bills(office, 2, payment_term=7)
    return office.run


SITUATIONS: dict[str, Situation] = {
    "answers without figures": answers_without_figures,
    "answers without figures, in the middle": _unseen(),
    "answers without figures that differ": _unseen(differs=True),
    "answers that no search shows": _unseen(shows=False),
    "answers that no search may show": _unseen(may=False),
    "a cent more each time": _differs(_a_cent_more),
    "another debtor each time": _differs(lambda entry: replace(entry, account_id=ANOTHER)),
    "another journal each time": _differs(lambda entry: replace(entry, journal="71")),
    "another condition each time": _differs(lambda entry: replace(entry, payment_condition="30")),
    "another day each time": _differs(lambda entry: replace(entry, entry_date=date(2026, 3, 13))),
    "held from before": held_from_before,
    "freed by a person": freed_by_a_person,
    "a code was retyped": retyped_and_read_again,
    "a customer is refused who is gone": _bound_to(gone=True),
    "a customer is refused who is there": _bound_to(gone=False),
    "the same words thrice": same_words_thrice,
    "the same words, and one is booked": same_words_and_one_booked,
    "a ledger is refused twice": posts(LEDGER, LEDGER, None),
    "a ledger is refused once": posts(LEDGER, None),
    "a condition is asked for": no_condition_anywhere,
    "two firewalls, then one is booked": posts(shut(), shut(), None),
    "two firewalls, and nothing else": posts(shut(), shut()),
    "three firewalls": posts(shut(), shut(), shut(), None),
    "an id is refused": posts(says("Niet toegestaan: EntryID"), None, None),
    "it exists": posts(says("Gegeven bestaat reeds."), None),
}


@pytest.mark.parametrize("name", SITUATIONS)
def test_what_shares_a_cause(office: Office, name: str) -> None:
    diary.tell("suspecting", name, office, SITUATIONS[name])


def test_only_what_a_person_freed_since_it_is_held_may_be_sent(office: Office) -> None:
    work = office.work()
    mine, other = (Wrong(Kind.AMOUNTS, frozenset({cause})) for cause in "ab")
    _freed(office, "a")
    suspicion._hold(work, {"a", "b"})
    work.wrongs = [mine, mine, other]
    suspicion._lift(work)
    assert set(work.held) == {"a", "b"}, "that was before"
    _freed(office, "a")
    suspicion._lift(work)
    assert (set(work.held), work.wrongs) == ({"b"}, [other])


def _freed(office: Office, cause: str) -> None:
    with step(office.session):
        audit.record(office.session, TENANT, "released", at=office.time.now, causes=[cause])


@pytest.mark.parametrize(
    ("reference", "is_ruled", "expected"),
    [
        (Reference.COST_CENTER, False, False),
        (Reference.COST_CENTER, True, True),
        (Reference.COST_UNIT, True, False),
        (Reference.GL_ACCOUNT, False, True),
        (None, False, False),
    ],
)
def test_a_list_that_nobody_needs_is_not_read_for_a_refusal(
    office: Office, reference: Reference | None, *, is_ruled: bool, expected: bool
) -> None:
    if is_ruled:
        office.set(dimensions=DimensionSettings({(By.ROOM, "z1"): Costs("ZAAL")}))
    work, error = office.work(), Refused(500, ("Ongeldig",), "invalid", reference)
    assert suspicion.may_be_stale(work, error) is expected
    if reference is Reference.GL_ACCOUNT:
        suspicion.reread(work, error)
        assert not suspicion.may_be_stale(work, error), "once in a run"


def test_whoever_shares_what_is_refused_again_unchanged_waits_as_well(office: Office) -> None:
    posts(LEDGER, None)(office)
    work = office.work()
    slices.run_slice(work)
    assert {used.kind for used in work.suspects} == {Reference.GL_ACCOUNT}
