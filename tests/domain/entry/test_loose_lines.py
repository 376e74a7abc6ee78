"""Lines without a rate group: tips, rounding and tourist tax go where somebody chose, per rate."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from mice_exact_plugin.domain.entry.mapper import Blocked, Mapped, map_invoice
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.domain.settings import LinkSettings, LooseLine
from tests.domain.build import HIGH, SETTINGS, SHIFTED, gl_account, invoice, line, reference, with_gl_account

TILL = invoice(
    line("25.00", "0.00", None, vat_rate=Decimal("0.00"), description="Fooi"),
    line("0.02", "0.00", None, vat_rate=Decimal(0), description="Afronding"),
    line("100.00", "21.00", HIGH),
)


def chosen(**loose: str) -> LinkSettings:
    return replace(SETTINGS, loose_lines={Decimal(0): LooseLine(**loose)})


def lines_of(settings: LinkSettings) -> tuple[Mapped, list[tuple[str, str, str]]]:
    outcome = map_invoice(TILL, settings, reference(), debtor_has_payment_condition=True)
    assert isinstance(outcome, Mapped), outcome
    return outcome, [(item.gl_account_code, item.vat_code, str(item.net)) for item in outcome.entry.lines]


def test_until_somebody_chooses_the_default_ledger_takes_them_and_that_is_marked() -> None:
    outcome, lines = lines_of(SETTINGS)
    assert lines == [("8999", "5", "25.02"), ("8000", "2", "100.00")]
    assert outcome.marks == ((RemarkCode.LOOSE_LINES, {}),)
    assert len(outcome.fallbacks) == 2


def test_what_is_chosen_holds_for_the_rate_and_is_no_point_of_attention() -> None:
    outcome, lines = lines_of(chosen(gl_account_id="gl-8050", vat_code="6"))
    assert lines == [("8050", "6", "25.02"), ("8000", "2", "100.00")]
    assert (outcome.marks, outcome.fallbacks) == ((), ())
    other_rate = replace(SETTINGS, loose_lines={Decimal(21): LooseLine("gl-8050", None)})
    assert lines_of(other_rate)[1] == lines_of(SETTINGS)[1]


def test_each_of_the_two_may_be_chosen_alone() -> None:
    assert lines_of(chosen(gl_account_id="gl-8050"))[1][0] == ("8050", "5", "25.02")
    outcome, lines = lines_of(chosen(vat_code="6"))
    assert lines[0] == ("8999", "6", "25.02")
    assert outcome.marks == ((RemarkCode.LOOSE_LINES, {}),)


def test_lines_of_a_rate_group_are_not_loose() -> None:
    source = invoice(line("10.00", "0.00", replace(SHIFTED, ledger_number=None)))
    settings = chosen(gl_account_id="gl-8050", vat_code="6")
    outcome = map_invoice(source, settings, reference(), debtor_has_payment_condition=True)
    assert isinstance(outcome, Mapped)
    assert [(item.gl_account_code, item.vat_code) for item in outcome.entry.lines] == [("8999", "5")]
    assert outcome.marks == ()


def test_a_chosen_ledger_that_is_gone_or_cannot_be_booked_on_is_named() -> None:
    gone = map_invoice(TILL, chosen(gl_account_id="weg"), reference(), debtor_has_payment_condition=True)
    shut = with_gl_account(gl_account("8050", is_blocked=True))
    blocked = map_invoice(TILL, chosen(gl_account_id="gl-8050"), shut, debtor_has_payment_condition=True)
    found = [outcome.problems[0].code for outcome in (gone, blocked) if isinstance(outcome, Blocked)]
    assert found == [Code.LOOSE_GL_ACCOUNT_GONE, Code.GL_ACCOUNT_BLOCKED]
