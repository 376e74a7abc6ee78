"""The customers of the installation of 0.1: names of 20 to 120 characters, "&", no or a foreign postcode, persons."""

from __future__ import annotations

from typing import Any

SCHOOLS = "Stichting Openbaar Primair Onderwijs Regio Zuidoost"
ASSOCIATION = (
    "Coöperatieve Vereniging van Gezamenlijke Evenementenlocaties, Congrescentra & Theaters in de Noordelijke "
    "Provincies van Nederland U.A."
)


def customer(number: int, name: str | None, postcode: str | None, city: str | None, **more: Any) -> dict[str, Any]:
    details = {
        "first_name": None,
        "last_name": None,
        "address_line_1": f"Proefstraat {number}",
        "address_line_2": None,
        "country": "NL",
        "email": f"administratie@klant{number}.example",
        "vat_number": None,
        "coc_number": None,
    }
    return {"id": f"K{number}", "name": name, "postalcode": postcode, "city": city, **details, **more}


def named(length: int) -> str:
    """A name of exactly this length, which no other length begins."""
    return f"{length} {ASSOCIATION}"[:length].rstrip().ljust(length, "x")


#: Matched, promoted or created, and nothing is odd about them.
PLAIN = [
    customer(1, "Vaste Klant B.V.", "3511 AB", "Utrecht"),
    customer(2, "Prospect Events B.V.", "1017 CD", "Amsterdam"),
    *(customer(100 + length, named(length), "9711 EF", "Groningen") for length in (20, 30, 40, 49, 50)),
    customer(3, "Jansen & Zonen Feesten B.V.", "4811 AB", "Breda", vat_number="NL000099998B57"),
    customer(4, "Café 't Ĳ / 'De Ŝtĕr' (Brouwerij)", "1018 AA", "Amsterdam", coc_number="38480752"),
]
#: Longer than what Exact keeps of a name.
LONG = [customer(100 + length, named(length), "9711 EF", "Groningen") for length in (51, 60, 70, 80, 100, 119, 120)]
#: Postcodes and countries of other lands, as the host let them in.
FOREIGN = [
    customer(5, "Rheinblick Veranstaltungen GmbH", "D-50667", "Köln", country="DE", vat_number="DE136695976"),
    customer(6, "Brasserie De Haan", "8420", "De Haan", country="België"),
    customer(7, "Lisboa Congressos Lda", "PT-1000-001", "Lisboa", country="PT"),
    customer(8, "Canal Events Ltd", "SW1A 1AA", "London", country="UK"),
    customer(9, "Athina Synedria AE", "104 34", "Athina", country="EL"),
    customer(10, "Rue de la Loi SPRL", "B-1040", "Bruxelles", country="BE"),
    customer(27, None, "9000", "Gent", first_name="Jan", last_name="Peeters", country="BE"),
]
#: No postcode, and a Belgian one that covers a town; the last three have no other fact either.
WITHOUT_POSTCODE = [
    customer(11, "Zonder Postcode Catering B.V.", None, "Breda", coc_number="38480753"),
    customer(12, None, None, "Tilburg", first_name="Eva", last_name="Roosje"),
    customer(13, "Zonder Alles B.V.", None, None, address_line_1=None, email=None),
    customer(14, None, "", None, first_name="Jo", last_name="Kaal", address_line_1=None, email=None, country=None),
    customer(
        28, None, "9000", None, first_name="Piet", last_name="Janssens", country="BE", address_line_1=None, email=None
    ),
]
#: Pairs that 0.1 took for one customer, to whom it gave one relation.
TWO_AS_ONE = [
    customer(15, f"{SCHOOLS} locatie De Ster", "4811 AB", "Breda"),
    customer(16, f"{SCHOOLS} locatie De Maan", "4811 AB", "Breda"),
    customer(17, "Particulier", "5611 AZ", "Eindhoven", first_name="Eva", last_name="Maas"),
    customer(18, "Particulier", "5611 AZ", "Eindhoven", first_name="Tom", last_name="Dennis"),
]
#: In Exact twice, to the letter; a person chose one for the first of them.
TWICE_IN_EXACT = [
    customer(19, "Dubbel Feest B.V.", "6211 AA", "Maastricht"),
    customer(20, "Tweeling Catering B.V.", "6211 AB", "Maastricht"),
]
#: Known, and blocked in Exact since.
BLOCKED = customer(21, "Wanbetaler Horeca B.V.", "4811 AC", "Breda")
#: Their relations were sent without an answer: the first arrived, the second did not, the third never does.
UNDER_WAY = [
    customer(22, "Half Gemaakt B.V.", "7511 AA", "Enschede"),
    customer(23, "Niet Gemaakt B.V.", "7511 AB", "Enschede"),
    customer(24, "Nooit Antwoord B.V.", "7511 AC", "Enschede"),
]
#: The name and postcode of a customer who is booked, and the VAT number of somebody else.
CONTRADICTING = customer(29, "Jansen & Zonen Feesten B.V.", "4811 AB", "Breda", vat_number="NL004495445B01")
NAMELESS = customer(25, None, "1234 AB", "Nergens")

BOOKED = [*PLAIN, *LONG, *FOREIGN, *WITHOUT_POSTCODE, *TWO_AS_ONE, BLOCKED]
#: What Exact had before the link.
IN_EXACT = [
    {"Name": name, "Postcode": postcode, "City": "Maastricht", "Country": "NL", "Status": "C", "Type": "A"}
    for name, postcode in (("Dubbel Feest B.V.", "6211AA"), ("Tweeling Catering B.V.", "6211AB"))
    for _ in range(2)
]
