"""Where deposits are kept until their event: what a venue chose, what it can choose from, and what is suggested."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.entry.ledger_mapping import REFUSED_TYPES, REVENUE, account_problems

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from mice_exact_plugin.domain.reference import GLAccount

#: What accounts for deposits are called in the charts of the Netherlands and Belgium.
_NAMED = re.compile(
    r"\b(vooruit\s?(ontvangen|gefactureerd)|ontvangen (vooruitbetaling|aanbetaling|voorschot)|aanbetaling|"
    r"vooruitbetalingen? van|acomptes? re[cç]us?|prepayments? received|customer deposits?)",
    re.IGNORECASE,
)
_UNTAXED = re.compile(r"\b(zonder btw|geen btw|onbelast|sans tva|0 ?%)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DepositSettings:
    """The account of each VAT rate in percent, by id. Empty is never chosen, which no deposit is booked by.

    Attributes:
        as_turnover: *Aanbetalingen als omzet boeken*: on the ledger that any other line would have.
    """

    accounts: dict[Decimal, str] = field(default_factory=dict)
    as_turnover: bool = False


NEVER_CHOSEN = DepositSettings()


def is_balance(account: GLAccount) -> bool:
    """Whether an account is of the balance sheet, and not one that Exact keeps to itself.

    The types below revenue (110) are those of assets, liabilities and equity (page of GLAccounts).
    """
    return account.type < REVENUE and account.type not in REFUSED_TYPES


def choices(accounts: Iterable[GLAccount]) -> list[GLAccount]:
    """What the settings offer: those with a telling name first, then by number."""
    fitting = (account for account in accounts if is_balance(account) and not account_problems(account))
    return sorted(fitting, key=lambda account: (not _NAMED.search(account.description), account.code))


def suggest(accounts: Iterable[GLAccount], rate: Decimal) -> GLAccount | None:
    """The one account whose name says that it is for deposits, and of several the one that says the rate."""
    named = [account for account in choices(accounts) if _NAMED.search(account.description)]
    own = [account for account in named if _says(account, rate)]
    return next((few[0] for few in (own, named) if len(few) == 1), None)


def _says(account: GLAccount, rate: Decimal) -> bool:
    if not rate:
        return _UNTAXED.search(account.description) is not None
    written = re.escape(f"{rate:f}")
    return re.search(rf"(?<![\d.]){written} ?%", account.description.replace(",", ".")) is not None
