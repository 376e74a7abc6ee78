"""The answer of the overview: its headline, figures with amounts, what the list can be narrowed to, and the chart."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.booking import words as run_words
from mice_exact_plugin.domain.notices import night_of
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.domain.run import Figure, total
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports.words.remarks import mark
from mice_exact_plugin.i18n import N_, gettext
from mice_exact_plugin.standing.invoice_list import added
from mice_exact_plugin.standing.lately import Night, of
from mice_exact_plugin.standing.words import Tone
from mice_exact_plugin.web.pages.overview.wanted import MISSING
from mice_exact_plugin.web.pages.to_do.shown import amounts
from mice_exact_plugin.web.parts import state_badge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from mice_exact_plugin.domain.standing import Standing
    from mice_exact_plugin.link.run import SyncRun
    from mice_exact_plugin.standing.invoice_list import Sum
    from mice_exact_plugin.standing.to_do import Remarked

    #: The overview with what is asked for now but for what is named.
    Addresses = Callable[..., str]

#: What a figure counts, in the order in which a person wants to see them; its first state is what it filters on.
_FIGURES = (
    ((State.BLOCKED,), N_("tegengehouden"), Tone.DANGER),
    ((State.UNCONFIRMED,), N_("wordt nagezocht"), Tone.WARNING),
    ((State.QUEUED, State.CLAIMED), N_("wacht op boeken"), Tone.INFO),
    ((State.SYNCED,), N_("geboekt"), Tone.SUCCESS),
)
#: The states in the order of the chips.
_STATES = (State.BLOCKED, State.UNCONFIRMED, State.QUEUED, State.CLAIMED, State.SYNCED, State.IGNORED)
#: The remarks that are looked for most come first.
_REMARKS = (RemarkCode.DEFAULT_LEDGER, RemarkCode.CHANGED_AFTER_BOOKING, RemarkCode.OTHER_AMOUNT)
#: The size of the chart: nights beside each other, and how high the busiest one is.
BAR, HEIGHT = 10, 100


@dataclass(frozen=True, slots=True)
class FigureView:
    """How many invoices stand alike: what that is called, and how bad it is, depends on how the link stands."""

    number: str
    words: str
    amounts: str
    tone: str
    url: str


@dataclass(frozen=True, slots=True)
class Chip:
    words: str
    number: str
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """One night: its parts as (kind, top, height), and what it says."""

    at: int
    day: date
    title: str
    parts: tuple[tuple[str, int, int], ...]
    night: Night


def headline(run: SyncRun | None, nights: Sequence[Night], awaiting: int = 0) -> str:
    """What the last run came to when a person began it, else its night, however many runs that took.

    `awaiting`: so many wait for a yes, without which no run books them.
    """
    if run is None:
        return gettext("Er is nog niet geboekt")
    if run.trigger == "person":
        when, outcomes = gettext("Laatste synchronisatie"), run.outcomes or {}
        every, booked = total(outcomes), of(outcomes, Figure.BOOKED, Figure.ADOPTED)
    else:
        when, day = gettext("Afgelopen nacht"), night_of(run.started_at, run.tenant)
        night = next((night for night in nights if night.day == day), Night(day))
        every, booked = night.total, night.booked
    if not every:
        words = N_("%(when)s: niets geboekt zonder akkoord") if awaiting else N_("%(when)s: niets te boeken")
        return gettext(words, when=when)
    done, all_of_them = formatting.number(booked), formatting.number(every)
    if every == 1:
        return gettext("%(when)s: %(done)s van 1 factuur geboekt", when=when, done=done)
    return gettext("%(when)s: %(done)s van %(all)s facturen geboekt", when=when, done=done, all=all_of_them)


def run_line(run: SyncRun | None) -> str:
    """When the last run was, and who set it going."""
    if run is None or run.finished_at is None:
        return ""
    started, ended = formatting.moment(run.started_at), formatting.clock_time(run.finished_at)
    who = run_words.trigger(run.trigger, run.started_by)
    return gettext("%(who)s, %(started)s – %(ended)s", who=who, started=started, ended=ended)


def figure_views(
    sums: Mapping[State, Sum], standing: Standing, url: Addresses, awaiting: int = 0
) -> tuple[FigureView, ...]:
    """`awaiting`: how many of what is queued wait for a yes."""
    found = []
    for states, usual, tone in _FIGURES:
        words, each = gettext(usual), added([sums[state] for state in states])
        is_waiting = State.QUEUED in states
        is_paused = is_waiting and standing.kind.holds
        if is_waiting and awaiting:
            words = _awaited(awaiting, each)
        found.append(
            FigureView(
                formatting.number(each.invoices),
                gettext("gepauzeerd") if is_paused else words,
                amounts(each.amounts) or formatting.money(Decimal(0)),
                Tone.WARNING if is_paused else tone if each.invoices else Tone.NEUTRAL,
                url({}, status=str(states[0])) + "#facturen",
            )
        )
    return tuple(found)


def _awaited(awaiting: int, waiting: Sum) -> str:
    if awaiting == waiting.invoices:
        return gettext("wacht op akkoord")
    return gettext("wacht, waarvan %(num)s op akkoord", num=formatting.number(awaiting))


def stands(sums: Mapping[State, Sum], standing: Standing, awaiting: int = 0) -> Iterator[tuple[str, str, int]]:
    """Where the invoices stand: what the address asks for, its words, and how many; a yes is a stand of its own."""
    for state in _STATES:
        count = sums[state].invoices
        if state is not State.QUEUED or not awaiting or standing.kind.holds:
            yield str(state), _name(state, standing), count
            continue
        yield "awaiting", state_badge(state, standing, is_approved=False).text, awaiting
        yield "approved", state_badge(state, standing).text, count - awaiting


def _name(state: State, standing: Standing) -> str:
    """A sum is of what is *booked*; an invoice by itself is *synchronised*."""
    return gettext("geboekt") if state is State.SYNCED else state_badge(state, standing).text


def chips(
    stands: Iterable[tuple[str, str, int]],
    remarked: Sequence[Remarked],
    around: Mapping[str, str],
    url: Addresses,
    missing: Sum | None = None,
) -> tuple[Chip, ...]:
    """One for all, one for what is `missing` in the books, one for each stand that occurs and one for each remark.

    The rest of the filter stays.
    """
    state, code = around.get("status", ""), around.get("opmerking", "")
    listed = list(stands)
    every = sum(count for _, _, count in listed)
    whole = url(around, status=None, opmerking=None)
    found = [_chip(gettext("Alles"), every, whole, is_current=not (state or code))]
    if missing is not None:
        words, address = gettext("Niet in de boeken"), url(around, status=MISSING, opmerking=None)
        chip = _chip(words, missing.invoices, address, is_current=state == MISSING and not code)
        shown = ", ".join(filter(None, (chip.number, amounts(missing.amounts))))
        found.append(replace(chip, number=shown))
    for asked, words, count in listed:
        if count:
            address, is_current = url(around, status=asked, opmerking=None), state == asked and not code
            found.append(_chip(words, count, address, is_current=is_current))
    for kind in sorted(remarked, key=lambda kind: (kind.code not in _REMARKS, -kind.invoices)):
        address = url(around, status=None, opmerking=str(kind.code))
        found.append(_chip(mark(kind.code), kind.invoices, address, is_current=code == kind.code))
    return tuple(found)


def _chip(words: str, count: int, address: str, *, is_current: bool) -> Chip:
    return Chip(words[:1].upper() + words[1:], formatting.number(count), f"{address}#facturen", is_current)


def bars(nights: Sequence[Night]) -> tuple[Bar, ...]:
    """None when nothing happened at all."""
    most = max((night.total for night in nights), default=0)
    return tuple(_bar(place * BAR, night, most) for place, night in enumerate(nights)) if most else ()


def _bar(at: int, night: Night, most: int) -> Bar:
    """From below: booked, held, waiting; whatever there is is at least a stripe."""
    parts, below = [], 0
    for kind, count in (("success", night.booked), ("danger", night.held), ("warning", night.waits)):
        height = max(2, round(count * HEIGHT / most)) if count else 0
        below += height
        if height:
            parts.append((kind, max(0, HEIGHT - below), height))
    told = gettext(
        "%(day)s: %(booked)s geboekt, %(held)s tegengehouden, %(waits)s wacht",
        day=formatting.day(night.day),
        booked=formatting.number(night.booked),
        held=formatting.number(night.held),
        waits=formatting.number(night.waits),
    )
    return Bar(at, night.day, told, tuple(parts), night)
