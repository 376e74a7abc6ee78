"""The catalogue that a new venue starts from, as tables: rate groups, deposit groups, products, packages and rooms."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from sandbox.host.database import session
from sandbox.host.models import (
    DepositRateGroup,
    Location,
    Package,
    PackageItem,
    PackagePart,
    Product,
    ProductPart,
    RateGroup,
)
from sandbox.host.services.catalogues import BY_COUNTRY, DUTCH

if TYPE_CHECKING:
    from sandbox.host.models import Tenant
    from sandbox.host.services.catalogues import Catalogue, Group, Offer


def fill_catalogue(tenant: Tenant) -> None:
    catalogue = BY_COUNTRY.get(tenant.country or "", DUTCH)
    groups = {code: _rate_group(tenant, code, group) for code, group in catalogue.rate_groups.items()}
    session().add_all(groups.values())
    session().flush()
    products = {offer.name: _product(tenant, groups, offer) for offer in catalogue.products}
    session().add_all(products.values())
    session().flush()
    for name, per_person, prices, items in catalogue.packages:
        package = Package(tenant_id=tenant.id, name=name, per_person=per_person)
        package.parts = [PackagePart(rate_group=groups[code], price=Decimal(price)) for code, price in prices.items()]
        package.items = [PackageItem(product=products[item], included=included) for item, included in items.items()]
        session().add(package)
    _add_rooms_and_deposits(tenant, catalogue, groups)


def _rate_group(tenant: Tenant, code: str, group: Group) -> RateGroup:
    return RateGroup(
        tenant_id=tenant.id,
        code=code,
        description=group.description,
        vat_rate=Decimal(group.vat_rate),
        ledger_number=group.ledger_number,
        vat_situation=group.vat_situation,
    )


def _product(tenant: Tenant, groups: dict[str, RateGroup], offer: Offer) -> Product:
    parts = [ProductPart(rate_group=groups[code], price=Decimal(price)) for code, price in offer.prices.items()]
    return Product(tenant_id=tenant.id, name=offer.name, category=offer.category, parts=parts)


def _add_rooms_and_deposits(tenant: Tenant, catalogue: Catalogue, groups: dict[str, RateGroup]) -> None:
    for name, capacity, rent, code in catalogue.rooms:
        session().add(
            Location(tenant_id=tenant.id, name=name, capacity=capacity, rent=Decimal(rent), rate_group=groups[code])
        )
    for rate, (product_code, code) in catalogue.deposits.items():
        session().add(
            DepositRateGroup(
                tenant_id=tenant.id, vat_rate=Decimal(rate), product_code=product_code, rate_group=groups[code]
            )
        )
