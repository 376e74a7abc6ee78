"""The rule of the mails once more, written from the issue and not from the plugin: which nights have a mail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

BEGAN, AGAIN, OVER = "began", "again", "over"


@dataclass(frozen=True)
class Night:
    """One night of one tenant: whether the fault is on, what it sent that day, and whether its mail server answers."""

    is_faulty: bool
    sent: int
    is_mail_up: bool = True


def mails(nights: Sequence[Night]) -> dict[int, str]:
    """The nights, counted from 1, on which a mail goes out, and why."""
    found: dict[int, str] = {}
    waiting, told, times, has_begun = 0, 0, 0, False
    for number, night in enumerate(nights, 1):
        waiting = waiting + night.sent if night.is_faulty else 0
        if night.is_faulty and (waiting or has_begun):
            has_begun = True
            is_due = times == 0 or number - told >= (3 if times == 1 else 7)
            if is_due and night.is_mail_up:
                found[number] = AGAIN if times else BEGAN
                told, times = number, times + 1
        elif has_begun and times == 0:
            has_begun = False
        elif has_begun and night.is_mail_up:
            found[number] = OVER
            told, times, has_begun = 0, 0, False
    return found
