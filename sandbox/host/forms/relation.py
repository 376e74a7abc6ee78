"""The form of a relatie."""

from __future__ import annotations

from wtforms import IntegerField
from wtforms.validators import NumberRange, Optional

from sandbox.host.forms.base import Form, choice, choices, text
from sandbox.host.models import RelationKind

KIND_LABELS = {RelationKind.CLIENT: "Klant", RelationKind.SUPPLIER: "Leverancier"}


class RelationForm(Form):
    kind = choice("Soort", choices=choices((str(key), label) for key, label in KIND_LABELS.items()))
    reference = text("Klantnummer", longest=40)
    name = text("Bedrijfsnaam")
    first_name = text("Voornaam")
    last_name = text("Achternaam")
    email = text("E-mail", longest=254)
    phone = text("Telefoon", longest=40)
    address_line_1 = text("Adres")
    address_line_2 = text("Adres, tweede regel")
    postalcode = text("Postcode", longest=20)
    city = text("Plaats")
    country = text("Land", longest=60)
    vat_number = text("Btw-nummer", longest=40)
    coc_number = text("KvK-nummer", longest=40)
    language = text("Taal", longest=10)
    peppol_id = text("Peppol-id", longest=60)
    oin = text("OIN", longest=20)
    payment_term = IntegerField("Betaaltermijn (dagen)", [Optional(), NumberRange(0, 365, "Vul 0 tot en met 365 in.")])

    def validate(self, extra_validators: object = None) -> bool:
        if not super().validate(extra_validators):
            return False
        if not self.name.data and not self.last_name.data:
            self.name.errors = ["Vul een bedrijfsnaam of een achternaam in."]
            return False
        return True
