"""What an invoice must carry when a line of it takes a VAT code for sales to other member states of the EU."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.entry.eu_number import NumberState, is_elsewhere, judge
from mice_exact_plugin.domain.problems import Code, Params, Problem
from mice_exact_plugin.domain.remarks import RemarkCode, Said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from mice_exact_plugin.domain.entry.acceptance import Accepted
    from mice_exact_plugin.domain.entry.entry import Mark
    from mice_exact_plugin.domain.entry.eu_number import EuNumber
    from mice_exact_plugin.domain.invoice import Debtor
    from mice_exact_plugin.domain.reference import EuListing, VatCode

#: What a relation without the number in Exact, the collective one, one with a number that does not fit, and a refusal
#: are called in what a person accepts; to a `DOUBTFUL` one no number is given, as its check digits do not add up.
RELATION, COLLECTIVE, UNFIT, REFUSED, DOUBTFUL = "relation", "collective", "unfit", "refused", "doubtful"

_CODES = {
    NumberState.MISSING: Code.EU_NUMBER_MISSING,
    NumberState.INVALID: Code.EU_NUMBER_INVALID,
    NumberState.OWN_STATE: Code.EU_NUMBER_OWN_STATE,
    NumberState.OUTSIDE: Code.EU_NUMBER_OUTSIDE,
    NumberState.GOODS_ONLY: Code.EU_NUMBER_GOODS_ONLY,
}
#: All that asks a person about the number of an invoice with such a code.
QUESTIONS = frozenset(
    {
        *_CODES.values(),
        Code.EU_NUMBER_NOT_IN_EXACT,
        Code.EU_NUMBER_DOUBTFUL,
        Code.EU_NUMBER_UNFIT_IN_EXACT,
        Code.EU_NUMBER_REFUSED,
    }
)


@dataclass(frozen=True, slots=True)
class Relation:
    """What is known of the relation in Exact that an invoice will be booked on; it exists already.

    The collective one stands for many customers, so no number of one of them belongs there.
    """

    name: str
    code: str
    vat_number: str | None
    country: str | None = None
    is_collective: bool = False
    payment_condition: str | None = None

    @property
    def has_number(self) -> bool:
        """Whether anything stands in the field: no other invoice's number ever takes its place."""
        return not self.is_collective and bool((self.vat_number or "").strip())


@dataclass(frozen=True, slots=True)
class Need:
    """A good number, with the code, listing and rate that need it."""

    code: str
    listing: EuListing
    rate: str
    number: str


@dataclass(frozen=True, slots=True)
class EuSales:
    """What the codes of an invoice ask. `must_keep` is the number that a new relation must have.

    `fill` is the number that an existing relation without one gets, as a person or the settings want.
    """

    problems: tuple[Problem, ...] = ()
    marks: tuple[Mark, ...] = ()
    must_keep: Need | None = None
    fill: Need | None = None


NO_EU_SALES = EuSales()


def check(
    codes: Mapping[tuple[str, Decimal], VatCode],
    debtor: Debtor,
    relation: Relation | None,
    *,
    home: str,
    fills: bool,
    accepted: Accepted,
) -> EuSales:
    """Judge the number for every code of an invoice that is for sales within the EU.

    Args:
        codes: those of its lines, by code and rate.
        relation: the one in Exact; None when it is still to be created.
        home: country of the administration.
        fills: the settings want empty numbers of relations filled in.
    """
    judged = [
        (
            judge(debtor.vat_number, debtor.country, code.eu_listing, home),
            Need(code.code, code.eu_listing, str(rate), ""),
        )
        for (_, rate), code in codes.items()
        if code.is_for_eu
    ]
    if not judged:
        return NO_EU_SALES
    needs = [replace(need, number=number.text) for number, need in judged]
    numbers = [number for number, _ in judged]
    if asked := _asked(numbers, needs):
        return _wanting(asked, accepted)
    number = numbers[0]
    if relation and relation.has_number:
        found = _as_it_stands(needs, relation, home, accepted)
    else:
        found = _lacking(needs[0], relation, number=number, fills=fills, accepted=accepted)
    return replace(found, marks=(*_oddities(number, debtor), *found.marks))


def _asked(numbers: list[EuNumber], needs: list[Need]) -> list[Problem]:
    """What is the matter with the number on the invoice, by code."""
    return [
        Problem(_CODES[number.state], _params(need, number.state))
        for number, need in zip(numbers, needs, strict=True)
        if number.state is not NumberState.GOOD
    ]


def refused(need: Need) -> Problem:
    """Exact does not take the number, and an invoice with such a code cannot do without."""
    return Problem(Code.EU_NUMBER_REFUSED, _params(need, REFUSED))


def _as_it_stands(needs: list[Need], relation: Relation, home: str, accepted: Accepted) -> EuSales:
    """Exact makes the listing from the numbers of its relations: one that cannot stand there holds the invoice.

    Another one that can is the bookkeeper's, and only marked.
    """
    ours = needs[0].number
    theirs = [(judge(relation.vat_number, relation.country, need.listing, home), need) for need in needs]
    unfit = [_unfit(number, need, relation) for number, need in theirs if number.text != ours and not _fits(number)]
    if unfit:
        return _wanting(unfit, accepted)
    number = theirs[0][0].text
    if number == ours:
        return NO_EU_SALES
    shown: Said = {"relation": relation.code, "name": relation.name, "theirs": number, "number": ours}
    return EuSales(marks=((RemarkCode.EU_NUMBER_DIFFERS, shown),))


def _fits(number: EuNumber) -> bool:
    return number.state is NumberState.GOOD and number.adds_up


def _unfit(number: EuNumber, need: Need, relation: Relation) -> Problem:
    why = NumberState.INVALID if number.state is NumberState.GOOD else number.state
    said: Params = {"theirs": number.text or (relation.vat_number or "").strip(), "why": str(why)}
    return Problem(Code.EU_NUMBER_UNFIT_IN_EXACT, _about(need, UNFIT, relation) | said)


def _lacking(need: Need, relation: Relation | None, *, number: EuNumber, fills: bool, accepted: Accepted) -> EuSales:
    """A good number must also stand in Exact, which makes the listing from its relations."""
    if accepted.number(refused(need).params, itself=True):
        return EuSales(marks=_anyway(need.code))
    if relation is None:
        return EuSales(must_keep=need)
    if relation.is_collective:
        asked = Problem(Code.EU_NUMBER_NOT_IN_EXACT, _about(need, COLLECTIVE, relation))
    elif not number.adds_up:
        asked = Problem(Code.EU_NUMBER_DOUBTFUL, _about(need, DOUBTFUL, relation))
    elif fills or accepted.fills(need.number):
        return EuSales(fill=need)
    else:
        asked = Problem(Code.EU_NUMBER_NOT_IN_EXACT, _about(need, RELATION, relation))
    return _wanting([asked], accepted)


def _about(need: Need, state: str, relation: Relation) -> Params:
    return _params(need, state) | {"name": relation.name, "relation": relation.code}


def _wanting(asked: list[Problem], accepted: Accepted) -> EuSales:
    """What a person does not accept is a problem, and what a person accepted is marked."""
    open_ones = tuple(problem for problem in asked if not accepted.number(problem.params))
    if open_ones:
        return EuSales(problems=open_ones)
    return EuSales(marks=_anyway(asked[0].params["code"]))


def _anyway(code: str) -> tuple[Mark, ...]:
    return ((RemarkCode.EU_CODE_ANYWAY, {"code": code}),)


def _params(need: Need, state: str) -> Params:
    return {"code": need.code, "listing": need.listing, "rate": need.rate, "number": need.number, "state": state}


def _oddities(number: EuNumber, debtor: Debtor) -> Iterator[Mark]:
    """What a good number does not hold an invoice for, and a bookkeeper must know."""
    if not number.adds_up:
        yield RemarkCode.VAT_NUMBER_CHECK_DIGITS, {"number": number.text}
    if is_elsewhere(number, debtor.country):
        yield RemarkCode.EU_ADDRESS, {"number": number.text, "country": (debtor.country or "").strip()}
