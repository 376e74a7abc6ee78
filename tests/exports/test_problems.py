"""Problems as their column keeps them: read back as written, late, and in every form that was ever written."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from mice_exact_plugin.domain.entry.adoption import FoundEntry
from mice_exact_plugin.domain.entry.comparison import Difference, Part, as_kept
from mice_exact_plugin.domain.entry.entry import EntryLine, SeenEntry
from mice_exact_plugin.domain.problems import Code, Params, Problem
from mice_exact_plugin.exports.problems import (
    FORMER,
    Problems,
    as_json,
    documented,
    first,
    found_entries,
    from_json,
    kept_entries,
)

GROSS = Difference(Part.GROSS, "121.00", "100.00", vat_code="2")
SEEN = SeenEntry(
    entry_id="e-1",
    entry_number=26700001,
    your_ref="2026-0017",
    account_id="a-1",
    gross=Decimal("100.00"),
    created=datetime(2026, 11, 20, 10, 0, tzinfo=UTC),
    lines=(EntryLine("gl-1", "2", Decimal("100.00"), None),),
)
#: What 0.1 and versions on the way wrote, by code and name, and how it reads now.
FORMERLY: list[tuple[Code, str, str, str, object]] = [
    (Code.DEBTOR_AMBIGUOUS, "codes", "10, 11", "codes", ["10", "11"]),
    (Code.DEBTOR_AMBIGUOUS, "ids", "a b", "ids", ["a", "b"]),
    (Code.DEBTOR_AMBIGUOUS, "ids", "", "ids", []),
    (Code.DEBTOR_RIGHT_MISSING, "denial", "POST NoRights at all", "denial", ["POST", "NoRights at all"]),
    (Code.REFUSED, "messages", "Een.\nTwee.", "messages", ["Een.", "Twee."]),
    (Code.REFUSED, "status", "500", "status", 500),
    (Code.UNANSWERED, "times", "5", "times", 5),
    (Code.PERIOD_CLOSED, "year", "2025", "year", 2025),
    (Code.PERIOD_CLOSED, "period", "3", "period", 3),
    (Code.IDENTIFIER_TOO_LONG, "limit", "30", "limit", 30),
    (Code.ENTRY_DIFFERS, "entry_number", "26700001", "entry_number", 26700001),
    (Code.ENTRY_DIFFERS, "differences", json.dumps(as_kept([GROSS])), "differences", as_kept([GROSS])),
    (Code.ENTRY_CONFLICT, "sent", '{"journal": "70", "due_date": null}', "sent", {"journal": "70", "due_date": None}),
    (Code.ENTRY_CONFLICT, "found", "[]", "entries", []),
    (Code.TOTALS_DISAGREE, "found", "10.00", "found", "10.00"),
]


@pytest.mark.parametrize(("code", "name", "text", "name_now", "value"), FORMERLY)
def test_what_was_kept_as_text_reads_as_what_it_is(
    code: Code, name: str, text: str, name_now: str, value: object
) -> None:
    (problem,) = from_json(_stored(code, **{name: text}))
    assert problem == Problem(code, _params({name_now: value}))
    (again,) = from_json(as_json([problem]))
    assert again == problem


def test_every_former_form_is_shown_here() -> None:
    assert {name for *_, name, _ in FORMERLY} >= set(FORMER)
    assert set(FORMER) <= set(Params.__annotations__)


def test_an_entry_that_was_found_is_read_back_as_it_was_seen() -> None:
    found = FoundEntry(SEEN, (GROSS,))
    stored = json.loads(json.dumps(as_json([Problem(Code.ENTRY_CONFLICT, {"entries": kept_entries([found])})])))
    assert found_entries(from_json(stored)[0]) == (found,)
    assert found_entries(None) == ()


def test_an_entry_that_0_1_found_is_read_with_what_it_kept() -> None:
    flat = {"entry_id": "e-1", "entry_number": "26700001", "gross": "100.00", "created": "2026-11-20 10:00:00+00:00"}
    flat |= {"your_ref": "2026-0017", "account_id": "a-1", "journal": "70", "status": "20"}
    (problem,) = from_json(_stored(Code.ENTRY_CONFLICT, found=json.dumps([flat, {**flat, "entry_number": "None"}])))
    numbered, without = found_entries(problem)
    assert numbered.differences is None
    assert (numbered.entry.entry_number, numbered.entry.gross, numbered.entry.created) == (
        26700001,
        SEEN.gross,
        SEEN.created,
    )
    assert without.entry.entry_number is None


def test_an_entry_of_a_version_on_the_way_keeps_its_differences() -> None:
    flat = {
        "entry_id": "e-1",
        "lines": "(EntryLine(…),)",
        "due_date": "None",
        "differences": json.dumps(as_kept([GROSS])),
    }
    (problem,) = from_json(_stored(Code.ENTRY_CONFLICT, found=json.dumps([flat])))
    assert found_entries(problem) == (FoundEntry(SeenEntry("e-1"), (GROSS,)),)


def test_a_row_s_problems_are_read_only_when_somebody_asks() -> None:
    unreadable = Problems(_stored("of_the_future"))
    assert len(unreadable) == 1
    with pytest.raises(ValueError, match="of_the_future"):
        list(unreadable)


def test_a_document_tells_the_problem_of_a_later_version_as_it_was_written() -> None:
    later = _stored("of_the_future", depth="12")
    kept = Problems([*later, *_stored(Code.REFUSED, status="500")])
    assert documented(kept) == [*later, *_stored(Code.REFUSED, status=500)]
    assert documented(()) == []


def test_a_row_s_problems_are_a_collection() -> None:
    lines, rate = Problem(Code.NO_LINES), Problem(Code.VAT_RATE_UNMAPPED, {"rate": "12"})
    held = Problems(as_json([lines, rate]))
    assert list(held) == list(held) == [lines, rate]
    assert rate in held
    assert Problem(Code.VAT_RATE_UNMAPPED, {"rate": "13"}) not in held
    assert first(held, Code.VAT_RATE_UNMAPPED) == rate
    assert first(held, Code.BUG) is None


def _stored(code: str, **params: Any) -> list[Any]:
    return [{"code": str(code), "params": params}]


def _params(values: dict[str, Any]) -> Any:
    return values
