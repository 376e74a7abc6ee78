"""An export as the queries return it: a typed value made once from a Core row, and the changes that may be written."""

from __future__ import annotations

# Any: SQLAlchemy does not know the types of a row of Core.
from typing import TYPE_CHECKING, Any, NamedTuple, TypedDict

from mice_exact_plugin.exact.sites import Place

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date, datetime
    from decimal import Decimal

    from sqlalchemy import Row

    from mice_exact_plugin.domain.kept import KeptSent
    from mice_exact_plugin.domain.problems import Problem
    from mice_exact_plugin.domain.states import State


class Export(NamedTuple):
    """One row of the queue, in the order of the table's columns.

    Attributes:
        waits_for: the number of the invoice that has to be booked before this one is, where that was asked.
    """

    id: int
    tenant: str
    invoice_id: str
    identifier: str
    reference: str
    is_credit: bool
    credits_id: str | None
    invoice_date: date
    sent_at: datetime
    debtor_name: str | None
    debtor_key: str | None
    client_id: str | None
    currency: str
    gross: Decimal
    queued_at: datetime
    state: State
    not_before: datetime | None
    problems: Collection[Problem]
    ignored_reason: str | None
    has_acceptance: bool
    tries: int
    settings_version: int | None
    site: str | None
    division: int | None
    division_name: str | None
    journal: str | None
    account_id: str | None
    posting_key: str | None
    generation: int
    payload_digest: str | None
    invoice_digest: str | None
    digest_version: int
    net: Decimal | None
    vat: Decimal | None
    posted_gross: Decimal | None
    sent: KeptSent | None
    fence: int
    run_id: int | None
    sends: int
    first_sent_at: datetime | None
    last_sent_at: datetime | None
    entry_id: str | None
    entry_number: int | None
    synced_at: datetime | None
    adopted: bool
    told_host_at: datetime | None
    fallbacks: list[dict[str, object]]
    deleted_at: datetime | None
    changed_at: datetime | None
    version: int
    waits_on: str | None
    approved_digest: str | None
    approval_lapsed: bool
    booked_on: date | None
    waits_for: str | None = None

    @property
    def place(self) -> Place | None:
        """Site and administration of its attempts, or of what was found; None when there were none."""
        return None if self.site is None or self.division is None else Place(self.site, self.division)


class Compared(NamedTuple):
    """What of a row tells whether it says what its invoice says now.

    Fields of `Export` by their names, since no type checker derives one from the other; the sweep reads just these.
    """

    id: int
    invoice_id: str
    state: State
    ignored_reason: str | None
    deleted_at: datetime | None
    changed_at: datetime | None
    synced_at: datetime | None
    invoice_digest: str | None
    digest_version: int
    identifier: str
    reference: str
    is_credit: bool
    credits_id: str | None
    invoice_date: date
    sent_at: datetime
    debtor_name: str | None
    debtor_key: str | None
    client_id: str | None
    currency: str
    gross: Decimal


class Changes(TypedDict, total=False):
    """What may be written to a row; its state is written by `advance` alone, and what it is about by nobody.

    Named here again, since no type checker derives one from the other: `tests/types` holds both to the table.
    """

    identifier: str
    reference: str
    is_credit: bool
    credits_id: str | None
    invoice_date: date
    sent_at: datetime
    debtor_name: str | None
    debtor_key: str | None
    client_id: str | None
    currency: str
    gross: Decimal
    not_before: datetime | None
    problems: Collection[Problem]
    ignored_reason: str | None
    has_acceptance: bool
    tries: int
    settings_version: int | None
    site: str | None
    division: int | None
    division_name: str | None
    journal: str | None
    account_id: str | None
    posting_key: str | None
    generation: int
    payload_digest: str | None
    invoice_digest: str | None
    digest_version: int
    net: Decimal | None
    vat: Decimal | None
    posted_gross: Decimal | None
    sent: KeptSent | None
    fence: int
    run_id: int | None
    sends: int
    first_sent_at: datetime | None
    last_sent_at: datetime | None
    entry_id: str | None
    entry_number: int | None
    synced_at: datetime | None
    adopted: bool
    told_host_at: datetime | None
    fallbacks: list[dict[str, object]]
    deleted_at: datetime | None
    changed_at: datetime | None
    version: int
    waits_on: str | None
    approved_digest: str | None
    approval_lapsed: bool
    booked_on: date | None


def of_row(row: Row[Any]) -> Export:
    """Positions and not names: of the ways to make one this costs least."""
    return Export(*row)
