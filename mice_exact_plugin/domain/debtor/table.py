"""When a relation in Exact is the customer of an invoice: one table, which the user guide shows and the tests follow.

Every combination of what can be seen between a customer and one relation stands in exactly one row. A wrong account is
the worst outcome, a second relation the next, a question to a person the third.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple


class Name(StrEnum):
    """How the two names compare. `PERHAPS`: the relation's may be ours, cut at Exact's limit."""

    EQUAL = "equal"
    PERHAPS = "perhaps"
    LEGAL_FORM = "legal_form"
    OTHER = "other"


class Place(StrEnum):
    """Postcode with country. `TOWN`: equal, but for a private person it covers a town."""

    EQUAL = "equal"
    TOWN = "town"
    MISSING = "missing"
    DIFFERS = "differs"


class Numbers(StrEnum):
    """VAT and CoC number together. `COC_ONLY`: the CoC number is equal, the VAT number differs; `VAT_ONLY` turned."""

    EQUAL = "equal"
    COC_ONLY = "coc_only"
    VAT_ONLY = "vat_only"
    DIFFERS = "differs"
    NONE = "none"


class Second(StrEnum):
    """A second fact that is no number: e-mail, street with city, or an earlier booking of the same client and name.

    `UNKNOWN`: there is none, but the mirror has not read yet what could be one.
    """

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Who(StrEnum):
    COMPANY = "company"
    PERSON = "person"


class Verdict(StrEnum):
    """What one relation is to the customer.

    `IS` that one; `ASK` a person; `POLICY` the setting for private persons decides; `MARK` another, which is shown
    beside a new relation; `NOT` another.
    """

    IS = "is"
    ASK = "ask"
    POLICY = "policy"
    MARK = "mark"
    NOT = "not"


class Note(StrEnum):
    """What is shown beside a relation that was found."""

    VAT_DIFFERS = "vat_differs"
    LEGAL_FORM_DIFFERS = "legal_form_differs"
    NAME_CUT = "name_cut"


class AskKind(StrEnum):
    """Why a person decides, the most pressing first. Questions of one kind can be confirmed together."""

    SEVERAL = "several"
    NUMBER_DIFFERS = "number_differs"
    COC_DIFFERS = "coc_differs"
    PLACE_DIFFERS = "place_differs"
    NAME_DIFFERS = "name_differs"
    LEGAL_FORM = "legal_form"
    NAME_CUT = "name_cut"
    NO_SECOND_FACT = "no_second_fact"
    NOT_READ_YET = "not_read_yet"


class Seen(NamedTuple):
    """What can be seen between a customer and one relation."""

    name: Name
    place: Place
    numbers: Numbers
    second: Second
    who: Who


@dataclass(frozen=True, slots=True)
class Row:
    """An empty condition holds always."""

    name: frozenset[Name]
    verdict: Verdict
    place: frozenset[Place] = frozenset()
    numbers: frozenset[Numbers] = frozenset()
    second: frozenset[Second] = frozenset()
    who: frozenset[Who] = frozenset()
    kind: AskKind | None = None
    notes: tuple[Note, ...] = ()

    def fits(self, seen: Seen) -> bool:
        wanted = (self.name, self.place, self.numbers, self.second, self.who)
        return all(not allowed or value in allowed for allowed, value in zip(wanted, seen, strict=True))


_HERE = frozenset({Place.EQUAL, Place.TOWN})
_WEAK = frozenset({Place.TOWN, Place.MISSING})
_NEAR = _HERE | _WEAK
_AWAY = frozenset({Place.DIFFERS})
_MISSING = frozenset({Place.MISSING})
_AGREE = frozenset({Numbers.EQUAL})
_COC = frozenset({Numbers.COC_ONLY})
_VAT = frozenset({Numbers.VAT_ONLY})
_ONE_EQUAL = _AGREE | _COC | _VAT
_CONTRADICT = frozenset({Numbers.DIFFERS})
_NO_NUMBER = frozenset({Numbers.NONE})
_YES = frozenset({Second.YES})
_NO = frozenset({Second.NO})
_UNKNOWN = frozenset({Second.UNKNOWN})
_EQUAL = frozenset({Name.EQUAL})
_PERHAPS = frozenset({Name.PERHAPS})
_FORM = frozenset({Name.LEGAL_FORM})
_OTHER = frozenset({Name.OTHER})
_COMPANY = frozenset({Who.COMPANY})
_PERSON = frozenset({Who.PERSON})

TABLE: tuple[Row, ...] = (
    # Names equal.
    Row(_EQUAL, Verdict.IS, frozenset({Place.EQUAL}), _AGREE | _NO_NUMBER),
    Row(_EQUAL, Verdict.IS, _WEAK, _AGREE),
    Row(_EQUAL, Verdict.IS, _NEAR, _COC, notes=(Note.VAT_DIFFERS,)),
    Row(_EQUAL, Verdict.IS, _WEAK, _NO_NUMBER, _YES),
    Row(_EQUAL, Verdict.ASK, _NEAR, _CONTRADICT, kind=AskKind.NUMBER_DIFFERS),
    # One VAT number may serve several companies of one fiscal unity; the CoC number tells them apart.
    Row(_EQUAL, Verdict.ASK, _NEAR, _VAT, kind=AskKind.COC_DIFFERS),
    Row(_EQUAL, Verdict.ASK, _WEAK, _NO_NUMBER, _NO | _UNKNOWN, _COMPANY, kind=AskKind.NO_SECOND_FACT),
    Row(_EQUAL, Verdict.POLICY, _WEAK, _NO_NUMBER, _NO, _PERSON),
    Row(_EQUAL, Verdict.ASK, _WEAK, _NO_NUMBER, _UNKNOWN, _PERSON, kind=AskKind.NOT_READ_YET),
    Row(_EQUAL, Verdict.ASK, _AWAY, _ONE_EQUAL, kind=AskKind.PLACE_DIFFERS),
    # Who moved, or another branch: a second relation, and never in silence.
    Row(_EQUAL, Verdict.MARK, _AWAY, _NO_NUMBER, _YES),
    Row(_EQUAL, Verdict.NOT, _AWAY, _NO_NUMBER, _NO | _UNKNOWN),
    Row(_EQUAL, Verdict.NOT, _AWAY, _CONTRADICT),
    # The relation's name may be ours, cut off: never a hit on that alone, never a second relation in silence.
    Row(_PERHAPS, Verdict.IS, _NEAR, _AGREE, notes=(Note.NAME_CUT,)),
    Row(_PERHAPS, Verdict.IS, _NEAR, _COC, notes=(Note.NAME_CUT, Note.VAT_DIFFERS)),
    Row(_PERHAPS, Verdict.IS, _NEAR, _NO_NUMBER, _YES, notes=(Note.NAME_CUT,)),
    Row(_PERHAPS, Verdict.ASK, _NEAR, _NO_NUMBER, _NO | _UNKNOWN, kind=AskKind.NAME_CUT),
    Row(_PERHAPS, Verdict.ASK, _NEAR, _CONTRADICT, kind=AskKind.NUMBER_DIFFERS),
    Row(_PERHAPS, Verdict.ASK, _NEAR, _VAT, kind=AskKind.COC_DIFFERS),
    Row(_PERHAPS, Verdict.ASK, _AWAY, _ONE_EQUAL, kind=AskKind.PLACE_DIFFERS),
    Row(_PERHAPS, Verdict.MARK, _AWAY, _NO_NUMBER),
    Row(_PERHAPS, Verdict.NOT, _AWAY, _CONTRADICT),
    # Names differ only in legal form.
    Row(_FORM, Verdict.IS, _HERE, _AGREE, notes=(Note.LEGAL_FORM_DIFFERS,)),
    Row(_FORM, Verdict.ASK, _HERE, _COC | _VAT, kind=AskKind.NAME_DIFFERS),
    Row(_FORM, Verdict.ASK, _MISSING | _AWAY, _ONE_EQUAL, kind=AskKind.NAME_DIFFERS),
    Row(_FORM, Verdict.ASK, _HERE, _NO_NUMBER, who=_COMPANY, kind=AskKind.LEGAL_FORM),
    Row(_FORM, Verdict.ASK, _MISSING, _NO_NUMBER, _YES, _COMPANY, kind=AskKind.LEGAL_FORM),
    Row(_FORM, Verdict.MARK, _MISSING, _NO_NUMBER, _NO | _UNKNOWN, _COMPANY),
    # A private person's name has no legal form: with one it is a company's.
    Row(_FORM, Verdict.NOT, _NEAR, _NO_NUMBER, who=_PERSON),
    Row(_FORM, Verdict.NOT, _AWAY, _NO_NUMBER),
    Row(_FORM, Verdict.NOT, frozenset(), _CONTRADICT),
    # Names differ.
    Row(_OTHER, Verdict.ASK, frozenset(), _ONE_EQUAL, kind=AskKind.NAME_DIFFERS),
    Row(_OTHER, Verdict.NOT, frozenset(), _CONTRADICT | _NO_NUMBER),
)


@lru_cache(maxsize=512)
def row_for(seen: Seen) -> Row:
    return next(row for row in TABLE if row.fits(seen))
