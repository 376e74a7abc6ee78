"""What a customer is called: the whole name as written, its normal forms for comparing, and what Exact keeps of it.

Names are compared whole; only what is sent is cut. Two names are equal when they share a spelling: "Müller" may be
written "Muller" and "Mueller", which are not each other.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.filler_words import is_filler
from mice_exact_plugin.domain.legal_forms import SPELLINGS, as_prefix, canonical

if TYPE_CHECKING:
    from mice_exact_plugin.domain.invoice import Debtor

#: What Exact keeps of a relation's name, by the length that products posting to it give for `CustomerName`.
NAME_LIMIT = 50
#: Letters of the key under which the mirror is searched: two names that differ in legal form or by the cut share it.
STEM_LETTERS = 30

#: Letters that do not decompose into a base letter and a mark.
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ß": "ss"})
#: How German and Scandinavian names are written where the letter is not at hand.
_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"})
_AND = frozenset({"en", "and", "und", "et"})
#: What may stand for "v.d.": "van der" and "van den" stay two names, the abbreviation fits both.
_ABBREVIATED = {
    "vd": ("vd", "vander", "vanden", "vande"),
    "vdr": ("vdr", "vander"),
    "vdn": ("vdn", "vanden"),
    "vh": ("vh", "vanhet"),
    "vt": ("vt", "vant", "vanhet"),
}
_STEM_WORDS = re.compile(r"van(?:der|den|de|het|t)|v[dht](?:r|n)?")
_SEPARATORS = re.compile(r"[^\w&]+|_+")
_JOINED = str.maketrans("", "", ".'’‘`´")


def whole_name(debtor: Debtor) -> tuple[str, bool] | None:
    """The name as written, and whether it is a private person's: the company's, else first and last name.

    A company field that holds nothing but a filler word ("particulier", "n.v.t.") is no name.
    """
    company = squeezed(debtor.name)
    if not is_filler(company):
        return company, False
    parts = [squeezed(debtor.first_name), squeezed(debtor.last_name)]
    if all(map(is_filler, parts)):
        return None
    return " ".join(part for part in parts if any(map(str.isalnum, part))), True


def squeezed(text: str | None) -> str:
    """White space made single, outer blanks gone."""
    return " ".join((text or "").split())


def kept_by_exact(name: str) -> str:
    """What is sent of a name and what Exact keeps of it."""
    return squeezed(name)[:NAME_LIMIT].rstrip()


def normal_name(name: str) -> str:
    """Letters and digits only, without case or diacritics, "&" for "en", one spelling per legal form."""
    return _joined(_words(name)) or squeezed(name).casefold()


def base_name(name: str) -> str:
    """The normal form without the legal form, in front or behind."""
    words = _words(name)
    return "".join(_without_forms(words)) or normal_name(name)


@lru_cache(maxsize=8192)
def spellings(name: str) -> frozenset[str]:
    """Every normal form of a name: it equals another when they share one."""
    return frozenset(_joined(words) for words in _variants(name)) | {normal_name(name)}


@lru_cache(maxsize=8192)
def base_spellings(name: str) -> frozenset[str]:
    return frozenset("".join(_without_forms(words)) for words in _variants(name)) | {base_name(name)}


def may_be_cut_from(kept: str, whole: str) -> bool:
    """Whether Exact may have cut `kept` from `whole`: as long as the limit, and a beginning of the longer name.

    The cut can fall within a word, and on a blank, which Exact's answer then lacks.
    """
    kept, whole = squeezed(kept), squeezed(whole)
    if len(kept) < NAME_LIMIT - 1 or len(whole) <= NAME_LIMIT:
        return False
    if len(kept) < NAME_LIMIT and len(kept) != len(kept_by_exact(whole)):
        return False
    return any(
        long.startswith(short)
        for short in (_letters(kept), _letters(_without_half_an_and(kept)))
        for long in (_letters(whole),)
    )


@lru_cache(maxsize=8192)
def stem(name: str) -> str:
    """The key under which relations are searched: coarser than equality, so that no equal one is missed."""
    letters = "".join(_STEM_WORDS.sub("v", word) for word in _without_forms(_words(name)))
    return re.sub(r"([aou])[ae]", r"\1", letters)[:STEM_LETTERS] or squeezed(name).casefold()[:STEM_LETTERS]


def stems(name: str) -> frozenset[str]:
    """The stems under which a relation of this name may stand, whole or as Exact cut it."""
    return frozenset({stem(name), stem(kept_by_exact(name))})


def _variants(name: str) -> list[list[str]]:
    """The words of a name in each way they may be written."""
    return [
        list(chosen)
        for written_out in (False, True)
        for chosen in product(*(_ABBREVIATED.get(word, (word,)) for word in _words(name, written_out=written_out)))
    ]


def _joined(words: list[str]) -> str:
    return "".join(canonical(words))


def _without_forms(words: list[str]) -> list[str]:
    rest = words
    while (size := _form_at_end(rest)) and len(rest) > size:
        rest = rest[:-size]
    while rest and rest[-1] == "&":
        rest = rest[:-1]
    return rest[1:] if len(rest) > 1 and as_prefix(rest[0]) else rest


def _form_at_end(words: list[str]) -> int:
    return next((size for size in range(min(len(words), 8), 0, -1) if "".join(words[-size:]) in SPELLINGS), 0)


def _letters(name: str) -> str:
    return "".join(_words(name))


def _without_half_an_and(kept: str) -> str:
    """Without a last "e" or "a" that may be the half of an "en" or "and"."""
    head, _, last = kept.rpartition(" ")
    return head if any(word.startswith(last.casefold()) for word in _AND) else kept


def _words(name: str, *, written_out: bool = False) -> list[str]:
    folded = name.casefold()
    if written_out:
        folded = unicodedata.normalize("NFC", folded).translate(_WRITTEN_OUT)
    plain = unicodedata.normalize("NFKD", folded.translate(_LETTERS)).casefold().translate(_JOINED)
    spaced = plain.replace("&", " & ").replace(" + ", " & ")
    words = ["".join(c for c in word if c.isalnum() or c == "&") for word in _split(spaced)]
    return _with_ands(_one_article([word for word in words if word]))


def _split(text: str) -> list[str]:
    """Words between anything that is no letter, digit or mark; a combining mark belongs to its letter."""
    return _SEPARATORS.sub(" ", "".join(c for c in text if not unicodedata.combining(c))).split()


def _one_article(words: list[str]) -> list[str]:
    """ "v. d. Berg" and "van der Berg" become one word with their kin: ("vd", "berg"), ("vander", "berg")."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] in ("v", "van") and word in ("d", "der", "den", "de", "het", "h", "t", "dr", "dn"):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _with_ands(words: list[str]) -> list[str]:
    """ "en" between two words is "&"; alone, or beside another "&", it is a word of the name."""
    last = len(words) - 1
    return [
        "&" if word in _AND and 0 < place < last and "&" not in (words[place - 1], words[place + 1]) else word
        for place, word in enumerate(words)
        if word != "&" or place == 0 or words[place - 1] != "&"
    ]
