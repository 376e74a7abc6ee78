"""The settings page: what an entry says of the client's reference, and by what a payment is recognised."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from wtforms import BooleanField

from mice_exact_plugin.domain.entry.texts import EntryTexts, PaymentReference
from mice_exact_plugin.i18n import N_, gettext
from mice_exact_plugin.web.parts import FieldView, option, select

if TYPE_CHECKING:
    from wtforms import Field
    from wtforms.form import BaseForm

    from mice_exact_plugin.setup.settings import Choices

REFERENCE, PAYMENT = "has_reference", "payment_reference"
PAYMENTS: dict[PaymentReference, str] = {
    PaymentReference.NUMBER: N_("Het factuurnummer"),
    PaymentReference.PRINTED: N_("De mededeling op de factuur, zoals de gestructureerde mededeling (OGM)"),
}
#: Where invoices carry a structured message to pay by.
_STRUCTURED = frozenset({"BE"})


@dataclass(frozen=True, slots=True)
class TextsView:
    """The group; it opens by itself where something is chosen or amiss."""

    reference: Field
    payment: FieldView
    is_open: bool


def fields() -> dict[str, object]:
    options = [option(each, gettext(words)) for each, words in PAYMENTS.items()]
    return {
        REFERENCE: BooleanField(gettext("Klantreferentie in de omschrijving"), id="has-reference"),
        PAYMENT: select(
            gettext("Betalingskenmerk"), options, name="payment-reference", empty=gettext("Dat van Exact Online")
        ),
    }


def chosen(form: BaseForm) -> EntryTexts:
    return EntryTexts(bool(form[REFERENCE].data), PaymentReference(form[PAYMENT].data or PaymentReference.NONE))


def start_values(choices: Choices) -> dict[str, object]:
    """A new link starts with both; one that exists goes on without until somebody wants them."""
    mentioned = PaymentReference.PRINTED if choices.country in _STRUCTURED else PaymentReference.NUMBER
    texts = choices.saved.texts if choices.saved else EntryTexts(has_reference=True, payment_reference=mentioned)
    is_none = texts.payment_reference is PaymentReference.NONE
    return {REFERENCE: texts.has_reference, PAYMENT: "" if is_none else str(texts.payment_reference)}


def view(form: BaseForm) -> TextsView:
    used = bool(form[REFERENCE].data or form[PAYMENT].data or form[PAYMENT].errors)
    return TextsView(form[REFERENCE], FieldView(form[PAYMENT]), used)
