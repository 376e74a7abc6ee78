"""A person who wants a debtor tried again at once, though its creation was not answered often enough for a night."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.domain import bindings, version_1
from mice_exact_plugin.domain.customer import customer_of
from mice_exact_plugin.domain.retry import is_enough_for_a_night
from mice_exact_plugin.store import binding as store
from mice_exact_plugin.store.base import step
from mice_exact_plugin.store.binding import BindingState

if TYPE_CHECKING:
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.services.posting.work import Desk

#: It was sent, so a refusal still proves nothing; but the tries of a night are counted anew.
SENT_BEFORE = 1


def lift(desk: Desk, invoice: Invoice) -> None:
    """Let the next run send it again, after the search that comes before every repetition."""
    customer = customer_of(invoice.debtor, desk.link.division_country, desk.forms.keyed, invoice.debtor.client_id)
    if customer is None:
        return
    with step(desk.session):
        named = store.bindings_named(desk.session, *desk.link.place, bindings.name_key(customer.written))
        for key in [*(known.key for known in named), version_1.match_key(invoice.debtor)]:
            row = store.binding_of(desk.session, *desk.link.place, key) if key else None
            if row is not None and row.state == BindingState.CREATING and is_enough_for_a_night(row.sends):
                row.sends = SENT_BEFORE
