"""Playing drawn events by the fake: their deposits, then what follows, and what the books have of each in the end."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from mice_exact_plugin.database import step
from mice_exact_plugin.deposits import open as deposits
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.errors import RateLimited
from mice_exact_plugin.exact.wire.entries import LINES
from mice_exact_plugin.exports import queue
from tests.deposits.flows import of_a_version_without_lines, with_accounts
from tests.deposits.generated import without_kinds
from tests.fake.office import TENANT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.deposits.generated import Flow
    from tests.fake.client import Where
    from tests.fake.office import Office

READS: Where = ("GET", LINES)
WAITING = {"1850", "1851", "1852"}
NOTHING = Decimal("0.00")


@dataclass
class Verdict:
    """What is wrong, by what is wrong; empty is right.

    Attributes:
        open_before: what waited before the events, by the books and by the page.
    """

    unbooked: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    otherwise: list[str] = field(default_factory=list)
    open_before: tuple[Decimal, Decimal] = (NOTHING, NOTHING)
    open_after: int = 0
    reads: int = 0

    @property
    def is_right(self) -> bool:
        same = self.open_before[0] == self.open_before[1]
        return same and not (self.unbooked or self.left or self.otherwise or self.open_after)


def play(office: Office, flows: Sequence[Flow]) -> Verdict:
    """Deposits of before the upgrade first, then the others, then what follows them."""
    old = [invoice for flow in flows if flow.is_old for invoice in flow.deposits]
    office.send(*map(without_kinds, old))
    _run(office)
    for invoice in old:
        of_a_version_without_lines(office, invoice.id)
        office.host.sent[invoice.id] = invoice
    with_accounts(office)
    office.send(*(invoice for flow in flows if not flow.is_old for invoice in flow.deposits))
    _run(office)
    verdict = Verdict(open_before=_open(office))
    office.send(*(invoice for flow in flows for invoice in flow.afterwards))
    _run(office)
    verdict.reads = office.exact.calls(READS)
    with step(office.session):
        verdict.open_after = deposits.count(office.session, TENANT)
    _judge(office, flows, verdict)
    return verdict


def _run(office: Office) -> None:
    """As many slices as the limits ask for."""
    while True:
        try:
            office.run()
        except RateLimited as pause:
            office.time.now = pause.not_before or office.time.now
        else:
            return


def _open(office: Office) -> tuple[Decimal, Decimal]:
    by_id = office.books.reference.gl_accounts_by_id
    lines = (line for entry in office.books.entries.values() for line in entry.lines or ())
    booked = sum((line.net for line in lines if by_id[line.gl_account_id].code in WAITING), NOTHING)
    with step(office.session):
        totals = deposits.totals(office.session, TENANT)
    return booked, sum((each.open for each in totals if each.account in WAITING), NOTHING)


def _judge(office: Office, flows: Sequence[Flow], verdict: Verdict) -> None:
    with step(office.session):
        rows = queue.in_state(office.session, TENANT, *(state for state in State if state is not State.SYNCED))
    verdict.unbooked = [f"{row.identifier}: {[each.code for each in row.problems]}" for row in rows]
    found = _by_flow(office)
    for flow in flows:
        books = found[flow.number]
        left = {key: amount for key, amount in books.items() if key[0] in WAITING and amount}
        verdict.left += [f"{flow.number}: {left}"] * bool(left)
        sold = {key: amount for key, amount in books.items() if amount}
        expected = {key: amount for key, amount in flow.sold.items() if amount}
        verdict.otherwise += [f"{flow.number}: {sold} and not {expected}"] * (sold != expected)


def _by_flow(office: Office) -> dict[int, Counter[tuple[str, str, str]]]:
    """Net and VAT by ledger and VAT code, by the event that is in the printed number."""
    by_id = office.books.reference.gl_accounts_by_id
    found: dict[int, Counter[tuple[str, str, str]]] = defaultdict(Counter)
    for entry in office.books.entries.values():
        books = found[int(entry.your_ref[1:6])]
        for line in entry.lines or ():
            of = by_id[line.gl_account_id].code, line.vat_code
            books[*of, "net"] += line.net  # type: ignore[assignment]
            books[*of, "vat"] += line.vat or NOTHING  # type: ignore[assignment]
    return found
