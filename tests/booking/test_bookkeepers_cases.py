"""Cases of a bookkeeper by the fake: which return, which code, which question; rates that change, and who is abroad."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.domain.deposits.settings import DepositSettings
from mice_exact_plugin.domain.invoice import Event, LineKind, Situation
from mice_exact_plugin.domain.reference import FinancialPeriod, Resource
from mice_exact_plugin.domain.situations import SituationSettings
from mice_exact_plugin.mirror import reference_data
from tests.booking.situations import bill, silent
from tests.domain.build import debtor, line, rate_group, vat_code

if TYPE_CHECKING:
    from mice_exact_plugin.domain.invoice import InvoiceLine
    from tests.fake.office import Office

E, AE, K, G = Situation.EXEMPT, Situation.REVERSE_CHARGE, Situation.WITHIN_EU, Situation.EXPORT
ROOM, FREE = rate_group("logies", "9", "8100"), rate_group("nul", "0", "8050")
#: Lodging goes from 9 to 21 % with the stays of this year, as it did in the Netherlands.
LAST_YEAR, THIS_YEAR = date(2025, 12, 31), date(2026, 1, 1)
LODGING = vat_code("1", ("9", date(2019, 1, 1), LAST_YEAR), ("21", THIS_YEAR, None))
CODES = {
    "1": LODGING,
    "7": vat_code("7", "0", type="B"),
    "8": vat_code("8", "0", type="B", eu_listing="S"),
    "9": vat_code("9", "0", type="B"),
    "10": vat_code("10", "0", type="N"),
}
YEARS = tuple(FinancialPeriod(year, 1, date(year, 1, 1), date(year, 12, 31)) for year in (2025, 2026, 2027))


def _ready(office: Office) -> None:
    codes = {**office.books.reference.vat_codes, **CODES}
    office.books.with_lists(vat_codes=codes, periods=YEARS, closed_periods=frozenset())
    for resource in (Resource.VAT_CODES, Resource.PERIODS, Resource.CLOSED_PERIODS):
        reference_data.load(office.runtime, office.link, office.work().client, resource)
    office.set(situations=SituationSettings({E: "10", AE: "7", K: "8", G: "9"}))


def _booked(office: Office, *invoices: Any) -> list[tuple[date | None, list[tuple[str, Decimal, Decimal | None]]]]:
    """The day and the lines of every entry, as Exact has them."""
    office.send(*invoices)
    office.run()
    entries = office.books.entries.values()
    return [(each.entry_date, [(one.vat_code, one.net, one.vat) for one in each.lines or ()]) for each in entries]


def _stay(net: str, vat: str, rate: str, *days: date) -> InvoiceLine:
    event = Event("e1", "Gala", days[0], days[-1])
    return line(net, vat, rate_group(f"logies-{rate}", rate, "8100"), kind=LineKind.ROOM_RENT, event=event)


def test_a_credit_of_last_year_is_in_the_return_of_its_own_day(office: Office) -> None:
    _ready(office)
    back = bill("2", line("-100.00", "-9.00", ROOM), invoice_date=date(2026, 1, 20), is_credit=True, credits_id="1")
    found = _booked(office, bill("1", line("100.00", "9.00", ROOM), invoice_date=date(2025, 12, 20)), back)
    assert found == [
        (date(2025, 12, 20), [("1", Decimal(100), Decimal(9))]),
        (date(2026, 1, 20), [("1", Decimal(-100), Decimal(-9))]),
    ]


@pytest.mark.parametrize(
    ("invoice_date", "stays", "rate", "vat"),
    [
        (date(2026, 1, 20), [date(2025, 12, 20)], "9", "9.00"),
        (date(2025, 12, 1), [date(2026, 1, 20)], "21", "21.00"),
        (date(2026, 1, 20), [date(2025, 12, 30), date(2026, 1, 2)], "9", "9.00"),
        (date(2025, 12, 1), [date(2025, 12, 30), date(2026, 1, 2)], "21", "21.00"),
    ],
    ids=["invoiced after the change", "invoiced before it", "over it, before", "over it, after"],
)
def test_a_rate_is_that_of_the_stay_and_not_of_the_invoice(
    office: Office, invoice_date: date, stays: list[date], rate: str, vat: str
) -> None:
    """The law looks at the day of the service; the code has the rate, only on another day than the invoice's."""
    _ready(office)
    office.set(vat_codes={Decimal(21): "1", Decimal(9): "1", Decimal(0): "5"})
    found = _booked(office, bill("1", _stay("100.00", vat, rate, *stays), invoice_date=invoice_date))
    assert found == [(invoice_date, [("1", Decimal(100), Decimal(vat))])]


def test_a_rate_that_holds_on_neither_day_is_held(office: Office) -> None:
    _ready(office)
    assert _booked(office, bill("1", _stay("100.00", "9.00", "9", date(2026, 2, 20)))) == []
    assert [problem.code for problem in office.problems()] == ["vat_code_unsuitable"]


def test_what_is_dated_after_today_is_booked_on_that_day_and_remarked(office: Office) -> None:
    _ready(office)
    days = [date(2026, 3, 16), date(2026, 3, 17), date(2027, 1, 2)]
    found = _booked(office, *(bill(str(key), invoice_date=day) for key, day in enumerate(days)))
    assert [day for day, _ in found] == days
    told = [[code for code in office.remarks(str(key)) if code != "unreadable"] for key in range(3)]
    assert told == [[], ["date_ahead"], ["date_ahead"]]


def test_what_lay_ahead_when_it_was_first_sent_is_remarked_no_more_once_its_day_has_come(office: Office) -> None:
    silent(office, invoice_date=date(2026, 3, 18))
    assert "date_ahead" in office.remarks()
    office.time.now += timedelta(days=3)
    office.run()
    assert office.row().state == "synced"
    assert "date_ahead" not in office.remarks()


def test_a_december_event_invoiced_in_january_is_booked_in_january(office: Office) -> None:
    _ready(office)
    event = Event("e1", "Gala", date(2025, 12, 20), date(2025, 12, 20))
    found = _booked(office, bill("1", line("100.00", "21.00", event=event), invoice_date=date(2026, 1, 10)))
    assert [day for day, _ in found] == [date(2026, 1, 10)]


GALA = Event("e1", "Gala", date(2025, 12, 30), date(2026, 1, 2))


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "kind", "is_said"),
    [
        (date(2025, 12, 20), date(2025, 12, 20), LineKind.PRODUCT, True),
        (date(2027, 1, 15), None, LineKind.PRODUCT, True),
        (date(2025, 12, 31), date(2026, 1, 1), LineKind.PRODUCT, False),
        (date(2026, 12, 31), date(2027, 1, 1), None, False),
        (None, None, LineKind.PRODUCT, False),
        (date(2027, 1, 15), None, LineKind.DEPOSIT, False),
    ],
    ids=["last year", "next year", "from it into this", "from this into next", "no day", "a deposit"],
)
def test_an_event_of_another_financial_year_is_said(
    office: Office, starts_on: date | None, ends_on: date | None, kind: LineKind | None, is_said: bool
) -> None:
    """Its turnover is carried over at the end of the year; VAT stays with the invoice."""
    _ready(office)
    office.set(deposits=DepositSettings(as_turnover=True))
    sold = line("100.00", "21.00", event=replace(GALA, starts_on=starts_on, ends_on=ends_on), kind=kind)
    assert len(_booked(office, bill("1", sold, invoice_date=date(2026, 3, 16)))) == 1
    assert ("event_other_year" in office.remarks()) is is_said


def test_what_waited_until_the_return_over_its_quarter_was_in_says_so(office: Office) -> None:
    _ready(office)
    waited = datetime(2025, 12, 31, 12, tzinfo=UTC)
    office.send(
        bill("1", invoice_date=date(2025, 12, 31), sent_at=waited),
        bill("2", invoice_date=date(2026, 1, 1), sent_at=waited),
        bill("3", invoice_date=date(2025, 12, 31)),
    )
    office.run()
    assert [key for key in "123" if "after_return" in office.remarks(key)] == ["1"]


def test_an_exempt_hall_beside_taxed_catering(office: Office) -> None:
    _ready(office)
    hall = line("500.00", "0.00", FREE, situation=E)
    found = _booked(office, bill("1", hall, line("200.00", "42.00")))
    assert found == [(bill("1").invoice_date, [("10", Decimal(500), Decimal(0)), ("2", Decimal(200), Decimal(42))])]


@pytest.mark.parametrize(
    ("situation", "customer", "asked"),
    [
        (AE, {"vat_number": None}, ["vat_number_needed"]),
        (AE, {"vat_number": "NL001234567B13"}, []),
        (AE, {"vat_number": "DE136695976", "country": "DE"}, []),
        (K, {"vat_number": None, "country": "DE"}, ["eu_number_missing"]),
        (K, {"vat_number": "NL001234567B13", "country": "DE"}, ["eu_number_own_state"]),
        (K, {"vat_number": "NL001234567B13", "country": "NL"}, ["eu_number_own_state", "vat_country_unfit"]),
        (K, {"vat_number": "DE136695976", "country": "CH"}, ["vat_country_unfit"]),
        (K, {"vat_number": "DE136695976", "country": "DE"}, []),
        (K, {"vat_number": "DE136695976", "country": "DE", "name": None, "last_name": "Beispiel"}, []),
        (K, {"vat_number": None, "country": "DE", "name": None, "last_name": "Beispiel"}, ["eu_number_missing"]),
        (K, {"vat_number": "FR40303265045", "country": "MC"}, []),
        (G, {"vat_number": None, "country": "MC"}, ["vat_country_unfit"]),
        (G, {"vat_number": None, "country": "CH"}, []),
        (G, {"vat_number": None, "country": "BE"}, ["vat_country_unfit"]),
        (G, {"vat_number": None, "country": None}, ["vat_country_unfit"]),
        (G, {"vat_number": None, "country": "NL"}, ["vat_country_unfit"]),
    ],
)
def test_who_may_be_invoiced_without_vat(
    office: Office, situation: Situation, customer: dict[str, Any], asked: list[str]
) -> None:
    _ready(office)
    stranger = debtor(**{"name": "Klant Elders", "coc_number": None, "postcode": "10115", "city": "Elders"} | customer)
    found = _booked(office, bill("1", line("100.00", "0.00", FREE, situation=situation), debtor=stranger))
    assert [str(problem.code) for problem in office.problems()] == asked
    assert len(found) == (not asked)


def test_no_vat_and_vat_at_once_is_for_the_invoice_to_say(office: Office) -> None:
    _ready(office)
    assert _booked(office, bill("1", line("500.00", "105.00", situation=E))) == []
    assert [problem.code for problem in office.problems()] == ["vat_situation_contradicts"]


@pytest.mark.parametrize(
    ("name", "postcode", "is_said"),
    [
        ("Voorbeeld Events B.V. t.a.v. Inkoop", "1234 AB", True),
        ("Voorbeeld Events B.V. t.a.v. Inkoop", "9711 EF", False),
        ("Voorbeeld Feesten t.a.v. Inkoop", "1234 AB", False),
        ("Voorbeeld Events Inkoop", "1234 AB", False),
    ],
)
def test_a_customer_with_a_department_behind_the_name_may_be_one_that_is_known(
    office: Office, name: str, postcode: str, is_said: bool
) -> None:
    """It gets a relation of its own, as it always did, and somebody can put both together."""
    stranger = debtor(name=name, postcode=postcode, vat_number=None, coc_number=None, email=None)
    office.send(bill("1", debtor=stranger))
    office.run()
    assert office.row().state == "synced"
    assert ("possibly_double" in office.remarks()) is is_said
