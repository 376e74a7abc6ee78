"""What a binding remembers, and which of several an invoice goes by."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from mice_exact_plugin.domain.debtor import bindings
from mice_exact_plugin.domain.debtor.bindings import Kept
from mice_exact_plugin.domain.debtor.customer import Customer, customer_of
from tests.domain.build import debtor


def customer(**facts: Any) -> Customer:
    found = customer_of(debtor(**facts), "NL", keyed=lambda address: f"hash of {len(address)}")
    assert found is not None
    return found


PLAIN = customer(name="Bakkerij Jansen B.V.", postcode="1234 AB", country="NL", email="an@jansen.example")


def kept(key: str, facts: Customer, account_id: str = "", *, is_decided: bool = False) -> Kept:
    return Kept(key, account_id or key, facts, None, is_decided)


def test_facts_come_back_as_they_were_kept_and_hold_no_address() -> None:
    written = json.dumps(bindings.as_facts(PLAIN))
    assert bindings.from_facts(json.loads(written)) == replace(PLAIN, unreadable=())
    assert "jansen.example" not in written


def test_an_unreadable_address_is_not_kept_and_an_unreadable_country_is() -> None:
    odd = customer(name="X & Co", email="an@x.example; bo@x.example", country="Duitslnd")
    written = json.dumps(bindings.as_facts(odd))
    assert "x.example" not in written
    assert bindings.from_facts(json.loads(written)).unreadable == (("country", "Duitslnd"),)


def test_equal_facts_have_one_key_and_any_other_fact_another() -> None:
    facts: dict[str, Any] = {"postcode": "1234AC", "vat_number": "NL004495445B01", "email": "another", "client": "7"}
    others = [replace(PLAIN, **{name: value}) for name, value in facts.items()]
    keys = {bindings.key_of(one) for one in (PLAIN, *others)}
    assert len(keys) == len(others) + 1
    assert bindings.key_of(replace(PLAIN)) == bindings.key_of(PLAIN)
    assert all(len(key) <= 200 for key in keys | {bindings.key_of_invoice("t" * 100, "i" * 64)})


def test_a_key_never_changes() -> None:
    """It names what is under way: another key would be another relation."""
    facts = Customer(name="bakkerijbv", written="Bakkerij B.V.", postcode="1234AB")
    assert bindings.key_of(facts) == "2:10e89017aa775332716ebb037a5b15d24abc1e941bf7d22b5a805aeec437169f"


@pytest.mark.parametrize("order", [1, -1])
def test_the_same_facts_come_first_and_of_two_that_are_as_like_a_decision(order: int) -> None:
    looser, shouted = replace(PLAIN, email=None), replace(PLAIN, written=PLAIN.written.upper())
    rows = [kept("decided", looser, is_decided=True), kept("same", shouted), kept("loose", looser, "loose")][::order]
    assert _chosen(rows) == "same"
    assert _chosen([row for row in rows if row.key != "same"]) == "decided"


@pytest.mark.parametrize("order", [1, -1])
def test_a_decision_for_a_namesake_does_not_come_before_ones_own_binding(order: int) -> None:
    """Both live at one address: only the namesake's postcode was missing when a person decided."""
    here = replace(PLAIN, street="markt1", city="breda")
    own = replace(here, client="own", written="BAKKERIJ JANSEN BV", vat_number="NL004495445B01")
    namesake = replace(here, client="other", email="another", postcode=None)
    rows = [kept("own", own), kept("namesake", namesake, is_decided=True)][::order]
    found = bindings.chosen(rows, replace(own, written="Bakkerij Jansen B.V.", vat_number=None))
    assert found is not None
    assert found.key == "own"


def test_two_that_are_as_good_and_lead_elsewhere_decide_nothing() -> None:
    looser = replace(PLAIN, email=None)
    assert _chosen([kept("a", looser, "one"), kept("b", looser, "other")]) is None
    assert _chosen([kept("a", looser, "one"), kept("b", looser, "one")]) in ("a", "b")
    assert _chosen([kept("a", replace(PLAIN, postcode="9999ZZ"))]) is None
    assert _chosen([]) is None


def test_a_relation_under_way_is_anothers_only_when_name_or_place_say_so() -> None:
    assert not bindings.is_another(PLAIN, replace(PLAIN, vat_number="NL004495445B01"))
    assert not bindings.is_another(replace(PLAIN, postcode=None), PLAIN)
    assert bindings.is_another(replace(PLAIN, postcode="9999ZZ"), PLAIN)
    assert bindings.is_another(customer(name="Iemand anders", postcode="1234 AB"), PLAIN)


def _chosen(rows: list[Kept]) -> str | None:
    found = bindings.chosen(rows, PLAIN)
    return found.key if found else None


def test_a_binding_is_found_under_a_coarser_name_and_one_choice_under_its_invoice() -> None:
    assert bindings.name_key("De Zon B.V.") == bindings.name_key("de zon bv")
    keys = [bindings.key_of_invoice(*of) for of in (("proef", "1"), ("proef", "2"), ("ander", "1"), ("proef", "1"))]
    assert len(set(keys)) == 3
    assert all(key.startswith("invoice:") for key in keys)
