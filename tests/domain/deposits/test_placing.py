"""Where lines of deposits go: on their own account until the event, and off again from where they stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.domain.deposits.known import Where
from mice_exact_plugin.domain.entry.acceptance import NOTHING, Acceptance, Kind, accepted
from mice_exact_plugin.domain.entry.lines import map_lines
from mice_exact_plugin.domain.invoice import LineKind
from mice_exact_plugin.domain.problems import Code, Params, Problem
from mice_exact_plugin.domain.remarks import RemarkCode
from tests.domain.build import HIGH, LOW, SETTINGS, gl_account, invoice, line, rate_group, vat_code
from tests.domain.deposits.build import (
    AS_TURNOVER,
    KEPT_LOW,
    WEDDING,
    WITH_ACCOUNTS,
    booked,
    deposit,
    deposit_line,
    lists,
    settlement,
)

if TYPE_CHECKING:
    from mice_exact_plugin.domain.deposits.known import Deposit
    from mice_exact_plugin.domain.entry.lines import LineMapping
    from mice_exact_plugin.domain.invoice import InvoiceLine

HALL = line("1000.00", "210.00", kind=LineKind.PRODUCT)
BOOKED = deposit(booked("300.00", "63.00"))
OTHER = gl_account("1859", type=27)
OVER: Params = {"identifier": "A1", "rate": "21", "net": "300.00"}


def mapped(*lines: InvoiceLine, known: Deposit | None = None, **given: Any) -> LineMapping:
    """What becomes of these lines."""
    settings, reference = given.pop("settings", WITH_ACCOUNTS), given.pop("reference", lists())
    held = given.pop("accepted", NOTHING)
    deposits = {known.invoice_id: known} if known else {}
    return map_lines(invoice(*lines, **given), settings, reference, held, deposits=deposits)


def placed(found: LineMapping) -> list[tuple[str, str, str, str]]:
    return [(item.gl_account_code, item.vat_code, str(item.net), str(item.vat)) for item in found.lines]


def codes(found: LineMapping) -> list[Code]:
    return [problem.code for problem in found.problems]


def marks(found: LineMapping) -> list[RemarkCode]:
    return [code for code, _ in found.marks]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param([deposit_line("300.00", "63.00")], [("1850", "2", "300.00", "63.00")], id="high"),
        pytest.param([deposit_line("300.00", "27.00", "9")], [("1851", "1", "300.00", "27.00")], id="low"),
        pytest.param([deposit_line("363.00", "0.00", "0")], [("1852", "5", "363.00", "0.00")], id="without VAT"),
    ],
)
def test_a_deposit_waits_on_the_account_of_its_rate(lines: list[InvoiceLine], expected: object) -> None:
    found = mapped(*lines)

    assert (placed(found), codes(found), found.fallbacks) == (expected, [], [])


def test_a_deposit_is_a_line_of_its_own_beside_another_on_its_account() -> None:
    found = mapped(deposit_line("300.00", "63.00"), line("100.00", "21.00", rate_group("rekening", "21", "1850")))

    assert sorted(placed(found)) == [("1850", "2", "100.00", "21.00"), ("1850", "2", "300.00", "63.00")]


@pytest.mark.parametrize(
    ("number", "account"),
    [
        pytest.param("1859", "1859", id="a balance account of its own"),
        pytest.param("8000", "1850", id="turnover is no place for it"),
        pytest.param("4711", "1850", id="unknown in Exact"),
    ],
)
def test_the_rate_group_may_say_where(number: str, account: str) -> None:
    plain = lists()
    reference = replace(plain, gl_accounts={**plain.gl_accounts, "1859": OTHER})

    found = mapped(deposit_line("300.00", "63.00", rate_group=rate_group("a", "21", number)), reference=reference)

    assert [item.gl_account_code for item in found.lines] == [account]


def test_a_deposit_without_an_account_is_held_and_never_turnover() -> None:
    found = mapped(deposit_line("300.00", "63.00"), settings=SETTINGS)

    assert (codes(found), placed(found)) == ([Code.DEPOSIT_LEDGER_NEEDED], [])


def test_as_turnover_is_a_choice() -> None:
    found = mapped(deposit_line("300.00", "63.00"), settings=AS_TURNOVER)

    assert (placed(found), len(found.fallbacks)) == ([("8999", "2", "300.00", "63.00")], 1)


def test_a_final_takes_off_what_was_booked_where_it_was_booked() -> None:
    """Whatever the settings are by now; and with its own VAT, which Exact might compute otherwise by now."""
    known = deposit(booked("300.00", "27.00", account=OTHER, code="9a", rate="9"))
    plain = lists()
    reference = replace(
        plain,
        gl_accounts_by_id={**plain.gl_accounts_by_id, OTHER.id: OTHER},
        vat_codes={**plain.vat_codes, "9a": vat_code("9a", ("9", None, date(2026, 1, 31)))},
    )

    found = mapped(HALL, settlement("-300.00", "-27.00", "9"), known=known, reference=reference)

    assert codes(found) == []
    assert placed(found) == [("8000", "2", "1000.00", "210.00"), ("1859", "9a", "-300.00", "-27.00")]
    assert [item.vat_override for item in found.lines] == [False, True]


def test_a_code_that_had_ended_when_the_deposit_was_booked_does_not_pass() -> None:
    plain = lists()
    reference = replace(plain, vat_codes={**plain.vat_codes, "2": vat_code("2", ("21", None, date(2025, 12, 31)))})

    assert Code.VAT_CODE_UNSUITABLE in codes(mapped(settlement("-300.00", "-63.00"), known=BOOKED, reference=reference))


def test_an_account_that_is_gone_holds_what_takes_off() -> None:
    known = deposit(booked("300.00", "63.00", account=OTHER))
    told: Params = {"account": "1859", "description": ""}

    assert mapped(settlement("-300.00", "-63.00"), known=known).problems == [Problem(Code.GL_ACCOUNT_BLOCKED, told)]


def test_what_takes_off_never_melts_into_turnover_or_into_another_deposit() -> None:
    on_hall = deposit(booked("100.00", "21.00", account=gl_account("8000")))
    second = replace(on_hall, invoice_id="d2", identifier="A2")
    taking = settlement("-100.00", "-21.00"), settlement("-100.00", "-21.00", of="d2")

    found = map_lines(invoice(HALL, *taking), WITH_ACCOUNTS, lists(), deposits={"d1": on_hall, "d2": second})

    assert [str(item.net) for item in found.lines] == ["1000.00", "-100.00", "-100.00"]
    assert marks(found) == [RemarkCode.DEPOSIT_ON_TURNOVER, RemarkCode.DEPOSIT_ON_TURNOVER]


@pytest.mark.parametrize(
    ("known", "line_", "expected"),
    [
        pytest.param(BOOKED, settlement("-300.00", "-63.00"), [], id="all of it"),
        pytest.param(BOOKED, settlement("-300.01", "-63.00"), [Code.DEPOSIT_OVERSETTLED], id="a cent too much"),
        pytest.param(
            replace(BOOKED, taken=(booked("-200.00", "-42.00"),)),
            settlement("-100.01", "-21.00"),
            [Code.DEPOSIT_OVERSETTLED],
            id="after another final",
        ),
        pytest.param(
            BOOKED, settlement("-300.00", "-27.00", "9"), [Code.DEPOSIT_OVERSETTLED], id="a rate that it lacks"
        ),
        pytest.param(
            replace(BOOKED, where=Where.ELSEWHERE, division="Oud BV"),
            settlement("-300.00", "-63.00"),
            [Code.DEPOSIT_ELSEWHERE],
            id="in another administration",
        ),
        pytest.param(
            replace(BOOKED, where=Where.UNREAD, lines=()),
            settlement("-300.00", "-63.00"),
            [Code.DEPOSIT_UNREAD],
            id="its lines are not known",
        ),
        pytest.param(
            deposit(booked("150.00", "31.51"), booked("150.00", "31.51")),
            settlement("-300.00", "-63.02"),
            [],
            id="rounded by line",
        ),
    ],
)
def test_what_may_be_taken_off(known: Deposit, line_: InvoiceLine, expected: list[Code]) -> None:
    assert codes(mapped(HALL, line_, known=known)) == expected


@pytest.mark.parametrize(
    ("known", "problem"),
    [
        (
            replace(BOOKED, where=Where.ELSEWHERE, division="Oud BV"),
            Problem(
                Code.DEPOSIT_ELSEWHERE, {"identifier": "A1", "name": "Oud BV", "description": lists().division.name}
            ),
        ),
        (replace(BOOKED, where=Where.UNREAD), Problem(Code.DEPOSIT_UNREAD, {"identifier": "A1"})),
        (
            replace(BOOKED, currency="USD"),
            Problem(Code.DEPOSIT_CURRENCY, {"identifier": "A1", "currency": "USD", "expected": "EUR"}),
        ),
        (replace(BOOKED, lines=()), Problem(Code.DEPOSIT_OVERSETTLED, OVER | {"stated": "0.00", "found": "0.00"})),
    ],
)
def test_the_sentence_names_which_deposit_and_why(known: Deposit, problem: Problem) -> None:
    assert mapped(HALL, settlement("-300.00", "-63.00"), known=known).problems == [problem]


def test_a_person_may_take_off_more_and_only_what_was_seen() -> None:
    more = settlement("-310.00", "-65.10")
    (problem,) = mapped(HALL, more, known=BOOKED).problems
    held = accepted([Acceptance(Kind.DEPOSIT, problem.params)])

    assert problem.params == {"identifier": "A1", "rate": "21", "net": "310.00", "stated": "300.00", "found": "300.00"}
    assert placed(mapped(HALL, more, known=BOOKED, accepted=held))[1] == ("1850", "2", "-310.00", "-65.10")
    assert codes(mapped(HALL, settlement("-311.00", "-65.31"), known=BOOKED, accepted=held))


@pytest.mark.parametrize(
    ("known", "of", "expected"),
    [
        pytest.param(None, None, [RemarkCode.DEPOSIT_UNPAIRED], id="the host does not say which"),
        pytest.param(None, "another tenant's", [RemarkCode.DEPOSIT_UNPAIRED], id="nothing that is known"),
        pytest.param(None, "1", [RemarkCode.DEPOSIT_UNPAIRED], id="itself"),
        pytest.param(replace(BOOKED, where=Where.NOT_OURS), "d1", [RemarkCode.DEPOSIT_NOT_OURS], id="not ours"),
        pytest.param(replace(BOOKED, where=Where.WAITS), "d1", [], id="still to be booked"),
    ],
)
def test_without_booked_lines_the_settings_say_where(
    known: Deposit | None, of: str | None, expected: list[RemarkCode]
) -> None:
    found = mapped(HALL, settlement("-300.00", "-63.00", of=of), known=known)

    assert (placed(found)[1], marks(found)) == (("1850", "2", "-300.00", "-63.00"), expected)
    assert codes(mapped(HALL, settlement("-300.00", "-63.00", of=of), known=known, settings=SETTINGS)) == [
        Code.DEPOSIT_LEDGER_NEEDED
    ]


def test_a_credit_mirrors_the_lines_of_its_deposit() -> None:
    credit = {"is_credit": True, "credits_id": "d1", "id": "c1"}
    back = deposit_line("-100.00", "-21.00")
    known = deposit(booked("300.00", "63.00", account=KEPT_LOW))

    assert placed(mapped(back, known=known, **credit)) == [("1851", "2", "-100.00", "-21.00")]
    assert codes(mapped(deposit_line("-301.00", "-63.21"), known=known, **credit)) == [Code.DEPOSIT_OVERSETTLED]


def test_a_credit_of_a_final_puts_the_deposit_back() -> None:
    spent = replace(BOOKED, taken=(booked("-300.00", "-63.00"),))
    again = settlement("300.00", "63.00")

    found = mapped(replace(HALL, net=-HALL.net, vat=-HALL.vat), again, known=spent, is_credit=True, credits_id="f1")

    assert (codes(found), placed(found)[1]) == ([], ("1850", "2", "300.00", "63.00"))


@pytest.mark.parametrize(
    ("also", "expected"),
    [
        ([], True),
        # Breakfast is still at 9 %, and the stay for which the deposit was paid is not.
        ([line("50.00", "4.50", LOW)], True),
        ([line("149.99", "13.50", LOW)], True),
        ([line("150.00", "13.50", LOW)], False),
    ],
)
def test_a_final_that_is_mostly_at_another_rate_is_remarked(also: list[InvoiceLine], expected: bool) -> None:
    known = deposit(booked("300.00", "27.00", account=KEPT_LOW, code="1", rate="9"))
    found = mapped(HALL, *also, settlement("-300.00", "-27.00", "9"), known=known)
    told = (RemarkCode.DEPOSIT_RATE_CHANGED, {"number": "A1", "ours": "9", "theirs": "21"})
    assert (told in found.marks) is expected
    assert len(found.marks) == expected


def test_a_rate_did_not_change_where_the_deposit_was_dearer_than_what_was_sold() -> None:
    known = deposit(booked("900.00", "189.00"))
    sold = line("200.00", "42.00"), line("100.00", "9.00", LOW)
    assert marks(mapped(*sold, settlement("-900.00", "-189.00"), known=known)) == []
    assert marks(mapped(HALL, settlement("-363.00", "0.00", "0"), known=deposit(booked("363", "0", rate="0")))) == []


def test_a_rate_that_ends_before_the_event_is_remarked_at_once() -> None:
    plain = lists()
    ending = replace(plain, vat_codes={**plain.vat_codes, "2": vat_code("2", ("21", None, date(2026, 5, 31)))})
    late = replace(WEDDING, starts_on=date(2026, 6, 1))

    ends = [(RemarkCode.DEPOSIT_RATE_ENDS, {"ours": "21", "day": "2026-06-01"})]
    assert mapped(deposit_line("300.00", "63.00", event=late), reference=ending).marks == ends
    assert marks(mapped(deposit_line("300.00", "63.00", event=replace(late, starts_on=None)), reference=ending)) == []
    assert marks(mapped(deposit_line("300.00", "63.00", event=late))) == []


@pytest.mark.parametrize(
    ("taken", "is_credit", "expected"),
    [
        pytest.param(line("-50.00", "-10.50", rate_group("los", "21", None)), False, True, id="may be a deposit"),
        pytest.param(line("-50.00", "-10.50", HIGH), False, False, id="on a ledger of its own"),
        pytest.param(line("-50.00", "-10.50", rate_group("los", "21", None)), True, False, id="a credit"),
        pytest.param(line("50.00", "10.50", rate_group("los", "21", None)), False, False, id="a charge"),
    ],
)
def test_the_guard_for_hosts_without_kinds(taken: InvoiceLine, *, is_credit: bool, expected: bool) -> None:
    found = mapped(HALL, taken, is_credit=is_credit, settings=SETTINGS)

    assert (RemarkCode.POSSIBLE_SETTLEMENT in marks(found)) is expected
