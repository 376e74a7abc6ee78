"""Which administration a tenant books in: choosing it by name, and changing it with care."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from mice_exact_plugin.access.lease import writing
from mice_exact_plugin.audit import last_of, record
from mice_exact_plugin.database import step
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.exports import queue
from mice_exact_plugin.link.connection import Connection, Status, others_book_in
from mice_exact_plugin.setup import connect

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mice_exact_plugin.domain.reference import Division
    from mice_exact_plugin.runtime import Person, Runtime


SHARED = "administration_shared"


class ChoiceRefused(LinkError):
    """The administration cannot be chosen; the message is the code of the reason, worded on display."""


def choose(runtime: Runtime, tenant: str, division_code: int, person: Person, *, confirmed: bool) -> None:
    """Make an administration the tenant's. Another one than before stops the link until the settings are saved anew.

    Raises ChoiceRefused: `unknown`, `open_claim`, `shared`, or `confirm` when a change still needs a person's yes.
    """
    offered = {division.code: division for division in connect.divisions(runtime, tenant)}
    division = offered.get(division_code)
    if division is None:
        raise ChoiceRefused("unknown")
    with _nobody_at_work(runtime, tenant, division_code), step(runtime.session):
        connection = runtime.session.query(Connection).filter_by(tenant=tenant).one()
        _check(runtime, connection, division, confirmed=confirmed)
        _switch(runtime, connection, division, person)


@contextmanager
def _nobody_at_work(runtime: Runtime, tenant: str, division_code: int) -> Iterator[None]:
    """Alone in the administration that is left and in the new one, between check and change.

    No run claims in the former meanwhile, and no other tenant takes the latter.
    """
    with step(runtime.session):
        connection = runtime.session.query(Connection).filter_by(tenant=tenant).one()
        app, left = runtime.config.app(connection.site), connection.division
    with ExitStack() as held:
        for code in sorted({left or division_code, division_code}):
            held.enter_context(writing(runtime, app, code))
        yield


def _check(runtime: Runtime, connection: Connection, division: Division, *, confirmed: bool) -> None:
    if others_book_in(runtime.session, connection, division.code) and not _may_share(runtime, connection, division):
        raise ChoiceRefused("shared")
    if connection.division in (None, division.code):
        return
    if queue.may_still_arrive(runtime.session, connection.tenant):
        raise ChoiceRefused("open_claim")
    if not confirmed:
        raise ChoiceRefused("confirm")


def _may_share(runtime: Runtime, connection: Connection, division: Division) -> bool:
    """Support asked two tenants about one administration: what was chosen with that yes is no yes to another one."""
    is_spent = last_of(runtime.session, connection.tenant, ("sharing_allowed", SHARED)) == SHARED
    return connection.shared_allowed and (connection.division == division.code or not is_spent)


def _switch(runtime: Runtime, connection: Connection, division: Division, person: Person) -> None:
    if connection.division != division.code:
        if others_book_in(runtime.session, connection, division.code):
            _record(runtime, connection.tenant, SHARED, division, person)
        connection.enabled, connection.next_run_at, connection.loaded_at = False, None, None
        connection.entry_id_kept = connection.verify_reason = None
    connection.division, connection.division_name = division.code, division.name
    connection.division_hid = division.hid
    connection.division_country, connection.division_currency = division.country, division.currency
    connection.status = Status.CONNECTED
    connection.load_started_at = runtime.now()
    # The same one is read anew, and what was read of it holds meanwhile: whoever leaves half-way stops nothing.
    connection.reload_asked_at = runtime.now() if connection.loaded_at else None
    _record(runtime, connection.tenant, "administration_chosen", division, person)


def _record(runtime: Runtime, tenant: str, event: str, division: Division, person: Person) -> None:
    told = {"division": division.code, "name": division.name}
    record(runtime.session, tenant, event, at=runtime.now(), actor=person.name, export_id=None, **told)
