"""Settings from the environment, checked at start: every missing or wrong key is named at once."""

from __future__ import annotations

import binascii
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from mice_exact_plugin.crypto import KeyRing
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.exact.sites import App, Site, is_loopback

if TYPE_CHECKING:
    from collections.abc import Mapping

PREFIX = "/beheer/instellingen/koppelingen/exact-online"
#: What our registrations at Exact must lead back to.
CALLBACK = f"{PREFIX}/callback"
#: Longer than any slice: it can only hit a process that hangs.
LONGEST_JOB = timedelta(minutes=30)


class ConfigurationError(LinkError):
    """What the operator must set right, one sentence each."""

    def __init__(self, complaints: list[str]) -> None:
        super().__init__("; ".join(complaints))
        self.complaints = complaints


@dataclass(frozen=True, slots=True)
class Config:
    """The plugin's configuration; durations are settings so that tests can use seconds."""

    keys: KeyRing
    #: The country versions that have credentials.
    apps: Mapping[Site, App]
    #: Total time for one request to Exact, answer included.
    deadline: timedelta
    #: How long the writer of an administration may be silent; must outlast a request.
    lease: timedelta
    #: How old a send of unknown outcome must be before "not found" means "not booked".
    settle: timedelta
    #: How long one job works before it hands over to its successor.
    slice: timedelta
    #: The first pause after a failure; those that follow grow.
    pause: timedelta
    #: A wait longer than this gives the worker back.
    patience: timedelta
    #: How long a refresh of unknown outcome rests before the same token is sent once more.
    refresh_rest: timedelta
    #: How long no write starts after one without an answer, which Exact may still be at.
    quiet: timedelta

    def app(self, site: str) -> App:
        """Our registration at a country version; ConfigurationError when its credentials are gone."""
        app = self.apps.get(Site(site))
        if app is None:
            raise ConfigurationError([f"MICE_EXACT_{site}_CLIENT_ID is missing"])
        return app


_LONGEST = timedelta(days=365).total_seconds()
_DURATIONS = {
    "deadline": ("MICE_EXACT_DEADLINE_SECONDS", 60.0),
    "settle": ("MICE_EXACT_SETTLE_SECONDS", 900.0),
    "pause": ("MICE_EXACT_PAUSE_SECONDS", 60.0),
    "slice": ("MICE_EXACT_SLICE_SECONDS", 600.0),
    "patience": ("MICE_EXACT_PATIENCE_SECONDS", 5.0),
    "refresh_rest": ("MICE_EXACT_REFRESH_REST_SECONDS", 30.0),
}


def load(env: Mapping[str, str]) -> Config:
    """Read the environment; ConfigurationError lists everything that is wrong."""
    complaints: list[str] = []
    keys = _keys(env, complaints)
    apps = {site: app for site in Site if (app := _app(site, env, complaints))}
    durations = {name: _duration(env, key, default, complaints) for name, (key, default) in _DURATIONS.items()}
    lease = _duration(env, "MICE_EXACT_LEASE_SECONDS", durations["deadline"].total_seconds() * 2, complaints)
    quiet = _duration(env, "MICE_EXACT_QUIET_SECONDS", durations["deadline"].total_seconds(), complaints)
    if durations["settle"] <= durations["deadline"] + lease:
        complaints.append("MICE_EXACT_SETTLE_SECONDS must exceed the request deadline and the lease together")
    if durations["slice"] + durations["deadline"] >= LONGEST_JOB:
        complaints.append(
            "MICE_EXACT_SLICE_SECONDS and the request deadline must stay below "
            f"{LONGEST_JOB.total_seconds():.0f} together, when a job that hangs is ended"
        )
    if complaints or keys is None:
        raise ConfigurationError(complaints)
    return Config(keys=keys, apps=apps, lease=lease, quiet=quiet, **durations)


def _keys(env: Mapping[str, str], complaints: list[str]) -> KeyRing | None:
    text = env.get("MICE_EXACT_KEYS", "")
    if not text:
        complaints.append("MICE_EXACT_KEYS is missing (make one with `flask exact new-key`)")
        return None
    try:
        return KeyRing.parse(text)
    except (ValueError, binascii.Error) as error:
        complaints.append(f"MICE_EXACT_KEYS: {error}")
        return None


def _app(site: Site, env: Mapping[str, str], complaints: list[str]) -> App | None:
    prefix = f"MICE_EXACT_{site}_"
    # Read from a file, a value often ends with a line.
    given = {name: env.get(prefix + name, "").strip() for name in ("CLIENT_ID", "CLIENT_SECRET", "URL", "CALLBACK_URL")}
    client_id, secret, callback_url = given["CLIENT_ID"], given["CLIENT_SECRET"], given["CALLBACK_URL"]
    if not client_id and not secret:
        return None
    base_url = (given["URL"] or site.default_url).rstrip("/")
    complaints += _callback_complaints(prefix, callback_url)
    missing = [
        name
        for name, value in (("CLIENT_ID", client_id), ("CLIENT_SECRET", secret), ("CALLBACK_URL", callback_url))
        if not value and not (name == "CALLBACK_URL" and _is_local(base_url))
    ]
    complaints += [f"{prefix}{name} is missing" for name in missing]
    try:
        return App(site, base_url, client_id, secret, callback_url)
    except ValueError as error:
        complaints.append(f"{prefix}URL: {error}")
        return None


def _callback_complaints(prefix: str, url: str) -> list[str]:
    """Exact sends people back to exactly this address: over a safe line, and to the page that waits for them."""
    if not url:
        return []
    try:
        parts = urlsplit(url)
        safe = parts.scheme == "https" or (parts.scheme == "http" and _is_local(url))
        right = bool(parts.hostname) and parts.path.endswith(CALLBACK) and not parts.query and not parts.fragment
    except ValueError:
        safe = right = False
    if safe and right:
        return []
    return [f"{prefix}CALLBACK_URL must be https://…{CALLBACK} (plain http on this machine only), and is {url!r}"]


def _is_local(url: str) -> bool:
    return is_loopback(urlsplit(url).hostname or "")


def _duration(env: Mapping[str, str], key: str, default: float, complaints: list[str]) -> timedelta:
    text = env.get(key)
    try:
        seconds = default if text is None else float(text)
    except ValueError:
        seconds = 0
    if not 0 < seconds < _LONGEST:
        seconds = default
        complaints.append(f"{key} must be a number of seconds above 0 and of less than a year")
    return timedelta(seconds=seconds)
