"""What takes back an earlier invoice is judged on that one's date: from the queue, else from the host."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.domain.invoice import Situation
from mice_exact_plugin.domain.situations import SituationSettings
from tests.booking.situations import bill
from tests.domain.build import SHIFTED, line, rate_group, vat_code

if TYPE_CHECKING:
    from tests.fake.office import Office

LODGING = rate_group("logies", "9", "8100")
UNTIL = date(2026, 1, 31)
BEFORE, AFTER = date(2026, 1, 20), date(2026, 3, 14)


@pytest.mark.parametrize("was_queued", [True, False])
def test_a_credit_at_a_rate_that_has_ended_is_booked(office: Office, was_queued: bool) -> None:
    ended = vat_code("1", ("9", None, UNTIL), ("21", AFTER, None))
    office.books.with_lists(vat_codes={**office.books.reference.vat_codes, "1": ended})
    original = bill("1", line("100.00", "9.00", LODGING), invoice_date=BEFORE)
    if was_queued:
        office.send(original)
    else:
        office.host.sent["1"] = original
    back = line("-100.00", "-9.00", LODGING)
    office.send(bill("2", back, is_credit=True, credits_id="1", invoice_date=AFTER))
    office.send(bill("3", replace(back, net=-back.net, vat=-back.vat, gross=-back.gross), invoice_date=AFTER))
    office.run()
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
