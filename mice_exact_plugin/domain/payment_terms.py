"""When an invoice is due and under which payment condition it is booked."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.problems import Code, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.domain.reference import PaymentCondition, ReferenceData
    from mice_exact_plugin.domain.settings import LinkSettings

ON_CREDIT = "B"
#: What Dutch and Belgian invoices usually say.
USUAL_DAYS = (30, 14)


def due_date(invoice: Invoice) -> date:
    """The invoice's own; a due date before the invoice date is the sender's affair and goes as it is."""
    return invoice.due_date or invoice.invoice_date + timedelta(days=invoice.payment_term or 0)


def payment_condition_for(
    invoice: Invoice, settings: LinkSettings, reference: ReferenceData, debtor_has_default: bool
) -> str | Problem | None:
    """The condition to send; None leaves it to the default of debtor or administration.

    Exact refuses an entry for which neither has one: `Verplicht: Betalingsconditie`. Where the log-in may not read the
    conditions there is none to choose, and that refusal decides.
    """
    same_days = _conditions_of(term_in_days(invoice), reference)
    if len(same_days) == 1:
        return same_days[0]
    if debtor_has_default or reference.default_payment_condition or not reference.payment_conditions:
        return None
    if settings.payment_condition_code in reference.payment_conditions:
        return settings.payment_condition_code
    return Problem(Code.PAYMENT_CONDITION_NEEDED)


def suggest_payment_condition(conditions: Iterable[PaymentCondition]) -> PaymentCondition | None:
    """The ordinary term to fall back on: on credit, in plain days, thirty before fourteen.

    The due date is always sent along, so a suggestion that fits less well moves no date.
    """
    plain = [item for item in conditions if item.method == ON_CREDIT and not item.end_of_months and item.days]
    ranked = sorted(plain, key=lambda item: (item.days not in USUAL_DAYS, -item.days, item.code))
    return ranked[0] if ranked and ranked[0].days in USUAL_DAYS else None


def term_in_days(invoice: Invoice) -> int | None:
    if invoice.payment_term is not None:
        return invoice.payment_term
    return (invoice.due_date - invoice.invoice_date).days if invoice.due_date else None


def _conditions_of(days: int | None, reference: ReferenceData) -> list[str]:
    return [
        condition.code
        for condition in reference.payment_conditions.values()
        if condition.method == ON_CREDIT and condition.days == days and not condition.end_of_months
    ]
