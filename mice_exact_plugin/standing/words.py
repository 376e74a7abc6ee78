"""How the link stands in words: one mark and one sentence per state, the same on every page, command and mail."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from mice_exact_plugin import formatting
from mice_exact_plugin.access import words as denials
from mice_exact_plugin.domain.standing import Cure, State
from mice_exact_plugin.i18n import N_, filled, gettext
from mice_exact_plugin.mirror import words as list_words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from mice_exact_plugin.domain.kept import Why
    from mice_exact_plugin.domain.standing import Standing


class Tone(StrEnum):
    """How a mark or notice is coloured; it never says more than the words beside it."""

    NEUTRAL = "neutral"
    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"


#: Without the right to change a relation only those wait that have to become a customer first.
_NOT_YET_CUSTOMERS = N_(
    "Sinds %(since)s wachten facturen voor relaties die in Exact Online nog geen klant zijn. %(denied)s"
)
_MAKE_CUSTOMER = N_(
    "Geef de gebruiker in Exact Online dit recht, of maak daar zelf een klant van de relatie, en synchroniseer daarna."
)
#: Without a right to view, Exact answers with nothing instead of a refusal.
_LET_SEE = N_(
    "Zonder dit recht ziet de koppeling niet wat er al in Exact Online staat, en zou iets dubbel gemaakt worden. Geef "
    "de gebruiker in Exact Online dit recht en synchroniseer daarna."
)


class Words(NamedTuple):
    """`mark` is for a badge; `sentence` says it whole and stands alone."""

    mark: str
    tone: Tone
    sentence: str


_NOTHING_BOOKED = N_("Sinds %(since)s wordt er niets geboekt: %(denial)s.")

WORDS: dict[State, Words] = {
    State.ASKED: Words(
        N_("Aangevraagd"),
        Tone.INFO,
        N_("De activering is op %(since)s aangevraagd in de chat. Support zet de koppeling aan."),
    ),
    State.DEACTIVATED: Words(
        N_("Gedeactiveerd"),
        Tone.NEUTRAL,
        N_("De koppeling is gedeactiveerd. Er wordt niets klaargezet of geboekt; de geschiedenis blijft te lezen."),
    ),
    State.INSTALLED: Words(N_("Niet geactiveerd"), Tone.NEUTRAL, N_("De koppeling is nog niet geactiveerd.")),
    State.LOG_IN_DEAD: Words(
        N_("Opnieuw inloggen nodig"),
        Tone.DANGER,
        N_("De inlog bij Exact Online is vervallen. Facturen blijven klaarstaan tot er opnieuw is ingelogd."),
    ),
    State.DISCONNECTED: Words(
        N_("Verbinding verbroken"),
        Tone.NEUTRAL,
        N_("De verbinding met Exact Online is op %(since)s verbroken. Facturen worden klaargezet en niet geboekt."),
    ),
    State.NOT_CONNECTED: Words(N_("Niet verbonden"), Tone.NEUTRAL, N_("Er is nog geen verbinding met Exact Online.")),
    State.NO_ADMINISTRATION: Words(
        N_("Administratie kiezen"), Tone.INFO, N_("Er is nog geen administratie van Exact Online gekozen.")
    ),
    State.NO_DATA: Words(
        N_("Gegevens inladen"), Tone.INFO, N_("De gegevens van Exact Online zijn nog niet ingeladen.")
    ),
    State.NOT_CONFIGURED: Words(
        N_("Niet ingesteld"), Tone.INFO, N_("De koppeling is nog niet ingesteld. Tot dan wordt er niets geboekt.")
    ),
    State.OFF: Words(
        N_("Uitgeschakeld"),
        Tone.WARNING,
        N_("De koppeling is uitgeschakeld. Verstuurde facturen worden klaargezet en niet geboekt."),
    ),
    State.BLOCKED_USER: Words(N_("Gebruiker geblokkeerd"), Tone.DANGER, _NOTHING_BOOKED),
    State.INACTIVE_USER: Words(N_("Gebruiker niet actief"), Tone.DANGER, _NOTHING_BOOKED),
    State.BLOCKED_CUSTOMER: Words(N_("Klant van Exact geblokkeerd"), Tone.DANGER, _NOTHING_BOOKED),
    State.LICENSE_EXPIRED: Words(N_("Licentie verlopen"), Tone.DANGER, _NOTHING_BOOKED),
    State.DIVISION_BLOCKED: Words(N_("Administratie geblokkeerd"), Tone.DANGER, _NOTHING_BOOKED),
    State.DIVISION_ARCHIVED: Words(N_("Administratie gearchiveerd"), Tone.DANGER, _NOTHING_BOOKED),
    State.NO_DIVISION_ACCESS: Words(N_("Geen toegang"), Tone.DANGER, _NOTHING_BOOKED),
    State.RIGHT_MISSING: Words(N_("Recht ontbreekt"), Tone.DANGER, _NOTHING_BOOKED),
    State.NO_RELATION_RIGHT: Words(
        N_("Recht ontbreekt"),
        Tone.WARNING,
        N_("Sinds %(since)s wachten facturen voor nieuwe klanten. %(denied)s"),
    ),
    State.LIST_SUSPICIOUS: Words(
        N_("Gegevens onvolledig"),
        Tone.DANGER,
        N_("Sinds %(since)s wordt er niets geboekt, want de lijsten uit Exact Online zijn niet volledig: %(lists)s."),
    ),
    State.READING_REFUSED: Words(
        N_("Exact weigert"),
        Tone.DANGER,
        N_("Sinds %(since)s wordt er niets geboekt: Exact Online weigert wat de koppeling vraagt."),
    ),
    State.KEY_MISSING: Words(
        N_("Opnieuw inloggen nodig"),
        Tone.DANGER,
        N_("Sinds %(since)s wordt er niets geboekt: de bewaarde inlog is niet te lezen."),
    ),
    State.OUR_FAULT: Words(
        N_("Storing"),
        Tone.DANGER,
        N_("De synchronisatie van %(since)s is afgebroken door een fout in de koppeling zelf. Die is vastgelegd."),
    ),
    State.LIMITS_SPENT: Words(
        N_("Wacht op Exact"),
        Tone.INFO,
        N_("Het maximum aantal verzoeken aan Exact Online is bereikt. Het boeken gaat %(until)s verder."),
    ),
    State.RESTING: Words(
        N_("Wacht op Exact"),
        Tone.INFO,
        N_("Exact Online weigerde te vaak. Om een blokkade te voorkomen gaat het boeken pas %(until)s verder."),
    ),
    State.LOG_IN_DOUBTED: Words(
        N_("Inlog onzeker"),
        Tone.WARNING,
        N_("Exact Online accepteert de inlog niet meer. Of er opnieuw ingelogd moet worden blijkt %(until)s."),
    ),
    State.UNREACHABLE: Words(
        N_("Exact niet bereikbaar"),
        Tone.WARNING,
        N_("Exact Online is sinds %(since)s niet bereikbaar. De koppeling blijft het proberen."),
    ),
    State.RUNNING: Words(N_("Bezig"), Tone.INFO, N_("Er wordt op dit moment gesynchroniseerd.")),
    State.STANDS_STILL: Words(
        N_("Staat stil"),
        Tone.DANGER,
        N_("Sinds %(since)s is er geen synchronisatie begonnen of verdergegaan. Facturen blijven klaarstaan."),
    ),
    State.FINE: Words(
        N_("Verbonden"), Tone.SUCCESS, N_("De koppeling werkt; de volgende synchronisatie is %(next_run)s.")
    ),
}

#: The button, and for who has no button the way in words.
CURES: dict[Cure, str] = {
    Cure.CHAT: N_("Activeren via de chat"),
    Cure.CONNECT: N_("Naar de verbinding"),
    Cure.CHOOSE: N_("Kies een administratie"),
    Cure.LOAD: N_("Gegevens inladen"),
    Cure.SETTINGS: N_("Naar de instellingen"),
    Cure.SWITCH_ON: N_("Inschakelen"),
    Cure.LOG_IN: N_("Opnieuw inloggen"),
    Cure.RELOAD: N_("Gegevens opnieuw inladen"),
    Cure.EXACT: N_("Nu synchroniseren"),
}

#: What to do before the button, where that is not plain.
ADVICE: dict[State, str] = {
    State.BLOCKED_USER: N_("Laat de gebruiker in Exact Online deblokkeren, of log opnieuw in met een andere."),
    State.INACTIVE_USER: N_("Maak de gebruiker in Exact Online weer actief, of log opnieuw in met een andere."),
    State.BLOCKED_CUSTOMER: N_("Neem contact op met Exact."),
    State.LICENSE_EXPIRED: N_("Verleng de licentie bij Exact."),
    State.DIVISION_BLOCKED: N_(
        "Vaak is er een back-up, conversie of kopie bezig, en dan gaat het vanzelf over. Blijft dit zo, neem dan "
        "contact op met Exact."
    ),
    State.DIVISION_ARCHIVED: N_(
        "Haal de administratie in Exact Online uit het archief en synchroniseer daarna, of kies een andere "
        "administratie."
    ),
    State.NO_DIVISION_ACCESS: N_("Geef de gebruiker in Exact Online weer toegang, of log opnieuw in met een andere."),
    State.RIGHT_MISSING: N_("Geef de gebruiker in Exact Online dit recht en synchroniseer daarna."),
    State.NO_RELATION_RIGHT: N_(
        "Geef de gebruiker in Exact Online dit recht, of maak de relatie daar zelf aan, en synchroniseer daarna."
    ),
    State.LIST_SUSPICIOUS: N_(
        "Klopt dat, kies dan Gegevens opnieuw inladen. Klopt het niet, geef dan eerst de gebruiker in Exact Online "
        "zijn rechten terug."
    ),
    State.READING_REFUSED: N_("Controleer in Exact Online de rechten van de gebruiker en synchroniseer daarna."),
    State.STANDS_STILL: N_(
        "Dit ligt niet aan Exact Online: de achtergrondtaken van MICE draaien niet. Meld het in de chat."
    ),
    State.OUR_FAULT: N_("De volgende synchronisatie probeert het opnieuw. Blijft dit staan, meld het dan in de chat."),
}


def sentence(standing: Standing) -> str:
    """How the link stands, whole, in the language of the request."""
    ahead = {"until": standing.until, "next_run": standing.next_run_at}
    shown = {name: formatting.coming(moment, standing.at) for name, moment in ahead.items() if moment}
    return _filled(standing.state, standing.params, standing.since, shown)


def told(state: State, params: Why, since: datetime | None) -> str:
    """The same sentence of a state that was kept, for a mail."""
    return _filled(state, params, since, {})


def _filled(state: State, params: Why, since: datetime | None, ahead: Mapping[str, str]) -> str:
    shown = {
        **ahead,
        "since": formatting.moment(since) if since else "–",
        "denial": _denial(params),
        "denied": denials.relations(str(params.get("method") or ""), str(params.get("kind") or "")),
        "lists": _lists(params),
    }
    text = _NOT_YET_CUSTOMERS if _is_about_customers(state, params) else WORDS[state].sentence
    return filled(text, shown)


def advice(state: State, params: Why) -> str:
    if _is_about_customers(state, params):
        return gettext(_MAKE_CUSTOMER)
    if state in (State.RIGHT_MISSING, State.NO_RELATION_RIGHT) and params.get("method") == "GET":
        return gettext(_LET_SEE)
    return gettext(ADVICE[state]) if state in ADVICE else ""


def _is_about_customers(state: State, params: Why) -> bool:
    return state is State.NO_RELATION_RIGHT and params.get("method") == "PUT"


def _denial(params: Why) -> str:
    """What Exact refuses, from the figures that the run kept."""
    kind, method, endpoint = (str(params.get(name) or "") for name in ("kind", "method", "endpoint"))
    return denials.missing(kind, method, endpoint) if endpoint else denials.closed(kind)


def _lists(params: Why) -> str:
    """A run of 0.1 did not keep which lists."""
    short = [list_words.shortfall(each) for each in params.get("lists", ()) if isinstance(each, dict)]
    return "; ".join(short) or gettext("welke is niet bewaard")
