"""An invoice that waits for a yes as people see it: on whose account, on which ledgers, and what stands in the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.booking.planning import Ready
from mice_exact_plugin.domain.entry.mapper import Blocked, NothingToBook
from mice_exact_plugin.domain.money import ZERO
from mice_exact_plugin.domain.run import AMSTERDAM
from mice_exact_plugin.i18n import gettext, ngettext
from mice_exact_plugin.web.pages.preview import words
from mice_exact_plugin.web.parts import invoices, problem_views

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime
    from decimal import Decimal

    from mice_exact_plugin.decisions.approving import Approved, Planned
    from mice_exact_plugin.domain.reference import ReferenceData
    from mice_exact_plugin.exports.awaiting import Sum
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.web.parts import Places, ProblemView


@dataclass(frozen=True, slots=True)
class RowView:
    """What a yes to this row would book, or why nobody can say yes: then `token` is empty and `held` says it.

    `token` is what a yes says it has seen, `problems` what stands in the way with the way to its cure.
    """

    row: Export
    debtor: str
    is_new: bool
    ledgers: str
    on_default: bool
    held: str
    token: str
    problems: tuple[ProblemView, ...] = ()


def row_view(planned: Planned, reference: ReferenceData | None, places: Places) -> RowView:
    plan, digest = planned.plan, planned.digest
    token = f"{planned.row.invoice_id}:{digest}" if digest else ""
    if not isinstance(plan, Ready):
        found = plan.problems if isinstance(plan, Blocked) else ()
        views = problem_views(found, places, is_credit=planned.row.is_credit)
        return RowView(planned.row, "", False, "", False, _held(planned, reference), token, views)
    account, mapped = plan.located.account, plan.mapped
    name = f"{account.code} {account.name}" if account else plan.located.name
    ledgers = dict.fromkeys(words.ledger(line.gl_account_id, reference) or words.UNKNOWN for line in mapped.entry.lines)
    return RowView(planned.row, name, account is None, ", ".join(ledgers), bool(mapped.fallbacks), "", token)


def _held(planned: Planned, reference: ReferenceData | None) -> str:
    if reference is None:
        return gettext("Wat dit wordt is pas te zeggen als de koppeling verbonden en ingesteld is.")
    match planned.plan:
        case Blocked():
            return gettext("Kan nog niet geboekt worden.")
        case NothingToBook():
            return gettext("Er is niets te boeken: alle bedragen zijn nul.")
        case _:
            return gettext("Wat dit wordt is nu niet te zeggen; de volgende synchronisatie zoekt het uit.")


def nights(found: Mapping[datetime | None, Sum]) -> list[tuple[datetime | None, Sum]]:
    """Newest first, and last what is older than the nights that are told apart."""
    return sorted(found.items(), key=lambda pair: pair[0] is None or -pair[0].timestamp())


def night_key(night: datetime | None) -> str:
    """As addresses name it."""
    return night.astimezone(AMSTERDAM).date().isoformat() if night else "eerder"


def night_name(night: datetime | None) -> str:
    if night is None:
        return gettext("Eerder")
    return gettext("Nacht van %(day)s", day=formatting.local_day(night))


def money(gross: Mapping[str, Decimal]) -> str:
    return ", ".join(formatting.money(amount, currency) for currency, amount in gross.items())


def summed(found: Iterable[Sum]) -> dict[str, Decimal]:
    gross: dict[str, Decimal] = {}
    for each in found:
        for currency, amount in each.gross.items():
            gross[currency] = gross.get(currency, ZERO) + amount
    return gross


def said(found: Approved, next_run: str) -> tuple[str, str]:
    """What came of a yes, and the tone of it."""
    parts = list(_said(found, next_run))
    return " ".join(parts), "success" if found.count and not (found.held or found.changed) else "info"


def _said(found: Approved, next_run: str) -> Iterator[str]:
    if found.count:
        shown = invoices(found.count)
        yield gettext("Akkoord gegeven voor %(invoices)s, %(amount)s.", invoices=shown, amount=money(found.gross))
        if next_run:
            yield gettext("De boeking volgt %(moment)s.", moment=next_run)
    if found.changed:
        yield ngettext(
            "%(num)s factuur is intussen anders; kijk er nog eens naar.",
            "%(num)s facturen zijn intussen anders; kijk er nog eens naar.",
            found.changed,
        )
    if found.held:
        yield ngettext(
            "%(num)s factuur kan nog niet geboekt worden en wacht verder.",
            "%(num)s facturen kunnen nog niet geboekt worden en wachten verder.",
            found.held,
        )
    if not found.is_all:
        yield gettext("Er staat nog meer; geef nog eens akkoord om verder te gaan.")
    if not (found.count or found.changed or found.held):
        yield gettext("Er was niets meer om akkoord voor te geven.")


def tokens(rows: Sequence[RowView]) -> tuple[str, ...]:
    return tuple(row.token for row in rows if row.token)
