"""What became of one export in a pass over the queue, and what that means for the pass after it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections import Counter


class Outcome(StrEnum):
    """What becomes of it next."""

    SETTLED = "settled"
    """Booked, or nothing is to be booked: it is done."""
    BLOCKED = "blocked"
    """It waits for a cure or a person."""
    UNKNOWN = "unknown"
    """It may be in Exact: searched for before it is ever sent again."""
    UNDER_WAY = "under_way"
    """Its debtor may be in Exact: it waits, and the debtor is searched for."""
    WAITING = "waiting"
    """For the original that it credits, for its debtor, or for another try in a later pass."""
    PUT_BACK = "put_back"
    """Certainly not booked, and the reason was dealt with: tried again in this slice."""
    LEFT = "left"
    """Nothing was done with it here, or somebody else moved it first."""


class Heard(StrEnum):
    """Whether Exact answered what was written for it: silence after silence says that the way to it is out of order."""

    NOTHING = "nothing"
    """Nothing was written, so nothing could be answered."""
    ANSWER = "answer"
    SILENCE = "silence"


@dataclass(frozen=True, slots=True)
class Became:
    """What became of one export, and whether Exact answered; the slice counts both."""

    outcome: Outcome
    heard: Heard = Heard.NOTHING


def calls_for_another_pass(met: Counter[Outcome]) -> bool:
    """Something was put back; or credits waited while others were settled, which may have been their originals."""
    waited = met[Outcome.WAITING] or met[Outcome.UNDER_WAY]
    return bool(met[Outcome.PUT_BACK] or (waited and met[Outcome.SETTLED]))


def calls_for_a_search(met: Counter[Outcome]) -> bool:
    return bool(met[Outcome.UNKNOWN] or met[Outcome.UNDER_WAY])
