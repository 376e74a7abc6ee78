"""What a user has granted to an app, and the codes and tokens that stand for it."""

from __future__ import annotations

from datetime import datetime

import msgspec


class Grant(msgspec.Struct):
    """One authorisation: an app may act for a user in these divisions, by one chain of refresh tokens."""

    id: str
    client_id: str
    user: str
    divisions: frozenset[int]
    refresh_token: str = ""
    refreshed_at: datetime | None = None
    ended: str = ""


class Code(msgspec.Struct):
    """An authorisation code, waiting to be exchanged once."""

    client_id: str
    user: str
    divisions: frozenset[int]
    redirect_uri: str
    issued_at: datetime


class AccessToken(msgspec.Struct):
    """An access token and the grant it acts for."""

    grant: str
    expires_at: datetime


class TokenCalls(msgspec.Struct):
    """How often an app asked tokens for a user on one UTC day."""

    day: str
    count: int = 0


class Vault(msgspec.Struct):
    """Everything the token endpoint remembers; the part of the state that goes to the file as a whole."""

    grants: dict[str, Grant] = {}
    codes: dict[str, Code] = {}
    access: dict[str, AccessToken] = {}
    refresh: dict[str, str] = {}  # every refresh token ever given -> grant, so that an old one is recognised
    calls: dict[str, TokenCalls] = {}
