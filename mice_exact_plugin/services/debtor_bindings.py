"""Which customers stand for which relations, for the page on which an administrator can undo one. Reads only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.domain import bindings, version_1
from mice_exact_plugin.store import binding as store
from mice_exact_plugin.store import debtor as mirror

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from mice_exact_plugin.domain.customer import Customer
    from mice_exact_plugin.domain.reference import CrmAccount
    from mice_exact_plugin.store.binding import Known

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class Bound:
    """One binding; `facts` is None for what 0.1 made and for a choice for one invoice alone."""

    binding: Known
    facts: Customer | None
    account: CrmAccount | None


@dataclass(frozen=True, slots=True)
class Page:
    rows: Sequence[Bound]
    number: int
    total: int

    @property
    def has_next(self) -> bool:
        return self.number * PAGE_SIZE < self.total


def page_of(session: Session, place: tuple[str, int], text: str, number: int) -> Page:
    """Bindings whose relation has this code or contains this name, newest first.

    What 0.1 kept is left out where the same customer has a binding of now to the same relation; undone is the newer
    one, after which the older is there to be undone too.
    """
    older = [key for key, facts in store.beside_newer(session, *place) if _is_of(key, bindings.from_facts(facts))]
    found, total = store.page_of(session, *place, text, PAGE_SIZE, (number - 1) * PAGE_SIZE, older)
    accounts = {
        account.id: account for account in mirror.accounts_of(session, *place, {known.account_id for known in found})
    }
    rows = [
        Bound(known, bindings.from_facts(known.facts) if known.facts else None, accounts.get(known.account_id))
        for known in found
    ]
    return Page(rows, number, total)


def _is_of(key: str, customer: Customer) -> bool:
    """Whether a key of 0.1, which cut the name, is that of this customer; it knew fewer spellings of a country."""
    name, _, place = key.partition("|")
    same_place = place.partition("|")[0] == (version_1.normalise_postcode(customer.postcode) or "")
    return same_place and name == version_1.normalise_name(customer.written)
