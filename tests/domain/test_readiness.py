"""How far a tenant is and what comes next."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from mice_exact_plugin.domain.readiness import Facts, Stage, Step, assess

ALL_DONE = Facts(
    is_granted=True,
    is_logged_in=True,
    has_division=True,
    is_loaded=True,
    has_settings=True,
    is_switched_on=True,
)


@pytest.mark.parametrize(
    ("changes", "stage", "step"),
    [
        ({}, Stage.ENABLED, None),
        ({"is_switched_on": False}, Stage.CONFIGURED, Step.SWITCH_ON),
        ({"has_settings": False}, Stage.CONNECTED, Step.SAVE_SETTINGS),
        ({"is_loaded": False}, Stage.ACTIVATED, Step.LOAD_DATA),
        ({"has_division": False}, Stage.ACTIVATED, Step.CHOOSE_DIVISION),
        ({"is_logged_in": False}, Stage.ACTIVATED, Step.CONNECT),
        ({"is_granted": False}, Stage.INSTALLED, Step.ASK_FOR_ACTIVATION),
        ({"is_granted": False, "was_withdrawn": True}, Stage.DEACTIVATED, Step.ASK_FOR_ACTIVATION),
        ({"is_logged_in": False, "is_dead": True}, Stage.ENABLED, Step.LOG_IN_AGAIN),
        ({"is_logged_in": False, "is_dead": True, "has_settings": False}, Stage.CONNECTED, Step.LOG_IN_AGAIN),
    ],
)
def test_the_stage_names_the_next_step(changes: dict[str, Any], stage: Stage, step: Step | None) -> None:
    readiness = assess(replace(ALL_DONE, **changes))
    assert (readiness.stage, readiness.next_step) == (stage, step)
    assert readiness.posts is (changes == {})


@pytest.mark.parametrize(
    ("changes", "queues"),
    [
        ({}, True),
        ({"is_switched_on": False}, True),
        ({"is_logged_in": False}, True),
        ({"is_dead": True}, True),
        ({"is_granted": False}, False),
        ({"is_granted": False, "was_withdrawn": True}, False),
    ],
)
def test_sending_queues_from_activation_on(changes: dict[str, Any], queues: bool) -> None:
    assert assess(replace(ALL_DONE, **changes)).queues is queues
