"""Which cost centre and cost unit a line gets: the rules that a tenant made, and which of them comes first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from mice_exact_plugin.domain.reference import Resource

if TYPE_CHECKING:
    from mice_exact_plugin.domain.invoice import InvoiceLine, Place


class By(StrEnum):
    """What of a line a rule looks at, in the order of who is asked first. Stored, so never change a value."""

    ROOM = "room"
    LOCATION = "location"
    EVENT_TYPE = "event_type"
    RATE_GROUP = "rate_group"
    CATEGORY = "category"


class Costs(NamedTuple):
    """A cost centre and a cost unit by their codes; None says nothing of it."""

    center: str | None = None
    unit: str | None = None


NO_COSTS = Costs()


@dataclass(frozen=True, slots=True)
class DimensionSettings:
    """What each room, location, type of event, rate group and category leads to, by the host's code of it."""

    rules: Mapping[tuple[By, str], Costs] = field(default_factory=dict)

    @property
    def is_used(self) -> bool:
        return bool(self.rules)

    @property
    def lists(self) -> tuple[Resource, ...]:
        """What has to be read of Exact for them, and for nothing else."""
        rules = self.rules.values()
        centers = (Resource.COST_CENTERS,) if any(costs.center for costs in rules) else ()
        return (*centers, Resource.COST_UNITS) if any(costs.unit for costs in rules) else centers

    def costs_of(self, line: InvoiceLine, location: Place | None) -> Costs:
        """By the first rule that names a centre, and the first that names a unit.

        `location` is the invoice's, for a line whose event has none.
        """
        found = [self.rules[key] for key in _keys(line, location) if key in self.rules]
        center = next((costs.center for costs in found if costs.center), None)
        return Costs(center, next((costs.unit for costs in found if costs.unit), None))


NO_RULES = DimensionSettings()


def _keys(line: InvoiceLine, location: Place | None) -> list[tuple[By, str]]:
    """Where rules about this line are found, the first to be asked first."""
    event = line.event
    place = (event.location if event else None) or location
    told = {
        By.ROOM: line.room,
        By.LOCATION: place.code if place else None,
        By.EVENT_TYPE: event.event_type if event else None,
        By.RATE_GROUP: line.rate_group.code if line.rate_group else None,
        By.CATEGORY: line.category,
    }
    return [(by, code) for by, code in told.items() if code]
