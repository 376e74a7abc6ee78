"""A person wants a row tried again, by the fake: which ways there are for it, and whom it concerns besides."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.booking import cure
from mice_exact_plugin.domain.states import BY_HAND, State
from tests.booking.situations import bills, posted
from tests.fake import diary
from tests.fake.client import POSTS, says

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fake.office import Office

    Situation = Callable[[Office], Callable[[], Any]]


def _without_rates(office: Office, count: int = 2) -> None:
    office.set(vat_codes={})
    bills(office, count)
    office.run()


def _refused(office: Office, count: int = 1) -> None:
    bills(office, count)
    office.exact.trouble(POSTS, *(says(f"Zomaar niet {number}") for number in range(count)))
    office.run()


def _by_person(office: Office, key: str = "1") -> Callable[[], Any]:
    return lambda: cure.put_back(office.runtime, office.row(key), "Anke")


def again_when_blocked(office: Office) -> Callable[[], Any]:
    _refused(office)
    return _by_person(office)


def again_when_it_differs(office: Office) -> Callable[[], Any]:
    bills(office, 1)
    office.books.books = lambda entry: replace(entry, gross=Decimal(1))
    office.run()
    return _by_person(office)


def again_when_left(office: Office) -> Callable[[], Any]:
    bills(office, 1)
    office.change(state=State.IGNORED, ignored_reason="left_alone")
    return _by_person(office)


def again_when_booked_by_hand(office: Office) -> Callable[[], Any]:
    bills(office, 1)
    office.change(state=State.IGNORED, ignored_reason=BY_HAND)
    return _by_person(office)


def again_when_claimed_since(office: Office) -> Callable[[], Any]:
    _refused(office)
    row = office.row()
    office.change(fence=99)
    return lambda: cure.put_back(office.runtime, row, "Anke")


def again_for_all_of_a_cause(office: Office) -> Callable[[], Any]:
    bills(office, 6)
    office.books.books = lambda entry: replace(entry, gross=Decimal(1))
    office.run()
    return _by_person(office, "4")


def decided(office: Office) -> Callable[[], Any]:
    """A person settled who the debtor is, and the row is mapped at once."""
    _refused(office)
    return lambda: cure.recheck_one(office.work(), office.row())


def decided_in_vain(office: Office) -> Callable[[], Any]:
    _without_rates(office, 1)
    return lambda: cure.recheck_one(office.work(), office.row())


def decided_of_what_is_gone(office: Office) -> Callable[[], Any]:
    _refused(office)
    office.host.sent.clear()
    return lambda: cure.recheck_one(office.work(), office.row())


AGAIN: dict[str, Situation] = {
    "blocked": again_when_blocked,
    "it differs": again_when_it_differs,
    "left alone": again_when_left,
    "booked by hand": again_when_booked_by_hand,
    "claimed since": again_when_claimed_since,
    "all of a cause": again_for_all_of_a_cause,
    "a person decided": decided,
    "a person decided in vain": decided_in_vain,
    "a person decided of what is gone": decided_of_what_is_gone,
}


@pytest.mark.parametrize("name", AGAIN)
def test_a_person_wants_it(office: Office, name: str) -> None:
    diary.tell("again", name, office, AGAIN[name])


def test_the_host_is_asked_by_the_page(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    posted(office, "0")
    _without_rates(office, 3)
    monkeypatch.setattr(cure, "PAGE", 2)
    asked: list[list[str]] = []
    ask = office.host.invoices

    def noted(tenant: str, ids: list[str]) -> dict[str, Any]:
        asked.append(list(ids))
        return ask(tenant, ids)

    monkeypatch.setattr(office.host, "invoices", noted)
    cure.recheck(office.work())
    assert asked == [["1", "2"], ["3"]]
