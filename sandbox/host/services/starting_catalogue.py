"""The catalogue a new venue starts from: rate groups, deposit groups, products, packages and rooms."""

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

if TYPE_CHECKING:
    from sandbox.host.models import Tenant

#: code: description, VAT rate, ledger number
RATE_GROUPS = {
    "21-8000": ("Zaalhuur", "21", "8000"),
    "9-8100": ("Catering laag", "9", "8100"),
    "9-8110": ("Dranken laag", "9", "8110"),
    "21-8115": ("Dranken hoog", "21", "8115"),
    "21-8200": ("Techniek", "21", "8200"),
    "21-8300": ("Personeel", "21", "8300"),
    "9-8400": ("Logies", "9", "8400"),
    "0-8080": ("Vrijgestelde prestaties", "0", "8080"),
    "21-1850": ("Aanbetaling 21%", "21", "1850"),
    "9-1851": ("Aanbetaling 9%", "9", "1851"),
    "0-1852": ("Aanbetaling zonder btw", "0", "1852"),
    "21-geen": ("Overig hoog", "21", None),
}

#: VAT rate: product code, rate group
DEPOSITS = {"21": ("AANB21", "21-1850"), "9": ("AANB9", "9-1851"), "0": ("AANB0", "0-1852")}

#: name, category, price excluding VAT per rate group
PRODUCTS = (
    ("Koffie en thee onbeperkt", "Dranken", {"9-8110": "4.25"}),
    ("Lunchbuffet", "Catering", {"9-8100": "24.50"}),
    ("Borrelarrangement 2 uur", "Dranken", {"21-8115": "12.75", "9-8100": "6.50"}),
    ("Diner 3 gangen", "Catering", {"9-8100": "42.50"}),
    ("Wijnarrangement", "Dranken", {"21-8115": "18.50"}),
    ("Beamer en scherm", "Techniek", {"21-8200": "85.00"}),
    ("Geluidstechnicus per uur", "Personeel", {"21-8300": "57.50"}),
    ("Hotelkamer", "Logies", {"9-8400": "98.00"}),
    ("Decoratie op maat", "Overig", {"21-geen": "150.00"}),
)

#: name, per person, price excluding VAT per rate group, products with whether the price covers them
PACKAGES: tuple[tuple[str, bool, dict[str, str], dict[str, bool]], ...] = (
    (
        "Vergaderarrangement 8 uur",
        True,
        {"21-8000": "14.50", "9-8100": "22.25", "9-8110": "6.75"},
        {"Koffie en thee onbeperkt": True, "Lunchbuffet": True, "Beamer en scherm": False},
    ),
    (
        "Bruiloft compleet",
        True,
        {"21-8000": "12.3333", "9-8100": "41.3333", "21-8115": "24.3334"},
        {"Diner 3 gangen": True, "Wijnarrangement": True},
    ),
    ("Receptie vaste prijs", False, {"21-8115": "625.00", "9-8100": "625.00"}, {}),
)

#: name, capacity, rent, rate group
LOCATIONS = (
    ("Grote Zaal", 250, "950.00", "21-8000"),
    ("Tuinkamer", 60, "375.00", "21-8000"),
    ("Dakterras", 120, "525.00", "21-8000"),
)


def fill_catalogue(tenant: Tenant) -> None:
    groups = {code: _rate_group(tenant, code) for code in RATE_GROUPS}
    session().add_all(groups.values())
    session().flush()
    products = {name: _product(tenant, groups, name, category, prices) for name, category, prices in PRODUCTS}
    session().add_all(products.values())
    session().flush()
    for name, per_person, prices, items in PACKAGES:
        package = Package(tenant_id=tenant.id, name=name, per_person=per_person)
        package.parts = [PackagePart(rate_group=groups[code], price=Decimal(price)) for code, price in prices.items()]
        package.items = [PackageItem(product=products[item], included=included) for item, included in items.items()]
        session().add(package)
    _add_rooms_and_deposits(tenant, groups)


def _rate_group(tenant: Tenant, code: str) -> RateGroup:
    description, rate, ledger = RATE_GROUPS[code]
    return RateGroup(
        tenant_id=tenant.id, code=code, description=description, vat_rate=Decimal(rate), ledger_number=ledger
    )


def _product(tenant: Tenant, groups: dict[str, RateGroup], name: str, category: str, prices: dict[str, str]) -> Product:
    parts = [ProductPart(rate_group=groups[code], price=Decimal(price)) for code, price in prices.items()]
    return Product(tenant_id=tenant.id, name=name, category=category, parts=parts)


def _add_rooms_and_deposits(tenant: Tenant, groups: dict[str, RateGroup]) -> None:
    for name, capacity, rent, code in LOCATIONS:
        session().add(
            Location(tenant_id=tenant.id, name=name, capacity=capacity, rent=Decimal(rent), rate_group=groups[code])
        )
    for rate, (product_code, code) in DEPOSITS.items():
        session().add(
            DepositRateGroup(
                tenant_id=tenant.id, vat_rate=Decimal(rate), product_code=product_code, rate_group=groups[code]
            )
        )
