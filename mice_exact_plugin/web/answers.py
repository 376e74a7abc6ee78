"""What a person is told of what they asked for: what came of it, or why it could not be done and nothing was lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.access import words as denials
from mice_exact_plugin.access.tokens import TokenVoided
from mice_exact_plugin.booking import words as run_words
from mice_exact_plugin.crypto import UnreadableSecret
from mice_exact_plugin.decisions.decisions import DecisionRefused
from mice_exact_plugin.decisions.looking import Result
from mice_exact_plugin.decisions.trying import Tried
from mice_exact_plugin.domain.entry.comparison import as_kept
from mice_exact_plugin.domain.problems import Cure
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.errors import (
    AdministrationClosed,
    Busy,
    ConnectionDead,
    EndpointResting,
    NotAllowed,
    RateLimited,
    Refused,
    RightMissing,
    TryLater,
)
from mice_exact_plugin.exports.words import problems
from mice_exact_plugin.exports.words.differences import sentence
from mice_exact_plugin.i18n import N_, gettext, ngettext
from mice_exact_plugin.link.connection import NotConnected
from mice_exact_plugin.setup.connect import LogInFailed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mice_exact_plugin.decisions.checking import Finding
    from mice_exact_plugin.decisions.trying import Answer
    from mice_exact_plugin.domain.kept import Why
    from mice_exact_plugin.domain.problems import Problem
    from mice_exact_plugin.errors import LinkError

LOG_IN: dict[str, str] = {
    "state": N_("Deze inlogpoging is verlopen of al gebruikt. Klik nog eens op Koppelen."),
    "denied": N_("Je hebt in Exact Online geen toestemming gegeven. Er is niets gewijzigd."),
    "refused": N_("Exact Online heeft het inloggen afgebroken. Klik nog eens op Koppelen."),
    "code": N_("Het inloggen duurde te lang en is verlopen. Klik nog eens op Koppelen."),
    "unreachable": N_("Exact Online is nu niet bereikbaar. Er is niets gewijzigd; probeer het straks nog eens."),
    "not_logged_in": N_("Log eerst in bij Exact Online."),
    "open_claim": N_(
        "Er is nog een boeking onderweg naar de huidige administratie. Wacht tot die bevestigd is en kies dan opnieuw."
    ),
}

CHOICE: dict[str, str] = {
    "unknown": N_("Deze administratie is met deze inlog niet bereikbaar. Kies er een uit de lijst."),
    "open_claim": N_(
        "Er is nog een boeking onderweg naar de huidige administratie, of een geblokkeerde factuur is daar misschien "
        "al geboekt. Wacht tot die bevestigd is, of kies bij die factuur Niet boeken, en kies dan opnieuw."
    ),
    "busy": N_(
        "Er wordt op dit moment geboekt, in de huidige administratie of in de gekozen. Probeer het over een paar "
        "minuten opnieuw."
    ),
    "shared": N_(
        "Deze administratie is al gekoppeld aan een andere locatie. Als dat de bedoeling is kan support het toestaan: "
        "vraag het in de chat."
    ),
}

DECISION: dict[str, str] = {
    "unknown": N_("Deze factuur is niet bekend bij de koppeling."),
    "unreadable": N_("De factuur kan nu niet gelezen worden. Probeer het later nog eens."),
    "nothing_to_book": N_("Er is niets te boeken: alle bedragen zijn nul."),
    "unknown_entry": N_("Deze boeking hoort niet bij de gevonden boekingen."),
    "bound_elsewhere": N_("Deze boeking hoort al bij een andere factuur."),
    "unknown_debtor": N_("Deze relatie bestaat niet meer in Exact Online."),
    "no_question": N_("Over de debiteur van deze factuur is niets meer te beslissen."),
    "unusable_debtor": N_("Op deze relatie kan niet geboekt worden: geblokkeerd of niet actief in Exact Online."),
    "unknown_binding": N_("Deze keuze bestaat niet meer."),
    "nameless": N_("De klant op de factuur heeft geen naam, dus er kan geen debiteur van gemaakt worden."),
    "unconfirmed_choice": N_("Vink aan dat je de factuur nog eens wilt boeken."),
    "reason_missing": N_("Geef een reden."),
    "entry_number_missing": N_("Vul het boekstuknummer in waaronder de factuur geboekt is."),
    "no_entry_number": N_(
        "Een boekstuknummer van Exact Online bestaat uit alleen cijfers, hooguit tien. Neem het over van de boeking."
    ),
    "entry_number_taken": N_("Dit boekstuknummer hoort al bij een andere factuur."),
    "other_figures": N_("De factuur is intussen veranderd. Kijk wat er nu staat en beslis opnieuw."),
    "unknown_code": N_("Deze BTW-code past niet bij deze factuur."),
    "not_held": N_("Dit besluit is al ingetrokken, of alleen een beheerder kan het intrekken."),
    "no_conflict": N_("Er is geen boeking meer gevonden die in de weg staat."),
    "differences_unseen": N_("Vink aan dat je het verschil met deze boeking gezien hebt."),
    "differs": N_(
        "De boeking staat in Exact Online en wijkt af, dus de factuur wordt niet opnieuw geboekt. Kies Laat zo staan, "
        "of verwijder de boeking in Exact Online en kies Is in Exact verwijderd."
    ),
    "no_difference": N_("De boeking in Exact Online wijkt niet meer af."),
    "no_entry": N_("Er is geen boeking van deze factuur om in Exact Online te bekijken."),
    "elsewhere": N_("De factuur is geboekt in een andere administratie dan nu gekozen is."),
    "still_there": N_("De boeking staat nog in Exact Online, dus de factuur is niet opnieuw klaargezet."),
    "deleted": N_("De factuur is verwijderd en kan niet opnieuw geboekt worden."),
    "not_open": N_("Deze opmerking is al afgehandeld."),
    State.QUEUED: N_("De factuur staat al klaar."),
    State.CLAIMED: N_("De factuur wordt op dit moment geboekt."),
    State.SYNCED: N_("De factuur is inmiddels geboekt."),
    State.UNCONFIRMED: N_("De factuur is verstuurd en wordt eerst opgezocht in Exact Online."),
    State.BLOCKED: N_("De factuur is intussen geblokkeerd."),
    State.IGNORED: N_("Er is intussen besloten de factuur niet te boeken."),
}

ASKING: dict[str, str] = {
    "asked_today": N_("Dit is vandaag al aan de beheerders gevraagd."),
    "gone": N_("Dit is intussen opgelost."),
}

FIELD: dict[str, str] = {
    "not_offered": N_("Deze keuze bestaat niet (meer) in Exact Online. Kies een andere."),
    "no_code_for_situation": N_("Voor deze reden is nog geen BTW-code gekozen. Kies die ook."),
    "both_or_none": N_("Kies hier ook, of laat ook het andere veld leeg."),
    "no_debtor": N_("Er is geen debiteur met deze code waarop geboekt kan worden."),
}

_BY_CLASS: tuple[tuple[type[LinkError], str], ...] = (
    (ConnectionDead, N_("De inlog bij Exact Online is vervallen. Log opnieuw in.")),
    (UnreadableSecret, N_("De bewaarde inlog bij Exact Online is niet te lezen. Log opnieuw in.")),
    (NotConnected, N_("Er is nog geen administratie gekoppeld.")),
    (RateLimited, N_("Het maximum aantal verzoeken aan Exact Online is bereikt. Probeer het over een minuut opnieuw.")),
    (EndpointResting, N_("Exact Online weigerde te vaak. Probeer het over een uur opnieuw.")),
    (Busy, N_("In deze administratie wordt op dit moment geboekt. Probeer het over een paar minuten opnieuw.")),
    (
        TokenVoided,
        N_(
            "Exact Online accepteert de inlog niet meer. Misschien is de toegang daar ingetrokken; binnen tien minuten "
            "blijkt of er opnieuw ingelogd moet worden."
        ),
    ),
    (TryLater, N_("Exact Online is nu niet bereikbaar. Er is niets gewijzigd; probeer het straks nog eens.")),
    (NotAllowed, N_("De gebruiker in Exact Online heeft hiervoor niet de nodige rechten.")),
    (Refused, N_("Exact Online heeft dit geweigerd.")),
)


def of_code(words: dict[str, str], code: str) -> str:
    """The sentence of a refusal's code; a code of another version of the plugin still gets one."""
    return gettext(words[code]) if code in words else gettext("Dit kan nu niet. Laad de pagina opnieuw.")


def of_error(error: LinkError) -> str:
    """What a failed call to Exact means for the person who waits for it."""
    match error:
        case AdministrationClosed(kind=why):
            return gettext("Dit kan nu niet: %(denial)s.", denial=denials.closed(why))
        case RightMissing(kind=why, method=method, endpoint=endpoint):
            return gettext("Dit kan nu niet: %(denial)s.", denial=denials.missing(why, method, endpoint))
    for kind, text in _BY_CLASS:
        if isinstance(error, kind):
            return gettext(text)
    return gettext("Er ging iets mis. Er is niets gewijzigd; probeer het nog eens.")


def of_decision(error: LinkError) -> str:
    """Why something that a person decided could not be done."""
    return of_code(DECISION, str(error)) if isinstance(error, DecisionRefused) else of_error(error)


def of_log_in(error: LinkError) -> str:
    """Why the way back from Exact's log-in page went wrong."""
    return of_code(LOG_IN, str(error)) if isinstance(error, LogInFailed) else of_error(error)


def tried_sentence(answer: Answer, *, is_looking: bool) -> tuple[str, str]:
    """The words, and the tone in which the host shows them."""
    match answer.outcome:
        case Tried.STILL:
            return _still(answer.problems), "error"
        case Tried.SEARCHED if is_looking:
            return gettext("De synchronisatie is gestart en zoekt eerst op wat er in Exact Online staat."), "info"
        case Tried.SEARCHED:
            return gettext("De volgende synchronisatie zoekt eerst op wat er in Exact Online staat."), "info"
        case Tried.QUEUED:
            return gettext("De factuur staat weer klaar."), "success"


def of_command(what: Answer | str) -> str:
    """What became of one invoice for who has no page before him; a text is the code of a refusal."""
    return of_code(DECISION, what) if isinstance(what, str) else tried_sentence(what, is_looking=False)[0]


def queued(count: int) -> str:
    return ngettext("%(num)s factuur staat weer klaar.", "%(num)s facturen staan weer klaar.", count)


def _still(found: Sequence[Problem]) -> str:
    """What was corrected in Exact is known when it was read again, which the next run does."""
    causes = " ".join(problems.sentence(problem) for problem in found)
    if all(problem.cure is not Cure.EXACT for problem in found):
        return gettext("Nog steeds: %(causes)s", causes=causes)
    return gettext(
        "Nog steeds, voor zover nu bekend: %(causes)s De volgende synchronisatie leest Exact Online opnieuw.",
        causes=causes,
    )


def compared(count: int, wrong: int) -> str:
    all_of_them = ngettext("%(num)s geboekte factuur vergeleken", "%(num)s geboekte facturen vergeleken", count)
    if not count:
        return gettext("%(compared)s.", compared=all_of_them)
    if not wrong:
        return gettext("%(compared)s; alles is gelijk.", compared=all_of_them)
    some = ngettext("%(num)s wijkt af of is weg", "%(num)s wijken af of zijn weg", wrong)
    return gettext("%(compared)s; %(wrong)s.", compared=all_of_them, wrong=some)


def finding(found: Finding, names: Mapping[str, str]) -> str:
    """One invoice that is not as it was booked; `names` are those of the relations that differ."""
    what = sentence(as_kept(found.look.differences), names)
    if found.look.result is Result.GONE:
        what = gettext("De boeking staat niet meer in Exact Online.")
    return f"{found.identifier}\t{found.entry_number or '-'}\t{what}"


def left(count: int, why: str, details: Why) -> str:
    text = ngettext("%(num)s factuur is niet vergeleken", "%(num)s facturen zijn niet vergeleken", count)
    return gettext("%(left)s: %(reason)s.", left=text, reason=run_words.reason(why, details))
