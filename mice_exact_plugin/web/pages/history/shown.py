"""What happened as people read it: the figures of a night, what was changed from what to what, and lines of a file."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from mice_exact_plugin import formatting
from mice_exact_plugin.domain.run import HELD, Figure
from mice_exact_plugin.exports.words.situations import name as ground
from mice_exact_plugin.i18n import N_, gettext
from mice_exact_plugin.reader import reader
from mice_exact_plugin.standing.history import Kind
from mice_exact_plugin.web import events
from mice_exact_plugin.web.files import defused, line
from mice_exact_plugin.web.pages.invoice.shown import actor

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mice_exact_plugin.domain.settings_changes import Change
    from mice_exact_plugin.link.run import SyncRun
    from mice_exact_plugin.standing.history import Came, Line

KINDS: dict[Kind, str] = {
    Kind.SETTINGS: N_("Instellingen"),
    Kind.CONNECTION: N_("Verbinding"),
    Kind.DEBTORS: N_("Debiteuren"),
    Kind.RUNS: N_("Synchronisaties"),
    Kind.INVOICES: N_("Facturen"),
}
FIGURES: dict[Figure, str] = {
    Figure.BOOKED: N_("Geboekt"),
    Figure.ADOPTED: N_("Teruggevonden"),
    Figure.BLOCKED: N_("Tegengehouden"),
    Figure.UNCONFIRMED: N_("Wordt nagezocht"),
    Figure.WAITING: N_("Wacht"),
    Figure.LEFT: N_("Blijft klaarstaan"),
    Figure.IGNORED: N_("Niet boeken"),
}


def figures(came: Sequence[Came]) -> dict[Figure, list[Came]]:
    """Every figure that occurred, with what it is in each currency."""
    found: defaultdict[Figure, list[Came]] = defaultdict(list)
    for each in came:
        found[each.figure].append(each)
    return found


def sums(came: Sequence[Came]) -> str:
    return formatting.listed([formatting.money(each.gross, each.currency) for each in came])


def figure_name(figure: Figure | None) -> str:
    return gettext(FIGURES[figure]) if figure else ""


def is_held(run: SyncRun) -> bool:
    """Whether somebody must look at what it left behind."""
    return any((run.outcomes or {}).get(outcome) for outcome in HELD)


#: What a choice of the settings is called, by its column; what is behind it names the rate or the rate group.
_CHOICES: dict[str, str] = {
    "default_gl_account_id": N_("Standaard grootboekrekening"),
    "journal_code": N_("Dagboek"),
    "credit_journal_code": N_("Dagboek creditnota's"),
    "vat_codes": N_("BTW-code"),
    "rate_group_vat_codes": N_("Uitzondering voor tariefgroep"),
    "payment_condition_code": N_("Standaard betalingsconditie"),
    "loose_lines": N_("Losse regels"),
    "fills_vat_numbers": N_("Btw-nummer aanvullen"),
    "private_policy": N_("Particulieren zonder postcode"),
    "collective_account_id": N_("Verzameldebiteur"),
    "situations": N_("Waarom 0% btw"),
    "closed_periods": N_("Gesloten periodes"),
    "rate_group_ledgers": N_("Grootboekrekening van tariefgroep"),
    "deposit_accounts": N_("Tussenrekening aanbetalingen"),
    "deposits_as_turnover": N_("Aanbetalingen als omzet"),
    "texts": N_("Referentie en betalingskenmerk"),
    "receipts": N_("Kassabonnen op facturen"),
    "dimensions": N_("Kostenplaatsen en kostendragers"),
}
_PARTS: dict[str, str] = {
    "gl_account_id": N_("grootboekrekening"),
    "vat_code": N_("BTW-code"),
    "codes": N_("BTW-code"),
    "groups": N_("tariefgroep"),
    "has_reference": N_("klantreferentie"),
    "payment_reference": N_("betalingskenmerk"),
    "policy": "",
    "closed_until": N_("slotdatum"),
    "room": N_("zaal"),
    "location": N_("locatie"),
    "event_type": N_("soort evenement"),
    "rate_group": N_("tariefgroep"),
    "category": N_("categorie"),
    "event": N_("evenement"),
    "*": "",
    "cost_center": N_("kostenplaats"),
    "cost_unit": N_("kostendrager"),
}
_VALUES: dict[str, str] = {
    "yes": N_("ja"),
    "no": N_("nee"),
    "new": N_("nieuwe debiteur"),
    "ask": N_("vragen"),
    "collective": N_("verzameldebiteur"),
    "number": N_("factuurnummer"),
    "printed": N_("mededeling op de factuur"),
    "first_open": N_("eerste open periode"),
}
#: Of which what follows is a rate.
_BY_RATE = frozenset({"vat_codes", "loose_lines", "deposit_accounts"})
#: That several choices are part of, each named behind it.
_WITH_PARTS = frozenset({"situations", "closed_periods", "texts", "receipts", "dimensions"})
#: Where the code of a rate group stands behind the column, or behind the column and what follows it.
_GROUP_AT: dict[tuple[str, ...], int] = {
    ("rate_group_vat_codes",): 0,
    ("rate_group_ledgers",): 0,
    ("situations", "groups"): 1,
    ("dimensions", "rate_group"): 1,
}


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One choice that a save changed, named from its column; the page and the file say the same."""

    what: str
    old: str
    new: str


def changes(details: Mapping[str, object], groups: Mapping[str, str]) -> list[ChangeView]:
    """What a save changed, from what to what; an event of another kind, or of before this was kept, tells nothing.

    `groups` are the names of the rate groups by code, as the host has them now.
    """
    kept = details.get("changes")
    return [_change(each, groups) for each in cast("list[Change]", kept)] if isinstance(kept, list) else []


def _change(kept: Change, groups: Mapping[str, str]) -> ChangeView:
    column, *places = kept["what"].split(":")
    if column in _BY_RATE and places:
        places[0] += "%"
    at = _GROUP_AT.get((column, *places[:1]), _GROUP_AT.get((column,)))
    if at is not None and places[at:]:
        places[at] = _group(places[at], groups)
    old, new = _value(kept["old"]), _value(kept["new"])
    if column == "situations" and places[:1] == ["codes"]:
        places[1:] = [ground(each) for each in places[1:]]
    elif column == "situations":
        old, new = (ground(each) for each in (old, new))
    named = [gettext(_CHOICES[column]) if column in _CHOICES else column]
    named += [_PARTS[place] and gettext(_PARTS[place]) if place in _PARTS else place for place in places]
    if column in _WITH_PARTS and any(named[1:]):
        named = [f"{named[0]} ({' '.join(filter(None, named[1:]))})"]
    return ChangeView(" ".join(filter(None, named)), old, new)


def _group(code: str, groups: Mapping[str, str]) -> str:
    """By name and code; what the host does not have any more by its code."""
    return f"{groups[code]} ({code})" if code in groups else code


def _value(text: str) -> str:
    return gettext(_VALUES[text]) if text in _VALUES else text or "–"


def _sentence(line: Line, relations: Mapping[str, str]) -> str:
    return events.sentence(line.event, line.details, relations if line.kind is Kind.DEBTORS else None)


def head_of_file() -> str:
    return line(
        [
            gettext("Moment"),
            gettext("Wie"),
            gettext("Soort"),
            gettext("Wat"),
            gettext("Factuur"),
            gettext("Was"),
            gettext("Wordt"),
        ]
    )


def lines_of_file(found: Sequence[Line], groups: Mapping[str, str], relations: Mapping[str, str]) -> Iterator[str]:
    """A line for each event, and one for each choice that a save changed; `groups` as in `changes`."""
    for each in found:
        moment = f"{each.at.astimezone(reader().zone):%Y-%m-%d %H:%M:%S}"
        words = [actor(each.actor), gettext(KINDS[each.kind]), _sentence(each, relations)]
        cells = [moment, *map(defused, words), defused(each.identifier or "")]
        told = changes(each.details, groups)
        if not told:
            yield line([*cells, "", ""])
        for change in told:
            yield line([*cells[:3], defused(f"{words[2]}: {change.what}"), *map(defused, ("", change.old, change.new))])
