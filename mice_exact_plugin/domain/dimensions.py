"""Which cost centre and cost unit a line gets: the rules that a tenant made, and which of them comes first.

A cost unit per event comes before every rule about units: it is made of the event's number, and counts only where Exact
has it. The plan of cost units is the bookkeeper's, so nothing is made there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from mice_exact_plugin.domain.reference import Resource

if TYPE_CHECKING:
    from mice_exact_plugin.domain.invoice import Event, InvoiceLine, Place


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


#: What a rule is about: the host's code of one of these.
Key = tuple[By, str]
#: What stands for the event's number in a template.
NUMBER = "{nummer}"


@dataclass(frozen=True, slots=True)
class DimensionSettings:
    """What each room, location, type of event, rate group and category leads to, by the host's code of it.

    Attributes:
        per_event: the code of an event's cost unit, with `NUMBER` in it; empty makes none.
    """

    rules: Mapping[Key, Costs] = field(default_factory=dict)
    per_event: str = ""

    @property
    def is_used(self) -> bool:
        return bool(self.rules or self.per_event)

    @property
    def lists(self) -> tuple[Resource, ...]:
        """What has to be read of Exact for them, and for nothing else."""
        rules = self.rules.values()
        centers = (Resource.COST_CENTERS,) if any(costs.center for costs in rules) else ()
        has_units = self.per_event or any(costs.unit for costs in rules)
        return (*centers, Resource.COST_UNITS) if has_units else centers

    def costs_of(self, line: InvoiceLine, location: Place | None) -> Costs:
        """By the first rule that names a centre, and the event's own unit, else the first rule that names one.

        `location` is the invoice's, for a line whose event has none.
        """
        center, unit = self.rules_for(line, location)
        own = self.unit_of(line.event)
        return Costs(
            None if center is None else self.rules[center].center,
            own or (None if unit is None else self.rules[unit].unit),
        )

    def rules_for(self, line: InvoiceLine, location: Place | None) -> tuple[Key | None, Key | None]:
        """What the rule is about that names the centre, and the one that names the unit."""
        found = [key for key in _keys(line, location) if key in self.rules]
        center = next((key for key in found if self.rules[key].center), None)
        return center, next((key for key in found if self.rules[key].unit), None)

    def unit_of(self, event: Event | None) -> str | None:
        """The code that an event's cost unit has; None where none is made of it."""
        return self.per_event.replace(NUMBER, event.number) if self.per_event and event and event.number else None


NO_RULES = DimensionSettings()


def merged(base: DimensionSettings, mine: DimensionSettings, theirs: DimensionSettings) -> DimensionSettings:
    """What I changed since `base`, and else what somebody saved meanwhile."""
    keys = dict.fromkeys([*mine.rules, *theirs.rules])
    chosen = {key: (mine if mine.rules.get(key) != base.rules.get(key) else theirs).rules.get(key) for key in keys}
    per_event = mine.per_event if mine.per_event != base.per_event else theirs.per_event
    return DimensionSettings({key: costs for key, costs in chosen.items() if costs is not None}, per_event)


def _keys(line: InvoiceLine, location: Place | None) -> list[Key]:
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
