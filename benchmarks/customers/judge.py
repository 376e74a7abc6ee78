"""Truth against outcome: whose relation every invoice was booked on, per class, and whether the promises were kept."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from benchmarks.customers.register import INVOICES, Customer, Kind, Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from benchmarks.customers.play import Played


class Outcome(StrEnum):
    """What became of one invoice, with what it is called when printed."""

    RIGHT = "right"
    NEW = "new"
    SECOND = "second"
    WRONG = "wrong"
    WAITS = "waits"


@dataclass(frozen=True)
class Promise:
    """What is promised, what was found, and whether it was kept."""

    text: str
    found: str
    is_kept: bool


@dataclass
class Verdict:
    """`outcomes` of every invoice, by its customer."""

    played: Played
    outcomes: dict[int, list[Outcome]]

    def of(self, kind: Kind, truth: Truth) -> tuple[int, int, Counter[Outcome]]:
        """How many customers, how many of them were asked about, and what became of their invoices."""
        customers = [one for one in self.played.customers.values() if (one.kind, one.truth) == (kind, truth)]
        counted = Counter(outcome for one in customers for outcome in self.outcomes[one.key])
        return len(customers), sum(one.key in self.played.asked for one in customers), counted

    def asked_share(self, kind: Kind) -> float:
        """Of the customers of a class, in percent."""
        customers = [one for one in self.played.customers.values() if one.kind is kind]
        return 100 * sum(one.key in self.played.asked for one in customers) / max(1, len(customers))

    def promises(self) -> list[Promise]:
        every = Counter(outcome for outcomes in self.outcomes.values() for outcome in outcomes)
        plain = [one for one in self.played.customers.values() if one.is_plainly_new]
        fresh = sum(self._is_new_of_itself(one) for one in plain)
        first, second, third = (self.asked_share(kind) for kind in (Kind.COMPANY, Kind.PERSON, Kind.NO_POSTCODE))
        return [
            Promise("invoices on a wrong relation: 0", str(every[Outcome.WRONG]), every[Outcome.WRONG] == 0),
            Promise(
                "second relations beside a usable equal one: 0", str(every[Outcome.SECOND]), every[Outcome.SECOND] == 0
            ),
            Promise(
                "new where the truth is new and name or postcode differs: 100 %",
                f"{fresh} of {len(plain)}",
                fresh == len(plain),
            ),
            Promise(
                "to a person in the first two classes: at most 1 %",
                f"{first:.2f} % and {second:.2f} %",
                max(first, second) <= 1,
            ),
            Promise("to a person in the third class: at most 25 %", f"{third:.2f} %", third <= 25),
            Promise(
                "every invoice booked, and nobody asked twice about one customer",
                f"{every[Outcome.WAITS]} waiting, {self.played.asked_again} asked again",
                every[Outcome.WAITS] == 0 and self.played.asked_again == 0,
            ),
        ]

    def _is_new_of_itself(self, customer: Customer) -> bool:
        """A relation of its own, and no person was needed for it."""
        return set(self.outcomes[customer.key]) == {Outcome.NEW} and customer.key not in self.played.asked


def judge(played: Played) -> Verdict:
    """A relation that Exact had is whose row it is; one that was made is of the customer it was first booked for."""
    owners = {str(row["ID"]): customer.key for customer in played.customers.values() for row in customer.relations}
    known = set(owners)
    own: dict[int, list[str]] = {}
    for (key, _), account_id in played.booked.items():
        if owners.setdefault(account_id, key) == key and account_id not in own.setdefault(key, []):
            own[key].append(account_id)
    return Verdict(
        played,
        {
            customer.key: [
                _outcome(customer, played.booked.get((customer.key, number)), owners, known, own)
                for number in range(INVOICES)
            ]
            for customer in played.customers.values()
        },
    )


def _outcome(
    customer: Customer, account_id: str | None, owners: dict[str, int], known: set[str], own: dict[int, list[str]]
) -> Outcome:
    if account_id is None:
        return Outcome.WAITS
    if owners[account_id] != customer.key:
        return Outcome.WRONG
    if account_id in known:
        return Outcome.RIGHT
    is_first = own[customer.key][0] == account_id
    return Outcome.NEW if customer.truth is Truth.NEW and is_first else Outcome.SECOND


def lines(verdict: Verdict) -> Iterator[str]:
    """Truth against outcome per class, then the promises."""
    yield f"{'class':38} {'truth':18} {'customers':>9} {'asked':>6}  invoices: " + " ".join(f"{o:>7}" for o in Outcome)
    for kind in Kind:
        for truth in Truth:
            count, asked, outcomes = verdict.of(kind, truth)
            if count:
                figures = " ".join(f"{outcomes[outcome]:>7}" for outcome in Outcome)
                yield f"{kind:38} {truth:18} {count:>9} {asked:>6}            {figures}"
        yield f"{'':38} {'':18} asked about {verdict.asked_share(kind):.2f} %"
    for promise in verdict.promises():
        yield f"{'kept  ' if promise.is_kept else 'MISSED'} {promise.text}: {promise.found}"


def failures(verdict: Verdict, chosen: Iterable[Outcome] = (Outcome.WRONG, Outcome.SECOND)) -> list[str]:
    """The customers whose invoices went wrong, for whoever has to find out why."""
    bad = set(chosen)
    return [
        f"{one.key} ({one.kind}, {one.truth}): {[str(outcome) for outcome in verdict.outcomes[one.key]]}"
        for one in verdict.played.customers.values()
        if bad & set(verdict.outcomes[one.key])
    ]
