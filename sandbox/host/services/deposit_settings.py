"""Which rate group and product code deposits of each VAT rate use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sandbox.host.database import session
from sandbox.host.models import DepositRateGroup
from sandbox.host.services import catalogue, rate_groups

if TYPE_CHECKING:
    from decimal import Decimal

    from sandbox.host.models import RateGroup, Tenant


@dataclass(frozen=True)
class DepositRow:
    rate: Decimal
    chosen: DepositRateGroup | None
    choosable: list[RateGroup]

    @property
    def group_id(self) -> int | None:
        return self.chosen.rate_group_id if self.chosen else None

    @property
    def product_code(self) -> str | None:
        return self.chosen.product_code if self.chosen else None


def rows(tenant: Tenant) -> list[DepositRow]:
    """One row per VAT rate that occurs in the rate groups."""
    groups = rate_groups.choosable(tenant)
    chosen = {each.vat_rate: each for each in catalogue.deposit_groups(tenant)}
    rates = sorted({group.vat_rate for group in groups} | set(chosen), reverse=True)
    return [DepositRow(rate, chosen.get(rate), [each for each in groups if each.vat_rate == rate]) for rate in rates]


def choose(tenant: Tenant, rate: Decimal, group: RateGroup, product_code: str) -> None:
    row = next((each for each in catalogue.deposit_groups(tenant) if each.vat_rate == rate), None)
    if row is None:
        row = DepositRateGroup(tenant_id=tenant.id, vat_rate=rate)
        session().add(row)
    row.rate_group, row.product_code = group, product_code
    session().flush()
