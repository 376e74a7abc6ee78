"""What the tables say of one customer, and whether something that is written meanwhile may change it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.mirror.binding_table import Known, Standing

if TYPE_CHECKING:
    from mice_exact_plugin.domain.debtor.customer import Customer, LookUp
    from mice_exact_plugin.domain.reference import CrmAccount


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a customer here: the binding to go by, its relation, and what the mirror has besides.

    `is_lost`: one of his name was booked on a relation that is gone from Exact.
    """

    binding: Known | None
    account: CrmAccount | None
    candidates: tuple[CrmAccount, ...]
    booked_on: str | None
    is_lost: bool = False

    @property
    def is_certain(self) -> bool:
        """A binding of now, or a person's, needs nothing besides."""
        if self.binding is None or self.account is None:
            return False
        return self.binding.key_version > 1 or self.binding.decided_by is not None


@dataclass(frozen=True, slots=True)
class Read:
    """What the tables say of one customer: every binding that may be about him, and what follows from them.

    Attributes:
        named: of customers whose names begin alike.
        old: under the key that 0.1 gave him.
        own: under the key of his very facts.
    """

    customer: Customer
    name: str
    keys: LookUp
    named: list[Known]
    old: Known | None
    own: Known | None
    facts: Facts

    def under(self, key: str) -> Standing | None:
        """What stood under this key."""
        known = next((one for one in (self.own, self.old, *self.named) if one and one.key == key), None)
        return known.standing if known else None

    def concerns(self, stem: str | None, vat_number: str | None, coc_number: str | None) -> bool:
        """Whether a relation under these keys may be this customer."""
        by_number = (vat_number, self.keys.vat_number), (coc_number, self.keys.coc_number)
        return stem in self.keys.stems or any(theirs is not None and theirs == ours for theirs, ours in by_number)
