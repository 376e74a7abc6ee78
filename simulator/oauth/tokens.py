"""Hands out, rotates and checks tokens by Exact's rules: ten minutes, not before 570 s, a refresh token once."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from simulator.answers import Unauthorised
from simulator.oauth.grants import AccessToken, Code, Grant, TokenCalls, Vault
from simulator.oauth.refusals import (
    invalid_request,
    old_refresh_token,
    refresh_token_expired,
    too_early,
    too_many_token_calls,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from simulator.chance import Chance
    from simulator.clock import Clock
    from simulator.switches import Switches


class Tokens:
    """The token side of the OAuth server."""

    def __init__(self, clock: Clock, chance: Chance, switches: Switches) -> None:
        self._clock = clock
        self._chance = chance
        self._switches = switches
        self.vault = Vault()

    def code(self, client_id: str, user: str, divisions: Iterable[int], redirect_uri: str) -> str:
        """A new authorisation code for what the user consented to."""
        code = self._chance.stamped(120)
        issued = Code(client_id, user, frozenset(divisions), redirect_uri, self._clock.now())
        self.vault.codes[code] = issued
        return code

    def exchange(self, client_id: str, code: str, redirect_uri: str) -> dict[str, str]:
        """Tokens for a code; the code is spent whatever comes of it."""
        given = self.vault.codes.pop(code, None)
        age = timedelta(seconds=self._switches.code_seconds)
        if given is None or self._clock.now() > given.issued_at + age:
            raise invalid_request("Invalid or expired authorization code.")
        if given.client_id != client_id or given.redirect_uri != redirect_uri:
            raise invalid_request("The redirect URI or the client does not match the authorization code.")
        self._count_call(client_id, given.user)
        if self._switches.new_code_voids_old_token == "yes":
            self.end(given.user, client_id, "replaced")
        grant = Grant(self._chance.guid(), client_id, given.user, given.divisions)
        self.vault.grants[grant.id] = grant
        return self._issue(grant)

    def refresh(self, client_id: str, refresh_token: str) -> dict[str, str]:
        """New tokens for the latest refresh token of a chain."""
        grant = self.vault.grants.get(self.vault.refresh.get(refresh_token, ""))
        if grant is None or grant.client_id != client_id or grant.refreshed_at is None:
            raise invalid_request()
        if grant.ended == "revoked":
            raise invalid_request("The authorization was revoked.")
        if grant.ended or refresh_token != grant.refresh_token:
            raise old_refresh_token()
        self._demand_age(grant)
        self._count_call(client_id, grant.user)
        return self._issue(grant)

    def _demand_age(self, grant: Grant) -> None:
        assert grant.refreshed_at is not None
        now, since = self._clock.now(), grant.refreshed_at
        expires = since + timedelta(days=self._switches.refresh_token_days)
        if now > expires:
            raise refresh_token_expired(expires, now)
        if (now - since).total_seconds() < self._switches.earliest_refresh_seconds:
            raise too_early(self._switches.early_refresh, self._rotated(grant))

    def _rotated(self, grant: Grant) -> str:
        """A new refresh token with a refusal, as one maintainer has seen; normally none."""
        if self._switches.early_refresh_rotates == "no":
            return ""
        grant.refresh_token = self._chance.stamped(160)
        self.vault.refresh[grant.refresh_token] = grant.id
        return grant.refresh_token

    def _count_call(self, client_id: str, user: str) -> None:
        day = self._clock.now().date().isoformat()
        calls = self.vault.calls.get(f"{client_id}/{user}")
        if calls is None or calls.day != day:
            calls = self.vault.calls[f"{client_id}/{user}"] = TokenCalls(day)
        calls.count += 1
        if 0 < self._switches.token_calls_a_day < calls.count:
            raise too_many_token_calls()

    def _issue(self, grant: Grant) -> dict[str, str]:
        now = self._clock.now()
        access, refresh = self._chance.access_token(), self._chance.stamped(160)
        life = self._switches.access_token_seconds
        self.vault.access[access] = AccessToken(grant.id, now + timedelta(seconds=life))
        self.vault.refresh[refresh] = grant.id
        grant.refresh_token, grant.refreshed_at = refresh, now
        return {"access_token": access, "token_type": "bearer", "expires_in": str(life), "refresh_token": refresh}

    def owner(self, access_token: str) -> Grant | None:
        """Whose token this is or was, expired or not."""
        token = self.vault.access.get(access_token)
        return self.vault.grants.get(token.grant) if token else None

    def authenticate(self, access_token: str) -> Grant:
        """The grant behind a valid access token, else 401."""
        token, grant = self.vault.access.get(access_token), self.owner(access_token)
        if token is None or grant is None or grant.ended or self._clock.now() >= token.expires_at:
            raise Unauthorised("Unauthorized", reason="Authentication Required")
        return grant

    def end(self, user: str, client_id: str | None, why: str) -> int:
        """End the grants of a user, for one app or for all; how many there were."""
        ended = [
            grant
            for grant in self.vault.grants.values()
            if grant.user == user and client_id in (None, grant.client_id) and not grant.ended
        ]
        for grant in ended:
            grant.ended = why
        return len(ended)
