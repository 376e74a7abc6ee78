"""The registered apps: client id and secret, country site, return addresses and scopes."""

from __future__ import annotations

import hmac

import msgspec

from simulator.answers import Forbidden

# Exact refuses localhost and http. The simulator's own apps take any loopback address: that is where it is used.
LOOPBACK = ("http://127.0.0.1", "http://localhost")


class App(msgspec.Struct):
    """A registration; a redirect ending in `*` allows every address that begins so. No scopes means all of them."""

    client_id: str
    secret: str
    site: str
    redirects: list[str]
    name: str = "MICE Operations"
    scopes: list[str] = []

    def allows(self, redirect_uri: str) -> bool:
        return any(
            redirect_uri == known or (known.endswith("*") and _within(redirect_uri, known[:-1]))
            for known in self.redirects
        )

    def knows_secret(self, secret: str) -> bool:
        return hmac.compare_digest(self.secret.encode(), secret.encode())

    def demand_scope(self, scope: str, *, write: bool) -> None:
        """403 with the text seen in production when the registration lacks the scope."""
        if not self.scopes or f"{scope}:manage" in self.scopes:
            return
        if write or f"{scope}:read" not in self.scopes:
            verb = "manage" if write else "read"
            raise Forbidden(f"Forbidden - Application Scope Violated. Cannot {verb} '{scope}' scope.")


def _within(address: str, start: str) -> bool:
    rest = address[len(start) :]
    return address.startswith(start) and (not rest or start.endswith("/") or rest[0] in ":/?")


def plain_id(client_id: str) -> str:
    """A client id as it is compared: the registration page shows it in braces, and case does not count."""
    return client_id.strip().strip("{}").lower()


def default_apps() -> list[App]:
    loopback = [f"{start}*" for start in LOOPBACK]
    return [
        App("11111111-1111-1111-1111-111111111111", "sandbox-secret", "NL", loopback),
        App("22222222-2222-2222-2222-222222222222", "sandbox-secret-be", "BE", loopback),
    ]


def parse_app(text: str) -> App:
    """An app from the command line: `id:secret:site:redirect`."""
    client_id, secret, site, redirect = text.split(":", 3)
    return App(plain_id(client_id), secret, site.upper(), [redirect])
