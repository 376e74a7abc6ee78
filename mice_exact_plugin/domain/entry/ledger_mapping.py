"""From a line's ledger number to a G/L account, with the default ledger as the fallback that is always shown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.entry.entry import LedgerFallback
from mice_exact_plugin.domain.problems import Code, Params, Problem
from mice_exact_plugin.domain.reference import Use

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mice_exact_plugin.domain.invoice import InvoiceLine
    from mice_exact_plugin.domain.reference import GLAccount, Journal, ReferenceData

REVENUE = 110
SALES_JOURNAL = 20
#: Cash, bank, credit card, payment services, receivable, payable, VAT: Exact answers `Ongeldig: Grootboekrekeningtype`
#: for a receivable or VAT account on an entry line (picqer/exact-php-client issue 121).
REFUSED_TYPES = frozenset({10, 12, 14, 16, 20, 22, 24})

_OTHER_REVENUE = re.compile(
    r"\b(overige (omzet|opbrengsten)|omzet overig|other revenue|autres (produits|revenus|ventes))\b", re.IGNORECASE
)
_SALES_JOURNALS = frozenset(
    {"verkoopboek", "verkoopdagboek", "verkoop", "verkopen", "ventes", "sales", "sales journal"}
)


@dataclass(frozen=True, slots=True)
class LedgerChoice:
    """The account that a line is booked on; `fallback` says that the default ledger had to take it."""

    account: GLAccount
    fallback: LedgerFallback | None


def find_gl_account(
    line: InvoiceLine, reference: ReferenceData, default: GLAccount | None, own: GLAccount | None = None
) -> LedgerChoice | list[Problem]:
    """The account of a line, or every reason why it cannot be booked there.

    A missing or unknown ledger number goes to what was chosen for the rate group (`own`), else to the default. An
    account that exists but cannot carry the line never does: that would hide a choice somebody made.
    """
    number = ledger_number(line)
    account = (reference.gl_accounts.get(number) if number else None) or own
    fallback = None if account else _fallback(line, number)
    account = account or default
    if account is None:
        return [Problem(Code.DEFAULT_GL_ACCOUNT_GONE)]
    return unusable(account) or LedgerChoice(account, fallback)


def ledger_number(line: InvoiceLine) -> str | None:
    """The host's own text, trimmed; None when there is none."""
    return ((line.rate_group and line.rate_group.ledger_number) or "").strip() or None


def unusable(account: GLAccount) -> list[Problem]:
    """Why no entry line can carry this account, whatever else the line has."""
    params: Params = {"account": account.code, "description": account.description}
    found = {Code.GL_ACCOUNT_BLOCKED: account.is_blocked, Code.GL_ACCOUNT_TYPE: account.type in REFUSED_TYPES}
    return [Problem(code, params) for code, applies in found.items() if applies]


def account_problems(account: GLAccount) -> list[Problem]:
    """Why a line that no rule is about cannot carry this account."""
    return [*unusable(account), *lacks(account)]


def lacks(account: GLAccount) -> list[Problem]:
    """What the account demands and does not give by itself."""
    params: Params = {"account": account.code, "description": account.description}
    found = {
        Code.COST_CENTER_NEEDED: account.cost_center_use is Use.MANDATORY and not account.cost_center,
        Code.COST_UNIT_NEEDED: account.cost_unit_use is Use.MANDATORY and not account.cost_unit,
    }
    return [Problem(code, params) for code, applies in found.items() if applies]


def selectable_as_default(account: GLAccount) -> bool:
    return not account_problems(account)


def choices_for_default(accounts: Iterable[GLAccount]) -> list[GLAccount]:
    """What the settings page offers as default ledger: revenue accounts first, then by number."""
    selectable = filter(selectable_as_default, accounts)
    return sorted(selectable, key=lambda account: (account.type != REVENUE, account.code))


def suggest_default_gl_account(accounts: Iterable[GLAccount]) -> GLAccount | None:
    """The revenue account that calls itself "other"; a guess is worse than an empty field."""
    named = (
        account
        for account in choices_for_default(accounts)
        if account.type == REVENUE and _OTHER_REVENUE.search(account.description)
    )
    return next(named, None)


def journals_to_choose(journals: Iterable[Journal]) -> list[Journal]:
    usable = (journal for journal in journals if journal.type == SALES_JOURNAL and not journal.is_blocked)
    return sorted(usable, key=lambda journal: journal.code)


def suggest_journal(journals: Iterable[Journal]) -> Journal | None:
    """The only sales journal, else the only one with the plain name."""
    usable = journals_to_choose(journals)
    plain = [journal for journal in usable if journal.description.strip().casefold() in _SALES_JOURNALS]
    return next((few[0] for few in (usable, plain) if len(few) == 1), None)


def _fallback(line: InvoiceLine, number: str | None) -> LedgerFallback:
    return LedgerFallback(
        position=line.position,
        description=line.description,
        product=line.product,
        rate_group=line.rate_group.description if line.rate_group else None,
        ledger_number=number,
    )
