"""What the settings offer per ground of 0 %: the codes that can stand for it, the rate groups, and suggestions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.entry import vat_mapping
from mice_exact_plugin.domain.situations import (
    CHOSEN,
    NOT_BY_SITUATION,
    ZERO_RATE,
    SituationSettings,
    is_possible,
    situation_of,
    suggest_code,
    suggest_situation,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mice_exact_plugin.domain.invoice import Invoice, RateGroup, Situation
    from mice_exact_plugin.domain.reference import ReferenceData, VatCode
    from mice_exact_plugin.domain.settings import LinkSettings

#: Whatever is chosen already: the grounds of lines are asked for as if they were told apart.
_TOLD_APART = SituationSettings(groups={"": CHOSEN[0]})


@dataclass(frozen=True, slots=True)
class SituationChoices:
    """What can be chosen; nothing is chosen unasked, so that one code goes on standing for all that is 0 %.

    Attributes:
        groups: the rate groups of 0 % of which the host does not say the ground.
        in_use: the grounds that are chosen, told by the host or suggested by the name of a rate group.
        old_code: the one code for all that is 0 %.
    """

    codes: Mapping[Situation, tuple[VatCode, ...]] = field(default_factory=dict)
    suggested_codes: Mapping[Situation, str] = field(default_factory=dict)
    groups: tuple[RateGroup, ...] = ()
    suggested_groups: Mapping[str, Situation] = field(default_factory=dict)
    in_use: frozenset[Situation] = frozenset()
    saved: SituationSettings = NOT_BY_SITUATION
    old_code: str | None = None


NO_SITUATIONS = SituationChoices()


def choices(
    codes: Sequence[VatCode], groups: Iterable[RateGroup], invoices: Iterable[Invoice], saved: LinkSettings | None
) -> SituationChoices:
    """What there is to choose from `codes`, those of 0 %; `invoices` are those that wait."""
    untaxed = tuple(group for group in groups if vat_mapping.normal_rate(group.vat_rate) == ZERO_RATE)
    chosen = saved.situations if saved else NOT_BY_SITUATION
    asked = tuple(group for group in untaxed if group.situation not in CHOSEN)
    exceptions = saved.rate_group_vat_codes if saved else {}
    own = [(group, exceptions[group.code]) for group in untaxed if group.code in exceptions]
    suggested = {group.code: found for group in asked if (found := suggest_situation(group.description))}
    told = {group.situation for group in untaxed if group.situation} | set(_grounds(invoices))
    used = {*told, *chosen.codes, *chosen.groups.values(), *suggested.values()}
    return SituationChoices(
        codes={each: tuple(code for code in codes if is_possible(code, each)) for each in CHOSEN},
        suggested_codes={each: code for each in CHOSEN if (code := suggest_code(codes, each, own))},
        groups=asked,
        suggested_groups=suggested,
        in_use=frozenset(used & set(CHOSEN)),
        saved=chosen,
        old_code=saved.vat_codes.get(ZERO_RATE) if saved else None,
    )


def _grounds(invoices: Iterable[Invoice]) -> Iterator[Situation]:
    """What the host tells of the lines that wait, and what follows from their kind."""
    for invoice in invoices:
        for line in invoice.lines:
            found = situation_of(line, vat_mapping.normal_rate(line.vat_rate), _TOLD_APART)
            if found and vat_mapping.normal_rate(line.vat_rate) == ZERO_RATE:
                yield found


def code_field(situation: Situation) -> str:
    """The field of a ground; refusals are named the same way."""
    return f"situation:{situation}"


def group_field(group: str) -> str:
    return f"ground:{group}"


def errors(settings: LinkSettings, reference: ReferenceData) -> dict[str, str]:
    """What does not fit the loaded data, by field; a rate group's ground has a code, or the group its own."""
    chosen = settings.situations
    found = {
        code_field(situation): "not_offered"
        for situation, code in chosen.codes.items()
        if not _fits(reference.vat_codes.get(code), situation)
    }
    lacking = {group: each for group, each in chosen.groups.items() if each not in chosen.codes}
    return found | {
        group_field(group): "no_code_for_situation" for group in lacking if group not in settings.rate_group_vat_codes
    }


def _fits(code: VatCode | None, situation: Situation) -> bool:
    return code is not None and vat_mapping.choosable(code, ZERO_RATE, None) and is_possible(code, situation)
