"""What happens on which night: drawn from a seed, so that a run can be repeated."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from random import Random
from typing import TYPE_CHECKING

from benchmarks.nights.rule import Night

if TYPE_CHECKING:
    from collections.abc import Mapping


class Fault(StrEnum):
    RIGHT_LOST = "right lost"
    LIST_SHORT = "list short"
    DIVISION_BLOCKED = "division blocked"
    MAIL_DOWN = "mail server down"
    """For one of the tenants, while the administrations of all of them are blocked."""
    EXACT_DOWN = "Exact down"


TENANTS = ("zaal", "strand", "kasteel")
#: The one that a fault is about; the others have nothing to be told of.
HIT = "strand"


@dataclass(frozen=True)
class Plan:
    fault: Fault
    nights: Mapping[str, tuple[Night, ...]] = field(default_factory=dict)


def plan(fault: Fault, seed: int, nights: int) -> Plan:
    """The nights of every tenant; a tenant that is spared has none with a fault."""
    random = Random(f"{fault} {seed} {nights}")
    faulty, silent = _spells(random, nights), _spells(random, nights)
    is_for_all = fault in (Fault.MAIL_DOWN, Fault.EXACT_DOWN)
    return Plan(
        fault,
        {
            tenant: tuple(
                Night(
                    is_faulty=(is_for_all or tenant == HIT) and number in faulty,
                    sent=random.choice((0, 1, 1, 2)),
                    is_mail_up=fault is not Fault.MAIL_DOWN or tenant != HIT or number not in silent,
                )
                for number in range(1, nights + 1)
            )
            for tenant in TENANTS
        },
    )


def _spells(random: Random, nights: int) -> set[int]:
    """One long spell, in which a weekly reminder falls, and after it a short one."""
    begin = random.randint(2, max(nights // 6, 2))
    end = begin + random.randint(nights // 3, nights // 2)
    again = end + random.randint(1, max(nights // 8, 1))
    return {*range(begin, end), *range(again + 1, again + 1 + max(nights // 8, 1))}
