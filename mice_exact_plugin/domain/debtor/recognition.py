"""By what a customer is recognised in a relation: the facts that agree, to be shown; it decides nothing."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.debtor.comparison import compare_names, compare_places, same, same_address, same_coc
from mice_exact_plugin.domain.debtor.table import Name, Place

if TYPE_CHECKING:
    from mice_exact_plugin.domain.debtor.customer import Customer


class Fact(StrEnum):
    """What can agree, the most telling first."""

    VAT_NUMBER = "vat_number"
    COC_NUMBER = "coc_number"
    NAME = "name"
    NAME_CUT = "name_cut"
    NAME_WITHOUT_FORM = "name_without_form"
    POSTCODE = "postcode"
    ADDRESS = "address"
    EMAIL = "email"


_NAMES = {Name.EQUAL: Fact.NAME, Name.PERHAPS: Fact.NAME_CUT, Name.LEGAL_FORM: Fact.NAME_WITHOUT_FORM}


def agreeing(customer: Customer, relation: Customer) -> tuple[Fact, ...]:
    """Every fact that both sides tell and that is the same."""
    name = _NAMES.get(compare_names(customer, relation))
    agrees = {
        Fact.VAT_NUMBER: same(customer.vat_number, relation.vat_number),
        Fact.COC_NUMBER: same_coc(customer, relation),
        Fact.POSTCODE: compare_places(customer, relation) in (Place.EQUAL, Place.TOWN),
        Fact.ADDRESS: same_address(customer, relation),
        Fact.EMAIL: same(customer.email, relation.email),
    }
    return tuple(fact for fact in Fact if fact is name or agrees.get(fact))
