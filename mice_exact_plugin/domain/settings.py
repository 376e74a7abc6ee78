"""What a tenant chose for one administration."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from mice_exact_plugin.domain.closed_periods import HOLDING, ClosedPeriodSettings
from mice_exact_plugin.domain.debtor.matching import PrivatePolicy
from mice_exact_plugin.domain.deposits.settings import NEVER_CHOSEN, DepositSettings
from mice_exact_plugin.domain.dimensions import NO_RULES, DimensionSettings
from mice_exact_plugin.domain.entry.texts import AS_EVER, EntryTexts
from mice_exact_plugin.domain.receipts import AS_ORDINARY, ReceiptSettings
from mice_exact_plugin.domain.situations import NOT_BY_SITUATION, SituationSettings


@dataclass(frozen=True, slots=True)
class PrivateCustomers:
    """What becomes of a private person whom nothing but the name tells apart from a relation that exists."""

    policy: PrivatePolicy = PrivatePolicy.NEW
    collective_account_id: str | None = None


@dataclass(frozen=True, slots=True)
class LooseLine:
    """Where lines of one rate go that have no rate group: tips, rounding, tourist tax. None is not chosen."""

    gl_account_id: str | None = None
    vat_code: str | None = None


@dataclass(frozen=True, slots=True)
class LinkSettings:
    """The saved settings: ids and codes of one administration, never of another.

    A new one is added here, with a default that changes nothing. Its column goes to `link/settings.py`, its check to
    `setup/settings.py`, its field to a module of `web/pages/settings` with a partial template of its own, and its name
    for the history to `web/pages/history/shown.py`.
    """

    default_gl_account_id: str
    journal_code: str
    vat_codes: dict[Decimal, str]
    """VAT code per rate in percent; rates are normalised (`Decimal("21")`, not `21.00`)."""
    rate_group_vat_codes: dict[str, str] = field(default_factory=dict)
    """Uitzonderingen: VAT code per rate-group code, which comes before the rate's."""
    payment_condition_code: str | None = None
    private: PrivateCustomers = PrivateCustomers()
    loose_lines: dict[Decimal, LooseLine] = field(default_factory=dict)
    """By rate, for lines without a rate group; until one is chosen they go where everything without ledger goes."""
    fills_vat_numbers: bool = False
    """*Btw-nummer aanvullen*: an empty VAT number of a relation is filled in when an EU code needs it."""
    rate_group_ledgers: dict[str, str] = field(default_factory=dict)
    """G/L account per rate-group code, for lines whose ledger number is missing or unknown in Exact."""
    version: int = field(default=0, compare=False)
    """Which of the saved versions this is; 0 for what was not saved."""

    situations: SituationSettings = NOT_BY_SITUATION
    texts: EntryTexts = AS_EVER
    """What an entry says of the client's reference and the payment."""
    receipts: ReceiptSettings = AS_ORDINARY
    """Where till receipts go that the till brings to the books as well."""
    closed_periods: ClosedPeriodSettings = HOLDING
    credit_journal_code: str | None = None
    """*Dagboek creditnota's*; None is the same as for invoices."""

    def journal_for(self, *, is_credit: bool) -> str:
        return (self.credit_journal_code if is_credit else None) or self.journal_code

    @property
    def journal_codes(self) -> tuple[str, ...]:
        """Every journal that is booked in, that of invoices first."""
        return tuple(dict.fromkeys(self.journal_for(is_credit=each) for each in (False, True)))

    deposits: DepositSettings = NEVER_CHOSEN
    dimensions: DimensionSettings = NO_RULES
    """Which cost centre and cost unit lines get."""

    def loose(self, rate: Decimal) -> LooseLine:
        return self.loose_lines.get(rate, NOT_CHOSEN)


NOT_CHOSEN = LooseLine()
