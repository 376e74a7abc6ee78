"""How the connection does as people see it: rights with a tick or a cross, calls of today, and when what happens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.access import words as denials
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.standing.words import WORDS

if TYPE_CHECKING:
    from datetime import datetime

    from mice_exact_plugin.domain.standing import Standing
    from mice_exact_plugin.link.connection import Connection
    from mice_exact_plugin.standing.health import Health


@dataclass(frozen=True, slots=True)
class RightView:
    """`mark` is seen, `said` is read aloud."""

    name: str
    mark: str
    said: str


@dataclass(frozen=True, slots=True)
class HealthView:
    number: str
    state: str
    rights: tuple[RightView, ...]
    used: int
    maximum: int
    calls: str
    valid_until: str
    night: str


def health_view(health: Health, connection: Connection, standing: Standing, now: datetime) -> HealthView:
    calls = health.calls
    used, maximum = (calls.used, calls.maximum) if calls else (0, 0)
    return HealthView(
        number=str(connection.division),
        state=gettext(WORDS[standing.state].mark),
        rights=tuple(_right(method, endpoint, has=has) for (method, endpoint), has in health.rights.items()),
        used=used,
        maximum=maximum,
        calls=gettext("%(used)s van %(maximum)s", used=formatting.number(used), maximum=formatting.number(maximum)),
        valid_until=_until(health.valid_until, now),
        night=formatting.clock_time(health.night),
    )


def _right(method: str, endpoint: str, *, has: bool | None) -> RightView:
    name = denials.right(method, endpoint)
    if has is None:
        return RightView(name, "–", gettext("nog niet gebleken"))
    return RightView(name, "✓", gettext("aanwezig")) if has else RightView(name, "✗", gettext("ontbreekt"))


def _until(valid_until: datetime | None, now: datetime) -> str:
    """It is refreshed in every run and every week, so the date moves on by itself."""
    if valid_until is None or valid_until <= now:
        return ""
    return gettext("%(day)s, en schuift vanzelf op", day=formatting.local_day(valid_until))
