"""Exact's sentences and what they mean: the only place where the text of a message is looked at.

Exact writes `pattern: subject`, in the language of the user. The Dutch and English texts come from help pages of
products that post to Exact and from issues of picqer/exact-php-client (121, 172, 325, 416); the French are assumed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from mice_exact_plugin.domain.references import Reference


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a sentence says: the kind of refusal, and the reference that it names, if any."""

    kind: str
    reference: Reference | None = None


def meaning(messages: Iterable[str]) -> Meaning | None:
    """The meaning of the first sentence that the catalogue knows, or None."""
    return next((found for message in messages if (found := _of(message.strip()))), None)


def is_fault(message: str) -> bool:
    """Whether the sentence says that Exact itself failed, so that nothing is known of what was asked."""
    return _FAULT.search(message) is not None


def _of(message: str) -> Meaning | None:
    if malformed := _MALFORMED.search(message):
        return Meaning("malformed", _reference(malformed["property"] or ""))
    for sentence, known in _SENTENCES:
        if sentence.search(message):
            return known
    for pattern, kind in _PATTERNS:
        if matched := pattern.match(message):
            return Meaning(kind, _reference(message[matched.end() :]))
    return None


def _reference(subject: str) -> Reference | None:
    return next((reference for word, reference in _SUBJECTS if word.search(subject)), None)


def _text(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


_FAULT = _text(r"a problem has occurred|er is een probleem opgetreden|un problème est survenu")

#: A body that the service cannot read, and the property it stumbled over (picqer/exact-php-client issues 461, 492).
_MALFORMED = _text(r"error processing request stream(.*?property (name )?'(?P<property>\w+)')?")

#: Sentences that do not follow the pattern, and patterns whose subject says too little.
_SENTENCES = (
    (_text(r"periode is afgesloten|period is closed|période est clôturée"), Meaning("period_closed", Reference.PERIOD)),
    (_text(r"boekstuknummer in gebruik|already used as document number"), Meaning("in_use", Reference.ENTRY_NUMBER)),
    (_text(r"already exists\W+entry number|bestaat reeds\W+boekstuknummer"), Meaning("exists", Reference.ENTRY_NUMBER)),
    (_text(r"gegeven bestaat (reeds|al)|data already exists|donnée existe déjà"), Meaning("exists")),
    (_text(r"klantenrekening van deze relatie|receivables? account of this|compte client de cette"),
     Meaning("receivable_mismatch", Reference.CUSTOMER)),
    (_text(r"(btw bedrag|btw percentage) is niet toegestaan|vat (amount|percentage) is not allowed"),
     Meaning("not_allowed", Reference.VAT_CODE)),
    (_text(r"(wisselkoers|exchange rate)\W+(moet groter zijn|must be greater)"),
     Meaning("mandatory", Reference.CURRENCY)),
    (_text(r"niet in evenwicht|not in balance|out of balance"), Meaning("out_of_balance")),
    (_text(r"(ongeldig|invalid|non valide)\s*:\s*(klant|customer|client) \((inactief|inactive|inactif)\)"),
     Meaning("inactive", Reference.CUSTOMER)),
    (_text(r"application scope violated"), Meaning("scope")),
    (_text(r"mandatory filtering applied|error in query syntax|add a \$select"), Meaning("malformed")),
)  # fmt: skip

#: The longer pattern before the shorter one that it starts with.
_PATTERNS = (
    (_text(r"(verplicht|mandatory|required|obligatoire)\s*:"), "mandatory"),
    (_text(r"(ongeldige referentie|invalid reference|référence non valide)\s*:"), "invalid_reference"),
    (_text(r"(ongeldig|invalid|non valide)\s*:"), "invalid"),
    (_text(r"(bestaat reeds|bestaat al|already exists|existe déjà)\s*:"), "exists"),
    (_text(r"(niet toegestaan|not allowed|non autorisé)\s*:"), "not_allowed"),
    (_text(r"(in gebruik|in use|utilisé)\s*:"), "in_use"),
    (_text(r"(onbekend|unknown|inconnu)\s*:"), "unknown_value"),
    (_text(r"(geblokkeerd|blocked|bloqué)\s*:"), "blocked"),
    (_text(r"(niet actief|not active|inactief|inactive|non actif|inactif)\s*:"), "inactive"),
)

#: The narrower word before the wider one: a VAT number is no VAT code, a G/L account is no account.
_SUBJECTS = (
    (_text(r"btw-?nummer|vat ?number|numéro de tva"), Reference.VAT_NUMBER),
    (_text(r"btw|\bvat\b|vatcode|\btva\b"), Reference.VAT_CODE),
    (_text(r"grootboek|g/l|glaccount|general ledger|compte général"), Reference.GL_ACCOUNT),
    (_text(r"entry ?id"), Reference.ENTRY_ID),
    (_text(r"boekstuk|document number|entry ?number|numéro de pièce"), Reference.ENTRY_NUMBER),
    (_text(r"dagboek|journal|diary"), Reference.JOURNAL),
    (_text(r"periode|period|boekjaar|(financial|fiscal) year|exercice|période"), Reference.PERIOD),
    (_text(r"betalingsconditie|payment ?condition|condition de paiement"), Reference.PAYMENT_CONDITION),
    (_text(r"vervaldatum|due ?date|échéance"), Reference.DUE_DATE),
    (_text(r"kostenplaats|cost ?cent(er|re)|centre de coûts"), Reference.COST_CENTER),
    (_text(r"kostendrager|cost ?unit|unité de coûts"), Reference.COST_UNIT),
    (_text(r"wisselkoers|exchange rate|taux de change|valuta|currency|devise"), Reference.CURRENCY),
    (_text(r"e-?mail"), Reference.EMAIL),
    (_text(r"kvk|kamer van koophandel|chamber ?of ?commerce"), Reference.COC_NUMBER),
    (_text(r"\bland\b|country|\bpays\b"), Reference.COUNTRY),
    (_text(r"klant|customer|client|relati|debiteur|debtor|factuur voor|besteld door|account"), Reference.CUSTOMER),
    (_text(r"\bid\b"), Reference.ID),
)
