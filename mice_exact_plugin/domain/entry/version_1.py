"""The match key and the invoice digest of 0.1, frozen: rows of version 1 are compared by these, and nothing else is.

Never change a function here. What 0.1 stored would read as another customer, or every booked invoice as changed.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.entry.vat_mapping import normal_rate
from mice_exact_plugin.domain.money import ZERO, to_cents

if TYPE_CHECKING:
    from mice_exact_plugin.domain.invoice import Debtor, Invoice, InvoiceLine

VERSION = 1
NAME_LIMIT = 50
POSTCODE_LIMIT = 20
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


def match_key(debtor: Debtor) -> str | None:
    """`name|postcode|country`, the key of a binding; None when the debtor has no name."""
    name = display_name(debtor)
    if name is None:
        return None
    postcode, country = normalise_postcode(debtor.postcode), normalise_country(debtor.country)
    return f"{normalise_name(name)}|{postcode or ''}|{country or ''}"


def invoice_digest(invoice: Invoice) -> str:
    """What was booked, as 0.1 kept it."""
    return _sha256(
        {
            "identifier": invoice.identifier.strip(),
            "dates": [invoice.invoice_date, invoice.due_date],
            "currency": invoice.currency,
            "debtor": match_key(invoice.debtor),
            "totals": [to_cents(amount) for amount in (invoice.net, invoice.vat, invoice.gross)],
            "lines": _amounts_by_group(invoice.lines),
        }
    )


def display_name(debtor: Debtor) -> str | None:
    """The name as Exact will keep it: the company's, else first and last name; None when there is none."""
    person = f"{debtor.first_name or ''} {debtor.last_name or ''}"
    return _cut(debtor.name or "") or _cut(person) or None


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


def _amounts_by_group(lines: tuple[InvoiceLine, ...]) -> list[list[object]]:
    sums: dict[tuple[str, str], tuple[Decimal, Decimal]] = defaultdict(lambda: (ZERO, ZERO))
    for line in lines:
        key = (line.rate_group.code if line.rate_group else "", str(normal_rate(line.vat_rate)))
        net, vat = sums[key]
        sums[key] = (net + line.net, vat + line.vat)
    return [[*key, to_cents(net), to_cents(vat)] for key, (net, vat) in sorted(sums.items())]


def _one_legal_form(name: str) -> str:
    for spelling, form in _LEGAL_FORMS.items():
        if name.endswith(spelling):
            return name.removesuffix(spelling) + form
    return name


def _cut(name: str) -> str:
    """White space made single, then what Exact keeps of it."""
    return " ".join(name.split())[:NAME_LIMIT].strip()


def _sha256(value: object) -> str:
    canonical = json.dumps(value, sort_keys=True, default=str, ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()
