"""Invoices of a closed period by the fake: moved, asked about, closed under way; and credits in another journal."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import update

from mice_exact_plugin.access.lease import LeaseRow
from mice_exact_plugin.database import step
from mice_exact_plugin.decisions import looking
from mice_exact_plugin.domain.closed_periods import ClosedPeriodSettings, ClosedPolicy
from mice_exact_plugin.domain.reference import ClosedPeriod, FinancialPeriod, Resource
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.exports.words.problems import common_sentence
from mice_exact_plugin.mirror import reference_data
from mice_exact_plugin.runtime import Person
from mice_exact_plugin.standing import to_do
from tests.booking.situations import SETTLED, bill, once_more, typed
from tests.domain.build import journal, line
from tests.fake.client import LOST, POSTS, SILENT, Trouble
from tests.fake.office import TENANT
from tests.written import decided

if TYPE_CHECKING:
    from tests.fake.office import Office

FEBRUARY, MARCH, APRIL = date(2026, 2, 20), date(2026, 3, 1), date(2026, 4, 1)
FIRSTS = [*(date(2026, month, 1) for month in range(1, 13)), date(2027, 1, 1)]
MONTHS = tuple(
    FinancialPeriod(2026, month, first, after - timedelta(days=1))
    for month, (first, after) in enumerate(pairwise(FIRSTS), start=1)
)


def _closed(office: Office, *months: int) -> None:
    before = office.books.reference.closed_periods
    shut = before | {ClosedPeriod("70", 2026, month) for month in months}
    office.books.with_lists(periods=(*office.books.reference.periods[:-1], *MONTHS), closed_periods=shut)


def _closed_are(office: Office, *months: int) -> None:
    """These and no others, as Exact tells and as was read."""
    office.books.with_lists(closed_periods=frozenset())
    _closed(office, *months)
    reference_data.load(office.runtime, office.link, office.work().client, Resource.CLOSED_PERIODS)


def _by(office: Office, policy: ClosedPolicy) -> None:
    office.set(closed_periods=ClosedPeriodSettings(policy))
    _closed(office, 2)
    for resource in (Resource.PERIODS, Resource.CLOSED_PERIODS):
        reference_data.load(office.runtime, office.link, office.work().client, resource)


def _told(office: Office, month: int) -> tuple[str, date | None, bool]:
    """The state or the problem of its invoice, the day on which it is booked, and whether that is remarked."""
    row = office.row(str(month))
    (told,) = [str(problem.code) for problem in row.problems] or [str(row.state)]
    days = [entry.entry_date for entry in office.books.entries.values() if entry.entry_id == row.entry_id]
    return told, (days or [None])[0], "period_moved" in office.remarks(str(month))


@pytest.mark.parametrize("closed", [range(1, 13, 2), range(2, 13, 2)], ids=["odd", "even"])
@pytest.mark.parametrize("policy", ClosedPolicy)
def test_twelve_periods_half_of_them_closed(office: Office, policy: ClosedPolicy, closed: range) -> None:
    """Next year is not made yet, so nothing is open after December. What the page says of each is counted."""
    _by(office, policy)
    _closed_are(office, *closed)
    office.send(*(bill(str(month), invoice_date=date(2026, month, 20)) for month in range(1, 13)))
    office.run()
    wanted: dict[int, tuple[str, date | None, bool]] = {}
    for month in range(1, 13):
        if month not in closed:
            wanted[month] = ("synced", date(2026, month, 20), False)
        elif policy is ClosedPolicy.HOLD or month == 12:
            wanted[month] = ("period_closed", None, False)
        elif policy is ClosedPolicy.ASK:
            wanted[month] = ("period_asked", None, False)
        else:
            wanted[month] = ("synced", date(2026, month + 1, 1), True)
    assert {month: _told(office, month) for month in wanted} == wanted
    with step(office.session):
        said = [common_sentence(cause.problem) for cause in to_do.held(office.session, TENANT)]
    assert sorted(said) == sorted(_sentence(month, told) for month, (told, *_) in wanted.items() if told != "synced")


def _sentence(month: int, told: str) -> str:
    if told == "period_closed":
        return f"Periode {month} van 2026 is afgesloten voor dagboek 70."
    return (
        "De periode van de factuur is afgesloten, in Exact Online of door de slotdatum. "
        f"Zij kan op 01-{month + 1:02}-2026 geboekt worden, als iemand dat wil."
    )


def test_it_is_booked_on_the_first_open_day(office: Office) -> None:
    _by(office, ClosedPolicy.FIRST_OPEN)
    office.send(bill("1", invoice_date=FEBRUARY))
    office.run()
    (entry,) = office.books.entries.values()
    assert (entry.entry_date, office.row().state) == (MARCH, "synced")
    assert office.row().booked_on == MARCH
    assert "period_moved" in office.remarks()


def test_a_person_says_so_of_one_invoice(office: Office) -> None:
    _by(office, ClosedPolicy.ASK)
    office.send(bill("1", invoice_date=FEBRUARY), bill("2", invoice_date=FEBRUARY))
    office.run()
    decided.books_later(office)
    office.again()
    assert [office.row(key).state for key in ("1", "2")] == ["synced", "blocked"]
    assert [entry.entry_date for entry in office.books.entries.values()] == [MARCH]


@pytest.mark.parametrize("trouble", [LOST, SILENT], ids=["it arrived", "it did not"])
def test_a_period_that_closes_under_an_entry_on_its_way_makes_no_second_one(office: Office, trouble: Trouble) -> None:
    _by(office, ClosedPolicy.FIRST_OPEN)
    office.send(bill("1", invoice_date=FEBRUARY))
    once_more(office, trouble=trouble)
    _closed(office, 2, 3)
    office.time.forward(seconds=SETTLED)
    office.exact.trouble(POSTS, None)
    office.run()
    (entry,) = office.books.entries.values()
    assert office.row().state == "synced"
    assert entry.entry_date == (MARCH if trouble is LOST else APRIL)
    assert office.row().booked_on == entry.entry_date


@pytest.mark.parametrize("trouble", [None, LOST, SILENT], ids=["answered", "it arrived", "it did not"])
def test_credits_go_to_a_journal_of_their_own_and_are_found_there(office: Office, trouble: Trouble | None) -> None:
    office.books.with_lists(journals={**office.books.reference.journals, "75": journal("75")})
    office.set(credit_journal_code="75")
    office.send(bill("1"))
    office.run()
    office.send(bill("2", line("-100.00", "-21.00"), is_credit=True, credits_id="1"))
    once_more(office, "2", trouble)
    office.exact.trouble(POSTS, None)
    office.time.forward(seconds=SETTLED)
    office.again()
    assert [office.row(key).state for key in ("1", "2")] == ["synced", "synced"]
    assert sorted(entry.journal for entry in office.books.entries.values()) == ["70", "75"]
    assert (office.row("1").journal, office.row("2").journal) == ("70", "75")


@pytest.mark.parametrize(("then", "now"), [((), (2,)), ((2,), (2, 3))], ids=["on its own day", "moved"])
def test_a_database_put_back_knows_an_entry_of_before_its_period_closed(
    office: Office, then: tuple[int, ...], now: tuple[int, ...]
) -> None:
    _by(office, ClosedPolicy.FIRST_OPEN)
    _closed_are(office, *then)
    office.send(bill("1", invoice_date=FEBRUARY))
    office.run()
    (entry,) = office.books.entries.values()
    sent: dict[str, Any] = dict.fromkeys(
        ("posting_key", "sent", "entry_id", "entry_number", "synced_at", "first_sent_at", "last_sent_at")
    )
    office.change("1", state="queued", sends=0, booked_on=None, **sent)
    _closed_are(office, *now)
    office.run()
    assert (office.row().state, office.row().entry_id) == ("synced", entry.entry_id)
    assert office.row().booked_on == (None if entry.entry_date == FEBRUARY else entry.entry_date)


def test_what_somebody_typed_on_another_day_is_not_ours(office: Office) -> None:
    _by(office, ClosedPolicy.FIRST_OPEN)
    office.send(bill("1", invoice_date=FEBRUARY))
    typed(office, entry_date=FEBRUARY + timedelta(days=3))
    office.run()
    assert [problem.code for problem in office.problems()] == ["entry_conflict"]


def test_what_is_booked_anew_on_its_own_day_is_not_called_moved(office: Office) -> None:
    _by(office, ClosedPolicy.FIRST_OPEN)
    office.send(bill("1", invoice_date=FEBRUARY))
    office.run()
    office.books.entries.clear()
    with step(office.session):
        office.session.execute(update(LeaseRow).values(expires_ms=0))
    looking.book_anew(office.runtime, TENANT, "1", Person("2", "Bea"), "in Exact verwijderd")
    _closed_are(office)
    office.again()
    (entry,) = office.books.entries.values()
    assert (entry.entry_date, office.row().booked_on) == (FEBRUARY, None)
    assert "period_moved" not in office.remarks()


@pytest.mark.parametrize(("day", "is_said"), [(date(2025, 12, 31), False), (date(2025, 12, 30), True)])
def test_the_first_night_of_a_year_books_the_last_day_of_the_one_before_without_a_word(
    office: Office, day: date, *, is_said: bool
) -> None:
    office.books.with_lists(closed_periods=frozenset())
    office.send(bill("1", invoice_date=day))
    office.run(today=date(2026, 1, 1))
    assert (RemarkCode.OTHER_YEAR in office.remarks()) is is_said
