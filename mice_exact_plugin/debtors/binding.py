"""Where a debtor stands before any call, and writing down which relation a customer was found to be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.audit import record
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.debtor.bindings import VERSION, as_facts, name_key
from mice_exact_plugin.errors import LinkError, TryLater
from mice_exact_plugin.exports import remarks
from mice_exact_plugin.mirror import binding_writing
from mice_exact_plugin.mirror.binding_table import BindingState, DebtorBinding, Standing

if TYPE_CHECKING:
    from mice_exact_plugin.domain.debtor.customer import Customer
    from mice_exact_plugin.domain.reference import CrmAccount
    from mice_exact_plugin.domain.remarks import RemarkCode, Said
    from mice_exact_plugin.exact.sites import Place
    from mice_exact_plugin.work import Work

    #: What is to be shown beside an invoice that is booked on this relation.
    Remarks = tuple[tuple[RemarkCode, Said], ...]


class DebtorUnderWay(TryLater):
    """A relation for this debtor was sent with unknown outcome: its invoices wait until it is found or resent."""


class DecidedMeanwhile(LinkError):
    """A binding is not what was read: a person decided about it. Nothing was written in its place."""


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
        supersedes: an earlier binding that this one takes the place of.
        standing: what was read under `key`.
    """

    key: str
    customer: Customer | None
    account: CrmAccount | None
    promote: bool = False
    bound: bool = False
    creation: Intent | None = None
    supersedes: Standing | None = None
    standing: Standing | None = None
    remarks: Remarks = ()

    @property
    def has_payment_condition(self) -> bool:
        return self.account is not None and self.account.has_payment_condition

    @property
    def name(self) -> str:
        """What people call it."""
        return self.account.name if self.account else self.customer.written if self.customer else ""


def row_of(place: Place, key: str, customer: Customer | None, account_id: str, fence: int) -> DebtorBinding:
    """A row of version 2 on these facts; without a customer it is one invoice's alone."""
    return DebtorBinding(
        site=place[0],
        division=place[1],
        match_key=key,
        account_id=account_id,
        state=BindingState.BOUND,
        sends=0,
        fence=fence,
        key_version=VERSION,
        name_key=name_key(customer.written) if customer else None,
        facts=as_facts(customer) if customer else None,
        may_promote=False,
    )


def bind(work: Work, located: Located, account: CrmAccount, export_id: int) -> None:
    """Keep what was found by the table; it takes the place of what an older version kept."""
    row = row_of(work.link.place, located.key, located.customer, account.id, work.lease.fence)
    row.bound_at = work.runtime.now()
    with step(work.session):
        write(work, located, row)
        audit(work, "debtor_bound", account.code)
        remark(work, located, export_id)
    work.ahead.outdated(located.customer, None, work.forms)


def write(work: Work, located: Located, row: DebtorBinding, *, kept: frozenset[str] = frozenset()) -> None:
    """Put it in the place of what was read, within the caller's transaction; DecidedMeanwhile when that is gone."""
    supersedes, standing = located.supersedes, located.standing
    if supersedes:
        if not binding_writing.drop(work.session, *work.link.place, supersedes):
            raise DecidedMeanwhile
        standing = None if supersedes.key == located.key else standing
    if not binding_writing.write(work.session, row, standing, kept=kept):
        raise DecidedMeanwhile


def remark(work: Work, located: Located, export_id: int) -> None:
    """What is to be shown beside the invoice, within the caller's transaction."""
    for code, params in located.remarks:
        remarks.add(work.session, export_id, code, params)


def audit(work: Work, event: str, code: str) -> None:
    record(work.session, work.link.tenant, event, at=work.runtime.now(), code=code)
