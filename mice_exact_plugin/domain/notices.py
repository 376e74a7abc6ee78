"""Which causes the administrators are told of on which night: as a cause begins, after three nights, and then weekly.

A night runs from the tenant's moment of one date to that of the next, and is named after the first. At most one mail is
handed over in a night. A cause counts as told only when its mail was handed over, so what a mail server refused stays
due; a cause that ends before anybody was told of it is dropped. What only a try can tell is not over while its invoices
wait for that try or for its outcome: a night without an answer shows nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from types import MappingProxyType
from typing import TypedDict

from mice_exact_plugin.domain.kept import Why
from mice_exact_plugin.domain.problems import ONLY_A_TRY_TELLS, Code, Params, Problem
from mice_exact_plugin.domain.run import AMSTERDAM, FURTHEST, next_night
from mice_exact_plugin.domain.standing import Standing, State

#: How long a cause is kept quiet after it was told once, and after every further time.
FIRST_REST, FURTHER_REST = timedelta(days=3), timedelta(days=7)
#: The width of the column that holds a key.
LONGEST_KEY = 120
#: The cause that invoices wait for a person's yes: told every morning, and never said to be over.
APPROVAL = "approval"
#: Before the month of invoices that were not taken along.
OLDER = "older:"
#: What tells one cause of a problem from another: what their common sentence names. Other parameters are of one
#: invoice, and a code that is not here is one cause.
TELLING: Mapping[Code, tuple[str, ...]] = {
    Code.VAT_RATE_UNMAPPED: ("rate",),
    Code.VAT_CODE_GONE: ("code", "rate"),
    Code.VAT_CODE_UNSUITABLE: ("code", "rate"),
    Code.VAT_CODE_BLOCKED: ("code", "rate"),
    Code.VAT_CODE_KIND: ("code", "rate", "sort"),
    Code.VAT_SITUATION_NEEDED: ("group",),
    Code.VAT_SITUATION_UNMAPPED: ("rate", "situation"),
    Code.VAT_SITUATION_CONTRADICTS: ("rate", "situation"),
    Code.DEPOSIT_LEDGER_NEEDED: ("rate",),
    Code.VAT_NUMBER_NEEDED: ("situation",),
    Code.VAT_COUNTRY_UNFIT: ("situation",),
    Code.LOOSE_GL_ACCOUNT_GONE: ("rate",),
    Code.JOURNAL_GONE: ("journal",),
    Code.JOURNAL_BLOCKED: ("journal",),
    Code.JOURNAL_CURRENCY: ("journal", "currency"),
    Code.GL_ACCOUNT_BLOCKED: ("account", "description"),
    Code.GL_ACCOUNT_TYPE: ("account", "description"),
    Code.COST_CENTER_NEEDED: ("account", "description"),
    Code.COST_UNIT_NEEDED: ("account", "description"),
    Code.COST_CENTER_GONE: ("code", "account", "description"),
    Code.COST_UNIT_GONE: ("code", "account", "description"),
    Code.PERIOD_CLOSED: ("period", "year", "journal"),
    Code.PERIOD_ASKED: ("entry_date",),
    Code.CURRENCY: ("currency", "expected"),
    Code.VAT_DIFFERENCE: ("type",),
    Code.DEBTOR_BLOCKED: ("code", "name"),
    Code.DEBTOR_NOT_ACTIVE: ("code", "name"),
    Code.DEBTOR_SUPPLIER_ONLY: ("code", "name"),
    Code.DEBTOR_RIGHT_MISSING: ("denial",),
    Code.PROMOTION_UNANSWERED: ("code", "name"),
    Code.PROMOTION_IGNORED: ("code", "name"),
    Code.PROMOTION_REFUSED: ("code", "name", "messages"),
    Code.REFUSED: ("messages",),
    Code.REFUSED_ALIKE: ("messages",),
    Code.REFERENCE_SUSPECT: ("kind", "key"),
    Code.DIFFERENCE_SUSPECT: ("cause",),
}
#: Reasons to rest that say nothing of what Exact would answer.
_SILENCES = frozenset({Code.UNANSWERED, Code.DEBTOR_UNANSWERED, Code.PROMOTION_UNANSWERED, Code.BUG})


#: The invoices that are not booked yet, by the ids of their rows: what each is blocked by, if it is.
Unsettled = Mapping[int, Collection[Code]]


class Told(TypedDict, total=False):
    """What a cause is worded from, as JSON: a state of the link, a problem, that the log-in ends, a yes or a month."""

    state: str
    details: Why
    since: str | None
    code: str
    params: Params
    ends: str
    approval: bool
    older: str
    """The month, such as `2026-11`, of which invoices were not taken along."""


@dataclass(frozen=True, slots=True)
class Cause:
    """Something that keeps invoices from being booked now.

    Attributes:
        waiting: how many invoices wait for it.
        begins: whether it is worth a mail by itself, or only while somebody was told of it already.
        exports: the blocked ones among them, by the ids of their rows.
    """

    key: str
    params: Told
    waiting: int
    begins: bool = True
    exports: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Notice:
    """What is remembered of a cause while it lasts, and until somebody is told that it is over."""

    key: str
    params: Told
    waiting: int
    began_on: date
    mailed_on: date | None = None
    times: int = 0
    ended_on: date | None = None
    exports: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Due:
    """The causes of one mail: those to tell of, and those of which to say that it is well again."""

    causes: tuple[str, ...] = ()
    ended: tuple[str, ...] = field(default=())

    def __bool__(self) -> bool:
        return bool(self.causes or self.ended)


def night_of(now: datetime, tenant: str) -> date:
    """The night that a moment belongs to."""
    return next_night(now, tenant).astimezone(AMSTERDAM).date() - timedelta(days=1)


def of_link(standing: Standing, waiting: int) -> Cause | None:
    """The cause that the link itself is, if it is one; only a dead log-in is told while nothing waits."""
    return link_cause(standing, waiting) if standing.kind.is_told else None


def link_cause(standing: Standing, waiting: int) -> Cause:
    """How the link stands as a cause, told or only asked about."""
    named = [standing.params.get("endpoint") or "", standing.params.get("method") or ""]
    named += sorted(str(short.get("list")) for short in standing.params.get("lists", ()))
    key = ":".join(filter(None, ["link", str(standing.state), *named]))[:LONGEST_KEY]
    begins = waiting > 0 or standing.state is State.LOG_IN_DEAD
    since = standing.since.isoformat(timespec="seconds") if standing.since else None
    return Cause(key, {"state": str(standing.state), "details": standing.params, "since": since}, waiting, begins)


def of_problems(blocked: Mapping[int, Iterable[Problem]]) -> list[Cause]:
    """The causes of the blocked invoices, given the problems of each: one per problem that a single cure would end."""
    first: dict[str, Problem] = {}
    exports: defaultdict[str, set[int]] = defaultdict(set)
    for export_id, problems in blocked.items():
        for problem in problems:
            key = problem_key(problem)
            first.setdefault(key, problem)
            exports[key].add(export_id)
    return [
        Cause(
            key,
            {"code": str(problem.code), "params": problem.params},
            len(exports[key]),
            exports=frozenset(exports[key]),
        )
        for key, problem in first.items()
    ]


def of_approval(waiting: int) -> Cause | None:
    """The cause that invoices wait for a person to say yes."""
    return Cause(APPROVAL, {"approval": True}, waiting) if waiting else None


def of_older(month: date) -> Cause:
    """Never told, only asked about: somebody has to choose which of them are booked."""
    return Cause(f"{OLDER}{month:%Y-%m}", {"older": f"{month:%Y-%m}"}, 0, begins=False)


def problem_key(problem: Problem) -> str:
    """What the problems share that one cure would end."""
    params: Mapping[str, object] = problem.params
    telling = [_as_text(params[name]) for name in TELLING.get(problem.code, ()) if name in params]
    return ":".join(["blocked", str(problem.code), *telling])[:LONGEST_KEY]


def _as_text(value: object) -> str:
    return " ".join(value) if isinstance(value, list) else str(value)


def followed(
    notices: Iterable[Notice], causes: Iterable[Cause], night: date, unsettled: Unsettled = MappingProxyType({})
) -> list[Notice]:
    """The notices after a look at what stands in the way this night."""
    now = {cause.key: cause for cause in causes}
    known = {notice.key: notice for notice in notices}
    looked = (_followed(notice, now.get(notice.key), night, unsettled) for notice in known.values())
    begun = [
        Notice(cause.key, cause.params, cause.waiting, night, exports=cause.exports)
        for cause in now.values()
        if cause.key not in known and cause.begins
    ]
    return [*filter(None, looked), *begun]


def _followed(notice: Notice, cause: Cause | None, night: date, unsettled: Unsettled) -> Notice | None:
    if cause is not None:
        again = _tried_again(notice, unsettled) - cause.exports
        exports, waiting = cause.exports | again, cause.waiting + len(again)
        return replace(notice, params=cause.params, waiting=waiting, exports=exports, ended_on=None)
    if again := _tried_again(notice, unsettled):
        return replace(notice, waiting=len(again), exports=again)
    if not notice.times or notice.key == APPROVAL:
        return None
    return replace(notice, ended_on=notice.ended_on or night, exports=frozenset())


def _tried_again(notice: Notice, unsettled: Unsettled) -> frozenset[int]:
    """The invoices of a cause of which nobody has seen yet that they are rid of it."""
    code = notice.params.get("code")
    if code not in ONLY_A_TRY_TELLS and code != Code.ENTRY_CONFLICT:
        return frozenset()
    says_nothing = ONLY_A_TRY_TELLS if code in _SILENCES else _SILENCES
    return frozenset(each for each in notice.exports if each in unsettled and says_nothing.issuperset(unsettled[each]))


def due(notices: Iterable[Notice], night: date) -> Due:
    """What a mail of this night would tell."""
    found = list(notices)
    return Due(
        tuple(notice.key for notice in found if notice.ended_on is None and _is_due(notice, night)),
        tuple(notice.key for notice in found if notice.ended_on is not None),
    )


def _is_due(notice: Notice, night: date) -> bool:
    if notice.mailed_on is None or notice.mailed_on > night + FURTHEST:
        return True  # never, or as a clock said that stood wrong
    if notice.key == APPROVAL:
        return night > notice.mailed_on
    rest = FIRST_REST if notice.times == 1 else FURTHER_REST
    return notice.waiting > 0 and night >= notice.mailed_on + rest


def told(notices: Iterable[Notice], mail: Due, night: date) -> list[Notice]:
    """The notices after a mail was handed over; what was said to be well again is forgotten.

    A cause that came back while the mail was under way was not over, and goes on as one that was told.
    """
    kept = [notice for notice in notices if notice.key not in mail.ended or notice.ended_on is None]
    return [
        replace(notice, mailed_on=night, times=notice.times + 1) if notice.key in mail.causes else notice
        for notice in kept
    ]
