"""Kind G: a term that is not known is not zero days, and a condition is only equal when it says the same."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from mice_exact_plugin.database import step
from mice_exact_plugin.domain.reference import Resource
from mice_exact_plugin.exact.wire.values import day
from mice_exact_plugin.mirror.list_table import Mirror
from simulator.tests.control import VENUE
from tests.cases.selling import choose, invoice, line, play
from tests.cases.steps import bookkeeper

if TYPE_CHECKING:
    from tests.cases.case import Case

TODAY = date(2026, 11, 26)
DUTCH = {
    "name": "Dertig Dagen BV",
    "first_name": None,
    "last_name": None,
    "address_line_1": "Proefstraat 1",
    "postalcode": "4811 AB",
    "city": "Breda",
    "country": "NL",
}
ENTRIES = "/salesentry/SalesEntries"


def sold(number: str, **changes: Any) -> dict[str, Any]:
    return invoice(number, line("100.00", "21.00"), **{"client": DUTCH, "payment_term": None, **changes})


def relation(case: Case, condition: str | None) -> None:
    body = {"Status": "C", "Name": DUTCH["name"], "Postcode": "4811AB", "City": "Breda", "Country": "NL"}
    bookkeeper(case).post("crm/Accounts", body | ({"PaymentConditionSales": condition} if condition else {})).expect(
        201
    )


def read_again(case: Case, resource: Resource) -> None:
    """It is read weekly, and a week has passed."""
    with case.services() as runtime, step(runtime.session):
        for mirror in runtime.session.scalars(select(Mirror).where(Mirror.resource == resource)):
            mirror.loaded_at = runtime.now() - timedelta(days=8)


@pytest.fixture
def no_default(case: Case) -> None:
    """This administration has no condition to fall back on."""
    case.control.call("POST", f"divisions/{VENUE}", {"DefaultPaymentCondition": None})


def due(case: Case, number: str) -> date:
    found = day(case.entry(number)["DueDate"])
    assert found is not None
    return found


def condition(case: Case, number: str) -> str:
    return str(case.entry(number)["PaymentCondition"]).strip()


def posts(case: Case) -> list[int]:
    return [call["done"] for call in case.control.log() if call["method"] == "POST" and call["path"].endswith(ENTRIES)]


def test_an_unknown_term_is_left_to_the_condition_of_the_relation(case: Case) -> None:
    case.play("10-no-term")
    assert (condition(case, "N01"), due(case, "N01")) == ("30", TODAY + timedelta(days=30))


@pytest.mark.parametrize(
    ("term", "due_in", "own", "expected", "days"),
    [
        (0, None, "30", "0", 0),
        (14, None, "30", "14", 14),
        (30, None, None, "30", 30),
        (None, 8, "30", "8", 8),
        (None, None, "EM", "EM", 35),
        (60, None, "30", "60", 60),
        (17, None, "30", "30", 17),
        (14, None, "IN", "IN", 14),
        (30, None, "IN", "30", 30),
    ],
)
def test_what_the_invoice_says_goes_before_what_the_relation_has(
    case: Case, term: int | None, due_in: int | None, own: str | None, expected: str, days: int
) -> None:
    relation(case, own)
    due_date = None if due_in is None else (TODAY + timedelta(days=due_in)).isoformat()
    play(case, sold("N01", payment_term=term, due_date=due_date))
    assert (condition(case, "N01"), due(case, "N01")) == (expected, TODAY + timedelta(days=days))


def test_the_chosen_condition_lets_exact_compute_the_due_date(case: Case) -> None:
    relation(case, None)
    choose(case, payment_condition_code="21")
    play(case, sold("N01"), sold("N02", client={**DUTCH, "name": "Nieuwe Klant BV"}))
    assert [(condition(case, number), due(case, number)) for number in ("N01", "N02")] == [
        ("21", TODAY + timedelta(days=21))
    ] * 2


def test_a_condition_with_a_discount_is_no_plain_one(case: Case) -> None:
    relation(case, "30")
    case.control.call("POST", f"divisions/{VENUE}/rows/PaymentConditions", {"delete": [{"Code": "60"}]})
    read_again(case, Resource.PAYMENT_CONDITIONS)
    play(case, sold("N01", payment_term=60))
    assert (condition(case, "N01"), due(case, "N01")) == ("30", TODAY + timedelta(days=60))


def test_without_any_choice_the_default_of_the_administration_holds(case: Case) -> None:
    relation(case, None)
    play(case, sold("N01"), sold("N02", payment_term=17, client={**DUTCH, "name": "Nieuwe Klant BV"}))
    assert [(condition(case, number), due(case, number)) for number in ("N01", "N02")] == [
        ("30", TODAY + timedelta(days=30)),
        ("30", TODAY + timedelta(days=17)),
    ]


@pytest.mark.usefixtures("no_default")
def test_without_any_condition_all_wait_under_one_problem_after_one_refusal(case: Case) -> None:
    clients = [{**DUTCH, "name": f"Klant {place} BV"} for place in range(4)]
    relation(case, "30")
    play(case, *[sold(f"N0{place}", client=client) for place, client in enumerate(clients)], sold("N09"))
    assert case.states() == {"N00": "blocked", "N01": "blocked", "N02": "blocked", "N03": "blocked", "N09": "synced"}
    assert {code for place in range(4) for code in case.codes(f"N0{place}")} == {"payment_condition_needed"}
    assert sorted(posts(case)) == [201, 500]
    assert "standaard betalingsconditie" in case.page("N02")

    case.control.clear_log()
    case.run()
    assert posts(case) == [], "nothing was cured, so nothing is tried again in the same night"

    choose(case, payment_condition_code="14")
    assert {case.states()[f"N0{place}"] for place in range(4)} == {"queued"}
    case.run()
    assert set(case.states().values()) == {"synced"}
    assert {due(case, f"N0{place}") for place in range(4)} == {TODAY + timedelta(days=14)}


@pytest.mark.usefixtures("no_default")
def test_a_relation_that_gets_a_condition_in_exact_is_booked_by_the_next_run(case: Case) -> None:
    relation(case, None)
    play(case, sold("N01"), sold("N02", client={**DUTCH, "name": "Andere Klant BV"}))
    assert set(case.states().values()) == {"blocked"}
    case.control.patch(VENUE, "Accounts", {"Name": DUTCH["name"]}, PaymentConditionSales="45")
    case.run()
    assert case.states() == {"N01": "synced", "N02": "blocked"}
    assert due(case, "N01") == TODAY + timedelta(days=45)
