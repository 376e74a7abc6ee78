"""What a run came to, in a sentence whose figures add up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.domain.figures import Outcome, total
from mice_exact_plugin.i18n import gettext, ngettext
from mice_exact_plugin.web import formatting
from mice_exact_plugin.web.wording.template import NN_

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS: dict[Outcome, tuple[str, str]] = {
    Outcome.BOOKED: NN_("%(shown)s geboekt", "%(shown)s geboekt"),
    Outcome.ADOPTED: NN_("%(shown)s teruggevonden in Exact Online", "%(shown)s teruggevonden in Exact Online"),
    Outcome.BLOCKED: NN_("%(shown)s van %(total)s tegengehouden", "%(shown)s van %(total)s tegengehouden"),
    Outcome.UNCONFIRMED: NN_("%(shown)s nog onbevestigd", "%(shown)s nog onbevestigd"),
    Outcome.WAITING: NN_(
        "%(shown)s wacht op de oorspronkelijke factuur", "%(shown)s wachten op de oorspronkelijke factuur"
    ),
    Outcome.LEFT: NN_("%(shown)s blijft klaarstaan", "%(shown)s blijven klaarstaan"),
    Outcome.IGNORED: NN_("%(shown)s overgeslagen", "%(shown)s overgeslagen"),
}


def sentence(outcomes: Mapping[str, int], of: int | None = None) -> str:
    """Every outcome that occurred, `of` so many; empty when there was nothing to do."""
    every = formatting.number(total(outcomes) if of is None else of)
    parts = [
        ngettext(*words, count, shown=formatting.number(count), total=every)
        for outcome, words in _WORDS.items()
        if (count := outcomes.get(outcome, 0))
    ]
    return ", ".join(parts)


def ended(outcomes: Mapping[str, int] | None) -> str:
    """How a run ended that nothing stood in the way of; 0.1 did not keep what it came to."""
    if outcomes is None:
        return gettext("afgerond")
    if not outcomes:
        return gettext("er was niets te boeken")
    if all_done(outcomes):
        return gettext("alles verwerkt: %(figures)s", figures=sentence(outcomes))
    return sentence(outcomes)


def all_done(outcomes: Mapping[str, int]) -> bool:
    """Whether every invoice is booked, found back or rightly passed over."""
    done = (Outcome.BOOKED, Outcome.ADOPTED, Outcome.IGNORED)
    return sum(outcomes.get(outcome, 0) for outcome in done) == total(outcomes)
