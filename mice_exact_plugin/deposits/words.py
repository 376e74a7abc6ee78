"""What a comparison of open deposits with the ledger says, and what is to be done about each difference."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.domain.deposits.comparing import Why
from mice_exact_plugin.i18n import N_, gettext

if TYPE_CHECKING:
    from mice_exact_plugin.deposits.comparison_table import DepositComparison
    from mice_exact_plugin.domain.kept import KeptFinding

_FINDINGS: dict[str, str] = {
    Why.CHANGED: N_(
        "Factuur %(number)s telt hier voor %(ours)s op %(account)s en heeft daar in Exact Online %(theirs)s. De "
        "boeking is gewijzigd: herstel haar in Exact Online, of kijk bij de factuur wat er anders is."
    ),
    Why.GONE: N_(
        "Factuur %(number)s telt hier voor %(ours)s op %(account)s en haar boeking staat daar niet meer. Kies bij"
        " de factuur Kijk in Exact; is de boeking verwijderd, boek haar dan opnieuw."
    ),
    Why.LOOSE: N_(
        "Factuur %(number)s heeft %(theirs)s op %(account)s, waarvan %(ours)s bij een aanbetaling hoort. "
        "Controleer welke aanbetaling zij verrekent, en boek in Exact Online om wat hier niet hoort."
    ),
    Why.UNCONFIRMED: N_(
        "Van factuur %(number)s (%(ours)s op %(account)s) is nog niet bekend of zij geboekt is. De koppeling "
        "zoekt haar bij de volgende synchronisatie op; vergelijk daarna opnieuw."
    ),
    Why.OTHERS: N_(
        "Boeking %(entry)s van %(day)s (%(reference)s) heeft %(theirs)s op %(account)s en komt niet van deze "
        "koppeling. Hoort zij bij een event, dan is het verschil verklaard; hoort zij hier niet, boek haar dan om"
        " in Exact Online."
    ),
    Why.UNREAD: N_(
        "Factuur %(number)s heeft %(theirs)s op %(account)s. De regels van die boeking zijn hier niet bekend; ze "
        "worden gelezen zodra een eindfactuur de aanbetaling verrekent. Er hoeft niets te gebeuren."
    ),
}

REASONS: dict[str, str] = {
    "busy": N_("Er loopt een synchronisatie. Vergelijk opnieuw als die klaar is."),
    "later": N_(
        "Exact Online is nu niet bereikbaar, of de aanvragen van dit moment zijn op. Probeer het straks opnieuw."
    ),
    "right": N_(
        "De gebruiker van Exact Online mag grootboekmutaties niet bekijken. Geef hem in Exact Online het recht om"
        " financiële mutaties in te zien, en vergelijk opnieuw."
    ),
    "dead": N_("De koppeling is verbroken of gewijzigd. Herstel de verbinding en vergelijk opnieuw."),
    "too_many": N_(
        "Op de tussenrekeningen staan te veel mutaties om hier te vergelijken. Vergelijk het saldo in Exact "
        "Online met het totaal hierboven."
    ),
    "no_accounts": N_("Er is nog geen tussenrekening voor aanbetalingen gekozen, en er staat geen aanbetaling op."),
}


def sentence(finding: KeptFinding) -> str:
    """One finding; what a later version of the plugin kept is told by its number and amounts."""
    known = _FINDINGS.get(finding["why"], _FINDINGS[Why.CHANGED])
    return gettext(
        known,
        number=finding["number"],
        reference=finding["number"] or gettext("zonder referentie"),
        account=finding["account"],
        ours=formatting.money(Decimal(finding["ours"])),
        theirs=formatting.money(Decimal(finding["theirs"])),
        entry=finding.get("entry_number") or gettext("zonder nummer"),
        day=_day(finding.get("day")),
    )


def counted(comparison: DepositComparison) -> str:
    """How far it is."""
    if not comparison.lines:
        return gettext("Wacht op een werker")
    return gettext("%(lines)s regels gelezen", lines=formatting.number(comparison.lines))


def reason(comparison: DepositComparison) -> str:
    return gettext(REASONS.get(comparison.reason or "", REASONS["later"]))


def _day(text: str | None) -> str:
    return formatting.day_text(text) if text else gettext("onbekende datum")
