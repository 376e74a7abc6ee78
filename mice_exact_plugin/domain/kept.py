"""What rows keep as JSON of values that are no JSON: the shapes only, which writer and reader share."""

from __future__ import annotations

from typing import TypedDict


class KeptDifference(TypedDict):
    """One thing on which an entry differs, both sides as text; a later version may keep parts unknown to this one."""

    part: str
    ours: str
    theirs: str
    vat_code: str


class KeptSent(TypedDict, total=False):
    """What was sent, without what the columns of its row tell. `lines`: G/L account, VAT code, net and VAT."""

    your_ref: str
    currency: str | None
    journal: str | None
    entry_date: str | None
    due_date: str | None
    payment_condition: str | None
    lines: list[list[str]]
