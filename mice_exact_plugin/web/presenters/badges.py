"""The short mark that says where an invoice stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.export_state import State
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.web import formatting
from mice_exact_plugin.web.wording.template import N_

if TYPE_CHECKING:
    from mice_exact_plugin.services.overview import Standing


class Tone(StrEnum):
    """How a mark or notice is coloured; it never says more than the words beside it."""

    NEUTRAL = "neutral"
    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"


@dataclass(frozen=True, slots=True)
class Badge:
    text: str
    tone: Tone
    note: str = ""


STATES: dict[State, tuple[str, Tone]] = {
    State.QUEUED: (N_("Staat klaar"), Tone.INFO),
    State.CLAIMED: (N_("Wordt geboekt"), Tone.INFO),
    State.SYNCED: (N_("Gesynchroniseerd"), Tone.SUCCESS),
    State.BLOCKED: (N_("Geblokkeerd"), Tone.DANGER),
    State.UNCONFIRMED: (N_("Onbevestigd"), Tone.WARNING),
    State.IGNORED: (N_("Genegeerd"), Tone.NEUTRAL),
}


def state_badge(state: State, *, is_paused: bool = False) -> Badge:
    """What waits while the link is switched off is paused, not ready."""
    if state is State.QUEUED and is_paused:
        return Badge(gettext("Gepauzeerd"), Tone.WARNING)
    text, tone = STATES[state]
    return Badge(gettext(text), tone)


def list_badge(standing: Standing) -> Badge:
    """For the host's invoice list: what was booked says when and under which number."""
    if standing.state is not State.SYNCED or standing.synced_at is None:
        return state_badge(standing.state, is_paused=standing.is_paused)
    number = gettext("boekstuk %(number)s", number=standing.entry_number) if standing.entry_number else ""
    note = ", ".join(part for part in (formatting.local_day(standing.synced_at), number) if part)
    return Badge(gettext(STATES[State.SYNCED][0]), Tone.SUCCESS, note)
