"""What a new venue sells, by its country, at the rates of 2026.

Lodging is 21 % in the Netherlands since 1 January 2026 and 12 % in Belgium since 1 March 2026, by the date of the stay.
"""

from __future__ import annotations

from typing import NamedTuple


class Group(NamedTuple):
    description: str
    vat_rate: str
    ledger_number: str | None
    vat_situation: str | None = None


class Offer(NamedTuple):
    """Its price excludes VAT and is divided over rate groups."""

    name: str
    category: str
    prices: dict[str, str]


class Arrangement(NamedTuple):
    """`items`: products, with whether the price covers them."""

    name: str
    per_person: bool
    prices: dict[str, str]
    items: dict[str, bool]


class Room(NamedTuple):
    name: str
    capacity: int
    rent: str
    rate_group: str


class Catalogue(NamedTuple):
    """`rate_groups` by code; `deposits`: VAT rate to product code and rate group."""

    rate_groups: dict[str, Group]
    deposits: dict[str, tuple[str, str]]
    products: tuple[Offer, ...]
    packages: tuple[Arrangement, ...]
    rooms: tuple[Room, ...]


DUTCH = Catalogue(
    rate_groups={
        "21-8000": Group("Zaalhuur", "21", "8000"),
        "9-8100": Group("Catering laag", "9", "8100"),
        "9-8110": Group("Dranken laag", "9", "8110"),
        "21-8115": Group("Dranken hoog", "21", "8115"),
        "21-8200": Group("Techniek", "21", "8200"),
        "21-8300": Group("Personeel", "21", "8300"),
        "21-8400": Group("Logies", "21", "8400"),
        "0-8080": Group("Vrijgestelde prestaties", "0", "8080", "E"),
        "21-1850": Group("Aanbetaling 21%", "21", "1850"),
        "9-1851": Group("Aanbetaling 9%", "9", "1851"),
        "0-1852": Group("Aanbetaling zonder btw", "0", "1852"),
        "21-geen": Group("Overig hoog", "21", None),
    },
    deposits={"21": ("AANB21", "21-1850"), "9": ("AANB9", "9-1851"), "0": ("AANB0", "0-1852")},
    products=(
        Offer("Koffie en thee onbeperkt", "Dranken", {"9-8110": "4.25"}),
        Offer("Lunchbuffet", "Catering", {"9-8100": "24.50"}),
        Offer("Borrelarrangement 2 uur", "Dranken", {"21-8115": "12.75", "9-8100": "6.50"}),
        Offer("Diner 3 gangen", "Catering", {"9-8100": "42.50"}),
        Offer("Wijnarrangement", "Dranken", {"21-8115": "18.50"}),
        Offer("Beamer en scherm", "Techniek", {"21-8200": "85.00"}),
        Offer("Geluidstechnicus per uur", "Personeel", {"21-8300": "57.50"}),
        Offer("Hotelkamer", "Logies", {"21-8400": "98.00"}),
        Offer("Decoratie op maat", "Overig", {"21-geen": "150.00"}),
    ),
    packages=(
        Arrangement(
            "Vergaderarrangement 8 uur",
            True,
            {"21-8000": "14.50", "9-8100": "22.25", "9-8110": "6.75"},
            {"Koffie en thee onbeperkt": True, "Lunchbuffet": True, "Beamer en scherm": False},
        ),
        Arrangement(
            "Bruiloft compleet",
            True,
            {"21-8000": "12.3333", "9-8100": "41.3333", "21-8115": "24.3334"},
            {"Diner 3 gangen": True, "Wijnarrangement": True},
        ),
        Arrangement("Receptie vaste prijs", False, {"21-8115": "625.00", "9-8100": "625.00"}, {}),
    ),
    rooms=(
        Room("Grote Zaal", 250, "950.00", "21-8000"),
        Room("Tuinkamer", 60, "375.00", "21-8000"),
        Room("Dakterras", 120, "525.00", "21-8000"),
    ),
)

BELGIAN = Catalogue(
    rate_groups={
        "21-700000": Group("Location de salles", "21", "700000"),
        "12-701000": Group("Restauration", "12", "701000"),
        "21-701100": Group("Boissons", "21", "701100"),
        "21-703000": Group("Technique, son et lumière", "21", "703000"),
        "21-704000": Group("Personnel", "21", "704000"),
        "12-705000": Group("Hébergement", "12", "705000"),
        "0-700100": Group("Location de salles exonérée", "0", "700100", "E"),
        "21-460000": Group("Acompte 21%", "21", "460000"),
        "12-460100": Group("Acompte 12%", "12", "460100"),
        "0-460200": Group("Acompte sans TVA", "0", "460200"),
        "21-sans": Group("Divers", "21", None),
    },
    deposits={"21": ("ACO21", "21-460000"), "12": ("ACO12", "12-460100"), "0": ("ACO0", "0-460200")},
    products=(
        Offer("Café et thé à volonté", "Boissons", {"21-701100": "4.25"}),
        Offer("Buffet de midi", "Restauration", {"12-701000": "24.50"}),
        Offer("Dîner trois services", "Restauration", {"12-701000": "42.50"}),
        Offer("Projecteur et écran", "Technique", {"21-703000": "85.00"}),
        Offer("Ingénieur du son par heure", "Personnel", {"21-704000": "57.50"}),
        Offer("Chambre d'hôtel", "Hébergement", {"12-705000": "98.00"}),
    ),
    packages=(
        Arrangement(
            "Forfait séminaire",
            True,
            {"21-700000": "14.50", "12-701000": "22.25", "21-701100": "6.75"},
            {"Café et thé à volonté": True, "Buffet de midi": True, "Projecteur et écran": False},
        ),
    ),
    rooms=(Room("Grande Salle", 250, "950.00", "21-700000"), Room("Salon du Jardin", 60, "375.00", "21-700000")),
)

#: By the country of a venue; elsewhere it starts with the Dutch one.
BY_COUNTRY = {"NL": DUTCH, "BE": BELGIAN}
