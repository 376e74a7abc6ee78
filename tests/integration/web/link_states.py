"""Every state of the link with its sentence in both languages, and how a tenant gets into it, in order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from mice_exact_plugin.domain.standing import State
from mice_exact_plugin.services import connect
from mice_exact_plugin.store.base import step
from mice_exact_plugin.store.connection import Connection, Status, connection_of
from mice_exact_plugin.store.sync_run import RunState, SyncRun
from sandbox.host.models import User
from sandbox.host.services import chatting
from sandbox.host.tenancy import tenant_by_code
from tests.integration.invoices import invoice
from tests.integration.world import PERSON

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from tests.integration.web.site import Site

TENANT = "zaal"
SINCE, UNTIL = datetime(2026, 11, 20, 1, 14, tzinfo=UTC), datetime(2030, 1, 1, 1, 14, tzinfo=UTC)
#: Stands for a moment in the sentences below.
MOMENT = "{moment}"
_PATTERN = r"\d\d-\d\d-\d{4} (om|at) \d\d:\d\d"


@dataclass(frozen=True)
class LinkState:
    """One state: `bring` leads a site from the one before it in the table."""

    state: State
    bring: Callable[[Site], None]
    nl: str
    en: str

    def pattern(self, language: str) -> re.Pattern[str]:
        text: str = getattr(self, language)
        return re.compile(re.escape(text).replace(re.escape(MOMENT), _PATTERN))


def _nothing(site: Site) -> None:
    site.tenant(active=False)


def _ask(site: Site) -> None:
    with site.services() as world:
        venue = tenant_by_code(TENANT)
        author = world.runtime.session.query(User).filter_by(email=f"beheerder@{TENANT}.test").one()
        assert venue is not None
        chatting.say(venue, author, "Ik wil de koppeling met Exact Online laten activeren.")


def _activate(site: Site) -> None:
    site.tenant()
    site.send(invoice("F1"))


def _log_in(site: Site) -> None:
    with site.services() as world:
        world.log_in(TENANT)


def _choose(site: Site) -> None:
    """Nothing is loaded yet."""
    from mice_exact_plugin.services import administration
    from tests.simulator.control import VENUE

    with site.services() as world:
        administration.choose(world.runtime, TENANT, VENUE, PERSON, confirmed=False)


def _load(site: Site) -> None:
    with site.services() as world:
        world.choose(TENANT)


def _configure(site: Site) -> None:
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


def _is_running(site: Site) -> None:
    _run(site, state=RunState.RUNNING)


def _switch_off(site: Site) -> None:
    _run(site, state=RunState.DONE, finished_at=SINCE)
    _set(site, enabled=False)


def _die(site: Site) -> None:
    _set(site, enabled=True, status=Status.DEAD)


def _disconnect(site: Site) -> None:
    with site.services() as world:
        connect.disconnect(world.runtime, TENANT, PERSON)


def _deactivate(site: Site) -> None:
    with site.services() as world:
        world.command("exact", "deactivate", TENANT)


SHORT = {"list": "gl_accounts", "complaint": "shrunk", "rows": 159, "trusted_rows": 184}
NOT_BOOKED, NOTHING_BOOKED = "Sinds {moment} wordt er niets geboekt: ", "Nothing has been booked since {moment}: "

#: In an order in which each follows from the one before.
TABLE = (
    LinkState(
        State.INSTALLED, _nothing, "De koppeling is nog niet geactiveerd.", "The link has not been activated yet."
    ),
    LinkState(
        State.ASKED,
        _ask,
        "De activering is op {moment} aangevraagd in de chat. Support zet de koppeling aan.",
        "Activation was asked for in the chat on {moment}. Support switches the link on.",
    ),
    LinkState(
        State.NOT_CONNECTED,
        _activate,
        "Er is nog geen verbinding met Exact Online.",
        "There is no connection with Exact Online yet.",
    ),
    LinkState(
        State.NO_ADMINISTRATION,
        _log_in,
        "Er is nog geen administratie van Exact Online gekozen.",
        "No administration of Exact Online has been chosen yet.",
    ),
    LinkState(
        State.NO_DATA,
        _choose,
        "De gegevens van Exact Online zijn nog niet ingeladen.",
        "The data of Exact Online have not been loaded yet.",
    ),
    LinkState(
        State.NOT_CONFIGURED,
        _load,
        "De koppeling is nog niet ingesteld. Tot dan wordt er niets geboekt.",
        "The link has not been set up yet. Until then nothing is booked.",
    ),
    LinkState(
        State.FINE,
        _configure,
        "De koppeling werkt; de volgende synchronisatie is {moment}.",
        "The link works; the next synchronisation is {moment}.",
    ),
    LinkState(
        State.RUNNING,
        _is_running,
        "Er wordt op dit moment gesynchroniseerd.",
        "Synchronisation is going on at this moment.",
    ),
    LinkState(
        State.LIMITS_SPENT,
        waits("day_spent"),
        "Het maximum aantal verzoeken aan Exact Online is bereikt. Het boeken gaat {moment} verder.",
        "The maximum number of requests to Exact Online has been reached. Booking goes on {moment}.",
    ),
    LinkState(
        State.RESTING,
        waits("salesentry/SalesEntries"),
        "Exact Online weigerde te vaak. Om een blokkade te voorkomen gaat het boeken pas {moment} verder.",
        "Exact Online refused too often. To prevent a blockade booking goes on only {moment}.",
    ),
    LinkState(
        State.LOG_IN_DOUBTED,
        waits("token_voided"),
        "Exact Online accepteert de inlog niet meer. Of er opnieuw ingelogd moet worden blijkt {moment}.",
        "Exact Online no longer accepts the log-in. Whether somebody must log in again will be known {moment}.",
    ),
    LinkState(
        State.UNREACHABLE,
        ended("exact_unreachable"),
        "Exact Online is sinds {moment} niet bereikbaar. De koppeling blijft het proberen.",
        "Exact Online has not been reachable since {moment}. The link keeps trying.",
    ),
    LinkState(
        State.BLOCKED_USER,
        ended("not_allowed", kind="BlockedUser"),
        NOT_BOOKED + "de gebruiker van de koppeling is in Exact Online geblokkeerd.",
        NOTHING_BOOKED + "the user of the link is blocked in Exact Online.",
    ),
    LinkState(
        State.INACTIVE_USER,
        ended("not_allowed", kind="InactiveUser"),
        NOT_BOOKED + "de gebruiker van de koppeling is in Exact Online niet meer actief.",
        NOTHING_BOOKED + "the user of the link is no longer active in Exact Online.",
    ),
    LinkState(
        State.BLOCKED_CUSTOMER,
        ended("not_allowed", kind="BlockedCustomer"),
        NOT_BOOKED + "Exact heeft het abonnement op Exact Online geblokkeerd.",
        NOTHING_BOOKED + "Exact has blocked the subscription to Exact Online.",
    ),
    LinkState(
        State.LICENSE_EXPIRED,
        ended("not_allowed", kind="LicenseExpired"),
        NOT_BOOKED + "de licentie van Exact Online is verlopen.",
        NOTHING_BOOKED + "the licence of Exact Online has expired.",
    ),
    LinkState(
        State.DIVISION_BLOCKED,
        ended("not_allowed", kind="DivisionBlocked"),
        NOT_BOOKED
        + "de administratie is in Exact Online geblokkeerd of gearchiveerd, of er wordt onderhoud aan gedaan.",
        NOTHING_BOOKED + "the administration is blocked or archived in Exact Online, or it is under maintenance.",
    ),
    LinkState(
        State.NO_DIVISION_ACCESS,
        ended("not_allowed", kind="NoDivisionAccess"),
        NOT_BOOKED + "de gebruiker van de koppeling heeft geen toegang (meer) tot deze administratie.",
        NOTHING_BOOKED + "the user of the link has no access (any more) to this administration.",
    ),
    LinkState(
        State.RIGHT_MISSING,
        ended("right_missing", kind="forbidden", method="POST", endpoint="salesentry/SalesEntries"),
        NOT_BOOKED + "de gebruiker in Exact Online heeft het recht niet (meer) voor: verkoopboekingen maken.",
        NOTHING_BOOKED + "the user in Exact Online does not (any longer) have the right for: making sales entries.",
    ),
    LinkState(
        State.NO_RELATION_RIGHT,
        ended("no_relation_right", kind="forbidden", method="POST", endpoint="crm/Accounts"),
        "Sinds {moment} wachten facturen voor nieuwe klanten. De gebruiker waarmee de koppeling is ingelogd mag in "
        "Exact Online geen relaties aanmaken.",
        "Since {moment} invoices for new customers have been waiting. The user with whom the link is logged in may not "
        "make accounts in Exact Online.",
    ),
    LinkState(
        State.LIST_SUSPICIOUS,
        ended("mirror_incomplete", lists=[SHORT]),
        "Sinds {moment} wordt er niets geboekt, want de lijsten uit Exact Online zijn niet volledig: "
        "Grootboekrekeningen: 159 in plaats van 184.",
        "Nothing has been booked since {moment}, because the lists from Exact Online are incomplete: "
        "Ledger accounts: 159 instead of 184.",
    ),
    LinkState(
        State.READING_REFUSED,
        ended("reading_refused", kind="unknown"),
        NOT_BOOKED + "Exact Online weigert de gegevens van de administratie te geven.",
        NOTHING_BOOKED + "Exact Online refuses to give the data of the administration.",
    ),
    LinkState(
        State.KEY_MISSING,
        ended("secret_unreadable"),
        NOT_BOOKED + "de bewaarde inlog is niet te lezen.",
        NOTHING_BOOKED + "the stored log-in cannot be read.",
    ),
    LinkState(
        State.OUR_FAULT,
        ended("broken"),
        "De synchronisatie van {moment} is afgebroken door een fout in de koppeling zelf. Die is vastgelegd.",
        "The synchronisation of {moment} was broken off by a fault in the link itself. It has been recorded.",
    ),
    LinkState(
        State.OFF,
        _switch_off,
        "De koppeling is uitgeschakeld. Verstuurde facturen worden klaargezet en niet geboekt.",
        "The link is switched off. Invoices that are sent are queued and not booked.",
    ),
    LinkState(
        State.LOG_IN_DEAD,
        _die,
        "De inlog bij Exact Online is vervallen. Facturen blijven klaarstaan tot er opnieuw is ingelogd.",
        "The log-in at Exact Online has ended. Invoices stay ready until somebody has logged in again.",
    ),
    LinkState(
        State.DISCONNECTED,
        _disconnect,
        "De verbinding met Exact Online is op {moment} verbroken. Facturen worden klaargezet en niet geboekt.",
        "The connection with Exact Online was broken off on {moment}. Invoices are queued and not booked.",
    ),
    LinkState(
        State.DEACTIVATED,
        _deactivate,
        "De koppeling is gedeactiveerd. Er wordt niets klaargezet of geboekt; de geschiedenis blijft te lezen.",
        "The link is deactivated. Nothing is queued or booked; the history can still be read.",
    ),
)
