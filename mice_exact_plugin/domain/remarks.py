"""Remarks: what a bookkeeper should know about an invoice although nothing is wrong that keeps it from being booked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from datetime import datetime

    from mice_exact_plugin.domain.kept import KeptDifference


class RemarkCode(StrEnum):
    """What is remarked. Each has one sentence in `exports/words/remarks.py`."""

    # what happened after booking
    CHANGED_AFTER_BOOKING = "changed_after_booking"
    DELETED_AFTER_BOOKING = "deleted_after_booking"
    DELETED_IN_EXACT = "deleted_in_exact"
    # the entry is not what the invoice says, and a person knows
    DIFFERS = "differs"
    OTHER_AMOUNT = "other_amount"
    OTHER_DEBTOR = "other_debtor"
    OTHER_DATE = "other_date"
    # how it was booked
    DEFAULT_LEDGER = "default_ledger"
    LOOSE_LINES = "loose_lines"
    ACCEPTED_DIFFERENCE = "accepted_difference"
    EU_CODE_ANYWAY = "eu_code_anyway"
    EU_NUMBER_DIFFERS = "eu_number_differs"
    EU_ADDRESS = "eu_address"
    VAT_NUMBER_CHECK_DIGITS = "vat_number_check_digits"
    OTHER_YEAR = "other_year"
    EVENT_OTHER_YEAR = "event_other_year"
    AFTER_RETURN = "after_return"
    DATE_AHEAD = "date_ahead"
    REFERENCE_CUT = "reference_cut"
    SITUATION_ANYWAY = "situation_anyway"
    CODE_NOT_IN_RETURN = "code_not_in_return"
    PERIOD_MOVED = "period_moved"
    COST_CENTER_LEFT_OUT = "cost_center_left_out"
    COST_UNIT_LEFT_OUT = "cost_unit_left_out"
    CREDIT_ALONE = "credit_alone"
    CREDIT_ELSEWHERE = "credit_elsewhere"
    CREDITED_TOO_MUCH = "credited_too_much"
    CREDITED_OTHER_RATE = "credited_other_rate"
    # deposits
    DEPOSIT_UNPAIRED = "deposit_unpaired"
    DEPOSIT_NOT_OURS = "deposit_not_ours"
    DEPOSIT_RATE_CHANGED = "deposit_rate_changed"
    FINAL_RATE_CHANGED = "final_rate_changed"
    DEPOSIT_RATE_ENDS = "deposit_rate_ends"
    DEPOSIT_ON_TURNOVER = "deposit_on_turnover"
    STANDS_ON_TURNOVER = "stands_on_turnover"
    FINAL_UNREAD = "final_unread"
    FINAL_TAKES_NOTHING = "final_takes_nothing"
    POSSIBLE_SETTLEMENT = "possible_settlement"
    # the relation
    DEBTOR_CHOSEN = "debtor_chosen"
    LEFT_OUT = "left_out"
    NAME_CUT = "name_cut"
    VAT_DIFFERS = "vat_differs"
    LEGAL_FORM_DIFFERS = "legal_form_differs"
    POSSIBLY_DOUBLE = "possibly_double"
    RELATION_DIFFERS = "relation_differs"
    RELATION_GONE = "relation_gone"
    UNREADABLE = "unreadable"


#: Invoice and entry no longer say the same.
DISAGREES = (
    RemarkCode.CHANGED_AFTER_BOOKING,
    RemarkCode.DELETED_AFTER_BOOKING,
    RemarkCode.DELETED_IN_EXACT,
    RemarkCode.DIFFERS,
    RemarkCode.OTHER_AMOUNT,
    RemarkCode.OTHER_DEBTOR,
    RemarkCode.OTHER_DATE,
)

#: Their parameters are names, numbers and addresses of a customer.
PERSONAL = frozenset(
    [
        RemarkCode.EU_NUMBER_DIFFERS,
        RemarkCode.EU_ADDRESS,
        RemarkCode.VAT_NUMBER_CHECK_DIGITS,
        RemarkCode.REFERENCE_CUT,
        RemarkCode.LEFT_OUT,
        RemarkCode.NAME_CUT,
        RemarkCode.VAT_DIFFERS,
        RemarkCode.LEGAL_FORM_DIFFERS,
        RemarkCode.POSSIBLY_DOUBLE,
        RemarkCode.RELATION_DIFFERS,
        RemarkCode.UNREADABLE,
    ]
)


class Said(TypedDict, total=False):
    """What the sentences of remarks name, as JSON values."""

    code: str
    country: str
    date: str
    day: str
    differences: list[KeptDifference]
    entry_date: str
    expected: str
    fields: str
    invoices: list[str]
    """The host's ids."""
    name: str
    number: str
    ours: str
    ours_vat: str
    rate: str
    relation: str
    relations: str
    situation: str
    theirs: str
    theirs_vat: str
    vat: str


@dataclass(frozen=True, slots=True)
class Remark:
    """One open remark on an export, ready for JSON."""

    id: int
    export_id: int
    code: RemarkCode
    params: Said
    made_at: datetime
