"""Invoices of an event one after another: its deposits, their credits and the final, and how they are booked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, update

from mice_exact_plugin.database import step
from mice_exact_plugin.deposits.table import DepositRow
from mice_exact_plugin.domain.entry.entry import EntryLine
from mice_exact_plugin.domain.invoice import LineKind
from mice_exact_plugin.exports.lines import ExportLine
from mice_exact_plugin.exports.table import InvoiceExport
from tests.booking.situations import bill, typed
from tests.domain.build import line, rate_group, vat_code
from tests.domain.deposits.build import CHOSEN, KEPT_HIGH, deposit_line, lists, settlement

if TYPE_CHECKING:
    from collections.abc import Callable

    from mice_exact_plugin.domain.invoice import Invoice
    from tests.fake.office import Office

HALL = line("1000.00", "210.00", kind=LineKind.PRODUCT)


def has_accounts(office: Office) -> None:
    """The administration has accounts for deposits."""
    plain = lists()
    office.books.with_lists(gl_accounts=plain.gl_accounts, gl_accounts_by_id=plain.gl_accounts_by_id)


def with_accounts(office: Office) -> None:
    """And the venue chose them."""
    has_accounts(office)
    office.set(deposits=CHOSEN)


def deposit(key: str = "d1", net: str = "300.00", vat: str = "63.00", rate: str = "21", **changes: Any) -> Invoice:
    return bill(key, deposit_line(net, vat, rate), **changes)


def final(key: str = "f1", net: str = "-300.00", vat: str = "-63.00", rate: str = "21", **changes: Any) -> Invoice:
    return bill(key, HALL, settlement(net, vat, rate, of=changes.pop("of", "d1")), **changes)


def credit(of: str = "d1", net: str = "-300.00", vat: str = "-63.00", rate: str = "21", **changes: Any) -> Invoice:
    """Of a deposit; the host points to what it credits as it does for what is settled."""
    back = deposit_line(net, vat, rate, settles_invoice_id=changes.pop("points", of))
    return bill(changes.pop("key", "c1"), back, is_credit=True, credits_id=of, **changes)


def on(office: Office, code: str) -> str:
    """What the books have on an account; a deposit that waits is above zero, as it is owed."""
    ids = {account.id for account in office.books.reference.gl_accounts.values() if account.code == code}
    lines = (line for entry in office.books.entries.values() for line in entry.lines or ())
    return str(sum((line.net for line in lines if line.gl_account_id in ids), 0 * HALL.net))


#: Of an entry that somebody typed: the G/L account, net and VAT of what was sold, and of the deposit that is taken off.
SOLD, OFF = ("gl-8000", "1000.00", "210.00"), (KEPT_HIGH.id, "-300.00", "-63.00")


def by_hand(office: Office, key: str, *lines: tuple[str, str, str], **changes: Any) -> str:
    """Somebody typed the entry of an invoice, with these lines."""
    told = tuple(EntryLine(account, "2", Decimal(net), Decimal(vat)) for account, net, vat in lines)
    vat = sum((line.vat or Decimal(0) for line in told), Decimal(0))
    gross = sum((line.net for line in told), vat)
    return typed(office, key, gross=gross, vat=vat, lines=told, **changes).entry_id


def found_by_a_run(office: Office, *lines: tuple[str, str, str]) -> None:
    by_hand(office, "f1", *lines)
    booked(office, final())


def leaves_the_deposit(office: Office) -> None:
    with_accounts(office)
    booked(office, deposit())
    found_by_a_run(office, ("gl-8000", "700.00", "147.00"))


def of_a_version_without_lines(office: Office, key: str = "d1") -> None:
    """What 0.1 booked: no line was kept of it, nor what was sent."""
    row = office.row(key)
    with step(office.session):
        office.session.execute(delete(ExportLine).where(ExportLine.export_id == row.id))
        office.session.execute(delete(DepositRow).where(DepositRow.export_id == row.id))
        office.session.execute(update(InvoiceExport).where(InvoiceExport.id == row.id).values(sent=None))


def booked(office: Office, *invoices: Invoice) -> None:
    """One night after another, each with one invoice."""
    for invoice in invoices:
        office.send(invoice)
        office.run()


def situation(*invoices: Invoice, accounts: bool = True) -> Callable[[Office], Callable[[], Any]]:
    """The last one is still to be booked."""

    def prepared(office: Office) -> Callable[[], Any]:
        if accounts:
            with_accounts(office)
        booked(office, *invoices[:-1])
        office.send(invoices[-1])
        return office.run

    return prepared


def elsewhere(office: Office) -> Callable[[], Any]:
    with_accounts(office)
    booked(office, deposit())
    office.change("d1", division=7654321, division_name="Oud BV")
    office.send(final())
    return office.run


def unread(office: Office) -> Callable[[], Any]:
    """Its entry was deleted in Exact."""
    with_accounts(office)
    booked(office, deposit())
    of_a_version_without_lines(office)
    office.books.entries.clear()
    office.send(final())
    return office.run


def read(office: Office) -> None:
    with_accounts(office)
    booked(office, deposit())
    of_a_version_without_lines(office)
    booked(office, final())


def on_turnover(office: Office, back: Invoice | None = None) -> None:
    """As 0.1 did, which knew no kinds."""
    with_accounts(office)
    office.send(bill("d1", replace(deposit_line("300.00", "63.00"), kind=None)))
    office.run()
    of_a_version_without_lines(office)
    booked(office, back or final())


def partly_on_turnover(office: Office) -> None:
    on_turnover(office, final(net="-100.00", vat="-21.00"))


def not_ours(office: Office) -> None:
    """The host sent the deposit before the link was there."""
    with_accounts(office)
    office.host.sent["d1"] = deposit(sent_at=datetime(2025, 12, 1, tzinfo=UTC))
    booked(office, final())


def at_another_rate() -> tuple[Invoice, Invoice]:
    return deposit("d1", "300.00", "27.00", "9"), final(net="-300.00", vat="-27.00", rate="9")


def rate_ends(office: Office) -> None:
    with_accounts(office)
    codes = office.books.reference.vat_codes
    office.books.with_lists(vat_codes={**codes, "2": vat_code("2", ("21", None, date(2026, 6, 19)))})
    booked(office, deposit())


def without_kinds(office: Office) -> None:
    """A host of 1.0."""
    booked(office, bill("h1", line("100.00", "21.00"), line("-30.00", "-6.30", rate_group("los", "21", None))))
