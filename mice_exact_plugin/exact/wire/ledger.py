"""What an account has, line by line, from the bulk list of transaction lines: a thousand a call."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from mice_exact_plugin.domain.deposits.comparing import LedgerLine
from mice_exact_plugin.domain.money import to_cents
from mice_exact_plugin.exact.odata import Query, any_of, eq, guid, listing
from mice_exact_plugin.exact.wire.envelope import Garbled, ValueRow
from mice_exact_plugin.exact.wire.values import INT64, day, key, trimmed

LEDGER = "bulk/Financial/TransactionLines"


class LedgerRow(ValueRow[LedgerLine]):
    """A line in debit is above zero there; what waits for an event stands in credit."""

    EntryID: str | None = None
    EntryNumber: int | None = None
    GLAccount: str | None = None
    AmountFC: Decimal | None = None
    AmountDC: Decimal | None = None
    Date: str | None = None
    YourRef: str | None = None

    def value(self) -> LedgerLine:
        if not self.EntryID or self.GLAccount is None or self.AmountDC is None:
            raise Garbled("a transaction line without entry, account or amount")
        home = to_cents(-self.AmountDC)
        return LedgerLine(
            entry_id=key(self.EntryID),
            account_id=key(self.GLAccount),
            amount=home if self.AmountFC is None else to_cents(-self.AmountFC),
            home=home,
            your_ref=trimmed(self.YourRef),
            entry_number=None if abs(self.EntryNumber or 0) > INT64 else self.EntryNumber,
            day=day(self.Date),
        )


def of_accounts(account_ids: Iterable[str]) -> Query:
    """All lines of a few accounts, since the books began."""
    return listing(LEDGER, LedgerRow, any_of([eq("GLAccount", guid(account_id)) for account_id in account_ids]))
