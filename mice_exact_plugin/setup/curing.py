"""One setting chosen where its want is shown: the VAT code of a rate, or the ledgers of rate groups."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mice_exact_plugin.database import step
from mice_exact_plugin.domain.entry import ledger_mapping, vat_mapping
from mice_exact_plugin.link.connection import link_of
from mice_exact_plugin.link.settings import settings_of
from mice_exact_plugin.mirror import reference_data
from mice_exact_plugin.setup import settings as whole
from mice_exact_plugin.setup.settings import Part, SettingsRefused

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from decimal import Decimal

    from mice_exact_plugin.domain.reference import GLAccount, VatCode
    from mice_exact_plugin.domain.settings import LinkSettings
    from mice_exact_plugin.runtime import Person, Runtime


@dataclass(frozen=True, slots=True)
class Offered:
    """What can be chosen: the codes for each rate, the one that fits best, and the ledgers."""

    vat_codes: Mapping[Decimal, tuple[VatCode, ...]]
    suggested: Mapping[Decimal, VatCode]
    ledgers: tuple[GLAccount, ...]


def offered(runtime: Runtime, tenant: str, rates: Collection[Decimal]) -> Offered:
    """From the mirror; no calls."""
    reference, today = reference_data.reference_data(runtime, link_of(runtime, tenant)), runtime.today()
    codes = {
        rate: tuple(
            sorted(
                (code for code in reference.vat_codes.values() if vat_mapping.choosable(code, rate, None)),
                key=lambda code: code.code,
            )
        )
        for rate in rates
    }
    found = {rate: vat_mapping.suggest_vat_code(codes[rate], rate, today) for rate in rates}
    ledgers = ledger_mapping.choices_for_default(reference.gl_accounts.values())
    return Offered(codes, {rate: code for rate, code in found.items() if code}, tuple(ledgers))


def map_rate(runtime: Runtime, tenant: str, rate: Decimal, code: str, person: Person) -> int:
    """Returns how many blocked invoices this released. SettingsRefused when the code does not fit the rate."""
    saved = _saved(runtime, tenant)
    wanted = replace(saved, vat_codes={**saved.vat_codes, vat_mapping.normal_rate(rate): code})
    return whole.save(runtime, tenant, wanted, person, seen=saved.version)


def map_ledgers(runtime: Runtime, tenant: str, chosen: Mapping[str, str], person: Person) -> int:
    """The codes of ledgers by that of the rate group; returns how many blocked invoices this released."""
    known = {account.code: account.id for account in offered(runtime, tenant, ()).ledgers}
    unknown = [group for group, code in chosen.items() if code not in known]
    if unknown:
        raise SettingsRefused(dict.fromkeys(unknown, "not_offered"))
    saved = _saved(runtime, tenant)
    ledgers = {**saved.rate_group_ledgers, **{group: known[code] for group, code in chosen.items()}}
    wanted = replace(saved, rate_group_ledgers=ledgers)
    return whole.save(runtime, tenant, wanted, person, seen=saved.version, part=Part.LEDGERS)


def _saved(runtime: Runtime, tenant: str) -> LinkSettings:
    """There is nothing to add to before the first save, which asks more."""
    link = link_of(runtime, tenant)
    with step(runtime.session):
        saved = settings_of(runtime.session, tenant, *link.place)
    if saved is None:
        raise SettingsRefused({"settings": "not_offered"})
    return saved
