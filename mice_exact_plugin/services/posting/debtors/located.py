"""Where a debtor stands before any call."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.errors import LinkError, TryLater

if TYPE_CHECKING:
    from mice_exact_plugin.domain.customer import Customer
    from mice_exact_plugin.domain.reference import CrmAccount
    from mice_exact_plugin.domain.remarks import RemarkCode

    #: What is to be shown beside an invoice that is booked on this relation.
    Remarks = tuple[tuple[RemarkCode, dict[str, str]], ...]


class DebtorUnderWay(TryLater):
    """A relation for this debtor was sent with unknown outcome: its invoices wait until it is found or resent."""


class NotPromoted(LinkError):
    """Exact took the change that makes a relation a customer, and it is none."""


@dataclass(frozen=True, slots=True)
class Intent:
    """A relation that is to be made, under the id to ask for.

    Attributes:
        sends: how often it was sent already, for all we know in vain; then a refusal proves nothing.
        decided_by: the person who wants a new one although others look like it.
    """

    account_id: str
    sends: int = 0
    decided_by: str | None = None


@dataclass(frozen=True, slots=True)
class Located:
    """An account that exists, one to promote first, or one to create.

    Attributes:
        key: the key of the binding that stands, or will stand, for this customer.
        bound: a binding stands already.
        supersedes: the key of an earlier binding that this one takes the place of.
    """

    key: str
    customer: Customer | None
    account: CrmAccount | None
    promote: bool = False
    bound: bool = False
    creation: Intent | None = None
    supersedes: str | None = None
    remarks: Remarks = ()

    @property
    def has_payment_condition(self) -> bool:
        return self.account is not None and self.account.has_payment_condition

    @property
    def name(self) -> str:
        """What people call it."""
        return self.account.name if self.account else self.customer.written if self.customer else ""
