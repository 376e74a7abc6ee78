"""What the settings offer for deposits: accounts per rate, suggestions by name, and what a save checks."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.deposits import settings as deposits
from mice_exact_plugin.domain.deposits.settings import DepositSettings
from mice_exact_plugin.domain.entry.lines import lines_with_amounts
from mice_exact_plugin.domain.entry.vat_mapping import normal_rate
from mice_exact_plugin.domain.invoice import LineKind
from mice_exact_plugin.domain.problems import Code

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.domain.reference import GLAccount, ReferenceData
    from mice_exact_plugin.domain.settings import LinkSettings
    from mice_exact_plugin.exports.export import Export


@dataclass(frozen=True, slots=True)
class DepositChoices:
    """What may be chosen per rate.

    Attributes:
        needed: rates for want of whose account an invoice is held.
        in_use: rates of waiting deposits.
        suggested: what stands on the page where nothing was ever saved, or an invoice waits for it.
    """

    accounts: tuple[GLAccount, ...]
    saved: DepositSettings
    needed: frozenset[Decimal]
    in_use: frozenset[Decimal]
    suggested: Mapping[Decimal, GLAccount]


def choices(
    reference: ReferenceData,
    saved: LinkSettings | None,
    rates: Iterable[Decimal],
    waiting: Iterable[Export],
    invoices: Iterable[Invoice],
) -> DepositChoices:
    """From the mirror and what waits; a suggestion is never saved unseen, so only where the group stands open."""
    accounts, kept = deposits.choices(reference.gl_accounts.values()), saved.deposits if saved else DepositSettings()
    needed = frozenset(_needed(waiting))
    open_rates = {rate for rate in rates if rate not in kept.accounts and (saved is None or needed)}
    found = {rate: deposits.suggest(accounts, rate) for rate in open_rates}
    suggested = {rate: account for rate, account in found.items() if account}
    return DepositChoices(tuple(accounts), kept, needed, frozenset(_rates(invoices)), suggested)


def errors(chosen: DepositSettings, reference: ReferenceData) -> dict[str, str]:
    """What is no account for deposits, by field."""
    offered = {account.id for account in deposits.choices(reference.gl_accounts.values())}
    return {f"deposit:{rate}": "not_offered" for rate, account in chosen.accounts.items() if account not in offered}


def _needed(waiting: Iterable[Export]) -> Iterable[Decimal]:
    problems = (problem for row in waiting for problem in row.problems)
    return {Decimal(found.params["rate"]) for found in problems if found.code is Code.DEPOSIT_LEDGER_NEEDED}


def _rates(invoices: Iterable[Invoice]) -> Iterable[Decimal]:
    lines = (line for invoice in invoices for line in lines_with_amounts(invoice))
    return {normal_rate(line.vat_rate) for line in lines if line.kind is LineKind.DEPOSIT}
