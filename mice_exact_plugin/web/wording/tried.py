"""What another try did: never that all is well while the cause is still there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.domain.problems import Cure
from mice_exact_plugin.i18n import gettext, ngettext
from mice_exact_plugin.services.again import Outcome
from mice_exact_plugin.web.wording import problems, refusals

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mice_exact_plugin.domain.problems import Problem
    from mice_exact_plugin.services.again import Answer


def sentence(answer: Answer, *, is_looking: bool) -> tuple[str, str]:
    """The words, and the tone in which the host shows them."""
    match answer.outcome:
        case Outcome.STILL:
            return _still(answer.problems), "error"
        case Outcome.SEARCHED if is_looking:
            return gettext("De synchronisatie is gestart en zoekt eerst op wat er in Exact Online staat."), "info"
        case Outcome.SEARCHED:
            return gettext("De volgende synchronisatie zoekt eerst op wat er in Exact Online staat."), "info"
        case Outcome.QUEUED:
            return gettext("De factuur staat weer klaar."), "success"


def of_command(what: Answer | str) -> str:
    """What became of one invoice for who has no page before him; a text is the code of a refusal."""
    return refusals.of_code(refusals.DECISION, what) if isinstance(what, str) else sentence(what, is_looking=False)[0]


def queued(count: int) -> str:
    return ngettext("%(num)s factuur staat weer klaar.", "%(num)s facturen staan weer klaar.", count)


def _still(found: Sequence[Problem]) -> str:
    """What was corrected in Exact is known when it was read again, which the next run does."""
    causes = " ".join(problems.sentence(problem) for problem in found)
    if all(problem.cure is not Cure.EXACT for problem in found):
        return gettext("Nog steeds: %(causes)s", causes=causes)
    return gettext(
        "Nog steeds, voor zover nu bekend: %(causes)s De volgende synchronisatie leest Exact Online opnieuw.",
        causes=causes,
    )
