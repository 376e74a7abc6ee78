"""Judges an authorisation request and makes the address to which the user is sent back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote, urlencode

from simulator.oauth.apps import plain_id

if TYPE_CHECKING:
    from simulator.oauth.apps import App
    from simulator.simulator import Simulator


class AuthorisationError(Exception):
    """A request that cannot be sent back to where it came from: shown as a page with 401."""


@dataclass(frozen=True, slots=True)
class Authorisation:
    """What an app asks a user for."""

    app: App
    redirect_uri: str
    state: str | None
    force_login: bool

    def back(self, **answer: str) -> str:
        """The return address with the answer; `!` travels as %21."""
        if self.state is not None:
            answer["state"] = self.state
        joiner = "&" if "?" in self.redirect_uri else "?"
        return f"{self.redirect_uri}{joiner}{urlencode(answer, quote_via=quote, safe='')}"


def read_authorisation(simulator: Simulator, query: str) -> Authorisation:
    """The authorisation request in a query string, or AuthorisationError with what is wrong."""
    given = {name: values[-1] for name, values in parse_qs(query, keep_blank_values=True).items()}
    app = simulator.apps.get(plain_id(given.get("client_id", "")))
    if app is None:
        raise AuthorisationError("De app is niet bekend.")
    redirect_uri = given.get("redirect_uri", "")
    if not app.allows(redirect_uri):
        raise AuthorisationError("Het retouradres is niet het adres waarmee de app is geregistreerd.")
    if given.get("response_type") != "code":
        raise AuthorisationError("Alleen response_type=code wordt ondersteund.")
    return Authorisation(app, redirect_uri, given.get("state"), given.get("force_login") == "1")
