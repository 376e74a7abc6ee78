"""Three tenants with an administration and an Exact user of their own, night after night, in this process."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, text

from benchmarks.nights.plan import HIT, TENANTS, Fault
from mice_exact_plugin.booking import nightly, starting
from mice_exact_plugin.link.run import RunState
from mice_exact_plugin.setup import upkeep
from sandbox.host.models import Mail, Tenant
from simulator.administrations import BUILDERS
from tests.crash import small
from tests.crash.small import KNOWN
from tests.whole.invoices import CLIENT, document, invoice

if TYPE_CHECKING:
    from pathlib import Path

    from time_machine import Traveller

    from benchmarks.nights.plan import Plan
    from tests.whole.world import World

DIVISIONS = {tenant: 1200001 + number for number, tenant in enumerate(TENANTS)}
#: Ledgers that nothing refers to: more than a tenth of the list.
UNUSED = 20
ENTRIES = "POST salesentry/SalesEntries"


def seeds(folder: Path) -> list[str]:
    """An administration per tenant."""
    names = small.write(folder)
    for tenant, division in DIVISIONS.items():
        seed = small.small(BUILDERS["nl"])
        seed["division"] = {**seed["division"], "Code": division, "Hid": division, "Description": f"Zaal {tenant}"}
        path = folder / f"{division}.json"
        path.write_text(json.dumps(seed), encoding="utf-8")
        names.append(str(path))
    return names


@dataclass
class Play:
    """A plan being played; `mails` counts what each tenant's administrators got on each night."""

    world: World
    folder: Path
    traveller: Traveller
    mails: dict[str, dict[int, list[str]]] = field(default_factory=lambda: {tenant: {} for tenant in TENANTS})
    unused: dict[int, list[dict[str, Any]]] = field(default_factory=dict)

    def prepare(self) -> None:
        for tenant, division in DIVISIONS.items():
            user = f"{tenant}@exact.test"
            self.world.control.call("POST", "users", {"user": user, "divisions": [division], "current": division})
            self.unused[division] = self._add_ledgers(division)
            self.world.tenant(tenant)
            self.world.command("exact", "activate", tenant)
            self.world.log_in(tenant, user=user, divisions=[division])
            self.world.choose(tenant, division)
            self.world.configure(tenant)

    def play(self, plan: Plan) -> None:
        for number in range(1, len(plan.nights[HIT]) + 1):
            self._set(plan, number)
            for tenant in TENANTS:
                self._send(tenant, number, plan.nights[tenant][number - 1].sent)
            self._night(number)

    def _night(self, number: int) -> None:
        """Until after the last of the runs, a tick during the day, and what was mailed since the night before."""
        before = {tenant: len(self._subjects(tenant)) for tenant in TENANTS}
        self._to(hour=1, minute=45)
        for run_id in starting.start_due(self.world.runtime):
            self._finish(run_id)
        upkeep.on_tick(self.world.runtime)
        self._to(hour=12, minute=0)
        upkeep.on_tick(self.world.runtime)
        for tenant in TENANTS:
            if new := self._subjects(tenant)[before[tenant] :]:
                self.mails[tenant][number] = new

    def _finish(self, run_id: int) -> None:
        while (report := nightly.work_on(self.world.runtime, run_id, lambda: False)).state is RunState.WAITING:
            assert report.resume_at is not None
            self._forward(max((report.resume_at - self.world.runtime.now()).total_seconds(), 0) + 0.1)

    def _set(self, plan: Plan, number: int) -> None:
        """Switch the fault on or off for the night to come."""
        control, night = self.world.control, plan.nights[HIT][number - 1]
        silent = [tenant for tenant in TENANTS if not plan.nights[tenant][number - 1].is_mail_up]
        self.world.app.config["MAIL_DOWN"] = frozenset(silent)
        match plan.fault:
            case Fault.RIGHT_LOST:
                forbidden = [ENTRIES] if night.is_faulty else []
                control.call("POST", "users", {"user": f"{HIT}@exact.test", "forbidden": forbidden})
            case Fault.LIST_SHORT:
                self._shorten(DIVISIONS[HIT], is_short=night.is_faulty)
            case Fault.DIVISION_BLOCKED:
                self._block([HIT], night.is_faulty)
            case Fault.MAIL_DOWN:
                self._block(TENANTS, night.is_faulty)
            case Fault.EXACT_DOWN:
                control.call("DELETE", "faults")
                if night.is_faulty:
                    control.fault("html_503", {"path": "/api/v1/"}, occurrence="every")

    def _block(self, tenants: Any, is_on: bool) -> None:
        for tenant in tenants:
            self.world.control.call("POST", f"divisions/{DIVISIONS[tenant]}", {"BlockingStatus": int(is_on)})

    def _shorten(self, division: int, *, is_short: bool) -> None:
        rows = f"divisions/{division}/rows/GLAccounts"
        known = {row["Code"] for row in self.world.control.call("GET", rows)["rows"]}
        unused = self.unused[division]
        if is_short:
            gone = [{"ID": row["ID"]} for row in unused if row["Code"] in known]
            self.world.control.call("POST", rows, {"delete": gone})
        else:
            self.world.control.call("POST", rows, {"insert": [row for row in unused if row["Code"] not in known]})

    def _add_ledgers(self, division: int) -> list[dict[str, Any]]:
        rows = f"divisions/{division}/rows/GLAccounts"
        pattern = next(row for row in self.world.control.call("GET", rows)["rows"] if row["Code"] == "8000")
        made = [
            {
                name: value
                for name, value in {
                    **pattern,
                    "ID": f"00000000-0000-4000-8000-{number:012}",
                    "Code": str(number),
                }.items()
                if name in ("ID", "Code", "Description", "Type", "BalanceSide", "BalanceType")
            }
            for number in range(99001, 99001 + UNUSED)
        ]
        self.world.control.call("POST", rows, {"insert": made})
        return made

    def _send(self, tenant: str, number: int, count: int) -> None:
        client = {**CLIENT, "name": KNOWN["Name"], "postalcode": KNOWN["Postcode"], "city": KNOWN["City"]}
        made = [invoice(f"{tenant}-{number}-{each}", client=client) for each in range(count)]
        if made:
            self.world.send(tenant, {**document(*made), "tenant": tenant}, self.folder)

    def _subjects(self, tenant: str) -> list[str]:
        session = self.world.runtime.session
        session.rollback()
        query = select(Mail.subject).join(Tenant, Tenant.id == Mail.tenant_id).where(Tenant.code == tenant)
        return [subject for subject in session.scalars(query.order_by(Mail.id)) if subject.startswith("Exact Online")]

    def _to(self, *, hour: int, minute: int) -> None:
        """Forward to the next such moment in UTC: a quarter to two is after all runs of a Dutch winter's night."""
        now: datetime = self.world.runtime.now()
        at = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
        self._forward(((at if at > now else at + timedelta(days=1)) - now).total_seconds())

    def _forward(self, seconds: float) -> None:
        """Leases count on the database's clock, so their end is moved instead."""
        session = self.world.runtime.session
        session.rollback()
        self.traveller.shift(timedelta(seconds=seconds))
        older = text("UPDATE exact_lease SET expires_ms = expires_ms - :ms, quiet_until_ms = quiet_until_ms - :ms")
        with session.get_bind().engine.begin() as connection:
            connection.execute(older, {"ms": int(seconds * 1000)})
