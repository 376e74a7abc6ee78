"""The forms of invoices: a new one, its header, and a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wtforms import BooleanField, DateField, IntegerField, RadioField
from wtforms.validators import NumberRange, Optional

from sandbox.host.formatting import rate
from sandbox.host.forms.base import REQUIRED, Form, choice, choices, decimal, long_text, text
from sandbox.host.models import InvoiceView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.host.models import RateGroup, Relation

#: The choice in a rate-group list for a line with a VAT rate alone.
BY_HAND = "0"

VIEWS = choices([(InvoiceView.DETAILED, "Gedetailleerd"), (InvoiceView.BRIEF, "Beknopt")])


class NewInvoiceForm(Form):
    relation = choice("Klant")
    incl_vat = BooleanField("Prijzen inclusief btw")

    def offer(self, relations: Sequence[Relation]) -> None:
        self.relation.choices = choices((str(each.id), each.display_name) for each in relations)


class HeaderForm(Form):
    #: A sent invoice has a date for ever.
    is_sent = False

    client_name = text("Bedrijfsnaam")
    client_first_name = text("Voornaam")
    client_last_name = text("Achternaam")
    client_email = text("E-mail", longest=254)
    client_address_line_1 = text("Adres")
    client_address_line_2 = text("Adres, tweede regel")
    client_postalcode = text("Postcode", longest=20)
    client_city = text("Plaats")
    client_country = text("Land", longest=60)
    client_vat_number = text("Btw-nummer", longest=40)
    client_coc_number = text("KvK-nummer", longest=40)
    reference = text("Klantreferentie")
    payment_term = IntegerField("Betaaltermijn (dagen)", [Optional(), NumberRange(0, 365, "Vul 0 tot en met 365 in.")])
    invoice_date = DateField("Factuurdatum", [Optional()])
    due_date = DateField("Vervaldatum", [Optional()])
    view = RadioField("Weergave", choices=VIEWS, validators=[REQUIRED])

    def validate(self, extra_validators: object = None) -> bool:
        if not super().validate(extra_validators):
            return False
        if self.is_sent and self.invoice_date.data is None:
            self.invoice_date.errors = ["Een verstuurde factuur houdt een datum."]
            return False
        return True


class LineForm(Form):
    description = long_text("Omschrijving", required=True)
    quantity = decimal("Aantal")
    unit_price = decimal("Prijs")
    rate_group = choice("Tariefgroep")
    vat_rate = decimal("Btw-tarief (%)", lowest=0, highest=100, required=False)

    def offer(self, groups: Sequence[RateGroup]) -> None:
        named = [(str(group.id), f"{group.description} ({rate(group.vat_rate)})") for group in groups]
        self.rate_group.choices = choices([(BY_HAND, "Geen: alleen een btw-tarief"), *named])

    def validate(self, extra_validators: object = None) -> bool:
        if not super().validate(extra_validators):
            return False
        if self.rate_group.data == BY_HAND and self.vat_rate.data is None:
            self.vat_rate.errors = ["Vul een btw-tarief in of kies een tariefgroep."]
            return False
        return True
