"""What venues do with deposits, as a bookkeeper must find it: one event each, whose accounts end at nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from mice_exact_plugin.database import step
from mice_exact_plugin.decisions import decisions
from mice_exact_plugin.deposits import hearing
from mice_exact_plugin.deposits import open as deposits
from mice_exact_plugin.domain.invoice import LineKind
from mice_exact_plugin.domain.money import CENT
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports import remarks
from mice_exact_plugin.exports.lines import ExportLine
from mice_exact_plugin.runtime import Person
from tests.booking.situations import bill
from tests.deposits.flows import (
    HALL,
    at_another_rate,
    booked,
    credit,
    deposit,
    final,
    of_a_version_without_lines,
    on,
    with_accounts,
)
from tests.domain.build import LOW, debtor, line, vat_code
from tests.domain.deposits.build import WEDDING, deposit_line, settlement
from tests.fake.books import as_it_is
from tests.fake.client import LOST, POSTS, says
from tests.fake.office import TENANT

if TYPE_CHECKING:
    from collections.abc import Callable

    from mice_exact_plugin.domain.invoice import Invoice
    from tests.fake.office import Office

#: Who pays the rest: nothing tells that he is who paid the deposit.
OTHER = debtor(name="Andere Klant B.V.", postcode="9711 EF", city="Groningen", address_line_1="Markt 7", client_id="2")
OTHER = replace(OTHER, vat_number=None, coc_number=None, email="boeken@andere.example")
PERSON = Person("1", "Anke")
WHOLE = line("1000.00", "210.00", kind=LineKind.PRODUCT)
LUNCH = line("100.00", "9.00", LOW, kind=LineKind.PRODUCT)
BACK = replace(HALL, net=-HALL.net, vat=-HALL.vat, gross=-HALL.gross)
#: Thirty percent of three rates, each rounded by itself.
THIRDS = (deposit_line("33.33", "7.00"), deposit_line("16.67", "1.50", "9"), deposit_line("8.35", "0.00", "0"))
THIRDS_OFF = (settlement("-33.33", "-7.00"), settlement("-16.67", "-1.50", "9"), settlement("-8.35", "0.00", "0"))


@pytest.mark.parametrize(
    ("flow", "sold"),
    [
        pytest.param([deposit(), credit(), deposit("d2"), final(of="d2")], "1000.00", id="credited and billed again"),
        pytest.param(
            [deposit(), bill("f1", LUNCH, settlement("-300.00", "-63.00"))], "0.00", id="dearer than what was sold"
        ),
        pytest.param(
            [deposit("d1", "1000.00", "210.00"), final(net="-1000.00", vat="-210.00")], "1000.00", id="all of it ahead"
        ),
        pytest.param(
            [
                deposit("d1", "250.00", "52.50"),
                deposit("d2", "500.00", "105.00"),
                bill("f1", HALL, settlement("-250.00", "-52.50"), settlement("-500.00", "-105.00", of="d2")),
            ],
            "1000.00",
            id="a quarter and a half",
        ),
        pytest.param(
            [deposit(), replace(final(), debtor=OTHER)],
            "1000.00",
            id="the final is of another customer",
        ),
        pytest.param([bill("d1", *THIRDS), bill("f1", HALL, *THIRDS_OFF)], "1000.00", id="cents of three rates"),
        pytest.param([bill("d1", HALL, deposit_line("300.00", "63.00")), final()], "2000.00", id="beside a charge"),
        pytest.param(
            [
                deposit(),
                final(),
                bill("c1", BACK, settlement("300.00", "63.00"), is_credit=True, credits_id="f1"),
                final("f2"),
            ],
            "1000.00",
            id="the final was credited and made anew",
        ),
    ],
)
def test_the_accounts_end_at_nothing_and_turnover_is_what_was_sold(
    office: Office, flow: list[Invoice], sold: str
) -> None:
    with_accounts(office)
    booked(office, *flow)

    assert {each.id: office.problems(each.id) for each in flow if office.row(each.id).state != State.SYNCED} == {}
    assert [on(office, code) for code in ("1850", "1851", "1852", "8000")] == ["0.00", "0.00", "0.00", sold]
    assert deposits.count(office.session, TENANT) == 0


def test_a_deposit_of_last_year_is_taken_off_at_its_own_rate_and_code(office: Office) -> None:
    with_accounts(office)
    codes = office.books.reference.vat_codes
    ended = vat_code("1", ("9", None, date(2025, 12, 31)), ("21", date(2026, 1, 1), None))
    office.books.with_lists(vat_codes={**codes, "1": ended}, closed_periods=())
    booked(office, deposit("d1", "300.00", "27.00", "9", invoice_date=date(2025, 12, 10)))
    booked(office, final(net="-300.00", vat="-27.00", rate="9"))

    assert (office.row("f1").state, on(office, "1851")) == (State.SYNCED, "0.00")
    (taken,) = [each for each in office.books.entries.values() if each.your_ref == "F2026-f1"]
    assert [(each.vat_code, str(each.vat)) for each in taken.lines or ()] == [("2", "210.00"), ("1", "-27.00")]


def test_a_part_stays_open(office: Office) -> None:
    with_accounts(office)
    booked(office, deposit(), final(net="-100.00", vat="-21.00"))

    (left,) = deposits.page(office.session, TENANT, 0, 10)
    assert (str(left.booked), str(left.taken), str(left.open), on(office, "1850")) == (
        "300.00",
        "-100.00",
        "200.00",
        "200.00",
    )


def test_the_account_of_a_deposit_that_is_blocked_by_now_holds_the_final(office: Office) -> None:
    with_accounts(office)
    booked(office, deposit())
    by_id = dict(office.books.reference.gl_accounts_by_id)
    kept = next(account for account in by_id.values() if account.code == "1850")
    shut = replace(kept, is_blocked=True)
    gl_accounts = {**office.books.reference.gl_accounts, "1850": shut}
    office.books.with_lists(gl_accounts=gl_accounts, gl_accounts_by_id={**by_id, kept.id: shut})

    booked(office, final())

    assert [problem.code for problem in office.problems("f1")] == [Code.GL_ACCOUNT_BLOCKED]


def test_what_an_older_version_booked_beside_a_charge_is_told_apart(office: Office) -> None:
    """The charge was on the same ledger, so the entry has one line of both."""
    with_accounts(office)
    loose = replace(WHOLE, rate_group=None)
    mixed = bill("d1", loose, deposit_line("300.00", "63.00"))
    office.send(replace(mixed, lines=tuple(replace(each, kind=None) for each in mixed.lines)))
    office.run()
    of_a_version_without_lines(office)
    office.host.sent["d1"] = mixed

    booked(office, final())

    assert (office.row("f1").state, on(office, "8999")) == (State.SYNCED, "1000.00")
    assert deposits.count(office.session, TENANT) == 0


def test_a_final_that_was_seen_to_be_gone_from_exact_takes_nothing_off(office: Office) -> None:
    """The venue deleted it and sent another; until then the deposit is open, as Exact has it."""
    with_accounts(office)
    booked(office, deposit(), final())
    gone = office.row("f1").id
    with step(office.session):
        remarks.add(office.session, gone, RemarkCode.DELETED_IN_EXACT)
    assert [str(each.open) for each in deposits.page(office.session, TENANT, 0, 10)] == ["300.00"]

    booked(office, final("f2"))

    assert office.row("f2").state is State.SYNCED
    assert deposits.count(office.session, TENANT) == 0


def disputed(office: Office) -> None:
    """The final was sent, its answer was lost, and somebody changed its amount in Exact, which keeps no id of ours."""
    with_accounts(office)
    booked(office, deposit())
    office.books.keeps_ids = False
    office.books.books = lambda entry: replace(entry, gross=(entry.gross or 0 * CENT) + CENT)
    office.exact.trouble(POSTS, LOST)
    booked(office, final())
    office.books.books = as_it_is
    office.time.now += timedelta(hours=1)
    office.run()


def test_a_final_in_dispute_counts_as_taken_off(office: Office) -> None:
    """Something is in Exact under its number: another final must not take off the same, unless a person says so."""
    disputed(office)
    assert [problem.code for problem in office.problems("f1")] == [Code.ENTRY_CONFLICT]
    assert deposits.count(office.session, TENANT) == 0

    booked(office, final("f2"))

    assert [(problem.code, problem.params["found"]) for problem in office.problems("f2")] == [
        (Code.DEPOSIT_OVERSETTLED, "0.00")
    ]


@pytest.mark.parametrize(
    ("decide", "left"),
    [
        pytest.param(lambda office: decisions.leave(office.runtime, TENANT, "f1", PERSON, "dubbel"), 1, id="left out"),
        pytest.param(lambda office: decisions.book_beside(office.runtime, TENANT, "f1", PERSON), 1, id="booked anyway"),
    ],
)
def test_it_no_longer_counts_once_a_person_says_that_what_is_there_is_another(
    office: Office, decide: Callable[[Office], None], left: int
) -> None:
    disputed(office)

    decide(office)

    assert deposits.count(office.session, TENANT) == left


@pytest.mark.parametrize(("rate", "left"), [(None, 0), ("9", 1), ("21", 0)])
def test_what_cancels_out_is_open_only_where_a_rate_is_known_to_differ(
    office: Office, rate: str | None, left: int
) -> None:
    with_accounts(office)
    booked(office, deposit(), final())
    taken = ExportLine.export_id == office.row("f1").id, ExportLine.kind == LineKind.DEPOSIT_SETTLEMENT
    with step(office.session):
        office.session.execute(update(ExportLine).where(*taken).values(vat_rate=rate))

    found = deposits.page(office.session, TENANT, 0, 10)

    assert (deposits.count(office.session, TENANT), len(found)) == (left, left)
    assert [(int(each.open), *map(int, each.rates.values())) for each in found] == [(0, 300, -300)] * left


def test_a_deposit_of_another_administration_says_so(office: Office) -> None:
    with_accounts(office)
    booked(office, deposit())
    here = office.link.place

    assert [each.elsewhere for each in deposits.page(office.session, TENANT, 0, 10, here)] == [None]
    office.change("d1", division=7654321, division_name="Oud BV")
    assert [each.elsewhere for each in deposits.page(office.session, TENANT, 0, 10, here)] == ["Oud BV"]


def test_a_changed_rate_is_remarked_on_both_invoices(office: Office) -> None:
    with_accounts(office)
    booked(office, *at_another_rate())

    assert office.remarks("f1").count(RemarkCode.DEPOSIT_RATE_CHANGED) == 1
    assert office.remarks("d1").count(RemarkCode.FINAL_RATE_CHANGED) == 1


def test_the_remark_goes_when_the_final_is_made_anew_at_the_old_rate(office: Office) -> None:
    with_accounts(office)
    paid, rest = at_another_rate()
    booked(office, paid)
    office.exact.trouble(POSTS, says("Ongeldig: Omschrijving"))
    booked(office, rest)
    assert RemarkCode.FINAL_RATE_CHANGED in office.remarks("d1")

    office.host.sent["f1"] = bill("f1", LUNCH, rest.lines[1])
    office.change("f1", state=State.QUEUED, problems=[], not_before=None)
    office.run()

    assert RemarkCode.FINAL_RATE_CHANGED not in office.remarks("d1")


def test_the_remark_of_one_final_stays_when_another_of_the_same_deposit_is_made_anew(office: Office) -> None:
    with_accounts(office)
    paid, _ = at_another_rate()
    booked(office, paid, final(net="-100.00", vat="-9.00", rate="9"))
    office.exact.trouble(POSTS, says("Ongeldig: Omschrijving"))
    booked(office, bill("f2", LUNCH, settlement("-100.00", "-9.00", "9")))
    office.change("f2", state=State.QUEUED, problems=[], not_before=None)
    office.run()
    assert office.row("f2").state is State.SYNCED
    assert RemarkCode.FINAL_RATE_CHANGED in office.remarks("d1")


def test_the_page_knows_that_an_event_was_moved(office: Office) -> None:
    with_accounts(office)
    booked(office, deposit())
    later = replace(WEDDING, starts_on=date(2026, 9, 5), ends_on=date(2026, 9, 6))
    office.host.sent["d1"] = bill("d1", deposit_line("300.00", "63.00", event=later))

    hearing.on_event(office.runtime, TENANT, WEDDING.id)

    (left,) = deposits.page(office.session, TENANT, 0, 10)
    assert (left.starts_on, left.ends_on) == (later.starts_on, later.ends_on)
    booked(office, final())
    assert on(office, "1850") == "0.00"


MOVED = settlement("-300.00", "-63.00", event=replace(WEDDING, starts_on=date(2026, 5, 2), ends_on=date(2026, 5, 2)))


@pytest.mark.parametrize(
    "back",
    [
        final(invoice_date=date(2026, 6, 25)),
        credit(invoice_date=date(2026, 6, 25)),
        bill("f1", HALL, MOVED, invoice_date=date(2026, 6, 25)),
    ],
    ids=["final", "credit", "moved before it"],
)
def test_a_deposit_at_the_rate_of_its_event_is_taken_off_and_credited_at_that_rate(
    office: Office, back: Invoice
) -> None:
    """Its code has that rate from the month of the event on only, and none of it on the deposit's own day."""
    with_accounts(office)
    begins = vat_code("2", ("19", None, date(2026, 5, 31)), ("21", date(2026, 6, 1), None))
    office.books.with_lists(vat_codes={**office.books.reference.vat_codes, "2": begins})
    booked(office, deposit(), back)
    assert office.problems(back.id) == ()
    assert on(office, "1850") == "0.00"


@pytest.mark.parametrize(
    ("until", "left"),
    [
        (date(2025, 12, 31), []),
        (date(2026, 1, 31), [("300.00", "0.00")]),
        (date(2026, 2, 28), [("300.00", "-100.00")]),
        (None, []),
    ],
    ids=["before it", "between", "partly taken off", "now"],
)
def test_what_was_open_on_a_day_is_told_by_what_was_booked_until_then(
    office: Office, until: date | None, left: list[tuple[str, str]]
) -> None:
    """As an accountant asks at the end of a year, when much of it is taken off already."""
    with_accounts(office)
    part = final(net="-100.00", vat="-21.00", invoice_date=date(2026, 2, 28))
    rest = final("f2", net="-200.00", vat="-42.00", invoice_date=date(2026, 3, 1))
    booked(office, deposit(invoice_date=date(2026, 1, 10)), part, rest)
    found = deposits.page(office.session, TENANT, 0, 10, None, until)
    assert [(str(each.booked), str(each.taken)) for each in found] == left
    assert deposits.count(office.session, TENANT, until) == len(left)
    total = sum((each.open for each in deposits.totals(office.session, TENANT, until)), 0 * CENT)
    assert total == sum((Decimal(booked) + Decimal(taken) for booked, taken in left), 0 * CENT)
