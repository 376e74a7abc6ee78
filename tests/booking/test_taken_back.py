"""What takes back an earlier invoice is judged on that one's date: from the queue, else from the host."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import delete

from mice_exact_plugin.database import step
from mice_exact_plugin.domain.deposits.settings import DepositSettings
from mice_exact_plugin.domain.invoice import LineKind, Situation
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.receipts import AS_ORDINARY, ReceiptSettings
from mice_exact_plugin.domain.reference import Resource
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.domain.situations import SituationSettings
from mice_exact_plugin.domain.states import BY_HAND, LEFT_ALONE, State
from mice_exact_plugin.exports import queue, remarks, revenue
from mice_exact_plugin.exports.lines import ExportLine
from mice_exact_plugin.mirror import reference_data
from tests.booking.situations import bill
from tests.domain.build import SHIFTED, gl_account, line, rate_group, vat_code
from tests.fake.host import GRANTED
from tests.fake.office import TENANT

if TYPE_CHECKING:
    from mice_exact_plugin.exports.export import Export
    from tests.fake.office import Office

LODGING = rate_group("logies", "9", "8100")
UNTIL = date(2026, 1, 31)
CLEARING = gl_account("2020", type=90)
AT_GROSS = ReceiptSettings(CLEARING.id, "5")
BAR = line("100.00", "9.00", LODGING, kind=LineKind.RECEIPT)
BEFORE, AFTER = date(2026, 1, 20), date(2026, 3, 14)


def _has_clearing_account(office: Office) -> None:
    known = office.books.reference
    office.books.with_lists(
        gl_accounts={**known.gl_accounts, CLEARING.code: CLEARING},
        gl_accounts_by_id={**known.gl_accounts_by_id, CLEARING.id: CLEARING},
    )
    reference_data.load(office.runtime, office.link, office.work().client, Resource.GL_ACCOUNTS)


def _rows(office: Office) -> list[Export]:
    with step(office.session):
        return queue.in_state(office.session, TENANT, *State)


@pytest.mark.parametrize("was_queued", [True, False])
def test_a_credit_at_a_rate_that_has_ended_is_booked(office: Office, was_queued: bool) -> None:
    ended = vat_code("1", ("9", None, UNTIL), ("21", AFTER, None))
    office.books.with_lists(vat_codes={**office.books.reference.vat_codes, "1": ended})
    original = bill("1", line("100.00", "9.00", LODGING), invoice_date=BEFORE)
    if was_queued:
        office.send(original)
    else:
        office.host.sent["1"] = replace(original, sent_at=GRANTED - timedelta(days=30))
    back = line("-100.00", "-9.00", LODGING)
    office.send(bill("2", back, is_credit=True, credits_id="1", invoice_date=AFTER))
    office.send(bill("3", replace(back, net=-back.net, vat=-back.vat, gross=-back.gross), invoice_date=AFTER))
    office.run()
    assert ("1" in {row.invoice_id for row in _rows(office)}) is was_queued
    assert office.row("2").state == "synced"
    assert [problem.code for problem in office.row("3").problems] == ["vat_code_unsuitable"]


def test_a_credit_of_what_was_booked_before_grounds_were_told_apart_goes_back_under_that_code(office: Office) -> None:
    untaxed = line("100.00", "0.00", SHIFTED, situation=Situation.EXEMPT)
    office.send(bill("1", untaxed))
    office.run()
    office.set(situations=SituationSettings({Situation.EXEMPT: "6"}))
    back = replace(untaxed, net=-untaxed.net, gross=-untaxed.gross)
    office.send(bill("2", back, is_credit=True, credits_id="1"), bill("3", untaxed))
    office.again()
    codes = {entry.your_ref: [each.vat_code for each in entry.lines or ()] for entry in office.books.entries.values()}
    assert codes == {"F2026-1": ["5"], "F2026-2": ["5"], "F2026-3": ["6"]}


@pytest.mark.parametrize(
    "since", [{"vat_codes": {Decimal(0): "6"}}, {"rate_group_vat_codes": {SHIFTED.code: "6"}}], ids=["rate", "group"]
)
def test_a_credit_of_nought_percent_goes_back_under_the_one_code_of_its_invoice(
    office: Office, since: dict[str, dict[Any, str]]
) -> None:
    """Else exempt turnover of before is taken off the listing within the EU, where it never was."""
    untaxed = line("100.00", "0.00", SHIFTED)
    office.send(bill("1", untaxed))
    office.run()
    office.set(**since)
    back = replace(untaxed, net=-untaxed.net, gross=-untaxed.gross)
    office.send(bill("2", back, is_credit=True, credits_id="1"), bill("3", untaxed))
    office.again()
    codes = {entry.your_ref: [each.vat_code for each in entry.lines or ()] for entry in office.books.entries.values()}
    assert codes == {"F2026-1": ["5"], "F2026-2": ["5"], "F2026-3": ["6"]}


@pytest.mark.parametrize(("then", "now"), [(AS_ORDINARY, AT_GROSS), (AT_GROSS, AS_ORDINARY)])
def test_a_credit_of_receipts_goes_where_they_were_booked(
    office: Office, then: ReceiptSettings, now: ReceiptSettings
) -> None:
    _has_clearing_account(office)
    office.set(receipts=then)
    office.send(bill("1", BAR))
    office.run()
    office.set(receipts=now)
    back = replace(BAR, net=-BAR.net, vat=-BAR.vat, gross=-BAR.gross)
    office.send(bill("2", back, is_credit=True, credits_id="1"))
    office.again()
    booked = {entry.your_ref: entry.lines for entry in office.books.entries.values()}
    sums = [[(each.gl_account_id, each.vat_code, abs(each.net)) for each in lines or ()] for lines in booked.values()]
    assert len(sums) == 2
    assert sums[0] == sums[1], "else the VAT of the original stands, or is taken back without having been declared"


def test_a_credit_of_receipts_whose_lines_were_not_kept_goes_where_all_were_booked_then(office: Office) -> None:
    """0.1 kept none, and had one way to book them."""
    _has_clearing_account(office)
    office.send(bill("1", BAR))
    office.run()
    with step(office.session):
        office.session.execute(delete(ExportLine))
    office.set(receipts=AT_GROSS)
    back = replace(BAR, net=-BAR.net, vat=-BAR.vat, gross=-BAR.gross)
    office.send(bill("2", back, is_credit=True, credits_id="1"))
    office.again()
    accounts = [{line.gl_account_id for line in entry.lines or ()} for entry in office.books.entries.values()]
    assert accounts == [{"gl-8100"}, {"gl-8100"}]


def test_a_credit_takes_no_ground_from_receipts(office: Office) -> None:
    """What the till declared is no ground of the invoice's own lines."""
    _has_clearing_account(office)
    told_apart = SituationSettings({Situation.EXEMPT: "6"})
    office.set(receipts=AT_GROSS, situations=told_apart, vat_codes={Decimal(21): "2", Decimal(9): "1"})
    office.send(bill("1", BAR))
    office.run()
    office.send(bill("2", line("-100.00", "0.00", SHIFTED), is_credit=True, credits_id="1"))
    office.again()
    assert [problem.code for problem in office.problems("2")] == ["vat_situation_needed"]


@pytest.mark.parametrize(("reason", "is_alone"), [(BY_HAND, False), (LEFT_ALONE, True)])
def test_a_credit_stands_alone_unless_somebody_booked_its_original(office: Office, reason: str, is_alone: bool) -> None:
    office.send(bill("1"))
    office.change(state=State.IGNORED, ignored_reason=reason)
    office.send(bill("2", line("-100.00", "-21.00"), is_credit=True, credits_id="1"))
    office.run()
    assert office.row("2").state is State.SYNCED
    assert ("credit_alone" in office.remarks("2")) is is_alone


def test_a_credit_waits_for_its_original_also_when_it_waited_for_a_deposit(office: Office) -> None:
    office.set(deposits=DepositSettings(as_turnover=True))
    deposit = line("50.00", "4.50", LODGING, kind=LineKind.DEPOSIT)
    charged = line("100.00", "21.00")
    settled = replace(deposit, net=-deposit.net, vat=-deposit.vat, gross=-deposit.gross, settles_invoice_id="1")
    settled = replace(settled, kind=LineKind.DEPOSIT_SETTLEMENT, position=2)
    again = replace(deposit, kind=LineKind.DEPOSIT_SETTLEMENT, settles_invoice_id="1", position=2)
    back = replace(charged, net=-charged.net, vat=-charged.vat, gross=-charged.gross)
    office.send(bill("1", deposit), bill("2", charged, settled), bill("3", back, again, is_credit=True, credits_id="2"))
    for key in ("1", "2"):
        office.blocked(key, Problem(Code.BUG))
    office.again()
    office.change("1", state=State.QUEUED, problems=[])
    office.again()
    assert [office.row(key).state for key in "123"] == ["synced", "blocked", "queued"], "nothing to take back yet"


def test_turnover_that_was_seen_to_be_gone_from_exact_is_not_told_as_booked(office: Office) -> None:
    office.send(bill("1"), bill("2"))
    office.run()
    gone, place = office.row("2").id, office.link.place
    with step(office.session):
        remarks.add(office.session, gone, RemarkCode.DELETED_IN_EXACT)
        found = revenue.by_ledger(office.session, TENANT, place, BEFORE)
    assert found == {("gl-8000", "2"): Decimal(100)}
