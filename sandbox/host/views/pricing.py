"""What the pages of products and packages share: a price in rows, one per rate group."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sandbox.host.models import RateGroup
from sandbox.host.services import rate_groups
from sandbox.host.tenancy import fetch_or_404, the_tenant

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sandbox.host.forms.setup import PricedForm
    from sandbox.host.models.catalogue import PricePart


def rows_of(parts: Sequence[PricePart]) -> list[dict[str, Any]]:
    """The rows a form starts with; a new price starts with one empty row."""
    return [{"rate_group": str(part.rate_group_id), "price": part.price} for part in parts] or [{}]


def is_complete(form: PricedForm, parts: Sequence[PricePart]) -> bool:
    """Prepare the rows' choices and say whether the form can be saved; the extra button only adds a row."""
    if form.more.data:
        form.add_row()
    groups = list(rate_groups.choosable(the_tenant()))
    form.offer(groups + [part.rate_group for part in parts if part.rate_group not in groups])
    return not form.more.data and bool(form.validate_on_submit())


def prices_of(form: PricedForm) -> list[tuple[RateGroup, Decimal]]:
    return [
        (fetch_or_404(RateGroup, int(row["rate_group"])), row["price"])
        for row in form.parts.data
        if row["rate_group"] and row["price"] is not None
    ]
