"""Answers POST /api/oauth2/token."""

from __future__ import annotations

import base64
import binascii
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, unquote_plus

from simulator.answers import Answer
from simulator.oauth.apps import plain_id
from simulator.oauth.refusals import TokenRefusal, invalid_request, unsupported_grant
from simulator.odata.verbose_json import encode

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.answers import Request
    from simulator.oauth.apps import App
    from simulator.request_log import Entry
    from simulator.simulator import Simulator


class TokenEndpoint:
    """Exchanges codes and refresh tokens."""

    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator

    def answer(self, request: Request, entry: Entry) -> Answer:
        """The tokens, or a refusal in the form of RFC 6749."""
        if request.method != "POST":
            return Answer(405)
        entry.body = ""  # secrets and tokens are not kept
        try:
            tokens = self._tokens(request, entry)
        except TokenRefusal as refusal:
            entry.message = refusal.body.get("error_description", refusal.body["error"])
            headers = {"Reason": refusal.reason} if refusal.reason else {}
            return Answer(refusal.status, encode(refusal.body), headers=headers)
        grant = self._simulator.tokens.owner(tokens["access_token"])
        entry.user = grant.user if grant else ""
        return Answer(200, encode(tokens), headers={"Cache-Control": "no-store"})

    def _tokens(self, request: Request, entry: Entry) -> dict[str, str]:
        fields = _form(request.body)
        app = self._app(request, fields)
        entry.app = app.client_id
        client_id = plain_id(app.client_id)
        match fields.get("grant_type"):
            case "authorization_code":
                entry.message = "authorization_code"
                return self._simulator.tokens.exchange(
                    client_id, fields.get("code", ""), fields.get("redirect_uri", "")
                )
            case "refresh_token":
                entry.message = "refresh_token"
                return self._simulator.tokens.refresh(client_id, fields.get("refresh_token", ""))
            case _:
                raise unsupported_grant()

    def _app(self, request: Request, fields: Mapping[str, str]) -> App:
        """The app, by the credentials in the body or, where the switch accepts it, in a Basic header."""
        client_id, secret = fields.get("client_id", ""), fields.get("client_secret", "")
        basic = _basic(request.headers.get("authorization", ""))
        if basic and not secret and self._simulator.switches.basic_credentials == "accept":
            client_id, secret = basic
        app = self._simulator.apps.get(plain_id(client_id))
        if app is None or not app.knows_secret(secret):
            raise invalid_request()
        return app


def _form(body: bytes) -> dict[str, str]:
    try:
        return {name: values[-1] for name, values in parse_qs(body.decode(), max_num_fields=50).items()}
    except ValueError:
        raise invalid_request() from None


def _basic(header: str) -> tuple[str, str] | None:
    scheme, _, encoded = header.partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        name, _, secret = base64.b64decode(encoded, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return unquote_plus(name), unquote_plus(secret)
