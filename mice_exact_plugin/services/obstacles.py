"""What a failure means for the run that met it: a reason with its figures, and whether waiting can help."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy.exc import InterfaceError, OperationalError

from mice_exact_plugin.crypto import UnreadableSecret
from mice_exact_plugin.domain.reference_health import Shortfall
from mice_exact_plugin.errors import (
    AdministrationClosed,
    ConnectionDead,
    LinkError,
    OutcomeUnknown,
    Refused,
    RightMissing,
    TryLater,
)

#: What Exact or a database says of itself is cut here: it is shown, and it must fit.
LONGEST = 200


class MirrorIncomplete(LinkError):
    """*Stamgegevens onvolledig*: a vital list is not whole, so nothing is booked at all."""

    def __init__(self, lists: tuple[Shortfall, ...]) -> None:
        super().__init__(", ".join(f"{short.resource}: {short.complaint}" for short in lists))
        self.lists = lists


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a run cannot go on.

    Attributes:
        reason: a code that `web/wording/runs.py` words.
        details: the figures and names of the sentence, as JSON.
        until: when it may go on, where that is known.
        passes: time may cure it, so the run waits; else it ends.
    """

    reason: str
    details: Mapping[str, Any] = field(default_factory=dict)
    until: datetime | None = None
    passes: bool = False

    @property
    def cause(self) -> tuple[Any, ...]:
        """What two obstacles share that are one and the same: `since` counts from the first of them."""
        return cause_of(self.reason, self.details)


def cause_of(reason: str | None, details: Mapping[str, Any]) -> tuple[Any, ...]:
    """The part of a stored reason and its details that does not change while the cause stays."""
    lists = sorted(str(short.get("list")) for short in details.get("lists", ()))
    return reason, details.get("kind"), details.get("endpoint"), details.get("error"), *lists


def of(error: LinkError) -> Obstacle:
    """What a failure that was raised on purpose means."""
    match error:
        case MirrorIncomplete(lists=lists):
            return Obstacle("mirror_incomplete", {"lists": [short.as_json() for short in lists]})
        case ConnectionDead():
            return Obstacle("log_in_again", {"kind": str(error)[:LONGEST]})
        case AdministrationClosed(kind=kind):
            return Obstacle("not_allowed", {"kind": kind})
        case RightMissing(kind=kind, method=method, endpoint=endpoint):
            return Obstacle("right_missing", {"kind": kind, "method": method, "endpoint": endpoint})
        case Refused(kind=kind, messages=messages):
            return Obstacle("reading_refused", {"kind": kind, "messages": " ".join(messages)[:LONGEST]})
        case TryLater() | OutcomeUnknown():
            return _passing(error)
        case UnreadableSecret():
            return Obstacle("secret_unreadable")
        case _:
            return unforeseen(error)


def unforeseen(error: Exception) -> Obstacle:
    """What nobody foresaw. Its class is kept and never its text, which may hold data of customers."""
    if isinstance(error, OperationalError | InterfaceError):
        return Obstacle("database_away", {"error": type(error).__name__}, passes=True)
    return Obstacle("broken", {"error": type(error).__name__}, passes=not isinstance(error, LinkError))


def _passing(error: TryLater | OutcomeUnknown) -> Obstacle:
    if isinstance(error, TryLater) and error.not_before is not None:
        details = {"until": error.not_before.isoformat(timespec="seconds")}
        return Obstacle(error.reason, details, error.not_before, passes=True)
    return Obstacle("exact_unreachable", {"what": str(error)[:LONGEST]}, passes=True)
