"""Why a line carries no VAT: what a tenant chose per ground of 0 %, which ground a line has, and what to suggest."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.invoice import LineKind, Situation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mice_exact_plugin.domain.invoice import InvoiceLine, RateGroup
    from mice_exact_plugin.domain.reference import VatCode

#: The grounds of 0 % that may have a code of their own, in the order in which they are shown.
CHOSEN = (
    Situation.EXEMPT,
    Situation.REVERSE_CHARGE,
    Situation.WITHIN_EU,
    Situation.EXPORT,
    Situation.OUTSIDE_SCOPE,
    Situation.UNTAXED_DEPOSIT,
    Situation.ZERO_RATED,
)
#: Codes whose sales Exact lists per VAT number of the customer belong to these grounds alone.
MAY_BE_LISTED = frozenset({Situation.REVERSE_CHARGE, Situation.WITHIN_EU, Situation.UNSPECIFIED})
OF_DEPOSITS = frozenset({LineKind.DEPOSIT, LineKind.DEPOSIT_SETTLEMENT})
ZERO_RATE = Decimal(0)


@dataclass(frozen=True, slots=True)
class SituationSettings:
    """The VAT code per ground of 0 %, and the ground of each rate group; empty, one code holds for all that is 0 %."""

    codes: Mapping[Situation, str] = field(default_factory=dict)
    groups: Mapping[str, Situation] = field(default_factory=dict)
    """By the code of the rate group."""

    @property
    def is_used(self) -> bool:
        return bool(self.codes or self.groups)

    def ground_of(self, code: str) -> Situation | None:
        """The one ground that a code was chosen for."""
        grounds = [situation for situation, chosen in self.codes.items() if chosen == code]
        return grounds[0] if len(grounds) == 1 else None


NOT_BY_SITUATION = SituationSettings()


def situation_of(line: InvoiceLine, rate: Decimal, chosen: SituationSettings) -> Situation | None:
    """What the host says, else what follows from rate and kind, else what is chosen for its rate group.

    The country of the customer says nothing: the hire of a room is taxed where the room is, also for a business from
    elsewhere (Directive 2006/112/EC, article 47). That a line of 0 % is at the standard rate is no ground.
    """
    if not chosen.is_used:
        return Situation.STANDARD if rate else Situation.UNSPECIFIED
    told = line.situation
    if told is not None and (rate or told is not Situation.STANDARD):
        return told
    if rate:
        return Situation.STANDARD
    if line.kind in OF_DEPOSITS:
        return Situation.UNTAXED_DEPOSIT
    return chosen.groups.get(line.rate_group.code) if line.rate_group else None


_WORDS: dict[Situation, str] = {
    Situation.UNTAXED_DEPOSIT: r"aanbetaling|voorschot|deposit|acompte",
    Situation.EXEMPT: r"vrijgesteld|vrijstelling|exempt|exon[ée]r",
    Situation.WITHIN_EU: r"\bic[lp]?\b|intracomm?un|binnen de eu|\beu\b|within the eu",
    Situation.REVERSE_CHARGE: r"verlegd|verlegging|reverse|autoliquidation|cocontractant|medecontractant",
    Situation.EXPORT: r"uitvoer|export|buiten de eu|hors ue|outside the eu",
    Situation.OUTSIDE_SCOPE: r"buiten (?:de )?heffing|onbelast|hors champ|toeristen|\bfooi|outside (?:the )?scope",
    Situation.ZERO_RATED: r"nultarief|zero|taux z[ée]ro|(?:verkoop|tva) 0 ?%",
}
#: Words of codes that stand for one special case of a ground.
_SPECIAL = re.compile(r"onderaanneming|driehoek|triang|marge|\boude?\b|ancien", re.IGNORECASE)


def suggest_situation(description: str) -> Situation | None:
    """The ground that the name of a rate group or VAT code speaks of; None where it names none or several.

    What is shifted to a business elsewhere in the EU is told by the EU, and what leaves it by its leaving.
    """
    found = [ground for ground, words in _WORDS.items() if re.search(words, description, re.IGNORECASE)]
    for weaker, stronger in (
        (Situation.WITHIN_EU, Situation.EXPORT),
        (Situation.REVERSE_CHARGE, Situation.WITHIN_EU),
    ):
        if weaker in found and stronger in found:
            found.remove(weaker)
    return found[0] if len(found) == 1 else None


def is_possible(code: VatCode, ground: Situation) -> bool:
    """Whether a code can stand for a ground: what is listed within the EU is reverse charge or within the EU.

    A code for within the EU is listed; of a list that 0.1 read nobody knows.
    """
    if ground is Situation.WITHIN_EU:
        return code.eu_listing != "N"
    return ground in MAY_BE_LISTED or not code.is_for_eu


def suggest_code(codes: Iterable[VatCode], ground: Situation, groups: Iterable[tuple[RateGroup, str]]) -> str | None:
    """The code that a rate group of this ground has already, else the one that is meant for it; None where several are.

    Args:
        codes: those of 0 %.
        groups: rate groups with the code that is chosen for each.
    """
    possible = {code.code: code for code in codes if is_possible(code, ground)}
    own = {code for group, code in groups if suggest_situation(group.description) is ground and code in possible}
    meant = own or {code.code for code in possible.values() if _is_meant(code, ground)}
    return meant.pop() if len(meant) == 1 else None


def _is_meant(code: VatCode, ground: Situation) -> bool:
    """Within the EU a venue sells services; for the rest the name tells."""
    if _SPECIAL.search(code.description):
        return False
    if ground is Situation.WITHIN_EU:
        return code.eu_listing == "S"
    return not code.is_for_eu and suggest_situation(code.description) is ground
