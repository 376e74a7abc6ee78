"""Values for the tests: an ordinary Dutch administration, an ordinary invoice, and what a test changes of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from mice_exact_plugin.domain.invoice import Debtor, Invoice, InvoiceLine, RateGroup
from mice_exact_plugin.domain.reference import (
    ClosedPeriod,
    CrmAccount,
    Division,
    FinancialPeriod,
    GLAccount,
    Journal,
    PaymentCondition,
    ReferenceData,
    VatCode,
    VatPercentage,
)
from mice_exact_plugin.domain.settings import LinkSettings

DAY = date(2026, 3, 14)
TODAY = date(2026, 3, 15)


def gl_account(code: str, **changes: Any) -> GLAccount:
    return replace(GLAccount(f"gl-{code}", code, f"Rekening {code}", type=110, is_blocked=False), **changes)


def vat_code(code: str, *rates: Any, **changes: Any) -> VatCode:
    """A sales code of type E; a rate is a number, or (number, start, end)."""
    percentages = tuple(
        VatPercentage(Decimal(rate[0]), rate[1], rate[2])
        if isinstance(rate, tuple)
        else VatPercentage(Decimal(rate), None, None)
        for rate in rates
    )
    plain = VatCode(f"vat-{code}", code, f"Btw {code}", "E", "S", is_blocked=False, percentages=percentages)
    return replace(plain, **changes)


def condition(code: str, days: int, **changes: Any) -> PaymentCondition:
    return replace(PaymentCondition(f"pc-{code}", code, f"{days} dagen", days, end_of_months=0, method="B"), **changes)


def journal(code: str, description: str = "Verkoopboek", **changes: Any) -> Journal:
    return replace(Journal(f"j-{code}", code, description, type=20, is_blocked=False), **changes)


def rate_group(code: str, rate: str, ledger: str | None) -> RateGroup:
    return RateGroup(code, f"Groep {code}", Decimal(rate), ledger)


HIGH = rate_group("zaal", "21", "8000")
LOW = rate_group("catering", "9", "8100")
SHIFTED = rate_group("verlegd", "0", "8050")

GL_ACCOUNTS = tuple(gl_account(code) for code in ("8000", "8100", "8050", "8999"))
VAT_CODES = (
    vat_code("1", ("6", None, date(2018, 12, 31)), ("9", date(2019, 1, 1), None)),
    vat_code("2", ("19", None, date(2012, 9, 30)), ("21", date(2012, 10, 1), None)),
    vat_code("5", "0"),
    vat_code("6", "0", type="B"),
)


def reference(**changes: Any) -> ReferenceData:
    plain = ReferenceData(
        division=Division(1234567, 12, "Zalencentrum De Proef BV", "NL", "EUR", is_active=True),
        gl_accounts={account.code: account for account in GL_ACCOUNTS},
        gl_accounts_by_id={account.id: account for account in GL_ACCOUNTS},
        journals={"70": journal("70")},
        vat_codes={code.code: code for code in VAT_CODES},
        payment_conditions={item.code: item for item in (condition("14", 14), condition("30", 30))},
        periods=tuple(
            FinancialPeriod(year, 1, date(year, 1, 1), date(year, 12, 31)) for year in (2012, 2018, 2025, 2026)
        ),
        closed_periods=frozenset({ClosedPeriod("70", 2025, 1)}),
    )
    return replace(plain, **changes)


def with_gl_account(account: GLAccount) -> ReferenceData:
    """The ordinary administration in which one account is another than usual."""
    plain = reference()
    return replace(
        plain,
        gl_accounts={**plain.gl_accounts, account.code: account},
        gl_accounts_by_id={**plain.gl_accounts_by_id, account.id: account},
    )


SETTINGS = LinkSettings(
    default_gl_account_id="gl-8999",
    journal_code="70",
    vat_codes={Decimal(21): "2", Decimal(9): "1", Decimal(0): "5"},
)


def debtor(**changes: Any) -> Debtor:
    plain = Debtor(
        name="Voorbeeld Events B.V.",
        first_name=None,
        last_name=None,
        address_line_1="Markt 1",
        address_line_2=None,
        postcode="1234 AB",
        city="Voorbeeldstad",
        country="NL",
        email="ap@voorbeeld.example",
        vat_number="NL123456789B01",
        coc_number="12345678",
    )
    return replace(plain, **changes)


def account(account_id: str = "a", **changes: Any) -> CrmAccount:
    plain = CrmAccount(
        id=account_id,
        code="143",
        name="Voorbeeld Events BV",
        postcode="1234AB",
        city="Voorbeeldstad",
        country="NL",
        status="C",
        is_blocked=False,
    )
    return replace(plain, **changes)


def line(net: str, vat: str, group: RateGroup | None = HIGH, **changes: Any) -> InvoiceLine:
    amounts = Decimal(net), Decimal(vat)
    rate = group.vat_rate if group else Decimal(21)
    plain = InvoiceLine(1, "Zaalhuur", "Grote zaal", rate, group, *amounts, sum(amounts, Decimal(0)))
    return replace(plain, **changes)


def invoice(*lines: InvoiceLine, **changes: Any) -> Invoice:
    """An invoice whose totals are those of its lines, unless a test says otherwise."""
    plain = Invoice(
        id="1",
        tenant="proef",
        identifier="F2026-00123",
        is_credit=False,
        credits_id=None,
        invoice_date=DAY,
        due_date=None,
        payment_term=14,
        currency="EUR",
        reference="PO 4711",
        sent_at=datetime(2026, 3, 15, 15, 9, tzinfo=UTC),
        debtor=debtor(),
        lines=lines,
        net=sum((item.net for item in lines), Decimal(0)),
        vat=sum((item.vat for item in lines), Decimal(0)),
        gross=sum((item.gross for item in lines), Decimal(0)),
    )
    return replace(plain, **changes)
