"""How people write what is true: a venue in its invoices, a bookkeeper in Exact, each in their own way."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from random import Random

LIMIT = 50
#: What is written in a country field. Dutch addresses often have none, Belgian ones sometimes.
_COUNTRIES: dict[str, tuple[str | None, ...]] = {
    "NL": ("NL", "NL", "NL", "Nederland", "nederland", "The Netherlands", "Holland", None),
    "BE": ("BE", "BE", "België", "Belgie", "Belgium", "Belgique", "BELGIË", None),
    "DE": ("DE", "Duitsland", "Deutschland", "Germany", "Allemagne"),
    "LU": ("LU", "Luxemburg", "Luxembourg"),
    "DK": ("DK", "Denemarken", "Danmark", "Denmark"),
    "GB": ("GB", "UK", "Engeland", "United Kingdom", "Groot-Brittannië", "Great Britain"),
    "SE": ("SE", "Zweden", "Sweden", "Schweden", "Suède"),
    "PT": ("PT", "Portugal"),
    "RO": ("RO", "Roemenië", "Romania", "Rumänien"),
}
_SIGNS = {
    "NL": "NL ",
    "BE": "B-",
    "DE": "D-",
    "LU": "L-",
    "DK": "DK-",
    "GB": "GB-",
    "SE": "SE-",
    "PT": "PT-",
    "RO": "RO-",
}
#: What a town is called in the other language of its country, or in Dutch.
_TOWNS = {
    "Gent": "Gand", "Antwerpen": "Anvers", "Brugge": "Bruges", "Leuven": "Louvain", "Liège": "Luik", "Namur": "Namen",
    "Bruxelles": "Brussel", "Mons": "Bergen", "Luxembourg": "Luxemburg", "København": "Kopenhagen",
}  # fmt: skip
_WITHOUT_LETTER = str.maketrans({"ø": "o", "Ø": "O", "ß": "ss"})
_WRITTEN_OUT = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "ø": "oe",
        "å": "aa",
        "Ä": "Ae",
        "Ö": "Oe",
        "Ü": "Ue",
        "Ø": "Oe",
        "Å": "Aa",
        "ß": "ss",
    }
)
#: A company's legal form in its other spellings.
_FORMS = {
    "B.V.": ("B.V.", "BV", "b.v.", "B.V"),
    "BV": ("BV", "B.V."),
    "BVBA": ("BVBA", "bvba", "BV"),
    "V.O.F.": ("V.O.F.", "VOF", "v.o.f."),
    "N.V.": ("N.V.", "NV"),
    "SPRL": ("SPRL", "S.P.R.L.", "SRL"),
    "Limited": ("Limited", "Ltd", "Ltd."),
    "Ltd": ("Ltd", "Ltd.", "LTD"),
    "GmbH": ("GmbH", "GMBH", "G.m.b.H."),
    "GmbH & Co. KG": ("GmbH & Co. KG", "GmbH & Co KG", "GmbH und Co. KG"),
    "S.à r.l.": ("S.à r.l.", "SARL", "S.A.R.L."),
    "Aktiebolag": ("Aktiebolag", "AB"),
    "S.R.L.": ("S.R.L.", "SRL"),
    "S.A.": ("S.A.", "SA"),
}


@dataclass(frozen=True)
class Facts:
    """What is true of one company or person. `name` is without the legal form `form`."""

    name: str
    form: str
    first: str | None
    last: str | None
    street: str
    postcode: str
    town: str
    country: str
    email: str
    vat: str | None = None
    coc: str | None = None

    @property
    def is_person(self) -> bool:
        return self.last is not None


def room_with_doubled_blanks(facts: Facts) -> int:
    """What is left of the room for a company's name, written as widely as here; negative when it is cut."""
    name = f"{facts.name} {facts.form}".replace(" & ", " and ")
    return LIMIT - len(name.replace(" ", "  "))


def letters_kept(name: str, _: Random | None = None) -> str:
    return name


def letters_dropped(name: str) -> str:
    decomposed = unicodedata.normalize("NFD", name.translate(_WITHOUT_LETTER))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def letters_written_out(name: str) -> str:
    return letters_dropped(name.translate(_WRITTEN_OUT))


@dataclass(frozen=True)
class Writer:
    """One who writes facts down. `letters` is what becomes of marks; the facts in `keeps` are never left out."""

    dice: Random
    letters: Callable[[str], str]
    keeps: frozenset[str] = frozenset()
    lacks: frozenset[str] = frozenset()

    def client(self, facts: Facts, client_id: str) -> dict[str, Any]:
        """As the copy on an invoice."""
        first, last = (facts.first, facts.last) if facts.is_person else (None, None)
        return {
            "id": client_id,
            "name": self._filler() if facts.is_person else self.company(facts),
            "first_name": first and self._varied(first),
            "last_name": last and self._varied(last),
            "address_line_1": self.street(facts),
            "address_line_2": None,
            "postalcode": self.postcode(facts),
            "city": self._cased(self._town(facts.town)),
            "country": self._country(facts.country),
            "email": self.email(facts),
            "vat_number": self.vat(facts),
            "coc_number": self.coc(facts),
        }

    def account(self, facts: Facts, account_id: str) -> dict[str, Any]:
        """As a relation that a bookkeeper typed in; Exact keeps no more of a name than it has room for."""
        name = f"{self._varied(facts.first or '')} {self._varied(facts.last or '')}"
        written = {
            "ID": account_id,
            "Name": (name.strip() if facts.is_person else self.company(facts))[:LIMIT].rstrip(),
            "Status": "C",
            "Type": "A",
            "AddressLine1": self.street(facts),
            "Postcode": self.postcode(facts),
            "City": self._cased(self._town(facts.town)),
            "Country": None if "country" in self.lacks or self.dice.random() < 0.05 else facts.country,
            "Email": self.email(facts),
            "VATNumber": self.vat(facts),
            "ChamberOfCommerce": self.coc(facts),
        }
        return {name: value.strip() for name, value in written.items() if value}

    def company(self, facts: Facts) -> str:
        form = self.dice.choice(_FORMS.get(facts.form, (facts.form,)))
        name = self._varied(f"{facts.name} {form}".strip())
        if " & " in name and self.dice.random() < 0.5:
            return name.replace(" & ", self.dice.choice((" en ", " EN ", "&", " and ")), 1)
        return name

    def postcode(self, facts: Facts) -> str | None:
        if "postcode" in self.lacks:
            return self.dice.choice((None, "", "-"))
        sign = _SIGNS[facts.country] if self.dice.random() < 0.15 else ""
        return sign + self.dice.choice(
            (facts.postcode, facts.postcode, facts.postcode.replace(" ", ""), facts.postcode.lower())
        )

    def street(self, facts: Facts) -> str | None:
        if "street" in self.lacks or self._leaves_out("street"):
            return None
        street = facts.street.replace("straat", "str.") if self.dice.random() < 0.1 else facts.street
        return self._cased(street) + self.dice.choice(("", "", " "))

    def email(self, facts: Facts) -> str | None:
        if "email" in self.lacks or self._leaves_out("email"):
            return None
        return self.dice.choice((facts.email, facts.email.capitalize(), facts.email.upper()))

    def vat(self, facts: Facts) -> str | None:
        if facts.vat is None or "vat" in self.lacks or self._leaves_out("vat"):
            return None
        dotted = f"{facts.vat[:2]} {facts.vat[2:6]}.{facts.vat[6:9]}.{facts.vat[9:]}"
        return self.dice.choice((facts.vat, facts.vat, facts.vat.lower(), dotted))

    def coc(self, facts: Facts) -> str | None:
        if facts.coc is None or "coc" in self.lacks or self._leaves_out("coc"):
            return None
        return self.dice.choice((facts.coc, facts.coc, f" {facts.coc}"))

    def _leaves_out(self, fact: str) -> bool:
        return fact not in self.keeps and self.dice.random() < 0.2

    def _town(self, town: str) -> str:
        return _TOWNS.get(town, town) if self.dice.random() < 0.2 else town

    def _country(self, code: str) -> str | None:
        return self.dice.choice(_COUNTRIES[code])

    def _filler(self) -> str | None:
        return self.dice.choice((None, None, None, "", "Particulier", "-", "n.v.t.", "privé"))

    def _varied(self, text: str) -> str:
        return self._cased(self.letters(text)).replace(" ", self.dice.choice((" ", " ", " ", "  ")))

    def _cased(self, text: str) -> str:
        return self.dice.choice((text, text, text, text.upper(), text.lower()))


def writers(
    dice: Random, *, keeps: Collection[str] = (), host_lacks: Collection[str] = (), exact_lacks: Collection[str] = ()
) -> tuple[Writer, Writer]:
    """The venue and the bookkeeper of one customer: at most one of the two writes without the marks."""
    plain = dice.choice((letters_dropped, letters_written_out))
    host, exact = dice.choice(((letters_kept, plain), (plain, letters_kept), (letters_kept, letters_kept)))
    return (
        Writer(dice, host, frozenset(keeps), frozenset(host_lacks)),
        Writer(dice, exact, frozenset(keeps), frozenset(exact_lacks)),
    )
