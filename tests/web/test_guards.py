"""Who may do what, for every role."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from mice_exact_plugin.domain.readiness import Readiness, Stage, Step
from mice_exact_plugin.web.frame import frame
from mice_exact_plugin.web.guards import Access, may

ALLOWED = {
    "beheerder": {Access.READ, Access.DECIDE, Access.SETUP},
    "billing": {Access.READ, Access.DECIDE},
    "support": {Access.READ},
    "planner": set(),
    "staf": set(),
    "crew": set(),
}


READ = ["Overzicht", "Te doen", "Debiteuren", "ICP", "Aanbetalingen", "Niet meegenomen", "Geschiedenis"]


def user(*roles: str, is_support: bool = False) -> Any:
    return SimpleNamespace(roles=frozenset(roles), is_support=is_support)


def user_called(name: str) -> Any:
    return user(is_support=True) if name == "support" else user(name)


@pytest.mark.parametrize("name", ALLOWED)
def test_every_role_has_exactly_its_accesses(name: str) -> None:
    assert {access for access in Access if may(user_called(name), access)} == ALLOWED[name]


def test_nobody_may_nothing_and_two_roles_add_up() -> None:
    assert not any(may(None, access) for access in Access)
    assert may(user("planner", "billing"), Access.DECIDE)


def test_support_with_a_role_of_a_venue_still_only_reads() -> None:
    assert not may(user("beheerder", is_support=True), Access.SETUP)


@pytest.mark.parametrize(
    ("name", "labels"),
    [
        ("beheerder", [*READ[:6], "Inrichting", "Instellingen", "Geschiedenis", "Verbinding"]),
        ("billing", READ),
        ("support", READ),
    ],
)
def test_tabs_lead_only_where_a_person_may_go(name: str, labels: list[str]) -> None:
    tabs = frame("x", "history", Readiness(Stage.ENABLED, None), user_called(name)).tabs
    assert [tab.label for tab in tabs] == labels
    assert [tab.label for tab in tabs if tab.is_current] == ["Geschiedenis"]


def test_a_withdrawn_link_leaves_only_what_can_be_read() -> None:
    ready = Readiness(Stage.DEACTIVATED, Step.ASK_FOR_ACTIVATION)
    assert [tab.label for tab in frame("x", "", ready, user("beheerder")).tabs] == [
        "Overzicht",
        "Te doen",
        "Aanbetalingen",
        "Geschiedenis",
    ]


def test_the_steps_of_setting_up_show_where_one_is() -> None:
    ready = Readiness(Stage.ACTIVATED, Step.CHOOSE_DIVISION)
    shown = frame("x", "connection", ready, user("beheerder"))
    assert [step.place for step in shown.steps] == ["done", "done", "now", "later", "later"]
    assert shown.tabs == ()
    assert frame("x", "connection", ready, user("billing")).steps == ()
    assert frame("x", "connection", Readiness(Stage.ENABLED, None), user("beheerder")).steps == ()


def test_beside_the_steps_stand_no_tabs_and_elsewhere_what_shows_lists_waits_for_them() -> None:
    shown = frame("x", "overview", Readiness(Stage.ACTIVATED, Step.CHOOSE_DIVISION), user("beheerder"), {"to_do": 3})
    assert shown.steps == ()
    assert [tab.label for tab in shown.tabs] == [*READ[:2], *READ[4:], "Verbinding"]
    assert [tab.count for tab in shown.tabs if tab.count] == [3]
