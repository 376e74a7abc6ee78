"""When an invoice is due and under which payment condition it is booked."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from mice_exact_plugin.domain.entry.eu_sales import Relation
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.domain.reference import PaymentCondition, ReferenceData
    from mice_exact_plugin.domain.settings import LinkSettings

#: What Dutch and Belgian invoices usually say.
USUAL_DAYS = (30, 14)


def due_date(invoice: Invoice) -> date | None:
    """The invoice's own; a due date before the invoice date is the sender's affair and goes as it is.

    None when the invoice has neither due date nor term: then Exact computes it from the payment condition.
    """
    if invoice.due_date or invoice.payment_term is None:
        return invoice.due_date
    return invoice.invoice_date + timedelta(days=invoice.payment_term)


def kept_due_date(invoice: Invoice, condition: str | None, reference: ReferenceData) -> date | None:
    """The due date of an entry that is booked on another day than the invoice's: what Exact would have computed.

    None where the condition is the relation's own, which nobody but Exact knows: it counts from the entry's day.
    """
    own = due_date(invoice)
    known = reference.payment_conditions.get(condition or "")
    if own is not None or known is None or not known.is_plain:
        return own
    return invoice.invoice_date + timedelta(days=known.days)


def payment_condition_for(
    invoice: Invoice,
    settings: LinkSettings,
    reference: ReferenceData,
    debtor_has_default: bool,
    relation: Relation | None = None,
) -> str | None:
    """The condition to send; None leaves it to the default of debtor or administration.

    Exact refuses an entry for which neither has one: `Verplicht: Betalingsconditie`. A relation that is collected from
    or pays at once keeps its own condition where that is as long: another one takes the entry out of the collection.
    """
    kept = reference.payment_conditions.get((relation and relation.payment_condition) or "")
    if kept is not None and kept.is_paid_otherwise and kept.days == term_in_days(invoice):
        return None
    equal = _equal_conditions(term_in_days(invoice), reference)
    if len(equal) == 1:
        return equal[0]
    if settings.payment_condition_code in equal:
        return settings.payment_condition_code
    if debtor_has_default or settings.payment_condition_code not in reference.payment_conditions:
        return None
    return settings.payment_condition_code


def suggest_payment_condition(conditions: Iterable[PaymentCondition]) -> PaymentCondition | None:
    """The ordinary term to fall back on: plain days on credit, thirty before fourteen."""
    plain = [item for item in conditions if item.is_plain and item.days]
    ranked = sorted(plain, key=lambda item: (item.days not in USUAL_DAYS, -item.days, item.code))
    return ranked[0] if ranked and ranked[0].days in USUAL_DAYS else None


def term_in_days(invoice: Invoice) -> int | None:
    """None is unknown, and not zero."""
    if invoice.payment_term is not None:
        return invoice.payment_term
    return (invoice.due_date - invoice.invoice_date).days if invoice.due_date else None


def _equal_conditions(days: int | None, reference: ReferenceData) -> list[str]:
    """Those that say just what the term of an invoice says: so many days for the whole amount, and no discount."""
    found = reference.payment_conditions.values()
    return [condition.code for condition in found if condition.is_plain and condition.days == days]
