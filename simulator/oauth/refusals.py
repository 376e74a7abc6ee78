"""How the token endpoint refuses, in the bodies seen in public issue threads."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

TOO_EARLY = "Rate limit exceeded: access_token not expired"


class TokenRefusal(Exception):
    """A refused token call."""

    def __init__(self, status: int, error: str, description: str = "", *, reason: str = "", refresh: str = "") -> None:
        super().__init__(description or error)
        self.status = status
        self.reason = reason
        self.body = {"error": error}
        if description:
            self.body["error_description"] = description
        if refresh:
            self.body["refresh_token"] = refresh


def invalid_request(description: str = "") -> TokenRefusal:
    """Wrong id or secret, a spent code, or an unknown cause (picqer/exact-php-client issue 553)."""
    return TokenRefusal(400, "invalid_request", description)


def unsupported_grant() -> TokenRefusal:
    return TokenRefusal(400, "unsupported_grant_type")


def too_early(form: str, refresh: str) -> TokenRefusal:
    """Before 570 seconds: websmurf/laravel-exact-online issue 31 (2026), or the older 401 of Exact's own page."""
    if form == "status_401":
        return TokenRefusal(401, "access_denied", "Access Token not expired", reason="Access Token not expired")
    return TokenRefusal(
        400, "access_denied", TOO_EARLY, reason=f"TooEarlyToRefreshTokens: {TOO_EARLY}", refresh=refresh
    )


def old_refresh_token() -> TokenRefusal:
    """picqer/exact-php-client issue 644."""
    return TokenRefusal(401, "unauthorized_client", "Old refresh token used.")


def refresh_token_expired(expired_at: datetime, now: datetime) -> TokenRefusal:
    """websmurf/laravel-exact-online issue 23."""
    text = f"The refresh token expired at {_american(expired_at)} and it is now {_american(now)}."
    return TokenRefusal(400, "invalid_request", text)


def too_many_token_calls() -> TokenRefusal:
    return TokenRefusal(400, "access_denied", "Rate limit exceeded: too many token requests", reason="TooManyTokens")


def _american(moment: datetime) -> str:
    """10/11/2022 9:18:20 PM."""
    clock = moment.strftime("%I:%M:%S %p").lstrip("0")
    return f"{moment.month}/{moment.day}/{moment.year} {clock}"
