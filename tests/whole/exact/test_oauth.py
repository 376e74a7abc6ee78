"""Log-in addresses and token exchanges: what is sent, what comes back, and what each refusal means."""

from __future__ import annotations

import json
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from mice_exact_plugin.errors import LinkError, OutcomeUnknown, RateLimited
from mice_exact_plugin.exact import oauth
from mice_exact_plugin.exact.errors import OldRefreshTokenUsed, RefreshTokenExpired, TokenRefused, TooEarly
from mice_exact_plugin.exact.sites import App, Site
from mice_exact_plugin.exact.tokens import TokenPair
from mice_exact_plugin.exact.transport import Transport
from tests.whole.exact.badserver import BadServer, Request, Step, answers, cuts_off, hangs_up

GRANTED = '{"access_token":"AAEA","token_type":"bearer","expires_in":"600","refresh_token":"Gcp7!IAAA"}'


def app(url: str) -> App:
    return App(Site.NL, url, "{client}", "very secret&", "https://mice.test/callback?tenant=a b")


def refreshed(*script: Step) -> TokenPair:
    with BadServer([*script]) as server, Transport(server.url, timedelta(seconds=20)) as transport:
        return oauth.refresh(transport, app(server.url), "old!token")


def fields(request: Request) -> dict[str, list[str]]:
    return parse_qs(request.body.decode(), strict_parsing=True)


@pytest.mark.parametrize(("force", "value"), [(True, "1"), (False, "0")])
def test_the_log_in_address_sends_everything_as_registered(force: bool, value: str) -> None:
    address = oauth.authorization_url(app("https://start.exactonline.nl"), "state/+=", force_login=force)
    parts = urlsplit(address)
    assert address.startswith("https://start.exactonline.nl/api/oauth2/auth?")
    assert "very secret" not in address
    assert parse_qs(parts.query) == {
        "response_type": ["code"],
        "client_id": ["{client}"],
        "redirect_uri": ["https://mice.test/callback?tenant=a b"],
        "state": ["state/+="],
        "force_login": [value],
    }


def test_a_code_is_traded_for_a_pair() -> None:
    with BadServer([answers(GRANTED)]) as server, Transport(server.url, timedelta(seconds=20)) as transport:
        pair = oauth.exchange_code(transport, app(server.url), "stam!P%21po+x")
    (request,) = server.requests
    assert pair == TokenPair("AAEA", "Gcp7!IAAA", 600)
    assert (request.method, request.target) == ("POST", "/api/oauth2/token")
    assert request.headers["content-type"] == "application/x-www-form-urlencoded"
    assert not {"authorization", "prefer"} & set(request.headers)
    assert fields(request) == {
        "grant_type": ["authorization_code"],
        "code": ["stam!P%21po+x"],
        "redirect_uri": ["https://mice.test/callback?tenant=a b"],
        "client_id": ["{client}"],
        "client_secret": ["very secret&"],
    }


def test_a_refresh_sends_the_latest_token() -> None:
    with BadServer([answers(GRANTED)]) as server, Transport(server.url, timedelta(seconds=20)) as transport:
        assert oauth.refresh(transport, app(server.url), "old!token").refresh_token == "Gcp7!IAAA"
    assert fields(server.requests[0]) == {
        "grant_type": ["refresh_token"],
        "refresh_token": ["old!token"],
        "client_id": ["{client}"],
        "client_secret": ["very secret&"],
    }


def test_a_pair_does_not_show_its_tokens() -> None:
    assert repr(refreshed(answers(GRANTED))) == "TokenPair(expires_in=600)"


def refusal(error: str, description: str) -> str:
    return json.dumps({"error": error, "error_description": description})


EARLY = "Rate limit exceeded: access_token not expired"
LATE = "The refresh token expired at 10/11/2022 9:18:20 PM and it is now 10/28/2022 4:15:50 PM."


@pytest.mark.parametrize(
    ("step", "error", "reason"),
    [
        (answers(refusal("access_denied", EARLY), "400 Bad Request"), TooEarly, "too_early"),
        (answers("", "400 Bad Request", f"Reason: TooEarlyToRefreshTokens: {EARLY}"), TooEarly, "too_early"),
        (answers("", "401 Unauthorized", "Reason: Access Token not expired"), TooEarly, "too_early"),
        (
            answers(refusal("unauthorized_client", "Old refresh token used."), "401 Unauthorized"),
            OldRefreshTokenUsed,
            "old_refresh_token_used",
        ),
        (answers(refusal("invalid_request", LATE), "400 Bad Request"), RefreshTokenExpired, "refresh_token_expired"),
        (answers('{"error":"invalid_request"}', "400 Bad Request"), TokenRefused, "invalid_request"),
        (answers("<html>", "403 Forbidden"), TokenRefused, "status_403"),
    ],
)
def test_a_refusal_has_its_class(step: Step, error: type[TokenRefused], reason: str) -> None:
    with pytest.raises(TokenRefused) as caught:
        refreshed(step)
    assert (type(caught.value), caught.value.reason) == (error, reason)
    assert (caught.value.pair, caught.value.refresh_token) == (None, None)


@pytest.mark.parametrize(
    ("step", "error"),
    [
        (hangs_up, OutcomeUnknown),
        (cuts_off, OutcomeUnknown),
        (answers("<html>Server Unavailable</html>", "503 Service Unavailable"), OutcomeUnknown),
        (answers("<html>Inloggen</html>"), OutcomeUnknown),
        (answers('{"access_token":"AAEA"}'), OutcomeUnknown),
        (answers("", "302 Found", "Location: https://elsewhere.example"), OutcomeUnknown),
        (answers("", "429 Too Many Requests"), RateLimited),
    ],
)
def test_without_a_usable_answer_the_pair_may_have_been_replaced(step: Step, error: type[LinkError]) -> None:
    with pytest.raises(LinkError) as caught:
        refreshed(step)
    assert type(caught.value) is error


def test_tokens_that_a_refusal_hands_out_are_handed_up() -> None:
    alone = '{"error":"access_denied","error_description":"access_token not expired","refresh_token":"new!"}'
    with pytest.raises(TooEarly) as caught:
        refreshed(answers(alone, "400 Bad Request"))
    assert (caught.value.pair, caught.value.refresh_token) == (None, "new!")
    with pytest.raises(TokenRefused) as both:
        refreshed(answers(GRANTED, "400 Bad Request"))
    assert both.value.pair == TokenPair("AAEA", "Gcp7!IAAA", 600)
