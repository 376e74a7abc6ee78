"""A sample of the benchmark of customers: each ends on its own relation, or a person was asked, in both registers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from benchmarks.customers.judge import Outcome, Promise, failures, judge, lines
from benchmarks.customers.material import MATERIALS
from benchmarks.customers.play import Played, play
from benchmarks.customers.population import population
from benchmarks.customers.register import Kind, Truth

if TYPE_CHECKING:
    from pathlib import Path

    from tests.whole.world import World

#: Another range of seeds than the benchmark's own.
SEED = 700
SAMPLE = 120


# On one kind of database: what is tried here is who is who.
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_a_sample_of_customers_ends_where_it_belongs(world: World, tmp_path: Path) -> None:
    verdict = judge(play(world, tmp_path, population(MATERIALS["mixed"], SEED, SAMPLE)))

    assert failures(verdict, (Outcome.WRONG, Outcome.SECOND, Outcome.WAITS)) == []
    assert [promise for promise in verdict.promises() if not promise.is_kept] == [], "\n".join(lines(verdict))


@pytest.mark.parametrize("register", sorted(MATERIALS))
def test_a_seed_draws_the_same_customers_in_fixed_shares(register: str) -> None:
    drawn = population(MATERIALS[register], SEED, 1000)
    customers = [customer for pair in drawn for customer in pair]
    again = [customer for pair in population(MATERIALS[register], SEED, 1000) for customer in pair]
    shares = [sum(customer.kind is kind for customer in customers) for kind in Kind]
    numbers = [number for one in customers if one.kind is Kind.COMPANY for number in (one.facts.vat, one.facts.coc)]
    known = [number for number in numbers if number]

    assert customers == again
    assert shares == [400, 300, 120, 50, 50, 80]
    assert len(set(known)) >= len(known) - sum(one.facts.country == "BE" for one in customers)
    assert {customer.truth for customer in customers} == set(Truth)


def test_the_judge_sees_what_went_wrong() -> None:
    """Every promise can be missed: it is when one customer's invoices go where they do not belong."""
    pairs = population(MATERIALS["dutch"], SEED, 200)
    customers = {customer.key: customer for pair in pairs for customer in pair}
    right = {(key, number): one.account_id or f"made-{key}" for key, one in customers.items() for number in range(3)}
    known = next(one for one in customers.values() if one.kind is Kind.COMPANY and one.truth is Truth.KNOWN)
    fresh = next(one for one in customers.values() if one.is_plainly_new)
    other = next(one for one in customers.values() if one.truth is Truth.KNOWN and one is not known)

    def missed(changes: dict[tuple[int, int], str | None], asked: dict[int, int]) -> list[str]:
        booked = {place: account for place, account in (right | changes).items() if account is not None}
        return [promise.text for promise in _promises(Played(customers, booked, asked)) if not promise.is_kept]

    assert missed({}, {}) == []
    assert len(missed({(known.key, 1): other.account_id}, {})) == 1
    assert len(missed({(known.key, 1): "made-twice"}, {})) == 1
    assert len(missed({(fresh.key, 2): "made-twice"}, {})) == 2
    assert len(missed({(fresh.key, 2): other.account_id}, {})) == 2
    assert len(missed({}, {fresh.key: 1})) >= 1
    assert len(missed({}, {one.key: 1 for one in customers.values() if one.kind is Kind.NO_POSTCODE})) >= 1
    assert len(missed({(known.key, 2): None}, {})) == 1


def _promises(played: Played) -> list[Promise]:
    return judge(played).promises()
