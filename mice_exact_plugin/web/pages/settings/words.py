"""What saving the settings means: what is missing still, whether the link is on now, and what is booked when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.i18n import gettext, ngettext

if TYPE_CHECKING:
    from decimal import Decimal

    from mice_exact_plugin.domain.standing import Standing


@dataclass(frozen=True, slots=True)
class Saved:
    """How a save left the link.

    Attributes:
        unmapped: rates in use that have no VAT code yet.
        is_new: the link was off before, and this save turned it on.
        due: how many invoices are ready.
    """

    released: int
    unmapped: tuple[Decimal, ...]
    is_new: bool
    due: int
    standing: Standing


def words(outcome: Saved) -> tuple[str, str]:
    """The sentences and the tone: no plain success while invoices will be held."""
    told = [gettext("De instellingen zijn opgeslagen.")]
    if outcome.unmapped:
        rates = ", ".join(formatting.rate(rate) for rate in outcome.unmapped)
        told.append(
            gettext("Nog zonder BTW-code: %(rates)s. Facturen met zo'n tarief worden tegengehouden.", rates=rates)
        )
    if outcome.is_new:
        told.append(gettext("De koppeling is nu ingeschakeld."))
    if outcome.released:
        freed = ngettext("%(num)s factuur staat weer klaar.", "%(num)s facturen staan weer klaar.", outcome.released)
        told.append(freed)
    told += _what_goes_out(outcome)
    return " ".join(told), "info" if outcome.unmapped else "success"


def _what_goes_out(outcome: Saved) -> list[str]:
    next_run = outcome.standing.next_run_at
    if not outcome.due or next_run is None or outcome.standing.kind.holds:
        return []
    moment = formatting.coming(next_run, outcome.standing.at)
    sentence = ngettext(
        "%(num)s factuur staat klaar en wordt %(moment)s geboekt.",
        "%(num)s facturen staan klaar en worden %(moment)s geboekt.",
        outcome.due,
        moment=moment,
    )
    return [sentence]
