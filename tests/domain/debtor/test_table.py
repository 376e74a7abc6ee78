"""The table of matching, row by row: invoices and relations that show what a row asks for lead where it says."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest

from mice_exact_plugin.domain.debtor.comparison import seen_between
from mice_exact_plugin.domain.debtor.customer import relation_of
from mice_exact_plugin.domain.debtor.matching import (
    Ask,
    Collective,
    Found,
    Match,
    New,
    PrivatePolicy,
    Unusable,
    Why,
    decide,
)
from mice_exact_plugin.domain.debtor.table import (
    TABLE,
    AskKind,
    Name,
    Numbers,
    Place,
    Row,
    Second,
    Seen,
    Verdict,
    Who,
    row_for,
)
from tests.domain.build import DAY
from tests.domain.debtor.pairs import HOME, Pair, pairs

EVERYTHING = [Seen(*facts) for facts in product(Name, Place, Numbers, Second, Who)]
POSSIBLE = [seen for seen in EVERYTHING if (seen.place, seen.who) != (Place.TOWN, Who.COMPANY)]


def test_every_combination_stands_in_exactly_one_row() -> None:
    assert [seen for seen in EVERYTHING if len([row for row in TABLE if row.fits(seen)]) != 1] == []


def test_every_row_can_happen() -> None:
    assert {id(row_for(seen)) for seen in POSSIBLE} == {id(row) for row in TABLE}


@pytest.mark.parametrize("row", TABLE, ids=range(1, len(TABLE) + 1))
def test_what_is_seen_leads_where_the_row_says(row: Row) -> None:
    for seen, pair in _shown(row):
        relation = relation_of(pair.account, HOME)
        assert seen_between(pair.customer, relation, booked_before=pair.booked_before) == seen, pair
        for policy in PrivatePolicy if row.verdict is Verdict.POLICY else (PrivatePolicy.NEW,):
            assert _decided(pair, policy) == _by_row(row, pair, policy), pair


@pytest.mark.parametrize("row", TABLE, ids=range(1, len(TABLE) + 1))
def test_a_relation_that_cannot_be_booked_on_is_named_and_never_doubled(row: Row) -> None:
    has_our_name = bool(row.name & {Name.EQUAL, Name.PERHAPS})
    for _, pair in _shown(row):
        blocked = replace(pair, account=replace(pair.account, is_blocked=True))
        outcome = _decided(blocked, PrivatePolicy.NEW)
        if row.verdict is Verdict.IS or (row.verdict is Verdict.ASK and has_our_name):
            assert outcome == Unusable(((blocked.account, Why.BLOCKED),))
        elif row.verdict is Verdict.ASK:
            assert isinstance(outcome, Ask)
        else:
            assert isinstance(outcome, New)
        gone = replace(pair, account=replace(pair.account, is_anonymised=True))
        assert _decided(gone, PrivatePolicy.NEW) == New()


def test_no_relation_is_new() -> None:
    for pair in pairs(POSSIBLE[0]):
        assert decide(pair.customer, [], on=DAY, home_country=HOME) == New()


def _shown(row: Row) -> list[tuple[Seen, Pair]]:
    """Everything that the row speaks of, each in several ways."""
    shown = [(seen, list(pairs(seen))) for seen in POSSIBLE if row.fits(seen)]
    assert all(ways for _, ways in shown)
    return [(seen, pair) for seen, ways in shown for pair in ways]


def _decided(pair: Pair, policy: PrivatePolicy) -> Match:
    return decide(
        pair.customer,
        [pair.account],
        on=DAY,
        earlier_account_id=pair.earlier_account_id,
        private_policy=policy,
        home_country=HOME,
    )


def _by_row(row: Row, pair: Pair, policy: PrivatePolicy) -> Match:
    only = (pair.account,)
    match row.verdict:
        case Verdict.IS:
            return Found(pair.account, promote=False, notes=row.notes)
        case Verdict.ASK:
            assert row.kind is not None
            return Ask(row.kind, only, pair.account)
        case Verdict.POLICY:
            by_policy: dict[PrivatePolicy, Match] = {
                PrivatePolicy.NEW: New(only),
                PrivatePolicy.ASK: Ask(AskKind.NO_SECOND_FACT, only, pair.account),
                PrivatePolicy.COLLECTIVE: Collective(only),
            }
            return by_policy[policy]
        case Verdict.MARK:
            return New(only)
        case Verdict.NOT:
            return New()
