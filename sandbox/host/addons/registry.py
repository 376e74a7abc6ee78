"""What each addon has added to the host, and what became of addons that could not be loaded."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

from blinker import NamedSignal
from flask import current_app

if TYPE_CHECKING:
    from collections.abc import Callable

    from sandbox.host.addons.manifest import Manifest


class AddonState(StrEnum):
    LOADED = "loaded"
    REFUSED = "refused"
    BROKEN = "broken"
    DISABLED = "disabled"


class Mark(Protocol):
    """What an addon says of itself on its tile or beside its menu item."""

    @property
    def text(self) -> str: ...
    @property
    def tone(self) -> str: ...
    @property
    def sentence(self) -> str: ...


@dataclass(frozen=True)
class Tile:
    slot: str
    title: str
    description: str
    endpoint: str


@dataclass(frozen=True)
class MenuItem:
    title: str
    endpoint: str
    roles: frozenset[str]


@dataclass(frozen=True)
class Signals:
    """Each addon has its own: those of an addon whose setup failed are never sent."""

    invoice_sent: NamedSignal = field(default_factory=lambda: NamedSignal("invoice_sent"))
    invoice_updated: NamedSignal = field(default_factory=lambda: NamedSignal("invoice_updated"))
    invoice_credited: NamedSignal = field(default_factory=lambda: NamedSignal("invoice_credited"))
    invoice_deleted: NamedSignal = field(default_factory=lambda: NamedSignal("invoice_deleted"))
    event_cancelled: NamedSignal = field(default_factory=lambda: NamedSignal("event_cancelled"))
    event_moved: NamedSignal = field(default_factory=lambda: NamedSignal("event_moved"))


@dataclass
class Contributions:
    signals: Signals = field(default_factory=Signals)
    tiles: list[Tile] = field(default_factory=list)
    menu: list[MenuItem] = field(default_factory=list)
    hooks: dict[str, list[Callable[..., Any]]] = field(default_factory=dict)
    #: By endpoint: what a tile or a menu item asks while it is drawn.
    tile_states: dict[str, Callable[[], Mark | None]] = field(default_factory=dict)
    menu_marks: dict[str, Callable[[], Mark | None]] = field(default_factory=dict)


@dataclass(frozen=True)
class AddonReport:
    """One addon: `reason` says why it does not work, when it does not."""

    name: str
    state: AddonState
    manifest: Manifest | None = None
    reason: str | None = None
    contributions: Contributions = field(default_factory=Contributions)

    @property
    def title(self) -> str:
        return self.manifest.title if self.manifest else self.name


@dataclass
class AddonRegistry:
    reports: list[AddonReport] = field(default_factory=list)
    #: Blueprints that a failed addon left behind on the application; their pages do not exist.
    dead_blueprints: set[str] = field(default_factory=set)

    @property
    def loaded(self) -> list[AddonReport]:
        return [report for report in self.reports if report.state is AddonState.LOADED]

    @property
    def failed(self) -> list[AddonReport]:
        return [report for report in self.reports if report.state in (AddonState.REFUSED, AddonState.BROKEN)]

    @property
    def paid(self) -> list[AddonReport]:
        return [report for report in self.loaded if report.manifest and report.manifest.paid]

    def tiles(self, slot: str) -> list[tuple[AddonReport, Tile]]:
        return [(report, tile) for report in self.loaded for tile in report.contributions.tiles if tile.slot == slot]


def registry() -> AddonRegistry:
    found: AddonRegistry = current_app.extensions["mice_addons"]
    return found
