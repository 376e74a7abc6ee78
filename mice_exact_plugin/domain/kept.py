"""What rows keep as JSON of values that are no JSON: the shapes only, which writer and reader share."""

from __future__ import annotations

from typing import TypedDict


class KeptDifference(TypedDict):
    """One thing on which an entry differs, both sides as text; a later version may keep parts unknown to this one."""

    part: str
    ours: str
    theirs: str
    vat_code: str


class KeptSent(TypedDict, total=False):
    """What was sent, without what the columns of its row tell. `lines`: G/L account, VAT code, net and VAT.

    `costs`: the cost centre and unit of each line, kept where one has any.
    """

    your_ref: str
    currency: str | None
    journal: str | None
    entry_date: str | None
    due_date: str | None
    payment_condition: str | None
    lines: list[list[str]]
    costs: list[list[str | None]]


class KeptSituations(TypedDict, total=False):
    """VAT code by ground of 0 %, and ground by rate group."""

    codes: dict[str, str]
    groups: dict[str, str]


class KeptShortfall(TypedDict, total=False):
    """A list of Exact's that is not whole. `trusted_rows`: how many the last reading that was believed brought."""

    list: str
    complaint: str
    rows: int
    trusted_rows: int
    odd: int


class Why(TypedDict, total=False):
    """The names and figures beside the reason for which a run waits or ended, or the link stands still.

    `kind` is what Exact's 403 said, `error` the class of what nobody foresaw, `what` an answer that was of no use;
    moments are text.
    """

    kind: str
    method: str
    endpoint: str
    error: str
    messages: str
    what: str
    lists: list[KeptShortfall]
    outcomes: dict[str, int] | None
    since: str
    until: str


class KeptTexts(TypedDict, total=False):
    """What entries say besides figures; what is not chosen is left out."""

    has_reference: bool
    payment_reference: str


class KeptReceipts(TypedDict, total=False):
    """Where till receipts go; what is not chosen is left out."""

    gl_account_id: str
    vat_code: str


class KeptCosts(TypedDict, total=False):
    """What a rule leads to; what it does not name is left out."""

    cost_center: str
    cost_unit: str


class KeptFacts(TypedDict, total=False):
    """The facts of a customer on which a binding was made.

    `unreadable`: fields with what is written there; `rejected`: the relations of which a person said that they are
    not this customer.
    """

    name: str
    written: str
    is_person: bool
    postcode: str
    country: str
    vat_number: str
    coc_number: str
    email: str
    street: str
    city: str
    client: str
    unreadable: list[list[str]]
    rejected: list[str]


class KeptFinding(TypedDict, total=False):
    """One entry on an account for deposits that explains a difference; amounts and days as text."""

    why: str
    account: str
    number: str
    ours: str
    theirs: str
    invoice_id: str | None
    entry_number: int | None
    day: str | None


class KeptComparison(TypedDict):
    """What the ledger has on the accounts for deposits; amounts as text, above zero where something waits.

    `balances`: account, what is open here and what the ledger has. `deposits`: what the ledger has of each, by the
    invoice of the deposit. `more`: how many findings were not kept, and their difference together.
    """

    balances: list[tuple[str, str, str]]
    findings: list[KeptFinding]
    deposits: dict[str, str]
    more: tuple[int, str]
