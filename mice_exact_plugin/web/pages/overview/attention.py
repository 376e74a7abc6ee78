"""What needs a person: blocked invoices by problem, missing ledger numbers, and bookings that no longer match."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.problems import ANSWERED_TOGETHER
from mice_exact_plugin.domain.remarks import DISAGREES
from mice_exact_plugin.exports.words import problems
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.standing.overview import NAMED
from mice_exact_plugin.web.pages.invoice.entry import marks
from mice_exact_plugin.web.parts import ProblemView, problem_view
from mice_exact_plugin.web.parts import invoices as invoices_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from mice_exact_plugin.domain.problems import Problem
    from mice_exact_plugin.domain.remarks import Remark
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


def _group(
    members: list[tuple[Problem, BlockedAlike]], places: Callable[[str], Places], invoice_url: Callable[[str], str]
) -> ProblemGroup:
    problem, first = members[0]
    invoices = [invoice for _, alike in members for invoice in alike.oldest][:NAMED]
    view = replace(problem_view(problem, places(first.oldest[0][0])), sentence=problems.common_sentence(problem))
    named = tuple((identifier, invoice_url(invoice_id)) for invoice_id, identifier in invoices)
    size = _size(members)
    return ProblemGroup(
        view.cause, view, invoices_of(size), named, size - len(named), problem.code is ANSWERED_TOGETHER
    )


def fallback_name(fallback: Fallback) -> str:
    names = (fallback.product, fallback.rate_group)
    return " – ".join(name for name in names if name) or gettext("Losse regels zonder tariefgroep")


def disagreements(remarks: Iterable[Remark]) -> str:
    """In what an invoice no longer agrees with its entry, in a few words."""
    return marks([remark for remark in remarks if remark.code in DISAGREES])
