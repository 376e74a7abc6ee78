"""Problems as data: a code, its parameters and where the cure lies; stored untranslated, worded on display."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from mice_exact_plugin.domain.kept import KeptDifference, KeptSent


class Code(StrEnum):
    """Why an invoice is blocked. Each has one sentence (`exports/words`) and one place to cure it."""

    # the settings
    VAT_RATE_UNMAPPED = "vat_rate_unmapped"
    VAT_CODE_GONE = "vat_code_gone"
    VAT_CODE_UNSUITABLE = "vat_code_unsuitable"
    VAT_CODE_BLOCKED = "vat_code_blocked"
    VAT_CODE_KIND = "vat_code_kind"
    VAT_SITUATION_NEEDED = "vat_situation_needed"
    VAT_SITUATION_UNMAPPED = "vat_situation_unmapped"
    DEFAULT_GL_ACCOUNT_GONE = "default_gl_account_gone"
    LOOSE_GL_ACCOUNT_GONE = "loose_gl_account_gone"
    RECEIPTS_UNPLACED = "receipts_unplaced"
    JOURNAL_GONE = "journal_gone"
    JOURNAL_BLOCKED = "journal_blocked"
    JOURNAL_CURRENCY = "journal_currency"
    PAYMENT_CONDITION_NEEDED = "payment_condition_needed"
    DEPOSIT_LEDGER_NEEDED = "deposit_ledger_needed"
    COST_CENTER_GONE = "cost_center_gone"
    COST_UNIT_GONE = "cost_unit_gone"
    # the rate groups and Exact's reference data
    GL_ACCOUNT_BLOCKED = "gl_account_blocked"
    GL_ACCOUNT_TYPE = "gl_account_type"
    COST_CENTER_NEEDED = "cost_center_needed"
    COST_UNIT_NEEDED = "cost_unit_needed"
    PERIOD_MISSING = "period_missing"
    PERIOD_CLOSED = "period_closed"
    PERIOD_ASKED = "period_asked"
    # the invoice itself
    CURRENCY = "currency"
    NO_LINES = "no_lines"
    TOTALS_DISAGREE = "totals_disagree"
    VAT_DIFFERENCE = "vat_difference"
    VAT_SITUATION_CONTRADICTS = "vat_situation_contradicts"
    VAT_NUMBER_NEEDED = "vat_number_needed"
    VAT_COUNTRY_UNFIT = "vat_country_unfit"
    IDENTIFIER_TOO_LONG = "identifier_too_long"
    IDENTIFIER_REUSED = "identifier_reused"
    DEPOSIT_OVERSETTLED = "deposit_oversettled"
    DEPOSIT_ELSEWHERE = "deposit_elsewhere"
    DEPOSIT_UNREAD = "deposit_unread"
    # a code for sales within the EU, and the VAT number that it needs
    EU_NUMBER_MISSING = "eu_number_missing"
    EU_NUMBER_INVALID = "eu_number_invalid"
    EU_NUMBER_OWN_STATE = "eu_number_own_state"
    EU_NUMBER_OUTSIDE = "eu_number_outside"
    EU_NUMBER_GOODS_ONLY = "eu_number_goods_only"
    EU_NUMBER_NOT_IN_EXACT = "eu_number_not_in_exact"
    EU_NUMBER_DOUBTFUL = "eu_number_doubtful"
    EU_NUMBER_UNFIT_IN_EXACT = "eu_number_unfit_in_exact"
    EU_NUMBER_REFUSED = "eu_number_refused"
    # the debtor
    DEBTOR_NAMELESS = "debtor_nameless"
    DEBTOR_AMBIGUOUS = "debtor_ambiguous"
    DEBTOR_NUMBER_DIFFERS = "debtor_number_differs"
    DEBTOR_COC_DIFFERS = "debtor_coc_differs"
    DEBTOR_PLACE_DIFFERS = "debtor_place_differs"
    DEBTOR_NAME_DIFFERS = "debtor_name_differs"
    DEBTOR_LEGAL_FORM = "debtor_legal_form"
    DEBTOR_NAME_CUT = "debtor_name_cut"
    DEBTOR_NO_SECOND_FACT = "debtor_no_second_fact"
    DEBTOR_NOT_READ_YET = "debtor_not_read_yet"
    DEBTOR_OLD_BINDING = "debtor_old_binding"
    DEBTOR_BLOCKED = "debtor_blocked"
    DEBTOR_NOT_ACTIVE = "debtor_not_active"
    DEBTOR_SUPPLIER_ONLY = "debtor_supplier_only"
    DEBTOR_COLLECTIVE_GONE = "debtor_collective_gone"
    DEBTOR_RIGHT_MISSING = "debtor_right_missing"
    # what Exact answered
    UNANSWERED = "unanswered"
    DEBTOR_UNANSWERED = "debtor_unanswered"
    PROMOTION_UNANSWERED = "promotion_unanswered"
    PROMOTION_IGNORED = "promotion_ignored"
    PROMOTION_REFUSED = "promotion_refused"
    REFUSED = "refused"
    REFERENCE_SUSPECT = "reference_suspect"
    ENTRY_CONFLICT = "entry_conflict"
    ENTRY_DIFFERS = "entry_differs"
    DIFFERENCE_SUSPECT = "difference_suspect"
    REFUSED_ALIKE = "refused_alike"
    BUG = "bug"


class Cure(StrEnum):
    """Where a person goes to cure a problem."""

    SETTINGS = "settings"
    RATE_GROUPS = "rate_groups"
    EXACT = "exact"
    INVOICE = "invoice"
    DECISION = "decision"
    SUPPORT = "support"


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

CURES: dict[Code, Cure] = {
    code: cure
    for cure, codes in {
        Cure.SETTINGS: (
            Code.VAT_RATE_UNMAPPED,
            Code.VAT_CODE_GONE,
            Code.VAT_CODE_UNSUITABLE,
            Code.VAT_CODE_BLOCKED,
            Code.VAT_CODE_KIND,
            Code.VAT_SITUATION_NEEDED,
            Code.VAT_SITUATION_UNMAPPED,
            Code.DEFAULT_GL_ACCOUNT_GONE,
            Code.LOOSE_GL_ACCOUNT_GONE,
            Code.RECEIPTS_UNPLACED,
            Code.JOURNAL_GONE,
            Code.JOURNAL_BLOCKED,
            Code.JOURNAL_CURRENCY,
            Code.PAYMENT_CONDITION_NEEDED,
            Code.DEPOSIT_LEDGER_NEEDED,
            Code.DEPOSIT_ELSEWHERE,
            Code.COST_CENTER_GONE,
            Code.COST_UNIT_GONE,
            Code.DEBTOR_COLLECTIVE_GONE,
        ),
        Cure.RATE_GROUPS: (Code.GL_ACCOUNT_TYPE,),
        Cure.EXACT: (
            Code.GL_ACCOUNT_BLOCKED,
            Code.COST_CENTER_NEEDED,
            Code.COST_UNIT_NEEDED,
            Code.PERIOD_MISSING,
            Code.PERIOD_CLOSED,
            Code.EU_NUMBER_UNFIT_IN_EXACT,
            Code.DEBTOR_BLOCKED,
            Code.DEBTOR_NOT_ACTIVE,
            Code.DEBTOR_SUPPLIER_ONLY,
            Code.DEBTOR_RIGHT_MISSING,
            Code.PROMOTION_IGNORED,
            Code.PROMOTION_REFUSED,
            Code.REFUSED,
            Code.REFERENCE_SUSPECT,
            Code.DIFFERENCE_SUSPECT,
            Code.REFUSED_ALIKE,
            Code.DEPOSIT_UNREAD,
        ),
        Cure.INVOICE: (
            Code.CURRENCY,
            Code.NO_LINES,
            Code.TOTALS_DISAGREE,
            Code.VAT_DIFFERENCE,
            Code.VAT_SITUATION_CONTRADICTS,
            Code.VAT_NUMBER_NEEDED,
            Code.VAT_COUNTRY_UNFIT,
            Code.IDENTIFIER_TOO_LONG,
            Code.IDENTIFIER_REUSED,
            Code.DEPOSIT_OVERSETTLED,
            Code.EU_NUMBER_MISSING,
            Code.EU_NUMBER_INVALID,
            Code.EU_NUMBER_OWN_STATE,
            Code.EU_NUMBER_OUTSIDE,
            Code.EU_NUMBER_GOODS_ONLY,
            Code.EU_NUMBER_DOUBTFUL,
            Code.EU_NUMBER_REFUSED,
        ),
        Cure.DECISION: (
            *WHO_IT_IS,
            Code.EU_NUMBER_NOT_IN_EXACT,
            Code.PERIOD_ASKED,
            Code.ENTRY_CONFLICT,
            Code.ENTRY_DIFFERS,
        ),
        Cure.SUPPORT: (Code.UNANSWERED, Code.DEBTOR_UNANSWERED, Code.PROMOTION_UNANSWERED, Code.BUG),
    }.items()
    for code in codes
}

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
        return CURES[self.code]


class KeptProblem(TypedDict):
    """A problem as JSON (`exports/problems.py` reads and writes it)."""

    code: str
    params: Params
