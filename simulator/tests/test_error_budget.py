"""Ten refusals in an hour on one endpoint block it for an hour; only 400, 401, 403 and 404 count."""

from collections.abc import Callable

import pytest

from simulator.tests.api import Api
from simulator.tests.books import Books
from simulator.tests.control import DUTCH, ENGLISH, SECOND, Control

BAD, GOOD = "hrm/Costcenters?$filter=Nonsense", "hrm/Costcenters?$select=Code"
SignIn = Callable[..., Api]


@pytest.fixture
def spent(control: Control, exact: Api) -> Api:
    """A bookkeeper who was refused ten times on the list of cost centres."""
    for _ in range(10):
        exact.get(BAD).expect(400)
    return exact


def test_ten_refusals_are_allowed(control: Control, exact: Api) -> None:
    for _ in range(9):
        exact.get(BAD).expect(400)
    exact.get(GOOD).expect(200)


def test_then_the_endpoint_is_blocked(spent: Api) -> None:
    spent.get(BAD)
    assert spent.get(GOOD).expect(429).text == ""


def test_the_status_of_the_block_is_a_switch(control: Control, spent: Api) -> None:
    control.switch(error_block_status=403)
    spent.get(BAD)
    spent.get(GOOD).expect(403)


def test_other_endpoints_stay_open(spent: Api) -> None:
    spent.get(BAD)
    spent.get("hrm/Costunits?$select=Code").expect(200)


def test_other_divisions_stay_open(spent: Api) -> None:
    spent.get(BAD)
    spent.at(SECOND).get(GOOD).expect(200)


def test_other_users_go_on(spent: Api, sign_in: SignIn) -> None:
    spent.get(BAD)
    sign_in(ENGLISH).get(GOOD).expect(200)


def test_the_block_ends_after_an_hour(control: Control, spent: Api, sign_in: SignIn) -> None:
    spent.get(BAD)
    control.advance(3500)
    sign_in(DUTCH).get(GOOD).expect(429)
    control.advance(110)
    sign_in(DUTCH).get(GOOD).expect(200)


def test_refusals_of_an_hour_ago_do_not_count(control: Control, exact: Api, sign_in: SignIn) -> None:
    for _ in range(9):
        exact.get(BAD).expect(400)
    control.advance(3601)
    later = sign_in(DUTCH)
    for _ in range(9):
        later.get(BAD).expect(400)
    later.get(GOOD).expect(200)


def test_absence_by_key_counts(control: Control, exact: Api) -> None:
    for _ in range(11):
        exact.get("hrm/Costcenters(guid'00000000-0000-0000-0000-000000000001')")
    exact.get(GOOD).expect(429)


def test_business_refusals_do_not_count(control: Control, exact: Api, books: Books) -> None:
    for _ in range(15):
        exact.post("salesentry/SalesEntries", books.body(Journal="nee")).expect(500)
    books.post()
