"""Control of what comes in: the request log, the faults, and how many calls ran at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.faults.rules import KINDS

if TYPE_CHECKING:
    from aiohttp import web

    from simulator.control.handling import Body
    from simulator.simulator import Simulator


def log(simulator: Simulator, wire: web.Request, _: Body) -> dict[str, Any]:
    """The calls that fit `path` (a pattern), `method`, `status`, `division`, `app`, `user`, `fault`, `since`."""
    found = [entry.as_json() for entry in simulator.log.select(wire.query)]
    return {"count": len(found), "requests": found}


def clear_log(simulator: Simulator, _: web.Request, __: Body) -> dict[str, Any]:
    simulator.log.clear()
    simulator.gauge.clear()
    return {"cleared": True}


def counts(simulator: Simulator, _: web.Request, __: Body) -> dict[str, Any]:
    return simulator.log.counts()


def concurrency(simulator: Simulator, _: web.Request, __: Body) -> dict[str, Any]:
    return simulator.gauge.highest()


def faults(simulator: Simulator, _: web.Request, __: Body) -> dict[str, Any]:
    return {"faults": [rule.as_json() for rule in simulator.faults.rules], "kinds": KINDS}


def add_fault(simulator: Simulator, _: web.Request, body: Body) -> dict[str, Any]:
    return simulator.faults.add(body).as_json()


def clear_faults(simulator: Simulator, _: web.Request, __: Body) -> dict[str, Any]:
    simulator.faults.rules.clear()
    return {"cleared": True}
