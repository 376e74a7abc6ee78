"""Whether the customer of an invoice fits the ground on which its lines carry no VAT: VAT number and country.

They never decide which ground it is; a VAT code whose sales Exact lists within the EU has its number judged by
`eu_sales.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.debtor.countries import country_code
from mice_exact_plugin.domain.entry.eu_number import GOODS_ONLY, MEMBERS, NumberState, judge, prefix_of
from mice_exact_plugin.domain.invoice import Situation
from mice_exact_plugin.domain.problems import Code, Params, Problem
from mice_exact_plugin.domain.remarks import RemarkCode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mice_exact_plugin.domain.entry.acceptance import Accepted
    from mice_exact_plugin.domain.entry.entry import Mark
    from mice_exact_plugin.domain.entry.eu_number import EuNumber
    from mice_exact_plugin.domain.entry.vat_mapping import Ground
    from mice_exact_plugin.domain.invoice import Debtor

#: What asks a person about the customer of an invoice.
QUESTIONS = frozenset({Code.VAT_NUMBER_NEEDED, Code.VAT_COUNTRY_UNFIT})
#: What is the matter with the country of a customer; stored with what a person accepts, so never change a value.
HOME, NOT_IN_EU, IN_EU, UNKNOWN = "home", "not_in_eu", "in_eu", "unknown"
#: No country: the number of a customer at home is as good as another's where VAT is shifted.
_NOWHERE = "ZZ"
#: Grounds that have a box of their own in the return, which wants to know the turnover.
_WITH_BOX = frozenset({Situation.REVERSE_CHARGE, Situation.WITHIN_EU, Situation.EXPORT})
#: Exact puts nothing of a code of this type in the return (VATCodes page: no VAT).
_NO_RETURN = "N"


@dataclass(frozen=True, slots=True)
class Checked:
    problems: tuple[Problem, ...] = ()
    marks: tuple[Mark, ...] = ()


def check(grounds: Iterable[Ground], debtor: Debtor, *, home: str, accepted: Accepted) -> Checked:
    """Judge the customer once per ground, code and rate of the invoice; `home` is the administration's country."""
    asked: list[Problem] = []
    marks: list[Mark] = []
    for ground in dict.fromkeys(grounds):
        found = (*_number(ground, debtor, home), *_country(ground, debtor, home))
        asked += [problem for problem in found if not accepted.number(problem.params)]
        marks += [_anyway(ground)] if any(accepted.number(problem.params) for problem in found) else []
        marks += _unseen(ground)
    return Checked(tuple(asked), tuple(marks))


def _number(ground: Ground, debtor: Debtor, home: str) -> Iterator[Problem]:
    """Whoever owes the VAT instead must be known by a number; one at home will do where VAT is shifted."""
    if ground.code.is_for_eu or ground.situation not in (Situation.REVERSE_CHARGE, Situation.WITHIN_EU):
        return
    from_where = home if ground.situation is Situation.WITHIN_EU else _NOWHERE
    number = judge(debtor.vat_number, debtor.country, "L", from_where)
    if number.state is not NumberState.GOOD:
        said: Params = {"number": number.text, "state": number.state, "why": number.state}
        yield Problem(Code.VAT_NUMBER_NEEDED, _about(ground) | said)


def number_of(debtor: Debtor) -> EuNumber:
    """The number of a customer, of whichever member state, as a page tells it."""
    return judge(debtor.vat_number, debtor.country, "L", _NOWHERE)


def _country(ground: Ground, debtor: Debtor, home: str) -> Iterator[Problem]:
    """Within the EU and export are abroad, on either side of its border; nobody knows where without a country."""
    state = _unfit(ground.situation, debtor, home)
    if state:
        written = (debtor.country or "").strip()
        # `number`: what a person says yes to is kept by it (`acceptance.NUMBER`), for a country as for a VAT number.
        said: Params = {"country": written, "number": written, "state": state, "why": state}
        yield Problem(Code.VAT_COUNTRY_UNFIT, _about(ground) | said)


def _unfit(situation: Situation, debtor: Debtor, home: str) -> str | None:
    if situation not in (Situation.WITHIN_EU, Situation.EXPORT):
        return None
    where = prefix_of(country_code(debtor.country))
    if where is None:
        return UNKNOWN if situation is Situation.EXPORT else None
    if where == prefix_of(home):
        return HOME
    if situation is Situation.EXPORT:
        return IN_EU if where in MEMBERS else None
    return None if where in MEMBERS or _is_northern_irish(where, debtor) else NOT_IN_EU


def _is_northern_irish(where: str, debtor: Debtor) -> bool:
    """Goods to Northern Ireland go within the union, though its addresses are British."""
    return where == "GB" and number_of(debtor).member == GOODS_ONLY


def _unseen(ground: Ground) -> list[Mark]:
    """The return has a box for the ground, and Exact keeps its code out of the return."""
    if ground.situation in _WITH_BOX and ground.code.type == _NO_RETURN:
        return [(RemarkCode.CODE_NOT_IN_RETURN, {"code": ground.code.code, "situation": ground.situation})]
    return []


def _anyway(ground: Ground) -> Mark:
    return RemarkCode.SITUATION_ANYWAY, {"code": ground.code.code, "situation": ground.situation}


def _about(ground: Ground) -> Params:
    return {"code": ground.code.code, "rate": str(ground.rate), "situation": ground.situation}
