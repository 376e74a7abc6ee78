"""Codes, access tokens and refresh tokens: how long they live and what is said about a dead one."""

import pytest

from simulator.tests import tokens
from simulator.tests.answer import Answer
from simulator.tests.api import Api
from simulator.tests.control import (
    ALL_DUTCH,
    BE_APP,
    BELGIUM,
    DUTCH,
    ENGLISH,
    FRENCH,
    NL_APP,
    RETURN_ADDRESS,
    VENUE,
    Control,
    FreshAllowance,
)

DAY = 24 * 3600
TOO_EARLY = "Rate limit exceeded: access_token not expired"


def me(control: Control, access_token: str) -> Answer:
    api = Api(control.url, access_token, VENUE, FreshAllowance(control, VENUE))
    return api.get(f"{control.url}/api/v1/current/Me")


def test_gives_a_pair(control: Control) -> None:
    answer = tokens.exchange(control.url, control.code(DUTCH, ALL_DUTCH)).expect(200)
    assert set(answer.body) == {"access_token", "token_type", "expires_in", "refresh_token"}
    assert answer.body["token_type"] == "bearer"
    assert answer.body["expires_in"] == "600"
    me(control, answer.body["access_token"]).expect(200)


def test_a_code_has_a_character_to_decode(control: Control) -> None:
    assert "!" in control.code(DUTCH, ALL_DUTCH)


def test_a_code_still_percent_encoded_is_refused(control: Control) -> None:
    code = control.code(DUTCH, ALL_DUTCH)
    tokens.exchange(control.url, code.replace("!", "%21")).expect(400)


def test_a_code_serves_once(control: Control) -> None:
    code = control.code(DUTCH, ALL_DUTCH)
    tokens.exchange(control.url, code).expect(200)
    tokens.exchange(control.url, code).expect(400)


@pytest.mark.parametrize(("age", "status"), [(179, 200), (181, 400)])
def test_a_code_lives_three_minutes(control: Control, age: int, status: int) -> None:
    code = control.code(DUTCH, ALL_DUTCH)
    control.advance(age)
    tokens.exchange(control.url, code).expect(status)


@pytest.mark.parametrize(
    "changed",
    [
        {"client_secret": "wrong"},
        {"client_id": "99999999-9999-9999-9999-999999999999"},
        {"redirect_uri": "http://127.0.0.1:1/elsewhere"},
        {"grant_type": "password"},
    ],
)
def test_refuses_a_wrong_exchange(control: Control, changed: dict[str, str]) -> None:
    answer = tokens.exchange(control.url, control.code(DUTCH, ALL_DUTCH), **changed).expect(400)
    assert answer.body["error"]


def test_wrong_secret_says_invalid_request(control: Control) -> None:
    answer = tokens.exchange(control.url, control.code(DUTCH, ALL_DUTCH), client_secret="wrong").expect(400)
    assert answer.body == {"error": "invalid_request"}


def test_a_code_belongs_to_its_app(control: Control) -> None:
    code = control.code(FRENCH, [BELGIUM], BE_APP)
    tokens.exchange(control.url, code, NL_APP).expect(400)


def test_access_ends_after_600_seconds(control: Control) -> None:
    access = tokens.sign_in(control, DUTCH)["access_token"]
    control.advance(598)
    me(control, access).expect(200)
    control.advance(3)
    refused = me(control, access).expect(401)
    assert refused.headers["Reason"] == "Authentication Required"


@pytest.mark.parametrize("token", ["nonsense", "AAEA!not-one-of-ours"])
def test_refuses_an_unknown_token(control: Control, token: str) -> None:
    me(control, token).expect(401)


def test_refresh_is_too_early_before_570_seconds(control: Control) -> None:
    pair = tokens.sign_in(control, DUTCH)
    control.advance(560)
    answer = tokens.refresh(control.url, pair["refresh_token"]).expect(400)
    assert answer.body == {"error": "access_denied", "error_description": TOO_EARLY}
    assert answer.headers["Reason"] == f"TooEarlyToRefreshTokens: {TOO_EARLY}"


def test_a_refusal_as_too_early_spends_nothing(control: Control) -> None:
    pair = tokens.sign_in(control, DUTCH)
    tokens.refresh(control.url, pair["refresh_token"]).expect(400)
    control.advance(571)
    tokens.refresh(control.url, pair["refresh_token"]).expect(200)


def test_refresh_gives_a_new_pair(control: Control) -> None:
    first = tokens.sign_in(control, DUTCH)
    control.advance(571)
    second = tokens.refresh(control.url, first["refresh_token"]).expect(200).body
    assert second["access_token"] != first["access_token"]
    assert second["refresh_token"] != first["refresh_token"]
    me(control, second["access_token"]).expect(200)


def test_a_refresh_token_serves_once(control: Control) -> None:
    first = tokens.sign_in(control, DUTCH)
    control.advance(571)
    tokens.refresh(control.url, first["refresh_token"]).expect(200)
    control.advance(571)
    answer = tokens.refresh(control.url, first["refresh_token"]).expect(401)
    assert answer.body == {"error": "unauthorized_client", "error_description": "Old refresh token used."}


def test_a_refresh_token_dies_after_30_days(control: Control) -> None:
    pair = tokens.sign_in(control, DUTCH)
    control.advance_to("2026-10-11T21:18:20Z")
    pair = tokens.sign_in(control, DUTCH)
    control.advance_to("2026-11-28T16:15:50Z")
    answer = tokens.refresh(control.url, pair["refresh_token"]).expect(400)
    assert answer.body["error"] == "invalid_request"
    expected = "The refresh token expired at 11/10/2026 9:18:20 PM and it is now 11/28/2026 4:15:50 PM."
    assert answer.body["error_description"] == expected


def test_a_monthly_refresh_keeps_the_link_alive(control: Control) -> None:
    refresh_token = tokens.sign_in(control, DUTCH)["refresh_token"]
    for _ in range(3):
        control.advance(29 * DAY)
        refresh_token = tokens.refresh(control.url, refresh_token).expect(200).body["refresh_token"]


def test_a_new_code_voids_the_earlier_token(control: Control) -> None:
    first = tokens.sign_in(control, DUTCH)
    other_user = tokens.sign_in(control, ENGLISH)
    tokens.sign_in(control, DUTCH)
    control.advance(571)
    tokens.refresh(control.url, first["refresh_token"]).expect(401)
    tokens.refresh(control.url, other_user["refresh_token"]).expect(200)


def test_a_new_code_leaves_the_earlier_token_when_switched_so(control: Control) -> None:
    control.switch(new_code_voids_old_token="no")
    first = tokens.sign_in(control, DUTCH)
    tokens.sign_in(control, DUTCH)
    control.advance(571)
    tokens.refresh(control.url, first["refresh_token"]).expect(200)


def test_a_revoked_link_is_dead(control: Control) -> None:
    pair = tokens.sign_in(control, DUTCH)
    control.revoke(DUTCH)
    me(control, pair["access_token"]).expect(401)
    control.advance(571)
    assert tokens.refresh(control.url, pair["refresh_token"]).status in {400, 401}


def test_only_posts_to_the_token_endpoint(control: Control, exact: Api) -> None:
    exact.get(f"{control.url}/api/oauth2/token").expect(405)


def test_the_return_address_must_be_a_registered_one(control: Control) -> None:
    code = control.code(DUTCH, ALL_DUTCH, redirect_uri="http://127.0.0.1:2/other")
    tokens.exchange(control.url, code, redirect_uri=RETURN_ADDRESS).expect(400)


def test_credentials_in_a_basic_header_when_switched_so(control: Control) -> None:
    control.switch(basic_credentials="accept")
    assert tokens.exchange_with_basic(control.url, control.code(DUTCH, ALL_DUTCH)).status == 200
    control.switch(basic_credentials="refuse")
    assert tokens.exchange_with_basic(control.url, control.code(DUTCH, ALL_DUTCH)).status == 400
