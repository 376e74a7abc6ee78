"""What is ordered for an event, at the catalogue's prices of this moment; later price changes leave it alone."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from sandbox.host.models import EventItem, EventItemPart, LineKind
from sandbox.host.services.vat import HUNDRED, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sandbox.host.models import Event, Location, Package, Product, RateGroup

#: Converted prices keep four decimals: that is how unround amounts come about.
PRICE_STEP = Decimal("0.0001")


def add_product(event: Event, product: Product, quantity: Decimal) -> None:
    parts = [(part.rate_group, part.price) for part in product.parts]
    event.items.append(_of(product, _item(event, LineKind.PRODUCT, product.name, quantity, parts)))


def add_package(event: Event, package: Package) -> None:
    """The package at its price, products it covers at zero, and the others charged on top."""
    guests = Decimal(event.guests)
    parts = [(part.rate_group, part.price) for part in package.parts]
    quantity = guests if package.per_person else Decimal(1)
    event.items.append(_item(event, LineKind.PACKAGE, package.name, quantity, parts))
    for item in package.items:
        if item.included:
            covered = [(part.rate_group, Decimal(0)) for part in item.product.parts[:1]]
            event.items.append(_of(item.product, _item(event, LineKind.PRODUCT, item.product.name, guests, covered)))
        else:
            add_product(event, item.product, Decimal(1))


def add_room_rent(event: Event, location: Location) -> None:
    parts = [(location.rate_group, location.rent)]
    rent = _item(event, LineKind.ROOM_RENT, f"Zaalhuur {location.name}", Decimal(1), parts)
    rent.room = str(location.id)
    event.items.append(rent)


def add_receipt(event: Event, description: str, quantity: Decimal, price: Decimal, vat_rate: Decimal) -> None:
    """A till receipt: its price is as rung up, and it has no rate group."""
    item = EventItem(kind=LineKind.RECEIPT, description=description, quantity=quantity)
    item.parts = [EventItemPart(vat_rate=plain(vat_rate), price=price)]
    event.items.append(item)


def _item(
    event: Event, kind: LineKind, name: str, quantity: Decimal, parts: Iterable[tuple[RateGroup, Decimal]]
) -> EventItem:
    item = EventItem(kind=kind, description=name, product=name, quantity=quantity)
    item.parts = [
        EventItemPart(rate_group=group, vat_rate=group.vat_rate, price=_price(event, group, price))
        for group, price in parts
    ]
    return item


def _of(product: Product, item: EventItem) -> EventItem:
    item.product_id, item.category = str(product.id), product.category
    return item


def _price(event: Event, group: RateGroup, price: Decimal) -> Decimal:
    """The catalogue's prices exclude VAT; an event for private guests shows them with VAT."""
    if not event.incl_vat:
        return price
    return (price * (HUNDRED + group.vat_rate) / HUNDRED).quantize(PRICE_STEP, ROUND_HALF_UP)
