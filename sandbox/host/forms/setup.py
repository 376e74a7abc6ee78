"""The forms of Beheer: rate groups, prices, rooms, users and settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wtforms import (
    BooleanField,
    EmailField,
    FieldList,
    FormField,
    IntegerField,
    PasswordField,
    SubmitField,
)
from wtforms import Form as PlainForm
from wtforms.validators import Length, NumberRange, Optional

from sandbox.host import clock
from sandbox.host.errors import RefusedError
from sandbox.host.formatting import rate
from sandbox.host.forms.base import REQUIRED, Form, checklist, choice, choices, decimal, long_text, text, unless_chosen
from sandbox.host.models import Role
from sandbox.host.services.numbering import series

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.host.models import Product, RateGroup

NONE = ""


#: Why a line carries the VAT that it does, by the codes of UNTDID 5305.
SITUATIONS = {
    "S": "Belast",
    "Z": "Nultarief",
    "E": "Vrijgesteld",
    "AE": "Btw verlegd",
    "K": "Intracommunautair",
    "G": "Export",
    "O": "Buiten de heffing",
}


class RateGroupForm(Form):
    description = text("Omschrijving", required=True, longest=120)
    ledger_number = text("Grootboeknummer", longest=30)
    vat_situation = unless_chosen("Btw-situatie", "Volgt uit het tarief", SITUATIONS.items())


class NewRateGroupForm(RateGroupForm):
    vat_rate = decimal("Btw-tarief (%)", lowest=0, highest=100)


class PartForm(PlainForm):
    rate_group = choice("Tariefgroep")
    price = decimal("Prijs excl. btw", required=False)


class PricedForm(Form):
    """A price divided over rate groups; rows without a rate group are left out."""

    parts = FieldList(FormField(PartForm), max_entries=10)
    more = SubmitField("Extra btw-tarief")

    def offer(self, groups: Sequence[RateGroup]) -> None:
        named = ((str(group.id), f"{group.description} ({rate(group.vat_rate)})") for group in groups)
        offered = choices([(NONE, "Kies een tariefgroep"), *named])
        for row in self.parts:
            row.form.rate_group.choices = offered

    def add_row(self) -> None:
        if len(self.parts) < 10:
            self.parts.append_entry()

    def validate(self, extra_validators: object = None) -> bool:
        if not super().validate(extra_validators):
            return False
        if not any(row["rate_group"] and row["price"] is not None for row in self.parts.data):
            self.parts[0].form.price.errors = ["Vul minstens één tariefgroep met een prijs in."]
            return False
        return True


class ProductForm(PricedForm):
    name = text("Naam", required=True, longest=120)
    category = text("Categorie", longest=60)


class PackageForm(PricedForm):
    name = text("Naam", required=True, longest=120)
    per_person = BooleanField("Prijs per persoon")
    included = checklist("Producten inbegrepen in de prijs")
    charged = checklist("Producten tegen meerprijs")

    def offer_products(self, products: Sequence[Product]) -> None:
        offered = choices((str(product.id), product.name) for product in products)
        self.included.choices = self.charged.choices = offered


class LocationForm(Form):
    name = text("Naam", required=True, longest=120)
    capacity = IntegerField("Capaciteit", [Optional(), NumberRange(0, 100_000, "Vul 0 tot en met 100.000 in.")])
    rent = decimal("Zaalhuur excl. btw", lowest=0)
    rate_group = choice("Tariefgroep")

    def offer(self, groups: Sequence[RateGroup]) -> None:
        self.rate_group.choices = choices(
            (str(group.id), f"{group.description} ({rate(group.vat_rate)})") for group in groups
        )


class UserForm(Form):
    name = text("Naam", required=True, longest=120)
    roles = checklist("Rollen", REQUIRED, choices=choices((role.value, role.value.title()) for role in Role))
    password = PasswordField("Nieuw wachtwoord", [Optional(), Length(min=6, message="Gebruik minstens 6 tekens.")])


class NewUserForm(UserForm):
    email = EmailField("E-mail", [REQUIRED, Length(max=254)])
    password = PasswordField("Wachtwoord", [REQUIRED, Length(min=6, message="Gebruik minstens 6 tekens.")])


class CompanyForm(Form):
    name = text("Bedrijfsnaam", required=True, longest=120)
    email = text("E-mail", longest=254)
    phone = text("Telefoon", longest=40)
    address_line_1 = text("Adres")
    postalcode = text("Postcode", longest=20)
    city = text("Plaats")
    country = text("Land", longest=2)
    coc_number = text("KvK-nummer", longest=40)
    vat_number = text("Btw-nummer", longest=40)
    bank_account = text("Rekeningnummer", longest=40)


class BillingForm(Form):
    identifier_template = text("Sjabloon factuurnummer", required=True, longest=40)
    default_payment_term = IntegerField(
        "Betaaltermijn (dagen)", [REQUIRED, NumberRange(0, 365, "Vul 0 tot en met 365 in.")]
    )
    bcc = text("BCC-adres", longest=254)
    prices_incl_vat = BooleanField("Prijzen standaard inclusief btw")
    invoice_footer = long_text("Voettekst op de factuur", longest=1000)

    def validate(self, extra_validators: object = None) -> bool:
        if not super().validate(extra_validators):
            return False
        try:
            series(self.identifier_template.data or "", clock.today())
        except RefusedError as refusal:
            self.identifier_template.errors = [str(refusal)]
            return False
        return True


class DepositForm(Form):
    rate_group = choice("Tariefgroep")
    product_code = text("Productcode", required=True, longest=30)

    def offer(self, groups: Sequence[RateGroup]) -> None:
        self.rate_group.choices = choices((str(group.id), group.description) for group in groups)
