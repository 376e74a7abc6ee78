"""The token endpoint, spoken to directly."""

from typing import Any

from simulator.tests.answer import Answer
from simulator.tests.control import ALL_DUTCH, BE_APP, BE_SECRET, NL_APP, NL_SECRET, RETURN_ADDRESS, Control
from simulator.tests.wire import HTTP

SECRETS = {NL_APP: NL_SECRET, BE_APP: BE_SECRET}


def ask(url: str, **fields: str) -> Answer:
    response = HTTP.post(f"{url}/api/oauth2/token", data=fields)
    return Answer(response.status_code, response.headers, response.text)


def exchange(url: str, code: str, app: str = NL_APP, **changed: str) -> Answer:
    fields = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": RETURN_ADDRESS,
        "client_id": app,
        "client_secret": SECRETS.get(app, ""),
    }
    return ask(url, **fields | changed)


def refresh(url: str, refresh_token: str, app: str = NL_APP, **changed: str) -> Answer:
    fields = {
        "grant_type": "refresh_token",
        "refresh_token": refresh_token,
        "client_id": app,
        "client_secret": SECRETS.get(app, ""),
    }
    return ask(url, **fields | changed)


def sign_in(control: Control, user: str, divisions: list[int] = ALL_DUTCH, app: str = NL_APP) -> dict[str, Any]:
    """A pair of tokens, without the pages."""
    tokens: dict[str, Any] = exchange(control.url, control.code(user, divisions, app), app).expect(200).body
    return tokens


def exchange_with_basic(url: str, code: str) -> Answer:
    """As some clients do it: the app's credentials in an Authorization header instead of in the body."""
    fields = {"grant_type": "authorization_code", "code": code, "redirect_uri": RETURN_ADDRESS}
    response = HTTP.post(f"{url}/api/oauth2/token", data=fields, auth=(NL_APP, SECRETS[NL_APP]))
    return Answer(response.status_code, response.headers, response.text)
