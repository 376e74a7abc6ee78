"""The country versions of Exact Online: where each lives, and our registration there."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from ipaddress import ip_address
from typing import NamedTuple
from urllib.parse import urlsplit


class Site(StrEnum):
    """A country version. A licence, its tokens and an app registration belong to exactly one of them."""

    NL = "NL"
    BE = "BE"
    DE = "DE"
    FR = "FR"
    ES = "ES"
    UK = "UK"
    COM = "COM"

    @property
    def default_url(self) -> str:
        """The real site; exact-online-api section 1.1."""
        return _URLS[self]


_URLS = {
    Site.NL: "https://start.exactonline.nl",
    Site.BE: "https://start.exactonline.be",
    Site.DE: "https://start.exactonline.de",
    Site.FR: "https://start.exactonline.fr",
    Site.ES: "https://start.exactonline.es",
    Site.UK: "https://start.exactonline.co.uk",
    Site.COM: "https://start.exactonline.com",
}


@dataclass(frozen=True, slots=True)
class App:
    """Our registration at one site. `callback_url` is sent byte for byte as it was registered there.

    Raises ValueError when `base_url` would send secrets over an open line.
    """

    site: Site
    base_url: str
    client_id: str
    client_secret: str = field(repr=False)
    callback_url: str

    def __post_init__(self) -> None:
        require_safe(self.base_url)


class LogIn(NamedTuple):
    """An Exact user in one of our apps: tokens and refusals are counted by it."""

    app: App
    user: str

    @property
    def key(self) -> tuple[str, str, str]:
        """Its three columns, wherever a row belongs to it."""
        return self.app.site, self.app.client_id, self.user


class Place(NamedTuple):
    """One administration of a site: where everything in Exact has its name."""

    site: str
    division: int


def require_safe(url: str) -> None:
    """Raise ValueError unless the URL is https, or plain http to this very machine (the simulator)."""
    parts = urlsplit(url)
    if not parts.hostname or parts.query or parts.fragment or parts.username:
        raise ValueError(f"not the address of an Exact site: {url!r}")
    if parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts.hostname)):
        return
    raise ValueError(f"{url!r} must start with https://; only this machine itself may be reached without")


def is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
