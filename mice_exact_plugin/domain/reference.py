"""Reference data of one Exact administration as values: codes are trimmed, VAT rates are percentages."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Literal

#: Exact's `EUSalesListing`: L goods, N none, S services, T triangulation; unknown in a list that 0.1 read.
EuListing = Literal["L", "N", "S", "T", "unknown"]


class Resource(StrEnum):
    """The mirrored lists of an administration."""

    GL_ACCOUNTS = "gl_accounts"
    JOURNALS = "journals"
    VAT_CODES = "vat_codes"
    PAYMENT_CONDITIONS = "payment_conditions"
    PERIODS = "periods"
    CLOSED_PERIODS = "closed_periods"
    CRM_ACCOUNTS = "crm_accounts"
    COST_CENTERS = "cost_centers"
    COST_UNITS = "cost_units"


#: `PaymentMethod` of a payment condition.
ON_CREDIT = "B"
WHOLE = Decimal(100)


class Use(StrEnum):
    """Whether a G/L account takes a cost centre or unit (Exact: 0 optional, 1 mandatory, 2 no)."""

    OPTIONAL = "optional"
    MANDATORY = "mandatory"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Division:
    """An administration. `code` stands in every URL, `hid` is the number shown to people."""

    code: int
    hid: int | None
    name: str
    country: str
    currency: str
    is_active: bool
    is_archived: bool = False


@dataclass(frozen=True, slots=True)
class GLAccount:
    """A grootboekrekening; `type` is Exact's G/L account type (110 is revenue)."""

    id: str
    code: str
    description: str
    type: int
    is_blocked: bool
    cost_center_use: Use = Use.OPTIONAL
    cost_unit_use: Use = Use.OPTIONAL
    cost_center: str | None = None
    cost_unit: str | None = None


@dataclass(frozen=True, slots=True)
class CostCode:
    """A kostenplaats or kostendrager; not active any more after its end date."""

    id: str
    code: str
    description: str
    end_date: date | None = None

    def is_active_on(self, day: date) -> bool:
        return self.end_date is None or day <= self.end_date


@dataclass(frozen=True, slots=True)
class Journal:
    """A dagboek; type 20 is a sales journal. `currency` is None when the journal takes any."""

    id: str
    code: str
    description: str
    type: int
    is_blocked: bool
    currency: str | None = None


@dataclass(frozen=True, slots=True)
class VatPercentage:
    """A rate in percent and the days on which it holds; None is open-ended, both ends are included."""

    rate: Decimal
    start: date | None
    end: date | None

    def holds_on(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class VatCode:
    """A btw-code.

    `type`: E excluding, I including, B base only, N none; `transaction_type`: S sales, P purchase, B both.
    `is_charged`: VAT that is owed as well as claimed, as with acquisitions and reverse charge.
    """

    id: str
    code: str
    description: str
    type: Literal["E", "I", "B", "N"]
    transaction_type: Literal["S", "P", "B"]
    is_blocked: bool
    percentages: tuple[VatPercentage, ...] = ()
    eu_listing: EuListing = "unknown"
    is_charged: bool = False

    @property
    def is_for_eu(self) -> bool:
        """Whether its sales go in the listing of sales to other member states."""
        return self.eu_listing in ("L", "S", "T")


@dataclass(frozen=True, slots=True)
class PaymentCondition:
    """A betalingsconditie; `method` B is on credit, I collection, K cash, Q payment provider.

    `share` is the part of the amount that it is about, in percent: less than all of it means instalments.
    """

    id: str
    code: str
    description: str
    days: int
    end_of_months: int
    method: str
    discount: Decimal = Decimal(0)
    share: Decimal = Decimal(100)

    @property
    def is_plain(self) -> bool:
        """On credit, so many days after the invoice date, the whole amount, no discount for paying early."""
        return self.method == ON_CREDIT and self._is_whole

    @property
    def is_paid_otherwise(self) -> bool:
        """The same, paid in another way than by the customer's own transfer."""
        return self.method != ON_CREDIT and self._is_whole

    @property
    def _is_whole(self) -> bool:
        return not self.end_of_months and not self.discount and self.share == WHOLE


@dataclass(frozen=True, slots=True)
class FinancialPeriod:
    """A period of a financial year; both ends are included."""

    year: int
    period: int
    start: date
    end: date


@dataclass(frozen=True, slots=True)
class ClosedPeriod:
    """A period that is closed for one journal."""

    journal: str
    year: int
    period: int


@dataclass(frozen=True, slots=True)
class CrmAccount:
    """A relation in Exact; little personal data by design.

    `status`: C customer, P prospect, S suspect, A or None neither. `email` is there only in what Exact has just
    answered; kept is its keyed hash, `email_key`. `unknown` names the facts that were not read yet.
    """

    id: str
    code: str
    name: str
    postcode: str | None
    city: str | None
    country: str | None
    status: str | None
    is_blocked: bool
    is_anonymised: bool = False
    is_supplier: bool = False
    end_date: date | None = None
    vat_number: str | None = None
    coc_number: str | None = None
    has_payment_condition: bool = False
    street: str | None = None
    start_date: date | None = None
    email: str | None = field(default=None, repr=False)
    email_key: str | None = None
    unknown: frozenset[str] = frozenset()
    payment_condition: str | None = None
    """Its code; None also for one that was read before codes were kept."""


@dataclass(frozen=True, slots=True)
class ReferenceData:
    """What the mapper needs of one administration, indexed the way it asks."""

    division: Division
    gl_accounts: dict[str, GLAccount]
    """By ledger number (`code`)."""
    gl_accounts_by_id: dict[str, GLAccount]
    journals: dict[str, Journal]
    vat_codes: dict[str, VatCode]
    payment_conditions: dict[str, PaymentCondition]
    periods: tuple[FinancialPeriod, ...]
    closed_periods: frozenset[ClosedPeriod] = field(default_factory=frozenset)
    cost_centers: dict[str, CostCode] = field(default_factory=dict)
    """By code, as are the units; nothing where no rule asked for the list, or it could not be read."""
    cost_units: dict[str, CostCode] = field(default_factory=dict)

    def is_another_year(self, day: date, other: date) -> bool:
        """Whether two days lie in different financial years; of days that have no period the calendar's year counts."""
        years = [
            next((each.year for each in self.periods if each.start <= asked <= each.end), None)
            for asked in (day, other)
        ]
        return day.year != other.year if None in years else years[0] != years[1]


def coded(code: str, description: str) -> str:
    """A thing of Exact's by code and description; what is described by its code is named once."""
    return description if description.startswith(code) else f"{code} {description}".strip()
