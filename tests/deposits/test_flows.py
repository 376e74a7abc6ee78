"""An event from deposit to final: what the books have on its accounts, and what stands in the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.decisions import ways_on
from mice_exact_plugin.deposits import hearing
from mice_exact_plugin.deposits import open as deposits
from mice_exact_plugin.domain.invoice import Event
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.runtime import Person
from tests.booking.situations import bill
from tests.deposits.flows import (
    booked,
    credit,
    deposit,
    final,
    of_a_version_without_lines,
    on,
    on_turnover,
    partly_on_turnover,
    read,
    unread,
    with_accounts,
    without_kinds,
)
from tests.deposits.played import READS, run_out
from tests.domain.deposits.build import deposit_line
from tests.fake.client import POSTS, says, shut
from tests.fake.office import TENANT

if TYPE_CHECKING:
    from collections.abc import Callable

    from mice_exact_plugin.domain.invoice import Invoice
    from tests.fake.office import Office

PERSON = Person("1", "Anke")


@pytest.mark.parametrize(
    "flow",
    [
        pytest.param([deposit(), final()], id="deposit and final"),
        pytest.param([deposit(), credit()], id="cancelled, VAT back"),
        pytest.param([deposit(), credit(points=None)], id="credited by a host that points by the invoice only"),
        pytest.param([deposit(), credit(net="-100.00", vat="-21.00"), final(net="-200.00", vat="-42.00")], id="partly"),
        pytest.param([deposit(), final("f1", "-100.00", "-21.00"), final("f2", "-200.00", "-42.00")], id="two finals"),
        pytest.param([deposit("d1", "363.00", "0.00", "0"), final(net="-363.00", vat="0.00", rate="0")], id="no VAT"),
        pytest.param([deposit(), deposit("d2"), final(), final("f2", of="d2")], id="two deposits"),
        pytest.param([deposit("d1", "300.00", "27.00", "9"), final(net="-300.00", vat="-27.00", rate="9")], id="low"),
    ],
)
def test_what_waited_is_gone_after_the_last_invoice(office: Office, flow: list[Invoice]) -> None:
    with_accounts(office)
    office.send(*flow)

    office.run()

    assert {invoice.id: office.problems(invoice.id) for invoice in flow if office.problems(invoice.id)} == {}
    assert [on(office, code) for code in ("1850", "1851", "1852")] == ["0.00", "0.00", "0.00"]
    assert on(office, "8000") == str(1000 * sum(invoice.id.startswith("f") for invoice in flow)) + ".00"
    assert office.exact.calls(READS) == 0


def test_a_deposit_is_held_until_its_account_is_chosen(office: Office) -> None:
    office.send(deposit())
    office.run()
    assert [problem.code for problem in office.problems("d1")] == [Code.DEPOSIT_LEDGER_NEEDED]

    with_accounts(office)
    office.run()

    assert (office.row("d1").state, on(office, "1850"), on(office, "8999")) == (State.SYNCED, "300.00", "0.00")


def test_a_final_waits_for_its_deposit_and_says_so(office: Office) -> None:
    with_accounts(office)
    office.set(journal_code="99")
    office.send(deposit())
    office.run()
    office.set(journal_code="70")
    office.blocked("d1", *office.problems("d1"), tries=1)
    office.send(final())
    office.change("d1", state=State.BLOCKED)
    office.again()
    assert (office.row("f1").state, office.row("f1").waits_for) == (State.QUEUED, "F2026-d1")

    office.run()

    assert (office.row("f1").state, office.row("f1").waits_for, on(office, "1850")) == (State.SYNCED, None, "0.00")


def test_no_more_is_taken_off_than_was_booked(office: Office) -> None:
    with_accounts(office)
    booked(office, deposit(), final(net="-200.00", vat="-42.00"), final("f2", "-200.00", "-42.00"))

    (problem,) = office.problems("f2")

    assert (problem.code, problem.params["found"], on(office, "1850")) == (Code.DEPOSIT_OVERSETTLED, "100.00", "100.00")


def test_a_final_that_was_refused_takes_nothing_off(office: Office) -> None:
    """The lines of its claim stay, and nothing of it is in Exact."""
    with_accounts(office)
    booked(office, deposit())
    office.exact.trouble(POSTS, says("Ongeldig: Omschrijving"))
    booked(office, final(), final("f2"))

    assert [office.row(key).state for key in ("f1", "f2")] == [State.BLOCKED, State.SYNCED]


def test_the_lines_of_an_older_deposit_are_read_once_and_it_is_taken_off_where_it_is(office: Office) -> None:
    read(office)
    booked(office, final("f2", "-1.00", "-0.21"))

    assert (office.row("f1").state, on(office, "1850"), office.exact.calls(READS)) == (State.SYNCED, "0.00", 1)
    assert [problem.code for problem in office.problems("f2")] == [Code.DEPOSIT_OVERSETTLED]


def test_what_an_older_version_booked_on_turnover_is_taken_off_there(office: Office) -> None:
    on_turnover(office)

    assert (on(office, "8999"), on(office, "1850")) == ("0.00", "0.00")
    assert RemarkCode.DEPOSIT_ON_TURNOVER in office.remarks("f1")
    assert RemarkCode.STANDS_ON_TURNOVER not in office.remarks("d1"), "nothing is left of it"


def test_what_is_left_of_it_there_is_marked_where_open_deposits_are_told(office: Office) -> None:
    partly_on_turnover(office)

    (open_one,) = deposits.page(office.session, TENANT, 0, 10)
    assert RemarkCode.STANDS_ON_TURNOVER in {each.code for each in open_one.remarks}
    assert (str(open_one.open), on(office, "8999")) == ("200.00", "200.00")


def test_forty_entries_of_older_deposits_are_read_by_one_call(office: Office) -> None:
    with_accounts(office)
    keys = [str(number) for number in range(45)]
    office.send(*(deposit(f"d{key}") for key in keys))
    run_out(office)
    for key in keys:
        of_a_version_without_lines(office, f"d{key}")
    office.send(*(final(f"f{key}", of=f"d{key}") for key in keys))

    run_out(office)

    assert (office.exact.calls(READS), on(office, "1850")) == (2, "0.00")


def test_a_final_waits_while_the_lines_cannot_be_read_and_is_tried_the_next_night(office: Office) -> None:
    run = unread(office)
    office.exact.trouble(READS, shut())
    run()
    assert [problem.code for problem in office.problems("f1")] == [Code.DEPOSIT_UNREAD]
    office.run()
    assert office.exact.calls(READS) == 1

    office.time.now += timedelta(days=1)
    office.run()

    assert office.exact.calls(READS) == 2


def test_a_host_of_1_0_books_as_before_and_a_negative_line_is_pointed_out(office: Office) -> None:
    without_kinds(office)

    assert (on(office, "8999"), on(office, "8000")) == ("-30.00", "100.00")
    assert RemarkCode.POSSIBLE_SETTLEMENT in office.remarks("h1")


def test_an_event_that_is_cancelled_after_its_deposit_is_marked_on_the_page(office: Office) -> None:
    event = Event("E1", "Bruiloft", date(2027, 5, 1), None, None, None, is_cancelled=False)
    with_accounts(office)
    booked(office, bill("d1", deposit_line("300.00", "63.00", "21", event=event)))
    off = replace(event, is_cancelled=True)
    office.host.sent["d1"] = bill("d1", deposit_line("300.00", "63.00", "21", event=off))

    for event_id in ("E2", "E1"):
        assert _cancelled(office) == [False]
        hearing.on_event(office.runtime, TENANT, event_id)

    assert _cancelled(office) == [True]


def _cancelled(office: Office) -> list[bool]:
    return [found.is_cancelled for found in deposits.page(office.session, TENANT, 0, 10)]


def held_abroad(office: Office) -> None:
    """The books are in euros, so the deposit itself is held."""
    booked(office, deposit(currency="USD"))


def by_hand_abroad(office: Office) -> None:
    held_abroad(office)
    ways_on.booked_by_hand(office.runtime, TENANT, "d1", PERSON, "26700123", "in dollars")


def before_the_link(office: Office) -> None:
    office.host.sent["d1"] = deposit(currency="USD", sent_at=datetime(2025, 12, 1, tzinfo=UTC))


@pytest.mark.parametrize("history", [held_abroad, by_hand_abroad, before_the_link])
@pytest.mark.parametrize("back", [final(), credit()], ids=["final", "credit"])
def test_a_deposit_in_another_currency_is_never_taken_off_at_a_rate_of_ours(
    office: Office, history: Callable[[Office], None], back: Invoice
) -> None:
    """It waits for nothing: nothing that happens to the deposit makes it right."""
    with_accounts(office)
    history(office)
    booked(office, back)
    (problem,) = office.problems(back.id)
    assert (problem.code, problem.params["currency"]) == (Code.DEPOSIT_CURRENCY, "USD")
    assert (office.row(back.id).waits_on, on(office, "1850")) == (None, "0.00")
    ways_on.booked_by_hand(office.runtime, TENANT, back.id, PERSON, "26700124", "tegen de dagkoers")
    assert office.row(back.id).state is State.IGNORED


def test_a_final_abroad_of_a_deposit_abroad_has_one_cause(office: Office) -> None:
    with_accounts(office)
    held_abroad(office)
    booked(office, final(currency="USD"))
    assert [problem.code for problem in office.problems("f1")] == [Code.CURRENCY]
