"""How far a tenant is with the link, and the one step that comes next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """From bought to running. `CONFIGURED` is everything chosen and the switch off: the badge says *gepauzeerd*."""

    INSTALLED = "installed"
    ACTIVATED = "activated"
    CONNECTED = "connected"
    CONFIGURED = "configured"
    ENABLED = "enabled"
    DEACTIVATED = "deactivated"


class Step(StrEnum):
    """What a person does next."""

    ASK_FOR_ACTIVATION = "ask_for_activation"
    CONNECT = "connect"
    LOG_IN_AGAIN = "log_in_again"
    CHOOSE_DIVISION = "choose_division"
    LOAD_DATA = "load_data"
    SAVE_SETTINGS = "save_settings"
    SWITCH_ON = "switch_on"


#: While one of these comes next there is nothing to choose from.
BEFORE_SETTINGS = frozenset({Step.CONNECT, Step.LOG_IN_AGAIN, Step.CHOOSE_DIVISION, Step.LOAD_DATA})


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a tenant. Data and settings are those of the administration that is chosen now."""

    is_granted: bool = False
    was_withdrawn: bool = False
    is_logged_in: bool = False
    is_dead: bool = False
    """There was a log-in and Exact no longer accepts it."""
    has_division: bool = False
    is_loaded: bool = False
    has_settings: bool = False
    is_switched_on: bool = False


@dataclass(frozen=True, slots=True)
class Readiness:
    """The stage reached; `next_step` is None when all is done."""

    stage: Stage
    next_step: Step | None

    @property
    def queues(self) -> bool:
        """Whether sending an invoice puts it in the queue."""
        return self.stage not in (Stage.INSTALLED, Stage.DEACTIVATED)

    @property
    def posts(self) -> bool:
        """Whether a run may book."""
        return self.stage is Stage.ENABLED and self.next_step is None


def assess(facts: Facts) -> Readiness:
    """The stage that the facts have reached. A dead log-in costs no stage: the rows stay, only posting stops."""
    if not facts.is_granted:
        return Readiness(Stage.DEACTIVATED if facts.was_withdrawn else Stage.INSTALLED, Step.ASK_FOR_ACTIVATION)
    stage, step = _stage_of_link(facts)
    return Readiness(stage, Step.LOG_IN_AGAIN if facts.is_dead else step)


def _stage_of_link(facts: Facts) -> tuple[Stage, Step | None]:
    if not (facts.is_logged_in or facts.is_dead):
        return Stage.ACTIVATED, Step.CONNECT
    if not facts.has_division:
        return Stage.ACTIVATED, Step.CHOOSE_DIVISION
    if not facts.is_loaded:
        return Stage.ACTIVATED, Step.LOAD_DATA
    if not facts.has_settings:
        return Stage.CONNECTED, Step.SAVE_SETTINGS
    if not facts.is_switched_on:
        return Stage.CONFIGURED, Step.SWITCH_ON
    return Stage.ENABLED, None
