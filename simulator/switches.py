"""Named switches: what the sources on Exact Online disagree on or leave open, with the safer answer as default."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any


class SwitchError(Exception):
    """A switch that does not exist, or a value that it does not take."""


def _choice(default: str, others: str, doc: str) -> Any:
    choices = (default, *others.split())
    return field(default=default, metadata={"choices": choices, "doc": doc})


def _number(default: int, doc: str) -> Any:
    return field(default=default, metadata={"choices": (), "doc": doc})


@dataclass(slots=True)
class Switches:
    """One attribute per switch; the first choice is the default."""

    # Writing
    entry_id: str = _choice(
        "refuse",
        "accept_as_new ignore",
        "A repeated EntryID sent by the client: refused, accepted under a new id, or client ids ignored altogether.",
    )
    account_id: str = _choice("refuse", "accept_as_new ignore", "The same for the ID of an account.")
    foreign_guid: str = _choice(
        "reject", "null", "A G/L account of another division on a line: Ongeldige referentie, or 201 with null stored."
    )
    read_only_on_write: str = _choice("ignore", "refuse", "A read-only property in a written body.")
    date_with_z: str = _choice(
        "ignore_zone", "shift", "A written date ending in Z: taken as it stands, or shifted by the local offset."
    )
    too_long_text: str = _choice("refuse", "truncate", "A text longer than its property allows.")
    prefer_absent: str = _choice(
        "key_only",
        "all_null full",
        "The answer to a POST without Prefer: nulls but for the key, all null, or real values.",
    )
    prefer: str = _choice(
        "heeded", "ignored", "Prefer: return=representation on a POST; ignored, the answer is that of prefer_absent."
    )
    posted_lines: str = _choice("deferred", "expanded", "SalesEntryLines in the answer to a POST.")
    # Bookkeeping
    inclusive_vat: str = _choice(
        "gross", "refuse", "AmountFC with a VAT code of type I: taken as including VAT, or refused."
    )
    percentage_gone: str = _choice(
        "refuse", "latest", "A VAT code without a percentage on the date of the entry: refused, or its latest one."
    )
    vat_rounding: str = _choice(
        "half_up",
        "down document",
        "VAT of a line: rounded half away from zero, cut off, or rounded once per code over the whole document.",
    )
    line_ledgers: str = _choice(
        "no_control_accounts",
        "profit_and_loss_only no_prepayments",
        "Accounts a line may carry: all but 10 12 14 16 20 22 24, types from 110 only, or all but those and 21.",
    )
    blocked_ledger: str = _choice(
        "own_text", "as_type", "A blocked account on a line: Geblokkeerd, or the text for a wrong type."
    )
    period_date_control: str = _choice(
        "optional",
        "mandatory",
        "Setting of the administrations: whether a ReportingPeriod may be another than that of the date.",
    )
    rate_left_out: str = _choice(
        "refuse", "from_list", "No Rate where the journal lets it vary: refused, or taken from ExchangeRates."
    )
    receivable_sign: str = _choice(
        "negative", "positive", "AmountDC and AmountFC of a Receivable that the customer still owes."
    )
    deferral_spread: str = _choice(
        "periods", "days", "Setting of the administrations: revenue of From and To, equal per period or by days."
    )
    deferral_not_set_up: str = _choice(
        "refuse", "ignore", "From and To in an administration without an account for them: refused, or kept only."
    )
    entry_number_scope: str = _choice("journal", "journal_year", "Within what an EntryNumber must be unique.")
    deleted_number: str = _choice("reusable", "spent", "Whether the number of a deleted entry can be used again.")
    invoice_number_taken: str = _choice("ignore", "refuse", "A suggested InvoiceNumber that is taken.")
    account_start: str = _choice(
        "none", "today", "StartDate of an account made without one: none, or today, before which it is not active."
    )
    # Reading
    rights_answer: str = _choice("wrapped", "bare", "What `d` of UserHasRights is: an object, or the answer itself.")
    top_envelope: str = _choice("array", "results", "What `d` is when $top fits one page: the bare array or results.")
    int64: str = _choice("string", "number", "Edm.Int64 in JSON.")
    text_comparison: str = _choice("exact", "ignore_case", "eq and ne on text; trailing blanks never count.")
    substringof: str = _choice("supported", "not_implemented", "The function substringof, or 501.")
    mandatory_filter: str = _choice("on", "off", "Whether GET on crm/Accounts and TransactionLines needs a $filter.")
    select_required: str = _choice(
        "bulk", "everywhere nowhere", "Where a GET on a list without $select or $top=1 is refused."
    )
    path_case: str = _choice("any", "strict", "Whether hrm/CostCenters finds hrm/Costcenters.")
    missing_right: str = _choice(
        "empty_list", "forbid", "A GET on a resource the user has no right to: an empty list, or 403."
    )
    # Access
    new_code_voids_old_token: str = _choice(
        "yes", "no", "Whether exchanging a new code ends the earlier tokens of the same app and user."
    )
    basic_credentials: str = _choice("accept", "refuse", "Client id and secret in a Basic header on the token call.")
    early_refresh: str = _choice(
        "status_400", "status_401", "The answer to a refresh before its time: newest or older."
    )
    early_refresh_rotates: str = _choice(
        "no", "yes", "Whether that refusal hands out a new refresh token all the same."
    )
    error_block_status: int = _number(429, "The status while an endpoint is blocked after too many errors.")
    retry_after: str = _choice("absent", "sent", "Retry-After on a 429.")
    # Figures
    minute_limit: int = _number(60, "Calls a minute, per app and division.")
    minute_seconds: int = _number(60, "How long that minute lasts; shorter for impatient tests.")
    day_limit: int = _number(5000, "Calls a UTC day, per app and division.")
    error_limit: int = _number(10, "Errors an hour, per app, user, division and endpoint; 0 turns the block off.")
    error_window_seconds: int = _number(3600, "How long that hour lasts, and the first block.")
    access_token_seconds: int = _number(600, "Life of an access token.")
    earliest_refresh_seconds: int = _number(570, "Age from which an access token may be refreshed.")
    refresh_token_days: int = _number(30, "Life of an unused refresh token.")
    code_seconds: int = _number(180, "Life of an authorisation code.")
    token_calls_a_day: int = _number(
        0, "Token calls per app and user in a UTC day; 0 is no limit (announced in 2021: 200)."
    )
    latency_ms: int = _number(0, "Time every data call takes on top of its own.")
    body_limit_kb: int = _number(9728, "Largest request body; 9.5 MB satisfies all sources.")

    def set(self, name: str, value: str | int) -> None:
        """Set one switch from text or a number, refusing what it does not take."""
        known = {f.name: f for f in fields(self)}
        if name not in known:
            raise SwitchError(f"no switch {name!r}; there are {', '.join(sorted(known))}")
        choices = known[name].metadata["choices"]
        if choices and value not in choices:
            raise SwitchError(f"{name} takes {' | '.join(choices)}, not {value!r}")
        setattr(self, name, value if choices else _whole(name, value))

    def values(self) -> dict[str, str | int]:
        return {f.name: getattr(self, f.name) for f in fields(self)}

    @classmethod
    def described(cls) -> list[dict[str, Any]]:
        """Every switch with its default, its choices and what it decides."""
        return [{"name": f.name, "default": f.default, **f.metadata} for f in fields(cls)]


def _whole(name: str, value: str | int) -> int:
    try:
        return int(value)
    except ValueError:
        raise SwitchError(f"{name} takes a whole number, not {value!r}") from None
