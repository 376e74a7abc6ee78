"""Reading an administration's reference data into the mirror, and handing the mirror to the mapper.

A user who lost a right gets an empty list instead of an error (Exact's REST tips), so a list that is suddenly empty or
a tenth shorter is not believed: the old rows stay and the mirror says that it is not whole.
"""

from __future__ import annotations

import logging
import time
from datetime import timedelta

# Any: six kinds of values go one way; each has its type in `_TYPES`.
from typing import TYPE_CHECKING, Any

import msgspec

from mice_exact_plugin.database import step
from mice_exact_plugin.domain.entry.ledger_mapping import SALES_JOURNAL
from mice_exact_plugin.domain.reference import (
    ClosedPeriod,
    CostCode,
    Division,
    FinancialPeriod,
    GLAccount,
    Journal,
    PaymentCondition,
    ReferenceData,
    Resource,
    VatCode,
)
from mice_exact_plugin.domain.reference_health import (
    Complaint,
    MirrorFacts,
    Shortfall,
    are_few,
    complaint,
    is_believable,
)
from mice_exact_plugin.errors import AdministrationClosed, Refused, TryLater
from mice_exact_plugin.mirror import list_table, odd, relations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime

    from sqlalchemy.orm import Session

    from mice_exact_plugin.exact.client import ExactClient
    from mice_exact_plugin.exact.wire.odd import Odd
    from mice_exact_plugin.link.connection import Link
    from mice_exact_plugin.runtime import Runtime

logger = logging.getLogger("mice_exact_plugin.reference")
#: Read every night: what an invoice can be refused for, and what a bookkeeper changes.
NIGHTLY = (Resource.GL_ACCOUNTS, Resource.JOURNALS, Resource.VAT_CODES, Resource.CLOSED_PERIODS, Resource.CRM_ACCOUNTS)
#: Read weekly, or when a refusal names one.
SLOW = (Resource.PAYMENT_CONDITIONS, Resource.PERIODS)
#: Read every night when a rule names one, and else never: so an empty one is a right that is missing.
COSTS = (Resource.COST_CENTERS, Resource.COST_UNITS)
#: Everything, in the order that a first loading reads it.
LISTS = (*SLOW, *NIGHTLY)
SLOW_AGE = timedelta(days=7)
#: Without these no fallback is allowed, so a run that misses one books nothing.
VITAL = (Resource.GL_ACCOUNTS, Resource.JOURNALS, Resource.VAT_CODES, Resource.CRM_ACCOUNTS)

_TYPES: dict[Resource, type[Any]] = {
    Resource.GL_ACCOUNTS: GLAccount,
    Resource.JOURNALS: Journal,
    Resource.VAT_CODES: VatCode,
    Resource.PAYMENT_CONDITIONS: PaymentCondition,
    Resource.PERIODS: FinancialPeriod,
    Resource.CLOSED_PERIODS: ClosedPeriod,
    Resource.COST_CENTERS: CostCode,
    Resource.COST_UNITS: CostCode,
}


def refresh(
    runtime: Runtime,
    link: Link,
    client: ExactClient,
    *,
    besides: Iterable[Resource] = (),
    begun: datetime | None = None,
    is_over: Callable[[], bool] = lambda: False,
) -> bool:
    """What a run reads first: the nightly lists, those `besides`, and the slow ones when they are a week old.

    Raises TryLater when they take longer than a slice; after a few of these the night is over.

    Args:
        begun: what was read whole since then is not read again.
        is_over: asked between two lists; True ends the reading there, and False is returned.
    """
    end = time.monotonic() + runtime.config.slice.total_seconds()
    with step(runtime.session):
        mirrors = list_table.mirrors_of(runtime.session, *link.place)
        ages = {resource: mirror.loaded_at for resource, mirror in mirrors.items()}
        fresh = {each for each, mirror in mirrors.items() if begun and mirror.is_complete and mirror.loaded_at >= begun}
    stale = [resource for resource in SLOW if resource not in ages or ages[resource] < runtime.now() - SLOW_AGE]
    remaining = [each for each in dict.fromkeys((*stale, *NIGHTLY, *besides)) if each not in fresh]
    for number, resource in enumerate(remaining):
        if number and is_over():
            return False
        load(runtime, link, client, resource)
        if time.monotonic() >= end:
            raise TryLater(f"{resource}: the lists take longer than a slice")
    return True


def load(runtime: Runtime, link: Link, client: ExactClient, resource: Resource, *, trust: bool = False) -> None:
    """Read one list into the mirror. With `trust` a person vouches for a list that shrank."""
    if resource is Resource.CRM_ACCOUNTS:
        if trust:
            with step(runtime.session):
                relations.start_anew(runtime.session, *link.place)
        relations.refresh(runtime, link, client)
        return
    client.take_odd()
    try:
        found = list(_read(runtime, link, client, resource))
    except AdministrationClosed:
        raise
    except Refused as error:
        if resource in VITAL:
            raise
        # Without this list less is checked before the first call, and Exact's own refusal takes its place.
        logger.warning("%s cannot be read: %s", resource, error.kind)
        found = []
    strange = client.take_odd()
    if resource is Resource.GL_ACCOUNTS:
        found = [*odd.ledgers(strange), *found]
    # As the column gives it back, so that a list that says the same is seen to.
    values = {_key(value): msgspec.json.decode(msgspec.json.encode(value)) for value in found}
    with step(runtime.session):
        _write(runtime, link, resource, values, strange, trust=trust)


def reference_data(runtime: Runtime, link: Link) -> ReferenceData:
    """The mirror of the link's administration, indexed for the mapper."""
    with step(runtime.session):
        return _indexed(link, _values(runtime, link, *_TYPES))


def nothing_read(_runtime: Runtime, link: Link) -> ReferenceData:
    """What is known before the lists are read: nothing can be mapped with it."""
    return _indexed(link, {resource: [] for resource in _TYPES})


def _indexed(link: Link, rows: Mapping[Resource, list[Any]]) -> ReferenceData:
    accounts: list[GLAccount] = rows[Resource.GL_ACCOUNTS]
    return ReferenceData(
        division=Division(
            link.division, None, link.division_name, link.division_country, link.division_currency, is_active=True
        ),
        gl_accounts={account.code: account for account in accounts},
        gl_accounts_by_id={account.id: account for account in accounts},
        journals={journal.code: journal for journal in rows[Resource.JOURNALS]},
        vat_codes={code.code: code for code in rows[Resource.VAT_CODES]},
        payment_conditions={condition.code: condition for condition in rows[Resource.PAYMENT_CONDITIONS]},
        periods=tuple(rows[Resource.PERIODS]),
        closed_periods=frozenset(rows[Resource.CLOSED_PERIODS]),
        cost_centers={center.code: center for center in rows[Resource.COST_CENTERS]},
        cost_units={unit.code: unit for unit in rows[Resource.COST_UNITS]},
    )


def incomplete(runtime: Runtime, link: Link) -> tuple[Shortfall, ...]:
    """The vital lists that are not whole, each with its reason; empty when fallbacks are allowed."""
    now = runtime.now()
    with step(runtime.session):
        mirrors = list_table.mirrors_of(runtime.session, *link.place)
        found = [shortfall(resource, mirrors.get(resource), now) for resource in VITAL]
    return tuple(short for short in found if short is not None)


def whole_since(session: Session, place: tuple[str, int]) -> datetime | None:
    """The oldest reading of the lists of every night, however long ago; None while a vital one is not whole."""
    mirrors = list_table.mirrors_of(session, *place)
    read = {resource: mirrors[resource] for resource in NIGHTLY if resource in mirrors}
    if any(resource not in read or shortfall(resource, read[resource], read[resource].loaded_at) for resource in VITAL):
        return None
    return min(mirror.loaded_at for mirror in read.values())


def shortfall(resource: Resource, mirror: list_table.Mirror | None, now: datetime) -> Shortfall | None:
    """What is wrong with a list, None when it is whole. Only one of which a person said so may be empty."""
    if mirror is None:
        return Shortfall(resource, Complaint.MISSING)
    facts = MirrorFacts(mirror.rows, mirror.trusted_rows, mirror.loaded_at, mirror.is_complete, mirror.odd_rows)
    reason = complaint(facts, now, may_be_empty=mirror.empty_since is not None)
    return None if reason is None else Shortfall(resource, reason, mirror.rows, mirror.trusted_rows, mirror.odd_rows)


def _read(runtime: Runtime, link: Link, client: ExactClient, resource: Resource) -> Iterable[Any]:
    match resource:
        case Resource.GL_ACCOUNTS:
            # Read whole every night, in pages of 1000: a partial reading could not tell a lost right from a quiet day.
            return [account for page, _ in client.gl_accounts_since(0) for account in page]
        case Resource.JOURNALS:
            return client.journals()
        case Resource.VAT_CODES:
            return client.vat_codes()
        case Resource.PAYMENT_CONDITIONS:
            return client.payment_conditions()
        case Resource.PERIODS:
            return client.periods()
        case Resource.CLOSED_PERIODS:
            return client.closed_periods(_sales_journals(runtime, link))
        case Resource.COST_CENTERS:
            return client.cost_centers()
        case Resource.COST_UNITS:
            return client.cost_units()
        case Resource.CRM_ACCOUNTS:
            raise AssertionError("relations have a mirror of their own")


def _sales_journals(runtime: Runtime, link: Link) -> list[str]:
    with step(runtime.session):
        journals: list[Journal] = _values(runtime, link, Resource.JOURNALS)[Resource.JOURNALS]
    return [journal.code for journal in journals if journal.type == SALES_JOURNAL]


def _write(
    runtime: Runtime,
    link: Link,
    resource: Resource,
    values: dict[str, dict[str, object]],
    strange: list[Odd],
    *,
    trust: bool,
) -> None:
    session, place, count = runtime.session, link.place, len(values)
    mirror = list_table.as_read(session, *place, resource)
    # A list that no fallback rests on is always believed: a reopened period must not stay closed for us.
    sound = is_believable(count, mirror.trusted_rows) or (trust and bool(values))
    believed = bool(values) if resource in COSTS else resource not in VITAL or (sound and are_few(len(strange), count))
    if believed:
        list_table.replace_rows(session, *place, resource, values)
        mirror.trusted_rows = count
    mirror.loaded_at, mirror.rows, mirror.is_complete = runtime.now(), count, believed
    odd.note(mirror, strange)
    list_table.keep(session, mirror)


def _values(runtime: Runtime, link: Link, *resources: Resource) -> dict[Resource, list[Any]]:
    found = list_table.rows_of_all(runtime.session, *link.place, resources)
    return {resource: [msgspec.convert(row, _TYPES[resource]) for row in found[resource]] for resource in resources}


def _key(value: Any) -> str:
    match value:
        case FinancialPeriod(year=year, period=period):
            return f"{year}/{period}"
        case ClosedPeriod(journal=journal, year=year, period=period):
            return f"{journal}/{year}/{period}"
        case _:
            return str(value.id)
