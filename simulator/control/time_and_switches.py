"""Control of the clock, the switches, the limits and the whole state."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from simulator import snapshots
from simulator.control.handling import Body, ControlError
from simulator.oauth.apps import plain_id
from simulator.switches import Switches

if TYPE_CHECKING:
    from aiohttp import web

    from simulator.simulator import Simulator


def clock(simulator: Simulator, _: web.Request, __: Body) -> dict[str, Any]:
    now = simulator.clock.now()
    return {"now": now.isoformat(), "frozen": simulator.clock.frozen, "offset": simulator.clock.offset.total_seconds()}


def move_clock(simulator: Simulator, wire: web.Request, body: Body) -> dict[str, Any]:
    if body.get("freeze"):
        simulator.clock.freeze()
    elif "freeze" in body:
        simulator.clock.thaw()
    if "advance_seconds" in body:
        simulator.clock.advance(timedelta(seconds=float(body["advance_seconds"])))
    if "to" in body:
        simulator.clock.move_to(str(body["to"]))
    return clock(simulator, wire, body)


def switches(simulator: Simulator, _: web.Request, __: Body) -> dict[str, Any]:
    return {"values": simulator.switches.values(), "described": Switches.described()}


def set_switches(simulator: Simulator, wire: web.Request, body: Body) -> dict[str, Any]:
    for name, value in body.items():
        simulator.switches.set(name, value)
    return switches(simulator, wire, body)


def limits(simulator: Simulator, _: web.Request, __: Body) -> dict[str, Any]:
    return {"calls": simulator.limits.overview(), "errors": simulator.errors.overview()}


def set_limits(simulator: Simulator, wire: web.Request, body: Body) -> dict[str, Any]:
    """Spend the allowance of an app in a division, as another process would; `{}` clears all counters."""
    if not body:
        simulator.limits.clear()
        simulator.errors.clear()
        return limits(simulator, wire, body)
    app = plain_id(str(body.get("app", next(iter(simulator.apps)))))
    simulator.limits.spend(app, int(body["division"]), body.get("minute_used"), body.get("day_used"))
    return limits(simulator, wire, body)


def snapshot(simulator: Simulator, _: web.Request, body: Body) -> dict[str, Any]:
    name = str(body.get("name", "default"))
    simulator.snapshots[name] = snapshots.take(simulator)
    return {"snapshot": name}


def restore(simulator: Simulator, _: web.Request, body: Body) -> dict[str, Any]:
    name = str(body.get("name", "default"))
    taken = simulator.snapshots.get(name)
    if taken is None:
        raise ControlError(f"no snapshot {name!r}")
    snapshots.restore(simulator, taken)
    return {"restored": name}


def reset(simulator: Simulator, _: web.Request, __: Body) -> dict[str, Any]:
    simulator.reset()
    return {"reset": True}
