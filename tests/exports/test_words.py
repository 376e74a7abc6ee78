"""Every problem and remark has a sentence, and every sentence takes the parameters that are stored."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.domain.entry.comparison import Part
from mice_exact_plugin.domain.kept import KeptDifference
from mice_exact_plugin.domain.notices import TELLING
from mice_exact_plugin.domain.problems import Code, Cure, Params, Problem
from mice_exact_plugin.domain.remarks import Remark, RemarkCode, Said
from mice_exact_plugin.exports.words import cures, differences, problems
from mice_exact_plugin.exports.words import remarks as remark_words

if TYPE_CHECKING:
    pass


def difference(part: str, ours: str, theirs: str) -> KeptDifference:
    return {"part": part, "ours": ours, "theirs": theirs, "vat_code": ""}


#: What the domain and the services store with each problem.
PARAMETERS: dict[Code, Params] = {
    Code.VAT_RATE_UNMAPPED: {"rate": "9.5"},
    Code.VAT_CODE_GONE: {"code": "2", "rate": "21"},
    Code.VAT_CODE_UNSUITABLE: {"code": "2", "rate": "21", "date": "2026-11-24"},
    Code.VAT_CODE_BLOCKED: {"code": "2", "rate": "21"},
    Code.VAT_CODE_KIND: {"code": "2", "rate": "21", "sort": "purchase"},
    Code.VAT_SITUATION_NEEDED: {"rate": "0", "group": "Zaalhuur"},
    Code.VAT_SITUATION_UNMAPPED: {"rate": "21", "situation": "E"},
    Code.VAT_SITUATION_CONTRADICTS: {"rate": "21", "situation": "AE"},
    Code.VAT_NUMBER_NEEDED: {
        "code": "6",
        "rate": "0",
        "situation": "AE",
        "number": "",
        "state": "missing",
        "why": "missing",
    },
    Code.VAT_COUNTRY_UNFIT: {
        "code": "9",
        "rate": "0",
        "situation": "G",
        "country": "DE",
        "state": "in_eu",
        "why": "in_eu",
    },
    Code.LOOSE_GL_ACCOUNT_GONE: {"rate": "21"},
    Code.DEPOSIT_LEDGER_NEEDED: {"rate": "21"},
    Code.DEPOSIT_OVERSETTLED: {
        "identifier": "F2026-00100",
        "rate": "21",
        "net": "310.00",
        "stated": "300.00",
        "found": "0.00",
    },
    Code.DEPOSIT_ELSEWHERE: {"identifier": "F2026-00100", "name": "Oud BV", "description": "Nieuw BV"},
    Code.DEPOSIT_CURRENCY: {"identifier": "F2026-00100", "currency": "USD", "expected": "EUR"},
    Code.DEPOSIT_UNREAD: {"identifier": "F2026-00100"},
    Code.EU_NUMBER_MISSING: {"code": "7", "listing": "S", "state": "missing", "number": ""},
    Code.EU_NUMBER_INVALID: {"code": "7", "listing": "L", "state": "invalid", "number": "DE1"},
    Code.EU_NUMBER_OWN_STATE: {"code": "7", "listing": "T", "state": "own_state", "number": "NL1"},
    Code.EU_NUMBER_OUTSIDE: {"code": "7", "listing": "S", "state": "outside", "number": "GB1"},
    Code.EU_NUMBER_GOODS_ONLY: {"code": "7", "listing": "S", "state": "goods_only", "number": "XI1"},
    Code.EU_NUMBER_NOT_IN_EXACT: {"code": "7", "listing": "S", "number": "DE1", "relation": "143", "name": "Bakkerij"},
    Code.EU_NUMBER_DOUBTFUL: {"code": "7", "listing": "S", "number": "DE1", "relation": "143", "name": "Bakkerij"},
    Code.EU_NUMBER_UNFIT_IN_EXACT: {
        "code": "7",
        "listing": "S",
        "number": "DE1",
        "relation": "143",
        "name": "Bakkerij",
        "theirs": "n.v.t.",
        "why": "missing",
    },
    Code.EU_NUMBER_REFUSED: {"code": "7", "listing": "S", "state": "refused", "number": "DE1"},
    Code.JOURNAL_GONE: {"journal": "70"},
    Code.JOURNAL_BLOCKED: {"journal": "70"},
    Code.JOURNAL_CURRENCY: {"journal": "70", "currency": "USD"},
    Code.GL_ACCOUNT_BLOCKED: {"account": "8000", "description": "Omzet"},
    Code.GL_ACCOUNT_TYPE: {"account": "1300", "description": "Debiteuren"},
    Code.COST_CENTER_NEEDED: {"account": "8000", "description": "Omzet"},
    Code.COST_UNIT_NEEDED: {"account": "8000", "description": "Omzet"},
    Code.COST_CENTER_GONE: {"code": "ZAAL", "account": "8000", "description": "Omzet"},
    Code.COST_UNIT_GONE: {"code": "FEEST", "account": "8000", "description": "Omzet"},
    Code.PERIOD_MISSING: {"date": "2031-01-02"},
    Code.PERIOD_CLOSED: {"year": 2025, "period": 3, "journal": "70"},
    Code.PERIOD_ASKED: {"date": "2026-09-29", "entry_date": "2026-10-01"},
    Code.CURRENCY: {"currency": "USD", "expected": "EUR"},
    Code.TOTALS_DISAGREE: {"amount": "net", "found": "10.00", "stated": "1234.50"},
    Code.VAT_DIFFERENCE: {"rate": "21", "account": "8000", "code": "2", "net": "100", "vat": "20", "expected": "21"},
    Code.IDENTIFIER_TOO_LONG: {"identifier": "x" * 31, "limit": 30},
    Code.IDENTIFIER_REUSED: {"identifier": "2026-1"},
    Code.DEBTOR_AMBIGUOUS: {"codes": ["10", "11"]},
    Code.DEBTOR_NUMBER_DIFFERS: {"codes": ["10"]},
    Code.DEBTOR_COC_DIFFERS: {"codes": ["10"]},
    Code.DEBTOR_PLACE_DIFFERS: {"codes": ["10"]},
    Code.DEBTOR_NAME_DIFFERS: {"codes": ["10"]},
    Code.DEBTOR_LEGAL_FORM: {"codes": ["10"]},
    Code.DEBTOR_NAME_CUT: {"codes": ["10"]},
    Code.DEBTOR_NO_SECOND_FACT: {"codes": ["10"]},
    Code.DEBTOR_NOT_READ_YET: {"codes": ["10"]},
    Code.DEBTOR_OLD_BINDING: {"name": "Bakkerij", "code": "10", "codes": ["10"]},
    Code.DEBTOR_BLOCKED: {"name": "Bakkerij", "code": "10"},
    Code.DEBTOR_NOT_ACTIVE: {"name": "Bakkerij", "code": "10"},
    Code.DEBTOR_SUPPLIER_ONLY: {"name": "Bakkerij", "code": "10"},
    Code.DEBTOR_RIGHT_MISSING: {"denial": ["POST", "forbidden"], "name": "Bakkerij"},
    Code.UNANSWERED: {"times": 5},
    Code.DEBTOR_UNANSWERED: {"times": 5},
    Code.PROMOTION_UNANSWERED: {"name": "Bakkerij", "code": "10"},
    Code.PROMOTION_REFUSED: {"code": "143", "name": "Bakkerij", "messages": ["Ongeldig: Status"]},
    Code.PROMOTION_IGNORED: {"name": "Bakkerij", "code": "10"},
    Code.REFUSED: {"kind": "mandatory", "messages": ["Verplicht: Betalingsconditie", "Nog iets"], "status": 500},
    Code.REFERENCE_SUSPECT: {"kind": "gl_account", "key": "8000"},
    Code.ENTRY_DIFFERS: {
        "differences": [difference("gross", "121.00", "100.00")],
        "entry_number": 26700001,
    },
    Code.DIFFERENCE_SUSPECT: {"cause": "vat_code:2=E/21"},
    Code.REFUSED_ALIKE: {"messages": ["Ongeldig: Iets"]},
    Code.ENTRY_CONFLICT: {"reason": "amount", "ours": "10.00", "entries": []},
}


@pytest.mark.parametrize("code", Code)
def test_every_problem_has_a_sentence_without_holes(code: Code) -> None:
    problem = Problem(code, PARAMETERS.get(code, {}))
    for text in (problems.sentence(problem), problems.common_sentence(problem)):
        assert text.endswith((".", "!"))
        assert "%" not in text.replace("9,5%", "").replace("21%", "")
        assert "–" not in text, "a parameter is missing"


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("forbidden", "De gebruiker waarmee de koppeling is ingelogd mag in Exact Online geen relaties aanmaken. Het"),
        ("scope", "De koppeling mag in Exact Online geen relaties aanmaken: bij het inloggen is dat niet toegestaan."),
        ("NoRights", "De reden is volgens Exact Online: NoRights."),
    ],
)
def test_a_missing_right_is_worded_as_far_as_it_is_known(kind: str, said: str) -> None:
    assert said in problems.sentence(Problem(Code.DEBTOR_RIGHT_MISSING, {"denial": ["POST", kind], "name": "Bakkerij"}))


@pytest.mark.parametrize("code", Code)
def test_causes_are_told_apart_by_what_their_common_sentence_names(code: Code) -> None:
    """Two causes of one mail never read the same, and one never stands for another; figures that grow are no cause."""
    template = problems.COMMON.get(code) or problems.SENTENCES[code]
    named = set(re.findall(r"%\((\w+)\)", template)) - {"times", "limit"}
    assert named == set(TELLING.get(code, ()))


@pytest.mark.parametrize("cure", Cure)
def test_every_cure_has_a_link_and_an_advice(cure: Cure) -> None:
    assert cures.CURES[cure]
    plain = next(code for code in Code if code.cure is cure and code not in cures.OWN_ADVICE)
    assert cures.advice(Problem(plain)) == cures.ADVICE[cure]


def test_figures_are_written_the_dutch_way() -> None:
    text = problems.sentence(Problem(Code.TOTALS_DISAGREE, PARAMETERS[Code.TOTALS_DISAGREE]))
    assert (
        text
        == "Het totaal exclusief btw klopt niet: de regels tellen op tot €\xa010,00, de factuur zegt €\xa01.234,50."
    )
    text = problems.sentence(Problem(Code.VAT_CODE_UNSUITABLE, PARAMETERS[Code.VAT_CODE_UNSUITABLE]))
    assert text == "BTW-code 2 geldt niet voor 21% op 24-11-2026."
    assert "9,5%" in problems.sentence(Problem(Code.VAT_RATE_UNMAPPED, {"rate": "9.5"}))


def test_differences_name_both_sides_and_never_an_id() -> None:
    found = [
        difference("gross", "121.00", "100.00"),
        difference("debtor", "3fa85f64-5717-4562-b3fc-2c963f66afa6", "x"),
        difference("entry_date", "2026-11-26", "2026-12-01"),
        difference("presence", "26700001", ""),
        difference("of_the_future", "a", "b"),
    ]
    assert differences.sentence(found) == (
        "bedrag incl. btw: €\xa0100,00 in plaats van €\xa0121,00; debiteur: een andere; "
        "boekdatum: 01-12-2026 in plaats van 26-11-2026; boeking: niet te vinden; of_the_future: b in plaats van a."
    )
    assert set(differences.NAMES) == set(Part)


def test_a_ledger_that_differs_is_told_by_code_and_name_on_both_sides() -> None:
    found = [difference("line_gl_account", "gl-1", "gl-2")]
    names = {"gl-1": "8000 Omzet hoog", "gl-2": "8010 Omzet laag"}
    said = "grootboekrekening van een regel: 8010 Omzet laag in plaats van 8000 Omzet hoog."
    assert differences.ids(found) == ["gl-1", "gl-2"]
    assert differences.sentence(found, names) == said
    assert said in problems.sentence(Problem(Code.ENTRY_DIFFERS, {"differences": found}), names)
    (unknown,) = differences.views(found, {"gl-1": "8000 Omzet hoog"})
    assert unknown.theirs == "een rekening die niet in de ingelezen lijst staat"


@pytest.mark.parametrize(
    ("trait", "words"),
    [
        ("vat_code:2=E/21", "btw-code 2"),
        ("any:amounts", "de berekende btw"),
        ("customer:3fa85f64", "deze debiteur"),
        ("of_the_future:x", "of_the_future:x"),
    ],
)
def test_a_cause_is_called_as_people_call_it(trait: str, words: str) -> None:
    assert differences.cause(trait) == words


def test_exact_s_own_sentences_are_joined() -> None:
    text = problems.sentence(Problem(Code.REFUSED, PARAMETERS[Code.REFUSED]))
    assert text == "Exact Online weigert deze boeking: Verplicht: Betalingsconditie. Nog iets."


def test_a_relation_is_not_shown_by_its_id() -> None:
    suspect = Problem(Code.REFERENCE_SUSPECT, {"kind": "customer", "key": "3fa85f64-5717-4562-b3fc-2c963f66afa6"})
    assert "relatie (die van deze klant)" in problems.sentence(suspect)


def test_a_problem_of_an_older_version_still_reads() -> None:
    assert "–" in problems.sentence(Problem(Code.DEBTOR_BLOCKED))


@pytest.mark.parametrize("code", RemarkCode)
def test_every_remark_has_a_mark_and_a_sentence(code: RemarkCode) -> None:
    assert remark_words.mark(code)
    assert remark_words.WORDS[code][1].rstrip().endswith((".", ")s"))


@pytest.mark.parametrize(("names", "theirs"), [({"b": "12 Cafe"}, "12 Cafe"), ({}, "b")])
def test_another_debtor_is_named_or_told_by_its_id(names: dict[str, str], theirs: str) -> None:
    params: Said = {"ours": "a", "theirs": "b"}
    remark = Remark(1, 1, RemarkCode.OTHER_DEBTOR, params, datetime(2026, 1, 1, tzinfo=UTC))
    told = remark_words.sentence(remark, {"a": "10 Bakkerij", **names})
    assert told == f"De boeking in Exact Online staat op {theirs} in plaats van op 10 Bakkerij."
