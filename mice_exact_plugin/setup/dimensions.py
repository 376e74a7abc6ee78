"""*Kostenplaatsen en kostendragers*: what rules may be about and lead to, what they would do, and saving them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from mice_exact_plugin.database import step
from mice_exact_plugin.domain.dimensions import NO_RULES, By, DimensionSettings, merged
from mice_exact_plugin.domain.entry import costs_preview
from mice_exact_plugin.exports import revenue
from mice_exact_plugin.exports.table import InvoiceExport
from mice_exact_plugin.host import adapter
from mice_exact_plugin.link.connection import NotConnected, link_of
from mice_exact_plugin.link.settings import settings_at, settings_of
from mice_exact_plugin.mirror import reference_data
from mice_exact_plugin.setup import settings as whole
from mice_exact_plugin.setup.mapping import names_of
from mice_exact_plugin.setup.settings import Part

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date, datetime

    from sqlalchemy.orm import Session

    from mice_exact_plugin.domain.entry.costs_preview import Preview
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.domain.reference import CostCode
    from mice_exact_plugin.domain.settings import LinkSettings
    from mice_exact_plugin.exports.revenue import BookedCosts
    from mice_exact_plugin.link.connection import Link
    from mice_exact_plugin.runtime import Person, Runtime

MONTH = timedelta(days=30)
#: Invoices that rules are tried on, the newest; and those that are read for their rooms where the host tells of none.
MOST, READ = 400, 100
#: That the host is asked for at once.
BATCH = 40


@dataclass(frozen=True, slots=True)
class DimensionChoices:
    """What a rule may be about and lead to.

    Attributes:
        version: of the settings as they are.
        known: the names of what the host knows, by its code; else what the newest invoices have, by no name.
        by_invoices: what is known by invoices only.
        is_read: Exact was asked for its cost centres and units, and has any.
        booked: what a month of lines got, without those of deposits.
    """

    saved: DimensionSettings
    version: int
    centers: tuple[CostCode, ...]
    units: tuple[CostCode, ...]
    known: Mapping[By, Mapping[str, str]] = field(default_factory=dict)
    by_invoices: frozenset[By] = frozenset()
    is_read: bool = False
    booked: tuple[BookedCosts, ...] = ()


@dataclass(frozen=True, slots=True)
class Tried:
    """What rules would do with the newest invoices of a month; `is_whole`: with all of it."""

    preview: Preview
    invoices: int
    is_whole: bool


def choices(runtime: Runtime, tenant: str) -> DimensionChoices:
    """From the mirror and the host's lists; no calls. NotConnected while nothing was saved."""
    link, today = link_of(runtime, tenant), runtime.today()
    reference = reference_data.reference_data(runtime, link)
    settings = _settings(runtime, link)
    with step(runtime.session):
        known = names_of(runtime, tenant) | {By.RATE_GROUP: _groups(runtime, tenant)}
        unknown = frozenset(by for by in _OF_LINES if not known[by])
        seen = _seen(runtime, tenant) if unknown else {}
        booked = revenue.by_costs(runtime.session, tenant, link.place, today - MONTH)
    return DimensionChoices(
        saved=settings.dimensions,
        version=settings.version,
        centers=_offered(reference.cost_centers, today),
        units=_offered(reference.cost_units, today),
        known=known | {by: seen[by] for by in unknown},
        by_invoices=unknown,
        is_read=bool(reference.cost_centers or reference.cost_units),
        booked=tuple(booked),
    )


def attempt(runtime: Runtime, tenant: str, chosen: DimensionSettings) -> Tried:
    """What rules would do with a month, saved or not; no calls, and nothing is kept.

    Without what is in another currency: that is not booked, and adds up to nothing with the rest.
    """
    link, today = link_of(runtime, tenant), runtime.today()
    reference, aside = reference_data.reference_data(runtime, link), _settings(runtime, link).receipts
    with step(runtime.session):
        ids = _newest(runtime.session, tenant, runtime.now() - MONTH)
        invoices = [
            invoice
            for start in range(0, min(len(ids), MOST), BATCH)
            for invoice in _read(runtime, tenant, ids[start : min(start + BATCH, MOST)])
            if invoice.currency == reference.division.currency
        ]
    found = costs_preview.preview(invoices, chosen, reference.cost_units, aside, today)
    return Tried(found, len(invoices), len(ids) <= MOST)


def save(runtime: Runtime, tenant: str, chosen: DimensionSettings, person: Person, seen: int) -> int:
    """Returns how many held invoices this releases. SettingsMoved when somebody saved other rules meanwhile."""
    settings = replace(_settings(runtime, link_of(runtime, tenant)), dimensions=chosen)
    return whole.save(runtime, tenant, settings, person, seen=seen, part=Part.COSTS)


def beside(runtime: Runtime, tenant: str, mine: DimensionSettings, seen: int) -> DimensionSettings:
    """What a person changed in the version that they had before them, beside what somebody saved meanwhile."""
    link = link_of(runtime, tenant)
    with step(runtime.session):
        before = settings_at(runtime.session, (tenant, *link.place), seen)
    return merged(before.dimensions if before else NO_RULES, mine, _settings(runtime, link).dimensions)


def _settings(runtime: Runtime, link: Link) -> LinkSettings:
    with step(runtime.session):
        settings = settings_of(runtime.session, link.tenant, *link.place)
    if settings is None:
        raise NotConnected(link.tenant)
    return settings


def _newest(session: Session, tenant: str, since: datetime) -> Sequence[str]:
    """What was sent since a moment, the newest first, and one more than is read."""
    query = select(InvoiceExport.invoice_id).where(InvoiceExport.tenant == tenant, InvoiceExport.sent_at >= since)
    return session.scalars(query.order_by(InvoiceExport.sent_at.desc(), InvoiceExport.id.desc()).limit(MOST + 1)).all()


def _read(runtime: Runtime, tenant: str, ids: Collection[str]) -> list[Invoice]:
    found = adapter.invoices(runtime.host.invoices(tenant, ids)) if ids else {}
    return [invoice for invoice in found.values() if invoice]


def _offered(codes: Mapping[str, CostCode], today: date) -> tuple[CostCode, ...]:
    return tuple(sorted((each for each in codes.values() if each.is_active_on(today)), key=lambda each: each.code))


#: What lines themselves say, where the host has no list of it.
_OF_LINES = (By.ROOM, By.CATEGORY)


def _groups(runtime: Runtime, tenant: str) -> dict[str, str]:
    return {group.code: group.description for group in runtime.host.rate_groups(tenant)}


def _seen(runtime: Runtime, tenant: str) -> dict[By, dict[str, str]]:
    """The codes on the newest invoices of a month."""
    ids = _newest(runtime.session, tenant, runtime.now() - MONTH)[:READ]
    lines = [line for invoice in _read(runtime, tenant, ids) for line in invoice.lines]
    return {
        By.ROOM: {line.room: "" for line in lines if line.room},
        By.CATEGORY: {line.category: "" for line in lines if line.category},
    }
