"""How the link stands: one state for every fact, and what comes first when several hold."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import combinations
from typing import Any, Unpack

import pytest

from mice_exact_plugin.domain.kept import Why
from mice_exact_plugin.domain.readiness import Readiness, Stage, Step
from mice_exact_plugin.domain.standing import KINDS, STILL, Cure, Facts, RunFacts, State, assess

NOW = datetime(2026, 11, 26, 16, 0, tzinfo=UTC)
NIGHT = NOW + timedelta(hours=9)
READY = Readiness(Stage.ENABLED, None)
FACTS = Facts(READY, NOW, next_run_at=NIGHT, site="NL")


def ended(reason: str, **details: Unpack[Why]) -> dict[str, Any]:
    return {"ended": RunFacts(reason, details, since=NOW)}


def under_way(reason: str | None = None) -> dict[str, Any]:
    return {"under_way": RunFacts(reason, {}, since=NOW, until=NIGHT)}


def steps(step: Step, **facts: Any) -> dict[str, Any]:
    return {"ready": Readiness(Stage.CONFIGURED, step), **facts}


NOT_ACTIVE = Readiness(Stage.INSTALLED, Step.ASK_FOR_ACTIVATION)
#: In order of precedence: each state with the least that brings it about.
TABLE: tuple[tuple[State, dict[str, Any]], ...] = (
    (State.ASKED, {"ready": NOT_ACTIVE, "asked_at": NOW}),
    (State.DEACTIVATED, {"ready": Readiness(Stage.DEACTIVATED, Step.ASK_FOR_ACTIVATION), "withdrawn_at": NOW}),
    (State.INSTALLED, {"ready": NOT_ACTIVE}),
    (State.LOG_IN_DEAD, steps(Step.LOG_IN_AGAIN)),
    (State.DISCONNECTED, steps(Step.CONNECT, disconnected_at=NOW)),
    (State.NOT_CONNECTED, steps(Step.CONNECT)),
    (State.NO_ADMINISTRATION, steps(Step.CHOOSE_DIVISION)),
    (State.NO_DATA, steps(Step.LOAD_DATA)),
    (State.NOT_CONFIGURED, steps(Step.SAVE_SETTINGS)),
    (State.OFF, steps(Step.SWITCH_ON)),
    (State.BLOCKED_USER, ended("not_allowed", kind="BlockedUser")),
    (State.INACTIVE_USER, ended("not_allowed", kind="InactiveUser")),
    (State.BLOCKED_CUSTOMER, ended("not_allowed", kind="BlockedCustomer")),
    (State.LICENSE_EXPIRED, ended("not_allowed", kind="LicenseExpired")),
    (State.DIVISION_BLOCKED, ended("not_allowed", kind="DivisionBlocked")),
    (State.DIVISION_ARCHIVED, ended("not_allowed", kind="DivisionArchived")),
    (State.NO_DIVISION_ACCESS, ended("not_allowed", kind="NoDivisionAccess")),
    (State.RIGHT_MISSING, ended("right_missing", kind="forbidden", method="POST", endpoint="salesentry/SalesEntries")),
    (State.NO_RELATION_RIGHT, ended("no_relation_right", method="POST", endpoint="crm/Accounts")),
    (State.LIST_SUSPICIOUS, ended("mirror_incomplete", lists=[])),
    (State.READING_REFUSED, ended("reading_refused", kind="unknown")),
    (State.KEY_MISSING, ended("secret_unreadable")),
    (State.OUR_FAULT, ended("broken")),
    (State.LIMITS_SPENT, under_way("minute_spent")),
    (State.RESTING, under_way("salesentry/SalesEntries")),
    (State.LOG_IN_DOUBTED, under_way("token_voided")),
    (State.UNREACHABLE, under_way("exact_unreachable")),
    (State.RUNNING, under_way()),
    (State.STANDS_STILL, {"next_run_at": NOW - STILL - timedelta(seconds=1)}),
    (State.FINE, {}),
)


def test_the_table_names_every_state_in_its_order() -> None:
    assert [state for state, _ in TABLE] == list(State) == list(KINDS)


@pytest.mark.parametrize(("state", "facts"), TABLE)
def test_every_state_comes_about(state: State, facts: dict[str, Any]) -> None:
    found = assess(replace(FACTS, **facts))
    assert found.state is state
    assert (found.next_run_at is None) == KINDS[state].holds, "no promise of a night in which nothing is booked"


def test_what_comes_first_is_said_first() -> None:
    for (state, facts), (other, others) in combinations([row for row in TABLE if row[1]], 2):
        if not facts.keys() & others.keys():
            assert assess(replace(FACTS, **others, **facts)).state is state, other


@pytest.mark.parametrize(
    ("facts", "since", "until", "details"),
    [
        ({}, None, None, {}),
        ({"ready": NOT_ACTIVE, "asked_at": NOW}, NOW, None, {}),
        ({"ready": Readiness(Stage.DEACTIVATED, Step.ASK_FOR_ACTIVATION), "withdrawn_at": NOW}, NOW, None, {}),
        (steps(Step.CONNECT, disconnected_at=NOW), NOW, None, {}),
        (steps(Step.CONNECT), None, None, {}),
        (ended("reading_refused", kind="unknown"), NOW, None, {"kind": "unknown"}),
        (under_way("minute_spent"), NOW, NIGHT, {}),
        ({"next_run_at": NOW - 2 * STILL}, NOW - 2 * STILL, None, {}),
        ({"next_run_at": NOW - 3 * STILL, "ran_at": NOW - 2 * STILL}, NOW - 2 * STILL, None, {}),
    ],
)
def test_what_a_page_says_of_it(
    facts: dict[str, Any], since: datetime | None, until: datetime | None, details: Why
) -> None:
    found = assess(replace(FACTS, asks_approval=True, **facts))
    assert (found.since, found.until, found.params) == (since, until, details)
    assert (found.at, found.site, found.asks_approval) == (NOW, "NL", True)
    assert found.ready is facts.get("ready", READY)
    assert found.books_at == (NIGHT if found.state is State.FINE else None)
    assert found.is_fine is (found.state is State.FINE)


def test_what_time_cures_is_forgotten_as_soon_as_the_next_run_tries() -> None:
    away = ended("exact_unreachable")
    assert assess(replace(FACTS, **away)).state is State.UNREACHABLE
    assert assess(replace(FACTS, **away, **under_way())).state is State.RUNNING
    assert assess(replace(FACTS, **ended("mirror_incomplete"), **under_way())).state is State.LIST_SUSPICIOUS


@pytest.mark.parametrize("reason", ["slice_over", "writer_busy", "refresh_busy", "lease_lost", None])
def test_a_run_that_waits_for_its_turn_is_under_way(reason: str | None) -> None:
    assert assess(replace(FACTS, **under_way(reason))).state is State.RUNNING


@pytest.mark.parametrize("reason", ["reaped", "administration_changed", "switch_on", None])
def test_an_end_that_says_nothing_of_the_link_leaves_it_fine(reason: str | None) -> None:
    assert assess(replace(FACTS, ended=RunFacts(reason))).state is State.FINE


@pytest.mark.parametrize(
    ("ran_at", "beat_at", "state"),
    [
        (None, None, State.STANDS_STILL),
        (NOW, None, State.FINE),
        (NOW, NOW - 2 * STILL, State.STANDS_STILL),
        (None, NOW, State.RUNNING),
    ],
)
def test_a_sign_of_life_is_a_run_that_ended_or_goes_on(
    ran_at: datetime | None, beat_at: datetime | None, state: State
) -> None:
    run = RunFacts(since=NOW, beat_at=beat_at) if beat_at else None
    assert assess(replace(FACTS, next_run_at=NOW - 2 * STILL, ran_at=ran_at, under_way=run)).state is state


def test_what_came_by_itself_and_holds_invoices_up_is_told() -> None:
    told = {state for state, kind in KINDS.items() if kind.is_told}
    assert told >= {state for state in State if KINDS[state].cure in (Cure.EXACT, Cure.RELOAD, Cure.LOG_IN)}
    assert not told & {State.OFF, State.DISCONNECTED, State.DEACTIVATED, State.INSTALLED, State.FINE, State.RUNNING}
