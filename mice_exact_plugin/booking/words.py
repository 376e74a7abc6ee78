"""How a run is described: its phase, how it came about, what it came to, and why it waits or stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.access import words as denials
from mice_exact_plugin.domain.readiness import Step
from mice_exact_plugin.domain.run import Figure, total
from mice_exact_plugin.i18n import N_, NN_, gettext, ngettext
from mice_exact_plugin.link.run import RunState
from mice_exact_plugin.mirror import words as list_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from mice_exact_plugin.domain.kept import Why

_WORDS: dict[Figure, tuple[str, str]] = {
    Figure.BOOKED: NN_("%(shown)s geboekt", "%(shown)s geboekt"),
    Figure.ADOPTED: NN_("%(shown)s teruggevonden in Exact Online", "%(shown)s teruggevonden in Exact Online"),
    Figure.BLOCKED: NN_("%(shown)s van %(total)s tegengehouden", "%(shown)s van %(total)s tegengehouden"),
    Figure.UNCONFIRMED: NN_("%(shown)s nog onbevestigd", "%(shown)s nog onbevestigd"),
    Figure.WAITING: NN_(
        "%(shown)s wacht op de oorspronkelijke factuur", "%(shown)s wachten op de oorspronkelijke factuur"
    ),
    Figure.LEFT: NN_("%(shown)s blijft klaarstaan", "%(shown)s blijven klaarstaan"),
    Figure.IGNORED: NN_("%(shown)s niet te boeken", "%(shown)s niet te boeken"),
}


def figures_sentence(outcomes: Mapping[str, int], of: int | None = None) -> str:
    """Every outcome that occurred, `of` so many; empty when there was nothing to do."""
    every = formatting.number(total(outcomes) if of is None else of)
    parts = [
        ngettext(*words, count, shown=formatting.number(count), total=every)
        for outcome, words in _WORDS.items()
        if (count := outcomes.get(outcome, 0))
    ]
    return ", ".join(parts)


def ended_with(outcomes: Mapping[str, int] | None) -> str:
    """How a run ended that nothing stood in the way of; 0.1 did not keep what it came to."""
    if outcomes is None:
        return gettext("afgerond")
    if not outcomes:
        return gettext("er was niets te boeken")
    if all_done(outcomes):
        return gettext("alles verwerkt: %(figures)s", figures=figures_sentence(outcomes))
    return figures_sentence(outcomes)


def all_done(outcomes: Mapping[str, int]) -> bool:
    """Whether every invoice is booked, found back or rightly passed over."""
    done = (Figure.BOOKED, Figure.ADOPTED, Figure.IGNORED)
    return sum(outcomes.get(outcome, 0) for outcome in done) == total(outcomes)


STATES: dict[str, str] = {
    RunState.RUNNING: N_("Bezig"),
    RunState.WAITING: N_("Wacht"),
    RunState.DONE: N_("Afgerond"),
    RunState.STOPPED: N_("Gestopt"),
}

PHASES: dict[str, str] = {
    "reference": N_("Stamgegevens worden gelezen"),
    "recovery": N_("Onbevestigde boekingen worden opgezocht"),
    "verify": N_("Facturen worden opgezocht in Exact Online"),
    "posting": N_("Facturen worden geboekt"),
}

TRIGGERS: dict[str, str] = {
    "night": N_("nachtelijke synchronisatie"),
    "person": N_("gestart door %(actor)s"),
    "command": N_("gestart door beheer"),
}

#: What a run of 0.1 counted: events, of which one invoice may have several.
EVENTS: dict[str, tuple[str, str]] = {
    "posted": NN_("%(shown)s geboekt", "%(shown)s geboekt"),
    "adopted": NN_("%(shown)s teruggevonden", "%(shown)s teruggevonden"),
    "differs": NN_("%(shown)s anders geboekt dan verstuurd", "%(shown)s anders geboekt dan verstuurd"),
    "blocked": NN_("%(shown)s geblokkeerd", "%(shown)s geblokkeerd"),
    "ignored": NN_("%(shown)s niet te boeken", "%(shown)s niet te boeken"),
    "unconfirmed": NN_("%(shown)s onbevestigd", "%(shown)s onbevestigd"),
    "waiting": NN_("%(shown)s wacht", "%(shown)s wachten"),
    "released": NN_("%(shown)s vrijgegeven", "%(shown)s vrijgegeven"),
}

#: What is told apart from the invoices of the run; what else is counted is for the operator.
BESIDES: dict[str, tuple[str, str]] = {
    "created_debtors": NN_("%(shown)s nieuwe debiteur", "%(shown)s nieuwe debiteuren"),
    "blocked_before": NN_("%(shown)s van eerder nog tegengehouden", "%(shown)s van eerder nog tegengehouden"),
}

_INCOMPLETE = N_("niet alle lijsten van Exact Online zijn ingelezen; er is niets geboekt")

REASONS: dict[str, str] = {
    # waits
    "writer_busy": N_("een andere synchronisatie werkt in dezelfde administratie"),
    "slice_over": N_("gaat zo verder"),
    "minute_spent": N_("het maximum aantal verzoeken van deze minuut is bereikt"),
    "day_spent": N_("het maximum aantal verzoeken van vandaag is bereikt; de rest volgt na middernacht"),
    "answered_429": N_("Exact Online vraagt even te wachten"),
    "token_endpoint_429": N_("Exact Online vraagt even te wachten"),
    "broken": N_("er ging in de koppeling zelf iets mis; de fout is vastgelegd"),
    "database_away": N_("de database van de koppeling kon niet gebruikt worden"),
    "exact_unreachable": N_("Exact Online is niet bereikbaar of antwoordt niet"),
    "refresh_busy": N_("de inlog wordt ververst"),
    "refresh_unanswered": N_("de inlog kon niet ververst worden; er volgt nog een poging"),
    "token_voided": N_("de inlog is elders vernieuwd en wordt zo ververst"),
    "after_silence": N_("Exact Online gaf op een boeking geen antwoord; de volgende begint even later"),
    "lease_lost": N_("een andere synchronisatie heeft het overgenomen"),
    # ends
    "administration_changed": N_("er is intussen een andere administratie gekozen"),
    "slice_died": N_("de verwerking brak herhaaldelijk af zonder een fout te melden"),
    "mirror_incomplete": _INCOMPLETE,
    "not_connected": N_("er is geen administratie gekoppeld"),
    "secret_unreadable": N_("de bewaarde inlog is niet te lezen, want de sleutel ervan ontbreekt; log opnieuw in"),
    "reading_refused": N_("Exact Online weigert zijn lijsten te geven"),
    "reaped": N_("afgebroken; de volgende synchronisatie gaat verder"),
    "run_ended_just_now": N_("er liep al een synchronisatie, die net is afgelopen"),
    # the link is not ready
    Step.ASK_FOR_ACTIVATION: N_("de koppeling is niet geactiveerd"),
    "deactivated": N_("de koppeling is niet geactiveerd"),
    Step.CONNECT: N_("er is geen verbinding met Exact Online"),
    Step.LOG_IN_AGAIN: N_("opnieuw inloggen bij Exact Online is nodig"),
    Step.CHOOSE_DIVISION: N_("er is nog geen administratie gekozen"),
    Step.LOAD_DATA: N_("de gegevens van Exact Online zijn nog niet ingeladen"),
    Step.SAVE_SETTINGS: N_("de instellingen zijn nog niet opgeslagen"),
    Step.SWITCH_ON: N_("de koppeling is uitgeschakeld"),
}


def reason(code: str, details: Why | None = None) -> str:
    """Why a run waits or stopped. An endpoint as reason is one that rests after too many refusals."""
    if code in _DETAILED:
        return _DETAILED[code](details or {})
    if code in REASONS:
        return gettext(REASONS[code])
    if "/" in code:
        return gettext("Exact Online weigerde te vaak; om blokkade te voorkomen rust dit onderdeel een uur")
    return gettext("de verbinding met Exact Online werkt niet (%(code)s)", code=code)


def _mirror_incomplete(details: Why) -> str:
    """A run of 0.1 did not keep which lists."""
    short = [list_words.shortfall(each) for each in details.get("lists", ()) if isinstance(each, dict)]
    if not short:
        return gettext(_INCOMPLETE)
    return gettext(
        "niet alle lijsten van Exact Online zijn ingelezen (%(lists)s); er is niets geboekt", lists="; ".join(short)
    )


def _right_missing(details: Why) -> str:
    kind, method, endpoint = (str(details.get(name) or "") for name in ("kind", "method", "endpoint"))
    return denials.missing(kind, method, endpoint)


_DETAILED: dict[str, Callable[[Why], str]] = {
    "mirror_incomplete": _mirror_incomplete,
    "not_allowed": lambda details: denials.closed(str(details.get("kind") or "")),
    "right_missing": _right_missing,
    "no_relation_right": _right_missing,
}


def outcome(outcomes: Mapping[str, int] | None, counts: Mapping[str, int]) -> str:
    """What a run came to; what did not happen is left out. A run of 0.1 has no outcomes per invoice."""
    if outcomes is None:
        return _counted({**EVENTS, **BESIDES}, counts)
    return "; ".join(part for part in (figures_sentence(outcomes), _counted(BESIDES, counts)) if part)


def _counted(words: Mapping[str, tuple[str, str]], counts: Mapping[str, int]) -> str:
    happened = [name for name in words if counts.get(name)]
    return ", ".join(ngettext(*words[name], counts[name], shown=formatting.number(counts[name])) for name in happened)


def ended(reason_code: str | None, details: Why) -> str:
    """How a run ended, from its reason and what was kept with it."""
    outcomes = details.get("outcomes")
    if reason_code is None:
        return ended_with(outcomes)
    return "; ".join(part for part in (reason(reason_code, details), figures_sentence(outcomes or {})) if part)


def one_run(run_id: int, tenant: str, state: RunState, reason_code: str | None, details: Why) -> str:
    """How a run stands or ended, for who has no badge beside it."""
    how = ended(reason_code, details)
    if state is not RunState.DONE and reason_code is not None:
        how = f"{gettext(STATES[state]).lower()}: {how}"
    return gettext("Synchronisatie %(run)s van %(tenant)s: %(how)s.", run=run_id, tenant=tenant, how=how)


def pausing(run_id: int, seconds: int, reason_code: str) -> str:
    """A run that goes on in a moment, for who sits waiting for it."""
    why = reason(reason_code)
    return gettext(
        "Synchronisatie %(run)s wacht %(seconds)s s: %(reason)s. Ctrl+C stopt het wachten.",
        run=run_id,
        seconds=seconds,
        reason=why,
    )


def no_run(tenant: str, code: str, details: Why) -> str:
    """Why no run could start."""
    text = reason(code, details)
    return gettext("Synchroniseren van %(tenant)s kan nu niet: %(reason)s.", tenant=tenant, reason=text)


def trigger(code: str, actor: str) -> str:
    return gettext(TRIGGERS[code], actor=actor) if code in TRIGGERS else code
