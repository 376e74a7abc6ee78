"""The ways on that the page of an invoice offers when it waits for its debtor, or for a number of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.problems import A_PERSON_CHOOSES, Code

if TYPE_CHECKING:
    from collections.abc import Collection

    from mice_exact_plugin.domain.problems import Problem

_CORRECTED_IN_EXACT = frozenset(
    {
        Code.DEBTOR_BLOCKED,
        Code.DEBTOR_NOT_ACTIVE,
        Code.DEBTOR_SUPPLIER_ONLY,
        Code.EU_NUMBER_NOT_IN_EXACT,
        Code.EU_NUMBER_DOUBTFUL,
        Code.EU_NUMBER_UNFIT_IN_EXACT,
    }
)


@dataclass(frozen=True, slots=True)
class DebtorWays:
    """`choose` leads to the page with both sides; `supplier` is the id of the one relation to make a customer too."""

    choose: bool = False
    look_again: bool = False
    supplier: str = ""


NO_WAYS = DebtorWays()


def debtor_ways(problems: Collection[Problem]) -> DebtorWays:
    problem = next((problem for problem in problems if problem.code in A_PERSON_CHOOSES), None)
    is_supplier = problem is not None and problem.code is Code.DEBTOR_SUPPLIER_ONLY
    return DebtorWays(
        choose=problem is not None,
        look_again=any(problem.code in _CORRECTED_IN_EXACT for problem in problems),
        supplier=problem.params.get("ids", "").partition(" ")[0] if problem and is_supplier else "",
    )
