"""*Controle vóór livegang*: what is looked at before a link books, each with a mark; nothing here asks anybody."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, TypedDict

from mice_exact_plugin.domain import trial
from mice_exact_plugin.domain.entry.ledger_mapping import SALES_JOURNAL
from mice_exact_plugin.domain.money import total
from mice_exact_plugin.domain.reference import ClosedPeriod

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from mice_exact_plugin.domain.reference import FinancialPeriod, Journal
    from mice_exact_plugin.domain.trial import Report


class Point(StrEnum):
    """What is looked at, in the order in which it is shown."""

    LOG_IN = "log_in"
    RIGHTS = "rights"
    JOURNAL = "journal"
    VAT_CODES = "vat_codes"
    LEDGERS = "ledgers"
    WITHOUT_NUMBER = "without_number"
    PERIODS = "periods"
    DEBTORS = "debtors"
    TERMS = "terms"
    OTHERS = "others"


class Mark(StrEnum):
    """How a point stands; only what is wrong asks before the link is switched on."""

    FINE = "fine"
    LOOK = "look"
    """It will be booked, and perhaps not where somebody wants it."""
    WRONG = "wrong"
    """Invoices will be held up."""
    UNKNOWN = "unknown"
    """A trial run or a look in Exact tells."""


class Looked(TypedDict):
    """What was asked of one administration of Exact, as JSON: the rights by their names, and entries that are not ours.

    `at` is a moment; `looked` how many of our numbers were searched for, `found` those under which an entry is.
    """

    at: str
    site: str
    division: int
    rights: dict[str, bool]
    looked: int
    found: list[str]


@dataclass(frozen=True, slots=True)
class Item:
    """One point with its mark. `what` tells cases of a point apart; `share` is in percent of the revenue."""

    point: Point
    mark: Mark
    what: str = ""
    count: int = 0
    of: int = 0
    share: Decimal | None = None
    names: tuple[str, ...] = ()
    day: date | None = field(default=None)
    sold: tuple[tuple[str | None, Decimal], ...] = ()
    """Of a product, package or room the name, and what it is of the revenue in percent."""


@dataclass(frozen=True, slots=True)
class Sold:
    """What something brought in.

    Attributes:
        lacks_number: it is a product, package or room without a ledger of its own.
        number: the host's ledger number, where that decides on which ledger it goes.
    """

    name: str | None
    net: Decimal
    lacks_number: bool
    number: str | None = None


#: What the user of Exact has to be allowed, as (endpoint, action).
RIGHTS: tuple[tuple[str, Literal["GET", "POST", "PUT"]], ...] = (
    ("salesentry/SalesEntries", "GET"),
    ("salesentry/SalesEntries", "POST"),
    ("crm/Accounts", "GET"),
    ("crm/Accounts", "POST"),
    ("crm/Accounts", "PUT"),
)


def of_log_in(user: str | None) -> Item:
    return Item(Point.LOG_IN, Mark.FINE if user else Mark.WRONG, names=(user,) if user else ())


def of_rights(found: Mapping[str, bool] | None) -> Item:
    """`found` by endpoint and action in one text; None: nobody asked yet."""
    if found is None:
        return Item(Point.RIGHTS, Mark.UNKNOWN)
    missing = tuple(name for name, has in found.items() if not has)
    return Item(Point.RIGHTS, Mark.WRONG if missing else Mark.FINE, count=len(missing), names=missing)


def of_journal(journal: Journal | None, code: str, currency: str) -> Item:
    named = (code if journal is None else f"{code} {journal.description}",)
    if journal is None or journal.type != SALES_JOURNAL:
        return Item(Point.JOURNAL, Mark.WRONG, "gone", names=named)
    if journal.is_blocked:
        return Item(Point.JOURNAL, Mark.WRONG, "blocked", names=named)
    if journal.currency not in (None, currency):
        return Item(Point.JOURNAL, Mark.WRONG, "currency", names=named)
    return Item(Point.JOURNAL, Mark.FINE, names=named)


def of_rates(codes: Mapping[Decimal, str | None]) -> Item:
    """`codes` by the rates in use; None where nothing fitting is chosen."""
    missing = tuple(str(rate) for rate, code in codes.items() if code is None)
    if missing:
        return Item(Point.VAT_CODES, Mark.WRONG, count=len(missing), of=len(codes), names=missing)
    return Item(
        Point.VAT_CODES, Mark.FINE, of=len(codes), names=tuple(f"{rate}:{code}" for rate, code in codes.items())
    )


def of_ledgers(
    numbers: Collection[str], known: Collection[str], report: Report | None, default: str, sold: Sequence[Sold] = ()
) -> Item:
    """Whether the ledger numbers of the rate groups exist; the share is what the default would take for them.

    By the last trial run; without one by what was sold.
    """
    missing = tuple(sorted(set(numbers) - set(known)))
    share = _share_under(missing, sold)
    if report is not None:
        share = trial.share_of(report, trial.on_default(report, with_number=True))
    mark = Mark.LOOK if missing else Mark.FINE
    return Item(Point.LEDGERS, mark, count=len(missing), of=len(set(numbers)), share=share, names=(default, *missing))


def of_groups_without(
    descriptions: Sequence[str], report: Report | None, default: str, sold: Sequence[Sold] = ()
) -> Item:
    """Rate groups without any number, and what is sold of them: with a trial also loose lines."""
    share = None if report is None else trial.share_of(report, trial.on_default(report, with_number=False))
    lacking = _lacking(sold)
    mark = Mark.LOOK if descriptions or share or lacking else Mark.FINE
    names = (default, *descriptions)
    return Item(Point.WITHOUT_NUMBER, mark, count=len(descriptions), share=share, names=names, sold=lacking)


def _share_under(numbers: Collection[str], sold: Sequence[Sold]) -> Decimal | None:
    revenue = total(each.net for each in sold)
    return total(each.net for each in sold if each.number in numbers) / revenue * 100 if revenue > 0 else None


def _lacking(sold: Sequence[Sold]) -> tuple[tuple[str | None, Decimal], ...]:
    """Largest first; what was credited as far as it was sold is nothing."""
    revenue = total(each.net for each in sold)
    found: defaultdict[str | None, Decimal] = defaultdict(Decimal)
    for each in sold:
        if each.lacks_number:
            found[each.name] += each.net
    if revenue <= 0:
        return ()
    shares = [(name, net / revenue * 100) for name, net in found.items() if net > 0]
    return tuple(sorted(shares, key=lambda share: -share[1]))


def of_periods(
    periods: Sequence[FinancialPeriod], closed: Collection[ClosedPeriod], journals: Sequence[str], today: date
) -> Item:
    """Whether what is sent today can be booked in each journal; of the year of today, how many periods are open.

    `journals` are those of invoices and, where it is another one, of credit notes; named is the first that is closed.
    """
    if not periods:
        return Item(Point.PERIODS, Mark.UNKNOWN)
    now = next((each for each in periods if each.start <= today <= each.end), None)
    if now is None:
        return Item(Point.PERIODS, Mark.WRONG, "missing", day=today)
    year = [each for each in periods if each.year == now.year]
    shut = next((each for each in journals if ClosedPeriod(each, now.year, now.period) in closed), None)
    told = shut or journals[0]
    count = sum(ClosedPeriod(told, each.year, each.period) not in closed for each in year)
    mark, what = (Mark.WRONG, "closed") if shut else (Mark.FINE, "")
    return Item(Point.PERIODS, mark, what, count, len(year), names=(str(now.year), told))


def of_debtors(report: Report | None) -> Item:
    """Customers about whom a person would be asked, which only trying tells."""
    if report is None:
        return Item(Point.DEBTORS, Mark.UNKNOWN)
    count = trial.held_with(report, "debtor_")
    return Item(Point.DEBTORS, Mark.LOOK if count else Mark.FINE, count=count)


def of_terms(report: Report | None, known: Collection[int], default: str | None) -> Item:
    """Terms of invoices for which there is no payment condition: then it is the default's, or the debtor's."""
    used = () if report is None else sorted(map(int, report["terms"]))
    missing = tuple(str(days) for days in used if days not in known)
    if missing or default is None:
        what = "missing" if missing else "no_default"
        return Item(Point.TERMS, Mark.LOOK, what, len(missing), len(used), names=missing)
    return Item(Point.TERMS, Mark.FINE, of=len(used), names=tuple(map(str, used)))


def of_others(found: int | None, looked: int) -> Item:
    """Entries in Exact under our numbers that we did not make; None: nobody looked yet."""
    if found is None:
        return Item(Point.OTHERS, Mark.UNKNOWN)
    return Item(Point.OTHERS, Mark.LOOK if found else Mark.FINE, count=found, of=looked)


def wrong(items: Iterable[Item]) -> list[Item]:
    return [item for item in items if item.mark is Mark.WRONG]
