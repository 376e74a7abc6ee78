"""A slice of a run over several invoices, by the fake: what one does to the others, and in which order all is asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.booking import slice as slices
from mice_exact_plugin.domain.states import State
from tests.booking.situations import STRANGER, bill, bills, posted, posts, silent, typed
from tests.domain.build import line, rate_group
from tests.fake import diary
from tests.fake.client import LOST, MAKES, POSTS, SILENT, Trouble, says, shut

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fake.office import Office

    Situation = Callable[[Office], Callable[[], Any]]


def nothing_due(office: Office) -> Callable[[], Any]:
    return office.run


def ordinary(office: Office) -> Callable[[], Any]:
    bills(office, 3)
    return office.run


def prepared_before(office: Office) -> Callable[[], Any]:
    bills(office, 1)
    return lambda: slices.run_slice(office.work())


def prepared_days_ago(office: Office) -> Callable[[], Any]:
    bills(office, 1)
    office.time.forward(days=3)
    return lambda: slices.run_slice(office.work())


def more_than_a_batch(office: Office) -> Callable[[], Any]:
    bills(office, 41)
    return lambda: (office.run(), len(office.books.entries))


def told_to_stop(office: Office) -> Callable[[], Any]:
    bills(office, 3)
    asked: list[int] = []

    def should_stop() -> bool:
        asked.append(1)
        return len(asked) > 1

    return lambda: office.run(should_stop=should_stop)


def credit_before_its_original(office: Office) -> Callable[[], Any]:
    office.send(bill("2", line("-100.00", "-21.00"), is_credit=True, credits_id="1"), bill("1"))
    office.change("2", sent_at=office.time.now.replace(year=2025))
    return office.run


def credit_of_what_is_blocked(office: Office) -> Callable[[], Any]:
    undone = credit_before_its_original(office)
    office.exact.trouble(POSTS, says("Zomaar niet"))
    return undone


def deleted_while_it_waits(office: Office) -> Callable[[], Any]:
    bills(office, 2)
    del office.host.sent["1"]
    return lambda: slices.run_slice(office.work())


def cannot_be_read(office: Office) -> Callable[[], Any]:
    bills(office, 2)
    office.host.sent["1"] = SimpleNamespace(id="1", sent_at=office.time.now, tenant_code="proef")
    return office.run


def changed_since(office: Office) -> Callable[[], Any]:
    bills(office, 1)
    office.host.sent["1"] = bill("1", line("50.00", "10.50"))
    return lambda: slices.run_slice(office.work())


def deaf_host(office: Office) -> Callable[[], Any]:
    bills(office, 2)
    office.host.deaf.add("1")
    return lambda: (office.run(), office.host.told)


def told_later(office: Office) -> Callable[[], Any]:
    deaf_host(office)()
    office.host.deaf.clear()
    return lambda: (office.run(), office.host.told)


def _soon_quiet(office: Office) -> None:
    """After a silence a write may start so soon that it is waited for."""
    office.lasting(quiet=timedelta(seconds=4))


def _silences(*troubles: Trouble | None) -> Situation:
    def situation(office: Office) -> Callable[[], Any]:
        _soon_quiet(office)
        return posts(*troubles)(office)

    return situation


def searched_first(office: Office) -> Callable[[], Any]:
    silent(office)
    office.time.forward(seconds=901)
    return office.run


def looked_up_first(office: Office) -> Callable[[], Any]:
    bills(office, 3)
    typed(office, "2")
    return office.run


def a_list_shrank(office: Office) -> Callable[[], Any]:
    bills(office, 1)
    office.books.with_lists(vat_codes={})
    return office.run


def a_list_is_refused(office: Office) -> Callable[[], Any]:
    bills(office, 1)
    office.exact.trouble(("GET", "financial/Journals"), shut())
    return office.run


def a_slow_list_is_refused(office: Office) -> Callable[[], Any]:
    bills(office, 1)
    office.time.forward(days=8)
    office.exact.trouble(("GET", "cashflow/PaymentConditions"), shut())
    return office.run


def two_of_one_new_customer(office: Office) -> Callable[[], Any]:
    bills(office, 2, debtor=STRANGER)
    return office.run


def two_of_one_new_customer_without_an_answer(office: Office) -> Callable[[], Any]:
    _soon_quiet(office)
    office.exact.trouble(MAKES, SILENT)
    return two_of_one_new_customer(office)


def new_customer_whose_answer_is_lost(office: Office) -> Callable[[], Any]:
    _soon_quiet(office)
    bills(office, 1, debtor=STRANGER)
    office.exact.trouble(MAKES, LOST)
    return office.run


def no_right_to_make_any(office: Office) -> Callable[[], Any]:
    office.exact.forbidden.add(MAKES)
    bills(office, 1, debtor=STRANGER)
    office.send(bill("2", debtor=replace(STRANGER, name="Ander Bedrijf B.V.", coc_number="11112222")), bill("3"))
    return office.run


def no_right_the_night_before(office: Office) -> Callable[[], Any]:
    no_right_to_make_any(office)()
    return office.run


def the_right_is_back(office: Office) -> Callable[[], Any]:
    no_right_to_make_any(office)()
    office.exact.forbidden.clear()
    return office.run


def a_group_of_its_own(office: Office) -> Callable[[], Any]:
    """Goes to the ledger for everything without one, and says so."""
    group = rate_group("los", "21", None)
    office.send(bill("1", line("100.00", "21.00", group)))
    return office.run


def an_answer_is_lost_before_another_pass(office: Office) -> Callable[[], Any]:
    """A credit calls for the second pass, in which every answer comes."""
    _soon_quiet(office)
    office.exact.trouble(POSTS, None, LOST)
    undone = credit_before_its_original(office)
    office.send(bill("3"))
    return undone


def booked_under_the_same_number(office: Office) -> Callable[[], Any]:
    posted(office, "1")
    office.send(bill("2", identifier="F2026-1"))
    return office.run


SITUATIONS: dict[str, Situation] = {
    "nothing due": nothing_due,
    "three ordinary ones": ordinary,
    "prepared before": prepared_before,
    "prepared days ago": prepared_days_ago,
    "more than a batch": more_than_a_batch,
    "told to stop": told_to_stop,
    "a credit before its original": credit_before_its_original,
    "a credit of what is blocked": credit_of_what_is_blocked,
    "deleted while it waits": deleted_while_it_waits,
    "one that cannot be read": cannot_be_read,
    "changed since": changed_since,
    "a host that is deaf to one": deaf_host,
    "a host that hears later": told_later,
    "an answer that gets lost": posts(LOST, None),
    "an answer that gets lost, and soon quiet": _silences(LOST, None),
    "an answer that gets lost before another pass": an_answer_is_lost_before_another_pass,
    "silence": posts(SILENT, None),
    "silence, and soon quiet": _silences(SILENT, None),
    "three silences": _silences(SILENT, SILENT, SILENT, None),
    "silences with an answer between": _silences(SILENT, SILENT, None, SILENT, SILENT, None),
    "too many calls": posts(Trouble(429), None),
    "searched first": searched_first,
    "looked up first": looked_up_first,
    "a list shrank": a_list_shrank,
    "a list is refused": a_list_is_refused,
    "a slow list is refused": a_slow_list_is_refused,
    "two of one new customer": two_of_one_new_customer,
    "two of one new customer, and silence": two_of_one_new_customer_without_an_answer,
    "a new customer whose answer is lost": new_customer_whose_answer_is_lost,
    "no right to make any": no_right_to_make_any,
    "no right the night before": no_right_the_night_before,
    "the right is back": the_right_is_back,
    "a group without a ledger": a_group_of_its_own,
    "booked under the same number": booked_under_the_same_number,
}


def test_a_credit_follows_in_the_same_slice_when_its_original_is_found_in_exact(office: Office) -> None:
    credit_before_its_original(office)
    typed(office, "1")
    slices.run_slice(office.work(verifying=True))
    assert [office.row(key).state for key in "12"] == ["synced", "synced"]
    assert office.exact.calls(POSTS) == 1


@pytest.mark.parametrize("state", State)
def test_a_credit_waits_for_an_original_that_may_still_be_booked(office: Office, state: State) -> None:
    credit_before_its_original(office)
    office.change("1", state=state)
    (credit,) = [row for row in office.due() if row.invoice_id == "2"]
    assert bool(credit.waits_for) is (state not in (State.SYNCED, State.IGNORED))


@pytest.mark.parametrize("name", SITUATIONS)
def test_what_becomes_of_them(office: Office, name: str) -> None:
    diary.tell("slices", name, office, SITUATIONS[name])
