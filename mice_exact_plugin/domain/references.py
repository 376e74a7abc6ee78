"""What an entry or a relation refers to and a refusal of Exact may name: the kinds, and one such reference."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Reference(StrEnum):
    """A kind of thing that Exact's sentences name; stored with refusals, worded on display."""

    CUSTOMER = "customer"
    GL_ACCOUNT = "gl_account"
    VAT_CODE = "vat_code"
    JOURNAL = "journal"
    PERIOD = "period"
    PAYMENT_CONDITION = "payment_condition"
    DUE_DATE = "due_date"
    ENTRY_ID = "entry_id"
    ENTRY_NUMBER = "entry_number"
    COST_CENTER = "cost_center"
    COST_UNIT = "cost_unit"
    CURRENCY = "currency"
    ID = "id"
    VAT_NUMBER = "vat_number"
    COC_NUMBER = "coc_number"
    EMAIL = "email"
    COUNTRY = "country"


class Used(NamedTuple):
    """One thing in Exact that an entry uses."""

    kind: Reference
    key: str


#: The suspicion that this administration has no payment condition of its own to fall back on.
NO_CONDITION = Used(Reference.PAYMENT_CONDITION, "")
