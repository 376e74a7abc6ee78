"""An ordinary sales entry and an ordinary debtor, for the tests of the client."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from mice_exact_plugin.domain.entry.entry import SalesEntry, SalesEntryLine
from mice_exact_plugin.domain.invoice import Debtor

KEY = "9a8b7c6d-1111-4222-8333-444455556666"
ACCOUNT = "0c9b2d7e-1f0a-4e7b-9a55-6a1f0e6f2b01"
LINE = SalesEntryLine(
    gl_account_id="3b1c8f0a-2d4e-4c6f-8a7b-9c0d1e2f3a4b",
    gl_account_code="8000",
    vat_code="2",
    vat_rate=Decimal(21),
    net=Decimal("1000"),
    vat=Decimal("210.00"),
    vat_override=False,
    description="Zaalhuur",
)
ENTRY = SalesEntry(
    journal="70",
    entry_date=date(2026, 3, 1),
    due_date=date(2026, 3, 31),
    your_ref="F2026-00123",
    description="F2026-00123",
    currency="EUR",
    payment_condition="30",
    lines=(LINE, replace(LINE, net=Decimal("-0.10"), vat=Decimal("-0.03"), vat_override=True, cost_center="ZAAL")),
    net=Decimal("999.90"),
    vat=Decimal("209.97"),
    gross=Decimal("1209.87"),
    is_credit=False,
)

DEBTOR = Debtor(
    name="  Het   Huis 'aan de Gracht' B.V.  ",
    first_name="An",
    last_name="Peeters",
    address_line_1="Markt 1",
    address_line_2="",
    postcode="1234 AB",
    city="Utrecht",
    country="nl",
    email="ap@example.com",
    vat_number="NL001234567B01",
    coc_number="12345678",
)
