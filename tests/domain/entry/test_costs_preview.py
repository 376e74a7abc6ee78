"""What rules would do with lines of before: each line at its rule, and what is left without."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from mice_exact_plugin.domain.dimensions import By, Costs, DimensionSettings, merged
from mice_exact_plugin.domain.entry.costs_preview import Share, preview
from mice_exact_plugin.domain.invoice import Event, LineKind, Place
from mice_exact_plugin.domain.receipts import AS_ORDINARY, ReceiptSettings
from mice_exact_plugin.domain.reference import CostCode
from tests.domain.build import DAY, HIGH, gl_account, invoice, line

WEDDING = Event("E1", "Bruiloft", event_type="wedding", number="7")
ROOM, TYPE, GROUP = (By.ROOM, "z1"), (By.EVENT_TYPE, "wedding"), (By.RATE_GROUP, HIGH.code)
UNITS = {code: CostCode(code, code, code) for code in ("E7", "FEEST")}
UNITS["E9"] = CostCode("E9", "E9", "Afgelopen", DAY - timedelta(days=1))


def of(lines: int, net: str) -> Share:
    return Share(lines, Decimal(net))


def tried(*lines: Any, rules: dict[Any, Costs], per_event: str = "", **changes: Any) -> Any:
    aside = changes.pop("aside", AS_ORDINARY)
    bill = invoice(*lines, **changes)
    return preview([bill, bill], DimensionSettings(rules, per_event), UNITS, aside, DAY)


def test_a_line_counts_for_the_rule_of_its_centre_and_for_that_of_its_unit() -> None:
    rules = {ROOM: Costs("ZAAL"), TYPE: Costs("FEEST", "FEEST"), GROUP: Costs("REST")}
    found = tried(
        line("10.00", "2.10", HIGH, room="z1", event=WEDDING),
        line("20.00", "4.20", HIGH, event=WEDDING),
        line("30.00", "6.30", HIGH),
        line("40.00", "8.40", None),
        rules=rules,
    )
    assert found.by_rule == {ROOM: of(2, "20.00"), TYPE: of(4, "60.00"), GROUP: of(2, "60.00")}
    assert (found.without_center, found.without_unit) == (of(2, "80.00"), of(4, "140.00"))
    assert found.every == of(8, "200.00")


@pytest.mark.parametrize(
    ("number", "found_own", "lacking", "left"),
    [
        ("7", of(2, "20.00"), of(0, "0.00"), of(0, "0.00")),
        ("8", of(0, "0.00"), of(2, "20.00"), of(2, "20.00")),
        ("9", of(0, "0.00"), of(2, "20.00"), of(2, "20.00")),
    ],
)
def test_an_event_without_a_unit_in_exact_is_left_without(
    number: str, found_own: Share, lacking: Share, left: Share
) -> None:
    event = replace(WEDDING, number=number)
    found = tried(line("10.00", "2.10", event=event), rules={TYPE: Costs(None, "FEEST")}, per_event="E{nummer}")
    assert (found.of_events, found.not_there, found.without_unit) == (found_own, lacking, left)
    assert list(found.missing) == ([] if number == "7" else [f"E{number}"])
    assert found.by_rule[TYPE] == of(0, "0.00")


def test_what_waits_on_a_balance_sheet_is_left_out() -> None:
    kinds = (LineKind.DEPOSIT, LineKind.DEPOSIT_SETTLEMENT, LineKind.RECEIPT, LineKind.PRODUCT)
    lines = [line("10.00", "2.10", kind=kind, room="z1") for kind in kinds]
    aside = ReceiptSettings(gl_account("1999").id, "5")
    assert tried(*lines, rules={ROOM: Costs("ZAAL")}, aside=aside).every == of(2, "20.00")
    assert tried(*lines, rules={ROOM: Costs("ZAAL")}).every == of(4, "40.00")


def test_a_line_of_no_location_is_of_the_invoice_s() -> None:
    rules = {(By.LOCATION, "hal"): Costs("HAL")}
    found = tried(line("10.00", "2.10"), rules=rules, location=Place("hal", "Hal"))
    assert found.by_rule == {(By.LOCATION, "hal"): of(2, "20.00")}


A, B, C = ((By.ROOM, code) for code in "abc")
ONE, TWO, THREE = Costs("1"), Costs("2"), Costs("3")


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "both"),
    [
        pytest.param({}, {A: ONE}, {B: TWO}, {A: ONE, B: TWO}, id="each adds one"),
        pytest.param({A: ONE}, {A: TWO}, {A: ONE, B: TWO}, {A: TWO, B: TWO}, id="what I changed"),
        pytest.param({A: ONE}, {A: ONE}, {A: TWO}, {A: TWO}, id="what they changed"),
        pytest.param({A: ONE}, {A: THREE}, {A: TWO}, {A: THREE}, id="what both changed is mine to look at"),
        pytest.param({A: ONE, B: TWO}, {B: TWO}, {A: ONE, B: TWO, C: ONE}, {B: TWO, C: ONE}, id="what I took away"),
        pytest.param({A: ONE}, {A: ONE, B: TWO}, {}, {B: TWO}, id="what they took away"),
    ],
)
def test_two_who_save_at_once_keep_what_each_changed(base: Any, mine: Any, theirs: Any, both: Any) -> None:
    assert merged(*map(DimensionSettings, (base, mine, theirs))).rules == both


@pytest.mark.parametrize(("mine", "theirs", "both"), [("E{nummer}", "", "E{nummer}"), ("", "P{nummer}", "P{nummer}")])
def test_so_does_the_unit_per_event(mine: str, theirs: str, both: str) -> None:
    assert merged(*(DimensionSettings({}, each) for each in ("", mine, theirs))).per_event == both
