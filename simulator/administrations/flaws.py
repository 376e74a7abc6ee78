"""What goes wrong in a list of relations over the years, one flaw at a time."""

from random import Random

from simulator.administrations.tables import Row
from simulator.administrations.words import Words


def spoil(rng: Random, relation: Row) -> Row:
    """About one relation in four gets one flaw."""
    if rng.random() >= 0.25:
        return relation
    return relation | rng.choice(_FLAWS)(rng, relation)


def twin(rng: Random, words: Words, relation: Row) -> Row:
    """The same relation entered a second time: to the letter, or with its legal form spelled another way."""
    if rng.random() < 0.4:
        return dict(relation)
    return relation | {"Name": _other_spelling(rng, words, relation["Name"])}


def _other_spelling(rng: Random, words: Words, name: str) -> str:
    for official, *variants in words.forms:
        if variants and name.endswith(f" {official}"):
            return name.removesuffix(official) + rng.choice(variants)
    return name.upper()


def _blocked(_: Random, __: Row) -> Row:
    return {"Blocked": True}


def _ended(rng: Random, _: Row) -> Row:
    return {"StartDate": "2015-01-01", "EndDate": f"20{rng.randrange(18, 26)}-12-31"}


def _anonymised(rng: Random, _: Row) -> Row:
    """Exact keeps the record and empties what identifies a person."""
    gone = dict.fromkeys(("AddressLine1", "Postcode", "City", "Email", "Phone", "VATNumber", "ChamberOfCommerce"))
    return {"Name": f"Anonymous {rng.randrange(10**5)}", "IsAnonymised": 1} | gone


def _no_postcode(_: Random, __: Row) -> Row:
    return {"Postcode": None}


def _no_address(_: Random, __: Row) -> Row:
    return dict.fromkeys(("AddressLine1", "Postcode", "City", "Country"))


def _padded(rng: Random, relation: Row) -> Row:
    name = relation["Name"]
    return {"Name": rng.choice((f" {name}", f"{name} ", name.replace(" ", "  ", 1)))}


def _shouted(rng: Random, relation: Row) -> Row:
    return {"Name": rng.choice((relation["Name"].upper(), relation["Name"].lower()))}


def _punctuated(rng: Random, relation: Row) -> Row:
    frame = rng.choice(
        ('"{}"', "{} / afd. inkoop", "{} (v/h Jansen)", "'{}'", "{}; 2e vestiging", "<{}>", "{} + partners", "{} 🎉")
    )
    return {"Name": frame.format(relation["Name"])[:50]}


def _postcode_spelling(rng: Random, relation: Row) -> Row:
    postcode = relation["Postcode"].replace(" ", "")
    return {"Postcode": rng.choice((postcode.lower(), f"{postcode[:4]}  {postcode[4:]}".strip(), postcode[:4]))}


def _vat_number_spelling(_: Random, relation: Row) -> Row:
    number = relation.get("VATNumber")
    return {"VATNumber": f"{number[:2]}.{number[2:6]}.{number[6:9]}.{number[9:]}".lower()} if number else {}


_FLAWS = (
    _blocked,
    _ended,
    _anonymised,
    _no_postcode,
    _no_address,
    _padded,
    _shouted,
    _punctuated,
    _postcode_spelling,
    _vat_number_spelling,
)
