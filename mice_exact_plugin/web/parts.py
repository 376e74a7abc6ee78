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
    from mice_exact_plugin.domain.standing import Standing
    from mice_exact_plugin.services.overview import Standing as ExportStanding


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


def state_badge(state: State, standing: Standing) -> Badge:
    """What waits while nothing is booked before somebody acts is paused, not ready."""
    if state is State.QUEUED and standing.kind.holds:
        return Badge(gettext("Gepauzeerd"), Tone.WARNING)
    text, tone = STATES[state]
    return Badge(gettext(text), tone)


def list_badge(export: ExportStanding, standing: Standing, marks: str = "", *, agrees: bool = True) -> Badge:
    """For the host's invoice list: what was booked says when, under which number, and what is the matter with it.

    Args:
        marks: its open remarks in a few words.
        agrees: invoice and entry still say the same.
    """
    if export.state is not State.SYNCED or export.synced_at is None:
        return state_badge(export.state, standing)
    number = gettext("boekstuk %(number)s", number=export.entry_number) if export.entry_number else ""
    note = ", ".join(part for part in (formatting.local_day(export.synced_at), number, marks) if part)
    return Badge(gettext(STATES[State.SYNCED][0]), Tone.SUCCESS if agrees else Tone.WARNING, note)
