"""An invoice with a code for the EU: what number and relation must have, what a person may accept, what is marked."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from mice_exact_plugin.decisions.ways_on import fillable
from mice_exact_plugin.domain.entry.acceptance import NOTHING, Acceptance, Accepted, Kind, accepted, followed
from mice_exact_plugin.domain.entry.eu_sales import QUESTIONS, Need, Relation, refused
from mice_exact_plugin.domain.entry.mapper import Blocked, Mapped, NothingToBook, map_invoice
from mice_exact_plugin.domain.invoice import Invoice
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.reference import ReferenceData
from mice_exact_plugin.domain.remarks import RemarkCode
from tests.domain.build import SETTINGS, SHIFTED, debtor, invoice, line, reference, vat_code

GERMAN = "DE136695976"
#: Valid of form, and the last digit should be another.
ODD = "DE123456789"
EU_SETTINGS = replace(SETTINGS, rate_group_vat_codes={"verlegd": "7"})
WITH_NUMBER = Relation("Freie Planer GmbH", "143", "DE 136 695 976")
WITHOUT = Relation("Freie Planer GmbH", "143", None)


def books(home: str = "NL", **code: Any) -> ReferenceData:
    plain = reference()
    eu = replace(vat_code("7", "0", type="B", eu_listing="S"), **code)
    division = replace(plain.division, country=home)
    return replace(plain, vat_codes={**plain.vat_codes, "7": eu}, division=division)


def sold(number: str | None = GERMAN, country: str | None = "DE", **changes: Any) -> Invoice:
    return invoice(line("100.00", "0.00", SHIFTED), debtor=debtor(vat_number=number, country=country), **changes)


def map_it(
    source: Invoice, relation: Relation | None = WITH_NUMBER, held: Accepted = NOTHING, **options: Any
) -> Mapped | NothingToBook | Blocked:
    settings = replace(EU_SETTINGS, fills_vat_numbers=options.get("fills", False))
    data = options.get("data") or books()
    return map_invoice(source, settings, data, debtor_has_payment_condition=True, relation=relation, accepted=held)


def problem_of(outcome: object) -> Problem:
    assert isinstance(outcome, Blocked), outcome
    (problem,) = outcome.problems
    return problem


def anyway(problem: Problem) -> Accepted:
    return accepted([Acceptance(Kind.EU_NUMBER, problem.params)])


@pytest.mark.parametrize("listing", ["S", "L", "T"])
@pytest.mark.parametrize(
    ("home", "number", "country", "code"),
    [
        ("NL", GERMAN, "DE", None),
        ("BE", GERMAN, "DE", None),
        ("DE", GERMAN, "DE", Code.EU_NUMBER_OWN_STATE),
        ("NL", None, "DE", Code.EU_NUMBER_MISSING),
        ("BE", None, "NL", Code.EU_NUMBER_MISSING),
        ("NL", "DE123456789", "DE", None),
        ("NL", "DE12345678", "DE", Code.EU_NUMBER_INVALID),
        ("NL", "NL001234567B13", "NL", Code.EU_NUMBER_OWN_STATE),
        ("BE", "BE0123456749", "BE", Code.EU_NUMBER_OWN_STATE),
        ("NL", "BE0123456749", "BE", None),
        ("NL", "GB432525179", "GB", Code.EU_NUMBER_OUTSIDE),
    ],
)
def test_a_code_for_the_eu_needs_a_number_of_another_state(
    listing: str, home: str, number: str | None, country: str, code: Code | None
) -> None:
    outcome = map_it(sold(number, country), data=books(home, eu_listing=listing))
    assert isinstance(outcome, Mapped) if code is None else problem_of(outcome).code is code


@pytest.mark.parametrize("listing", ["N", "unknown"])
def test_a_code_that_is_in_no_listing_or_of_which_that_is_not_known_yet_needs_none(listing: str) -> None:
    assert isinstance(map_it(sold(None, "NL"), data=books(eu_listing=listing)), Mapped)


def test_an_ordinary_invoice_of_a_dutch_customer_is_not_asked_anything() -> None:
    outcome = map_it(invoice(line("100.00", "21.00"), debtor=debtor(vat_number=None)))
    assert isinstance(outcome, Mapped)
    assert (outcome.must_keep, outcome.fill, outcome.marks) == (None, None, ())


@pytest.mark.parametrize(
    ("number", "country"),
    [(None, "DE"), ("DE12345678", "DE"), ("NL001234567B13", "NL"), ("GB432525179", "GB"), ("XI432525179", "GB")],
)
def test_book_anyway_holds_for_the_number_that_was_seen_and_is_marked(number: str | None, country: str) -> None:
    asked = problem_of(map_it(sold(number, country), None))
    assert asked.code in QUESTIONS
    outcome = map_it(sold(number, country), None, anyway(asked))
    assert isinstance(outcome, Mapped)
    assert outcome.marks == ((RemarkCode.EU_CODE_ANYWAY, {"code": "7"}),)
    assert outcome.must_keep is None
    changed = map_it(sold("FR1", "FR"), None, anyway(asked))
    assert problem_of(changed).code is Code.EU_NUMBER_INVALID


def test_another_code_for_this_invoice_asks_nothing_more() -> None:
    held = accepted([Acceptance(Kind.VAT_CODE, {"from": "7", "to": "5"})])
    outcome = map_it(sold(None), None, held)
    assert isinstance(outcome, Mapped)
    assert [item.vat_code for item in outcome.entry.lines] == ["5"]


def test_another_code_must_fit_too() -> None:
    held = accepted([Acceptance(Kind.VAT_CODE, {"from": "7", "to": "2"})])
    assert problem_of(map_it(sold(None), None, held)).code is Code.VAT_CODE_UNSUITABLE


def test_a_new_relation_is_not_made_without_the_number() -> None:
    outcome = map_it(sold(), None)
    assert isinstance(outcome, Mapped)
    assert outcome.must_keep == Need("7", "S", "0", GERMAN)
    outcome = map_it(sold(), None, anyway(refused(outcome.must_keep)))
    assert isinstance(outcome, Mapped)
    assert outcome.must_keep is None
    assert outcome.marks == ((RemarkCode.EU_CODE_ANYWAY, {"code": "7"}),)


def test_a_relation_without_the_number_waits_for_a_person_or_is_filled_in() -> None:
    asked = problem_of(map_it(sold(), WITHOUT))
    assert asked.code is Code.EU_NUMBER_NOT_IN_EXACT
    assert asked.params["relation"] == "143"
    as_it_is = map_it(sold(), WITHOUT, anyway(asked))
    by_person = map_it(sold(), WITHOUT, accepted([Acceptance(Kind.FILL_NUMBER, {"number": GERMAN})]))
    by_setting = map_it(sold(), WITHOUT, fills=True)
    another = map_it(sold(), WITHOUT, accepted([Acceptance(Kind.FILL_NUMBER, {"number": "BE0123456749"})]))
    assert [
        isinstance(found, Mapped) and found.fill and found.fill.number
        for found in (as_it_is, by_person, by_setting, another)
    ] == [
        None,
        GERMAN,
        GERMAN,
        False,
    ]


@pytest.mark.parametrize("number", [None, "NL004495445B01"])
def test_the_collective_relation_never_gets_the_number_of_one_customer(number: str | None) -> None:
    collective = Relation("Particulieren", "900", number, is_collective=True)
    held = accepted([Acceptance(Kind.FILL_NUMBER, {"number": GERMAN})])
    asked = problem_of(map_it(sold(), collective, held, fills=True))
    assert (asked.code, asked.params["state"]) == (Code.EU_NUMBER_NOT_IN_EXACT, "collective")
    assert fillable([asked]) == ()
    outcome = map_it(sold(), collective, anyway(asked), fills=True)
    assert isinstance(outcome, Mapped)
    assert outcome.fill is None


@pytest.mark.parametrize("number", ["DE 136 695 976", "136695976", "USt-IdNr. DE136695976"])
@pytest.mark.parametrize("fills", [True, False])
def test_a_relation_with_the_number_of_the_invoice_is_in_order(number: str, *, fills: bool) -> None:
    outcome = map_it(sold(), replace(WITHOUT, vat_number=number, country="DE"), fills=fills)
    assert isinstance(outcome, Mapped)
    assert (outcome.fill, outcome.marks) == (None, ())


def test_another_number_that_can_stand_in_the_listing_is_the_bookkeepers_and_marked() -> None:
    outcome = map_it(sold(), replace(WITHOUT, vat_number="FR 40 303265045"), fills=True)
    assert isinstance(outcome, Mapped)
    shown = {"relation": "143", "name": WITHOUT.name, "theirs": "FR40303265045", "number": GERMAN}
    assert (outcome.fill, outcome.marks) == (None, ((RemarkCode.EU_NUMBER_DIFFERS, shown),))


UNFIT = {
    "NL004495445B01": "own_state",
    "DE12345678": "invalid",
    "DE123456789": "invalid",
    "GB432525179": "outside",
    "XI432525179": "goods_only",
    "n.v.t.": "missing",
    "-": "missing",
    "aangevraagd": "invalid",
}


@pytest.mark.parametrize(("theirs", "why"), UNFIT.items())
def test_a_number_in_exact_that_cannot_stand_in_the_listing_holds_the_invoice(theirs: str, why: str) -> None:
    relation = replace(WITHOUT, vat_number=theirs, country="DE")
    person = accepted([Acceptance(Kind.FILL_NUMBER, {"number": GERMAN})])
    for held, fills in ((NOTHING, False), (NOTHING, True), (person, False)):
        asked = problem_of(map_it(sold(), relation, held, fills=fills))
        assert asked.code is Code.EU_NUMBER_UNFIT_IN_EXACT
        assert asked.code in QUESTIONS
        said = {name: asked.params[name] for name in ("code", "name", "relation", "theirs", "number", "why")}
        assert said == {
            "code": "7", "name": WITHOUT.name, "relation": "143", "theirs": theirs, "number": GERMAN, "why": why
        }  # fmt: skip
        assert fillable([asked]) == ()


def test_book_anyway_holds_for_the_number_in_exact_that_was_seen() -> None:
    relation = replace(WITHOUT, vat_number="NL004495445B01")
    asked = problem_of(map_it(sold(), relation))
    outcome = map_it(sold(), relation, anyway(asked), fills=True)
    assert isinstance(outcome, Mapped)
    assert (outcome.fill, outcome.marks) == (None, ((RemarkCode.EU_CODE_ANYWAY, {"code": "7"}),))
    changed = map_it(sold(), replace(WITHOUT, vat_number="NL009999916B36"), anyway(asked))
    assert problem_of(changed).code is Code.EU_NUMBER_UNFIT_IN_EXACT
    assert problem_of(map_it(sold(), WITHOUT, anyway(asked))).code is Code.EU_NUMBER_NOT_IN_EXACT


def test_the_same_odd_number_on_both_sides_is_only_marked() -> None:
    outcome = map_it(sold(ODD), replace(WITHOUT, vat_number=ODD))
    assert isinstance(outcome, Mapped)
    assert outcome.marks == ((RemarkCode.VAT_NUMBER_CHECK_DIGITS, {"number": ODD}),)


def test_a_number_that_does_not_add_up_is_never_filled_in() -> None:
    by_person = accepted([Acceptance(Kind.FILL_NUMBER, {"number": ODD})])
    for held, fills in ((NOTHING, False), (NOTHING, True), (by_person, False)):
        asked = problem_of(map_it(sold(ODD), WITHOUT, held, fills=fills))
        assert asked.code is Code.EU_NUMBER_DOUBTFUL
        assert fillable([asked]) == ()
    outcome = map_it(sold(ODD), WITHOUT, anyway(asked), fills=True)
    assert isinstance(outcome, Mapped)
    assert outcome.fill is None
    marks = {RemarkCode.EU_CODE_ANYWAY, RemarkCode.VAT_NUMBER_CHECK_DIGITS}
    assert {code for code, _ in outcome.marks} == marks


def test_an_address_outside_the_state_is_only_marked() -> None:
    outcome = map_it(sold(country="BE"))
    assert isinstance(outcome, Mapped)
    assert outcome.marks == ((RemarkCode.EU_ADDRESS, {"number": GERMAN, "country": "BE"}),)


def test_check_digits_that_do_not_add_up_are_only_marked_where_a_relation_is_new() -> None:
    outcome = map_it(sold("DE 123 456 789"), None)
    assert isinstance(outcome, Mapped)
    assert outcome.marks == ((RemarkCode.VAT_NUMBER_CHECK_DIGITS, {"number": ODD}),)
    assert outcome.must_keep
    assert outcome.must_keep.number == ODD


@pytest.mark.parametrize("number", [None, "DE1", "NL001234567B13"])
@pytest.mark.parametrize("relation", [None, WITH_NUMBER, WITHOUT])
def test_a_credit_takes_back_what_was_booked_whatever_its_number(number: str | None, relation: Relation | None) -> None:
    credit = invoice(line("-100.00", "0.00", SHIFTED), debtor=debtor(vat_number=number), is_credit=True)
    waiting = followed(NOTHING, NOTHING, is_booked=False)
    assert isinstance(map_it(credit, relation, waiting), Blocked)
    booked = followed(NOTHING, NOTHING, is_booked=True)
    outcome = map_it(credit, relation, booked)
    assert isinstance(outcome, Mapped)
    assert outcome.marks == ((RemarkCode.EU_CODE_ANYWAY, {"code": "7"}),)


def test_a_credit_gives_a_good_number_to_a_new_relation_all_the_same() -> None:
    """That the code is taken back says nothing of the number; nothing is asked of a relation that is there."""
    credit = invoice(line("-100.00", "0.00", SHIFTED), debtor=debtor(vat_number=GERMAN, country="DE"), is_credit=True)
    booked = followed(NOTHING, NOTHING, is_booked=True)
    new, known = map_it(credit, None, booked), map_it(credit, WITHOUT, booked)
    assert isinstance(new, Mapped)
    assert isinstance(known, Mapped)
    assert (new.must_keep, new.marks) == (Need("7", "S", "0", GERMAN), ())
    assert (known.must_keep, known.marks) == (None, ((RemarkCode.EU_CODE_ANYWAY, {"code": "7"}),))


def test_what_a_person_is_told_of_a_relation_without_the_number() -> None:
    told = {"code": "7", "listing": "S", "rate": "0", "number": GERMAN, "state": "relation"}
    asked = problem_of(map_it(sold(), WITHOUT))
    assert asked.params == told | {"name": WITHOUT.name, "relation": "143"}
    missing = problem_of(map_it(sold(None), WITHOUT))
    assert missing.params == told | {"number": "", "state": "missing"}


def test_a_credit_takes_the_code_that_was_chosen_for_its_original() -> None:
    original = accepted([Acceptance(Kind.VAT_CODE, {"from": "7", "to": "5"})])
    credit = invoice(line("-100.00", "0.00", SHIFTED), debtor=debtor(vat_number=None), is_credit=True)
    outcome = map_it(credit, None, followed(NOTHING, original, is_booked=True))
    assert isinstance(outcome, Mapped)
    assert [item.vat_code for item in outcome.entry.lines] == ["5"]
    own = accepted([Acceptance(Kind.VAT_CODE, {"from": "7", "to": "6"})])
    outcome = map_it(credit, None, followed(own, original, is_booked=True))
    assert isinstance(outcome, Mapped)
    assert [item.vat_code for item in outcome.entry.lines] == ["6"]


def test_all_problems_still_come_at_once() -> None:
    outcome = map_it(sold(None, currency="USD"))
    assert isinstance(outcome, Blocked)
    assert [problem.code for problem in outcome.problems] == [Code.CURRENCY, Code.EU_NUMBER_MISSING]
