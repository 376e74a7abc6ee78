"""The settings of the link: what can be chosen, what is suggested, what a save checks and sets in motion."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from mice_exact_plugin.audit import last_of, record
from mice_exact_plugin.booking import cure
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.entry import ledger_mapping, vat_mapping
from mice_exact_plugin.domain.entry.lines import lines_with_amounts
from mice_exact_plugin.domain.entry.payment_terms import suggest_payment_condition
from mice_exact_plugin.domain.reference import Resource, coded
from mice_exact_plugin.domain.run import next_night
from mice_exact_plugin.domain.settings_changes import changes, list_of
from mice_exact_plugin.domain.situations import ZERO_RATE
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.exports import queue
from mice_exact_plugin.host import adapter
from mice_exact_plugin.link.connection import Connection, link_of
from mice_exact_plugin.link.settings import save_settings, settings_at, settings_of, version_of
from mice_exact_plugin.mirror import reference_data, relation_table
from mice_exact_plugin.setup import deposits as deposit_choices
from mice_exact_plugin.setup import fitting, receipts, situations
from mice_exact_plugin.setup.situations import NO_SITUATIONS, SituationChoices
from mice_exact_plugin.work import Books

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from decimal import Decimal

    from sqlalchemy.orm import Session

    from mice_exact_plugin.domain.invoice import Invoice, RateGroup
    from mice_exact_plugin.domain.reference import (
        CrmAccount,
        GLAccount,
        Journal,
        PaymentCondition,
        ReferenceData,
        VatCode,
    )
    from mice_exact_plugin.domain.settings import LinkSettings
    from mice_exact_plugin.domain.settings_changes import Change
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.link.connection import Link
    from mice_exact_plugin.runtime import Person, Runtime
    from mice_exact_plugin.setup.deposits import DepositChoices


#: The event of choosing an administration.
CHOSEN = "administration_chosen"


class SettingsRefused(LinkError):
    """What was chosen does not fit the loaded data; `errors` names the field (`default_gl_account`, `vat:21`, …)."""

    def __init__(self, errors: dict[str, str]) -> None:
        super().__init__(", ".join(errors))
        self.errors = errors


class SettingsMoved(LinkError):
    """Somebody saved meanwhile what the person had before them otherwise; nothing was saved.

    Attributes:
        by: who that was.
        version: what there is now.
    """

    def __init__(self, by: str, version: int) -> None:
        super().__init__(f"version {version} by {by}")
        self.by, self.version = by, version


class Part(StrEnum):
    """What of the settings has a page of its own, by its column; the form of the settings has all the rest."""

    COSTS = "dimensions"
    LEDGERS = "rate_group_ledgers"


@dataclass(frozen=True, slots=True)
class Choices:
    """What the form offers, with a suggestion per field; suggestions are preselected and never saved unasked."""

    gl_accounts: tuple[GLAccount, ...]
    suggested_gl_account: GLAccount | None
    journals: tuple[Journal, ...]
    suggested_journal: Journal | None
    payment_conditions: tuple[PaymentCondition, ...]
    suggested_payment_condition: PaymentCondition | None
    rates: tuple[Decimal, ...]
    vat_codes: Mapping[Decimal, tuple[VatCode, ...]]
    suggested_vat_codes: Mapping[Decimal, VatCode]
    rate_groups: tuple[RateGroup, ...]
    #: Rates that stand for several meanings, so that exceptions per rate group are offered open.
    ambiguous_rates: frozenset[Decimal]
    saved: LinkSettings | None
    deposits: DepositChoices
    unmapped_rates: tuple[Decimal, ...] = field(default=())
    #: The relation that private persons go on together, as far as one is saved and still there.
    collective: CrmAccount | None = None
    #: Rates of waiting lines without a rate group.
    loose_rates: frozenset[Decimal] = frozenset()
    #: Codes that exist in Exact and are blocked there.
    blocked_codes: frozenset[str] = frozenset()
    #: Why lines carry no VAT.
    situations: SituationChoices = NO_SITUATIONS
    #: What till receipts may be booked under.
    untaxed_codes: tuple[VatCode, ...] = ()
    #: Where the administration is.
    country: str = ""
    #: Whether the administration can sell to other member states of the EU at all.
    has_eu_codes: bool = False


def choices(runtime: Runtime, tenant: str, version: int | None = None) -> Choices:
    """Everything the settings page shows, from the mirror; no calls. As it is, or was in a version."""
    link = link_of(runtime, tenant)
    reference, today = reference_data.reference_data(runtime, link), runtime.today()
    with step(runtime.session):
        saved = _saved(runtime.session, (tenant, *link.place), version)
        collective_id = saved and saved.private.collective_account_id
        collective = relation_table.account_of(runtime.session, *link.place, collective_id) if collective_id else None
        groups = tuple(adapter.rate_group(group) for group in runtime.host.rate_groups(tenant))
        waiting, invoices = _waiting(runtime, tenant)
    rates = vat_mapping.rates_in_use(groups, (line.vat_rate for invoice in invoices for line in invoice.lines))
    codes = {rate: _codes_for(reference, rate) for rate in rates}
    suggested = {rate: vat_mapping.suggest_vat_code(codes[rate], rate, today) for rate in rates}
    journals = ledger_mapping.journals_to_choose(reference.journals.values())
    accounts = ledger_mapping.choices_for_default(reference.gl_accounts.values())
    return Choices(
        gl_accounts=tuple(accounts),
        suggested_gl_account=ledger_mapping.suggest_default_gl_account(accounts),
        journals=tuple(journals),
        suggested_journal=ledger_mapping.suggest_journal(journals),
        payment_conditions=tuple(sorted(reference.payment_conditions.values(), key=lambda item: item.code)),
        suggested_payment_condition=suggest_payment_condition(reference.payment_conditions.values()),
        rates=rates,
        vat_codes=codes,
        suggested_vat_codes={rate: code for rate, code in suggested.items() if code},
        rate_groups=groups,
        ambiguous_rates=frozenset(rate for rate in rates if vat_mapping.needs_exceptions(rate, groups)),
        saved=saved,
        unmapped_rates=tuple(rate for rate in rates if saved and rate not in saved.vat_codes),
        collective=collective,
        loose_rates=frozenset(_loose_rates(invoices)),
        deposits=deposit_choices.choices(reference, saved, rates, waiting, invoices),
        blocked_codes=frozenset(code.code for code in reference.vat_codes.values() if code.is_blocked),
        situations=situations.choices(_codes_for(reference, ZERO_RATE), groups, invoices, saved),
        untaxed_codes=receipts.codes(reference),
        country=reference.division.country,
        has_eu_codes=any(code.is_for_eu for code in reference.vat_codes.values()),
    )


def _saved(session: Session, key: tuple[str, str, int], version: int | None) -> LinkSettings | None:
    return settings_of(session, *key) if version is None else settings_at(session, key, version)


def _waiting(runtime: Runtime, tenant: str) -> tuple[list[Export], list[Invoice]]:
    rows = queue.in_state(runtime.session, tenant, State.QUEUED, State.BLOCKED)
    found = adapter.invoices(runtime.host.invoices(tenant, [row.invoice_id for row in rows]))
    return rows, [invoice for invoice in found.values() if invoice]


def account_with_code(runtime: Runtime, tenant: str, code: str) -> CrmAccount | None:
    """The relation that a person means by its code."""
    link = link_of(runtime, tenant)
    with step(runtime.session):
        return relation_table.account_with_code(runtime.session, *link.place, code.strip()) if code.strip() else None


def switches_on(runtime: Runtime, tenant: str) -> bool:
    """Whether the next save turns the link on: the first one for an administration, or back in a former one.

    Choosing another administration turns it off until its settings are saved; what a person switched off stays off.
    """
    link = link_of(runtime, tenant)
    with step(runtime.session):
        return _switches_on(runtime, link)


def _switches_on(runtime: Runtime, link: Link) -> bool:
    if settings_of(runtime.session, link.tenant, *link.place) is None:
        return True
    events = (CHOSEN, "settings_saved", "switched_on", "switched_off")
    return last_of(runtime.session, link.tenant, events) == CHOSEN


def save(
    runtime: Runtime,
    tenant: str,
    settings: LinkSettings,
    person: Person,
    *,
    seen: int,
    part: Part | None = None,
) -> int:
    """Check against the loaded data, save, switch on at the first save after a choice, and release what this cures.

    Returns how many blocked invoices were released. Raises SettingsRefused with a reason per field, and SettingsMoved.

    Args:
        seen: the version that the person had before them; 0 before the first.
        part: what alone is saved; None is all that has no page of its own.
    """
    link = link_of(runtime, tenant)
    reference, today = reference_data.reference_data(runtime, link), runtime.today()
    with step(runtime.session):
        groups = {group.code: group.vat_rate for group in runtime.host.rate_groups(tenant)}
    errors = fitting.errors(settings, reference, groups) | fitting.private_errors(runtime, link, settings.private)
    if errors:
        raise SettingsRefused(errors)
    with step(runtime.session):
        turns_on = _switches_on(runtime, link)
    with step(runtime.session):
        settings = _beside_others(runtime.session, link, settings, seen, part)
        saved = save_settings(runtime.session, (tenant, *link.place), settings, at=runtime.now(), by=person.name)
        told = [_with_codes(change, reference) for change in saved]
        record(runtime.session, tenant, "settings_saved", at=runtime.now(), actor=person.name, changes=told)
        _switch(runtime, link, on=True if turns_on else None)
    return cure.recheck(Books(runtime=runtime, link=link, reference=reference, settings=settings, today=today))


def _beside_others(session: Session, link: Link, settings: LinkSettings, seen: int, part: Part | None) -> LinkSettings:
    """With what others saved since of what this save is not about; one save of a tenant at a time gets here."""
    session.get_one(Connection, link.connection_id, with_for_update=True)
    key = link.tenant, *link.place
    newest = version_of(session, key)
    current = settings_at(session, key, newest.version) if newest else None
    # Versions outlive an uninstalled link: then nothing is saved beside which this could come.
    if newest is None or current is None or settings_of(session, *key) is None:
        return settings
    before = version_of(session, key, seen)
    moved = {change["what"].partition(":")[0] for change in changes(before.payload if before else {}, newest.payload)}
    if newest.version != seen and (part in moved if part else moved - set(Part)):
        raise SettingsMoved(newest.saved_by, newest.version)
    if part:
        return replace(current, **{part.value: getattr(settings, part)})
    return replace(settings, **{each.value: getattr(current, each) for each in Part})


def _with_codes(change: Change, reference: ReferenceData) -> Change:
    """Codes and ledgers with the names that they have now: an id or a bare code means little to who reads the trail."""
    lists: dict[Resource | None, Mapping[str, GLAccount | Journal | PaymentCondition | VatCode]] = {
        None: reference.gl_accounts_by_id,
        Resource.JOURNALS: reference.journals,
        Resource.PAYMENT_CONDITIONS: reference.payment_conditions,
        Resource.VAT_CODES: reference.vat_codes,
    }
    offered = lists[list_of(change)]
    sides = ((side, offered.get(side)) for side in (change["old"], change["new"]))
    old, new = (coded(known.code, known.description) if known else side for side, known in sides)
    return {"what": change["what"], "old": old, "new": new}


def switch(runtime: Runtime, tenant: str, person: Person, *, on: bool) -> None:
    """*Koppeling ingeschakeld*: off, sending still queues and nothing is posted."""
    link = link_of(runtime, tenant)
    with step(runtime.session):
        _switch(runtime, link, on=on)
        record(runtime.session, tenant, "switched_on" if on else "switched_off", at=runtime.now(), actor=person.name)


def _switch(runtime: Runtime, link: Link, *, on: bool | None) -> None:
    connection = runtime.session.get_one(Connection, link.connection_id)
    if on is None:
        return
    connection.enabled = on
    connection.next_run_at = next_night(runtime.now(), link.tenant) if on else None


def _loose_rates(invoices: Iterable[Invoice]) -> Iterator[Decimal]:
    """Of lines without a rate group that carry an amount."""
    for invoice in invoices:
        for line in lines_with_amounts(invoice):
            if line.rate_group is None:
                yield vat_mapping.normal_rate(line.vat_rate)


def _codes_for(reference: ReferenceData, rate: Decimal) -> tuple[VatCode, ...]:
    fitting = (code for code in reference.vat_codes.values() if vat_mapping.choosable(code, rate, None))
    return tuple(sorted(fitting, key=lambda code: code.code))
