"""Loading what an administration holds, one list after the other; a list that stays empty is named and not repeated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.access.line import writing_client
from mice_exact_plugin.audit import record
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.reference import Resource
from mice_exact_plugin.domain.reference_health import Complaint, Shortfall
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.link.connection import Connection, connection_of, link_of
from mice_exact_plugin.mirror import reference_data
from mice_exact_plugin.mirror.list_table import mirror_of, mirrors_of

if TYPE_CHECKING:
    from mice_exact_plugin.mirror.list_table import Mirror
    from mice_exact_plugin.runtime import Person, Runtime


class ListNotBelieved(LinkError):
    """A list was read to its end and is not believed: reading it again by itself would be a call for nothing."""

    def __init__(self, short: Shortfall) -> None:
        super().__init__(f"{short.resource}: {short.complaint}")
        self.short = short


class NothingToConfirm(LinkError):
    """The question whether there are no relations was answered already, or is not asked."""


@dataclass(frozen=True, slots=True)
class Loading:
    """How far the loading of the reference data is: one entry per list, in the order they are read.

    `stuck` is the next list when it was read already and is not believed: a person goes on from there.
    """

    done: tuple[Resource, ...]
    remaining: tuple[Resource, ...]
    stuck: Shortfall | None = None
    is_anew: bool = False
    """Everything was there already and is read once more."""

    @property
    def is_done(self) -> bool:
        return not self.remaining

    @property
    def asks_for_relations(self) -> bool:
        """Whether a person must say that there are none: an empty list may also be a right that misses."""
        short = self.stuck
        return short is not None and short.resource == Resource.CRM_ACCOUNTS and not short.trusted_rows


def progress(runtime: Runtime, tenant: str) -> Loading:
    """Which lists were read since that was asked; when all were, that is remembered."""
    with step(runtime.session):
        connection = connection_of(runtime.session, tenant)
        if connection is None or connection.division is None:
            return Loading((), reference_data.LISTS)
        found = _progress(runtime, connection, connection.division)
        if found.is_done and connection.loaded_at is None:
            connection.loaded_at = runtime.now()
        if found.is_done:
            connection.reload_asked_at = None
        return found


def load_next(runtime: Runtime, tenant: str) -> Loading:
    """Read the next list; the page calls this until all are done, so progress is what really happened.

    Raises ListNotBelieved when the list was read and counts for nothing.
    """
    found = progress(runtime, tenant)
    link = link_of(runtime, tenant)
    if found.is_done:
        return found
    with writing_client(runtime, link) as client:
        reference_data.load(runtime, link, client, found.remaining[0], trust=True)
    after = progress(runtime, tenant)
    if after.stuck is not None:
        raise ListNotBelieved(after.stuck)
    return after


def load_rest(runtime: Runtime, tenant: str) -> Loading:
    """Read every list that remains."""
    found = load_next(runtime, tenant)
    while not found.is_done:
        found = load_next(runtime, tenant)
    return found


def begin_anew(runtime: Runtime, tenant: str, person: Person) -> None:
    """Have everything read anew because a person asks for it, who thereby vouches for lists that shrank.

    It goes on where it was left, by whoever calls `load_next`; what a run reads meanwhile is not read again.
    """
    link_of(runtime, tenant)
    with step(runtime.session):
        connection = connection_of(runtime.session, tenant)
        assert connection is not None, "it has a link"
        connection.reload_asked_at = runtime.now()
        record(runtime.session, tenant, "reference_reloaded", at=runtime.now(), actor=person.name)


def load_costs(runtime: Runtime, tenant: str) -> None:
    """Read cost centres and cost units because somebody wants to make rules with them; from then on, as rules say."""
    link = link_of(runtime, tenant)
    with writing_client(runtime, link) as client:
        for resource in reference_data.COSTS:
            reference_data.load(runtime, link, client, resource, trust=True)


def confirm_no_relations(runtime: Runtime, tenant: str, person: Person) -> None:
    """A person says that this administration truly has no relations, so that an empty list is a whole one."""
    link = link_of(runtime, tenant)
    if not progress(runtime, tenant).asks_for_relations:
        raise NothingToConfirm(tenant)
    with step(runtime.session):
        mirror = mirror_of(runtime.session, *link.place, Resource.CRM_ACCOUNTS)
        if mirror is None or mirror.rows:
            raise NothingToConfirm(tenant)
        mirror.is_complete, mirror.empty_since, mirror.empty_says = True, runtime.now(), person.name
        record(runtime.session, tenant, "no_relations", at=runtime.now(), actor=person.name)


def _progress(runtime: Runtime, connection: Connection, division: int) -> Loading:
    started = connection.reload_asked_at or connection.load_started_at
    mirrors = mirrors_of(runtime.session, connection.site, division)
    # The lists that only rules need are read anew where they ever were, and nothing waits for them.
    costs = reference_data.COSTS if connection.reload_asked_at else ()
    wanted = (*reference_data.LISTS, *(each for each in costs if each in mirrors))
    read = {
        resource: mirror
        for resource in wanted
        if (mirror := mirrors.get(resource)) and started and mirror.loaded_at >= started
    }
    done = tuple(resource for resource, mirror in read.items() if mirror.is_complete or resource in costs)
    remaining = tuple(resource for resource in wanted if resource not in done)
    stuck = _not_believed(runtime, remaining[0], read.get(remaining[0])) if remaining else None
    return Loading(done, remaining, stuck, is_anew=connection.reload_asked_at is not None)


def _not_believed(runtime: Runtime, resource: Resource, mirror: Mirror | None) -> Shortfall | None:
    """What was read to its end and not believed; what broke off half-way is simply read on."""
    short = reference_data.shortfall(resource, mirror, runtime.now()) if mirror else None
    return short if short and short.complaint in (Complaint.EMPTY, Complaint.SHRUNK) else None
