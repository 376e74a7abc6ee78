"""The reference data of an administration: ledgers, journals, VAT codes, payment conditions and periods."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal, get_args

import msgspec

from mice_exact_plugin.domain.reference import (
    WHOLE,
    ClosedPeriod,
    CostCode,
    EuListing,
    FinancialPeriod,
    GLAccount,
    Journal,
    PaymentCondition,
    Use,
    VatCode,
    VatPercentage,
)
from mice_exact_plugin.exact.odata import Query, all_of, any_of, changes, eq, listing, text
from mice_exact_plugin.exact.wire.envelope import Garbled, Row, ValueRow
from mice_exact_plugin.exact.wire.odd import Odd, odd_of
from mice_exact_plugin.exact.wire.values import day, key, optional, percent, short, trimmed

JOURNALS = "financial/Journals"
VAT_CODES = "vat/VATCodes"
VAT_PERCENTAGES = "vat/VatPercentages"
PAYMENT_CONDITIONS = "cashflow/PaymentConditions"
PERIODS = "financial/FinancialPeriods"
COST_CENTERS = "hrm/Costcenters"
COST_UNITS = "hrm/Costunits"
JOURNAL_STATUS = "read/financial/JournalStatusList"
GL_ACCOUNT_CHANGES = "sync/Financial/GLAccounts"

#: The longest code that Exact pads to; a journal's is part of a key here.
CODE = 18
#: `Status` of JournalStatusList: 0 open, 1 closed.
_CLOSED = 1
#: `Type` of VatPercentages: 0 the rate itself, 1 the Spanish extra duty.
_RATE = 0
#: `Percentage` of PaymentConditions for the whole amount: a fraction as elsewhere, and nobody shows a percentage.
_WHOLE = (None, 0, 1, 100)
#: `UseCostcenter` and `UseCostunit` of GLAccounts.
_USES = {0: Use.OPTIONAL, 1: Use.MANDATORY, 2: Use.NO}

_VatType = Literal["E", "I", "B", "N"]
_VatTransactionType = Literal["S", "P", "B"]


class GLAccountRow(ValueRow[GLAccount]):
    ID: str | None = None
    Code: str | None = None
    Description: str | None = None
    Type: int | None = None
    IsBlocked: bool | None = None
    UseCostcenter: int | None = None
    UseCostunit: int | None = None
    Costcenter: str | None = None
    Costunit: str | None = None

    def value(self) -> GLAccount:
        if not self.ID or self.Type is None:
            raise Garbled("a G/L account without id or type")
        return GLAccount(
            id=key(self.ID),
            code=trimmed(self.Code),
            description=trimmed(self.Description),
            type=self.Type,
            is_blocked=bool(self.IsBlocked),
            cost_center_use=_USES.get(self.UseCostcenter or 0, Use.OPTIONAL),
            cost_unit_use=_USES.get(self.UseCostunit or 0, Use.OPTIONAL),
            cost_center=optional(self.Costcenter),
            cost_unit=optional(self.Costunit),
        )


class JournalRow(ValueRow[Journal]):
    ID: str | None = None
    Code: str | None = None
    Description: str | None = None
    Type: int | None = None
    IsBlocked: bool | None = None
    Currency: str | None = None
    AllowVariableCurrency: bool | None = None

    def value(self) -> Journal:
        if not self.ID or self.Type is None:
            raise Garbled("a journal without id or type")
        return Journal(
            id=key(self.ID),
            code=trimmed(self.Code),
            description=trimmed(self.Description),
            type=self.Type,
            is_blocked=bool(self.IsBlocked),
            currency=None if self.AllowVariableCurrency else optional(self.Currency),
        )


class VatPercentageRow(ValueRow[VatPercentage]):
    VATCodeID: str | None = None
    Percentage: Decimal | None = None
    StartDate: str | None = None
    EndDate: str | None = None
    Type: int | None = None

    def value(self) -> VatPercentage:
        return VatPercentage(percent(self.Percentage or Decimal(0)), day(self.StartDate), day(self.EndDate))


class VatCodeRow(Row):
    ID: str | None = None
    Code: str | None = None
    Description: str | None = None
    Percentage: Decimal | None = None
    Type: str | None = None
    VATTransactionType: str | None = None
    IsBlocked: bool | None = None
    Charged: bool | None = None
    EUSalesListing: str | None = None

    def value(self, percentages: tuple[VatPercentage, ...]) -> VatCode | None:
        """None for a code of a kind that the reference page does not know: nobody can say what it books."""
        if not self.ID:
            raise Garbled("a VAT code without id")
        kind, transaction = _vat_type(self.Type), _vat_transaction_type(self.VATTransactionType)
        if kind is None or transaction is None:
            return None
        return VatCode(
            id=key(self.ID),
            code=trimmed(self.Code),
            description=trimmed(self.Description),
            type=kind,
            transaction_type=transaction,
            is_blocked=bool(self.IsBlocked),
            percentages=percentages or self._active_percentage(),
            eu_listing=_eu_listing(self.EUSalesListing),
            is_charged=bool(self.Charged),
        )

    def _active_percentage(self) -> tuple[VatPercentage, ...]:
        """A code without lines of its own in VatPercentages, as those without VAT may be, has one rate for ever."""
        return (VatPercentage(percent(self.Percentage or Decimal(0)), None, None),)


class PaymentConditionRow(ValueRow[PaymentCondition]):
    ID: str | None = None
    Code: str | None = None
    Description: str | None = None
    PaymentDays: int | None = None
    PaymentEndOfMonths: int | None = None
    PaymentMethod: str | None = None
    Percentage: Decimal | None = None
    DiscountPercentage: Decimal | None = None

    def value(self) -> PaymentCondition:
        if not self.ID:
            raise Garbled("a payment condition without id")
        return PaymentCondition(
            id=key(self.ID),
            code=trimmed(self.Code),
            description=trimmed(self.Description),
            days=self.PaymentDays or 0,
            end_of_months=self.PaymentEndOfMonths or 0,
            method=trimmed(self.PaymentMethod),
            discount=percent(self.DiscountPercentage or Decimal(0)),
            share=WHOLE if self.Percentage in _WHOLE else percent(self.Percentage or Decimal(0)),
        )


class CostCodeRow(ValueRow[CostCode]):
    """A cost centre or a cost unit; `Active` is obsolete on the one and absent on the other."""

    ID: str | None = None
    Code: str | None = None
    Description: str | None = None
    EndDate: str | None = None

    def value(self) -> CostCode:
        if not self.ID or not trimmed(self.Code):
            raise Garbled("a cost centre or unit without id or code")
        return CostCode(key(self.ID), trimmed(self.Code), trimmed(self.Description), day(self.EndDate))


class PeriodRow(ValueRow[FinancialPeriod]):
    FinYear: int | None = None
    FinPeriod: int | None = None
    StartDate: str | None = None
    EndDate: str | None = None

    def value(self) -> FinancialPeriod:
        start, end = day(self.StartDate), day(self.EndDate)
        if self.FinYear is None or self.FinPeriod is None or start is None or end is None:
            raise Garbled("a period without year, number or dates")
        return FinancialPeriod(self.FinYear, self.FinPeriod, start, end)


class ClosedPeriodRow(ValueRow[ClosedPeriod]):
    Journal: str | None = None
    Year: int | None = None
    Period: int | None = None

    def value(self) -> ClosedPeriod:
        if self.Year is None or self.Period is None:
            raise Garbled("a journal status without period")
        return ClosedPeriod(short(self.Journal, CODE), self.Year, self.Period)


def gl_account_changes(timestamp: int) -> Query:
    """The sync twin carries the cost centre properties too, 1000 rows a page."""
    return changes(GL_ACCOUNT_CHANGES, GLAccountRow, timestamp)


def journals() -> Query:
    """All journals, not only those for sales: an empty list then always means a missing right."""
    return listing(JOURNALS, JournalRow)


def vat_codes() -> Query:
    return listing(VAT_CODES, VatCodeRow)


def vat_percentages() -> Query:
    return listing(VAT_PERCENTAGES, VatPercentageRow)


def payment_conditions() -> Query:
    return listing(PAYMENT_CONDITIONS, PaymentConditionRow)


def cost_centers() -> Query:
    return listing(COST_CENTERS, CostCodeRow)


def cost_units() -> Query:
    return listing(COST_UNITS, CostCodeRow)


def periods() -> Query:
    return listing(PERIODS, PeriodRow)


def closed_periods(journal_codes: Iterable[str]) -> Query:
    of_journals = any_of([eq("Journal", text(code)) for code in journal_codes])
    return listing(JOURNAL_STATUS, ClosedPeriodRow, all_of([eq("Status", str(_CLOSED)), of_journals]))


def joined(
    codes: Iterable[VatCodeRow], percentages: Iterable[VatPercentageRow], odd: Iterable[Odd] = ()
) -> tuple[list[VatCode], list[Odd]]:
    """VAT codes with all their percentages, which Exact keeps in a list of their own.

    A code of which one percentage makes no sense, `odd` or here, is left out as a whole: nobody knows its rate.
    """
    by_code: defaultdict[str, list[VatPercentage]] = defaultdict(list)
    broken = {each.id for each in odd if each.id}
    for row in percentages:
        if (row.Type or 0) == _RATE:
            try:
                by_code[key(row.VATCodeID)].append(row.value())
            except (ValueError, ArithmeticError):
                broken.add(trimmed(row.VATCodeID).lower())
    values, left_out = list[VatCode](), list[Odd]()
    for code in codes:
        try:
            value = code.value(tuple(by_code[key(code.ID)]))
            if value is not None and value.id in broken:
                raise Garbled("$.Percentage")
        except (ValueError, ArithmeticError) as error:
            left_out.append(odd_of(msgspec.to_builtins(code), error))
            continue
        if value is not None:
            values.append(value)
    return values, left_out


def _vat_type(text: str | None) -> _VatType | None:
    return next((known for known in get_args(_VatType) if known == trimmed(text)), None)


def _vat_transaction_type(text: str | None) -> _VatTransactionType | None:
    return next((known for known in get_args(_VatTransactionType) if known == trimmed(text)), None)


def _eu_listing(text: str | None) -> EuListing:
    """Nothing said is no listing; a letter that the reference page does not know is not judged."""
    return next((known for known in get_args(EuListing) if known == (trimmed(text) or "N")), "unknown")
