"""*Eerst akkoord*: nothing is sent that nobody said yes to, and a yes is to one entry and to no other."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mice_exact_plugin.booking.approval import digest_of
from mice_exact_plugin.booking.planning import Ready
from mice_exact_plugin.database import step
from mice_exact_plugin.debtors.binding import Intent, Located
from mice_exact_plugin.decisions import approving
from mice_exact_plugin.decisions.approving import Approved
from mice_exact_plugin.domain.approval import Approval
from mice_exact_plugin.domain.deposits.settings import DepositSettings
from mice_exact_plugin.domain.entry.mapper import Mapped, map_invoice
from mice_exact_plugin.domain.invoice import LineKind
from mice_exact_plugin.domain.money import vat_of
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports import awaiting
from mice_exact_plugin.exports.awaiting import Which
from mice_exact_plugin.runtime import Person
from mice_exact_plugin.work import books_of
from tests.booking.nights import night, read_the_day_before
from tests.booking.situations import STRANGER, bill, bills
from tests.domain import build
from tests.domain.build import line
from tests.fake.client import MAKES, POSTS
from tests.fake.office import TENANT

if TYPE_CHECKING:
    from collections.abc import Callable

    from mice_exact_plugin.domain.settings import LinkSettings
    from tests.fake.office import Office

BEA = Person("2", "Bea")
ALL = Which()


def asks(office: Office, wanted: Approval = Approval.FIRST) -> None:
    assert approving.settle(office.runtime, TENANT, BEA, wanted)


def approve(office: Office, which: Which = ALL) -> Approved:
    return approving.approve_all(office.runtime, TENANT, BEA, which, seen=stamp(office, which))


def stamp(office: Office, which: Which) -> str:
    """What the page shows of a night carries."""
    with step(office.session):
        return awaiting.stamp(office.session, TENANT, which)


def seen(office: Office, *ids: str) -> dict[str, str]:
    """What the page shows of these invoices."""
    books = books_of(office.runtime, TENANT)
    assert books is not None
    planned = approving.plans(books, [office.row(key) for key in ids])
    return {each.row.invoice_id: each.digest or "" for each in planned}


def test_nothing_is_sent_in_thirty_nights_that_nobody_said_yes_to(office: Office) -> None:
    asks(office)
    office.ended()
    for day in range(30):
        read_the_day_before(office)
        office.send(bill(str(day), sent_at=office.time.now))
        night(office)
        office.time.forward(days=1)
    assert (office.exact.calls(POSTS), office.exact.calls(MAKES)) == (0, 0)
    assert not [call for call in office.exact.asked if "salesentry" in call], "nor is anything looked up for them"
    assert {office.row(str(day)).state for day in range(30)} == {State.QUEUED}
    assert approve(office).count == 30
    night(office)
    assert {office.row(str(day)).state for day in range(30)} == {State.SYNCED}


def test_a_link_that_was_never_asked_books(office: Office) -> None:
    bills(office, 1)
    office.run()
    assert office.row().state is State.SYNCED


def test_from_now_on_automatically(office: Office) -> None:
    asks(office)
    bills(office, 2)
    office.run()
    asks(office, Approval.DIRECT)
    office.again()
    assert {office.row(key).state for key in "12"} == {State.SYNCED}
    assert [row.event for row in office.trail(None) if row.event.startswith("approval")] == [
        "approval_first",
        "approval_direct",
    ]


def test_only_what_was_said_yes_to_goes_out(office: Office) -> None:
    asks(office)
    bills(office, 3)
    assert approving.approve_seen(office.runtime, TENANT, BEA, seen(office, "2")).count == 1
    office.run()
    assert [office.row(key).state for key in "123"] == [State.QUEUED, State.SYNCED, State.QUEUED]
    assert office.row("2").approved_digest == office.row("2").payload_digest
    assert ("approved", "Bea") in {(row.event, row.actor) for row in office.trail("2")}


def test_a_night_is_what_was_queued_until_it_was_seen(office: Office) -> None:
    asks(office)
    bills(office, 1)
    since, newest = office.time.now, office.row("1").id
    office.time.forward(days=1)
    office.send(bill("2"), bill("3"))
    assert approve(office, Which(since=since, before=since + timedelta(hours=1))).count == 1
    assert approve(office, Which(until_id=newest + 1)).count == 1
    assert office.row("3").approved_digest is None


def test_a_yes_to_a_night_is_to_what_was_seen(office: Office) -> None:
    """What was held is released behind the page, also in the place of another."""
    asks(office)
    bills(office, 3)
    office.blocked("1", Problem(Code.BUG))
    which = Which(until_id=office.row("3").id)
    shown = stamp(office, which)
    office.change("1", state=State.QUEUED, problems=[])
    assert approving.approve_all(office.runtime, TENANT, BEA, which, seen=shown) == Approved(changed=3)
    office.blocked("2", Problem(Code.BUG))
    assert approving.approve_all(office.runtime, TENANT, BEA, which, seen=shown) == Approved(changed=2)
    assert approve(office, which).count == 2


def test_a_yes_to_a_deposit_and_to_what_takes_it_off_stands_for_both(office: Office) -> None:
    asks(office)
    office.set(deposits=DepositSettings(as_turnover=True))
    deposit = line("50.00", "10.50", kind=LineKind.DEPOSIT)
    taken: dict[str, Any] = {"kind": LineKind.DEPOSIT_SETTLEMENT, "settles_invoice_id": "1", "position": 2}
    office.send(bill("1", deposit), bill("2", line("100.00", "21.00"), line("-50.00", "-10.50", **taken)))
    assert approve(office).count == 2
    office.run()
    office.again()
    assert {office.row(key).state for key in "12"} == {State.SYNCED}


def test_what_is_held_up_cannot_be_said_yes_to(office: Office) -> None:
    asks(office)
    office.set(vat_codes={})
    bills(office, 2)
    assert approve(office) == Approved(held=2)


def test_what_changed_since_it_was_seen_is_not_said_yes_to(office: Office) -> None:
    asks(office)
    bills(office, 1)
    shown = seen(office, "1")
    office.host.sent["1"] = bill("1", line("50.00", "10.50"))
    assert approving.approve_seen(office.runtime, TENANT, BEA, shown).count == 0


def _another_debtor(office: Office) -> None:
    office.host.sent["1"] = bill("1", debtor=STRANGER)


def _another_amount(office: Office) -> None:
    office.host.sent["1"] = bill("1", line("50.00", "10.50"))


def _another_code(office: Office) -> None:
    codes = office.books.reference.vat_codes
    office.books.with_lists(vat_codes={**codes, "2B": replace(codes["2"], id="vat-2B", code="2B")})
    office.set(vat_codes={Decimal(21): "2B"})


@pytest.mark.parametrize("change", [_another_debtor, _another_amount, _another_code])
def test_a_yes_lapses_when_it_would_be_another_entry(office: Office, change: Callable[[Office], None]) -> None:
    asks(office)
    bills(office, 1)
    approve(office)
    change(office)
    office.run()
    row = office.row()
    assert (row.state, row.approved_digest, row.approval_lapsed) == (State.QUEUED, None, True)
    assert office.events()[-1] == "approval_lapsed"
    assert office.exact.calls(POSTS) == office.exact.calls(MAKES) == 0
    assert approve(office).count == 1
    office.run()
    assert office.row().state is State.SYNCED
    assert not office.row().approval_lapsed


def test_a_new_debtor_of_two_invoices_is_made_once_and_both_yeses_stand(office: Office) -> None:
    asks(office)
    bills(office, 2, debtor=STRANGER)
    assert approve(office).count == 2
    office.run()
    assert {office.row(key).state for key in "12"} == {State.SYNCED}
    assert office.exact.calls(MAKES) == 1


SETTINGS = st.builds(
    lambda code, ledger: replace(build.SETTINGS, vat_codes={Decimal(21): code}, default_gl_account_id=ledger),
    st.sampled_from(["2", "2B"]),
    st.sampled_from(["gl-8999", "gl-8100"]),
)
AMOUNTS = st.lists(st.sampled_from(["10.00", "20.00", "40.00"]), min_size=1, max_size=2)
LEDGERS = st.sampled_from(["8000", "9999"])
ACCOUNTS = st.sampled_from([None, "a", "b"])
CASES = st.tuples(SETTINGS, AMOUNTS, LEDGERS, ACCOUNTS)
TWICE = build.reference(vat_codes={code.code: code for code in (*build.VAT_CODES, build.vat_code("2B", "21"))})


def _planned(case: tuple[LinkSettings, list[str], str, str | None]) -> Ready:
    settings, amounts, ledger, account_id = case
    group = build.rate_group("zaal", "21", ledger)
    lines = [line(net, str(vat_of(Decimal(net), Decimal(21))), group) for net in amounts]
    mapped = map_invoice(build.invoice(*lines), settings, TWICE, debtor_has_payment_condition=True)
    assert isinstance(mapped, Mapped)
    located = Located("k", None, build.account(account_id) if account_id else None, creation=Intent("made"))
    return Ready(mapped, located)


@given(CASES, CASES)
def test_a_yes_is_to_one_entry_on_one_account(first: Any, second: Any) -> None:
    before, after = _planned(first), _planned(second)
    is_same = before.mapped.entry == after.mapped.entry and before.located.account == after.located.account
    assert (digest_of(before) == digest_of(after)) == is_same
