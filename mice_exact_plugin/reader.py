"""Who reads: how that person writes numbers and dates, and what time it is there.

The host's person comes first, then the language of the request, then the country version of the tenant's link.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale, UnknownLocaleError, negotiate_locale
from flask import current_app, g, has_request_context, request
from flask_babel import get_locale

from mice_exact_plugin.domain.run import AMSTERDAM
from mice_exact_plugin.exact.sites import Site
from mice_exact_plugin.host import offers
from mice_exact_plugin.i18n import LANGUAGE, LANGUAGES, speaking
from mice_exact_plugin.runtime import KEY, extension

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mice_exact_plugin.host.contract import HostTenant

#: The territory and the zone of a country version. That of all other countries has none: 150 is Europe in CLDR, and
#: Amsterdam is where Exact's own clock stands.
_COUNTRIES = {
    Site.NL: ("NL", "Europe/Amsterdam"),
    Site.BE: ("BE", "Europe/Brussels"),
    Site.DE: ("DE", "Europe/Berlin"),
    Site.FR: ("FR", "Europe/Paris"),
    Site.ES: ("ES", "Europe/Madrid"),
    Site.UK: ("GB", "Europe/London"),
    Site.COM: ("150", "Europe/Amsterdam"),
}
#: The country versions whose people read English rather than Dutch, where the host does not tell; none before a log-in.
_ENGLISH = frozenset(Site) - {Site.NL, Site.BE}


@dataclass(frozen=True, slots=True)
class Reader:
    locale: Locale
    zone: ZoneInfo


DUTCH = Reader(Locale("nl", "NL"), AMSTERDAM)
_WRITTEN_TO: ContextVar[Reader | None] = ContextVar("mice_exact_reader", default=None)


def reader() -> Reader:
    """Whom the mail at hand is written to, else whoever asks for the page, else whom the host's commands speak to."""
    written_to = _WRITTEN_TO.get()
    if written_to is not None:
        return written_to
    if not has_request_context() or KEY not in current_app.extensions:
        return Reader(_locale(get_locale() or DUTCH.locale, ""), AMSTERDAM)
    found: Reader | None = g.get("mice_exact_reader")
    if found is None:
        found = g.mice_exact_reader = _of_request()
    return found


@contextmanager
def writing_to(tenant: HostTenant | None, site: str) -> Iterator[None]:
    """Word a mail for a tenant's administrators: in the host's language for them, else in the country version's."""
    spoken = _parsed(offers.language(tenant) if tenant else None) or Locale("en" if site in _ENGLISH else LANGUAGE)
    zone = offers.timezone(tenant) if tenant else None
    token = _WRITTEN_TO.set(Reader(_locale(spoken, site), _zone(zone, site)))
    try:
        with speaking(str(spoken)):
            yield
    finally:
        _WRITTEN_TO.reset(token)


def person_s_locale() -> str | None:
    """The locale that the host tells of whoever asks for the page; None where it does not, and outside a page."""
    user = extension(current_app).runtime.host.current_user() if has_request_context() else None
    found = _parsed(offers.locale(user) if user else None)
    return str(found) if found else None


def locale_of_request() -> str | None:
    """The same, else the language of the browser that there are texts in."""
    told = person_s_locale()
    if told or not has_request_context():
        return told
    wanted = [language.replace("-", "_") for language in request.accept_languages.values()]
    return negotiate_locale(wanted, LANGUAGES)


def _of_request() -> Reader:
    host = extension(current_app).runtime.host
    user, tenant = host.current_user(), host.current_tenant()
    site = extension(current_app).site_of(tenant.code) if tenant else ""
    zones = [offers.timezone(one) for one in (user, tenant) if one is not None]
    spoken = _parsed(person_s_locale()) or get_locale() or DUTCH.locale
    return Reader(_locale(spoken, site), _zone(next(filter(None, zones), None), site))


def _locale(spoken: Locale, site: str) -> Locale:
    """With the territory of the country version where the language comes without, as far as CLDR knows the two."""
    if spoken.territory:
        return spoken
    territory, _ = _COUNTRIES[Site(site) if site else Site.COM]
    try:
        return Locale(spoken.language, territory)
    except UnknownLocaleError:
        return spoken


def _zone(name: str | None, site: str) -> ZoneInfo:
    """A zone that nobody knows is none."""
    try:
        return ZoneInfo(name) if name else ZoneInfo(_COUNTRIES[Site(site)][1]) if site else AMSTERDAM
    except (ZoneInfoNotFoundError, ValueError):
        return _zone(None, site)


def _parsed(text: str | None) -> Locale | None:
    """`de-DE` and `de_DE` are the same; what CLDR does not know is none."""
    try:
        return Locale.parse(text.replace("-", "_")) if text else None
    except (ValueError, UnknownLocaleError):
        return None
