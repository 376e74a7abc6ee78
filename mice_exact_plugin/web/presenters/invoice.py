"""What the host's invoice page shows of one invoice: where it stands, why, and what a person may decide."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mice_exact_plugin.domain.export_state import State
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.domain.standing import State as LinkState
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.store.audit import SYSTEM
from mice_exact_plugin.store.export_queue import OPEN
from mice_exact_plugin.store.invoice_export import from_json
from mice_exact_plugin.web import formatting
from mice_exact_plugin.web.formatting import coming
from mice_exact_plugin.web.presenters.badges import Badge, state_badge
from mice_exact_plugin.web.presenters.debtor_ways import NO_WAYS, DebtorWays, debtor_ways
from mice_exact_plugin.web.presenters.problems import ProblemView, problem_views
from mice_exact_plugin.web.wording import events, ignored

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Row

    from mice_exact_plugin.domain.standing import Standing
    from mice_exact_plugin.store.audit import AuditRow
    from mice_exact_plugin.web.presenters.problems import Places


@dataclass(frozen=True, slots=True)
class FoundEntryView:
    """An entry in Exact that stands in the way, as one side of the comparison."""

    entry_id: str
    number: str
    day: str
    amount: str
    journal: str
    debtor: str


@dataclass(frozen=True, slots=True)
class TrailEntry:
    moment: str
    actor: str
    text: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """The buttons that are offered; what is empty or False is not."""

    retry: bool = False
    leave: bool = False
    book_anyway: bool = False
    adopt: tuple[FoundEntryView, ...] = ()
    debtor: DebtorWays = NO_WAYS


@dataclass(frozen=True, slots=True)
class InvoiceView:
    invoice_id: str
    badge: Badge
    headline: str
    is_open: bool
    """It has yet to be booked, so how the link stands concerns it."""
    facts: tuple[tuple[str, str], ...]
    notices: tuple[str, ...]
    problems: tuple[ProblemView, ...]
    fallbacks: tuple[str, ...]
    found: tuple[FoundEntryView, ...]
    ours: str
    decisions: Decisions
    trail: tuple[TrailEntry, ...]


def invoice_view(row: Row[Any], *, standing: Standing, places: Places, names: dict[str, str]) -> InvoiceView:
    """Everything about one row; `names` are the relations' names by account id, as far as they are known."""
    state, problems = State(row.state), from_json(row.problems)
    found = tuple(_found(entry, row.currency, names) for entry in _conflicting(row))
    return InvoiceView(
        invoice_id=row.invoice_id,
        badge=state_badge(state, standing),
        headline=_headline(row, state, standing),
        is_open=state in OPEN,
        facts=_facts(row),
        notices=_notices(row),
        problems=problem_views(problems, places),
        fallbacks=tuple(_fallback(item) for item in row.fallbacks),
        found=found,
        ours=formatting.money(row.gross, row.currency),
        decisions=_decisions(row, state, found),
        trail=(),
    )


def trail_entries(rows: Iterable[AuditRow]) -> tuple[TrailEntry, ...]:
    """Newest first."""
    entries = [
        TrailEntry(formatting.moment(row.at), _actor(row.actor), events.sentence(row.event, row.details))
        for row in rows
    ]
    return tuple(reversed(entries))


def conflict_accounts(row: Row[Any]) -> list[str]:
    """The relations that the found entries are booked on."""
    return [entry["account_id"] for entry in _conflicting(row)]


def _headline(row: Row[Any], state: State, standing: Standing) -> str:
    """What becomes of it and when; while the link books nothing, the sentence of the link stands beside it."""
    match state:
        case State.SYNCED if row.synced_at:
            return gettext("Gesynchroniseerd op %(moment)s", moment=formatting.moment(row.synced_at))
        case State.QUEUED if standing.kind.holds:
            return gettext("Staat klaar en wordt nu niet geboekt.")
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
            return ignored.sentence(row.ignored_reason)
        case _:
            return gettext("Kan nog niet geboekt worden.")


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


def _facts(row: Row[Any]) -> tuple[tuple[str, str], ...]:
    if row.entry_id is None:
        return ()
    facts = [
        (gettext("Boekstuknummer"), str(row.entry_number) if row.entry_number is not None else ""),
        (gettext("Dagboek"), row.journal or ""),
        (gettext("Administratie"), row.division_name or ""),
    ]
    return tuple((label, text) for label, text in facts if text)


def _notices(row: Row[Any]) -> tuple[str, ...]:
    notices = {
        gettext("Verwijderd maar geboekt: de boeking staat nog in Exact Online."): row.deleted_at and row.entry_id,
        gettext("Gewijzigd na boeking: in Exact Online staat de factuur zoals die eerst was."): row.changed_at,
        gettext("De boeking stond al in Exact Online en is daaraan gekoppeld."): row.adopted,
    }
    return tuple(text for text, applies in notices.items() if applies)


def _fallback(item: dict[str, Any]) -> str:
    what = item["product"] or item["rate_group"] or item["description"]
    if item["ledger_number"]:
        return gettext(
            "%(what)s: grootboeknummer %(number)s bestaat niet in Exact Online", what=what, number=item["ledger_number"]
        )
    return gettext("%(what)s: geen grootboeknummer", what=what)


def _decisions(row: Row[Any], state: State, found: tuple[FoundEntryView, ...]) -> Decisions:
    if row.deleted_at is not None:
        return Decisions()
    is_blocked = state is State.BLOCKED
    return Decisions(
        retry=is_blocked or state is State.IGNORED,
        leave=is_blocked or state is State.QUEUED,
        book_anyway=is_blocked and bool(found),
        adopt=found if is_blocked else (),
        debtor=debtor_ways(from_json(row.problems)) if is_blocked else NO_WAYS,
    )


def _conflicting(row: Row[Any]) -> list[dict[str, str]]:
    conflicts = [problem for problem in from_json(row.problems) if problem.code is Code.ENTRY_CONFLICT]
    found: list[dict[str, str]] = json.loads(conflicts[0].params["found"]) if conflicts else []
    return found


def _found(entry: dict[str, str], currency: str, names: dict[str, str]) -> FoundEntryView:
    return FoundEntryView(
        entry_id=entry["entry_id"],
        number=entry["entry_number"],
        day=entry["created"].partition(" ")[0] if entry["created"] != "None" else "",
        amount=formatting.money_text(entry["gross"], currency),
        journal=entry["journal"],
        debtor=names.get(entry["account_id"], ""),
    )


def _actor(actor: str) -> str:
    return gettext("de koppeling") if actor == SYSTEM else actor
