"""Records of a list that made no sense: kept by name, and held back where leaving them out would hide something.

A ledger that is not in the mirror would send its lines to the default ledger, and a relation that is not there would be
made a second time. So what can be read of them is kept as something that nothing can be booked on.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.reference import CrmAccount, GLAccount

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from mice_exact_plugin.exact.wire.odd import Odd
    from mice_exact_plugin.mirror.list_table import Mirror

#: More than these help nobody, and a list with more is not believed.
NAMED = 200


def note(mirror: Mirror, odd: Iterable[Odd]) -> None:
    """The list was read whole, and these made no sense."""
    found = [asdict(each) for each in odd]
    mirror.odd_rows, mirror.odd = len(found), found[:NAMED]


def add(mirror: Mirror, odd: Iterable[Odd], understood: Collection[str]) -> None:
    """Of a list that is read by its changes: these came, and those were understood this time."""
    new = [asdict(each) for each in odd]
    gone = ({each["id"] for each in new} | set(understood)) - {""}
    # Without an id nothing tells one record from another but what can be read of it.
    kept = [each for each in mirror.odd or [] if each["id"] not in gone and each not in new]
    mirror.odd = [*kept, *new][:NAMED]
    mirror.odd_rows = max(mirror.odd_rows or 0, len(kept) + len(new)) if len(mirror.odd) == NAMED else len(mirror.odd)


def ledgers(odd: Iterable[Odd]) -> list[GLAccount]:
    return [GLAccount(each.id, each.code, each.name, type=0, is_blocked=True) for each in odd if each.id and each.code]


def relations(odd: Iterable[Odd]) -> list[CrmAccount]:
    return [
        CrmAccount(each.id, each.code[:18], each.name, None, None, None, None, is_blocked=True)
        for each in odd
        if each.id and each.name
    ]
