"""Which relation in Exact an invoice's debtor is: by company name and postcode, and country when given."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from mice_exact_plugin.domain.invoice import Debtor
    from mice_exact_plugin.domain.reference import CrmAccount

#: What Exact keeps of a relation's name, by the length that products posting to it give for `CustomerName`.
NAME_LIMIT = 50
POSTCODE_LIMIT = 20
CUSTOMER = "C"

#: Letters that do not decompose into a base letter and a mark.
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
#: Spellings of one legal form at the end of a name; the Belgian bvba and sprl were renamed bv and srl by law in 2019.
_LEGAL_FORMS = {
    "beslotenvennootschap": "bv",
    "bvba": "bv",
    "naamlozevennootschap": "nv",
    "vennootschaponderfirma": "vof",
    "commanditairevennootschap": "cv",
    "sprl": "srl",
    "limited": "ltd",
    "incorporated": "inc",
}
#: "B-1000", "BE1040", "NL 1234 AB": the country in front is no part of the postcode.
_COUNTRY_PREFIX = re.compile(r"^[A-Z]{1,2}(?=\d{4,5}([A-Z]{2})?$)")


@dataclass(frozen=True, slots=True)
class MatchKey:
    """What makes two debtors the same. `text` is stored with bindings: changing it forgets them all."""

    name: str
    postcode: str | None
    country: str | None

    @property
    def text(self) -> str:
        return f"{self.name}|{self.postcode or ''}|{self.country or ''}"


@dataclass(frozen=True, slots=True)
class Hit:
    """Exactly one relation; `promote` says that it must be made a customer first."""

    account: CrmAccount
    promote: bool


@dataclass(frozen=True, slots=True)
class NoHit:
    """No relation: create one from the invoice's details."""


@dataclass(frozen=True, slots=True)
class Several:
    """More than one relation: a person chooses, once."""

    accounts: tuple[CrmAccount, ...]


Match = Hit | NoHit | Several


def display_name(debtor: Debtor) -> str | None:
    """The name as Exact will keep it: the company's, else first and last name; None when there is none."""
    person = f"{debtor.first_name or ''} {debtor.last_name or ''}"
    return _cut(debtor.name or "") or _cut(person) or None


def match_key(debtor: Debtor) -> MatchKey | None:
    """None when the debtor has no name."""
    name = display_name(debtor)
    if name is None:
        return None
    return MatchKey(normalise_name(name), normalise_postcode(debtor.postcode), normalise_country(debtor.country))


def normalise_name(name: str) -> str:
    """Letters and digits only, without case or diacritics, one spelling per legal form.

    The cut comes first, on the name as it is written: Exact cut it there too, and what follows shortens both alike.
    A name without any letter or digit stands for itself.
    """
    written = _cut(name).casefold().translate(_LETTERS)
    folded = "".join(filter(str.isalnum, unicodedata.normalize("NFKD", written)))
    return (_one_legal_form(folded) or written)[:NAME_LIMIT]


def normalise_postcode(postcode: str | None) -> str | None:
    bare = "".join(filter(str.isalnum, (postcode or "").upper()))
    return _COUNTRY_PREFIX.sub("", bare)[:POSTCODE_LIMIT] or None


def normalise_country(country: str | None) -> str | None:
    """Two capitals; anything else says nothing. Exact pads to three (`NL `)."""
    code = (country or "").strip().upper()
    return code if len(code) == 2 and code.isalpha() else None


def is_candidate(account: CrmAccount, today: date) -> bool:
    """Relations to which nobody can or should sell: blocked, anonymised, ended or only a supplier."""
    ended = account.end_date is not None and account.end_date < today
    supplier_only = account.is_supplier and account.status not in (CUSTOMER, "P")
    return not (account.is_blocked or account.is_anonymised or ended or supplier_only)


def match(debtor: Debtor, accounts: Iterable[CrmAccount], today: date) -> Match:
    """Compare with the relations of the same normalised name. The caller has blocked nameless debtors before."""
    key = match_key(debtor)
    if key is None:
        return NoHit()
    hits = tuple(account for account in accounts if is_candidate(account, today) and _fits(account, debtor, key))
    if len(hits) > 1:
        return Several(hits)
    return Hit(hits[0], promote=hits[0].status != CUSTOMER) if hits else NoHit()


def _fits(account: CrmAccount, debtor: Debtor, key: MatchKey) -> bool:
    if normalise_name(account.name) != key.name:
        return False
    country = normalise_country(account.country)
    if key.country and country and country != key.country:
        return False
    postcode = normalise_postcode(account.postcode)
    return postcode == key.postcode or (key.postcode is None and _same_number(account, debtor))


def _same_number(account: CrmAccount, debtor: Debtor) -> bool:
    pairs = ((account.vat_number, debtor.vat_number), (account.coc_number, debtor.coc_number))
    return any(_number(theirs) == _number(ours) != "" for theirs, ours in pairs)


def _number(text: str | None) -> str:
    return "".join(filter(str.isalnum, (text or "").upper()))


def _one_legal_form(name: str) -> str:
    for spelling, form in _LEGAL_FORMS.items():
        if name.endswith(spelling):
            return name.removesuffix(spelling) + form
    return name


def _cut(name: str) -> str:
    """White space made single, then what Exact keeps of it."""
    return " ".join(name.split())[:NAME_LIMIT].strip()
