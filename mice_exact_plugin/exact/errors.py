"""What an answer that is no success means: the class decides what happens next.

Statuses are those of exact-online-api section 6.2: Exact sends business refusals as 500, next to real faults.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

import msgspec

from mice_exact_plugin.errors import (
    AdministrationClosed,
    ConnectionDead,
    LinkError,
    NotAllowed,
    OutcomeUnknown,
    RateLimited,
    Refused,
    RightMissing,
    TryLater,
)
from mice_exact_plugin.exact import catalogue, limits

if TYPE_CHECKING:
    from mice_exact_plugin.exact.tokens import TokenPair


class ForeignLink(LinkError):
    """An answer pointed to another scheme, host or port; the token must not go there."""


class TokenRefused(LinkError):
    """The token endpoint said no. `reason` is short and safe to store.

    A refusal may hand out tokens all the same (picqer/exact-php-client issue 559), and the earlier ones are then void:
    a whole `pair`, or a `refresh_token` alone, which belongs beside the access token in use.
    """

    def __init__(self, reason: str, pair: TokenPair | None = None, refresh_token: str | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.pair = pair
        self.refresh_token = refresh_token


class TooEarly(TokenRefused):
    """Less than 570 s old by Exact's count: the access token in use still works."""


class OldRefreshTokenUsed(TokenRefused):
    """Somebody else refreshed before us: the stored pair is newer than the one we used, or the connection is dead."""


class RefreshTokenExpired(TokenRefused):
    """Thirty days without a refresh; only a new log-in helps."""


#: Why a log-in has ended of which a fresh token is refused.
UNAUTHORISED = "unauthorised"
#: Exact's longest sentence that we know of has 120 characters; a refusal may have several.
LONGEST_TEXT = 1000
#: What stands where a text was cut.
CUT = "[…]"


def unusable(is_write: bool, why: str) -> LinkError:
    """Something was sent and nothing usable came back: a read is asked again later, a write must be searched for."""
    return OutcomeUnknown(why) if is_write else TryLater(why)


def classify(status: int, headers: Mapping[str, str], body: bytes, method: str, endpoint: str) -> LinkError:
    """The error that a status other than 2xx stands for. `headers` must find names in any case."""
    messages, is_write = messages_of(body), method != "GET"
    if status == 401:
        return ConnectionDead(UNAUTHORISED)
    if status == 403:
        return _not_allowed(headers, messages, method, endpoint)
    if status == 429:
        return _limited(headers, is_write)
    if _is_refusal(status, messages):
        known = catalogue.meaning(messages) or _BY_STATUS.get(status, catalogue.Meaning("unknown"))
        return Refused(status, messages, known.kind, known.reference)
    return unusable(is_write, f"answered_{status}")


def messages_of(body: bytes) -> tuple[str, ...]:
    """Exact's own sentences, several of which are joined by CRLF; empty when the body holds no JSON error."""
    try:
        text = msgspec.json.decode(body, type=_Body).error.message.value
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return ()
    return tuple(line for line in (part.strip() for part in _bounded(text).splitlines()) if line)


def _bounded(text: str) -> str:
    """What is kept of Exact's words beside a problem; a NUL says nothing, and PostgreSQL keeps none."""
    plain = text.replace("\0", "")
    return plain if len(plain) <= LONGEST_TEXT else f"{plain[:LONGEST_TEXT]} {CUT}"


class _Message(msgspec.Struct):
    value: str


class _Error(msgspec.Struct):
    message: _Message


class _Body(msgspec.Struct):
    error: _Error


#: Kinds are stored beside runs and refusals; the longest that we know has 16 characters.
_LONGEST_KIND = 40
#: Answers of a proxy or of an overloaded server, of which a later try may come out otherwise.
_PASSING = frozenset({408, 425})
_BY_STATUS = {404: catalogue.Meaning("not_found"), 501: catalogue.Meaning("malformed")}


def _is_refusal(status: int, messages: tuple[str, ...]) -> bool:
    """Whether Exact looked at what was sent and said no. Only its own sentences make a 500 a refusal."""
    if status == 500:
        return bool(messages) and not any(catalogue.is_fault(message) for message in messages)
    return status == 501 or (400 <= status < 500 and status not in _PASSING)


#: What `Reason` says of a 403 that reaches further than one resource (picqer/exact-php-client pull 451).
CLOSED = frozenset(
    {"BlockedUser", "InactiveUser", "BlockedCustomer", "LicenseExpired", "DivisionBlocked", "NoDivisionAccess"}
)


def _not_allowed(headers: Mapping[str, str], messages: tuple[str, ...], method: str, endpoint: str) -> NotAllowed:
    """A reason that nobody knows says no more than that this resource is closed."""
    reason = headers.get("Reason", "").strip()[:_LONGEST_KIND]
    said = messages or ((reason,) if reason else ())
    if reason in CLOSED:
        return AdministrationClosed(403, said, reason)
    known = catalogue.meaning(messages)
    return RightMissing(said, reason or (known.kind if known else "forbidden"), method, endpoint)


def _limited(headers: Mapping[str, str], is_write: bool) -> LinkError:
    """Exact means that it did nothing, but so could a gateway say after Exact did it, and a look costs one call."""
    limited = RateLimited("answered_429", _reset(headers))
    return OutcomeUnknown("answered_429", limited) if is_write else limited


def _reset(headers: Mapping[str, str]) -> datetime | None:
    """When the spent window ends: a 429 carries only the headers of that one (picqer/exact-php-client issue 646)."""
    spent = [told.resets_at for span in limits.Span if (told := limits.told(headers, span)) and told.remaining <= 0]
    return max(spent, default=None)
