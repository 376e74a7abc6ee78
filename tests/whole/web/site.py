"""An installation with visitors: services and pages side by side, each in an application context of its own."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

from simulator.tests.control import ALL_DUTCH, DUTCH, NL_APP
from tests.host.visitor import Visitor
from tests.whole.invoices import document
from tests.whole.world import CALLBACK, World

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from werkzeug.test import TestResponse

BASE = "/beheer/instellingen/koppelingen/exact-online"
ROLES = ("beheerder", "planner", "staf", "billing", "crew", "support")


@dataclass
class Site:
    """A request reuses an application context that is open around it, log-in included: so none stays open here."""

    world: World
    folder: Path

    @contextmanager
    def services(self) -> Iterator[World]:
        with self.world.app.app_context():
            yield self.world
            self.world.runtime.session.rollback()

    def tenant(self, code: str = "zaal", *, active: bool = True) -> None:
        with self.services() as world:
            if code not in [tenant.code for tenant in world.runtime.host.tenants()]:
                world.tenant(code)
            if active:
                world.command("exact", "activate", code)

    def connected(self, code: str = "zaal") -> None:
        self.tenant(code)
        with self.services() as world:
            world.log_in(code)
            world.choose(code)

    def ready(self, code: str = "zaal", **settings: Any) -> None:
        """Activated, connected, configured and switched on."""
        self.connected(code)
        with self.services() as world:
            world.configure(code, **settings)

    def send(self, *invoices: dict[str, Any], tenant: str = "zaal") -> None:
        with self.services() as world:
            world.send(tenant, document(*invoices), self.folder)

    def run(self, tenant: str = "zaal") -> None:
        with self.services() as world:
            world.run(tenant)

    def row(self, identifier: str, tenant: str = "zaal") -> dict[str, Any]:
        with self.services() as world:
            return world.rows(tenant)[identifier]

    def visitor(self, role: str = "beheerder", tenant: str = "zaal") -> Visitor:
        """Somebody of this role; support has chosen to look at the tenant."""
        visitor = Visitor(self.world.app.test_client())
        if role != "support":
            return visitor.log_in(f"{role}@{tenant}.test")
        visitor.log_in("support@mice.test")
        visitor.post(f"/support/{tenant}/bekijken")
        return visitor

    def press_connect(self, visitor: Visitor) -> str:
        """Press *Koppelen*: the state that Exact is sent along with the browser."""
        visitor.get(f"{BASE}/verbinding")
        answer = self.submit(visitor, "/verbinding", site="NL")
        assert answer.status_code == 303
        return parse_qs(urlsplit(answer.location).query)["state"][0]

    def code(self, user: str = DUTCH, divisions: list[int] = ALL_DUTCH) -> str:
        """What Exact gives to a person who logged in and said yes."""
        return self.world.control.code(user, divisions, NL_APP, CALLBACK)

    def submit(self, visitor: Visitor, path: str, **fields: Any) -> TestResponse:
        """A form's answer itself, not the page it leads to."""
        data = {"csrf_token": visitor.token(), **fields}
        answer: TestResponse = visitor.client.post(BASE + path, data=data)
        return answer
