"""The table of all rate groups that a bookkeeper agrees to: where each is booked, and a digest of what decides that."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.domain.deposits.settings import DepositSettings
from mice_exact_plugin.domain.dimensions import NO_COSTS, By, Costs, DimensionSettings
from mice_exact_plugin.domain.entry.mapping_table import Ledger, as_deposit, digest, table
from mice_exact_plugin.domain.invoice import Situation
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.domain.receipts import ReceiptSettings
from mice_exact_plugin.domain.reference import Use
from mice_exact_plugin.domain.settings import LooseLine
from mice_exact_plugin.domain.situations import SituationSettings
from tests.domain.build import HIGH, LOW, SETTINGS, TODAY, gl_account, rate_group, reference, with_gl_account
from tests.domain.deposits.build import WITH_ACCOUNTS, lists

if TYPE_CHECKING:
    from mice_exact_plugin.domain.entry.mapping_table import MappedGroup
    from mice_exact_plugin.domain.invoice import RateGroup

OWN = replace(SETTINGS, rate_group_ledgers={"zaal": "gl-8100"})


def row(group: RateGroup = HIGH, settings: Any = SETTINGS, known: Any = None) -> MappedGroup:
    (found,) = table([group], settings, known or reference(), TODAY)
    return found


@pytest.mark.parametrize(
    ("number", "settings", "ledger", "account", "chooses", "is_default"),
    [
        ("8000", SETTINGS, Ledger.FOUND, "8000", False, False),
        ("8000", OWN, Ledger.FOUND, "8000", True, False),
        ("7777", OWN, Ledger.OWN, "8100", True, False),
        (None, OWN, Ledger.OWN, "8100", True, False),
        (None, SETTINGS, Ledger.MISSING, "8999", True, True),
        ("7777", SETTINGS, Ledger.UNKNOWN, "8999", True, True),
    ],
)
def test_where_a_group_is_booked(
    number: str | None, settings: Any, ledger: Ledger, account: str, chooses: bool, is_default: bool
) -> None:
    found = row(replace(HIGH, ledger_number=number), settings)
    assert (found.ledger, found.account and found.account.code) == (ledger, account)
    assert (found.may_choose, found.is_default) == (chooses, is_default)
    assert (found.own and found.own.code) == ("8100" if settings is OWN else None)
    assert (found.group.code, found.vat and found.vat.code, found.problems) == ("zaal", "2", ())


def test_an_account_that_cannot_carry_it_is_refused_with_its_reason() -> None:
    found = row(known=with_gl_account(gl_account("8000", is_blocked=True)), settings=OWN)
    assert (found.ledger, found.account, found.own and found.own.code) == (Ledger.REFUSED, None, "8100")
    assert (found.vat and found.vat.code, [problem.code for problem in found.problems]) == (
        "2",
        [Code.GL_ACCOUNT_BLOCKED],
    )


RULED = replace(SETTINGS, dimensions=DimensionSettings({(By.ROOM, "z1"): Costs("ZAAL")}))


@pytest.mark.parametrize(
    ("settings", "ledger", "codes"),
    [(SETTINGS, Ledger.REFUSED, [Code.COST_CENTER_NEEDED]), (RULED, Ledger.FOUND, [])],
)
def test_an_account_that_asks_for_costs_is_refused_until_rules_can_give_them(
    settings: Any, ledger: Ledger, codes: list[Code]
) -> None:
    known = with_gl_account(gl_account("8000", cost_center_use=Use.MANDATORY))
    found = row(known=known, settings=settings)
    assert (found.ledger, [problem.code for problem in found.problems]) == (ledger, codes)


def test_without_a_default_ledger_a_group_without_number_is_refused() -> None:
    found = row(replace(HIGH, ledger_number=None), replace(SETTINGS, default_gl_account_id="gone"))
    assert (found.ledger, [problem.code for problem in found.problems]) == (
        Ledger.REFUSED,
        [Code.DEFAULT_GL_ACCOUNT_GONE],
    )


def test_a_group_of_deposits_is_never_for_the_default_ledger() -> None:
    kept, group = lists(), replace(HIGH, ledger_number="7777")
    found = as_deposit(row(group, WITH_ACCOUNTS, kept), WITH_ACCOUNTS, kept)
    assert (found.ledger, found.account and found.account.code, found.problems) == (Ledger.DEPOSIT, "1850", ())
    assert (found.is_default, found.may_choose) == (False, False)
    held = as_deposit(row(group), SETTINGS, reference())
    assert (held.account, [problem.code for problem in held.problems]) == (None, [Code.DEPOSIT_LEDGER_NEEDED])


def test_a_rate_without_code_is_said_beside_the_ledger() -> None:
    without = replace(SETTINGS, vat_codes={})
    found = row(settings=without)
    assert (found.ledger, found.vat) == (Ledger.FOUND, None)
    assert [problem.code for problem in found.problems] == [Code.VAT_RATE_UNMAPPED]
    both = row(known=with_gl_account(gl_account("8000", is_blocked=True)), settings=without)
    assert [problem.code for problem in both.problems] == [Code.GL_ACCOUNT_BLOCKED, Code.VAT_RATE_UNMAPPED]


def test_groups_stand_by_name_whatever_its_capitals() -> None:
    groups = [HIGH, replace(LOW, description="groep b"), replace(LOW, code="a", description="Groep b")]
    assert [each.group.code for each in table(groups, SETTINGS, reference(), TODAY)] == ["a", "catering", "zaal"]


LOOSE = {Decimal(21): LooseLine("gl-8000", "2")}
BY_GROUP = (By.RATE_GROUP, HIGH.code)
CHANGES: dict[str, tuple[list[RateGroup], Any]] = {
    "another ledger": ([replace(HIGH, ledger_number="8100")], SETTINGS),
    "another code": ([HIGH], replace(SETTINGS, vat_codes={Decimal(21): "6"})),
    "another group": ([replace(HIGH, code="hal")], SETTINGS),
    "one group more": ([HIGH, LOW], SETTINGS),
    "another default": ([HIGH], replace(SETTINGS, default_gl_account_id="gl-8100")),
    "loose lines": ([HIGH], replace(SETTINGS, loose_lines=LOOSE)),
    "loose lines elsewhere": ([HIGH], replace(SETTINGS, loose_lines={Decimal(21): LooseLine("gl-8100", "2")})),
    "loose lines under a code": ([HIGH], replace(SETTINGS, loose_lines={Decimal(21): LooseLine("gl-8000", None)})),
    "a ground": ([HIGH], replace(SETTINGS, situations=SituationSettings({Situation.EXPORT: "5"}))),
    "a cost centre": ([HIGH], replace(SETTINGS, dimensions=DimensionSettings({BY_GROUP: Costs("ZAAL")}))),
    "another unit": ([HIGH], replace(SETTINGS, dimensions=DimensionSettings({BY_GROUP: Costs(None, "ZAAL")}))),
    "a unit per event": ([HIGH], replace(SETTINGS, dimensions=DimensionSettings({}, "E{nummer}"))),
    "another unit per event": ([HIGH], replace(SETTINGS, dimensions=DimensionSettings({}, "F{nummer}"))),
    "deposits": ([HIGH], replace(SETTINGS, deposits=DepositSettings({Decimal(21): "gl-1850"}))),
    "deposits elsewhere": ([HIGH], replace(SETTINGS, deposits=DepositSettings({Decimal(21): "gl-1851"}))),
    "deposits as turnover": ([HIGH], replace(SETTINGS, deposits=DepositSettings(as_turnover=True))),
    "receipts aside": ([HIGH], replace(SETTINGS, receipts=ReceiptSettings("gl-1850", "5"))),
    "receipts elsewhere": ([HIGH], replace(SETTINGS, receipts=ReceiptSettings("gl-1851", "5"))),
    "receipts under a code": ([HIGH], replace(SETTINGS, receipts=ReceiptSettings("gl-1850", "6"))),
    "held": ([replace(HIGH, ledger_number=None)], replace(SETTINGS, default_gl_account_id="gone")),
}


def _digest(groups: list[RateGroup], settings: Any) -> str:
    return digest(table(groups, settings, reference(), TODAY), settings)


def test_what_decides_where_a_line_is_booked_changes_the_digest_and_nothing_else_does() -> None:
    seen = [_digest(*each) for each in [([HIGH], SETTINGS), *CHANGES.values()]]
    assert len(set(seen)) == len(seen)
    told_otherwise = replace(HIGH, description="Zaalhuur")
    assert _digest([told_otherwise], replace(SETTINGS, journal_code="71")) == seen[0]


def test_a_row_says_which_costs_a_rule_about_its_group_names() -> None:
    settings = replace(SETTINGS, dimensions=DimensionSettings({BY_GROUP: Costs("ZAAL"), (By.ROOM, "z1"): Costs("Z")}))
    found = table([HIGH, LOW], settings, reference(), TODAY)
    assert {each.group.code: each.costs for each in found} == {HIGH.code: Costs("ZAAL"), LOW.code: NO_COSTS}


def test_what_is_refused_says_its_costs_too() -> None:
    settings = replace(SETTINGS, dimensions=DimensionSettings({BY_GROUP: Costs("ZAAL")}))
    found = row(known=with_gl_account(gl_account("8000", is_blocked=True)), settings=settings)
    assert (found.ledger, found.costs) == (Ledger.REFUSED, Costs("ZAAL"))


@pytest.mark.parametrize(
    ("changes", "kept"),
    [
        ({"deposits": DepositSettings({Decimal(21): "gl-1850"})}, "5d40b9a8f7eb"),
        ({"receipts": ReceiptSettings("gl-1850", "5")}, "f67541df6728"),
        ({"dimensions": DimensionSettings({BY_GROUP: Costs("ZAAL")}, "E{nummer}")}, "57c04d1edaa8"),
    ],
)
def test_a_kept_agreement_with_more_is_recognised(changes: dict[str, Any], kept: str) -> None:
    assert _digest([HIGH], replace(SETTINGS, **changes))[:12] == kept


def test_a_kept_agreement_is_recognised() -> None:
    """Another form would ask everybody to agree anew."""
    assert _digest([HIGH, rate_group("los", "9", None)], replace(SETTINGS, loose_lines=LOOSE))[:12] == "e8d7732ccd5f"
