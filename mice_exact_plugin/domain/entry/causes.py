"""What several entries that went wrong have in common, so that no more of that kind are sent.

Entries that Exact made something else of share traits; those that it refused share references.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.entry.comparison import Part
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.references import Reference, Used

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from mice_exact_plugin.domain.entry.comparison import Difference
    from mice_exact_plugin.domain.entry.entry import EntryLine, SalesEntry, SentEntry
    from mice_exact_plugin.domain.reference import ReferenceData

#: This many of one cause are no accident.
ENOUGH = 3


class Kind(StrEnum):
    """What went wrong with an entry; worded on display."""

    AMOUNTS = "amounts"
    DEBTOR = "debtor"
    JOURNAL = "journal"
    LEDGER = "ledger"
    TERMS = "terms"
    COSTS = "costs"
    OTHER = "other"


#: What is not here is of the kind *other*.
_KINDS: dict[Part, Kind] = {
    part: kind
    for kind, parts in {
        Kind.AMOUNTS: (Part.GROSS, Part.VAT, Part.LINES, Part.LINE_NET, Part.LINE_VAT, Part.LINE_VAT_CODE),
        Kind.DEBTOR: (Part.DEBTOR,),
        Kind.JOURNAL: (Part.JOURNAL,),
        Kind.LEDGER: (Part.LINE_GL_ACCOUNT,),
        Kind.TERMS: (Part.DUE_DATE, Part.PAYMENT_CONDITION),
        Kind.COSTS: (Part.LINE_COST_CENTER, Part.LINE_COST_UNIT),
    }.items()
    for part in parts
}


@dataclass(frozen=True, slots=True)
class Wrong:
    """One kind of thing that is wrong with one entry, and the traits that may be why."""

    kind: Kind
    traits: frozenset[str]


def kinds_of(differences: Iterable[Difference]) -> frozenset[Kind]:
    return frozenset(_KINDS.get(difference.part, Kind.OTHER) for difference in differences)


def wrongs_of(sent: SentEntry, differences: Sequence[Difference], reference: ReferenceData) -> tuple[Wrong, ...]:
    """What is wrong with an entry, by kind. Lines that are known to differ name their VAT codes, else all may be it."""
    named = {difference.vat_code for difference in differences if difference.vat_code}
    traits = traits_of(sent, reference)
    found = []
    for kind in sorted(kinds_of(differences)):
        mine = {trait for trait in traits if trait.partition(":")[0] == _TRAITS[kind]}
        if named and kind is Kind.AMOUNTS:
            mine = {trait for trait in mine if _code_in(trait) in named}
        found.append(Wrong(kind, frozenset(mine)))
    return tuple(found)


def traits_of(sent: SentEntry, reference: ReferenceData) -> frozenset[str]:
    """The traits of an entry. A line without VAT has no amount that Exact computes, and few have costs."""
    lines = sent.lines or ()
    charged = [line for line in lines if line.vat]
    found = {f"vat_code:{_known_of(line.vat_code, reference)}" for line in charged}
    found |= {f"gl_account:{line.gl_account_id}" for line in lines}
    found |= {f"costs:{line.cost_center or ''}/{line.cost_unit or ''}" for line in lines if _has_costs(line)}
    found |= {f"customer:{sent.account_id}", f"journal:{sent.journal}"}
    found |= {f"payment_condition:{sent.payment_condition}"} if sent.payment_condition else set()
    needs = {Kind.AMOUNTS: bool(charged), Kind.COSTS: any(map(_has_costs, lines))}
    return frozenset(found | {_whole(kind) for kind in Kind if needs.get(kind, True)})


def _has_costs(line: EntryLine) -> bool:
    return bool(line.cost_center or line.cost_unit)


def held_after(wrongs: Sequence[Wrong], held: Collection[str]) -> frozenset[str]:
    """The traits that no more entries are sent with: what ENOUGH wrong ones share, else their whole kind."""
    found: set[str] = set(held)
    for kind in Kind:
        unexplained = [wrong for wrong in wrongs if wrong.kind is kind and not is_explained(wrong, found)]
        shared = Counter(trait for wrong in unexplained for trait in wrong.traits)
        enough = {trait for trait, count in shared.items() if count >= ENOUGH}
        if not enough and len(unexplained) >= ENOUGH:
            enough = {_whole(kind)}
        found |= enough
    return frozenset(found)


def is_explained(wrong: Wrong, held: Collection[str]) -> bool:
    """Whether nothing more of the kind is sent while these are held."""
    return _whole(wrong.kind) in held or not wrong.traits.isdisjoint(held)


def may_be_out(wrongs: Sequence[Wrong], held: Collection[str]) -> int:
    """How many entries may be in Exact unseen at once, so that no cause can make more than ENOUGH of them wrong."""
    unexplained = Counter(wrong.kind for wrong in wrongs if not is_explained(wrong, held))
    return max(1, ENOUGH - max(unexplained.values(), default=0))


_TRAITS: dict[Kind, str] = {
    Kind.AMOUNTS: "vat_code",
    Kind.DEBTOR: "customer",
    Kind.JOURNAL: "journal",
    Kind.LEDGER: "gl_account",
    Kind.TERMS: "payment_condition",
    Kind.COSTS: "costs",
    Kind.OTHER: "",
}


def _whole(kind: Kind) -> str:
    return f"any:{kind}"


def _known_of(code: str, reference: ReferenceData) -> str:
    """A code with its type and percentages: put right in Exact, it is another one."""
    found = reference.vat_codes.get(code)
    if found is None:
        return f"{code}="
    rates = ",".join(sorted({str(percentage.rate) for percentage in found.percentages}))
    return f"{code}={found.type}/{rates}"


def _code_in(trait: str) -> str:
    return trait.partition(":")[2].partition("=")[0]


def references_of(entry: SalesEntry, account_id: str | None) -> frozenset[Used]:
    """Everything that an entry uses; without `account_id` the debtor is still to be created.

    Exact derives the period from the entry date, so the date stands for it.
    """
    found = {Used(Reference.JOURNAL, entry.journal), Used(Reference.PERIOD, entry.entry_date.isoformat())}
    found |= {Used(Reference.GL_ACCOUNT, line.gl_account_code) for line in entry.lines}
    found |= {Used(Reference.VAT_CODE, line.vat_code) for line in entry.lines}
    found |= {Used(Reference.COST_CENTER, line.cost_center) for line in entry.lines if line.cost_center}
    found |= {Used(Reference.COST_UNIT, line.cost_unit) for line in entry.lines if line.cost_unit}
    if account_id:
        found.add(Used(Reference.CUSTOMER, account_id))
    if entry.payment_condition:
        found.add(Used(Reference.PAYMENT_CONDITION, entry.payment_condition))
    return frozenset(found)


def suspect_of(kind: str | None, references: Collection[Used]) -> Used | None:
    """The reference that a refusal of this kind means; None when the entry has several and Exact names none."""
    named = [used for used in references if used.kind == kind]
    return named[0] if len(named) == 1 else None


def suspects_of(references: Collection[Used], suspects: Collection[Used]) -> list[Problem]:
    """One problem per suspect reference that an entry uses: it is not sent."""
    return [
        Problem(Code.REFERENCE_SUSPECT, {"kind": used.kind, "key": used.key})
        for used in sorted(set(references) & set(suspects))
    ]


@dataclass(frozen=True, slots=True)
class Refusal:
    """An entry that was refused: with which sentences of Exact's, and what it refers to."""

    messages: tuple[str, ...]
    references: frozenset[Used]


def alike(refusals: Sequence[Refusal], accepted: Collection[Used]) -> dict[tuple[str, ...], frozenset[Used]]:
    """By what Exact said, what ENOUGH refused entries share and no accepted one has.

    Entries with all of it are not sent. Where nothing is left of it, each refusal was about its own invoice.
    """
    found = {}
    for messages in dict.fromkeys(refusal.messages for refusal in refusals):
        same = [refusal.references for refusal in refusals if refusal.messages == messages]
        shared = frozenset.intersection(*same) - set(accepted)
        if len(same) >= ENOUGH and shared:
            found[messages] = shared
    return found


def suspect_in(problem: Problem) -> Used:
    """The reference that such a problem names."""
    return Used(Reference(problem.params["kind"]), problem.params["key"])
