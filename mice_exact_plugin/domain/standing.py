"""How the link stands, in one answer: the first state of the table below that the facts of a tenant meet."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from mice_exact_plugin.domain.kept import Why
from mice_exact_plugin.domain.readiness import Readiness, Stage, Step
from mice_exact_plugin.domain.run import is_endpoint


class Cure(StrEnum):
    """What ends a state; worded, and given an address, where it is shown."""

    NONE = "none"
    CHAT = "chat"
    CONNECT = "connect"
    CHOOSE = "choose"
    LOAD = "load"
    SETTINGS = "settings"
    SWITCH_ON = "switch_on"
    LOG_IN = "log_in"
    RELOAD = "reload"
    EXACT = "exact"
    """Something in Exact Online, and then another run."""
    WAIT = "wait"
    """Time does it."""


class State(StrEnum):
    """In order of precedence: what comes first must be cured first."""

    ASKED = "asked"
    DEACTIVATED = "deactivated"
    INSTALLED = "installed"
    LOG_IN_DEAD = "log_in_dead"
    DISCONNECTED = "disconnected"
    NOT_CONNECTED = "not_connected"
    NO_ADMINISTRATION = "no_administration"
    NO_DATA = "no_data"
    NOT_CONFIGURED = "not_configured"
    OFF = "off"
    # what ended the last run
    BLOCKED_USER = "blocked_user"
    INACTIVE_USER = "inactive_user"
    BLOCKED_CUSTOMER = "blocked_customer"
    LICENSE_EXPIRED = "license_expired"
    DIVISION_BLOCKED = "division_blocked"
    DIVISION_ARCHIVED = "division_archived"
    NO_DIVISION_ACCESS = "no_division_access"
    RIGHT_MISSING = "right_missing"
    NO_RELATION_RIGHT = "no_relation_right"
    """Only customers who are new wait for it; the others are booked."""
    LIST_SUSPICIOUS = "list_suspicious"
    READING_REFUSED = "reading_refused"
    KEY_MISSING = "key_missing"
    OUR_FAULT = "our_fault"
    # what a run waits for
    LIMITS_SPENT = "limits_spent"
    RESTING = "resting"
    LOG_IN_DOUBTED = "log_in_doubted"
    UNREACHABLE = "unreachable"
    RUNNING = "running"
    STANDS_STILL = "stands_still"
    """Nobody begins the nights, or works on the run that began: whoever runs the platform has to see to it."""
    FINE = "fine"


@dataclass(frozen=True, slots=True)
class Kind:
    """What a state means for whoever waits.

    Attributes:
        cure: what ends it.
        holds: nothing is booked until a person has done something.
        is_told: it came by itself and keeps invoices from being booked, so the administrators get a mail.
    """

    cure: Cure
    holds: bool = True
    is_told: bool = False


_IN_EXACT = Kind(Cure.EXACT, is_told=True)
_PASSES = Kind(Cure.WAIT, holds=False)

KINDS: dict[State, Kind] = {
    State.ASKED: Kind(Cure.CHAT),
    State.DEACTIVATED: Kind(Cure.CHAT),
    State.INSTALLED: Kind(Cure.CHAT),
    State.LOG_IN_DEAD: Kind(Cure.LOG_IN, is_told=True),
    State.DISCONNECTED: Kind(Cure.CONNECT),
    State.NOT_CONNECTED: Kind(Cure.CONNECT),
    State.NO_ADMINISTRATION: Kind(Cure.CHOOSE),
    State.NO_DATA: Kind(Cure.LOAD),
    State.NOT_CONFIGURED: Kind(Cure.SETTINGS),
    State.OFF: Kind(Cure.SWITCH_ON),
    State.BLOCKED_USER: _IN_EXACT,
    State.INACTIVE_USER: _IN_EXACT,
    State.BLOCKED_CUSTOMER: _IN_EXACT,
    State.LICENSE_EXPIRED: _IN_EXACT,
    State.DIVISION_BLOCKED: _IN_EXACT,
    State.DIVISION_ARCHIVED: Kind(Cure.CHOOSE, is_told=True),
    State.NO_DIVISION_ACCESS: _IN_EXACT,
    State.RIGHT_MISSING: _IN_EXACT,
    State.NO_RELATION_RIGHT: Kind(Cure.EXACT, holds=False, is_told=True),
    State.LIST_SUSPICIOUS: Kind(Cure.RELOAD, is_told=True),
    State.READING_REFUSED: _IN_EXACT,
    State.KEY_MISSING: Kind(Cure.LOG_IN, is_told=True),
    State.OUR_FAULT: Kind(Cure.CHAT, is_told=True),
    State.LIMITS_SPENT: _PASSES,
    State.RESTING: _PASSES,
    State.LOG_IN_DOUBTED: _PASSES,
    State.UNREACHABLE: Kind(Cure.WAIT, holds=False, is_told=True),
    State.RUNNING: Kind(Cure.NONE, holds=False),
    State.STANDS_STILL: Kind(Cure.CHAT),
    State.FINE: Kind(Cure.NONE, holds=False),
}

#: `Reason` of a 403 (picqer/exact-php-client pull 451), and the archive, which we look up.
_REASONS = {
    "BlockedUser": State.BLOCKED_USER,
    "InactiveUser": State.INACTIVE_USER,
    "BlockedCustomer": State.BLOCKED_CUSTOMER,
    "LicenseExpired": State.LICENSE_EXPIRED,
    "DivisionBlocked": State.DIVISION_BLOCKED,
    "DivisionArchived": State.DIVISION_ARCHIVED,
    "NoDivisionAccess": State.NO_DIVISION_ACCESS,
}

#: Why a run ended before all was done, in the codes that the run keeps.
_ENDS = {
    "not_allowed": State.RIGHT_MISSING,
    "right_missing": State.RIGHT_MISSING,
    "no_relation_right": State.NO_RELATION_RIGHT,
    "mirror_incomplete": State.LIST_SUSPICIOUS,
    "reading_refused": State.READING_REFUSED,
    "secret_unreadable": State.KEY_MISSING,
    "broken": State.OUR_FAULT,
    "slice_died": State.OUR_FAULT,
    "database_away": State.OUR_FAULT,
    "exact_unreachable": State.UNREACHABLE,
    "refresh_unanswered": State.UNREACHABLE,
}

#: Why a run waits.
_WAITS = {
    "minute_spent": State.LIMITS_SPENT,
    "day_spent": State.LIMITS_SPENT,
    "answered_429": State.LIMITS_SPENT,
    "token_endpoint_429": State.LIMITS_SPENT,
    "token_voided": State.LOG_IN_DOUBTED,
    "refresh_unanswered": State.UNREACHABLE,
    "exact_unreachable": State.UNREACHABLE,
    "database_away": State.OUR_FAULT,
}

_STEPS = {
    Step.LOG_IN_AGAIN: State.LOG_IN_DEAD,
    Step.CHOOSE_DIVISION: State.NO_ADMINISTRATION,
    Step.LOAD_DATA: State.NO_DATA,
    Step.SAVE_SETTINGS: State.NOT_CONFIGURED,
    Step.SWITCH_ON: State.OFF,
}


#: A tick comes every five minutes and a sign of life every few seconds; a busy night makes none wait this long.
STILL = timedelta(hours=3)


@dataclass(frozen=True, slots=True)
class RunFacts:
    """What a run tells of itself: why it waits or ended, since when, and its last sign of life, or when it goes on."""

    reason: str | None = None
    details: Why = field(default_factory=Why)
    since: datetime | None = None
    until: datetime | None = None
    beat_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a tenant's link.

    Attributes:
        ended: the last run that ended, unless somebody has done something about what ended it.
        under_way: the run that has not ended yet.
    """

    ready: Readiness
    now: datetime
    asked_at: datetime | None = None
    withdrawn_at: datetime | None = None
    disconnected_at: datetime | None = None
    ended: RunFacts | None = None
    under_way: RunFacts | None = None
    next_run_at: datetime | None = None
    site: str = ""
    asks_approval: bool = False
    ran_at: datetime | None = None
    """When the last run ended, whatever it came to."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How the link stands `at` a moment; `params` are the figures and names of its sentence."""

    state: State
    ready: Readiness
    at: datetime
    params: Why = field(default_factory=Why)
    since: datetime | None = None
    until: datetime | None = None
    next_run_at: datetime | None = None
    site: str = ""
    """The country version, which a new log-in goes to."""
    asks_approval: bool = False
    """A person says yes to each invoice before it is booked."""

    @property
    def kind(self) -> Kind:
        return KINDS[self.state]

    @property
    def books_at(self) -> datetime | None:
        """When what is ready is booked, as far as anybody can tell."""
        return self.next_run_at if self.state in (State.FINE, State.NO_RELATION_RIGHT) else None

    @property
    def is_fine(self) -> bool:
        return self.state in (State.FINE, State.RUNNING)


def assess(facts: Facts) -> Standing:
    """The one answer; every page, command and mail words it and none looks further."""
    found = _setting_up(facts) or _ended(facts) or _under_way(facts) or _stands_still(facts)
    return found or _standing(State.FINE, RunFacts(), facts)


def _setting_up(facts: Facts) -> Standing | None:
    if facts.ready.stage in (Stage.INSTALLED, Stage.DEACTIVATED):
        return _not_activated(facts)
    step = facts.ready.next_step
    if step is Step.CONNECT:
        state = State.NOT_CONNECTED if facts.disconnected_at is None else State.DISCONNECTED
        return _standing(state, RunFacts(since=facts.disconnected_at), facts)
    return _standing(_STEPS[step], RunFacts(), facts) if step in _STEPS else None


def _not_activated(facts: Facts) -> Standing:
    if facts.asked_at is not None:
        return _standing(State.ASKED, RunFacts(since=facts.asked_at), facts)
    if facts.ready.stage is Stage.DEACTIVATED:
        return _standing(State.DEACTIVATED, RunFacts(since=facts.withdrawn_at), facts)
    return _standing(State.INSTALLED, RunFacts(), facts)


def _ended(facts: Facts) -> Standing | None:
    """What ended the last run; a run that is under way finds out anew what time may have cured."""
    if facts.ended is None or facts.ended.reason is None:
        return None
    refused = State.READING_REFUSED if is_endpoint(facts.ended.reason) else None
    state = _ENDS.get(facts.ended.reason, refused)
    if state is None or (facts.under_way is not None and KINDS[state].cure is Cure.WAIT):
        return None
    return _standing(_REASONS.get(str(facts.ended.details.get("kind")), state), facts.ended, facts)


def _under_way(facts: Facts) -> Standing | None:
    run = facts.under_way
    if run is None or _is_over(run.beat_at, facts.now):
        return None
    state = _WAITS.get(run.reason or "")
    if state is None and is_endpoint(run.reason or ""):
        state = State.RESTING
    return _standing(state or State.RUNNING, run, facts)


def _stands_still(facts: Facts) -> Standing | None:
    """A run without a sign of life, or a night that should have begun since the last run and did not."""
    run = facts.under_way
    since = run.beat_at if run else max(filter(None, (facts.next_run_at, facts.ran_at)), default=None)
    if facts.next_run_at is None or not _is_over(since, facts.now):
        return None
    return _standing(State.STANDS_STILL, RunFacts(since=since), facts)


def _is_over(moment: datetime | None, now: datetime) -> bool:
    return moment is not None and moment + STILL < now


def _standing(state: State, run: RunFacts, facts: Facts) -> Standing:
    next_run_at = None if KINDS[state].holds else facts.next_run_at
    return Standing(
        state, facts.ready, facts.now, run.details, run.since, run.until, next_run_at, facts.site, facts.asks_approval
    )
