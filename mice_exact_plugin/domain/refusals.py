"""What follows when Exact refuses an entry: what it is about × first or repeated post → what happens to the row."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.references import Reference
from mice_exact_plugin.domain.states import Event

if TYPE_CHECKING:
    from collections.abc import Mapping


class About(StrEnum):
    """What a refused post is about."""

    OUR_ID = "our_id"
    """Exact takes no `EntryID` of ours: it is sent without from now on."""
    EXISTS = "exists"
    """Our key is nobody else's, so what exists under it is ours: a restored database does not know that it sent it."""
    RIGHT = "right"
    """A 403: about the log-in, or about what one entry says, which the posts after it tell."""
    STALE = "stale"
    """A reference of a list that was not read again in this run yet: read it, and try once more."""
    ENTRY = "entry"
    """Anything else: this entry, or what it shares with others."""


#: By what it is about, after a first post and after a repeated one, which may be refused because the first arrived.
AFTER: Mapping[About, tuple[Event, Event]] = {
    About.OUR_ID: (Event.NOT_SENT, Event.OUTCOME_UNKNOWN),
    About.EXISTS: (Event.REPEAT_REFUSED, Event.REPEAT_REFUSED),
    About.RIGHT: (Event.NOT_SENT, Event.REPEAT_REFUSED),
    About.STALE: (Event.NOT_SENT, Event.REPEAT_REFUSED),
    About.ENTRY: (Event.POST_REFUSED, Event.REPEAT_REFUSED),
}


def about(kind: str, reference: Reference | None, *, is_right: bool, sends_our_id: bool, may_be_stale: bool) -> About:
    """What a refusal is about. `sends_our_id`: for all we know Exact takes the `EntryID` that we send."""
    if kind == "exists" and reference in (None, Reference.ENTRY_ID):
        return About.EXISTS
    if reference is Reference.ENTRY_ID and sends_our_id:
        return About.OUR_ID
    if is_right:
        return About.RIGHT
    return About.STALE if may_be_stale else About.ENTRY


def after(what: About, *, earlier_sends: int) -> Event:
    """A first post's refusal proves that nothing was booked; that of a repeated one proves nothing.

    `earlier_sends` counts the posts under the present key, before this one, that were not certainly refused.
    """
    is_repeat = earlier_sends > 0
    return AFTER[what][is_repeat]
