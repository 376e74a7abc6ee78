"""On which G/L account an ordinary line goes: where its invoice stands if it is credited, else where it was chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.domain.entry import receipts
from mice_exact_plugin.domain.entry.ledger_mapping import LedgerChoice, find_gl_account, unusable
from mice_exact_plugin.domain.entry.vat_mapping import normal_rate
from mice_exact_plugin.domain.problems import Code, Problem

if TYPE_CHECKING:
    from decimal import Decimal

    from mice_exact_plugin.domain.entry.acceptance import Accepted
    from mice_exact_plugin.domain.invoice import InvoiceLine
    from mice_exact_plugin.domain.reference import GLAccount, ReferenceData
    from mice_exact_plugin.domain.settings import LinkSettings


def find(
    line: InvoiceLine, settings: LinkSettings, reference: ReferenceData, default: GLAccount | None, accepted: Accepted
) -> LedgerChoice | list[Problem]:
    """What a credit takes back is on the account of its invoice, unless that can no longer be booked on."""
    if receipts.is_at_gross(line):
        return receipts.ledger(settings.receipts, reference)
    rate = normal_rate(line.vat_rate)
    chosen = _chosen(line, rate, settings, reference, default)
    now = chosen.account.id if isinstance(chosen, LedgerChoice) else None
    account = reference.gl_accounts_by_id.get(accepted.ledgers.instead(line, rate, now) or "")
    return chosen if account is None or unusable(account) else LedgerChoice(account, None)


def _chosen(
    line: InvoiceLine, rate: Decimal, settings: LinkSettings, reference: ReferenceData, default: GLAccount | None
) -> LedgerChoice | list[Problem]:
    """Lines without a rate group have a ledger of their own per rate, once somebody chose one."""
    if line.rate_group:
        own = settings.rate_group_ledgers.get(line.rate_group.code, "")
        return find_gl_account(line, reference, default, reference.gl_accounts_by_id.get(own))
    chosen = settings.loose(rate).gl_account_id
    if chosen is None:
        return find_gl_account(line, reference, default)
    account = reference.gl_accounts_by_id.get(chosen)
    if account is None:
        return [Problem(Code.LOOSE_GL_ACCOUNT_GONE, {"rate": str(rate)})]
    return unusable(account) or LedgerChoice(account, None)
