"""Ledger numbers: found, fallen back on the default, or refused with every reason."""

from dataclasses import replace

import pytest

from mice_exact_plugin.domain.entry.ledger_mapping import (
    LedgerChoice,
    account_problems,
    choices_for_default,
    find_gl_account,
    journals_to_choose,
    selectable_as_default,
    suggest_default_gl_account,
    suggest_journal,
)
from mice_exact_plugin.domain.entry.lines import map_lines
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.domain.reference import GLAccount, Journal, Use
from tests.domain.build import HIGH, SETTINGS, gl_account, invoice, journal, line, reference, with_gl_account

DEFAULT = gl_account("8999")


@pytest.mark.parametrize("number", ["8000", " 8000 "])
def test_a_known_number_is_its_account(number: str) -> None:
    choice = find_gl_account(line("1", "0", replace(HIGH, ledger_number=number)), reference(), DEFAULT)
    assert choice == LedgerChoice(gl_account("8000"), None)


@pytest.mark.parametrize(("number", "kept"), [(None, None), ("  ", None), ("7777", "7777"), ("800", "800")])
def test_a_missing_or_unknown_number_goes_to_the_default_and_is_shown(number: str | None, kept: str | None) -> None:
    choice = find_gl_account(line("1", "0", replace(HIGH, ledger_number=number)), reference(), DEFAULT)
    assert isinstance(choice, LedgerChoice)
    assert choice.account == DEFAULT
    assert choice.fallback is not None
    assert (choice.fallback.ledger_number, choice.fallback.product) == (kept, "Grote zaal")
    assert choice.fallback.rate_group == "Groep zaal"


@pytest.mark.parametrize(
    ("number", "chosen", "booked_on", "falls_back"),
    [
        ("8000", "gl-8100", "8000", False),  # the host's number comes first
        ("7777", "gl-8100", "8100", False),
        (None, "gl-8100", "8100", False),
        ("7777", "gl-gone", "8999", True),
        ("7777", None, "8999", True),
    ],
)
def test_what_was_chosen_for_a_rate_group_counts_where_the_host_s_number_is_of_no_use(
    number: str | None, chosen: str | None, booked_on: str, falls_back: bool
) -> None:
    group = replace(HIGH, ledger_number=number)
    own = replace(SETTINGS, rate_group_ledgers={group.code: chosen} if chosen else {})
    mapped = map_lines(invoice(line("100.00", "21.00", group)), own, reference())
    assert [one.gl_account_code for one in mapped.lines] == [booked_on]
    assert bool(mapped.fallbacks) is falls_back


def test_a_line_without_rate_group_goes_to_the_default() -> None:
    choice = find_gl_account(line("1", "0", None), reference(), DEFAULT)
    assert isinstance(choice, LedgerChoice)
    assert choice.fallback is not None
    assert choice.fallback.rate_group is None


def test_without_a_default_the_line_is_blocked_only_where_it_needs_one() -> None:
    assert isinstance(find_gl_account(line("1", "0"), reference(), None), LedgerChoice)
    [problem] = _problems(find_gl_account(line("1", "0", None), reference(), None))
    assert problem == Code.DEFAULT_GL_ACCOUNT_GONE


@pytest.mark.parametrize(
    ("account", "codes"),
    [
        (gl_account("8000", is_blocked=True), [Code.GL_ACCOUNT_BLOCKED]),
        *[(gl_account("8000", type=kind), [Code.GL_ACCOUNT_TYPE]) for kind in (10, 12, 14, 16, 20, 22, 24)],
        (gl_account("8000", is_blocked=True, type=20), [Code.GL_ACCOUNT_BLOCKED, Code.GL_ACCOUNT_TYPE]),
    ],
)
def test_an_account_that_cannot_carry_the_line_never_moves_to_the_default(
    account: GLAccount, codes: list[Code]
) -> None:
    assert _problems(find_gl_account(line("1", "0"), with_gl_account(account), DEFAULT)) == codes


def test_an_account_that_demands_costs_and_gives_none_is_not_offered_but_may_be_numbered() -> None:
    demands = gl_account("8000", cost_center_use=Use.MANDATORY, cost_unit_use=Use.MANDATORY)
    assert _problems(account_problems(demands)) == [Code.COST_CENTER_NEEDED, Code.COST_UNIT_NEEDED]
    assert {problem.params["description"] for problem in account_problems(demands)} == {demands.description}
    assert {problem.params["account"] for problem in account_problems(demands)} == {"8000"}
    assert not selectable_as_default(demands)
    assert find_gl_account(line("1", "0"), with_gl_account(demands), DEFAULT) == LedgerChoice(demands, None)


@pytest.mark.parametrize(
    "account",
    [
        *[gl_account("8000", type=kind) for kind in (21, 27, 90, 110, 120)],
        gl_account("8000", cost_center_use=Use.MANDATORY, cost_center="ZAAL"),
        gl_account("8000", cost_unit_use=Use.MANDATORY, cost_unit="FEEST"),
        gl_account("8000", cost_center_use=Use.NO),
    ],
)
def test_deposits_and_filled_cost_centres_pass(account: GLAccount) -> None:
    assert find_gl_account(line("1", "0"), with_gl_account(account), DEFAULT) == LedgerChoice(account, None)
    assert selectable_as_default(account)


def test_the_choice_of_a_default_starts_with_revenue() -> None:
    accounts = [gl_account("1300", type=20), gl_account("1850", type=21), gl_account("8100"), gl_account("8000")]
    assert [account.code for account in choices_for_default(accounts)] == ["8000", "8100", "1850"]


@pytest.mark.parametrize(
    ("descriptions", "suggested"),
    [
        (["Omzet zaal", "Omzet overig"], "Omzet overig"),
        (["Overige opbrengsten", "Omzet zaal"], "Overige opbrengsten"),
        (["Autres produits"], "Autres produits"),
        (["Omzet buitenland overige tarieven"], None),
        (["Omzet zaal"], None),
        ([], None),
    ],
)
def test_the_suggested_default_calls_itself_other(descriptions: list[str], suggested: str | None) -> None:
    accounts = [gl_account(str(8000 + n), description=text) for n, text in enumerate(descriptions)]
    found = suggest_default_gl_account(accounts)
    assert (found and found.description) == suggested


@pytest.mark.parametrize(
    ("journals", "suggested"),
    [
        ([journal("70", "Omzet")], "70"),
        ([journal("70"), journal("71", "Verkoopboek evenementen")], "70"),
        ([journal("700", "Ventes"), journal("701", "Acomptes")], "700"),
        ([journal("70", is_blocked=True), journal("71", "Kassa")], "71"),
        ([journal("71", "Kassa"), journal("72", "Zaal")], None),
        ([journal("60", type=22)], None),
    ],
)
def test_the_suggested_journal_is_the_only_plain_one(journals: list[Journal], suggested: str | None) -> None:
    found = suggest_journal(journals)
    assert (found and found.code) == suggested


def test_only_open_sales_journals_are_offered() -> None:
    offered = journals_to_choose([journal("71"), journal("70"), journal("20", type=12), journal("75", is_blocked=True)])
    assert [item.code for item in offered] == ["70", "71"]


def _problems(outcome: object) -> list[Code]:
    assert isinstance(outcome, list)
    return [problem.code for problem in outcome]
