"""What differs between two versions of the settings: every choice by its place, with what it was and what it is."""

from __future__ import annotations

from typing import TypedDict

from mice_exact_plugin.domain.reference import Resource

#: What was chosen, by column, as JSON.
Payload = dict[str, object]


class Change(TypedDict):
    """One choice that is another one now; `what` is its column, and behind a colon its place in there."""

    what: str
    old: str
    new: str


#: The list that a choice is a code of, by its column, or by its place within one.
_FROM = {
    "journal_code": Resource.JOURNALS,
    "credit_journal_code": Resource.JOURNALS,
    "payment_condition_code": Resource.PAYMENT_CONDITIONS,
    "vat_codes": Resource.VAT_CODES,
    "rate_group_vat_codes": Resource.VAT_CODES,
    "codes": Resource.VAT_CODES,
    "vat_code": Resource.VAT_CODES,
}
#: Every list that has codes to choose.
CODED = frozenset(_FROM.values())


def list_of(change: Change) -> Resource | None:
    """The list that what was chosen is a code of, if it is a code."""
    return next((_FROM[part] for part in change["what"].split(":") if part in _FROM), None)


def changes(before: Payload, after: Payload) -> list[Change]:
    """In the order of their places; what was not chosen is empty text."""
    old, new = _flat(before), _flat(after)
    places = sorted(place for place in old.keys() | new.keys() if old.get(place, "") != new.get(place, ""))
    return [{"what": place, "old": old.get(place, ""), "new": new.get(place, "")} for place in places]


def _flat(payload: object, place: str = "") -> dict[str, str]:
    """Every single choice by its place; an empty one is as good as none."""
    if isinstance(payload, dict):
        parts = [_flat(value, f"{place}:{name}" if place else str(name)) for name, value in payload.items()]
        return {name: text for part in parts for name, text in part.items()}
    if isinstance(payload, list):
        return _flat({str(number): value for number, value in enumerate(payload, 1)}, place)
    return {} if payload is None or payload == "" else {place: _text(payload)}


def _text(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
