"""The lines of an entry as a bookkeeper reads them: debit and credit per ledger, where that came from, and the balance.

Which accounts Exact uses for the debtor and for the VAT follows there from journal and VAT code; the mirror lacks them.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.domain.entry.booked import Origin
from mice_exact_plugin.domain.entry.booked_lines import origins
from mice_exact_plugin.domain.entry.situation_checks import number_of
from mice_exact_plugin.domain.money import ZERO, to_cents, total
from mice_exact_plugin.exports.words.situations import told
from mice_exact_plugin.i18n import N_, gettext
from mice_exact_plugin.web.pages.preview import words
from mice_exact_plugin.web.pages.preview.words import ORIGINS, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from mice_exact_plugin.booking.preview import Preview
    from mice_exact_plugin.domain.entry.booked import BookedLine
    from mice_exact_plugin.domain.entry.entry import EntryLine, LedgerFallback, SentEntry
    from mice_exact_plugin.domain.entry.mapper import Mapped
    from mice_exact_plugin.domain.invoice import Invoice, InvoiceLine
    from mice_exact_plugin.domain.reference import ReferenceData

#: A ledger that is in none of the lists.
UNLISTED = N_("een rekening die niet in de ingelezen lijst staat")


@dataclass(frozen=True, slots=True)
class Posting:
    """One line; `amount` is what is credited, so a debit is below zero."""

    ledger: str
    amount: Decimal
    text: str = ""
    vat_code: str = ""
    origin: str = ""
    why: str = ""
    is_default: bool = False
    costs: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """Without postings where the lines were not kept; `balance` says whether both sides and the invoice agree.

    `answer` is what is known of these lines in Exact, once the entry is there.
    """

    postings: tuple[Posting, ...] = ()
    currency: str = ""
    debit: Decimal = ZERO
    credit: Decimal = ZERO
    balance: str = ""
    is_balanced: bool = False
    answer: str = ""
    has_origins: bool = False


def entry(preview: Preview) -> Entry | None:
    """None where there is none: nothing to book, nothing is set yet, or none of its lines can be placed."""
    sent = preview.entry
    if sent is None:
        return None
    if sent.lines is None:
        return Entry()
    postings = tuple(_postings(preview, sent))
    debit, credit = sides(postings)
    is_balanced, balance = _balance(sent, preview.invoice)
    return Entry(
        postings,
        sent.currency or "",
        debit,
        credit,
        balance,
        is_balanced,
        _answer(preview),
        has_origins=_has_origins(preview),
    )


def _answer(preview: Preview) -> str:
    row, booked = preview.row, preview.booked
    if row is None or row.entry_id is None or booked is None or booked.lines is None:
        return ""
    if booked.lines.seen_at is not None:
        moment = formatting.moment(booked.lines.seen_at)
        return gettext("Zo staan de regels in Exact Online, teruggelezen op %(moment)s.", moment=moment)
    if booked.lines.is_assumed:
        return gettext("Aangenomen: de boeking stond al in Exact Online en is niet per regel teruggelezen.")
    if booked.differences:
        return gettext("Zo verstuurd; wat Exact Online er anders van maakte staat hierboven.")
    return gettext("Zo verstuurd, en in Exact Online is geen verschil gezien.")


def _has_origins(preview: Preview) -> bool:
    """Where ledgers came from is known of what is planned, and of what was booked since it is kept."""
    kept = preview.booked.lines if preview.booked else None
    return preview.draft is not None or (kept is not None and any(line.origins for line in kept.lines))


def sides(postings: Iterable[Posting]) -> tuple[Decimal, Decimal]:
    """The sums of both sides."""
    amounts = [posting.amount for posting in postings]
    return -total(each for each in amounts if each < 0), total(each for each in amounts if each > 0)


def _postings(preview: Preview, sent: SentEntry) -> Iterator[Posting]:
    """The debtor first, as Exact shows it, then the lines, then the VAT per code."""
    gross = total(line.net + (line.vat or ZERO) for line in sent.lines or ())
    yield Posting(gettext("Debiteuren"), -gross, origin=gettext("dagboek"))
    draft = preview.draft
    if draft is not None:
        yield from _planned(draft, preview)
    elif preview.booked is not None and preview.booked.lines is not None:
        yield from (_booked(line, preview) for line in preview.booked.lines.lines)
    else:
        yield from (_kept(line, preview.reference) for line in sent.lines or ())
    vat: dict[str, Decimal] = defaultdict(lambda: ZERO)
    for line in sent.lines or ():
        vat[line.vat_code] += line.vat or ZERO
    for code, amount in vat.items():
        if amount:
            shown = words.vat_code(code, preview.reference) or UNKNOWN
            yield Posting(gettext("Btw"), amount, vat_code=shown, origin=gettext("BTW-code"))


def _planned(draft: Mapped, preview: Preview) -> Iterator[Posting]:
    placed, reference = draft.placed, preview.reference
    number = number_of(preview.invoice.debtor) if preview.invoice else None
    for line, made_of, situation in zip(draft.entry.lines, placed.made_of, placed.situations, strict=True):
        fallbacks = _fallbacks(made_of, draft.fallbacks)
        yield Posting(
            ledger=words.ledger(line.gl_account_id, reference) or gettext(UNLISTED),
            amount=line.net,
            text=line.description,
            vat_code=words.vat_code(line.vat_code, reference) or UNKNOWN,
            origin=formatting.listed([gettext(ORIGINS[each]) for each in origins(made_of, fallbacks)]),
            why="; ".join(filter(None, (_why(made_of, fallbacks), told(situation, line.vat_rate, number)))),
            is_default=bool(fallbacks),
            costs=words.costs(line.cost_center, line.cost_unit, reference),
        )


def _booked(line: BookedLine, preview: Preview) -> Posting:
    """As it was kept: with the ledger's number of then where the lists do not name it any more."""
    situation, rate = line.situation, line.vat_rate
    return Posting(
        ledger=words.ledger(line.gl_account_id, preview.reference) or line.gl_account_code or gettext(UNLISTED),
        amount=line.net,
        vat_code=words.vat_code(line.vat_code, preview.reference) or UNKNOWN,
        origin=formatting.listed([gettext(ORIGINS[each]) for each in line.origins]),
        why=told(situation, rate, None) if situation is not None and rate is not None else "",
        is_default=Origin.DEFAULT in line.origins,
        costs=words.costs(line.cost_center, line.cost_unit, preview.reference),
    )


def _kept(line: EntryLine, reference: ReferenceData | None) -> Posting:
    ledger = words.ledger(line.gl_account_id, reference) or gettext(UNLISTED)
    costs = words.costs(line.cost_center, line.cost_unit, reference)
    return Posting(ledger, line.net, vat_code=words.vat_code(line.vat_code, reference) or UNKNOWN, costs=costs)


def _fallbacks(made_of: Iterable[InvoiceLine], fallbacks: Iterable[LedgerFallback]) -> tuple[LedgerFallback, ...]:
    positions = {line.position for line in made_of}
    return tuple(each for each in fallbacks if each.position in positions)


def _why(made_of: Iterable[InvoiceLine], fallbacks: Sequence[LedgerFallback]) -> str:
    """The rate groups, or for what the default took why it had to."""
    if fallbacks:
        return "; ".join(dict.fromkeys(words.fallback(each) for each in fallbacks))
    return ", ".join(dict.fromkeys(line.rate_group.description for line in made_of if line.rate_group))


def _balance(sent: SentEntry, invoice: Invoice | None) -> tuple[bool, str]:
    """The debtor takes what the lines come to, so both sides are equal; whether the invoice says the same is asked."""
    booked = total(line.net + (line.vat or ZERO) for line in sent.lines or ())
    difference = to_cents(invoice.gross) - booked if invoice else ZERO
    if difference:
        amount = formatting.money(difference, sent.currency or "")
        return False, gettext("Niet gelijk aan de factuur: %(amount)s verschil", amount=amount)
    return True, gettext("In evenwicht, gelijk aan de factuur") if invoice else gettext("In evenwicht")
