"""The queue and its history: one row per invoice for ever, and what became of it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import BigInteger, Date, Index, Integer, String, TypeDecorator, UniqueConstraint, false, text
from sqlalchemy.orm import Mapped, mapped_column

from mice_exact_plugin.database import Base, Cents, Json, RowId, Shown, UtcDateTime
from mice_exact_plugin.domain.entry.entry import EntryLine, SentEntry
from mice_exact_plugin.domain.kept import KeptSent
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports.problems import ProblemsColumn, first

if TYPE_CHECKING:
    from sqlalchemy.engine import Dialect

    from mice_exact_plugin.exports.export import Export


class Stated(TypeDecorator[State]):
    """A state as its text."""

    impl = String(12)
    cache_ok = True

    def process_bind_param(self, value: State | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> State | None:
        return None if value is None else State(value)


#: Few rows of a tenant's history; a statement uses the index of these few when it says so in the same words. SQLite
#: knows no figures and takes the narrowest index of those that have as many of its columns.
UNTOLD = "state = 'synced' AND told_host_at IS NULL"
#: An equality, of which PostgreSQL expects few: of an inequality it expects nearly all, and leaves the index aside.
FELL_BACK = "substr(CAST(fallbacks AS VARCHAR), 1, 2) = '[{'"


class InvoiceExport(Base):
    """An invoice that must be booked. Only the act of sending, a sweep or a person adds one; nothing removes one."""

    __tablename__ = "exact_invoice_export"
    __table_args__ = (
        UniqueConstraint("tenant", "invoice_id"),
        # What is due, blocked or shown in one state, in the order of sending.
        Index("ix_exact_invoice_export_due", "tenant", "state", "sent_at", "id"),
        Index("ix_exact_invoice_export_sent", "tenant", "sent_at", "id"),
        # The sweep: everything in pages.
        Index("ix_exact_invoice_export_sweep", "tenant", "id"),
        Index("ix_exact_invoice_export_identifier", "tenant", "identifier"),
        Index("ix_exact_invoice_export_reference", "tenant", "reference"),
        Index("ix_exact_invoice_export_client", "tenant", "client_id"),
        Index("ix_exact_invoice_export_debtor", "tenant", "debtor_key"),
        *(
            Index(f"ix_exact_invoice_export_{name}", *columns, sqlite_where=few, postgresql_where=few)
            for name, columns, few in (
                ("untold", ("tenant", "state"), text(UNTOLD)),
                ("fallbacks", ("tenant",), text(FELL_BACK)),
                # Of what was never claimed or booked there is nothing to find, nor to take out when it is. Any
                # comparison with the column says so.
                ("synced", ("tenant", "synced_at", "id"), text("synced_at IS NOT NULL")),
                ("run", ("tenant", "run_id"), text("run_id IS NOT NULL")),
                ("entry", ("site", "division", "entry_id"), text("entry_id IS NOT NULL")),
                ("posting", ("site", "division", "posting_key"), text("posting_key IS NOT NULL")),
            )
        ),
    )

    id: Mapped[int] = mapped_column(RowId, primary_key=True)
    tenant: Mapped[str] = mapped_column(String(100))
    invoice_id: Mapped[str] = mapped_column(String(64))
    identifier: Mapped[str] = mapped_column(String(100))
    #: The identifier as Exact compares references: in one spelling, which may be longer than what it is made of.
    reference: Mapped[str] = mapped_column(String(300), server_default="")
    is_credit: Mapped[bool] = mapped_column()
    credits_id: Mapped[str | None] = mapped_column(String(64))
    invoice_date: Mapped[date] = mapped_column(Date)
    sent_at: Mapped[datetime] = mapped_column(UtcDateTime)
    debtor_name: Mapped[str | None] = mapped_column(Shown)
    #: The name of the debtor as bindings know it.
    debtor_key: Mapped[str | None] = mapped_column(String(100))
    #: The host's id of the client, kept at booking: it speaks for a relation, and never decides alone.
    client_id: Mapped[str | None] = mapped_column(String(64))
    currency: Mapped[str] = mapped_column(String(3))
    gross: Mapped[Decimal] = mapped_column(Cents)
    queued_at: Mapped[datetime] = mapped_column(UtcDateTime)

    state: Mapped[State] = mapped_column(Stated, default=State.QUEUED)
    not_before: Mapped[datetime | None] = mapped_column(UtcDateTime)
    problems: Mapped[Collection[Problem]] = mapped_column(ProblemsColumn, default=())
    #: Why the system or a person set it aside: `deleted nothing_to_book before_start left_alone`.
    ignored_reason: Mapped[str | None] = mapped_column(String(30))
    #: Whether a person accepted something for it, so that others cost no query.
    has_acceptance: Mapped[bool] = mapped_column(default=False, server_default=false())
    #: Failed tries in a row, for the backoff and the seven nights.
    tries: Mapped[int] = mapped_column(Integer, default=0)

    # Written at claim: recovery searches only there.
    #: With which version of the settings it was mapped; None for what was claimed before there were versions.
    settings_version: Mapped[int | None] = mapped_column(Integer)
    site: Mapped[str | None] = mapped_column(String(3))
    division: Mapped[int | None] = mapped_column(BigInteger)
    division_name: Mapped[str | None] = mapped_column(Shown)
    journal: Mapped[str | None] = mapped_column(String(10))
    account_id: Mapped[str | None] = mapped_column(String(36))
    posting_key: Mapped[str | None] = mapped_column(String(36))
    generation: Mapped[int] = mapped_column(Integer, default=0)
    payload_digest: Mapped[str | None] = mapped_column(String(64))
    invoice_digest: Mapped[str | None] = mapped_column(String(64))
    #: In which form it was made; rows of 0.1 say 1 for ever.
    digest_version: Mapped[int] = mapped_column(Integer, default=1, server_default="1")
    net: Mapped[Decimal | None] = mapped_column(Cents)
    vat: Mapped[Decimal | None] = mapped_column(Cents)
    posted_gross: Mapped[Decimal | None] = mapped_column(Cents)
    #: What was sent, to hold against whatever Exact shows; None for what 0.1 sent, of which the columns tell the rest.
    sent: Mapped[KeptSent | None] = mapped_column(Json)
    fence: Mapped[int] = mapped_column(BigInteger, default=0)
    run_id: Mapped[int | None] = mapped_column(BigInteger)
    #: Posts under the present posting key whose outcome is not known to be a refusal.
    sends: Mapped[int] = mapped_column(Integer, default=0)
    first_sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    last_sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    # Written when it is in Exact.
    entry_id: Mapped[str | None] = mapped_column(String(36))
    entry_number: Mapped[int | None] = mapped_column(BigInteger)
    synced_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    adopted: Mapped[bool] = mapped_column(default=False)
    told_host_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    #: Lines that took the default ledger for want of a usable number: shown, never silent.
    fallbacks: Mapped[list[dict[str, object]]] = mapped_column(Json, default=list)

    # What the host did afterwards.
    deleted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    changed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    #: Raised by whatever the host tells of the invoice, in its own transaction: who read it before reads it again.
    version: Mapped[int] = mapped_column(Integer, default=0, server_default="0")
    #: The deposit invoice that has to be booked before this one is, seen when it was planned.
    waits_on: Mapped[str | None] = mapped_column(String(64))

    #: The entry that a person said yes to, while the link asks; None has not been said yes to.
    approved_digest: Mapped[str | None] = mapped_column(String(64))
    #: It would be another entry now than the one that was said yes to.
    approval_lapsed: Mapped[bool] = mapped_column(default=False, server_default=false())
    #: The day of the entry where it is not the invoice's, as that one's period was closed.
    booked_on: Mapped[date | None] = mapped_column(Date)


def differing(row: Export) -> Problem | None:
    """The problem of a row whose entry is in Exact and is not what was sent."""
    return first(row.problems, Code.ENTRY_DIFFERS)


def sent_as_json(sent: SentEntry) -> KeptSent:
    """What was sent, as the column keeps it: the parts that no other column has."""
    kept: KeptSent = {
        "your_ref": sent.your_ref,
        "currency": sent.currency,
        "entry_date": sent.entry_date.isoformat() if sent.entry_date else None,
        "due_date": sent.due_date.isoformat() if sent.due_date else None,
        "payment_condition": sent.payment_condition,
        "lines": [[line.gl_account_id, line.vat_code, str(line.net), str(line.vat)] for line in sent.lines or ()],
    }
    costs: list[list[str | None]] = [[line.cost_center, line.cost_unit] for line in sent.lines or ()]
    return kept | {"costs": costs} if any(any(each) for each in costs) else kept


def sent_from_json(row: Export, kept: KeptSent | None = None) -> SentEntry:
    """What was sent for a row, or `kept` beside it. Of what 0.1 sent lines, due date and condition are not known."""
    told: KeptSent = kept or row.sent or {}
    return SentEntry(
        your_ref=told.get("your_ref") or row.identifier,
        gross=row.gross if row.posted_gross is None else row.posted_gross,
        account_id=row.account_id,
        vat=row.vat,
        currency=told.get("currency") or row.currency,
        journal=told.get("journal") or row.journal,
        entry_date=_day(told.get("entry_date")) or row.invoice_date,
        due_date=_day(told.get("due_date")),
        payment_condition=told.get("payment_condition"),
        lines=_lines(told) if told.get("lines") else None,
    )


def _lines(kept: KeptSent) -> tuple[EntryLine, ...]:
    costs = kept.get("costs") or [[None, None]] * len(kept["lines"])
    return tuple(
        EntryLine(gl_account_id, vat_code, Decimal(net), Decimal(vat), *named)
        for (gl_account_id, vat_code, net, vat), named in zip(kept["lines"], costs, strict=True)
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
