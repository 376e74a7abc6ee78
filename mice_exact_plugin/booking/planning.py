"""All that can be decided about a row without a call: debtor, entry, every problem at once, and what to remark."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from mice_exact_plugin.booking import suspicion, taken_back
from mice_exact_plugin.database import step
from mice_exact_plugin.debtors import findings, locate
from mice_exact_plugin.debtors.binding import Located
from mice_exact_plugin.deposits import known as known_deposits
from mice_exact_plugin.domain.debtor.customer import unreadable_of
from mice_exact_plugin.domain.deposits.known import NONE_KNOWN, waits_on
from mice_exact_plugin.domain.entry import vat_mapping
from mice_exact_plugin.domain.entry.acceptance import accepted, followed
from mice_exact_plugin.domain.entry.booked import codes_by_group, codes_of, costs_of, grounds_of, receipts_of
from mice_exact_plugin.domain.entry.causes import references_of, suspects_of
from mice_exact_plugin.domain.entry.comparison import Part
from mice_exact_plugin.domain.entry.credited import ledgers_of
from mice_exact_plugin.domain.entry.entry import sent_of
from mice_exact_plugin.domain.entry.eu_sales import Relation
from mice_exact_plugin.domain.entry.mapper import Blocked, Mapped, NothingToBook, map_invoice
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.quarter import return_due
from mice_exact_plugin.domain.references import NO_CONDITION
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.domain.states import BY_HAND
from mice_exact_plugin.exports import acceptance, bookings, lines, queue, remarks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from decimal import Decimal

    from sqlalchemy.orm import Session

    from mice_exact_plugin.domain.debtor.customer import Customer
    from mice_exact_plugin.domain.deposits.known import Known
    from mice_exact_plugin.domain.entry.acceptance import Accepted
    from mice_exact_plugin.domain.entry.booked import BookedLine
    from mice_exact_plugin.domain.entry.entry import Mark, SalesEntry
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.domain.reference import ReferenceData
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.work import Books, Work


@dataclass(frozen=True, slots=True)
class Ready:
    """A balanced entry and where its debtor stands."""

    mapped: Mapped
    located: Located
    waits_on: str | None = None
    """The deposit that has to be booked first: what takes it off is of its account and its code."""


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found of one row, before it is judged: its debtor or the question about it, and its entry."""

    located: Located | Problem
    mapped: Mapped | Blocked | NothingToBook
    waits_on: str | None = None


def plan(books: Books, row: Export, invoice: Invoice) -> Ready | Blocked | NothingToBook:
    """Map one row locally. Raises DebtorUnderWay while a creation of its debtor is unresolved."""
    return judge(books, look(books, row, invoice))


def look(books: Books, row: Export, invoice: Invoice) -> Looked:
    """Find debtor and entry; reads only. Raises DebtorUnderWay as above."""
    located, deposits = locate.locate(books, invoice), known_deposits.of(books, row, invoice)
    debtor = located if isinstance(located, Located) else None
    return Looked(located, mapped_on(books, row, invoice, debtor, deposits), waits_on(deposits))


def mapped_on(
    books: Books, row: Export, invoice: Invoice, known: Located | None, deposits: Known = NONE_KNOWN
) -> Mapped | Blocked | NothingToBook:
    """The entry of one row; without its debtor as far as that goes."""
    reused, held = _is_reused(books, row), _accepted(books, row, invoice)
    settings = books.settings if held.receipts is None else replace(books.settings, receipts=held.receipts)
    return map_invoice(
        invoice,
        settings,
        books.reference,
        debtor_has_payment_condition=known is not None and known.has_payment_condition,
        identifier_is_booked=reused,
        relation=_relation(books, known),
        accepted=held,
        taken_back=taken_back.dates(books, invoice),
        deposits=deposits,
    )


def judge(books: Books, looked: Looked) -> Ready | Blocked | NothingToBook:
    """Whether what was found can be sent, for all that is known of what went wrong with others."""
    located, mapped = looked.located, looked.mapped
    if isinstance(mapped, NothingToBook):
        return mapped
    known = located if isinstance(located, Located) else None
    problems = list(mapped.problems) if isinstance(mapped, Blocked) else []
    if isinstance(located, Problem) and located not in problems:
        problems.append(located)
    if problems or known is None or isinstance(mapped, Blocked):
        return Blocked(tuple(problems))
    suspects = _suspects(books, mapped.entry, known)
    return Blocked(tuple(suspects)) if suspects else Ready(mapped, known, looked.waits_on)


def _suspects(books: Books, entry: SalesEntry, located: Located) -> list[Problem]:
    """What this entry shares with others that went wrong; most often nothing did."""
    if not (books.suspects or books.alike or books.held):
        return []
    account_id = located.account.id if located.account else None
    references = references_of(entry, account_id)
    found = suspects_of(references, books.suspects)
    found += [problem for shared, problem in books.alike if shared <= references]
    found += suspicion.problems_of(books, sent_of(entry, account_id))
    if lacks_condition(entry, located) and NO_CONDITION in books.suspects:
        found.append(Problem(Code.PAYMENT_CONDITION_NEEDED))
    return found


def lacks_condition(entry: SalesEntry, located: Located) -> bool:
    """Whether the payment condition is left to the administration: neither entry nor relation has one."""
    return entry.payment_condition is None and not located.has_payment_condition


def _is_reused(books: Books, row: Export) -> bool:
    """Whether another invoice was booked under its printed number."""
    read = books.ahead.is_booked(row)
    if read is not None:
        return read
    with step(books.session):
        found = bookings.booked_elsewhere(books.session, [row], *books.link.place)
    return any(ids - {row.id} for ids in found.values())


def _accepted(books: Books, row: Export, invoice: Invoice) -> Accepted:
    """What persons accepted for it; a credit follows the invoice that it credits."""
    if not row.has_acceptance and not (row.is_credit and row.credits_id):
        return accepted(())
    with step(books.session):
        own = _held(books, row)
        original = queue.row_of(books.session, row.tenant, row.credits_id) if row.is_credit and row.credits_id else None
        if original is None:
            return own
        is_booked = original.entry_id is not None or original.ignored_reason == BY_HAND
        credit = followed(own, _held(books, original), is_booked=is_booked)
        return _as_booked(books, original, replace(credit, marks=taken_back.marks(books, row, original, invoice)))


def _as_booked(books: Books, original: Export, credit: Accepted) -> Accepted:
    """A credit takes back what stands in the books, whatever was chosen since.

    Lines that were not kept were booked before there was a choice, unless the entry was found in Exact.
    """
    if original.entry_id is None or original.place != books.link.place:
        return credit
    kept = lines.of(books.session, original)
    booked = _as_seen(books, original, kept.lines if kept else ())
    grounds = grounds_of(booked) if books.settings.situations.is_used else {}
    costs = costs_of(booked) if booked or original.adopted else None
    is_unknown = original.adopted and not any(line.origins for line in booked)
    receipts, ledgers = None if is_unknown else receipts_of(booked), ledgers_of(booked)
    then = partial(_codes_then, books, on=original.invoice_date)
    codes = {now: was for rate, code in codes_of(booked).items() for now, was in then(rate, code).items()}
    return replace(
        credit,
        booked=grounds,
        costs=costs,
        receipts=receipts,
        ledgers=ledgers,
        codes={**codes, **credit.codes},
        group_codes={(rate, group): then(rate, code) for (rate, group), code in codes_by_group(booked).items()},
    )


def _as_seen(books: Books, original: Export, lines: Iterable[BookedLine]) -> tuple[BookedLine, ...]:
    """On the accounts and under the codes that somebody saw in Exact, where a bookkeeper changed what was sent."""
    ledgers, codes = (
        remarks.seen_instead(books.session, original.id, part) for part in (Part.LINE_GL_ACCOUNT, Part.LINE_VAT_CODE)
    )
    return tuple(
        replace(
            line,
            gl_account_id=ledgers.get(line.gl_account_id, line.gl_account_id),
            vat_code=codes.get(line.vat_code, line.vat_code),
        )
        for line in lines
    )


def _codes_then(books: Books, rate: Decimal, code: str, on: date) -> dict[str, str]:
    """The VAT codes that lines of a rate have now to the one that they had, as long as that can still be used.

    At 0 % the ground tells the code, where grounds are told apart.
    """
    known, settings = books.reference.vat_codes, books.settings
    if code not in known or known[code].is_blocked or (settings.situations.is_used and not rate):
        return {}
    return dict.fromkeys(vat_mapping.codes_at(rate, settings, known, on) - {code}, code)


def _held(books: Books, row: Export) -> Accepted:
    rows = acceptance.rows_of(books.session, row.id) if row.has_acceptance else ()
    return accepted(acceptance.acceptances(rows))


def _relation(books: Books, located: Located | None) -> Relation | None:
    account = located.account if located else None
    if account is None:
        return None
    is_collective = account.id == books.settings.private.collective_account_id
    facts = account.name, account.code, account.vat_number, account.country
    return Relation(*facts, is_collective, account.payment_condition)


#: What the mapper may find; an earlier claim may have remarked what is no longer so.
_OF_MAPPING = (
    RemarkCode.LOOSE_LINES,
    RemarkCode.ACCEPTED_DIFFERENCE,
    RemarkCode.EU_CODE_ANYWAY,
    RemarkCode.EU_NUMBER_DIFFERS,
    RemarkCode.EU_ADDRESS,
    RemarkCode.VAT_NUMBER_CHECK_DIGITS,
    RemarkCode.REFERENCE_CUT,
    RemarkCode.SITUATION_ANYWAY,
    RemarkCode.CODE_NOT_IN_RETURN,
    RemarkCode.PERIOD_MOVED,
    RemarkCode.DATE_AHEAD,
    RemarkCode.OTHER_YEAR,
    RemarkCode.EVENT_OTHER_YEAR,
    RemarkCode.AFTER_RETURN,
    RemarkCode.COST_CENTER_LEFT_OUT,
    RemarkCode.COST_UNIT_LEFT_OUT,
    RemarkCode.CREDIT_ALONE,
    RemarkCode.CREDITED_TOO_MUCH,
    RemarkCode.CREDITED_OTHER_RATE,
    RemarkCode.DEPOSIT_UNPAIRED,
    RemarkCode.DEPOSIT_NOT_OURS,
    RemarkCode.DEPOSIT_RATE_CHANGED,
    RemarkCode.DEPOSIT_RATE_ENDS,
    RemarkCode.DEPOSIT_ON_TURNOVER,
    RemarkCode.POSSIBLE_SETTLEMENT,
)


def mark(session: Session, row: Export, mapped: Mapped, today: date, reference: ReferenceData) -> None:
    """Within the transaction of the claim: one that was taken back is marked anew by the next."""
    marks = (*mapped.marks, *_of_date(row, mapped, today, reference))
    for code, params in marks:
        remarks.add(session, row.id, code, params)
    if row.posting_key is None and not row.generation:
        return
    present = {code for code, _ in marks}
    for code in _OF_MAPPING:
        if code not in present:
            remarks.withdraw(session, row.id, code)


#: What is sent on the last day of a year is booked in the first night of the next one.
ONE_NIGHT = timedelta(days=1)


def _of_date(row: Export, mapped: Mapped, today: date, reference: ReferenceData) -> Iterator[Mark]:
    """Of what is booked on another day than its own, that is remarked.

    Whoever dates an invoice back knows; that it waited until the return was in, nobody sees.
    """
    day = mapped.entry.entry_date
    if any(code is RemarkCode.PERIOD_MOVED for code, _ in mapped.marks):
        return
    if day > today:
        yield RemarkCode.DATE_AHEAD, {"date": day.isoformat()}
    elif today - day > ONE_NIGHT and reference.is_another_year(day, today):
        yield RemarkCode.OTHER_YEAR, {"date": day.isoformat()}
    if row.sent_at.date() <= return_due(day) < today:
        yield RemarkCode.AFTER_RETURN, {"date": day.isoformat()}


def tell_unreadable(work: Work, row: Export, invoice: Invoice, customer: Customer | None = None) -> None:
    """What of the customer nobody understands is said also while the invoice waits: it may be why."""
    found = customer.unreadable if customer else unreadable_of(invoice.debtor, work.link.division_country)
    said = findings.unreadable(found)
    if not said and work.ahead.unreadable is not None and row.id not in work.ahead.unreadable:
        return
    with step(work.session):
        for code, params in said:
            remarks.add(work.session, row.id, code, params)
        if not said:
            remarks.withdraw(work.session, row.id, RemarkCode.UNREADABLE)
