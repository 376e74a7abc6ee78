"""What the settings offer for rules of cost centres and units: what Exact has, what the host knows, what was booked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.dimensions import NO_RULES, By, DimensionSettings
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.exports import revenue
from mice_exact_plugin.host import offers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from mice_exact_plugin.domain.invoice import Invoice, RateGroup
    from mice_exact_plugin.domain.reference import CostCode, ReferenceData
    from mice_exact_plugin.domain.settings import LinkSettings
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.exports.revenue import BookedCosts
    from mice_exact_plugin.link.connection import Link
    from mice_exact_plugin.runtime import Runtime

MONTH = timedelta(days=30)
#: What a rule puts right.
NEEDED = frozenset({Code.COST_CENTER_NEEDED, Code.COST_UNIT_NEEDED, Code.COST_CENTER_GONE, Code.COST_UNIT_GONE})


@dataclass(frozen=True, slots=True)
class DimensionChoices:
    """What a rule may be about and lead to.

    Attributes:
        known: the names of what the host knows, by its code; of rooms and categories what waits has, by no name.
        is_read: Exact was asked for its cost centres and units, and has any.
        booked: what a month of lines got, without those of deposits.
        is_needed: an invoice is held for want of one.
    """

    saved: DimensionSettings = NO_RULES
    centers: tuple[CostCode, ...] = ()
    units: tuple[CostCode, ...] = ()
    known: Mapping[By, Mapping[str, str]] = field(default_factory=dict)
    is_read: bool = False
    booked: tuple[BookedCosts, ...] = ()
    is_needed: bool = False


NO_DIMENSIONS = DimensionChoices()


def choices(
    runtime: Runtime,
    link: Link,
    reference: ReferenceData,
    settings: LinkSettings | None,
    groups: Iterable[RateGroup],
    waiting: Iterable[Export],
    invoices: Iterable[Invoice],
) -> DimensionChoices:
    """From the mirror, the host's lists and what waits, within the caller's transaction."""
    is_read = bool(reference.cost_centers or reference.cost_units)
    saved = settings.dimensions if settings else NO_RULES
    is_needed = any(problem.code in NEEDED for row in waiting for problem in row.problems)
    if not is_read and not saved.is_used:
        return DimensionChoices(is_needed=is_needed)
    today = runtime.today()
    booked = revenue.by_costs(runtime.session, link.tenant, link.place, today - MONTH)
    return DimensionChoices(
        saved=saved,
        centers=_offered(reference.cost_centers, today),
        units=_offered(reference.cost_units, today),
        known=_known(runtime, link.tenant, groups, invoices),
        is_read=is_read,
        booked=tuple(booked),
        is_needed=is_needed,
    )


def _offered(codes: Mapping[str, CostCode], today: date) -> tuple[CostCode, ...]:
    return tuple(sorted((each for each in codes.values() if each.is_active_on(today)), key=lambda each: each.code))


def _known(
    runtime: Runtime, tenant: str, groups: Iterable[RateGroup], invoices: Iterable[Invoice]
) -> Mapping[By, Mapping[str, str]]:
    lines = [line for invoice in invoices for line in invoice.lines]
    return {
        By.ROOM: {line.room: "" for line in lines if line.room},
        By.LOCATION: {each.code: each.name for each in offers.locations(runtime.host, tenant)},
        By.EVENT_TYPE: {each.code: each.name for each in offers.event_types(runtime.host, tenant)},
        By.RATE_GROUP: {group.code: group.description for group in groups},
        By.CATEGORY: {line.category: "" for line in lines if line.category},
    }
