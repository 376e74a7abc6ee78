"""Where the invoice stands that a credit takes back: open items are settled per relation, so the credit goes there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.database import step
from mice_exact_plugin.debtors import findings
from mice_exact_plugin.debtors.binding import Located
from mice_exact_plugin.domain.debtor import bindings
from mice_exact_plugin.domain.debtor.matching import CUSTOMER, why_unusable
from mice_exact_plugin.domain.debtor.names import is_same_name
from mice_exact_plugin.domain.entry.comparison import Part
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.exports import queue, remarks
from mice_exact_plugin.mirror import relation_table

if TYPE_CHECKING:
    from mice_exact_plugin.debtors.binding import Remarks
    from mice_exact_plugin.domain.debtor.customer import Customer
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.domain.reference import CrmAccount
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.work import Books


@dataclass(frozen=True, slots=True)
class Standing:
    """An invoice that is booked in this administration, and the relation that it is on."""

    row: Export
    account: CrmAccount


def standing(books: Books, invoice: Invoice) -> Standing | None:
    """None for what is no credit, and where its invoice was not booked here or its relation is gone."""
    if not invoice.is_credit or invoice.credits_id is None:
        return None
    with step(books.session):
        row = queue.row_of(books.session, invoice.tenant, invoice.credits_id)
        if row is None or row.entry_id is None or row.place != books.link.place:
            return None
        sent = (row.account_id or "").lower()
        moved = remarks.seen_instead(books.session, row.id, Part.DEBTOR)
        account = relation_table.account_of(books.session, *books.link.place, moved.get(sent, sent))
    return Standing(row, account) if account else None


def located(original: Standing, invoice: Invoice, customer: Customer | None) -> Located | None:
    """On the relation of the invoice, whatever was decided about the customer since, also when it has another name now.

    None where the credit is of another customer, or that relation cannot be booked on any more.
    """
    if not _is_of(original.row, invoice, customer):
        return None
    if original.account.status != CUSTOMER or why_unusable(original.account, invoice.invoice_date):
        return None
    key = bindings.key_of(customer) if customer else bindings.key_of_invoice(invoice.tenant, invoice.id)
    said = findings.unreadable(customer.unreadable) if customer else ()
    return Located(key, customer, original.account, bound=True, remarks=said)


def _is_of(row: Export, invoice: Invoice, customer: Customer | None) -> bool:
    client = invoice.debtor.client_id
    is_same_client = client is not None and client == row.client_id
    return is_same_client or is_same_name(row.debtor_name or "", customer.written if customer else "")


def elsewhere(original: Standing | None, found: Located) -> Remarks:
    """That the invoice stays open where it is, which nobody expects of a credit."""
    if original is None or (found.account and found.account.id == original.account.id):
        return ()
    return ((RemarkCode.CREDIT_ELSEWHERE, {"number": original.row.identifier}),)
