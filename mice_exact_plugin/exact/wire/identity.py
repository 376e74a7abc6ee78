"""Who is logged in, and which administrations that user may use."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from mice_exact_plugin.domain.reference import Division
from mice_exact_plugin.exact.odata import Query, listing, text
from mice_exact_plugin.exact.wire.envelope import Garbled, ValueRow, shell
from mice_exact_plugin.exact.wire.values import key, trimmed

ME = "current/Me"
#: Of the lists of administrations the only one that every user may read (picqer/exact-php-client issue 470).
DIVISIONS = "system/Divisions"

RIGHTS = "users/UserHasRights"

#: `Status` of system/Divisions: 0 inactive, 1 active, 2 archived.
_ACTIVE, _ARCHIVED = 1, 2


@dataclass(frozen=True, slots=True)
class Me:
    """The Exact user of a token. `current_division` follows the user's screen: good for one first question, no more."""

    user_id: str
    user_name: str
    full_name: str
    current_division: int
    language: str


class MeRow(ValueRow[Me]):
    UserID: str | None = None
    UserName: str | None = None
    FullName: str | None = None
    CurrentDivision: int | None = None
    LanguageCode: str | None = None

    def value(self) -> Me:
        if not self.UserID or self.CurrentDivision is None:
            raise Garbled("a user without id or division")
        return Me(
            user_id=key(self.UserID),
            user_name=trimmed(self.UserName),
            full_name=trimmed(self.FullName),
            current_division=self.CurrentDivision,
            language=trimmed(self.LanguageCode),
        )


class DivisionRow(ValueRow[Division]):
    Code: int | None = None
    Hid: int | None = None
    Description: str | None = None
    Country: str | None = None
    Currency: str | None = None
    Status: int | None = None

    def value(self) -> Division:
        if self.Code is None:
            raise Garbled("a division without code")
        return Division(
            code=self.Code,
            hid=self.Hid,
            name=trimmed(self.Description),
            country=trimmed(self.Country),
            currency=trimmed(self.Currency),
            is_active=self.Status == _ACTIVE,
            is_archived=self.Status == _ARCHIVED,
        )


class _Right(msgspec.Struct):
    UserHasRights: bool


def me() -> Query:
    return listing(ME, MeRow)


def right(endpoint: str, action: str) -> Query:
    """Whether the user may do this; the arguments of the function are literals."""
    return Query(RIGHTS, {"endpoint": text(endpoint), "action": text(action)})


def has_right(body: bytes) -> bool:
    """The answer, which a live administration gave bare and picqer/exact-php-client reads out of an object."""
    answer = shell(body, bool | _Right)
    return answer if isinstance(answer, bool) else answer.UserHasRights


def divisions() -> Query:
    return listing(DIVISIONS, DivisionRow)
