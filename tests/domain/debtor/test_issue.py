"""The rules as they were agreed, spelled out: each line of the agreement and the cases from practice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from mice_exact_plugin.domain.debtor.customer import customer_of
from mice_exact_plugin.domain.debtor.matching import (
    Ask,
    Collective,
    Found,
    Match,
    New,
    PrivatePolicy,
    Unusable,
    Why,
    decide,
)
from mice_exact_plugin.domain.debtor.table import AskKind, Note
from mice_exact_plugin.domain.reference import CrmAccount
from tests.domain.build import DAY, account, debtor
from tests.domain.debtor.pairs import COCS, HOME, LONG, VATS, keyed

ZON = account("zon", name="De Zon BV", postcode="4811AB", city="Breda", street="Markt 1", email_key=keyed("zon@zon.nl"))
NUMBERED = replace(ZON, vat_number=VATS[0], coc_number=COCS[0])
BRUSSELS = account("jan", name="Jan Peeters", postcode="1000", country="BE", city="Brussel", street="Markt 1")


def decided(*accounts: CrmAccount, policy: PrivatePolicy = PrivatePolicy.NEW, **facts: Any) -> Match:
    """For De Zon of Breda without numbers, e-mail and street, and what a test changes of it."""
    bare = debtor(name="De Zon B.V.", postcode="4811 AB", city="Breda", country="NL", vat_number=None, coc_number=None)
    earlier = facts.pop("earlier", None)
    on = facts.pop("on", DAY)
    customer = customer_of(replace(bare, **{"address_line_1": None, "email": None} | facts), HOME, keyed)
    assert customer is not None
    return decide(customer, accounts, on=on, earlier_account_id=earlier, private_policy=policy, home_country=HOME)


def person(first: str = "Jan", last: str = "Peeters", **facts: Any) -> dict[str, Any]:
    plain = {"name": None, "first_name": first, "last_name": last, "postcode": "1000", "country": "BE"}
    return plain | {"city": "Brussel"} | facts


def test_name_and_postcode_equal_and_nothing_contradicts() -> None:
    assert decided(ZON) == Found(ZON, promote=False)
    assert decided(NUMBERED, vat_number=VATS[0]) == Found(NUMBERED, promote=False)


def test_a_prospect_and_a_suspect_are_made_customers() -> None:
    for status in ("P", "S", "A", None):
        prospect = replace(ZON, status=status)
        assert decided(prospect) == Found(prospect, promote=True)


def test_a_private_person_where_a_postcode_covers_a_town_needs_a_second_fact() -> None:
    assert decided(BRUSSELS, **person()) == New((BRUSSELS,))
    assert decided(BRUSSELS, **person(address_line_1="MARKT 1 ")) == Found(BRUSSELS, promote=False)
    assert decided(BRUSSELS, **person(), earlier="jan") == Found(BRUSSELS, promote=False)
    assert decided(BRUSSELS, **person(address_line_1="Markt 2")) == New((BRUSSELS,))
    assert decided(BRUSSELS, **person("J.")) == New()


def test_a_dutch_or_british_postcode_is_enough_for_a_private_person() -> None:
    dutch = account("nl", name="Jan Peeters", postcode="4811AB")
    british = account("gb", name="Jan Peeters", postcode="SW1A 1AA", country="GB")
    assert decided(dutch, british, **person(postcode="4811 ab", country=None)) == Found(dutch, promote=False)
    assert decided(dutch, british, **person(postcode="sw1a1aa", country="UK")) == Found(british, promote=False)


def test_the_private_person_without_a_second_fact_goes_by_the_setting() -> None:
    assert decided(BRUSSELS, policy=PrivatePolicy.NEW, **person(postcode=None)) == New((BRUSSELS,))
    asked = Ask(AskKind.NO_SECOND_FACT, (BRUSSELS,), BRUSSELS)
    assert decided(BRUSSELS, policy=PrivatePolicy.ASK, **person(postcode=None)) == asked
    assert decided(BRUSSELS, policy=PrivatePolicy.COLLECTIVE, **person(postcode=None)) == Collective((BRUSSELS,))
    assert decided(policy=PrivatePolicy.COLLECTIVE, **person(postcode=None)) == New()


def test_coc_equal_and_vat_different_is_that_relation_and_the_difference_is_shown() -> None:
    assert decided(NUMBERED, vat_number=VATS[1], coc_number=COCS[0]) == Found(NUMBERED, False, (Note.VAT_DIFFERS,))


def test_a_number_that_differs_and_none_equal_goes_to_a_person() -> None:
    asked = Ask(AskKind.NUMBER_DIFFERS, (NUMBERED,), NUMBERED)
    assert decided(NUMBERED, vat_number=VATS[1]) == asked
    assert decided(NUMBERED, coc_number=COCS[1], email="zon@zon.nl", earlier="zon") == asked


def test_another_postcode_or_country_is_a_new_relation_unless_a_number_is_equal() -> None:
    assert decided(NUMBERED, postcode="4811 AC") == New()
    assert decided(NUMBERED, country="België") == New()
    assert decided(NUMBERED, postcode="4811 AC", email="zon@zon.nl") == New((NUMBERED,))
    asked = Ask(AskKind.PLACE_DIFFERS, (NUMBERED,), NUMBERED)
    assert decided(NUMBERED, postcode="4811 AC", coc_number=COCS[0]) == asked
    assert decided(NUMBERED, country="België", vat_number=VATS[0]) == asked


@pytest.mark.parametrize(("ours", "theirs"), [(None, "4811AB"), ("4811 AB", None), (None, None), ("-", "4811AB")])
def test_a_missing_postcode_needs_a_second_fact(ours: str | None, theirs: str | None) -> None:
    zon = replace(NUMBERED, postcode=theirs)
    found = Found(zon, promote=False)
    assert decided(zon, postcode=ours, coc_number=COCS[0]) == found
    assert decided(zon, postcode=ours, email=" ZON@zon.nl") == found
    assert decided(zon, postcode=ours, address_line_1="markt 1") == found
    assert decided(zon, postcode=ours, earlier="zon") == found
    assert decided(zon, postcode=ours) == Ask(AskKind.NO_SECOND_FACT, (zon,), zon)
    assert decided(zon, postcode=ours, address_line_1="markt 1", city=None) == Ask(AskKind.NO_SECOND_FACT, (zon,), zon)


TOWNLESS = account("t", name="De Zon BV", postcode="1000", country=None, city=None)
BRUSSELS_ZON = replace(TOWNLESS, city="Brussel")
LAUSANNE = {"postcode": "1000", "country": "CH", "city": "Lausanne"}
BELGIAN = {"postcode": "1000", "country": "BE", "city": "Brussel"}


@pytest.mark.parametrize(
    ("relation", "facts"),
    [
        (BRUSSELS_ZON, LAUSANNE),
        (BRUSSELS_ZON, LAUSANNE | {"country": None}),
        (TOWNLESS, LAUSANNE),
        (TOWNLESS, BELGIAN),
        (replace(BRUSSELS_ZON, country="BE"), LAUSANNE | {"country": None}),
        (
            replace(TOWNLESS, postcode="50667", city="Köln"),
            {"postcode": "50667", "country": "FR", "city": "Kindwiller"},
        ),
    ],
)
def test_the_postcode_of_a_town_without_a_country_is_no_proof_of_place(
    relation: CrmAccount, facts: dict[str, Any]
) -> None:
    assert decided(relation, **facts) == Ask(AskKind.NO_SECOND_FACT, (relation,), relation)
    known = replace(relation, email_key=keyed("zon@zon.nl"))
    assert decided(known, **facts, email="zon@zon.nl") == Found(known, promote=False)


@pytest.mark.parametrize(
    ("relation", "facts"),
    [
        (BRUSSELS_ZON, BELGIAN),
        (BRUSSELS_ZON, BELGIAN | {"city": "BRUXELLES"}),
        (BRUSSELS_ZON, BELGIAN | {"country": None}),
        (replace(BRUSSELS_ZON, country="BE"), BELGIAN | {"country": None}),
        (TOWNLESS, BELGIAN | {"country": None}),
        (replace(BRUSSELS_ZON, postcode="B-1000", city=None), BELGIAN),
        (replace(BRUSSELS_ZON, country="BE", city="Laken"), BELGIAN),
        (account("n", name="De Zon BV", postcode="4811AB", country=None), {"city": "Ginneken"}),
    ],
)
def test_a_town_that_is_the_same_or_a_country_that_is_named_is_as_good_as_ever(
    relation: CrmAccount, facts: dict[str, Any]
) -> None:
    assert decided(relation, **facts) == Found(relation, promote=False)


def test_register_numbers_are_compared_within_one_country_only() -> None:
    danish = account("dk", name="Solskin Kongres ApS", postcode="1050", country="DK", coc_number="24256790")
    assert decided(danish, coc_number="24256790") == New()
    namesake = replace(danish, name="De Zon BV")
    assert decided(namesake, coc_number="24256790") == New()
    dutch = replace(danish, country="NL", postcode="4811AB")
    assert decided(dutch, coc_number="24256790") == Ask(AskKind.NAME_DIFFERS, (dutch,), dutch)
    polish = account("pl", name="Słońce Sp. z o.o.", postcode="00-950", country="PL", coc_number="0819258832")
    assert decided(polish, postcode="1000", country="BE", vat_number="BE0819258832") == New()


def test_names_that_differ_only_in_legal_form() -> None:
    assert decided(NUMBERED, name="De Zon", coc_number=COCS[0]) == Found(NUMBERED, False, (Note.LEGAL_FORM_DIFFERS,))
    assert decided(NUMBERED, name="De Zon") == Ask(AskKind.LEGAL_FORM, (NUMBERED,), NUMBERED)


def test_another_name_with_an_equal_number_is_proposed_and_can_be_confirmed_with_its_kind() -> None:
    asked = decided(NUMBERED, name="Zonnehof Exploitatie", postcode=None, country=None, vat_number=VATS[0])
    assert asked == Ask(AskKind.NAME_DIFFERS, (NUMBERED,), NUMBERED)
    assert decided(NUMBERED, name="Zonnehof Exploitatie", email="zon@zon.nl", earlier="zon") == New()


def test_no_name_at_all_is_nobody() -> None:
    assert customer_of(debtor(name="-", first_name=None, last_name=" "), HOME, keyed) is None


def test_two_names_that_share_their_first_fifty_characters() -> None:
    star = account("star", name=LONG[:50], postcode="4811AB", coc_number=COCS[0], email_key=keyed("a@b.nl"))
    moon = LONG.replace("Ster", "Maan")
    asked = Ask(AskKind.NAME_CUT, (star,), star)
    assert decided(star, name=moon) == asked
    assert decided(star, name=LONG) == asked
    assert decided(star, name=LONG, email="a@b.nl") == Found(star, False, (Note.NAME_CUT,))
    assert decided(star, name=LONG, coc_number=COCS[0]) == Found(star, False, (Note.NAME_CUT,))
    assert decided(star, name=moon, coc_number=COCS[1]) == Ask(AskKind.NUMBER_DIFFERS, (star,), star)
    assert decided(star, name=moon, postcode="4811 AC") == New((star,))


UNUSABLE = [
    ({"is_blocked": True}, Why.BLOCKED),
    ({"end_date": date(2026, 3, 13)}, Why.ENDED),
    ({"start_date": date(2026, 3, 15)}, Why.NOT_STARTED),
    ({"is_supplier": True, "status": "A"}, Why.SUPPLIER_ONLY),
    ({"is_supplier": True, "status": None}, Why.SUPPLIER_ONLY),
]


@pytest.mark.parametrize(("changes", "why"), UNUSABLE)
def test_only_an_unusable_relation_fits(changes: dict[str, Any], why: Why) -> None:
    unusable = replace(ZON, **changes)
    assert decided(unusable) == Unusable(((unusable, why),))
    usable = replace(ZON, id="other")
    assert decided(unusable, usable) == Found(usable, promote=False)


@pytest.mark.parametrize(
    "changes",
    [
        {"end_date": date(2026, 3, 14)},
        {"start_date": date(2026, 3, 14)},
        {"is_supplier": True},
        {"is_supplier": True, "status": "P"},
    ],
)
def test_the_invoice_date_decides_who_is_active_and_a_supplier_may_be_a_customer(changes: dict[str, Any]) -> None:
    assert isinstance(decided(replace(ZON, **changes)), Found)


def test_a_relation_that_ended_is_fine_for_an_invoice_of_before() -> None:
    ended = replace(ZON, end_date=date(2026, 3, 13))
    assert decided(ended, on=date(2026, 3, 13)) == Found(ended, promote=False)


def test_an_anonymised_relation_is_gone() -> None:
    assert decided(replace(ZON, is_anonymised=True)) == New()


def test_an_unreadable_country_fits_no_country() -> None:
    assert decided(ZON, country="Nederlnad") == Ask(AskKind.NO_SECOND_FACT, (ZON,), ZON)
    assert decided(ZON, country="Nederlnad", email="zon@zon.nl") == Found(ZON, promote=False)


def test_a_postcode_that_the_country_does_not_have_agrees_with_itself_alone() -> None:
    odd = replace(ZON, postcode="543 21")
    assert decided(odd, postcode="54321") == Found(odd, promote=False)
    assert decided(odd, postcode="54322") == Ask(AskKind.NO_SECOND_FACT, (odd,), odd)
    assert decided(replace(odd, name="Jan Peeters"), **person(postcode="54321", country="NL")) != Found(
        odd, promote=False
    )


def test_what_the_mirror_has_not_read_is_neither_equal_nor_missing() -> None:
    unread = replace(BRUSSELS, street=None, unknown=frozenset({"street", "email"}))
    asked = Ask(AskKind.NOT_READ_YET, (unread,), unread)
    assert decided(unread, **person(address_line_1="Markt 1")) == asked
    assert decided(unread, **person()) == New((unread,))
    assert decided(replace(ZON, unknown=frozenset({"street", "email"})), email="x@y.nl") != asked
