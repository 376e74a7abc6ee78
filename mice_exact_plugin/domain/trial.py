"""What a trial run found: each invoice's fate, and the sums of them per reason, ledger, VAT code and rate group."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, NotRequired, TypedDict

from mice_exact_plugin.domain.money import ZERO, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mice_exact_plugin.domain.problems import KeptProblem

#: Of the invoices with one reason, and of the new debtors, this many are named.
NAMED, NEW_NAMED = 5, 50


class Fate(StrEnum):
    """What would become of an invoice."""

    BOOKED = "booked"
    HELD = "held"
    NOTHING = "nothing"
    """Every amount is zero."""
    UNKNOWN = "unknown"
    """It cannot be read, or its debtor is under way: only a run can tell."""


class Share(TypedDict):
    """One line of an invoice: what it brings in, for which rate group, and whether the default ledger takes it.

    `product` is said of what the default ledger takes; `number` is the host's ledger number.
    """

    rate_group: str | None
    description: str | None
    product: str | None
    number: str | None
    net: str
    on_default: bool


class Judged(TypedDict):
    """One invoice of a trial, as JSON. Amounts are text; `new` is the key of a debtor that would be made.

    `keys` tell which of its problems are one with those of others; `entry` has ledger id, VAT code, net and VAT of each
    line that would be sent.
    """

    invoice_id: str
    number: str
    day: str
    currency: str
    gross: str
    fate: str
    account_id: str | None
    new: str | None
    term: int | None
    problems: list[KeptProblem]
    keys: list[str]
    entry: list[tuple[str, str, str, str]]
    shares: list[Share]


class Amount(TypedDict):
    count: int
    gross: str


class Reason(Amount):
    """Invoices that one cause would hold up, and the first of them by id and number."""

    problem: KeptProblem
    named: list[tuple[str, str]]


class Posted(TypedDict):
    """What would come on one ledger, or under one VAT code."""

    key: str
    lines: int
    net: str
    vat: str


class Group(TypedDict):
    """What a rate group brought in, or a product of it; `default` is the part that the default ledger takes."""

    rate_group: str | None
    description: str | None
    product: str | None
    number: str | None
    net: str
    default: str


class Report(TypedDict):
    """A whole trial. `revenue` is the net of all that was looked at, held or not; `terms` counts invoices by days.

    What is in another currency than the administration's is counted, and in no amount but `foreign`, by currency.
    """

    fates: dict[str, Amount]
    reasons: list[Reason]
    new_debtors: int
    new_named: list[str]
    ledgers: list[Posted]
    codes: list[Posted]
    groups: list[Group]
    terms: dict[str, int]
    revenue: str
    foreign: NotRequired[dict[str, str]]


_Pairs = list[tuple[Decimal, Decimal]]


def report(judged: Sequence[Judged], currency: str) -> Report:
    """The sums of a trial, in the administration's currency."""
    foreign, judged = _foreign(judged, currency), [_in_currency(each, currency) for each in judged]
    booked = [each for each in judged if each["fate"] == Fate.BOOKED]
    lines = [line for each in booked for line in each["entry"]]
    new: dict[str, str] = {}
    for each in booked:
        if each["new"]:
            new.setdefault(each["new"], each["invoice_id"])
    groups = _groups(share for each in judged for share in each["shares"])
    return {
        "fates": _fates(judged),
        "reasons": _reasons(judged),
        "new_debtors": len(new),
        "new_named": list(new.values())[:NEW_NAMED],
        "ledgers": _posted((ledger, net, vat) for ledger, _, net, vat in lines),
        "codes": _posted((code, net, vat) for _, code, net, vat in lines),
        "groups": groups,
        "terms": _terms(judged),
        "revenue": str(total(Decimal(group["net"]) for group in groups)),
        "foreign": foreign,
    }


def _in_currency(each: Judged, currency: str) -> Judged:
    return each if each["currency"] == currency else {**each, "gross": str(ZERO), "shares": []}


def _foreign(judged: Iterable[Judged], currency: str) -> dict[str, str]:
    found: defaultdict[str, Decimal] = defaultdict(Decimal)
    for each in judged:
        if each["currency"] != currency:
            found[each["currency"]] += Decimal(each["gross"])
    return {name: str(gross) for name, gross in sorted(found.items())}


def _fates(judged: Iterable[Judged]) -> dict[str, Amount]:
    found: defaultdict[str, list[Decimal]] = defaultdict(list)
    for each in judged:
        found[each["fate"]].append(Decimal(each["gross"]))
    return {fate: {"count": len(amounts), "gross": str(total(amounts))} for fate, amounts in found.items()}


def _reasons(judged: Iterable[Judged]) -> list[Reason]:
    """Largest first; an invoice with several problems counts for each."""
    found: dict[str, Reason] = {}
    for each in judged:
        for key, problem in zip(each["keys"], each["problems"], strict=True):
            reason = found.setdefault(key, {"problem": problem, "count": 0, "gross": str(ZERO), "named": []})
            reason["count"] += 1
            reason["gross"] = str(Decimal(reason["gross"]) + Decimal(each["gross"]))
            if len(reason["named"]) < NAMED:
                reason["named"].append((each["invoice_id"], each["number"]))
    return sorted(found.values(), key=lambda reason: -reason["count"])


def _terms(judged: Iterable[Judged]) -> dict[str, int]:
    found: defaultdict[str, int] = defaultdict(int)
    for each in judged:
        if each["term"] is not None:
            found[str(each["term"])] += 1
    return dict(found)


def _posted(lines: Iterable[tuple[str, str, str]]) -> list[Posted]:
    found: defaultdict[str, _Pairs] = defaultdict(list)
    for key, net, vat in lines:
        found[key].append((Decimal(net), Decimal(vat)))
    return [
        {
            "key": key,
            "lines": len(amounts),
            "net": str(total(net for net, _ in amounts)),
            "vat": str(total(vat for _, vat in amounts)),
        }
        for key, amounts in sorted(found.items())
    ]


def _groups(shares: Iterable[Share]) -> list[Group]:
    """Largest first."""
    found: defaultdict[tuple[str | None, ...], list[Share]] = defaultdict(list)
    for share in shares:
        found[share["rate_group"], share["description"], share["product"], share["number"]].append(share)
    groups = [_group(key, mine) for key, mine in found.items()]
    return sorted(groups, key=lambda group: -abs(Decimal(group["net"])))


def _group(key: tuple[str | None, ...], shares: Iterable[Share]) -> Group:
    rate_group, description, product, number = key
    nets = [(Decimal(share["net"]), share["on_default"]) for share in shares]
    return {
        "rate_group": rate_group,
        "description": description,
        "product": product,
        "number": number,
        "net": str(total(net for net, _ in nets)),
        "default": str(total(net for net, is_default in nets if is_default)),
    }


def share_of(report: Report, net: Decimal) -> Decimal | None:
    """A part of the revenue in percent; None where there was none."""
    revenue = Decimal(report["revenue"])
    return None if not revenue else net / revenue * 100


def on_default(report: Report, *, with_number: bool) -> Decimal:
    """What the default ledger would take for want of a number that exists, or of any number."""
    return total(
        Decimal(group["default"]) for group in report["groups"] if (group["number"] is not None) == with_number
    )


def held_with(report: Report, prefix: str) -> int:
    """How many invoices would be held by problems of a kind."""
    return sum(reason["count"] for reason in report["reasons"] if reason["problem"]["code"].startswith(prefix))


def count_of(fates: Mapping[str, Amount], fate: Fate) -> Amount:
    return fates.get(fate, {"count": 0, "gross": str(ZERO)})
