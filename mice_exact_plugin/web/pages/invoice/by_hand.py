"""*Zelf geboekt* once more: what was typed, what is wrong with it, and whose entry it is already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.decisions.ways_on import EntryNumberTaken
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.web import answers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mice_exact_plugin.errors import LinkError

#: What the person at the form can put right there.
MENDABLE = frozenset({"entry_number_missing", "no_entry_number", "entry_number_taken", "reason_missing"})


@dataclass(frozen=True, slots=True)
class Typed:
    number: str
    reason: str
    knows_others: bool


@dataclass(frozen=True, slots=True)
class ByHandView:
    """`acknowledgement` is what a person ticks when the entry is another invoice's already; empty when it is not."""

    invoice_id: str
    identifier: str
    typed: Typed
    failure: str
    is_about_reason: bool
    acknowledgement: str = ""


def typed(form: Mapping[str, str]) -> Typed:
    return Typed(form.get("entry_number", ""), form.get("reason", ""), form.get("confirmed") == "1")


def by_hand_view(invoice_id: str, identifier: str, typed: Typed, refusal: LinkError) -> ByHandView:
    about_reason = str(refusal) == "reason_missing"
    if not isinstance(refusal, EntryNumberTaken):
        return ByHandView(invoice_id, identifier, typed, answers.of_decision(refusal), about_reason)
    named = {"number": typed.number.strip(), "invoices": ", ".join(refusal.invoices)}
    failure = gettext("Boekstuknummer %(number)s hoort al bij factuur %(invoices)s. Kijk of het klopt.", **named)
    knows = gettext("Het klopt: boekstuk %(number)s is ook van factuur %(invoices)s", **named)
    return ByHandView(invoice_id, identifier, typed, failure, about_reason, knows)
