"""Street, city and e-mail address in the normal forms they are compared by."""

from __future__ import annotations

import re
import unicodedata

from mice_exact_plugin.domain.cities import in_one_language

#: "straße" and "straat" are shortened alike; words that are written out or short.
_STREET = re.compile(r"(?:strasse|straat|str)\b\.?|\b(?:avenue|ave)\b\.?|\b(?:boulevard|blvd|boul)\b\.?|\bstreet\b")
_SHORT = {"avenue": "av", "ave": "av", "boulevard": "bd", "blvd": "bd", "boul": "bd", "street": "st"}
#: A place within a building or at a fair: many addresses of one city have one like it.
_NO_STREET = re.compile(
    r"\s*(?:unit|suite|gebouw|building|batiment|gebaude|kantoor|office|bureau|kamer|room|etage|verdieping|floor|hal|hall|"
    r"halle|stand|loods|box|bus)\b"
)
_RUNS = re.compile(r"[^\W\d_]+|\d+")
_ONE_ADDRESS = re.compile(r"(?:[^<>]*<)?(?:mailto:)?([^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+)>?", re.IGNORECASE)


def normal_street(*lines: str | None) -> str | None:
    """Street and house number of the first line that has both; without a number a street says too little."""
    plain = (_plain(line) for line in lines if line and any(map(str.isdigit, line)))
    street = next((line for line in plain if not _NO_STREET.match(line)), None)
    if street is None:
        return None
    shortened = _STREET.sub(lambda found: _SHORT.get(found[0].rstrip("."), "str"), street)
    runs = _RUNS.findall(shortened)
    return "".join(
        f"-{run}" if place and run.isdigit() and runs[place - 1].isdigit() else run for place, run in enumerate(runs)
    )


def normal_city(city: str | None) -> str | None:
    bare = "".join(filter(str.isalnum, _plain(city or "")))
    return in_one_language(bare) or None


def email_address(text: str | None) -> str | None:
    """The one address in a field, without case, name or "mailto:"; None when it holds none or several."""
    found = _ONE_ADDRESS.fullmatch(" ".join((text or "").split()))
    return unicodedata.normalize("NFKC", found[1]).casefold() if found else None


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.casefold()).casefold()
    return "".join(c for c in folded if not unicodedata.combining(c))
