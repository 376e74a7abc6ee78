"""Playing drawn events by the fake: their deposits, then what follows, and what the books have of each in the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.database import step
from mice_exact_plugin.deposits import open as deposits
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.errors import RateLimited
from mice_exact_plugin.exact.wire.entries import LINES
from mice_exact_plugin.exports import queue
from tests.deposits.flows import has_accounts, of_a_version_without_lines, with_accounts
from tests.deposits.generated import without_kinds
from tests.deposits.judged import NOTHING, WAITING, Line, Verdict, judge, waiting
from tests.fake.office import TENANT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from tests.deposits.generated import Flow
    from tests.fake.client import Where
    from tests.fake.office import Office

READS: Where = ("GET", LINES)


def play(office: Office, flows: Sequence[Flow]) -> Verdict:
    """Deposits of before the upgrade first, then the others, then what follows them."""
    old = [invoice for flow in flows if flow.is_old for invoice in flow.deposits]
    has_accounts(office)
    office.send(*map(without_kinds, old))
    run_out(office)
    for invoice in old:
        of_a_version_without_lines(office, invoice.id)
        office.host.sent[invoice.id] = invoice
    with_accounts(office)
    office.send(*(invoice for flow in flows if not flow.is_old for invoice in flow.deposits))
    run_out(office)
    verdict = Verdict(open_before=_open(office, flows))
    office.send(*(invoice for flow in flows for invoice in flow.afterwards))
    run_out(office)
    verdict.reads = office.exact.calls(READS)
    with step(office.session):
        verdict.open_after = deposits.count(office.session, TENANT)
        rows = queue.in_state(office.session, TENANT, *(state for state in State if state is not State.SYNCED))
    verdict.unbooked = [f"{row.identifier}: {[each.code for each in row.problems]}" for row in rows]
    judge(verdict, flows, _lines(office))
    return verdict


def run_out(office: Office) -> None:
    """As many slices as the limits ask for."""
    while True:
        try:
            office.run()
        except RateLimited as pause:
            office.time.now = pause.not_before or office.time.now
        else:
            return


def _open(office: Office, flows: Sequence[Flow]) -> tuple[Decimal, Decimal]:
    """By the books and by the page, which knows nothing yet of what an earlier version booked."""
    old = {flow.number for flow in flows if flow.is_old}
    with step(office.session):
        totals = deposits.totals(office.session, TENANT)
    told = sum((each.open for each in totals if each.account.code in WAITING), NOTHING)
    return waiting(line for line in _lines(office) if line.flow not in old), told


def _lines(office: Office) -> list[Line]:
    by_id = office.books.reference.gl_accounts_by_id
    return [
        Line(
            entry.your_ref,
            entry.entry_date,
            by_id[line.gl_account_id].code,
            line.vat_code,
            line.net,
            line.vat or NOTHING,
        )
        for entry in office.books.entries.values()
        for line in entry.lines or ()
        if entry.entry_date
    ]
