"""What the page of a preview shows, held against the entry that Exact got: ledger, VAT code, debit and credit."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from mice_exact_plugin.booking import post
from mice_exact_plugin.booking import preview as previews
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.entry.comparison import compare
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports import queue
from mice_exact_plugin.web.pages.preview import shown
from mice_exact_plugin.work import books_of
from tests.fake.office import TENANT
from tests.fake.opened import opened
from tests.whole import generated

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pytest

    from mice_exact_plugin.booking.preview import Preview
    from mice_exact_plugin.domain.entry.entry import SeenEntry
    from mice_exact_plugin.domain.reference import ReferenceData
    from mice_exact_plugin.exports.export import Export
    from tests.fake.office import Office

#: Ledger, VAT code, debit and credit as the page writes them.
Written = tuple[str, str, Decimal]


@dataclass(frozen=True)
class Compared:
    """How many were booked as their preview said, and how many held for the problems that it named."""

    equal: int
    held: int


def preview_of(office: Office, invoice_id: str = "1") -> Preview:
    found = previews.of(office.runtime, TENANT, invoice_id)
    assert found is not None, "the tenant has it"
    return found


def unhurried(monkeypatch: pytest.MonkeyPatch) -> Iterator[Office]:
    """Nobody waits for the allowance of a minute, which has tests of its own."""
    for office in opened(monkeypatch):
        allowance = dict.fromkeys(("Remaining", "Limit"), "100000")
        headers = {**allowance, "Reset": f"{office.time.now.timestamp() + 60:.0f}000"}
        office.exact.headers = {f"X-RateLimit-Minutely-{name}": value for name, value in headers.items()}
        yield office


def compared(office: Office, seed: int, count: int) -> Compared:
    """Look at each of these invoices and book it then, so that each is seen as it is booked."""
    invoices = {each.id: each for each in generated.as_values(TENANT, generated.drawn(seed, count))}
    office.send(*invoices.values())
    books, work = books_of(office.runtime, TENANT), office.work()
    assert books is not None, "it is configured"
    seen: dict[str, Preview] = {}
    for row in _rows(office, State.QUEUED):
        invoice, calls = invoices[row.invoice_id], list(office.exact.asked)
        seen[invoice.id] = previews.by_books(books, row, invoice)
        assert office.exact.asked == calls, "a preview makes no call"
        post.export(work, row, invoice)
    booked, blocked = _rows(office, State.SYNCED), _rows(office, State.BLOCKED)
    for row in booked:
        _is_booked_so(office, seen[row.invoice_id], row)
    for row in blocked:
        assert seen[row.invoice_id].problems == tuple(row.problems), row.identifier
    return Compared(len(booked), len(blocked))


def _is_booked_so(office: Office, preview: Preview, row: Export) -> None:
    entry = office.books.entries[row.entry_id or ""]
    assert not preview.problems, row.identifier
    assert preview.entry is not None, row.identifier
    assert compare(preview.entry, entry) == (), row.identifier
    assert on_the_page(preview) == in_exact(entry, office.books.reference), row.identifier


def _rows(office: Office, state: State) -> list[Export]:
    with step(office.session):
        return queue.in_state(office.session, TENANT, state)


def on_the_page(preview: Preview) -> Counter[Written]:
    """Every row of the entry, and the sums of both sides."""
    entry = shown.view(preview, {}).entry
    assert entry is not None, "there is an entry"
    rows = [(row.ledger, row.vat_code, row.amount) for row in entry.postings]
    return Counter([*rows, ("debit", "", entry.debit), ("credit", "", entry.credit)])


def in_exact(seen: SeenEntry, reference: ReferenceData) -> Counter[Written]:
    """The same of what is in the books."""
    amounts = [("Debiteuren", "", -(seen.gross or Decimal(0)))]
    vat: dict[str, Decimal] = defaultdict(Decimal)
    for line in seen.lines or ():
        ledger, code = reference.gl_accounts_by_id[line.gl_account_id], reference.vat_codes[line.vat_code]
        amounts.append((f"{ledger.code} {ledger.description}", f"{code.code} {code.description}", line.net))
        vat[f"{code.code} {code.description}"] += line.vat or Decimal(0)
    amounts += [("Btw", code, amount) for code, amount in vat.items() if amount]
    debit = -sum((amount for _, _, amount in amounts if amount < 0), Decimal(0))
    credit = sum((amount for _, _, amount in amounts if amount > 0), Decimal(0))
    return Counter([*amounts, ("debit", "", debit), ("credit", "", credit)])
