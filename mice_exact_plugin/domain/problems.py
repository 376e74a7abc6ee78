"""Problems as data: a code, its parameters and where the cure lies; stored untranslated, worded on display."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Self, TypedDict

if TYPE_CHECKING:
    from mice_exact_plugin.domain.kept import KeptDifference, KeptSent


class Cure(StrEnum):
    """Where a person goes to cure a problem."""

    SETTINGS = "settings"
    RATE_GROUPS = "rate_groups"
    EXACT = "exact"
    INVOICE = "invoice"
    DECISION = "decision"
    SUPPORT = "support"


class Code(StrEnum):
    """Why an invoice is blocked. Each has one sentence (`exports/words`) and one place to cure it."""

    cure: Cure

    def __new__(cls, value: str, cure: Cure | None = None) -> Self:
        """`Code(text)` finds the code of that value and makes none; one without a cure cannot be made."""
        if cure is None:
            raise ValueError(f"{value} has no cure")
        code = str.__new__(cls, value)
        code._value_, code.cure = value, cure
        return code

    # the settings
    VAT_RATE_UNMAPPED = "vat_rate_unmapped", Cure.SETTINGS
    VAT_CODE_GONE = "vat_code_gone", Cure.SETTINGS
    VAT_CODE_UNSUITABLE = "vat_code_unsuitable", Cure.SETTINGS
    VAT_CODE_BLOCKED = "vat_code_blocked", Cure.SETTINGS
    VAT_CODE_KIND = "vat_code_kind", Cure.SETTINGS
    VAT_SITUATION_NEEDED = "vat_situation_needed", Cure.SETTINGS
    VAT_SITUATION_UNMAPPED = "vat_situation_unmapped", Cure.SETTINGS
    DEFAULT_GL_ACCOUNT_GONE = "default_gl_account_gone", Cure.SETTINGS
    LOOSE_GL_ACCOUNT_GONE = "loose_gl_account_gone", Cure.SETTINGS
    RECEIPTS_UNPLACED = "receipts_unplaced", Cure.SETTINGS
    JOURNAL_GONE = "journal_gone", Cure.SETTINGS
    JOURNAL_BLOCKED = "journal_blocked", Cure.SETTINGS
    JOURNAL_CURRENCY = "journal_currency", Cure.SETTINGS
    PAYMENT_CONDITION_NEEDED = "payment_condition_needed", Cure.SETTINGS
    DEPOSIT_LEDGER_NEEDED = "deposit_ledger_needed", Cure.SETTINGS
    COST_CENTER_GONE = "cost_center_gone", Cure.SETTINGS
    COST_UNIT_GONE = "cost_unit_gone", Cure.SETTINGS
    # the rate groups and Exact's reference data
    GL_ACCOUNT_BLOCKED = "gl_account_blocked", Cure.EXACT
    GL_ACCOUNT_TYPE = "gl_account_type", Cure.RATE_GROUPS
    COST_CENTER_NEEDED = "cost_center_needed", Cure.SETTINGS
    COST_UNIT_NEEDED = "cost_unit_needed", Cure.SETTINGS
    PERIOD_MISSING = "period_missing", Cure.EXACT
    PERIOD_CLOSED = "period_closed", Cure.EXACT
    PERIOD_ASKED = "period_asked", Cure.DECISION
    # the invoice itself
    CURRENCY = "currency", Cure.INVOICE
    NO_LINES = "no_lines", Cure.INVOICE
    TOTALS_DISAGREE = "totals_disagree", Cure.INVOICE
    VAT_DIFFERENCE = "vat_difference", Cure.INVOICE
    VAT_SITUATION_CONTRADICTS = "vat_situation_contradicts", Cure.INVOICE
    VAT_NUMBER_NEEDED = "vat_number_needed", Cure.INVOICE
    VAT_COUNTRY_UNFIT = "vat_country_unfit", Cure.INVOICE
    IDENTIFIER_TOO_LONG = "identifier_too_long", Cure.INVOICE
    IDENTIFIER_REUSED = "identifier_reused", Cure.INVOICE
    DEPOSIT_OVERSETTLED = "deposit_oversettled", Cure.INVOICE
    DEPOSIT_ELSEWHERE = "deposit_elsewhere", Cure.SETTINGS
    DEPOSIT_CURRENCY = "deposit_currency", Cure.INVOICE
    DEPOSIT_UNREAD = "deposit_unread", Cure.EXACT
    # a code for sales within the EU, and the VAT number that it needs
    EU_NUMBER_MISSING = "eu_number_missing", Cure.INVOICE
    EU_NUMBER_INVALID = "eu_number_invalid", Cure.INVOICE
    EU_NUMBER_OWN_STATE = "eu_number_own_state", Cure.INVOICE
    EU_NUMBER_OUTSIDE = "eu_number_outside", Cure.INVOICE
    EU_NUMBER_GOODS_ONLY = "eu_number_goods_only", Cure.INVOICE
    EU_NUMBER_NOT_IN_EXACT = "eu_number_not_in_exact", Cure.DECISION
    EU_NUMBER_DOUBTFUL = "eu_number_doubtful", Cure.INVOICE
    EU_NUMBER_UNFIT_IN_EXACT = "eu_number_unfit_in_exact", Cure.EXACT
    EU_NUMBER_REFUSED = "eu_number_refused", Cure.INVOICE
    # the debtor
    DEBTOR_NAMELESS = "debtor_nameless", Cure.DECISION
    DEBTOR_AMBIGUOUS = "debtor_ambiguous", Cure.DECISION
    DEBTOR_NUMBER_DIFFERS = "debtor_number_differs", Cure.DECISION
    DEBTOR_COC_DIFFERS = "debtor_coc_differs", Cure.DECISION
    DEBTOR_PLACE_DIFFERS = "debtor_place_differs", Cure.DECISION
    DEBTOR_NAME_DIFFERS = "debtor_name_differs", Cure.DECISION
    DEBTOR_LEGAL_FORM = "debtor_legal_form", Cure.DECISION
    DEBTOR_NAME_CUT = "debtor_name_cut", Cure.DECISION
    DEBTOR_NO_SECOND_FACT = "debtor_no_second_fact", Cure.DECISION
    DEBTOR_NOT_READ_YET = "debtor_not_read_yet", Cure.DECISION
    DEBTOR_OLD_BINDING = "debtor_old_binding", Cure.DECISION
    DEBTOR_BLOCKED = "debtor_blocked", Cure.EXACT
    DEBTOR_NOT_ACTIVE = "debtor_not_active", Cure.EXACT
    DEBTOR_SUPPLIER_ONLY = "debtor_supplier_only", Cure.EXACT
    DEBTOR_COLLECTIVE_GONE = "debtor_collective_gone", Cure.SETTINGS
    DEBTOR_RIGHT_MISSING = "debtor_right_missing", Cure.EXACT
    # what Exact answered
    UNANSWERED = "unanswered", Cure.SUPPORT
    DEBTOR_UNANSWERED = "debtor_unanswered", Cure.SUPPORT
    PROMOTION_UNANSWERED = "promotion_unanswered", Cure.SUPPORT
    PROMOTION_IGNORED = "promotion_ignored", Cure.EXACT
    PROMOTION_REFUSED = "promotion_refused", Cure.EXACT
    REFUSED = "refused", Cure.EXACT
    REFERENCE_SUSPECT = "reference_suspect", Cure.EXACT
    ENTRY_CONFLICT = "entry_conflict", Cure.DECISION
    ENTRY_DIFFERS = "entry_differs", Cure.DECISION
    DIFFERENCE_SUSPECT = "difference_suspect", Cure.EXACT
    REFUSED_ALIKE = "refused_alike", Cure.EXACT
    BUG = "bug", Cure.SUPPORT


#: What is asked about a customer, for a person to answer.
WHO_IT_IS = (
    Code.DEBTOR_NAMELESS,
    Code.DEBTOR_AMBIGUOUS,
    Code.DEBTOR_NUMBER_DIFFERS,
    Code.DEBTOR_COC_DIFFERS,
    Code.DEBTOR_PLACE_DIFFERS,
    Code.DEBTOR_NAME_DIFFERS,
    Code.DEBTOR_LEGAL_FORM,
    Code.DEBTOR_NAME_CUT,
    Code.DEBTOR_NO_SECOND_FACT,
    Code.DEBTOR_NOT_READ_YET,
    Code.DEBTOR_OLD_BINDING,
)

A_PERSON_CHOOSES = frozenset({*WHO_IT_IS, Code.DEBTOR_BLOCKED, Code.DEBTOR_NOT_ACTIVE, Code.DEBTOR_SUPPLIER_ONLY})

#: Questions of which those with a proposal may be answered together.
ANSWERED_TOGETHER = Code.DEBTOR_NAME_DIFFERS

#: Known only from Exact's answer, its silence or a bug, so only another try can show the cure.
ONLY_A_TRY_TELLS = frozenset(
    {
        Code.UNANSWERED,
        Code.DEBTOR_UNANSWERED,
        Code.PROMOTION_UNANSWERED,
        Code.PROMOTION_IGNORED,
        Code.PROMOTION_REFUSED,
        Code.PAYMENT_CONDITION_NEEDED,
        Code.EU_NUMBER_REFUSED,
        Code.DEPOSIT_UNREAD,
        Code.REFUSED,
        Code.REFERENCE_SUSPECT,
        Code.REFUSED_ALIKE,
        Code.BUG,
    }
)


class Params(TypedDict, total=False):
    """What the sentences of problems name, as JSON values; a name stands for one thing in all problems."""

    # what it is about, by the code or number that people know it by
    account: str
    code: str
    country: str
    currency: str
    date: str
    description: str
    entry_date: str
    expected: str
    group: str
    identifier: str
    journal: str
    limit: int
    listing: str
    name: str
    period: int
    rate: str
    relation: str
    situation: str
    sort: str
    type: str
    year: int
    # figures that do not agree
    amount: str
    found: str
    net: str
    stated: str
    vat: str
    # VAT numbers
    number: str
    state: str
    theirs: str
    why: str
    # relations to choose from
    codes: list[str]
    ids: list[str]
    proposed: str
    # what Exact answered
    denial: list[str]
    """What may not be done with relations (`POST`, `PUT`, `GET`), and what Exact's 403 said."""
    kind: str
    key: str
    messages: list[str]
    reference: str
    status: int
    times: int
    # what was found in Exact
    cause: str
    differences: list[KeptDifference]
    entries: list[dict[str, object]]
    """Each a `FoundEntry` (`exports/problems.py`)."""
    entry_number: int
    ours: str
    reason: str
    sent: KeptSent


@dataclass(frozen=True, slots=True)
class Problem:
    """One reason why an invoice cannot be booked yet, ready for JSON."""

    code: Code
    params: Params = field(default_factory=Params)

    @property
    def cure(self) -> Cure:
        return self.code.cure


class KeptProblem(TypedDict):
    """A problem as JSON (`exports/problems.py` reads and writes it)."""

    code: str
    params: Params
