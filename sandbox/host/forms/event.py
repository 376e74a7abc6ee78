"""The forms of events: their details, what is ordered, and how they are invoiced."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from wtforms import BooleanField, DateTimeLocalField, IntegerField, RadioField
from wtforms.validators import NumberRange

from sandbox.host.forms.base import REQUIRED, Form, choice, choices, decimal, text, unless_chosen
from sandbox.host.forms.invoice import VIEWS
from sandbox.host.models import EventStatus
from sandbox.host.services.events import EVENT_TYPES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.host.models import Invoice, Location, Package, Product, Relation

NONE = ""

STATUS_LABELS = {
    EventStatus.NOT_CONFIRMED: "Niet bevestigd",
    EventStatus.IN_OPTION: "In optie",
    EventStatus.OPTION_EXPIRED: "Optie verlopen",
    EventStatus.CONFIRMED: "Bevestigd",
    EventStatus.COMPLETED: "Afgerond",
    EventStatus.CANCELLED: "Geannuleerd",
}


class EventForm(Form):
    name = text("Naam", required=True, longest=200)
    status = choice("Status", choices=choices((str(key), label) for key, label in STATUS_LABELS.items()))
    client = choice("Opdrachtgever")
    event_type = unless_chosen("Soort evenement", "Niet gekozen", EVENT_TYPES.items())
    location = choice("Locatie")
    starts_at = DateTimeLocalField("Begin", [REQUIRED])
    ends_at = DateTimeLocalField("Einde", [REQUIRED])
    guests = IntegerField("Gasten", [REQUIRED, NumberRange(0, 100_000, "Vul 0 tot en met 100.000 in.")])
    reference = text("Klantreferentie", longest=200)
    incl_vat = BooleanField("Prijzen inclusief btw")

    def offer(self, clients: Sequence[Relation], locations: Sequence[Location]) -> None:
        self.client.choices = choices((str(each.id), each.display_name) for each in clients)
        self.location.choices = choices([(NONE, "Geen"), *((str(each.id), each.name) for each in locations)])

    def validate(self, extra_validators: object = None) -> bool:
        if not super().validate(extra_validators):
            return False
        if self.starts_at.data and self.ends_at.data and self.ends_at.data < self.starts_at.data:
            self.ends_at.errors = ["Het einde ligt voor het begin."]
            return False
        return True


class ItemForm(Form):
    """Something of the catalogue: a package, a product or a room."""

    item = choice("Uit de catalogus")
    quantity = decimal("Aantal", lowest=-100_000, highest=100_000)

    def offer(self, packages: Sequence[Package], products: Sequence[Product], rooms: Sequence[Location]) -> None:
        self.item.choices = choices(
            [
                *((f"package-{each.id}", f"Arrangement: {each.name}") for each in packages),
                *((f"product-{each.id}", each.name) for each in products),
                *((f"room-{each.id}", f"Zaalhuur: {each.name}") for each in rooms),
            ]
        )


class ReceiptForm(Form):
    description = text("Omschrijving", required=True)
    quantity = decimal("Aantal", lowest=-100_000, highest=100_000)
    price = decimal("Prijs")
    vat_rate = decimal("Btw-tarief (%)", lowest=0, highest=100)


class InvoiceOrderForm(Form):
    view = RadioField("Weergave", choices=VIEWS, validators=[REQUIRED], default="detailed")
    percentage = decimal("Percentage", lowest=0, highest=100)
    deposit_without_vat = BooleanField("Aanbetaling zonder btw (0%)")
    with_zero_lines = BooleanField("Regels van € 0 opnemen")
    onto = choice("Factuur")

    def offer(self, drafts: Sequence[Invoice]) -> None:
        named = ((str(draft.id), f"Verzamelen op concept {draft.id} ({draft.event_name or ''})") for draft in drafts)
        self.onto.choices = choices([(NONE, "Nieuw concept"), *named])

    def validate(self, extra_validators: object = None) -> bool:
        if not super().validate(extra_validators):
            return False
        if self.percentage.data == Decimal(0):
            self.percentage.errors = ["Vul een percentage boven 0 in."]
            return False
        return True
