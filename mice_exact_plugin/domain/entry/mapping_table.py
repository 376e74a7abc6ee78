"""What becomes of every rate group in the books, as one table that a bookkeeper can agree to, and its digest."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from mice_exact_plugin.domain.deposits.settings import NEVER_CHOSEN
from mice_exact_plugin.domain.dimensions import NO_COSTS, By, Costs
from mice_exact_plugin.domain.entry.ledger_mapping import LedgerChoice, find_gl_account, lacks, ledger_number
from mice_exact_plugin.domain.entry.vat_mapping import Ground, ground_of, normal_rate
from mice_exact_plugin.domain.invoice import InvoiceLine
from mice_exact_plugin.domain.money import ZERO
from mice_exact_plugin.domain.problems import Code, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from mice_exact_plugin.domain.invoice import RateGroup
    from mice_exact_plugin.domain.reference import GLAccount, ReferenceData, VatCode
    from mice_exact_plugin.domain.settings import LinkSettings


class Ledger(StrEnum):
    """How the ledger of a rate group is found."""

    FOUND = "found"
    """The host's number is one of the administration's."""
    OWN = "own"
    """Chosen here, as the host's number is of no use."""
    MISSING = "missing"
    """The host has no number, so the default ledger takes it."""
    UNKNOWN = "unknown"
    """The administration lacks the host's number, so the default ledger takes it."""
    REFUSED = "refused"
    """The account is there and cannot carry the lines: invoices are held."""
    DEPOSIT = "deposit"
    """Only deposits are sold of it, so the account that keeps these takes it."""


@dataclass(frozen=True, slots=True)
class MappedGroup:
    """One rate group; `account` is None where its lines are held, `vat` where its rate has no code that fits.

    `costs` are those of a rule about it, which comes behind rules about room, location and type of event.
    """

    group: RateGroup
    ledger: Ledger
    account: GLAccount | None
    own: GLAccount | None
    vat: VatCode | None
    problems: tuple[Problem, ...] = ()
    costs: Costs = NO_COSTS

    @property
    def may_choose(self) -> bool:
        """The host's number comes first wherever the administration has it."""
        return self.ledger in (Ledger.OWN, Ledger.MISSING, Ledger.UNKNOWN) or self.own is not None

    @property
    def is_default(self) -> bool:
        return self.ledger in (Ledger.MISSING, Ledger.UNKNOWN)


def table(
    groups: Iterable[RateGroup], settings: LinkSettings, reference: ReferenceData, today: date
) -> tuple[MappedGroup, ...]:
    """Every rate group, by its name."""
    ordered = sorted(groups, key=lambda group: (group.description.casefold(), group.code))
    return tuple(_mapped(group, settings, reference, today) for group in ordered)


def _mapped(group: RateGroup, settings: LinkSettings, reference: ReferenceData, today: date) -> MappedGroup:
    """As a line of it would be booked today."""
    line = InvoiceLine(0, "", None, group.vat_rate, group, ZERO, ZERO, ZERO)
    default = reference.gl_accounts_by_id.get(settings.default_gl_account_id)
    own = reference.gl_accounts_by_id.get(settings.rate_group_ledgers.get(group.code, ""))
    chosen = find_gl_account(line, reference, default, own)
    ground = ground_of(line, settings, reference, today)
    vat = ground.code if isinstance(ground, Ground) else None
    wrong = () if isinstance(ground, Ground) else (ground,)
    if isinstance(chosen, LedgerChoice) and not settings.dimensions.is_used:
        chosen = lacks(chosen.account) or chosen
    costs = settings.dimensions.rules.get((By.RATE_GROUP, group.code), NO_COSTS)
    if not isinstance(chosen, LedgerChoice):
        return MappedGroup(group, Ledger.REFUSED, None, own, vat, (*chosen, *wrong), costs)
    return MappedGroup(group, _ledger(line, chosen, reference), chosen.account, own, vat, wrong, costs)


def _ledger(line: InvoiceLine, chosen: LedgerChoice, reference: ReferenceData) -> Ledger:
    number = ledger_number(line)
    if chosen.fallback:
        return Ledger.UNKNOWN if number else Ledger.MISSING
    return Ledger.FOUND if number in reference.gl_accounts else Ledger.OWN


def as_deposit(row: MappedGroup, settings: LinkSettings, reference: ReferenceData) -> MappedGroup:
    """One whose ledger the host does not know, when its lines are deposits."""
    rate = normal_rate(row.group.vat_rate)
    account = reference.gl_accounts_by_id.get(settings.deposits.accounts.get(rate, ""))
    lacking = () if account else (Problem(Code.DEPOSIT_LEDGER_NEEDED, {"rate": str(rate)}),)
    return replace(row, ledger=Ledger.DEPOSIT, account=account, problems=(*lacking, *row.problems))


def digest(rows: Iterable[MappedGroup], settings: LinkSettings) -> str:
    """Of everything that decides on which ledger, under which VAT code and at which costs a line is booked."""
    said: dict[str, object] = {
        "groups": [
            [
                row.group.code,
                str(row.group.vat_rate),
                row.account.id if row.account else None,
                row.vat.code if row.vat else None,
            ]
            for row in rows
        ],
        "default": settings.default_gl_account_id,
        "loose": {str(rate): [line.gl_account_id, line.vat_code] for rate, line in settings.loose_lines.items()},
        "situations": {str(ground): code for ground, code in settings.situations.codes.items()},
    }
    if settings.deposits != NEVER_CHOSEN:
        accounts = {str(rate): account_id for rate, account_id in settings.deposits.accounts.items()}
        said["deposits"] = [settings.deposits.as_turnover, accounts]
    if settings.receipts.is_used:
        said["receipts"] = [settings.receipts.gl_account_id, settings.receipts.vat_code]
    if settings.dimensions.is_used:
        said["costs"] = {f"{by}:{code}": list(costs) for (by, code), costs in settings.dimensions.rules.items()}
    if settings.dimensions.per_event:
        said["per_event"] = settings.dimensions.per_event
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
