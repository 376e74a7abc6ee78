"""The table of the user guide is the table of the code, row by row, in Dutch."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from mice_exact_plugin.domain.debtor.table import TABLE, AskKind, Name, Note, Numbers, Place, Row, Second, Verdict, Who

GUIDE = Path(__file__).parents[3] / "docs" / "gebruikershandleiding.md"
HEADER = "| | naam | postcode en land | btw- en KvK-nummer | ander gegeven gelijk | klant | uitkomst |"
_ONE_EQUAL = {Numbers.EQUAL, Numbers.COC_ONLY, Numbers.VAT_ONLY}
WORDS: dict[frozenset[StrEnum], str] = {
    frozenset(values): text
    for text, values in (
        ("", set[StrEnum]()),
        ("gelijk", {Name.EQUAL}),
        ("misschien gelijk: afgekapt", {Name.PERHAPS}),
        ("alleen rechtsvorm anders", {Name.LEGAL_FORM}),
        ("anders", {Name.OTHER}),
        ("gelijk", {Place.EQUAL}),
        ("gelijk of hele plaats", {Place.EQUAL, Place.TOWN}),
        ("hele plaats of ontbreekt", {Place.TOWN, Place.MISSING}),
        ("niet anders", {Place.EQUAL, Place.TOWN, Place.MISSING}),
        ("ontbreekt", {Place.MISSING}),
        ("ontbreekt of anders", {Place.MISSING, Place.DIFFERS}),
        ("anders", {Place.DIFFERS}),
        ("gelijk", {Numbers.EQUAL}),
        ("KvK gelijk, btw anders", {Numbers.COC_ONLY}),
        ("btw gelijk, KvK anders", {Numbers.VAT_ONLY}),
        ("één gelijk, één anders", {Numbers.COC_ONLY, Numbers.VAT_ONLY}),
        ("minstens één gelijk", _ONE_EQUAL),
        ("anders", {Numbers.DIFFERS}),
        ("ontbreekt", {Numbers.NONE}),
        ("gelijk of ontbreekt", {Numbers.EQUAL, Numbers.NONE}),
        ("geen gelijk", {Numbers.DIFFERS, Numbers.NONE}),
        ("ja", {Second.YES}),
        ("nee", {Second.NO}),
        ("nog niet ingelezen", {Second.UNKNOWN}),
        ("nee of nog niet ingelezen", {Second.NO, Second.UNKNOWN}),
        ("bedrijf", {Who.COMPANY}),
        ("particulier", {Who.PERSON}),
    )
}
OUTCOMES = {
    Verdict.IS: "die relatie",
    Verdict.POLICY: "de instelling voor particulieren",
    Verdict.MARK: "nieuwe debiteur, gemerkt *mogelijk dubbel*",
    Verdict.NOT: "niet deze relatie",
}
QUESTIONS = {
    AskKind.NUMBER_DIFFERS: "een nummer verschilt",
    AskKind.COC_DIFFERS: "het KvK-nummer verschilt",
    AskKind.PLACE_DIFFERS: "ander adres, zelfde nummer",
    AskKind.NAME_DIFFERS: "andere naam, zelfde nummer",
    AskKind.LEGAL_FORM: "andere rechtsvorm",
    AskKind.NAME_CUT: "afgekapte naam",
    AskKind.NO_SECOND_FACT: "te weinig gegevens",
    AskKind.NOT_READ_YET: "nog niet ingelezen",
}
NOTES = {
    Note.VAT_DIFFERS: "btw-nummer",
    Note.LEGAL_FORM_DIFFERS: "rechtsvorm",
    Note.NAME_CUT: "afgekapte naam",
}


def test_the_guide_shows_the_table_of_the_code() -> None:
    written = GUIDE.read_text(encoding="utf-8").splitlines()
    start = written.index(HEADER)
    table = [HEADER, "|---|---|---|---|---|---|---|", *(_line(place, row) for place, row in enumerate(TABLE, 1))]
    assert written[start : start + len(table)] == table
    assert not written[start + len(table)].startswith("|")


def _line(place: int, row: Row) -> str:
    conditions: tuple[frozenset[StrEnum], ...] = (
        frozenset(row.name),
        frozenset(row.place),
        frozenset(row.numbers),
        frozenset(row.second),
        frozenset(row.who),
    )
    return f"| {place} | {' | '.join(WORDS[values] for values in conditions)} | {_outcome(row)} |"


def _outcome(row: Row) -> str:
    if row.verdict is Verdict.ASK:
        assert row.kind is not None
        return f"jij kiest: {QUESTIONS[row.kind]}"
    shown = ", ".join(NOTES[note] for note in row.notes)
    return f"{OUTCOMES[row.verdict]} (getoond: {shown})" if shown else OUTCOMES[row.verdict]
