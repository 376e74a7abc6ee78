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

from mice_exact_plugin.domain.debtor.countries import WRITTEN_OUT
from mice_exact_plugin.domain.debtor.name_words import (
    in_every_spelling,
    in_short,
    is_filler,
    names_no_company,
    without_form,
    without_form_in_front,
)

if TYPE_CHECKING:
    from mice_exact_plugin.domain.invoice import Debtor

#: What Exact keeps of a relation's name, by the length that products posting to it give for `CustomerName`.
NAME_LIMIT = 50
#: Blanks between two words of which the last may be cut off.
_MOST_BLANKS = 2
#: Letters of the key under which the mirror is searched; far fewer than the limit, so that a cut never shows in it.
_STEM_LETTERS = 30

#: A name that Exact cut has at least so many letters, unless its words are of two letters each.
_FEWEST_CUT_LETTERS = 20

#: Letters that do not decompose into a base letter and a mark.
_LETTERS = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_AND = frozenset({"en", "and", "und", "et"})
_HALF_AN_AND = frozenset(word[:size] for word in _AND for size in range(1, len(word) + 1))
#: The words after "van" or "v." that belong to it.
_ARTICLES = frozenset({"d", "der", "den", "de", "h", "het", "t", "dr", "dn"})
#: What may stand for "v.d." or "St.": "van der" and "van den" stay two names, the abbreviation fits both.
_ABBREVIATED = {
    "vd": ("vd", "vander", "vanden", "vande"),
    "vdr": ("vdr", "vander"),
    "vdn": ("vdn", "vanden"),
    "vh": ("vh", "vanhet"),
    "vt": ("vt", "vant", "vanhet"),
    "st": ("st", "sint", "saint", "sankt"),
    "ste": ("ste", "sainte"),
}
#: More than these in one name are not followed: each multiplies the spellings.
_MOST_ABBREVIATED = 2
_ANY_ARTICLE = re.compile(r"van(?:der|den|de|het|t)|v(?:dr|dn|d|h|t)")
_ANY_SAINT = re.compile("sint|saint|sankt")
_OTHER_VOWEL = re.compile(r"([aou])[ae]+")
#: Words, and the signs that tell "Club A+" from "Club A"; "#" only behind a letter, as "Studio #1" is "Studio 1".
_TOKENS = re.compile(r"[^\W_]+|[&+%]|(?<=[^\W_])#")
#: Signs and words behind which a name goes on with somebody or something within.
_WITHIN = re.compile(
    r"[,;(/|]|\s[-–]\s|\b(?:t\.?\s?a\.?\s?v\b|ter attentie van|attn\b|att\.|c/o|p/a|afd\b|afdeling\b|z\.\s?hd|"
    r"[àa] l['’]attention)",
    re.IGNORECASE,
)
_MARKS = re.compile(r"[\u0300-\u036f]+")
#: Within an abbreviation or a contraction these part nothing: "B.V." is "BV", "'t" is "t".
_PARTS_NOTHING = str.maketrans("", "", ".'’‘`´")


def whole_name(debtor: Debtor) -> tuple[str, bool] | None:
    """The name as written, and whether it is a private person's: the company's, else first and last name.

    A company field that holds nothing but a filler word ("particulier", "n.v.t.") is no name.
    """
    company = squeezed(debtor.name)
    if not names_no_company(company):
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


def addressee(name: str) -> str | None:
    """What stands before a department or a person within: "Gemeente Breda" of "Gemeente Breda t.a.v. Inkoop".

    None for a name that says neither; what it gives is no more than likely.
    """
    head = _WITHIN.split(squeezed(name), maxsplit=1)[0].strip()
    return head if head and head != squeezed(name) else None


@lru_cache(maxsize=8192)
def normal_name(name: str) -> str:
    """Letters, digits and a few signs, without case or diacritics, "&" for "en", one spelling per legal form.

    A name without letters or digits stands for itself.
    """
    return _joined(in_short(_words(name))) or squeezed(name).casefold()


@lru_cache(maxsize=8192)
def base_name(name: str) -> str:
    """The normal form without the legal form, in front or behind."""
    return _joined(without_form(_words(name))) or normal_name(name)


@lru_cache(maxsize=8192)
def spellings(name: str) -> frozenset[str]:
    """Every normal form of a name: it equals another when they share one."""
    return frozenset(_joined(in_short(words)) or normal_name(name) for words in _ways_to_write(name))


def is_same_name(one: str, other: str) -> bool:
    """Whether two names are one, whole, in whatever spelling."""
    return bool(spellings(one) & spellings(other))


@lru_cache(maxsize=8192)
def base_spellings(name: str) -> frozenset[str]:
    """Every normal form without the legal form."""
    return frozenset(_joined(without_form(words)) or base_name(name) for words in _ways_to_write(name))


def may_be_cut_from(kept: str, whole: str) -> bool:
    """Whether Exact may have cut `kept` from `whole`: as long as the limit as it stands there, and a beginning of ours.

    The cut can fall within a word, and on a blank or two, which are gone when the name is read. Ours need not be longer
    than the limit: who typed two blanks, or "en" for "&", had less room.
    """
    if not NAME_LIMIT - _MOST_BLANKS <= len(kept) <= NAME_LIMIT:
        return False
    begins = {words for name in (kept, _without_half_an_and(kept)) for words in _ways_to_write(name)}
    wholes = {way for words in _ways_to_write(whole) for way in in_every_spelling(words)}
    if len(kept) < NAME_LIMIT:
        return any(words != way and words == way[: len(words)] for way in wholes for words in begins if words)
    return any(
        begin and begin != way and way.startswith(begin)
        for way in map(_joined, wholes)
        for begin in map(_joined, begins)
    )


@lru_cache(maxsize=8192)
def stem(name: str) -> str:
    """The key under which relations are searched: coarser than equality, so that no equal one is missed."""
    return _stem_of(without_form(_words(name))) or squeezed(name).casefold()[:_STEM_LETTERS]


def stems(name: str) -> frozenset[str]:
    """The stems under which a relation of this name may stand, whole or as Exact cut it."""
    return frozenset({stem(name), stem(kept_by_exact(name)), *_cut_stems(name)})


def _cut_stems(name: str) -> set[str]:
    """Those of names that were cut although ours may have room: by other blanks, or a longer legal form."""
    ways = map(_stem_of, in_every_spelling(without_form_in_front(_words(name))))
    return {way[:size] for way in ways for size in range(_FEWEST_CUT_LETTERS, len(way) + 1)}


def _stem_of(words: tuple[str, ...]) -> str:
    letters = "".join(_ANY_ARTICLE.sub("v", "&" if word == "+" else word) for word in words)
    return _OTHER_VOWEL.sub(r"\1", _ANY_SAINT.sub("st", letters))[:_STEM_LETTERS]


def _ways_to_write(name: str) -> set[tuple[str, ...]]:
    """The words of a name in each way they may be written."""
    ways: set[tuple[str, ...]] = set()
    plain = {_words(name), _words(name, written_out=True)}
    for words in plain | {_with_plus_as_and(words) for words in plain}:
        short = [word for word in words if word in _ABBREVIATED]
        if 0 < len(short) <= _MOST_ABBREVIATED:
            ways |= set(product(*(_ABBREVIATED.get(word, (word,)) for word in words)))
        else:
            ways.add(words)
    return ways


def _joined(words: tuple[str, ...]) -> str:
    """Without blanks, but for what parts two numbers: "Studio 1 12" is not "Studio 11 2"."""
    return "".join(
        f"-{word}" if place and word[0].isdigit() and words[place - 1][-1].isdigit() else word
        for place, word in enumerate(words)
    )


def _with_plus_as_and(words: tuple[str, ...]) -> tuple[str, ...]:
    """ "K+L" may be written "K & L"; behind the last word it says something else."""
    inner = range(1, len(words) - 1)
    return tuple("&" if word == "+" and place in inner else word for place, word in enumerate(words))


def _without_half_an_and(kept: str) -> str:
    """Without a last "e" or "an" that may be the half of an "en" or "and"."""
    head, _, last = kept.rpartition(" ")
    return head if last.casefold() in _HALF_AN_AND else kept


@lru_cache(maxsize=16384)
def _words(name: str, *, written_out: bool = False) -> tuple[str, ...]:
    """The words in small plain letters, with "&" for "en" and one word for "van der"."""
    plain = name.casefold()
    if not plain.isascii():
        if written_out:
            plain = unicodedata.normalize("NFC", plain).translate(WRITTEN_OUT)
        decomposed = unicodedata.normalize("NFKD", plain.translate(_LETTERS)).casefold()
        plain = _MARKS.sub("", decomposed).translate(_LETTERS)
    tokens = _TOKENS.findall(plain.translate(_PARTS_NOTHING).replace(" + ", " & "))
    return tuple(_with_ands(_with_articles(tokens)))


def _with_articles(words: list[str]) -> list[str]:
    """One word for "v. d." and "van der" with their kin."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] in ("v", "van") and word in _ARTICLES:
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _with_ands(words: list[str]) -> list[str]:
    """ "en" between two words is "&"; at either end, or beside another "&", it is a word of the name."""
    last = len(words) - 1
    return [
        "&" if word in _AND and 0 < place < last and "&" not in (words[place - 1], words[place + 1]) else word
        for place, word in enumerate(words)
    ]
