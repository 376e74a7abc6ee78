"""The map of the control API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web

from simulator.control import people, rows, time_and_switches, traffic
from simulator.control.handling import Control, handler

if TYPE_CHECKING:
    from simulator.simulator import Simulator

ROUTES: tuple[tuple[str, str, Control], ...] = (
    ("GET", "clock", time_and_switches.clock),
    ("POST", "clock", time_and_switches.move_clock),
    ("GET", "switches", time_and_switches.switches),
    ("POST", "switches", time_and_switches.set_switches),
    ("GET", "limits", time_and_switches.limits),
    ("POST", "limits", time_and_switches.set_limits),
    ("POST", "snapshot", time_and_switches.snapshot),
    ("POST", "restore", time_and_switches.restore),
    ("POST", "reset", time_and_switches.reset),
    ("GET", "log", traffic.log),
    ("DELETE", "log", traffic.clear_log),
    ("GET", "counts", traffic.counts),
    ("GET", "concurrency", traffic.concurrency),
    ("GET", "faults", traffic.faults),
    ("POST", "faults", traffic.add_fault),
    ("DELETE", "faults", traffic.clear_faults),
    ("GET", "users", people.users),
    ("POST", "users", people.change_user),
    ("POST", "apps", people.add_app),
    ("POST", "login", people.log_in),
    ("POST", "revoke", people.revoke),
    ("POST", "divisions/{division}", rows.change_division),
    ("GET", "divisions/{division}/rows/{resource}", rows.rows),
    ("POST", "divisions/{division}/rows/{resource}", rows.change_rows),
    ("GET", "divisions/{division}/entries", rows.entries),
    ("GET", "divisions/{division}/accounts", rows.accounts),
    ("GET", "divisions/{division}/balance", rows.balance),
    ("GET", "divisions/{division}/vat_return", rows.vat_return),
)


def routes(simulator: Simulator) -> list[web.RouteDef]:
    return [web.route(method, f"/_control/{path}", handler(simulator, control)) for method, path, control in ROUTES]
