"""60 calls a clock minute and 5,000 a UTC day per app and division, and the headers that tell."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from simulator.tests.answer import LIMIT_HEADERS, MINUTE_HEADERS
from simulator.tests.api import Api
from simulator.tests.control import BE_APP, BELGIUM, DUTCH, ENGLISH, FRENCH, SECOND, VENUE, Control

READ = "hrm/Costcenters?$select=Code&$top=1"
SignIn = Callable[..., Api]


@pytest.fixture
def caller(control: Control, sign_in: SignIn) -> Api:
    """A client whose allowance nobody fills up."""
    control.advance_to("2026-12-31T22:58:20Z")
    return sign_in(DUTCH).heedless()


def _moment(milliseconds: str) -> datetime:
    return datetime.fromtimestamp(int(milliseconds) / 1000, UTC)


def test_six_headers_when_the_url_has_a_division(exact: Api) -> None:
    answer = exact.get(READ).expect(200)
    assert answer.limit_headers == LIMIT_HEADERS | MINUTE_HEADERS
    assert answer.headers["X-RateLimit-Minutely-Limit"] == "60"


def test_no_headers_without_a_division(exact: Api) -> None:
    assert exact.get(f"{exact.url}/api/v1/current/Me").expect(200).limit_headers == set()


def test_5000_a_day(caller: Api) -> None:
    assert caller.get(READ).headers["X-RateLimit-Limit"] == "5000"


def test_resets_fall_on_the_clock(caller: Api) -> None:
    headers = caller.get(READ).expect(200).headers
    assert _moment(headers["X-RateLimit-Minutely-Reset"]) == datetime(2026, 12, 31, 22, 59, tzinfo=UTC)
    assert _moment(headers["X-RateLimit-Reset"]) == datetime(2027, 1, 1, tzinfo=UTC)


def test_every_call_counts(control: Control, caller: Api) -> None:
    control.use(VENUE, minute_used=0, day_used=100)
    left = [caller.get(READ).headers for _ in range(3)]
    assert [headers["X-RateLimit-Minutely-Remaining"] for headers in left] == ["59", "58", "57"]
    assert [headers["X-RateLimit-Remaining"] for headers in left] == ["4899", "4898", "4897"]


def test_a_refusal_counts_and_carries_the_headers(control: Control, caller: Api) -> None:
    control.use(VENUE, minute_used=0, day_used=0)
    answer = caller.get("hrm/Costcenters?$filter=Nonsense").expect(400)
    assert answer.headers["X-RateLimit-Minutely-Remaining"] == "59"


def test_the_61st_call_of_a_minute_is_refused(control: Control, caller: Api) -> None:
    control.use(VENUE, minute_used=0, day_used=0)
    statuses = [caller.get(READ).status for _ in range(61)]
    assert statuses == [200] * 60 + [429]


def test_a_minute_429_carries_the_minute_headers_and_no_body(control: Control, caller: Api) -> None:
    control.use(VENUE, minute_used=60, day_used=60)
    refused = caller.get(READ).expect(429)
    assert refused.limit_headers == MINUTE_HEADERS
    assert refused.headers["X-RateLimit-Minutely-Remaining"] == "0"
    assert refused.text == ""


def test_a_day_429_carries_the_day_headers_and_no_body(control: Control, caller: Api) -> None:
    control.use(VENUE, minute_used=0, day_used=5000)
    refused = caller.get(READ).expect(429)
    assert refused.limit_headers == LIMIT_HEADERS
    assert refused.headers["X-RateLimit-Remaining"] == "0"
    assert refused.text == ""


def test_the_next_clock_minute_allows_again(control: Control, caller: Api) -> None:
    control.use(VENUE, minute_used=60)
    control.advance_to("2026-12-31T22:58:58Z")
    caller.get(READ).expect(429)
    control.advance_to("2026-12-31T22:59:00Z")
    assert caller.get(READ).expect(200).headers["X-RateLimit-Minutely-Remaining"] == "59"


def test_the_next_utc_day_allows_again(control: Control, sign_in: SignIn) -> None:
    control.advance_to("2026-12-31T23:55:00Z")
    caller = sign_in(DUTCH).heedless()
    control.use(VENUE, day_used=5000)
    caller.get(READ).expect(429)
    control.advance_to("2027-01-01T00:00:00Z")
    assert caller.get(READ).expect(200).headers["X-RateLimit-Remaining"] == "4999"


def test_each_division_has_its_own_allowance(control: Control, caller: Api) -> None:
    control.use(VENUE, minute_used=60)
    caller.get(READ).expect(429)
    caller.at(SECOND).get(READ).expect(200)


def test_all_users_of_an_app_share_one_allowance(control: Control, caller: Api, sign_in: SignIn) -> None:
    colleague = sign_in(ENGLISH).heedless()
    control.use(VENUE, minute_used=59)
    colleague.get(READ).expect(200)
    caller.get(READ).expect(429)


def test_each_app_has_its_own_allowance(control: Control, caller: Api, sign_in: SignIn) -> None:
    control.use(VENUE, minute_used=60)
    belgian = sign_in(FRENCH, BELGIUM, [BELGIUM], BE_APP)
    belgian.get(READ).expect(200)
    caller.get(READ).expect(429)


def test_current_me_is_not_counted(control: Control, caller: Api) -> None:
    control.use(VENUE, minute_used=60, day_used=5000)
    caller.get(f"{caller.url}/api/v1/current/Me").expect(200)
