"""What a binding remembers of a customer, and which of several bindings an invoice goes by."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass

# Any: the fields of a customer are taken by name.
from typing import TYPE_CHECKING, Any, cast

from mice_exact_plugin.domain.debtor.comparison import compare_names, compare_places
from mice_exact_plugin.domain.debtor.customer import Customer
from mice_exact_plugin.domain.debtor.matching import holds
from mice_exact_plugin.domain.debtor.names import stem
from mice_exact_plugin.domain.debtor.table import Name, Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mice_exact_plugin.domain.kept import KeptFacts

VERSION = 2
_FACTS = ("written", "name", "is_person", "postcode", "country", "vat_number", "coc_number", "street", "city")
_KEPT = (*_FACTS, "email", "client")
#: What could not be read of these is kept as it was written: it tells whether a later invoice says the same.
_UNREADABLE = ("country", "postcode")


@dataclass(frozen=True, slots=True)
class Kept:
    """A binding of version 2 as far as choosing goes; `relation` is None when it is gone, or still to be made."""

    key: str
    account_id: str
    facts: Customer
    relation: Customer | None
    is_decided: bool


def as_facts(customer: Customer) -> KeptFacts:
    """The facts as the column keeps them: normal forms, and a hash instead of the e-mail."""
    unreadable = [list(pair) for pair in customer.unreadable if pair[0] in _UNREADABLE]
    facts = {name: value for name in _KEPT if (value := getattr(customer, name)) not in (None, False)}
    return cast("KeptFacts", facts | ({"unreadable": unreadable} if unreadable else {}))


def from_facts(facts: KeptFacts) -> Customer:
    known: dict[str, Any] = {name: fact for name, fact in facts.items() if name in _KEPT}
    unreadable = tuple((field, text) for field, text in facts.get("unreadable", ()))
    return Customer(**known, unreadable=unreadable)


def key_of(customer: Customer) -> str:
    """The key of a binding: equal facts have one. Changing it forgets no binding, but makes a second one."""
    written = json.dumps(as_facts(customer), sort_keys=True, ensure_ascii=False)
    return f"{VERSION}:{hashlib.sha256(written.encode()).hexdigest()}"


def key_of_invoice(tenant: str, invoice_id: str) -> str:
    """The key of a choice that counts for one invoice alone, whose customer has no name to know him by."""
    return f"invoice:{hashlib.sha256(json.dumps([tenant, invoice_id]).encode()).hexdigest()}"


def name_key(written: str) -> str:
    """What the bindings of a customer are found under, coarser than equality."""
    return stem(written)


def chosen(kept: Iterable[Kept], customer: Customer) -> Kept | None:
    """The binding that holds for this customer.

    Equal facts come first, in whatever spelling, then the most facts in common, then what a person decided: a decision
    for one customer is no better than another's own binding. None also when two that are as good lead to different
    relations.
    """
    holding = [one for one in kept if holds(one.facts, customer, one.relation, is_decided=one.is_decided)]
    ranked = sorted(holding, key=lambda one: _rank(one, customer), reverse=True)
    if not ranked:
        return None
    best = {one.account_id for one in ranked if _rank(one, customer) == _rank(ranked[0], customer)}
    return ranked[0] if len(best) == 1 else None


def is_another(facts: Customer, customer: Customer) -> bool:
    """Whether a relation that is under way for these facts is certainly not this customer's."""
    return compare_names(customer, facts) is not Name.EQUAL or compare_places(customer, facts) is Place.DIFFERS


def _rank(kept: Kept, customer: Customer) -> tuple[bool, int, bool]:
    told, now = _in_normal_form(kept.facts), _in_normal_form(customer)
    return told == now, sum(now.get(name) == fact for name, fact in told.items()), kept.is_decided


def _in_normal_form(customer: Customer) -> dict[str, object]:
    return {name: fact for name, fact in as_facts(customer).items() if name != "written"}
