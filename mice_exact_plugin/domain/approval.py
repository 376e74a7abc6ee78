"""Saying yes first: in the first nights an invoice waits until a person has seen what it becomes and said yes to it."""

from __future__ import annotations

from enum import StrEnum


class Approval(StrEnum):
    """What was answered when a link went live. A link that was never asked books, as it always did."""

    FIRST = "first"
    """*Eerst akkoord*: nothing is sent that nobody said yes to."""
    DIRECT = "direct"
    """*Direct boeken*."""
