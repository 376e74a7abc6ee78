"""Matching over many invoices and relations drawn at random: what must hold whatever they say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from hypothesis import assume, given
from hypothesis import strategies as st

from mice_exact_plugin.domain.debtor.comparison import compare_numbers
from mice_exact_plugin.domain.debtor.countries import country_code
from mice_exact_plugin.domain.debtor.customer import customer_of, look_up, new_relation, relation_of
from mice_exact_plugin.domain.debtor.matching import Ask, Found, Match, New, PrivatePolicy, decide, holds, score
from mice_exact_plugin.domain.debtor.names import kept_by_exact, normal_name, spellings, stem
from mice_exact_plugin.domain.debtor.numbers import coc_number, vat_number
from mice_exact_plugin.domain.debtor.places import (
    NotOfTheCountry,
    email_address,
    normal_city,
    normal_street,
    postcode_of,
)
from mice_exact_plugin.domain.debtor.table import Numbers
from tests.domain.build import DAY, account, debtor
from tests.domain.debtor.pairs import COCS, HOME, LONG, VATS, keyed

if TYPE_CHECKING:
    from mice_exact_plugin.domain.debtor.customer import Customer
    from mice_exact_plugin.domain.invoice import Debtor
    from mice_exact_plugin.domain.reference import CrmAccount

#: Few letters of many kinds: marks, ligatures, other scripts, wide and no-break space, what folding makes longer.
texts = st.text("abBVen.é&+%#12'-|  \n\u00a0\u3000ßæĳŁΩ花🎉ﬃ½İ\u0301 vd", min_size=1, max_size=80)
company_names = st.sampled_from(
    ["De Zon BV", "de zon b.v.", "De Zon", "De Zon NV", "BV De Zon", "Müller & Söhne", "Mueller und Soehne",
     "Zon en Maan", "Zon & Maan", LONG, LONG.replace("Ster", "Maan"), LONG[:50], "particulier", "-"]
)  # fmt: skip
persons = st.sampled_from(
    [("Jan", "Peeters"), ("J.", "Peeters"), ("Anna", "v.d. Berg"), ("Anna", "van den Berg"), (None, None)]
)
postcodes = st.sampled_from([None, "4811 AB", "4811ab", "NL-4811AB", "4811", "1000", "B-1000", "D-50667", "50667", "x"])
countries = st.sampled_from([None, "NL", "Nederland", "BE", "België", "DE", "duitsland", "Nederlnad", "LU"])
vats = st.sampled_from([None, *VATS, "NL 1234.36.771.B01", "NL1"])
cocs = st.sampled_from([None, *COCS, "KvK 38480752", "0819.258.832", "1"])
emails = st.sampled_from([None, "a@b.nl", "A@b.nl ", "c@d.nl", "a@b.nl; c@d.nl"])
streets = st.sampled_from([None, "Markt 1", "MARKT 1", "Kade 2", "Markt"])
cities = st.sampled_from([None, "Breda", "breda ", "Gent"])
unread = st.sampled_from([frozenset[str](), frozenset({"email", "street", "start_date"})])


@st.composite
def debtors(draw: st.DrawFn) -> Debtor:
    first, last = draw(persons)
    return debtor(
        name=draw(st.none() | company_names),
        first_name=first,
        last_name=last,
        address_line_1=draw(streets),
        postcode=draw(postcodes),
        city=draw(cities),
        country=draw(countries),
        email=draw(emails),
        vat_number=draw(vats),
        coc_number=draw(cocs),
    )


@st.composite
def accounts(draw: st.DrawFn, /, **fixed: Any) -> CrmAccount:
    first, last = draw(persons)
    email = email_address(draw(emails))
    return replace(
        account(
            draw(st.sampled_from("abcdefgh")),
            name=kept_by_exact(draw(company_names | st.just(f"{first or ''} {last or 'Peeters'}"))),
            postcode=draw(postcodes),
            country=draw(countries),
            city=draw(cities),
            street=draw(streets),
            vat_number=draw(vats),
            coc_number=draw(cocs),
            email_key=keyed(email) if email else None,
            unknown=draw(unread),
            is_blocked=draw(st.booleans()),
            status=draw(st.sampled_from(["C", "P", None])),
        ),
        **fixed,
    )


def decided(customer: Customer, candidates: list[CrmAccount], earlier: str | None = None) -> Match:
    return decide(
        customer,
        candidates,
        on=DAY,
        earlier_account_id=earlier,
        private_policy=PrivatePolicy.NEW,
        home_country=HOME,
    )


def known(host: Debtor) -> Customer:
    customer = customer_of(host, HOME, keyed)
    assume(customer is not None)
    assert customer is not None
    return customer


relations = st.lists(accounts(), max_size=5, unique_by=lambda one: one.id)
earlier_ids = st.none() | st.sampled_from("abcdefgh")


@given(debtors(), relations, earlier_ids, st.randoms())
def test_the_order_of_candidates_never_matters(
    host: Debtor, found: list[CrmAccount], earlier: str | None, dice: Any
) -> None:
    customer, shuffled = known(host), list(found)
    dice.shuffle(shuffled)
    assert decided(customer, found, earlier) == decided(customer, shuffled, earlier)


@given(debtors(), relations, earlier_ids)
def test_a_relation_is_never_found_when_a_number_contradicts(
    host: Debtor, found: list[CrmAccount], earlier: str | None
) -> None:
    customer = known(host)
    outcome = decided(customer, found, earlier)
    if isinstance(outcome, Found):
        relation = relation_of(outcome.account, HOME)
        assert compare_numbers(customer, relation) not in (Numbers.DIFFERS, Numbers.VAT_ONLY)
        assert None in (customer.country, relation.country) or customer.country == relation.country
        assert not outcome.account.is_blocked
        assert not outcome.account.is_anonymised


@given(debtors(), relations, accounts(is_blocked=True, id="z"), earlier_ids)
def test_an_unusable_relation_never_changes_what_is_found(
    host: Debtor, found: list[CrmAccount], blocked: CrmAccount, earlier: str | None
) -> None:
    customer = known(host)
    outcome = decided(customer, found, earlier)
    if isinstance(outcome, Found):
        assert decided(customer, [*found, blocked], earlier) == outcome


@given(debtors(), relations, accounts(is_anonymised=True, id="z"))
def test_an_anonymised_relation_changes_nothing(host: Debtor, found: list[CrmAccount], gone: CrmAccount) -> None:
    customer = known(host)
    assert decided(customer, [*found, gone]) == decided(customer, found)


@given(debtors(), accounts())
def test_whoever_may_be_the_customer_is_looked_up(host: Debtor, one: CrmAccount) -> None:
    customer, relation = known(host), relation_of(one, HOME)
    if decided(customer, [one]) != New():
        key = look_up(customer)
        assert (
            stem(one.name) in key.stems
            or (key.vat_number is not None and relation.vat_number == key.vat_number)
            or (key.coc_number is not None and relation.coc_number == key.coc_number)
        )


@given(debtors(), relations, earlier_ids)
def test_another_spelling_of_the_invoice_changes_nothing(
    host: Debtor, found: list[CrmAccount], earlier: str | None
) -> None:
    customer, again = known(host), known(_respelled(host))
    assert decided(again, found, earlier) == decided(customer, found, earlier)
    assert holds(customer, again)


@given(debtors(), relations)
def test_another_spelling_of_the_relations_changes_nothing(host: Debtor, found: list[CrmAccount]) -> None:
    customer = known(host)
    respelled = {one.id: _respelled_account(one) for one in found}
    assert _ids(decided(customer, list(respelled.values()))) == _ids(decided(customer, found))


@given(debtors())
def test_a_relation_made_of_an_invoice_is_found_for_the_next_one(host: Debtor) -> None:
    """Or asked about, where its facts are too few or its name was cut; it is never made a second time in silence."""
    customer, sent = known(host), new_relation(host, HOME)
    assert sent is not None
    address = email_address(sent.email)
    made = account(
        name=sent.name,
        postcode=sent.postcode,
        country=sent.country,
        city=sent.city,
        street=sent.address_line_1,
        vat_number=sent.vat_number,
        coc_number=sent.coc_number,
        email_key=keyed(address) if address else None,
    )
    outcome = decided(customer, [made])
    assert isinstance(outcome, Found | Ask) or (isinstance(outcome, New) and outcome.possibly == (made,))
    assert isinstance(decided(customer, [made], "a"), Found)


@given(debtors(), accounts())
def test_a_score_is_between_none_and_all(host: Debtor, one: CrmAccount) -> None:
    assert 0 <= score(known(host), relation_of(one, HOME)) <= 100


@given(texts)
def test_the_normal_form_of_a_name_is_normal(name: str) -> None:
    assume(name.strip())
    assert normal_name(name)
    assert normal_name(normal_name(name)) == normal_name(name)
    assert normal_name(name) in spellings(name)


@given(texts, texts)
def test_equal_names_stand_under_one_key(one: str, other: str) -> None:
    if spellings(one) & spellings(other):
        assert stem(one) == stem(other)


@given(postcodes | texts, st.none() | st.sampled_from(["NL", "BE", "PT", "LV", "GB", "US", "XK"]))
def test_the_normal_form_of_a_postcode_is_normal(text: str | None, country: str | None) -> None:
    try:
        found = postcode_of(text, country)
    except NotOfTheCountry:
        return
    if found is not None:
        place = country or found.country
        for form in (found.normal, found.written):
            again = postcode_of(form, place)
            assert again is not None
            assert again.normal == found.normal


@given(texts | streets | emails | vats | cocs | countries)
def test_the_other_normal_forms_are_normal(text: str | None) -> None:
    for normal in (
        normal_street,
        normal_city,
        email_address,
        country_code,
        lambda value: vat_number(value, "NL", HOME),
        lambda value: coc_number(value, "NL", HOME),
    ):
        form = normal(text)
        assert form is None or normal(form) == form


def _respelled(host: Debtor) -> Debtor:
    return replace(
        host,
        name=_louder(host.name),
        first_name=_louder(host.first_name),
        last_name=_louder(host.last_name),
        address_line_1=_louder(host.address_line_1),
        postcode=_louder(host.postcode),
        city=_louder(host.city),
        email=_louder(host.email),
        vat_number=_louder(host.vat_number),
        coc_number=_louder(host.coc_number),
    )


def _respelled_account(one: CrmAccount) -> CrmAccount:
    name = _louder(one.name) or ""
    return replace(
        one,
        # A name as long as Exact's limit is not made longer: there is no room.
        name=name if len(one.name) < 49 else one.name.upper(),
        postcode=_louder(one.postcode),
        city=_louder(one.city),
        street=_louder(one.street),
        country=f"{one.country} " if one.country else None,
        vat_number=_louder(one.vat_number),
        coc_number=_louder(one.coc_number),
    )


def _louder(text: str | None) -> str | None:
    """In capitals, with blanks doubled and around it."""
    return None if text is None else f" {text.upper().replace(' ', '  ')} "


def _ids(outcome: Match) -> tuple[str, ...]:
    match outcome:
        case Found(account=found):
            return ("found", found.id)
        case Ask(kind=kind, accounts=asked):
            return ("ask", kind, *(one.id for one in asked))
        case _:
            return (type(outcome).__name__,)
