"""Which ground a line has, which code that gives, and what of the customer must fit it; a table each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any

import pytest

from mice_exact_plugin.domain.entry.acceptance import Acceptance, Kind, accepted
from mice_exact_plugin.domain.entry.mapper import Blocked, Mapped, map_invoice
from mice_exact_plugin.domain.entry.vat_mapping import Ground, ground_of
from mice_exact_plugin.domain.invoice import Debtor, Invoice, InvoiceLine, LineKind, Situation
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.reference import ReferenceData
from mice_exact_plugin.domain.settings import LinkSettings
from mice_exact_plugin.domain.situations import (
    CHOSEN,
    SituationSettings,
    is_possible,
    situation_of,
    suggest_code,
    suggest_situation,
)
from tests.domain.build import DAY, HIGH, SETTINGS, SHIFTED, debtor, invoice, line, rate_group, reference, vat_code

S, Z, E, AE, K, G, O, DEPOSIT, UNSPECIFIED = Situation  # noqa: E741
FREE = rate_group("vrij", "0", "8050")
#: One code for each ground, named after it.
OWN = {situation: f"c-{situation}" for situation in CHOSEN}
CODES = {
    **reference().vat_codes,
    **{OWN[each]: vat_code(OWN[each], "0", type="B", eu_listing="L" if each is K else "N") for each in CHOSEN},
}
BOOKS = reference(vat_codes=CODES)
BY_SITUATION = replace(SETTINGS, situations=SituationSettings(OWN, {"verlegd": AE}))
WITHOUT_OLD = replace(BY_SITUATION, vat_codes={Decimal(21): "2"})


def untaxed(told: Situation | None = None, **changes: Any) -> InvoiceLine:
    return line("100.00", "0.00", FREE, situation=told, **changes)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (untaxed(K), K),
        (line("1", "0.21", HIGH, situation=AE), AE),
        (line("1", "0.21", HIGH), S),
        (line("1", "0.21", HIGH, kind=LineKind.DEPOSIT), S),
        (untaxed(kind=LineKind.DEPOSIT), DEPOSIT),
        (untaxed(kind=LineKind.DEPOSIT_SETTLEMENT), DEPOSIT),
        (untaxed(O, kind=LineKind.DEPOSIT), O),
        (line("1", "0", SHIFTED), AE),
        (line("1", "0", SHIFTED, situation=E), E),
        (line("1", "0", SHIFTED, situation=S), AE),
        (untaxed(), None),
        (untaxed(S), None),
    ],
)
def test_the_ground_is_the_host_s_then_that_of_rate_kind_and_rate_group(
    given: InvoiceLine, expected: Situation | None
) -> None:
    assert situation_of(given, Decimal(given.vat_rate), BY_SITUATION.situations) is expected


@pytest.mark.parametrize("told", CHOSEN[:5])
def test_each_ground_has_its_own_code_or_is_held_for_it(told: Situation) -> None:
    found = ground_of(untaxed(told), BY_SITUATION, BOOKS, DAY)
    assert isinstance(found, Ground)
    assert (found.code.code, found.situation) == (OWN[told], told)
    others = {each: code for each, code in OWN.items() if each is not told}
    without = replace(SETTINGS, situations=SituationSettings(others))
    lacking = Problem(Code.VAT_SITUATION_UNMAPPED, {"rate": "0", "situation": told})
    assert ground_of(untaxed(told), without, BOOKS, DAY) == lacking


def test_while_one_code_stands_for_all_that_is_zero_nothing_changes() -> None:
    for told in (None, *CHOSEN):
        found = ground_of(untaxed(told), SETTINGS, BOOKS, DAY)
        assert found == Ground(UNSPECIFIED, CODES["5"], Decimal(0))


def test_without_that_code_an_unknown_ground_is_asked_for() -> None:
    old = ground_of(untaxed(), BY_SITUATION, BOOKS, DAY)
    assert isinstance(old, Ground)
    assert (old.code.code, old.situation) == ("5", UNSPECIFIED)
    needed = Problem(Code.VAT_SITUATION_NEEDED, {"rate": "0", "group": "Groep vrij"})
    assert ground_of(untaxed(), WITHOUT_OLD, BOOKS, DAY) == needed
    loose = ground_of(untaxed(rate_group=None), WITHOUT_OLD, BOOKS, DAY)
    assert loose == Problem(Code.VAT_SITUATION_NEEDED, {"rate": "0", "group": ""})


def test_vat_that_a_ground_excludes_is_not_booked() -> None:
    found = ground_of(line("1", "0.21", HIGH, situation=K), BY_SITUATION, BOOKS, DAY)
    assert found == Problem(Code.VAT_SITUATION_CONTRADICTS, {"rate": "21", "situation": K})


def test_a_rate_group_s_exception_holds_for_its_own_ground_only() -> None:
    settings = replace(BY_SITUATION, rate_group_vat_codes={"verlegd": "6"})
    used = [ground_of(line("1", "0", SHIFTED, situation=told), settings, BOOKS, DAY) for told in (None, AE, E)]
    assert [each.code.code for each in used if isinstance(each, Ground)] == ["6", "6", OWN[E]]


@pytest.mark.parametrize("told", [E, G, O, Z])
def test_a_code_that_exact_lists_within_the_eu_is_for_no_other_ground(told: Situation) -> None:
    wrong = replace(SETTINGS, situations=SituationSettings({told: OWN[K]}))
    found = ground_of(untaxed(told), wrong, BOOKS, DAY)
    assert found == Problem(Code.VAT_CODE_KIND, {"code": OWN[K], "rate": "0", "sort": "listed"})


def test_ordinary_vat_is_not_booked_under_a_code_that_exact_lists_within_the_eu() -> None:
    books = reference(vat_codes={"2": vat_code("2", "21", eu_listing="S")})
    found = ground_of(line("1", "0.21"), SETTINGS, books, DAY)
    assert found == Problem(Code.VAT_CODE_KIND, {"code": "2", "rate": "21", "sort": "listed"})


def test_two_grounds_in_one_invoice_are_two_lines_even_under_one_code() -> None:
    for codes in (OWN, {**OWN, Z: OWN[E]}):
        settings = replace(SETTINGS, situations=SituationSettings(codes))
        mapped = mapped_of(invoice(untaxed(E), untaxed(Z), untaxed(E)), settings, BOOKS)
        assert isinstance(mapped, Mapped)
        assert [entry.net for entry in mapped.entry.lines] == [200, 100]
        assert mapped.placed.situations == [E, Z]


def mapped_of(source: Invoice, settings: LinkSettings, books: ReferenceData, **options: Any) -> Any:
    return map_invoice(source, settings, books, debtor_has_payment_condition=True, **options)


GERMAN = debtor(country="Duitsland", vat_number="DE136695976")
BRITISH = debtor(country="UK", vat_number=None)


@pytest.mark.parametrize(
    ("told", "customer", "problem"),
    [
        (AE, debtor(vat_number="NL123456782B90"), None),
        (AE, GERMAN, None),
        (AE, debtor(vat_number=None), (Code.VAT_NUMBER_NEEDED, "missing")),
        (AE, debtor(vat_number="n.v.t."), (Code.VAT_NUMBER_NEEDED, "missing")),
        (AE, debtor(vat_number="NL12"), (Code.VAT_NUMBER_NEEDED, "invalid")),
        (AE, debtor(country="CH", vat_number="CHE123456788"), (Code.VAT_NUMBER_NEEDED, "outside")),
        (G, BRITISH, None),
        (G, debtor(country="Verenigde Staten"), None),
        (G, GERMAN, (Code.VAT_COUNTRY_UNFIT, "in_eu")),
        (G, debtor(), (Code.VAT_COUNTRY_UNFIT, "home")),
        (G, debtor(country=None), (Code.VAT_COUNTRY_UNFIT, "unknown")),
        (K, GERMAN, None),
        (K, replace(GERMAN, country=None), None),
        (K, replace(GERMAN, country="NL"), (Code.VAT_COUNTRY_UNFIT, "home")),
        (K, replace(GERMAN, country="US"), (Code.VAT_COUNTRY_UNFIT, "not_in_eu")),
        (K, replace(BRITISH, vat_number="XI123456789"), None),
        (E, debtor(vat_number=None, country=None), None),
        (O, BRITISH, None),
    ],
)
def test_the_customer_must_fit_the_ground(told: Situation, customer: Debtor, problem: tuple[Code, str] | None) -> None:
    outcome = mapped_of(invoice(untaxed(told), debtor=customer), BY_SITUATION, BOOKS)
    problems = outcome.problems if isinstance(outcome, Blocked) else ()
    assert [(each.code, each.params["state"]) for each in problems] == ([problem] if problem else [])
    # What a sentence tells and what an acceptance is held against are one.
    assert [each.params["why"] for each in problems] == ([problem[1]] if problem else [])


def test_what_a_person_accepts_is_booked_and_remarked() -> None:
    source = invoice(untaxed(G), debtor=GERMAN)
    outcome = mapped_of(source, BY_SITUATION, BOOKS)
    assert isinstance(outcome, Blocked)
    held = accepted([Acceptance(Kind.EU_NUMBER, outcome.problems[0].params)])
    booked = mapped_of(source, BY_SITUATION, BOOKS, accepted=held)
    assert isinstance(booked, Mapped)
    assert ("situation_anyway", {"code": OWN[G], "situation": G}) in booked.marks
    moved = mapped_of(replace(source, debtor=debtor()), BY_SITUATION, BOOKS, accepted=held)
    assert isinstance(moved, Blocked), "another country is another question"


def test_another_code_for_one_invoice_brings_the_ground_that_it_stands_for() -> None:
    held = accepted([Acceptance(Kind.VAT_CODE, {"from": OWN[G], "to": OWN[E]})])
    booked = mapped_of(invoice(untaxed(G), debtor=GERMAN), BY_SITUATION, BOOKS, accepted=held)
    assert isinstance(booked, Mapped)
    assert booked.placed.situations == [E]


def test_the_country_of_the_customer_never_changes_a_code() -> None:
    customers = [replace(GERMAN, country=country) for country in (None, "NL", "DE", "US", "GB", "onzin")]
    for told, customer in product((None, *Situation), customers):
        plain = ground_of(untaxed(told), BY_SITUATION, BOOKS, DAY)
        outcome = mapped_of(invoice(untaxed(told), debtor=customer), BY_SITUATION, BOOKS)
        draft = outcome.draft if isinstance(outcome, Blocked) else outcome
        assert isinstance(draft, Mapped)
        assert [each.vat_code for each in draft.entry.lines] == ([plain.code.code] if isinstance(plain, Ground) else [])


def test_a_code_that_never_reaches_the_return_is_remarked_where_the_return_has_a_box() -> None:
    books = reference(vat_codes={**CODES, OWN[AE]: vat_code(OWN[AE], "0", type="N")})
    source = invoice(untaxed(AE), debtor=GERMAN)
    mapped = mapped_of(source, BY_SITUATION, books)
    assert isinstance(mapped, Mapped)
    assert ("code_not_in_return", {"code": OWN[AE], "situation": AE}) in mapped.marks


LODGING = vat_code("1", ("9", None, date(2025, 12, 31)), ("21", date(2026, 1, 1), None))
OLD_RATE = line("-100.00", "-9.00", rate_group("logies", "9", "8100"))
ORIGINAL = date(2025, 11, 3)


@pytest.mark.parametrize(
    "source",
    [
        invoice(OLD_RATE, is_credit=True, credits_id="oud"),
        invoice(replace(OLD_RATE, settles_invoice_id="oud"), line("500.00", "105.00")),
    ],
)
def test_what_takes_back_an_earlier_invoice_is_judged_on_its_date(source: Invoice) -> None:
    books = reference(vat_codes={**CODES, "1": LODGING})
    assert isinstance(mapped_of(source, SETTINGS, books), Blocked)
    mapped = mapped_of(source, SETTINGS, books, taken_back={"oud": ORIGINAL})
    assert isinstance(mapped, Mapped)
    past = mapped.entry.lines[0]
    assert (past.vat_code, past.vat, past.vat_override) == ("1", Decimal("-9.00"), True), "Exact has another rate now"
    assert not any(each.vat_override for each in mapped.entry.lines[1:])


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        ("Btw verlegd binnen Nederland", AE),
        ("EU diensten", K),
        ("Diensten binnen de EU verlegd (ICP)", K),
        ("Uitvoer buiten de EU", G),
        ("Vrijgesteld van btw", E),
        ("Buiten heffing van Nederlandse btw", O),
        ("Aanbetaling zonder btw", DEPOSIT),
        ("Btw nultarief", Z),
        ("Zaalhuur", None),
        ("Vrijgesteld of verlegd", None),
    ],
)
def test_a_name_suggests_its_ground(description: str, expected: Situation | None) -> None:
    assert suggest_situation(description) is expected


def test_codes_are_suggested_by_what_they_are_and_by_what_a_rate_group_has_already() -> None:
    named = {
        "6": ("Btw verlegd binnen Nederland", "N"),
        "7": ("Levering goederen binnen de EU (ICP)", "L"),
        "8": ("Diensten binnen de EU verlegd (ICP)", "S"),
        "12": ("Btw verlegd onderaanneming", "N"),
        "10": ("Vrijgesteld van btw", "N"),
        "11": ("Vrijgesteld, overig", "N"),
    }
    codes = [vat_code(code, "0", description=name, eu_listing=listing) for code, (name, listing) in named.items()]
    assert [suggest_code(codes, each, ()) for each in (AE, K, E, G)] == ["6", "8", None, None]
    group = replace(FREE, description="Vrijgesteld onderwijs")
    assert suggest_code(codes, E, [(group, "11")]) == "11"
    assert [code.code for code in codes if is_possible(code, K)] == ["7", "8"]
    assert [code.code for code in codes if is_possible(code, E)] == ["6", "12", "10", "11"]


@pytest.mark.parametrize(
    ("told", "booked", "expected"),
    [
        # booked while one code stood for everything
        (K, {UNSPECIFIED: {"5"}}, (UNSPECIFIED, "5")),
        (None, {UNSPECIFIED: {"5"}}, (UNSPECIFIED, "5")),
        # booked under a code that is no longer its ground's
        (K, {K: {"6"}, E: {"5"}}, (K, "6")),
        (None, {K: {"6"}}, (K, "6")),
        # what the original does not tell is told by the settings
        (E, {K: {"6"}}, (E, OWN[E])),
        (K, {K: {"6", "5"}}, (K, OWN[K])),
    ],
)
def test_a_credit_goes_back_to_where_its_invoice_stands(
    told: Situation | None, booked: dict[Situation, set[str]], expected: tuple[Situation, str]
) -> None:
    codes = {ground: frozenset(each) for ground, each in booked.items()}
    found = ground_of(untaxed(told), BY_SITUATION, BOOKS, DAY, booked=codes)
    assert isinstance(found, Ground)
    assert (found.situation, found.code.code) == expected
    assert ground_of(untaxed(told), SETTINGS, BOOKS, DAY, booked=codes) == Ground(UNSPECIFIED, CODES["5"], Decimal(0))


def test_a_number_at_home_is_none_of_another_member_state_whatever_is_known_of_the_code() -> None:
    old = reference(vat_codes={**CODES, OWN[K]: replace(CODES[OWN[K]], eu_listing="unknown")})
    source = invoice(untaxed(K), debtor=replace(GERMAN, vat_number="NL123456782B90"))
    outcome = mapped_of(source, BY_SITUATION, old)
    assert isinstance(outcome, Blocked)
    assert [(each.code, each.params["state"]) for each in outcome.problems] == [(Code.VAT_NUMBER_NEEDED, "own_state")]
