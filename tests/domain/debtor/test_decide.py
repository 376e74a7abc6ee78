"""Several relations at once: which one wins, when a person decides, and that their order never matters."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from mice_exact_plugin.domain.debtor.customer import customer_of, relation_of
from mice_exact_plugin.domain.debtor.matching import Ask, Found, Match, New, Unusable, Why, decide, score
from mice_exact_plugin.domain.debtor.table import AskKind
from mice_exact_plugin.domain.reference import CrmAccount
from tests.domain.build import DAY, account, debtor
from tests.domain.debtor.pairs import COCS, HOME, VATS, keyed

ZON = account("a", name="De Zon BV", postcode="4811AB", city="Breda")
DOUBLE = replace(ZON, id="b", name="DE ZON B.V.")


def decided(*accounts: CrmAccount, **facts: Any) -> Match:
    bare = debtor(name="De Zon BV", postcode="4811 AB", city="Breda", vat_number=None, coc_number=None, email=None)
    customer = customer_of(replace(bare, **facts), HOME, keyed)
    assert customer is not None
    return decide(customer, accounts, on=DAY, home_country=HOME)


def test_several_hits_go_to_a_person() -> None:
    assert decided(ZON, DOUBLE) == decided(DOUBLE, ZON) == Ask(AskKind.SEVERAL, (ZON, DOUBLE))


def test_of_several_hits_the_only_one_with_an_equal_number_is_found() -> None:
    numbered = replace(DOUBLE, coc_number=COCS[0])
    assert decided(ZON, numbered, coc_number=COCS[0]) == Found(numbered, promote=False)
    both = Ask(AskKind.SEVERAL, (replace(ZON, coc_number=COCS[0]), numbered))
    assert decided(replace(ZON, coc_number=COCS[0]), numbered, coc_number=COCS[0]) == both


def test_a_hit_is_not_believed_when_our_number_stands_with_another() -> None:
    other = account("c", name="Zonnehof Exploitatie", postcode="5000AA", coc_number=COCS[0])
    assert decided(ZON, other, coc_number=COCS[0]) == Ask(AskKind.SEVERAL, (ZON, other), other)
    moved = replace(ZON, id="c", postcode="5000AA", vat_number=VATS[0])
    assert decided(ZON, moved, vat_number=VATS[0]) == Ask(AskKind.SEVERAL, (ZON, moved), moved)


def test_a_branch_with_its_own_postcode_is_found_among_those_that_share_its_number() -> None:
    head = replace(ZON, id="c", postcode="5000AA", coc_number=COCS[0])
    branch = replace(ZON, coc_number=COCS[0])
    assert decided(head, branch, coc_number=COCS[0]) == Found(branch, promote=False)
    assert decided(head, replace(head, id="d", postcode="6000AA"), coc_number=COCS[0]) == Ask(
        AskKind.PLACE_DIFFERS, (head, replace(head, id="d", postcode="6000AA"))
    )


def test_a_hit_wins_over_relations_that_may_or_may_not_be_it() -> None:
    without_postcode = replace(ZON, id="c", postcode=None)
    contradicting = replace(ZON, id="d", coc_number=COCS[1])
    assert decided(ZON, without_postcode, contradicting, coc_number=COCS[0]) == Found(ZON, promote=False)


def test_an_unusable_hit_shows_the_usable_ones_that_may_be_it() -> None:
    blocked = replace(ZON, is_blocked=True)
    without_postcode = replace(ZON, id="c", postcode=None)
    assert decided(blocked, without_postcode) == Unusable(((blocked, Why.BLOCKED),), (without_postcode,))


def test_a_question_names_the_unusable_ones_too() -> None:
    usable = replace(ZON, postcode=None)
    blocked = replace(ZON, id="b", postcode=None, is_blocked=True)
    assert decided(usable, blocked) == Ask(AskKind.NO_SECOND_FACT, (usable, blocked))
    assert decided(blocked) == Unusable(((blocked, Why.BLOCKED),))
    renamed = account("c", name="Zonnehof", coc_number=COCS[0], is_blocked=True)
    assert decided(renamed, coc_number=COCS[0]) == Ask(AskKind.NAME_DIFFERS, (renamed,), renamed)


def test_the_most_pressing_question_names_the_kind_and_an_equal_number_the_proposal() -> None:
    by_number = account("c", name="Zonnehof", coc_number=COCS[0])
    by_name = replace(ZON, postcode=None)
    assert decided(by_name, by_number, coc_number=COCS[0]) == Ask(AskKind.NAME_DIFFERS, (by_name, by_number), by_number)


def test_one_relation_twice_is_one() -> None:
    assert decided(ZON, ZON) == Found(ZON, promote=False)


def test_a_belgian_vat_number_is_the_number_of_a_relation_that_has_only_the_other() -> None:
    belgian = account("a", name="De Zon", postcode=None, country="BE", coc_number="0819.258.832")
    facts = {"name": "De Zon", "country": "BE", "postcode": "9000", "vat_number": "BE 0819.258.832"}
    assert decided(belgian, **facts) == Found(belgian, promote=False)
    assert decided(belgian, **facts | {"vat_number": None}) == Ask(AskKind.NO_SECOND_FACT, (belgian,), belgian)


@pytest.mark.parametrize(
    ("theirs", "points"),
    [
        (replace(ZON, street="Markt 1", coc_number=COCS[0]), 90.0),
        (replace(ZON, street="Markt 1"), 75.0),
        (ZON, 70.9),
        (replace(ZON, street=None, city=None), 69.0),
        (replace(ZON, street="Markt 1", city=None), 71.7),
    ],
)
def test_what_a_likeness_is_made_of(theirs: CrmAccount, points: float) -> None:
    customer = customer_of(debtor(name="De Zon BV", postcode="4811 AB", city="Breda", coc_number=COCS[0]), HOME, keyed)
    assert customer is not None
    assert score(customer, relation_of(theirs, HOME)) == pytest.approx(points, abs=0.1)


def test_candidates_are_ordered_by_likeness() -> None:
    customer = customer_of(debtor(name="De Zon BV", postcode="4811 AB", coc_number=COCS[0]), HOME, keyed)
    assert customer is not None
    likeness = [
        replace(ZON, coc_number=COCS[0]),
        ZON,
        replace(ZON, postcode=None),
        replace(ZON, postcode="9999XX", coc_number=COCS[1]),
        account(name="Maanlicht", postcode="9999XX"),
    ]
    scores = [score(customer, relation_of(one, HOME)) for one in likeness]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)
    assert all(0 <= value <= 100 for value in scores)
    assert decided() == New()
