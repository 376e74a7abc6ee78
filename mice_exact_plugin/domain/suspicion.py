"""Which references of an entry a refusal throws suspicion on, and which other entries share them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.causes import ENOUGH
from mice_exact_plugin.domain.problems import Code, Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from mice_exact_plugin.domain.sales_entry import SalesEntry


#: The suspicion that this administration has no payment condition of its own to fall back on.
NO_CONDITION = "payment_condition:"


def references_of(entry: SalesEntry, account_id: str | None) -> frozenset[str]:
    """Every reference of an entry as `kind:key`; without `account_id` the debtor is still to be created.

    Exact derives the period from the entry date, so the date stands for it.
    """
    found = {f"journal:{entry.journal}", f"period:{entry.entry_date.isoformat()}"}
    found |= {f"gl_account:{line.gl_account_code}" for line in entry.lines}
    found |= {f"vat_code:{line.vat_code}" for line in entry.lines}
    if account_id:
        found.add(f"customer:{account_id}")
    if entry.payment_condition:
        found.add(f"payment_condition:{entry.payment_condition}")
    return frozenset(found)


def suspect_of(kind: str, references: Collection[str]) -> str | None:
    """The reference that a refusal of this kind means; None when the entry has several and Exact names none."""
    named = [reference for reference in references if reference.startswith(f"{kind}:")]
    return named[0] if len(named) == 1 else None


def suspects_of(references: Collection[str], suspects: Collection[str]) -> list[Problem]:
    """One problem per suspect reference that an entry uses: it is not sent."""
    return [
        Problem(Code.REFERENCE_SUSPECT, {"kind": kind, "key": key})
        for kind, _, key in (suspect.partition(":") for suspect in sorted(set(references) & set(suspects)))
    ]


@dataclass(frozen=True, slots=True)
class Refusal:
    """An entry that was refused: with which sentence, and what it refers to."""

    sentence: str
    references: frozenset[str]


def alike(refusals: Sequence[Refusal], accepted: Collection[str]) -> dict[str, frozenset[str]]:
    """By sentence, what ENOUGH refused entries share and no accepted one has: entries with all of it are not sent.

    Where nothing is left of it, each refusal was about its own invoice.
    """
    found = {}
    for sentence in dict.fromkeys(refusal.sentence for refusal in refusals):
        same = [refusal.references for refusal in refusals if refusal.sentence == sentence]
        shared = frozenset.intersection(*same) - set(accepted)
        if len(same) >= ENOUGH and shared:
            found[sentence] = shared
    return found


def suspect_in(problem: Problem) -> str:
    """The reference that such a problem names."""
    return f"{problem.params['kind']}:{problem.params['key']}"
