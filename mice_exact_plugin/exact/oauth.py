"""OAuth 2.0 at an Exact site: the log-in address, and the two exchanges that bring a pair of tokens."""

from __future__ import annotations

from http import HTTPStatus

import msgspec
from authlib.oauth2.rfc6749.parameters import prepare_grant_uri, prepare_token_request

from mice_exact_plugin.errors import LinkError, OutcomeUnknown, RateLimited
from mice_exact_plugin.exact.errors import OldRefreshTokenUsed, RefreshTokenExpired, TokenRefused, TooEarly
from mice_exact_plugin.exact.sites import App
from mice_exact_plugin.exact.tokens import TokenPair
from mice_exact_plugin.exact.transport import Answer, Call, Transport

AUTHORIZE = "/api/oauth2/auth"
TOKEN = "/api/oauth2/token"  # noqa: S105 - an address


def authorization_url(app: App, state: str, *, force_login: bool) -> str:
    """Where the browser logs in. `force_login` asks for credentials even while Exact still has a session there."""
    return str(
        prepare_grant_uri(
            app.base_url.rstrip("/") + AUTHORIZE,
            client_id=app.client_id,
            response_type="code",
            redirect_uri=app.callback_url,
            state=state,
            force_login="1" if force_login else "0",
        )
    )


def exchange_code(transport: Transport, app: App, code: str) -> TokenPair:
    """Trade the code of the callback, decoded once as a web framework does, for a pair; it lives three minutes.

    Raises TokenRefused for a used or expired code, OutcomeUnknown when no usable answer came.
    """
    return _exchange(transport, app, "authorization_code", code=code, redirect_uri=app.callback_url)


def refresh(transport: Transport, app: App, refresh_token: str) -> TokenPair:
    """Trade a refresh token, which works once, for a new pair; the caller holds the refresh lease.

    Raises TooEarly, OldRefreshTokenUsed, RefreshTokenExpired, TokenRefused; OutcomeUnknown when no usable answer came.
    """
    return _exchange(transport, app, "refresh_token", refresh_token=refresh_token)


def _exchange(transport: Transport, app: App, grant: str, **fields: str) -> TokenPair:
    body = prepare_token_request(grant, client_id=app.client_id, client_secret=app.client_secret, **fields)
    call = Call("POST", TOKEN, endpoint="oauth2/token", body=body.encode(), form=True)
    answer = transport.exchange(call)
    told = _told(answer)
    if answer.is_success and told.pair:
        return told.pair
    raise _refusal(answer, told)


class _Told(msgspec.Struct):
    """The fields of RFC 6749 sections 5.1 and 5.2; Exact writes `expires_in` as a string."""

    access_token: str | None = None
    refresh_token: str | None = None
    expires_in: int = 600
    error: str = ""
    error_description: str = ""

    @property
    def pair(self) -> TokenPair | None:
        if not self.access_token or not self.refresh_token:
            return None
        return TokenPair(self.access_token, self.refresh_token, self.expires_in)


def _told(answer: Answer) -> _Told:
    try:
        return msgspec.json.decode(answer.body, type=_Told, strict=False)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return _Told()


#: What Exact says, in the body or in the header `Reason`: picqer/exact-php-client issue 644 and
#: websmurf/laravel-exact-online issues 23 and 31. The older text of the first comes with 401.
_REFUSALS = (
    ("token not expired", TooEarly, "too_early"),
    ("old refresh token used", OldRefreshTokenUsed, "old_refresh_token_used"),
    ("refresh token expired", RefreshTokenExpired, "refresh_token_expired"),
)


def _refusal(answer: Answer, told: _Told) -> LinkError:
    if answer.status == HTTPStatus.TOO_MANY_REQUESTS:
        return RateLimited("token_endpoint_429")
    if not 400 <= answer.status < 500:
        return OutcomeUnknown(f"token_endpoint_{answer.status}")
    handed_out = None if told.pair else told.refresh_token
    said = f"{told.error_description} {answer.headers.get('Reason', '')}".lower().replace("_", " ")
    for text, error, reason in _REFUSALS:
        if text in said:
            return error(reason, told.pair, handed_out)
    return TokenRefused(told.error[:40] or f"status_{answer.status}", told.pair, handed_out)
