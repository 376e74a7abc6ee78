"""*Inrichting*: where every rate group is booked, ledgers chosen here for those without, and a yes to it all."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from mice_exact_plugin.audit import last_event, record
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.deposits.placing import KINDS
from mice_exact_plugin.domain.dimensions import By
from mice_exact_plugin.domain.entry.ledger_mapping import choices_for_default
from mice_exact_plugin.domain.entry.mapping_table import MappedGroup, as_deposit, digest, table
from mice_exact_plugin.domain.reason import kept
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.exports import revenue
from mice_exact_plugin.host import adapter, offers
from mice_exact_plugin.link.connection import NotConnected, link_of
from mice_exact_plugin.link.settings import settings_at, settings_of, versions_of
from mice_exact_plugin.mirror import reference_data
from mice_exact_plugin.setup import settings as setup_settings
from mice_exact_plugin.setup.settings import Part

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mice_exact_plugin.audit import AuditRow
    from mice_exact_plugin.domain.reference import GLAccount, ReferenceData
    from mice_exact_plugin.domain.settings import LinkSettings
    from mice_exact_plugin.link.settings import SettingsVersion
    from mice_exact_plugin.runtime import Person, Runtime

APPROVED = "mapping_approved"
#: Of how long the revenue is added up.
YEAR = timedelta(days=365)
#: Longer names of whoever agreed are cut.
NAME = 100
#: Versions of the settings that are listed.
VERSIONS = 20


class MappingRefused(LinkError):
    """The mapping is not what the person saw (`changed`)."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """A yes to a mapping: whose, when, on whose behalf, and whether the mapping is still that one."""

    by: str
    at: datetime
    name: str
    version: int
    still_holds: bool


@dataclass(frozen=True, slots=True)
class BookMapping:
    """The table with the revenue of a year, and the yes to it.

    Attributes:
        sold: what was sent of each rate group, by its code and None for lines without one; None where the host does
            not sum it, and only `booked` tells.
        deposits: the rate groups of which only deposits were sent, by code.
        booked: on each ledger and VAT code.
        foreign: what was sent in other currencies, which is not booked, by currency.
        versions: of the settings, newest first.
        names: what the host calls what rules for costs are about, by its code.
    """

    rows: tuple[MappedGroup, ...]
    settings: LinkSettings
    reference: ReferenceData
    sold: Mapping[str | None, Decimal] | None
    deposits: frozenset[str]
    booked: Mapping[tuple[str, str], Decimal]
    versions: Sequence[SettingsVersion]
    agreed: Agreed | None = None
    names: Mapping[By, Mapping[str, str]] = field(default_factory=dict)
    foreign: Mapping[str, Decimal] = field(default_factory=dict)

    @property
    def default(self) -> GLAccount | None:
        return self.reference.gl_accounts_by_id.get(self.settings.default_gl_account_id)

    @property
    def accounts(self) -> list[GLAccount]:
        """What can be chosen."""
        return choices_for_default(self.reference.gl_accounts.values())

    @property
    def digest(self) -> str:
        return digest(self.rows, self.settings)

    @property
    def shown(self) -> list[MappedGroup]:
        """Deposits are never booked on the default ledger, unless they count as turnover."""
        if self.settings.deposits.as_turnover:
            return list(self.rows)
        of_deposits = {row.group.code for row in self.rows if row.is_default} & self.deposits
        return [
            as_deposit(row, self.settings, self.reference) if row.group.code in of_deposits else row
            for row in self.rows
        ]


def look(runtime: Runtime, tenant: str) -> BookMapping:
    """From host, settings and mirror; no calls. NotConnected while nothing was saved."""
    link = link_of(runtime, tenant)
    reference, today = reference_data.reference_data(runtime, link), runtime.today()
    with step(runtime.session):
        settings = settings_of(runtime.session, tenant, *link.place)
        groups = [adapter.rate_group(group) for group in runtime.host.rate_groups(tenant)]
        sold, deposits, foreign = _sold(runtime, tenant, reference.division.currency)
        booked = revenue.by_ledger(runtime.session, tenant, link.place, today - YEAR) if sold is None else {}
        versions = versions_of(runtime.session, (tenant, *link.place), VERSIONS)
        said = last_event(runtime.session, tenant, APPROVED)
    if settings is None:
        raise NotConnected(tenant)
    rows = table(groups, settings, reference, today)
    names = names_of(runtime, tenant) if settings.dimensions.is_used else {}
    found = BookMapping(rows, settings, reference, sold, deposits, booked, versions, names=names, foreign=foreign)
    is_here = said is not None and said.details.get("division", link.division) == link.division
    return replace(found, agreed=_agreed(said, found.digest)) if said and is_here else found


def _sold(
    runtime: Runtime, tenant: str, currency: str
) -> tuple[dict[str | None, Decimal] | None, frozenset[str], dict[str, Decimal]]:
    """By rate group in the administration's currency, the groups of deposits only, and the rest by its currency.

    Deposits are no revenue yet, and what takes them off is none.
    """
    told = offers.revenue_between(runtime.host, tenant, runtime.now() - YEAR, runtime.now())
    if told is None:
        return None, frozenset(), {}
    sold, foreign = defaultdict[str | None, Decimal](Decimal), defaultdict[str, Decimal](Decimal)
    for each in told:
        if each.kind in KINDS:
            continue
        its_own = offers.currency_of(each, currency)
        if its_own == currency:
            sold[each.rate_group] += each.net
        else:
            foreign[its_own] += each.net
    groups = {each.rate_group for each in told if each.kind not in KINDS}
    return dict(sold), frozenset(each.rate_group for each in told if each.rate_group) - groups, dict(foreign)


def names_of(runtime: Runtime, tenant: str) -> dict[By, dict[str, str]]:
    """What the host calls what a rule for costs may be about, by its code."""
    return {
        By.LOCATION: {each.code: each.name for each in offers.locations(runtime.host, tenant)},
        By.EVENT_TYPE: {each.code: each.name for each in offers.event_types(runtime.host, tenant)},
        By.ROOM: {each.code: each.name for each in offers.rooms(runtime.host, tenant) or ()},
        By.CATEGORY: {each.code: each.name for each in offers.categories(runtime.host, tenant) or ()},
    }


def _agreed(said: AuditRow, now: str) -> Agreed:
    details = said.details
    return Agreed(said.actor, said.at, details["name"], details["version"], still_holds=details["digest"] == now)


def choose(runtime: Runtime, tenant: str, chosen: Mapping[str, str], person: Person, seen: int) -> int:
    """Ledgers by their numbers for rate groups by their codes; an empty number leaves it to the default ledger.

    Returns how many held invoices this releases. SettingsRefused names `ledger:` and the rate group. SettingsMoved when
    somebody chose others since the version that was `seen`.
    """
    found = look(runtime, tenant)
    ids = {account.code: account.id for account in found.accounts}
    open_groups = {row.group.code for row in found.rows if row.may_choose}
    wanted = {group: number.strip() for group, number in chosen.items() if group in open_groups}
    unknown = {f"ledger:{group}": "not_offered" for group, number in wanted.items() if number and number not in ids}
    if unknown:
        raise setup_settings.SettingsRefused(unknown)
    ledgers = {group: ledger for group, ledger in found.settings.rate_group_ledgers.items() if group not in wanted}
    ledgers |= {group: ids[number] for group, number in wanted.items() if number}
    settings = replace(found.settings, rate_group_ledgers=ledgers)
    return setup_settings.save(runtime, tenant, settings, person, seen=seen, part=Part.LEDGERS)


def changed(runtime: Runtime, tenant: str, chosen: Mapping[str, str], seen: int) -> dict[str, str]:
    """Of these ledgers those that are others than in the version that was `seen`."""
    link, codes = link_of(runtime, tenant), {each.id: each.code for each in look(runtime, tenant).accounts}
    with step(runtime.session):
        before = settings_at(runtime.session, (tenant, *link.place), seen)
    was = before.rate_group_ledgers if before else {}
    return {group: number for group, number in chosen.items() if number.strip() != codes.get(was.get(group, ""), "")}


def agree(runtime: Runtime, tenant: str, shown: str, person: Person, name: str) -> None:
    """A yes to the mapping whose digest was shown, on behalf of somebody or of oneself."""
    found, link = look(runtime, tenant), link_of(runtime, tenant)
    if found.digest != shown:
        raise MappingRefused("changed")
    with step(runtime.session):
        record(
            runtime.session,
            tenant,
            APPROVED,
            at=runtime.now(),
            actor=person.name,
            name=kept(name, NAME),
            digest=shown,
            version=found.settings.version,
            division=link.division,
        )
