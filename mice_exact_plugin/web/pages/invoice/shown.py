"""What the host's invoice page shows of one invoice: where it stands, why, and what a person may decide."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.audit import SYSTEM
from mice_exact_plugin.booking.preview import is_sent
from mice_exact_plugin.decisions.decisions import found_entries
from mice_exact_plugin.domain.remarks import DISAGREES
from mice_exact_plugin.domain.standing import State as LinkState
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports.queue import OPEN
from mice_exact_plugin.exports.table import differing
from mice_exact_plugin.exports.words import cures
from mice_exact_plugin.exports.words.why import AWAITED, LAPSED
from mice_exact_plugin.formatting import coming
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.standing.words import Tone
from mice_exact_plugin.web.pages.invoice.conflict import ConflictView, conflict_view
from mice_exact_plugin.web.pages.invoice.entry import EntryView, entry_view, ids_of
from mice_exact_plugin.web.pages.invoice.ways_on import NO_WAYS, DebtorWays, debtor_ways
from mice_exact_plugin.web.parts import Badge, ProblemView, Way, awaits, problem_views, row_badge
from mice_exact_plugin.web.why import of_row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mice_exact_plugin.audit import AuditRow
    from mice_exact_plugin.domain.remarks import Remark
    from mice_exact_plugin.domain.standing import Standing
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.web.pages.invoice.conflict import FoundEntryView
    from mice_exact_plugin.web.parts import Places


@dataclass(frozen=True, slots=True)
class Decisions:
    """The buttons that are offered; what is empty or False is not."""

    retry: bool = False
    leave: bool = False
    book_beside: bool = False
    adopt: tuple[FoundEntryView, ...] = ()
    debtor: DebtorWays = NO_WAYS


@dataclass(frozen=True, slots=True)
class InvoiceView:
    """One row as it stands for the person who looks; `names` are those of relations and ledgers by id."""

    row: Export
    invoice_id: str
    badge: Badge
    headline: str
    is_sent: bool
    is_open: bool
    """It has yet to be booked, so how the link stands concerns it."""
    why: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    notices: tuple[str, ...]
    problems: tuple[ProblemView, ...]
    fallbacks: tuple[str, ...]
    conflict: ConflictView
    decisions: Decisions
    trail: Sequence[AuditRow]
    """Newest first."""
    remarks: Sequence[Remark]
    names: Mapping[str, str]
    entry: EntryView
    relation: Way | None = None
    """The one that it is booked on."""


def invoice_view(
    row: Export,
    *,
    standing: Standing,
    places: Places,
    names: dict[str, str],
    remarks: Sequence[Remark] = (),
    journal: str = "",
) -> InvoiceView:
    """Everything about one row; `names` are those of relations and G/L accounts by id, as far as they are known.

    Args:
        journal: code and name of the one it was booked in, where the name is known.
    """
    state = row.state
    # What held an invoice up that is not booked any more is nobody's to cure.
    problems = () if state is State.IGNORED else row.problems
    conflict = conflict_view(row, names)
    return InvoiceView(
        row=row,
        invoice_id=row.invoice_id,
        badge=badge_of(row, standing, remarks),
        headline=headline(row, state, standing),
        is_sent=is_sent(row),
        is_open=state in OPEN,
        # What there is to remark stands on the page itself.
        why=of_row(row, standing),
        facts=_facts(row, journal),
        notices=_notices(row),
        problems=problem_views(problems, places, names, is_credit=row.is_credit),
        fallbacks=tuple(fallback(item) for item in row.fallbacks),
        conflict=conflict,
        decisions=_decisions(row, state, conflict.found),
        trail=(),
        remarks=remarks,
        names=names,
        entry=entry_view(row, remarks, names),
    )


def named_ids(row: Export, remarks: Sequence[Remark]) -> list[str]:
    """Of the relations that it and the found entries are booked on, and of what differs."""
    booked = [row.account_id] if row.entry_id and row.account_id else []
    return booked + [found.entry.account_id for found in found_entries(row)] + ids_of(row, remarks)


def badge_of(row: Export, standing: Standing, remarks: Sequence[Remark] = ()) -> Badge:
    """Not green where invoice and entry say different things."""
    badge = row_badge(row, standing)
    return replace(badge, tone=Tone.WARNING) if any(remark.code in DISAGREES for remark in remarks) else badge


def headline(row: Export, state: State, standing: Standing) -> str:
    """What becomes of it and when; while the link books nothing, the sentence of the link stands beside it."""
    match state:
        case State.SYNCED if row.synced_at:
            return gettext("Gesynchroniseerd op %(moment)s", moment=formatting.moment(row.synced_at))
        case State.QUEUED if standing.kind.holds:
            return gettext("Staat klaar en wordt nu niet geboekt.")
        case State.QUEUED if awaits(row, standing):
            return awaiting_sentence(row)
        case State.QUEUED if row.waits_for:
            return gettext("Staat klaar; wordt geboekt zodra factuur %(number)s geboekt is.", number=row.waits_for)
        case State.QUEUED if row.not_before:
            moment = formatting.moment(row.not_before)
            return gettext("Staat klaar; wordt niet geboekt voor %(moment)s.", moment=moment)
        case State.QUEUED:
            return _waiting(standing)
        case State.CLAIMED:
            return gettext("Wordt op dit moment geboekt.")
        case State.UNCONFIRMED:
            return _unconfirmed(standing)
        case State.IGNORED:
            return cures.ignored_sentence(row.ignored_reason)
        case _:
            return _held(row)


def _held(row: Export) -> str:
    if row.state is State.BLOCKED and row.entry_id is not None:
        return gettext("Geboekt, maar Exact Online heeft er iets anders van gemaakt.")
    return gettext("Kan nog niet geboekt worden.")


def awaiting_sentence(row: Export) -> str:
    return gettext(LAPSED if row.approval_lapsed else AWAITED)


def _waiting(standing: Standing) -> str:
    if standing.state is LinkState.RUNNING:
        return gettext("Staat klaar; de synchronisatie is bezig.")
    if standing.books_at is None:
        return gettext("Staat klaar.")
    moment = coming(standing.books_at, standing.at)
    return gettext("Staat klaar voor de eerstvolgende synchronisatie, %(moment)s.", moment=moment)


def _unconfirmed(standing: Standing) -> str:
    """Nobody need do anything; it says when the link itself looks."""
    if standing.books_at is None:
        return gettext(
            "Verstuurd, maar zonder antwoord van Exact Online. Zodra de koppeling weer werkt zoekt zij zelf op of de "
            "boeking er staat."
        )
    return gettext(
        "Verstuurd, maar zonder antwoord van Exact Online. De koppeling zoekt %(moment)s zelf op of de boeking er "
        "staat; je hoeft niets te doen.",
        moment=coming(standing.books_at, standing.at),
    )


def _facts(row: Export, journal: str) -> tuple[tuple[str, str], ...]:
    if row.entry_id is None:
        return ()
    facts = [
        (gettext("Boekstuknummer"), str(row.entry_number) if row.entry_number is not None else ""),
        (gettext("Dagboek"), journal or row.journal or ""),
        (gettext("Administratie"), row.division_name or ""),
    ]
    return tuple((label, text) for label, text in facts if text)


def _notices(row: Export) -> tuple[str, ...]:
    adopted = gettext("De boeking stond al in Exact Online en is daaraan gekoppeld.")
    return (adopted,) if row.adopted else ()


def fallback(item: dict[str, object]) -> str:
    what = item["product"] or item["rate_group"] or item["description"]
    if item["ledger_number"]:
        return gettext(
            "%(what)s: grootboeknummer %(number)s bestaat niet in Exact Online", what=what, number=item["ledger_number"]
        )
    return gettext("%(what)s: geen grootboeknummer", what=what)


def _decisions(row: Export, state: State, found: tuple[FoundEntryView, ...]) -> Decisions:
    if row.deleted_at is not None:
        return Decisions()
    is_blocked = state is State.BLOCKED
    # Its entry is in Exact: then there are other ways on.
    if differing(row) is not None:
        return Decisions()
    return Decisions(
        retry=_is_worth_a_try(row, state),
        leave=is_blocked or state is State.QUEUED,
        book_beside=is_blocked and bool(found),
        adopt=found if is_blocked else (),
        debtor=debtor_ways(row.problems) if is_blocked else NO_WAYS,
    )


def _is_worth_a_try(row: Export, state: State) -> bool:
    """Not where it changes nothing: there is nothing to book, or the next run comes to it anyway."""
    match state:
        case State.IGNORED:
            return str(row.ignored_reason) != "nothing_to_book"
        case State.QUEUED:
            return bool(row.not_before)
        case _:
            return state in (State.BLOCKED, State.UNCONFIRMED)


def actor(actor: str) -> str:
    return gettext("de koppeling") if actor == SYSTEM else actor
