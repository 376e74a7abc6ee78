"""What needs a person: blocked invoices by problem, missing ledger numbers, and bookings that no longer match."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.problems import ANSWERED_TOGETHER
from mice_exact_plugin.domain.remarks import DISAGREES
from mice_exact_plugin.exports.words import problems
from mice_exact_plugin.i18n import gettext, ngettext
from mice_exact_plugin.standing.overview import NAMED
from mice_exact_plugin.web.pages.invoice.entry import marks
from mice_exact_plugin.web.parts import ProblemView, problem_view

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from mice_exact_plugin.domain.problems import Problem
    from mice_exact_plugin.domain.remarks import Remark
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.standing.overview import BlockedAlike, Fallback
    from mice_exact_plugin.web.parts import Places

#: More groups than this help nobody; the table has them all.
GROUPS = 20


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """One problem with the invoices it blocks: a cure releases all of them."""

    cause: str
    """The key under which an administrator can be asked; empty when whoever looks may cure it."""
    problem: ProblemView
    count: str
    invoices: tuple[tuple[str, str], ...]
    more: int
    is_answered_together: bool


@dataclass(frozen=True, slots=True)
class FallbackView:
    what: str
    why: str
    count: str


@dataclass(frozen=True, slots=True)
class MismatchView:
    url: str
    identifier: str
    text: str


def problem_groups(
    blocked: Iterable[BlockedAlike], places: Callable[[str], Places], invoice_url: Callable[[str], str]
) -> tuple[ProblemGroup, ...]:
    """Largest first; problems belong together when what they have in common reads the same."""
    groups: dict[str, list[tuple[Problem, BlockedAlike]]] = defaultdict(list)
    for alike in blocked:
        for sentence, problem in {problems.common_sentence(problem): problem for problem in alike.problems}.items():
            groups[sentence].append((problem, alike))
    largest = sorted(groups.values(), key=_size, reverse=True)[:GROUPS]
    return tuple(_group(members, places, invoice_url) for members in largest)


def _size(members: list[tuple[Problem, BlockedAlike]]) -> int:
    return sum(alike.count for _, alike in members)


def fallback_views(fallbacks: Iterable[Fallback]) -> tuple[FallbackView, ...]:
    return tuple(
        FallbackView(
            what=_what(fallback),
            why=gettext("nummer %(number)s bestaat niet in Exact Online", number=fallback.ledger_number)
            if fallback.ledger_number
            else gettext("geen grootboeknummer"),
            count=_invoices(fallback.invoices),
        )
        for fallback in fallbacks
    )


def mismatch_views(
    rows: Sequence[Export], remarks: Mapping[int, Sequence[Remark]], invoice_url: Callable[[str], str]
) -> tuple[MismatchView, ...]:
    """What no longer agrees with its entry, each with why; the page of a deleted invoice is gone."""
    return tuple(
        MismatchView(
            url="" if row.deleted_at else invoice_url(row.invoice_id),
            identifier=row.identifier,
            text=marks([remark for remark in remarks.get(row.id, ()) if remark.code in DISAGREES]),
        )
        for row in rows
    )


def _group(
    members: list[tuple[Problem, BlockedAlike]], places: Callable[[str], Places], invoice_url: Callable[[str], str]
) -> ProblemGroup:
    problem, first = members[0]
    invoices = [invoice for _, alike in members for invoice in alike.oldest][:NAMED]
    view = replace(problem_view(problem, places(first.oldest[0][0])), sentence=problems.common_sentence(problem))
    named = tuple((identifier, invoice_url(invoice_id)) for invoice_id, identifier in invoices)
    size = _size(members)
    return ProblemGroup(view.cause, view, _invoices(size), named, size - len(named), problem.code is ANSWERED_TOGETHER)


def _what(fallback: Fallback) -> str:
    names = (fallback.product, fallback.rate_group)
    return " – ".join(name for name in names if name) or gettext("Losse regels zonder tariefgroep")


def _invoices(count: int) -> str:
    return ngettext("%(num)s factuur", "%(num)s facturen", count)
