"""A problem with the way to its cure: a link for who may go there, advice for everybody else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.notices import problem_key
from mice_exact_plugin.domain.problems import Cure
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.web.wording import cures
from mice_exact_plugin.web.wording import problems as wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mice_exact_plugin.domain.problems import Problem

    #: Where a cure is made, or None when this person cannot go there.
    Places = Callable[[Cure], str | None]


@dataclass(frozen=True, slots=True)
class ProblemView:
    """`url` is empty when the person can only be told what somebody else must do.

    `needs_advice`: the link alone does not say what to do.
    """

    sentence: str
    url: str
    link_text: str
    advice: str
    needs_advice: bool = False
    #: Cured by a decision, which whoever may take it finds below.
    is_decided: bool = False
    #: The key under which an administrator can be asked; empty when whoever looks may cure it.
    cause: str = ""


def problem_views(
    problems: Iterable[Problem], places: Places, names: Mapping[str, str] | None = None, *, is_credit: bool = False
) -> tuple[ProblemView, ...]:
    return tuple(problem_view(problem, places, names, is_credit=is_credit) for problem in problems)


def problem_view(
    problem: Problem, places: Places, names: Mapping[str, str] | None = None, *, is_credit: bool = False
) -> ProblemView:
    url = places(problem.cure) or ""
    is_for_others = not url and problem.cure in (Cure.SETTINGS, Cure.RATE_GROUPS)
    return ProblemView(
        sentence=wording.sentence(problem, names),
        url=url,
        link_text=gettext(cures.CURES[problem.cure]),
        advice=cures.advice(problem, is_credit=is_credit),
        needs_advice=problem.code in cures.OWN_ADVICE,
        is_decided=problem.cure is Cure.DECISION,
        cause=problem_key(problem) if is_for_others else "",
    )
