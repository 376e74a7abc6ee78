"""How an entry in Exact differs from what was sent, with both sides, as people write them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.domain.entry.causes import Kind
from mice_exact_plugin.domain.entry.comparison import Part
from mice_exact_plugin.i18n import N_, gettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mice_exact_plugin.domain.kept import KeptDifference

NAMES: dict[Part, str] = {
    Part.PRESENCE: N_("boeking"),
    Part.GROSS: N_("bedrag incl. btw"),
    Part.VAT: N_("btw"),
    Part.CURRENCY: N_("valuta"),
    Part.JOURNAL: N_("dagboek"),
    Part.DEBTOR: N_("debiteur"),
    Part.ENTRY_DATE: N_("boekdatum"),
    Part.DUE_DATE: N_("vervaldatum"),
    Part.YOUR_REF: N_("factuurnummer"),
    Part.PAYMENT_CONDITION: N_("betalingsconditie"),
    Part.LINES: N_("aantal regels"),
    Part.LINE_GL_ACCOUNT: N_("grootboekrekening van een regel"),
    Part.LINE_VAT_CODE: N_("btw-code van een regel"),
    Part.LINE_NET: N_("bedrag excl. btw van een regel"),
    Part.LINE_VAT: N_("btw van een regel"),
    Part.LINE_COST_CENTER: N_("kostenplaats van een regel"),
    Part.LINE_COST_UNIT: N_("kostendrager van een regel"),
}

_AMOUNTS = frozenset({Part.GROSS, Part.VAT, Part.LINE_NET, Part.LINE_VAT})
_DAYS = frozenset({Part.ENTRY_DATE, Part.DUE_DATE})
#: Known by an id that nobody recognises: without names that they differ is all that can be said.
_KEYS = frozenset({Part.DEBTOR, Part.LINE_GL_ACCOUNT})


_CAUSES: dict[str, str] = {
    "vat_code": N_("btw-code %(key)s"),
    "journal": N_("dagboek %(key)s"),
    "payment_condition": N_("betalingsconditie %(key)s"),
    "customer": N_("deze debiteur"),
    "gl_account": N_("een grootboekrekening"),
    "costs": N_("kostenplaats en kostendrager %(key)s"),
}
_KINDS: dict[str, str] = {
    Kind.AMOUNTS: N_("de berekende btw"),
    Kind.DEBTOR: N_("de debiteur"),
    Kind.JOURNAL: N_("het dagboek"),
    Kind.LEDGER: N_("de grootboekrekening"),
    Kind.TERMS: N_("de vervaldatum"),
    Kind.COSTS: N_("de kostenplaats of kostendrager"),
    Kind.OTHER: N_("de overige gegevens"),
}


def cause(trait: str) -> str:
    """What entries that went wrong share, as a person calls it."""
    kind, _, key = trait.partition(":")
    if kind == "any":
        return gettext(_KINDS[key]) if key in _KINDS else key
    return gettext(_CAUSES[kind]) % {"key": key.partition("=")[0]} if kind in _CAUSES else trait


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """One thing that differs, each side as a person reads it; empty where nobody could."""

    name: str
    ours: str
    theirs: str


def views(
    stored: Iterable[KeptDifference], names: Mapping[str, str] | None = None, currency: str = "EUR"
) -> tuple[DifferenceView, ...]:
    """Differences as they are kept; `names` are those of relations and G/L accounts by their id, where looked up.

    A relation that was looked up and has no name is told by its id, since somebody may have made it just now.
    """
    return tuple(_view(item, names, currency) for item in stored)


def ids(stored: Iterable[KeptDifference]) -> list[str]:
    """The ids of the relations and G/L accounts that stored differences tell of."""
    keyed = (item for item in stored if item["part"] in _KEYS)
    return [side for item in keyed for side in (item["ours"], item["theirs"]) if side]


def sentence(stored: Iterable[KeptDifference], names: Mapping[str, str] | None = None) -> str:
    """All of them in one sentence."""
    return "; ".join(_words(view) for view in views(stored, names)) + "."


def _words(view: DifferenceView) -> str:
    if not view.theirs and not view.ours:
        return gettext("%(name)s: een andere", name=view.name)
    if not view.theirs:
        return gettext("%(name)s: niet te vinden", name=view.name)
    return gettext("%(name)s: %(theirs)s in plaats van %(ours)s", name=view.name, theirs=view.theirs, ours=view.ours)


def _view(item: KeptDifference, names: Mapping[str, str] | None, currency: str) -> DifferenceView:
    """A later version may have kept parts that this one does not know."""
    part = item["part"]
    ours, theirs = (_side(part, side, names, currency) for side in (item["ours"], item["theirs"]))
    return DifferenceView(gettext(NAMES[Part(part)]) if part in NAMES else part, ours, theirs)


def _side(part: str, text: str, names: Mapping[str, str] | None, currency: str) -> str:
    if part in _KEYS:
        return "" if names is None else names.get(text) or _nameless(part, text)
    if part in _AMOUNTS:
        return formatting.money_text(text, currency)
    return formatting.day_text(text) if part in _DAYS else text


def _nameless(part: str, text: str) -> str:
    return text if part == Part.DEBTOR else gettext("een rekening die niet in de ingelezen lijst staat")
