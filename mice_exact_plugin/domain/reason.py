"""The reason that a person gives for a decision, as it is kept."""

from __future__ import annotations

_CUT = " …"


def kept(typed: str, limit: int) -> str:
    """On one line and no longer than its column; what was cut is marked. Empty when none was given."""
    why = " ".join(typed.split())
    return why if len(why) <= limit else why[: limit - len(_CUT)].rstrip() + _CUT
