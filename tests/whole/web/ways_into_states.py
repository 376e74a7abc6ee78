"""How a tenant is brought into each state of its link, from the one before it in the table of `link_states`."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from mice_exact_plugin.database import step
from mice_exact_plugin.link.connection import Connection, Status, connection_of
from mice_exact_plugin.link.run import RunState, SyncRun
from mice_exact_plugin.setup import connect
from sandbox.host.models import User
from sandbox.host.services import chatting
from sandbox.host.tenancy import tenant_by_code
from tests.whole.invoices import invoice
from tests.whole.world import PERSON

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from tests.whole.web.site import Site

TENANT = "zaal"
SINCE, UNTIL = datetime(2026, 11, 20, 1, 14, tzinfo=UTC), datetime(2030, 1, 1, 1, 14, tzinfo=UTC)


def nothing(site: Site) -> None:
    site.tenant(active=False)


def ask(site: Site) -> None:
    with site.services() as world:
        venue = tenant_by_code(TENANT)
        author = world.runtime.session.query(User).filter_by(email=f"beheerder@{TENANT}.test").one()
        assert venue is not None
        chatting.say(venue, author, "Ik wil de koppeling met Exact Online laten activeren.")


def activate(site: Site) -> None:
    site.tenant()
    site.send(invoice("F1"))


def log_in(site: Site) -> None:
    with site.services() as world:
        world.log_in(TENANT)


def choose(site: Site) -> None:
    """Nothing is loaded yet."""
    from mice_exact_plugin.setup import administration
    from simulator.tests.control import VENUE

    with site.services() as world:
        administration.choose(world.runtime, TENANT, VENUE, PERSON, confirmed=False)


def load(site: Site) -> None:
    with site.services() as world:
        world.choose(TENANT)


def configure(site: Site) -> None:
    with site.services() as world:
        world.configure(TENANT)
    _set(site, next_run_at=UNTIL)


def _set(site: Site, **values: Any) -> None:
    with site.services() as world, step(world.runtime.session):
        connection = _connection(world.runtime.session)
        for name, value in values.items():
            setattr(connection, name, value)


def _run(site: Site, **values: Any) -> None:
    """The only run of the tenant is this one."""
    with site.services() as world, step(world.runtime.session):
        session = world.runtime.session
        connection = _connection(session)
        session.query(SyncRun).filter_by(tenant=TENANT).delete()
        connection.enabled, connection.status = True, Status.CONNECTED
        connection.connected_at = connection.load_started_at = SINCE
        now = world.runtime.now()
        usual: dict[str, Any] = {
            "tenant": TENANT,
            "site": connection.site,
            "division": connection.division,
            "trigger": "night",
            "started_by": "systeem",
            "started_at": SINCE,
            "beat_at": now,
            "reported_at": now,
        }
        session.add(SyncRun(**usual | values))


def _connection(session: Session) -> Connection:
    found = connection_of(session, TENANT)
    assert found is not None
    return found


def ended(reason: str, **details: Any) -> Callable[[Site], None]:
    """The last run ended with this reason."""

    def bring(site: Site) -> None:
        kept = {**details, "since": SINCE.isoformat()}
        with site.services() as world:
            now = world.runtime.now()
        _run(site, state=RunState.STOPPED, finished_at=now, reason=reason, details=kept)

    return bring


def waits(reason: str) -> Callable[[Site], None]:
    """A run is under way and waits for this."""

    def bring(site: Site) -> None:
        details = {"since": SINCE.isoformat()}
        _run(site, state=RunState.WAITING, resume_at=UNTIL, reason=reason, details=details)

    return bring


def is_running(site: Site) -> None:
    _run(site, state=RunState.RUNNING)


def stands_still(site: Site) -> None:
    """No night began since the last run."""
    _run(site, state=RunState.DONE, finished_at=SINCE)
    _set(site, next_run_at=SINCE)


def switch_off(site: Site) -> None:
    _run(site, state=RunState.DONE, finished_at=SINCE)
    _set(site, enabled=False)


def die(site: Site) -> None:
    _set(site, enabled=True, status=Status.DEAD)


def disconnect(site: Site) -> None:
    with site.services() as world:
        connect.disconnect(world.runtime, TENANT, PERSON)


def deactivate(site: Site) -> None:
    with site.services() as world:
        world.command("exact", "deactivate", TENANT)
