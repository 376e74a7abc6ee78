"""Which cost centre and unit a line gets: the order of the rules, what the account takes, and what is gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

import pytest

from mice_exact_plugin.domain.deposits.settings import DepositSettings
from mice_exact_plugin.domain.dimensions import By, Costs, DimensionSettings
from mice_exact_plugin.domain.entry.acceptance import NOTHING
from mice_exact_plugin.domain.entry.booked import BookedLine, costs_of
from mice_exact_plugin.domain.entry.keys import payload_digest
from mice_exact_plugin.domain.entry.lines import LineMapping, map_lines
from mice_exact_plugin.domain.entry.mapper import Mapped, map_invoice
from mice_exact_plugin.domain.invoice import Event, InvoiceLine, LineKind, Place
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.domain.receipts import ReceiptSettings
from mice_exact_plugin.domain.reference import CostCode, ReferenceData, Resource, Use
from mice_exact_plugin.domain.remarks import RemarkCode
from tests.domain import month
from tests.domain.build import DAY, LOW, SETTINGS, gl_account, invoice, line, reference, with_gl_account

EVENT = Event("E1", "Congres", event_type="congress", location=Place("hal", "Hal"))
EVERYTHING: dict[str, Any] = {"room": "z1", "event": EVENT, "category": "zaalhuur"}
#: In the order of who is asked first, each to a centre of its own.
EACH = {
    (By.ROOM, "z1"): Costs("ROOM"),
    (By.LOCATION, "hal"): Costs("HALL"),
    (By.EVENT_TYPE, "congress"): Costs("TYPE"),
    (By.RATE_GROUP, "zaal"): Costs("GROUP"),
    (By.CATEGORY, "zaalhuur"): Costs("CATEGORY"),
}


def lists(*codes: str, ended: str = "") -> dict[str, CostCode]:
    gone = date(2026, 3, 13)
    return {code: CostCode(code.lower(), code, code, gone if code == ended else None) for code in codes}


def mapped(
    *lines: InvoiceLine,
    rules: dict[Any, Costs],
    about: ReferenceData | None = None,
    per_event: str = "",
    **changes: Any,
) -> LineMapping:
    settings = replace(SETTINGS, dimensions=DimensionSettings(rules, per_event), **changes.pop("settings", {}))
    accepted = replace(NOTHING, costs=changes.pop("booked", {}))
    return map_lines(invoice(*lines, **changes), settings, about or reference(), accepted)


def costs(found: LineMapping) -> list[tuple[str | None, str | None]]:
    assert not found.problems
    return [(each.cost_center, each.cost_unit) for each in found.lines]


@pytest.mark.parametrize("first", range(len(EACH)))
def test_the_first_rule_that_says_something_decides(first: int) -> None:
    rules = dict(list(EACH.items())[first:])
    assert costs(mapped(line("100.00", "21.00", **EVERYTHING), rules=rules)) == [(next(iter(rules.values()))[0], None)]


def test_centre_and_unit_are_each_of_the_first_rule_that_names_one() -> None:
    rules = {**EACH, (By.EVENT_TYPE, "congress"): Costs("TYPE", "ZAKEN"), (By.RATE_GROUP, "zaal"): Costs(None, "HUUR")}
    assert costs(mapped(line("100.00", "21.00", **EVERYTHING), rules=rules)) == [("ROOM", "ZAKEN")]


def test_a_line_whose_event_has_no_location_is_of_the_invoice_s() -> None:
    at: dict[str, Any] = {"location": Place("hal", "Hal")}
    assert costs(mapped(line("1.00", "0.21", event=replace(EVENT, location=None)), rules=EACH, **at)) == [
        ("HALL", None)
    ]
    elsewhere = line("1.00", "0.21", event=replace(EVENT, location=Place("elders", "Elders")))
    assert costs(mapped(elsewhere, rules={(By.LOCATION, "hal"): Costs("HALL")}, **at)) == [(None, None)]


def test_lines_of_other_costs_are_other_lines_with_the_same_sums() -> None:
    lines = [line("10.05", "2.11", room=room) for room in ("z1", "z2", "z1", None)]
    found = mapped(*lines, rules={(By.ROOM, "z1"): Costs("A"), (By.ROOM, "z2"): Costs("B")})
    assert [(each.cost_center, each.net, each.vat) for each in found.lines] == [
        ("A", Decimal("20.10"), Decimal("4.22")),
        ("B", Decimal("10.05"), Decimal("2.11")),
        (None, Decimal("10.05"), Decimal("2.11")),
    ]


def test_an_account_that_takes_no_centre_gets_none() -> None:
    about = with_gl_account(gl_account("8000", cost_center_use=Use.NO))
    rules = {(By.ROOM, "z1"): Costs("A", "B")}
    assert costs(mapped(line("1.00", "0.21", room="z1"), rules=rules, about=about)) == [(None, "B")]


DEMANDS = with_gl_account(gl_account("8000", cost_center_use=Use.MANDATORY))
FALLS_BACK = with_gl_account(gl_account("8000", cost_center_use=Use.MANDATORY, cost_center="ZAAL"))


def test_a_rule_gives_an_account_the_centre_that_it_demands() -> None:
    rules = {(By.ROOM, "z1"): Costs("A")}
    assert costs(mapped(line("1.00", "0.21", room="z1"), rules=rules, about=DEMANDS)) == [("A", None)]
    assert costs(mapped(line("1.00", "0.21", room="z1"), rules=rules, about=FALLS_BACK)) == [("A", None)]
    assert costs(mapped(line("1.00", "0.21", room="z2"), rules=rules, about=FALLS_BACK)) == [("ZAAL", None)]
    found = mapped(line("1.00", "0.21", room="z2"), rules=rules, about=DEMANDS)
    assert [problem.code for problem in found.problems] == [Code.COST_CENTER_NEEDED]


@pytest.mark.parametrize("there", [lists("B"), lists("A", ended="A")], ids=["gone", "ended"])
@pytest.mark.parametrize("about", [DEMANDS, FALLS_BACK], ids=["no default", "default"])
def test_a_centre_that_is_no_more_holds_what_its_account_demands(
    there: dict[str, CostCode], about: ReferenceData
) -> None:
    rules = {(By.ROOM, "z1"): Costs("A")}
    found = mapped(line("1.00", "0.21", room="z1"), rules=rules, about=replace(about, cost_centers=there))
    (account,) = {each for each in about.gl_accounts.values() if each.code == "8000"}
    told = {"code": "A", "account": "8000", "description": account.description}
    assert [(each.code, each.params) for each in found.problems] == [(Code.COST_CENTER_GONE, told)]


def test_elsewhere_it_is_left_out_with_a_remark() -> None:
    about = replace(reference(), cost_centers=lists("A"), cost_units=lists("U", ended="U"))
    found = mapped(line("1.00", "0.21", room="z1"), rules={(By.ROOM, "z1"): Costs("A", "U")}, about=about)
    assert costs(found) == [("A", None)]
    assert found.marks == [(RemarkCode.COST_UNIT_LEFT_OUT, {"code": "U"})]


def test_the_last_day_of_a_centre_counts() -> None:
    ends = {"A": CostCode("a", "A", "A", DAY)}
    about = replace(reference(), cost_centers=ends)
    assert costs(mapped(line("1.00", "0.21", room="z1"), rules={(By.ROOM, "z1"): Costs("A")}, about=about)) == [
        ("A", None)
    ]


def test_a_list_that_was_not_read_is_no_proof() -> None:
    rules = {(By.ROOM, "z1"): Costs("A")}
    assert costs(mapped(line("1.00", "0.21", room="z1"), rules=rules)) == [("A", None)]


BY_EVENT = {**EACH, (By.EVENT_TYPE, "congress"): Costs("TYPE", "ZAKEN")}


def of_event(number: str | None, about: ReferenceData, **changes: Any) -> LineMapping:
    numbered = line("1.00", "0.21", **{**EVERYTHING, "event": replace(EVENT, number=number)})
    return mapped(numbered, rules=BY_EVENT, about=about, per_event="E{nummer}", **changes)


@pytest.mark.parametrize(
    ("number", "unit", "left_out"),
    [
        pytest.param("7", "E7", None, id="it exists"),
        pytest.param("8", None, "E8", id="it does not, and no rule takes its place"),
        pytest.param("9", None, "E9", id="it has ended"),
        pytest.param(None, "ZAKEN", None, id="a host that tells no number"),
    ],
)
def test_an_event_has_a_cost_unit_of_its_own_where_exact_has_it(
    number: str | None, unit: str | None, left_out: str | None
) -> None:
    found = of_event(number, replace(reference(), cost_units=lists("E7", "E9", "ZAKEN", ended="E9")))
    assert costs(found) == [("ROOM", unit)]
    assert found.marks == ([(RemarkCode.COST_UNIT_LEFT_OUT, {"code": left_out})] if left_out else [])


def test_one_that_is_not_there_holds_what_its_account_demands() -> None:
    demands = with_gl_account(gl_account("8000", cost_unit_use=Use.MANDATORY, cost_unit="ALGEMEEN"))
    found = of_event("8", replace(demands, cost_units=lists("E7")))
    assert [(each.code, each.params["code"]) for each in found.problems] == [(Code.COST_UNIT_GONE, "E8")]


def test_nothing_that_we_made_ourselves_is_sent_before_exact_has_shown_it() -> None:
    """A code that a person typed is judged by Exact where its list was not read."""
    assert costs(of_event("7", reference())) == [("ROOM", None)]


def test_a_credit_keeps_the_unit_of_its_original_whatever_the_event_s_is_by_now() -> None:
    about = replace(reference(), cost_units=lists("E7", "U"), cost_centers=lists("OLD"))
    assert costs(of_event("7", about, booked=booked(Costs("OLD", "U")), is_credit=True)) == [("OLD", "U")]


@pytest.mark.parametrize("demands", [False, True])
def test_what_waits_on_a_balance_sheet_has_a_centre_only_where_the_account_demands_one(demands: bool) -> None:
    use = Use.MANDATORY if demands else Use.OPTIONAL
    account = gl_account("1850", type=21, cost_center_use=use)
    plain = with_gl_account(account)
    settings = {
        "deposits": DepositSettings({Decimal(21): account.id}),
        "receipts": ReceiptSettings(account.id, "5"),
    }
    lines = [line("1.00", "0.21", room="z1", kind=kind) for kind in (LineKind.DEPOSIT, LineKind.RECEIPT)]
    found = mapped(*lines, rules={(By.ROOM, "z1"): Costs("A", "U")}, about=plain, settings=settings)
    assert costs(found) == [("A" if demands else None, None)] * 2


def booked(*found: Costs) -> Any:
    plain = BookedLine("gl-8000", "8000", "2", Decimal(21), Decimal(1), Decimal("0.21"))
    return costs_of(replace(plain, cost_center=each.center, cost_unit=each.unit) for each in found)


@pytest.mark.parametrize(
    ("original", "expected"),
    [
        (booked(Costs("OLD", "U")), ("OLD", "U")),
        (booked(Costs()), (None, None)),
        (booked(Costs("OLD"), Costs("A")), ("A", None)),
        (booked(Costs("OLD"), Costs("ELSE")), ("A", None)),
        (booked(Costs("ENDED")), ("A", None)),
        ({}, ("A", None)),
    ],
)
def test_a_credit_has_the_costs_of_its_original(original: Any, expected: tuple[str | None, str | None]) -> None:
    about = replace(reference(), cost_centers=lists("OLD", "A", "ELSE", "ENDED", ended="ENDED"), cost_units=lists("U"))
    found = mapped(
        line("-1.00", "-0.21", room="z1"),
        rules={(By.ROOM, "z1"): Costs("A")},
        about=about,
        booked=original,
        is_credit=True,
    )
    assert costs(found) == [expected]


def test_costs_are_part_of_what_makes_an_entry_another_one_only_where_there_are_any() -> None:
    bill = invoice(line("1.00", "0.21", room="z1"), line("1.00", "0.09", LOW))

    def digest(rules: dict[Any, Costs]) -> str:
        settings = replace(SETTINGS, dimensions=DimensionSettings(rules))
        found = map_invoice(bill, settings, reference(), debtor_has_payment_condition=False)
        assert isinstance(found, Mapped)
        return payload_digest(found.entry, "a")

    plain = digest({})
    assert digest({(By.ROOM, "elsewhere"): Costs("A")}) == plain
    assert digest({(By.ROOM, "z1"): Costs("A")}) != plain


@pytest.mark.parametrize("seed", range(3))
def test_what_each_centre_gets_is_what_the_host_adds_up(seed: int) -> None:
    """`./run bench dimensions` takes many more."""
    random, sums = Random(seed), month.Month()
    for number in range(100):
        month.book(sums, month.drawn(random, number))
    assert not sums.blocked
    assert len(sums.host) > len(month.CENTERS)
    assert not sums.differences()


@pytest.mark.parametrize(
    ("settings", "read"),
    [
        (DimensionSettings(), ()),
        (DimensionSettings({(By.ROOM, "z1"): Costs("ZAAL")}), (Resource.COST_CENTERS,)),
        (DimensionSettings({(By.ROOM, "z1"): Costs(None, "FEEST")}), (Resource.COST_UNITS,)),
        (DimensionSettings({(By.ROOM, "z1"): Costs("ZAAL", "FEEST")}), (Resource.COST_CENTERS, Resource.COST_UNITS)),
        (DimensionSettings(per_event="E{nummer}"), (Resource.COST_UNITS,)),
        (
            DimensionSettings({(By.ROOM, "z1"): Costs("ZAAL")}, "E{nummer}"),
            (Resource.COST_CENTERS, Resource.COST_UNITS),
        ),
    ],
)
def test_only_the_lists_that_a_rule_needs_are_read(settings: DimensionSettings, read: tuple[Resource, ...]) -> None:
    assert (settings.lists, settings.is_used) == (read, bool(read))
