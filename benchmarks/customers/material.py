"""What two registers are made of: names, streets and towns. They share nothing, and build their names in other ways."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random


@dataclass(frozen=True)
class Country:
    """`postcode` draws one; `forms` are legal forms; `towns` are town and, where a code covers it, its postcode."""

    code: str
    postcode: Callable[[Random], str]
    forms: tuple[str, ...]
    towns: tuple[tuple[str, str | None], ...]
    streets: tuple[str, ...]


@dataclass(frozen=True)
class Material:
    """`company` and `long_name` draw a name without its legal form; a long name comes as its first 50 characters."""

    first_names: tuple[str, ...]
    surnames: tuple[str, ...]
    company: Callable[[Random], str]
    long_beginning: Callable[[Random], str]
    long_endings: tuple[str, ...]
    home: Country
    belgium: Country
    abroad: tuple[Country, ...]
    #: Its postcodes look like those of Belgium.
    neighbour: Country


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


def _digits(count: int, first: str = "123456789") -> Callable[[Random], str]:
    return lambda dice: dice.choice(first) + "".join(dice.choice("0123456789") for _ in range(count - 1))


def _dutch_postcode(dice: Random) -> str:
    return f"{dice.randint(1011, 9999)} {dice.choice('ABCDEGHJKLMNPRSTVWXZ')}{dice.choice('ABCDEGHJKLMNPRSTVWXZ')}"


def _british_postcode(dice: Random) -> str:
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    area = dice.choice(("M", "B", "L", "LS", "SW", "EH", "BS"))
    return f"{area}{dice.randint(1, 29)} {dice.randint(1, 9)}{dice.choice(letters)}{dice.choice(letters)}"


_NETHERLANDS = Country(
    "NL",
    _dutch_postcode,
    ("B.V.", "BV", "N.V.", "V.O.F.", ""),
    tuple((town, None) for town in _words("Amsterdam Utrecht Breda Zwolle Groningen Arnhem Delft Leiden Venlo Goes")),
    _words("Markt Kerkstraat Dorpsstraat Havenkade Stationsplein Molenweg Lindelaan Nieuwegracht Parallelweg"),
)
_FLANDERS = Country(
    "BE",
    lambda dice: str(dice.randint(1000, 9992)),
    ("BV", "BVBA", "NV", "VZW"),
    (("Gent", "9000"), ("Antwerpen", "2000"), ("Leuven", "3000"), ("Brugge", "8000"), ("Hasselt", "3500")),
    _words("Grote_Markt Veldstraat Steenweg Kouter Korenlei Bondgenotenlaan"),
)
_GERMANY = Country(
    "DE",
    _digits(5),
    ("GmbH", "AG", "GmbH & Co. KG", "UG"),
    (("Köln", "50667"), ("München", "80331"), ("Düsseldorf", "40213")),
    ("Hauptstraße", "Bahnhofstraße", "Am Markt", "Königsallee"),
)
_LUXEMBOURG = Country(
    "LU", _digits(4), ("S.à r.l.", "SA"), (("Luxembourg", "1111"),), ("Rue de la Gare", "Avenue de la Liberté")
)


def _dutch_company(dice: Random) -> str:
    first = dice.choice(
        _words(
            "Horeca Zalen Feest Evenementen Catering Congres Muziek Theater Licht Decor Sport Bruid Bloemen Tenten "
            "Bakkers Bouw Installatie Advies Reis Taxi Drukwerk Zorg Onderwijs Energie Schilders"
        )
    )
    second = dice.choice(
        _words(
            "groep huis werk plaats bureau service partners meesters fabriek centrum kring wereld team makers punt "
            "studio lab gilde verhuur beheer"
        )
    )
    third = dice.choice(
        _words("Noord Zuid Oost West Midden Brabant Holland Twente Salland Veluwe Zeeland Peel Kempen Rijnmond")
    )
    owner = dice.choice(_DUTCH_SURNAMES)
    return dice.choice(
        (
            f"{first}{second} {third}",
            f"{owner} {first}{second}",
            f"De {third} {first}{second}",
            f"{owner} & Zn. {first}",
        )
    ) + dice.choice(("", "", f" {dice.randint(2, 99)}"))


_DUTCH_FIRST = _words(
    "Jan Piet Kees Anna Maria Eva Tom Lotte Finn Daan Sanne Bram Sophie Lucas Emma Noor Thijs Femke Ruben Iris Jeroen "
    "Marieke Willem Hanneke Joris Saskia Bart Anouk Sven Ilse René Zoë Chloé"
)
_DUTCH_SURNAMES = (
    *_words(
        "Jansen Bakker Visser Smit Meijer Mulder Bos Vos Peters Hendriks Dekker Brouwer Dijkstra Kok Jacobs Vermeer "
        "Peeters Janssens Maes Claes Wouters Mertens Goossens Hermans Aerts Lemmens"
    ),
    "de Vries",
    "van den Berg",
    "van der Meer",
    "de Boer",
    "van Dijk",
    "van de Ven",
    "van 't Hof",
)

DUTCH = Material(
    _DUTCH_FIRST,
    _DUTCH_SURNAMES,
    _dutch_company,
    lambda dice: (
        f"Stichting {dice.choice(_words('Primair Openbaar Bijzonder'))} Onderwijs {dice.randint(2, 9999)} en "
        f"{dice.choice(_words('Opvang Zorg Welzijn Cultuur Sport'))} Regio Noordoost Locatie"
    )[:50],
    (" De Ster", " De Maan", " Het Kompas", " De Regenboog", " Oost", " West", " afdeling Bestuur", "gebouw A"),
    _NETHERLANDS,
    _FLANDERS,
    (_GERMANY, _LUXEMBOURG),
    _LUXEMBOURG,
)

_WALLONIA = Country(
    "BE",
    lambda dice: str(dice.randint(1000, 9992)),
    ("SRL", "SPRL", "SA", "ASBL"),
    (("Liège", "4000"), ("Namur", "5000"), ("Bruxelles", "1000"), ("Mons", "7000")),
    ("Rue Haute", "Avenue Louise", "Boulevard du Midi", "Place du Marché"),
)
_BRITAIN = Country(
    "GB",
    _british_postcode,
    ("Ltd", "Limited", "PLC", "LLP"),
    tuple((town, None) for town in _words("Leeds Bristol Edinburgh Manchester")),
    ("High Street", "Station Road", "Church Lane", "Mill Road"),
)
_SWEDEN = Country(
    "SE",
    lambda dice: f"{dice.randint(100, 989)} {dice.randint(10, 99)}",
    ("AB", "Aktiebolag"),
    (("Malmö", "211 20"), ("Göteborg", "411 04")),
    ("Storgatan", "Drottninggatan", "Kungsgatan"),
)
_DENMARK = Country(
    "DK",
    _digits(4),
    ("ApS", "A/S"),
    (("København", "1050"), ("Aarhus", "8000"), ("Odense", "5000")),
    ("Strandvejen", "Nørregade", "Søndergade"),
)
_PORTUGAL = Country(
    "PT",
    lambda dice: f"{dice.randint(1000, 8999)}-{dice.randint(100, 999)}",
    ("Lda", "S.A."),
    (("Lisboa", "1000-001"), ("Porto", "4000-322")),
    ("Rua Augusta", "Avenida da Liberdade"),
)
_ROMANIA = Country(
    "RO",
    _digits(6, "0123456789"),
    ("SRL", "S.R.L."),
    (("București", "010011"),),
    ("Strada Lipscani", "Calea Victoriei"),
)


def _other_company(dice: Random) -> str:
    """Nouns with a place or a founder, as hotels, clubs and partnerships are called."""
    kind = dice.choice(_words("Hôtel Château Brasserie Atelier Galerie Villa Club Maison Forum Kontor Werft Haus"))
    name = dice.choice(
        (
            *_words("Bellevue Continental Étoile Rosengarten Löwen Sonnenhof Métropole Beau-Rivage Adler Frühling"),
            *_words("Riviera Central Bristol Harmonie Concordia Minerva Apollo Orient Phönix Merkur Aurora"),
        )
    )
    one, other = dice.sample(_OTHER_SURNAMES, 2)
    return dice.choice(
        (
            f"{kind} {name} {dice.choice(_words('am Park du Lac au Port Nord Süd Royal Grand Vieux'))}",
            f"{one} und {other} {kind}",
            f"{one}-{other} {name}",
            f"{kind} {one}, {name}",
        )
    ) + dice.choice(("", "", "", f" No. {dice.randint(1, 80)}"))


_OTHER_FIRST = _words(
    "Pierre Marie Luc Élise Jürgen Käthe Björn Åsa Søren James Olivia Harry Amélie Noël Günter Ursula Ingrid Lars "
    "Margaret William Zoé Benoît Anaïs Hélène João Inês Ștefan Ioana Fiona Callum"
)
_OTHER_SURNAMES = (
    *_words(
        "Dubois Lambert Dupont Leroy Müller Schäfer Jäger Weiß Köhler Ångström Öberg Lindqvist Smith O'Connor Taylor "
        "MacLeod Wilson Bruyère Lefèvre Gonçalves Simões Popescu Ionescu Nørgaard Sørensen Hofmann Brandt Vogel"
    ),
    "de la Croix",
    "von Bülow",
    "Van Damme",
    "Saint-Exupéry",
)

MIXED = Material(
    _OTHER_FIRST,
    _OTHER_SURNAMES,
    _other_company,
    lambda dice: (
        f"{dice.choice(_words('Fédération Association Gesellschaft Vereinigung Confederation'))} "
        f"{dice.choice(_words('internationale européenne générale deutscher british'))} "
        f"{dice.choice(_words('Musik Kultur Sport Medizin'))} & {dice.choice(_words('Technik Kunst Handel'))} "
        f"{dice.randint(2, 9999)} Sektion West und"
    ).ljust(50, "x")[:50],
    ("kreis Bonn", " Comité A", " Comité B", " Ost", " Nord", " Dépôt", "amt"),
    _NETHERLANDS,
    _WALLONIA,
    (_BRITAIN, _SWEDEN, _PORTUGAL, _ROMANIA, _GERMANY),
    _DENMARK,
)
MATERIALS = {"dutch": DUTCH, "mixed": MIXED}
