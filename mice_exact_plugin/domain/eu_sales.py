"""What an invoice must carry when a line of it takes a VAT code for sales to other member states of the EU."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.eu_number import NumberState, is_elsewhere, judge
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.remarks import RemarkCode

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mice_exact_plugin.domain.acceptance import Accepted
    from mice_exact_plugin.domain.eu_number import EuNumber
    from mice_exact_plugin.domain.invoice import Debtor
    from mice_exact_plugin.domain.reference import VatCode
    from mice_exact_plugin.domain.sales_entry import Mark

#: What a relation that has no number in Exact, and a refusal of the number, are called in what a person accepts.
RELATION, REFUSED = "relation", "refused"

_CODES = {
    NumberState.MISSING: Code.EU_NUMBER_MISSING,
    NumberState.INVALID: Code.EU_NUMBER_INVALID,
    NumberState.OWN_STATE: Code.EU_NUMBER_OWN_STATE,
    NumberState.OUTSIDE: Code.EU_NUMBER_OUTSIDE,
    NumberState.GOODS_ONLY: Code.EU_NUMBER_GOODS_ONLY,
}
#: All that asks a person about the number of an invoice with such a code.
QUESTIONS = frozenset({*_CODES.values(), Code.EU_NUMBER_NOT_IN_EXACT, Code.EU_NUMBER_REFUSED})


@dataclass(frozen=True, slots=True)
class Relation:
    """What is known of the relation in Exact that an invoice will be booked on; it exists already."""

    name: str
    code: str
    vat_number: str | None


@dataclass(frozen=True, slots=True)
class EuSales:
    """What the codes of an invoice ask. `must_keep` is the number that a new relation must have.

    `fill` is the number that an existing relation without one gets, as a person or the settings want.
    """

    problems: tuple[Problem, ...] = ()
    marks: tuple[Mark, ...] = ()
    must_keep: str | None = None
    fill: str | None = None


NO_EU_SALES = EuSales()


def check(
    codes: Iterable[VatCode], debtor: Debtor, relation: Relation | None, *, home: str, fills: bool, accepted: Accepted
) -> EuSales:
    """Judge the number for every code of an invoice that is for sales within the EU.

    Args:
        relation: the one in Exact; None when it is still to be created.
        home: country of the administration.
        fills: the settings want empty numbers of relations filled in.
    """
    judged = [(code, judge(debtor, code.eu_listing, home)) for code in codes if code.is_for_eu]
    if not judged:
        return NO_EU_SALES
    asked = [_problem(code, number) for code, number in judged if number.state is not NumberState.GOOD]
    if asked:
        return _wanting(asked, accepted)
    code, number = judged[0]
    found = _in_exact(code, number.text, relation, fills=fills, accepted=accepted)
    if not is_elsewhere(number, debtor.country):
        return found
    return replace(found, marks=((RemarkCode.EU_ADDRESS, _address(number, debtor)), *found.marks))


def refused(number: str) -> Problem:
    """Exact does not take the number, and an invoice with such a code cannot do without."""
    return Problem(Code.EU_NUMBER_REFUSED, {"state": REFUSED, "number": number})


def _in_exact(code: VatCode, number: str, relation: Relation | None, *, fills: bool, accepted: Accepted) -> EuSales:
    """A good number must also stand in Exact, which makes the listing from its relations."""
    if relation and relation.vat_number:
        return NO_EU_SALES
    if accepted.number(refused(number).params, itself=True):
        return EuSales(marks=_anyway(code.code))
    if relation is None:
        return EuSales(must_keep=number)
    if fills or accepted.fills(number):
        return EuSales(fill=number)
    params = _params(code, RELATION, number) | {"name": relation.name, "relation": relation.code}
    return _wanting([Problem(Code.EU_NUMBER_NOT_IN_EXACT, params)], accepted)


def _wanting(asked: list[Problem], accepted: Accepted) -> EuSales:
    """What a person does not accept is a problem, and what a person accepted is marked."""
    open_ones = tuple(problem for problem in asked if not accepted.number(problem.params))
    if open_ones:
        return EuSales(problems=open_ones)
    return EuSales(marks=_anyway(asked[0].params["code"]))


def _anyway(code: str) -> tuple[Mark, ...]:
    return ((RemarkCode.EU_CODE_ANYWAY, {"code": code}),)


def _problem(code: VatCode, number: EuNumber) -> Problem:
    return Problem(_CODES[number.state], _params(code, number.state, number.text))


def _params(code: VatCode, state: str, number: str) -> dict[str, str]:
    return {"code": code.code, "listing": code.eu_listing, "state": state, "number": number}


def _address(number: EuNumber, debtor: Debtor) -> dict[str, str]:
    return {"number": number.text, "country": (debtor.country or "").strip()}
