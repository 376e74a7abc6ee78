"""A credit of what has no lines here, as somebody typed it in Exact: where it stands is read for it, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.database import step
from mice_exact_plugin.exports import lines
from tests.booking.situations import bill
from tests.deposits.flows import (
    OFF,
    SOLD,
    booked,
    by_hand,
    deposit,
    final,
    found_by_a_run,
    of_a_version_without_lines,
    on,
    with_accounts,
)
from tests.deposits.played import READS
from tests.domain.build import line, rate_group

if TYPE_CHECKING:
    from mice_exact_plugin.domain.invoice import Invoice, InvoiceLine
    from tests.fake.office import Office

#: Where the bookkeeper put it, which is not the ledger of its rate group.
ELSEWHERE = "gl-8999"


def back(key: str, of: str = "1", *charged: InvoiceLine) -> Invoice:
    return bill(key, *(charged or (line("-100.00", "-21.00"),)), is_credit=True, credits_id=of)


def found(office: Office, *places: tuple[str, str, str]) -> None:
    by_hand(office, "1", *(places or ((ELSEWHERE, "100.00", "21.00"),)))
    booked(office, bill("1"))
    assert office.row("1").adopted


def stands_on(office: Office, key: str) -> list[str]:
    entry = office.books.entries[office.row(key).entry_id or ""]
    return [each.gl_account_id for each in entry.lines or ()]


def test_a_credit_goes_back_to_where_it_was_typed_and_one_call_tells_where(office: Office) -> None:
    found(office)
    assert office.exact.calls(READS) == 0
    booked(office, back("c1", "1", line("-40.00", "-8.40")))
    booked(office, back("c2", "1", line("-60.00", "-12.60")))
    assert (stands_on(office, "c1"), stands_on(office, "c2")) == ([ELSEWHERE], [ELSEWHERE])
    assert office.exact.calls(READS) == 1
    row = office.row("1")
    with step(office.session):
        kept = lines.of(office.session, row)
    assert kept is not None
    assert (kept.seen_at is not None, kept.is_assumed) == (True, False)


def test_so_does_one_of_what_was_booked_before_lines_were_kept(office: Office) -> None:
    booked(office, bill("1"))
    of_a_version_without_lines(office, "1")
    office.set(rate_group_ledgers={"zaal": ELSEWHERE})
    office.host.sent["1"] = bill("1")
    booked(
        office, bill("c1", line("-100.00", "-21.00", rate_group("zaal", "21", None)), is_credit=True, credits_id="1")
    )
    assert (stands_on(office, "c1"), office.exact.calls(READS)) == (["gl-8000"], 1)


def test_what_we_booked_ourselves_is_not_read_for_its_credit(office: Office) -> None:
    booked(office, bill("1"), back("c1"))
    assert (stands_on(office, "c1"), office.exact.calls(READS)) == (["gl-8000"], 0)


@pytest.mark.parametrize("is_refused", [False, True])
def test_where_that_cannot_be_told_it_goes_where_it_would_go_now(office: Office, is_refused: bool) -> None:
    """Exact does not show the lines, or they stand on two other accounts."""
    found(office, (ELSEWHERE, "50.00", "10.50"), ("gl-8100", "50.00", "10.50"))
    if is_refused:
        office.exact.forbidden.add(READS)
    booked(office, back("c1"))
    assert (stands_on(office, "c1"), office.exact.calls(READS)) == (["gl-8000"], 1)


def test_a_final_that_was_found_is_read_as_what_takes_its_deposit_off(office: Office) -> None:
    with_accounts(office)
    booked(office, deposit())
    found_by_a_run(office, SOLD, OFF)
    booked(office, back("c1", "f1", line("-1000.00", "-210.00")))
    assert (on(office, "1850"), office.exact.calls(READS)) == ("0.00", 1)
    booked(office, final("f2", "-1.00", "-0.21"))
    assert [problem.code for problem in office.problems("f2")] == ["deposit_oversettled"]
