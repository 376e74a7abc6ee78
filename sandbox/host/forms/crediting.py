"""The form for crediting a part of an invoice: per line what remains of it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from wtforms import FieldList, FormField, HiddenField
from wtforms import Form as PlainForm

from sandbox.host.forms.base import Form, decimal
from sandbox.host.services.crediting import Lowered

if TYPE_CHECKING:
    from sandbox.host.models import Invoice

MUCH = 10**9


class RemainingForm(PlainForm):
    """One line; it has no token of its own, the form around it has."""

    line_id = HiddenField()
    quantity = decimal("Aantal", lowest=-MUCH, highest=MUCH)
    unit_price = decimal("Prijs", lowest=-MUCH, highest=MUCH)


class CreditForm(Form):
    lines = FieldList(FormField(RemainingForm))


def credit_form(invoice: Invoice) -> CreditForm:
    return CreditForm(
        lines=[{"line_id": line.id, "quantity": line.quantity, "unit_price": line.unit_price} for line in invoice.lines]
    )


def lowered_lines(form: CreditForm) -> dict[int, Lowered]:
    return {
        int(row["line_id"]): Lowered(Decimal(row["quantity"]), Decimal(row["unit_price"]))
        for row in form.lines.data
        if str(row["line_id"]).isdecimal()
    }
