"""Which administration a tenant books in: choosing it by name, changing it with care, loading what it holds."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.reference import Resource
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.exact.client import ExactClient
from mice_exact_plugin.exact.transport import Transport
from mice_exact_plugin.services import connect
from mice_exact_plugin.services.access.gate import Gate
from mice_exact_plugin.services.access.writer import writing
from mice_exact_plugin.services.mirror import reference_data
from mice_exact_plugin.services.runtime import link_of
from mice_exact_plugin.store import export_queue as queue
from mice_exact_plugin.store.audit import record
from mice_exact_plugin.store.base import step
from mice_exact_plugin.store.connection import Connection, Status, connection_of, is_taken
from mice_exact_plugin.store.reference import mirrors_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from mice_exact_plugin.domain.reference import Division
    from mice_exact_plugin.services.connect import Person
    from mice_exact_plugin.services.runtime import Link, Runtime


class ChoiceRefused(LinkError):
    """The administration cannot be chosen; the message is the code of the reason, worded on display."""


@dataclass(frozen=True, slots=True)
class Loading:
    """How far the loading of the reference data is: one entry per list, in the order they are read."""

    done: tuple[Resource, ...]
    remaining: tuple[Resource, ...]

    @property
    def is_done(self) -> bool:
        return not self.remaining


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


def loading(runtime: Runtime, tenant: str) -> Loading:
    """Which lists were read since the administration was chosen; when all were, that is remembered."""
    with step(runtime.session):
        connection = connection_of(runtime.session, tenant)
        if connection is None or connection.division is None:
            return Loading((), reference_data.LISTS)
        progress = _progress(runtime, connection, connection.division)
        if progress.is_done and connection.loaded_at is None:
            connection.loaded_at = runtime.now()
        return progress


def _progress(runtime: Runtime, connection: Connection, division: int) -> Loading:
    started, mirrors = connection.load_started_at, mirrors_of(runtime.session, connection.site, division)
    done = tuple(
        resource
        for resource in reference_data.LISTS
        if (mirror := mirrors.get(resource)) and mirror.is_complete and started and mirror.loaded_at >= started
    )
    return Loading(done, tuple(resource for resource in reference_data.LISTS if resource not in done))


def load_next(runtime: Runtime, tenant: str) -> Loading:
    """Read the next list; the page calls this until all are done, so progress is what really happened."""
    progress = loading(runtime, tenant)
    link = link_of(runtime, tenant)
    if progress.is_done:
        return progress
    _load(runtime, link, progress.remaining[0])
    return loading(runtime, tenant)


def reload(runtime: Runtime, tenant: str, person: Person) -> None:
    """Read everything anew because a person asks for it, who thereby vouches for lists that shrank."""
    link = link_of(runtime, tenant)
    with _alone(runtime, link) as client:
        for resource in reference_data.LISTS:
            reference_data.load(runtime, link, client, resource, trust=True)
    loading(runtime, tenant)
    with step(runtime.session):
        record(runtime.session, tenant, "reference_reloaded", at=runtime.now(), actor=person.name)


def _load(runtime: Runtime, link: Link, resource: Resource) -> None:
    with _alone(runtime, link) as client:
        reference_data.load(runtime, link, client, resource, trust=True)


@contextmanager
def _alone(runtime: Runtime, link: Link) -> Iterator[ExactClient]:
    """A client under the lease of the administration; Busy while a run is at work there."""
    with writing(runtime, link.app, link.division) as held:
        gate = Gate(runtime, link.app, link.exact_user, held)
        with Transport(link.app.base_url, runtime.config.deadline, gate) as transport:
            yield ExactClient(transport, link.division)


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
    if is_taken(runtime.session, connection, division.code):
        raise ChoiceRefused("shared")
    if connection.division in (None, division.code):
        return
    if queue.may_still_arrive(runtime.session, connection.tenant):
        raise ChoiceRefused("open_claim")
    if not confirmed:
        raise ChoiceRefused("confirm")


def _switch(runtime: Runtime, connection: Connection, division: Division, person: Person) -> None:
    if connection.division != division.code:
        connection.enabled, connection.next_run_at = False, None
        connection.entry_id_kept = connection.verify_reason = None
    connection.division, connection.division_name = division.code, division.name
    connection.division_country, connection.division_currency = division.country, division.currency
    connection.status = Status.CONNECTED
    connection.load_started_at, connection.loaded_at = runtime.now(), None
    record(
        runtime.session,
        connection.tenant,
        "administration_chosen",
        at=runtime.now(),
        actor=person.name,
        division=division.code,
        name=division.name,
    )
