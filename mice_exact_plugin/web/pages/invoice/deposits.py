"""What the page of an invoice says of deposits: where its own waits and what is left of it, and which it takes off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.deposits import open as deposits
from mice_exact_plugin.deposits.known import pointed_to, rows_of
from mice_exact_plugin.deposits.table import is_deposit
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.host import adapter
from mice_exact_plugin.i18n import gettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.host.contract import HostInvoice


def facts(session: Session, row: Export, host: HostInvoice) -> tuple[tuple[str, str], ...]:
    """Asks for nothing where the invoice has no line about a deposit."""
    invoice = adapter.invoices({host.id: host})[host.id]
    if invoice is None:
        return ()
    found = list(_own(session, row)) if is_deposit(invoice) and row.state is State.SYNCED else []
    settled = pointed_to([invoice])
    if settled:
        numbers = sorted(other.identifier for other in rows_of(session, row.tenant, settled))
        label = gettext("Crediteert aanbetaling") if invoice.is_credit else gettext("Verrekent aanbetaling")
        found += [(label, ", ".join(numbers) or gettext("niet door ons geboekt"))]
    return tuple(found)


def _own(session: Session, row: Export) -> Iterator[tuple[str, str]]:
    kept = deposits.of_invoice(session, row.tenant, row.invoice_id)
    if kept.accounts:
        told = gettext(
            "geboekt op %(accounts)s · %(booked)s · nog te verrekenen %(open)s",
            accounts=", ".join(account.code for account in kept.accounts),
            booked=formatting.money(kept.booked, row.currency),
            open=formatting.money(kept.booked + kept.taken, row.currency),
        )
        yield gettext("Aanbetaling"), told
