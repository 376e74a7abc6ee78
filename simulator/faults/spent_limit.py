"""A 429 that the client's own calls do not explain: another process has spent the same allowance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.answers import Answer
from simulator.api.gate import Gate

if TYPE_CHECKING:
    from simulator.answers import Request
    from simulator.request_log import Entry
    from simulator.simulator import Simulator


def spent_limit(simulator: Simulator, entry: Entry, request: Request, fault: dict[str, Any]) -> Answer:
    """The 429 of one family of headers, with nothing left in it; the counters themselves stay as they are."""
    caller = Gate(simulator).owner(request, entry)
    day, minute = simulator.limits.families(caller.app.client_id if caller else "", entry.division or 0)
    family = day if fault.get("family") == "day" else minute
    headers = family.headers()
    headers[f"{family.prefix}Remaining"] = "0"
    return Answer(429, headers=headers)
