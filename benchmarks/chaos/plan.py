"""What goes wrong in one run, drawn from a seed: faults of Exact by protocol step, and harm to processes by moment."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Which requests belong to a step of the protocol: method and path.
STEPS: dict[str, tuple[str, str]] = {
    "read reference data": ("GET", r"/(sync|financial|vat|cashflow)/"),
    "search entries": ("GET", r"/salesentry/SalesEntries"),
    "search debtor": ("GET", r"/crm/Accounts"),
    "refresh token": ("POST", r"/oauth2/token"),
    "create debtor": ("POST", r"/crm/Accounts"),
    "promote debtor": ("PUT", r"/crm/Accounts"),
    "post entry": ("POST", r"/salesentry/SalesEntries"),
}
#: How often a step is drawn: the writes matter most, and there are few of the others.
WEIGHTS = {"post entry": 9, "create debtor": 5, "search entries": 3, "read reference data": 3, "promote debtor": 2}
OCCURRENCES = {"post entry": 8, "read reference data": 6, "search entries": 2, "create debtor": 3, "promote debtor": 2}
#: In seconds, with a request deadline of 0.8: slow and drip end on both sides of it, and a late commit comes well
#: within the settle time of two, as it must in production, also where the sender sleeps and lets its line stand.
FAULTS: tuple[dict[str, Any], ...] = (
    {"kind": "drop_before"},
    {"kind": "drop_after_commit"},
    {"kind": "drop_after_commit"},
    {"kind": "commit_after_client_gone", "patience": 1.4},
    {"kind": "commit_after_client_gone", "patience": 1.4, "seconds": 1.4},
    {"kind": "slow", "seconds": 0.4},
    {"kind": "slow", "seconds": 1.2},
    {"kind": "slow", "seconds": 1.2, "when": "before"},
    {"kind": "drip", "bytes": 40, "seconds": 0.1},
    {"kind": "html_500"},
    {"kind": "html_503"},
    {"kind": "html_503", "commit": True},
    {"kind": "json_500"},
    {"kind": "json_500", "commit": True},
    {"kind": "429"},
    {"kind": "429", "commit": True},
    {"kind": "401"},
    {"kind": "truncated_json"},
    {"kind": "bare_array"},
)
#: What the token endpoint can do without ending the log-in for good, and what it can do besides.
TOKEN_FAULTS: tuple[dict[str, Any], ...] = (
    {"kind": "drop_before"},
    {"kind": "slow", "seconds": 0.5},
    {"kind": "html_503"},
    {"kind": "drop_after_commit"},
)
HARMS = ("kill job", "kill worker", "kill worker and job", "stop job", "stop job", "flush redis", "kill redis")


@dataclass(frozen=True, slots=True)
class NetFault:
    """One answer of Exact that goes wrong: the n-th request of a step."""

    step: str
    occurrence: int
    fault: dict[str, Any]

    @property
    def rule(self) -> dict[str, Any]:
        method, path = STEPS[self.step]
        match = {"method": method, "path": path}
        return {"match": match, "occurrence": self.occurrence, "times": 1, "fault": self.fault}


@dataclass(frozen=True, slots=True)
class Harm:
    """Something done to the processes `after` so many seconds; a stopped job sleeps for `sleep`."""

    kind: str
    after: float
    sleep: float = 0.0


@dataclass(frozen=True, slots=True)
class Plan:
    """One run."""

    seed: int
    workers: int
    faults: tuple[NetFault, ...] = field(default=())
    harms: tuple[Harm, ...] = field(default=())


def draw(seed: int, *, is_mixed: bool = False) -> Plan:
    """The same seed draws the same plan; how the processes meet it is up to the machine."""
    random = Random(seed)
    faults = _one_401(_net_fault(random) for _ in range(random.randint(4, 8)))
    if random.random() < 0.3:
        faults.append(NetFault("refresh token", 1, random.choice(TOKEN_FAULTS)))
    harms = [_harm(random) for _ in range(random.randint(2, 5))]
    workers = random.randint(2, 4)
    if is_mixed and random.random() < 0.5:
        harms.append(Harm("close april", random.uniform(0.2, 3.0)))
    return Plan(seed, workers, tuple(faults), tuple(sorted(harms, key=lambda harm: harm.after)))


def _one_401(faults: Iterable[NetFault]) -> list[NetFault]:
    """A second one in a row makes the token void, which a run waits out for as long as Exact keeps it: 570 s."""
    drawn = list(faults)
    refused = [fault for fault in drawn if fault.fault["kind"] == "401"]
    return [fault for fault in drawn if fault not in refused[1:]]


def _net_fault(random: Random) -> NetFault:
    (step,) = random.choices(list(WEIGHTS), list(WEIGHTS.values()))
    return NetFault(step, random.randint(1, OCCURRENCES[step]), random.choice(FAULTS))


def _harm(random: Random) -> Harm:
    return Harm(random.choice(HARMS), random.uniform(0.2, 3.0), random.uniform(1.0, 2.5))
