"""The ways on that the page of an invoice offers when it waits for its debtor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.problems import A_PERSON_CHOOSES, Code

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mice_exact_plugin.domain.problems import Problem

_CORRECTED_IN_EXACT = frozenset({Code.DEBTOR_BLOCKED, Code.DEBTOR_NOT_ACTIVE, Code.DEBTOR_SUPPLIER_ONLY})


@dataclass(frozen=True, slots=True)
class DebtorWays:
    """`choose` leads to the page with both sides; `supplier` is the id of the one relation to make a customer too."""

    choose: bool = False
    look_again: bool = False
    supplier: str = ""


NO_WAYS = DebtorWays()


def debtor_ways(problems: Iterable[Problem]) -> DebtorWays:
    problem = next((problem for problem in problems if problem.code in A_PERSON_CHOOSES), None)
    if problem is None:
        return NO_WAYS
    is_supplier = problem.code is Code.DEBTOR_SUPPLIER_ONLY
    return DebtorWays(
        choose=True,
        look_again=problem.code in _CORRECTED_IN_EXACT,
        supplier=problem.params.get("ids", "").partition(" ")[0] if is_supplier else "",
    )
