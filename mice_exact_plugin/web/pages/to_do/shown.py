"""The causes as people see them: what, how many, how much, since when, who can cure it, and the field that does."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.domain.notices import problem_key
from mice_exact_plugin.domain.problems import ANSWERED_TOGETHER, WHO_IT_IS, Code, Cure
from mice_exact_plugin.domain.remarks import DISAGREES
from mice_exact_plugin.exports.words import cures, problems
from mice_exact_plugin.i18n import N_, gettext
from mice_exact_plugin.web.parts import problem_view

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mice_exact_plugin.domain.problems import Problem
    from mice_exact_plugin.domain.reference import VatCode
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.setup.curing import Offered
    from mice_exact_plugin.standing.to_do import Held, Remarked
    from mice_exact_plugin.web.parts import Places, ProblemView

#: Of a cause about debtors so many invoices are asked about at once; the others are in the list.
ASKED = 10

#: Who can end it.
WHO: dict[Cure, str] = {
    Cure.SETTINGS: N_("een beheerder"),
    Cure.RATE_GROUPS: N_("een beheerder"),
    Cure.EXACT: N_("wie in Exact Online werkt"),
    Cure.INVOICE: N_("wie facturen maakt"),
    Cure.DECISION: N_("de administratie"),
    Cure.SUPPORT: N_("support"),
}


#: An invoice and the relations that it may be of, by id and name.
Question = tuple["Export", tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class CauseView:
    """One cause and who may cure it how: that is decided for the person who looks.

    `codes` are for `rate`, one of them `suggested`, or `to_make` says which one is to be made; `debtors` are the
    questions, `said` is Exact's answer. `first` is the invoice that waits longest, where it is decided there.
    """

    held: Held
    problem: ProblemView
    who: str
    rate: Decimal | None = None
    codes: Sequence[VatCode] = ()
    suggested: VatCode | None = None
    to_make: str = ""
    debtors: tuple[Question, ...] = ()
    first: Export | None = None
    is_answered_together: bool = False
    said: tuple[str, ...] = ()


def unmapped_rate(problem: Problem) -> Decimal | None:
    """The rate whose code can be chosen in the row."""
    return Decimal(problem.params["rate"]) if problem.code is Code.VAT_RATE_UNMAPPED else None


def asks_for_debtor(cause: Held) -> bool:
    return cause.problem.code in WHO_IT_IS and bool(cause.problem.params.get("ids"))


def is_decided(cause: Held) -> bool:
    """At each invoice by itself."""
    return cause.problem.cure is Cure.DECISION


def amounts(sums: Mapping[str, Decimal]) -> str:
    """Each currency by itself: what is in two of them adds up to nothing."""
    return " + ".join(formatting.money(amount, currency) for currency, amount in sorted(sums.items()))


def cause_views(
    causes: Sequence[Held],
    places: Places,
    *,
    offered: Offered | None,
    asked: Iterable[Export],
    names: Mapping[str, str],
    may_setup: bool,
) -> tuple[CauseView, ...]:
    """`offered` is what an administrator may choose; `asked` the invoices about which is decided, with `names`."""
    rows = list(asked)
    questions = _questions(rows, names)
    firsts = {problem_key(problem): row for row in reversed(rows) for problem in row.problems}
    views = (
        _view(cause, places, offered, tuple(questions[cause.problem.code]), may_setup=may_setup) for cause in causes
    )
    return tuple(replace(view, first=firsts.get(view.held.key)) if is_decided(view.held) else view for view in views)


def _view(
    cause: Held, places: Places, offered: Offered | None, questions: tuple[Question, ...], *, may_setup: bool
) -> CauseView:
    problem, rate = cause.problem, unmapped_rate(cause.problem)
    codes = offered.vat_codes.get(rate, ()) if offered and rate is not None else ()
    return CauseView(
        held=cause,
        problem=replace(
            problem_view(problem, places),
            sentence=problems.common_sentence(problem),
            # Whoever sees a decision here is the one who takes it, beside the invoice.
            advice=cures.advice(problem, may_setup=may_setup or problem.cure is Cure.DECISION),
        ),
        who=gettext(WHO[problem.cure]),
        rate=rate,
        codes=codes,
        suggested=offered.suggested.get(rate) if offered and rate is not None else None,
        to_make=cures.code_to_make(rate) if offered and rate is not None and not codes else "",
        debtors=questions[:ASKED] if asks_for_debtor(cause) else (),
        is_answered_together=problem.code is ANSWERED_TOGETHER,
        said=tuple(problem.params.get("messages", ())) if may_setup else (),
    )


def _questions(asked: Iterable[Export], names: Mapping[str, str]) -> defaultdict[Code, list[Question]]:
    found: defaultdict[Code, list[Question]] = defaultdict(list)
    for row in asked:
        for problem in row.problems:
            ids = problem.params.get("ids", ())
            if problem.code in WHO_IT_IS and ids:
                found[problem.code].append((row, tuple((each, names.get(each) or each) for each in ids)))
    return found


def remarked(kinds: Iterable[Remarked]) -> list[Remarked]:
    """What no longer agrees comes first."""
    return sorted(kinds, key=lambda kind: kind.code not in DISAGREES)


def what_is_sold(product: str | None, rate_group: str | None) -> str:
    return " – ".join(name for name in (product, rate_group) if name) or gettext("Losse regels zonder tariefgroep")
