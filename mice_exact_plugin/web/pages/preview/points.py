"""Invoice, entry and Exact's answer point by point: debtor, journal, dates, terms and amounts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.domain.debtor.names import kept_by_exact, whole_name
from mice_exact_plugin.domain.entry.comparison import Part
from mice_exact_plugin.domain.entry.payment_terms import term_in_days
from mice_exact_plugin.domain.reference import coded
from mice_exact_plugin.exports.words import differences
from mice_exact_plugin.i18n import gettext, ngettext
from mice_exact_plugin.web.pages.preview import words
from mice_exact_plugin.web.pages.preview.words import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

    from mice_exact_plugin.booking.preview import Preview
    from mice_exact_plugin.domain.entry.entry import SentEntry
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.exports.words.differences import DifferenceView


@dataclass(frozen=True, slots=True)
class Point:
    """One thing on which the sides can be compared; `note` says more about the entry's."""

    label: str
    ours: str
    entry: str = ""
    answer: str = ""
    note: str = ""
    differs: bool = False
    url: str = ""
    """Of the entry's side in Exact."""


@dataclass(frozen=True, slots=True)
class _Sides:
    """What all points are told by; `found` is what differs in Exact, by part, `card` where the debtor is there."""

    preview: Preview
    entry: SentEntry | None
    currency: str
    has_answer: bool
    found: Mapping[str, DifferenceView] = field(default_factory=dict)
    card: str = ""

    def point(self, label: str, ours: str, entry: str, part: Part, note: str = "") -> Point:
        """Exact answered what was sent, but for what was seen to differ."""
        difference = self.found.get(part)
        if difference is not None:
            return Point(label, ours, difference.ours or entry, difference.theirs or UNKNOWN, note, differs=True)
        return Point(label, ours, entry, entry if self.has_answer else "", note)

    def money(self, amount: Decimal | None) -> str:
        return UNKNOWN if amount is None else formatting.money(amount, self.currency)


def points(preview: Preview, names: Mapping[str, str], card: str = "") -> tuple[Point, ...]:
    """Those of the header and the totals, and what else differs in Exact; `card` is where the debtor is there."""
    invoice, row = preview.invoice, preview.row
    currency = invoice.currency if invoice else row.currency if row else ""
    has_answer = row is not None and row.entry_id is not None
    stored = preview.booked.differences if preview.booked else ()
    told = list(zip((each["part"] for each in stored), differences.views(stored, names, currency), strict=True))
    sides = _Sides(preview, preview.entry, currency, has_answer, dict(told), card)
    shown = (*_header(sides, invoice), *_amounts(sides, invoice))
    others = (found for part, found in told if part not in _SHOWN)
    return (*shown, *(Point(found.name, "", found.ours, found.theirs, differs=True) for found in others))


_SHOWN = frozenset(
    [
        Part.GROSS,
        Part.VAT,
        Part.JOURNAL,
        Part.DEBTOR,
        Part.ENTRY_DATE,
        Part.DUE_DATE,
        Part.YOUR_REF,
        Part.PAYMENT_CONDITION,
    ]
)


def _header(sides: _Sides, invoice: Invoice | None) -> Iterator[Point]:
    entry, row = sides.entry, sides.preview.row
    if sides.has_answer and row is not None:
        yield Point(gettext("Boekstuknummer"), "", "", str(row.entry_number or UNKNOWN))
    yield sides.point(
        gettext("Factuurnummer"), invoice.identifier if invoice else "", entry.your_ref if entry else "", Part.YOUR_REF
    )
    yield from _texts(sides.preview, invoice)
    debtor = sides.point(
        gettext("Debiteur"), _customer(invoice), _debtor(sides.preview), Part.DEBTOR, _why(sides.preview)
    )
    yield replace(debtor, url=sides.card)
    if entry is not None:
        yield sides.point(gettext("Dagboek"), "", _journal(sides.preview, entry), Part.JOURNAL)
        yield _period(sides, entry)
    yield sides.point(
        gettext("Datum"),
        formatting.day(invoice.invoice_date) if invoice else "",
        formatting.day(entry.entry_date) if entry and entry.entry_date else "",
        Part.ENTRY_DATE,
    )
    yield sides.point(
        gettext("Vervaldatum"),
        formatting.day(invoice.due_date) if invoice and invoice.due_date else "",
        _due_date(sides, entry) if entry else "",
        Part.DUE_DATE,
    )
    yield sides.point(
        gettext("Betalingsconditie"),
        _term(invoice),
        _condition(sides, entry) if entry else "",
        Part.PAYMENT_CONDITION,
    )


def _texts(preview: Preview, invoice: Invoice | None) -> Iterator[Point]:
    """What the entry would say of the client's reference and the payment; of what was sent it is not kept."""
    planned = preview.draft.entry if preview.draft else None
    if planned is None or invoice is None:
        return
    if planned.description != planned.your_ref:
        yield Point(gettext("Omschrijving"), invoice.reference or "", planned.description)
    if planned.payment_reference:
        yield Point(gettext("Betalingskenmerk"), invoice.payment_reference or "", planned.payment_reference)


def _period(sides: _Sides, entry: SentEntry) -> Point:
    """Exact derives it from the date, so its answer follows the date that it has."""
    found = words.period(sides.preview.reference, entry.journal or "", entry.entry_date)
    is_elsewhere = Part.ENTRY_DATE in sides.found
    return Point(gettext("Periode"), "", found, "" if is_elsewhere or not sides.has_answer else found)


def _amounts(sides: _Sides, invoice: Invoice | None) -> Iterator[Point]:
    entry = sides.entry
    vat = entry.vat if entry else None
    net = entry.gross - vat if entry and vat is not None else None
    labels = gettext("Bedrag excl. btw"), gettext("Btw"), gettext("Bedrag incl. btw")
    ours = [sides.money(each) for each in (invoice.net, invoice.vat, invoice.gross)] if invoice else ["", "", ""]
    if entry is None:
        yield from (Point(label, amount) for label, amount in zip(labels, ours, strict=True))
        return
    is_net_known = not {Part.GROSS, Part.VAT} & sides.found.keys()
    yield Point(labels[0], ours[0], sides.money(net), sides.money(net if is_net_known else None) * sides.has_answer)
    yield sides.point(labels[1], ours[1], sides.money(vat), Part.VAT)
    yield sides.point(labels[2], ours[2], sides.money(entry.gross), Part.GROSS)


def _customer(invoice: Invoice | None) -> str:
    if invoice is None:
        return ""
    debtor, named = invoice.debtor, whole_name(invoice.debtor)
    place = " ".join(filter(None, (formatting.postcode(debtor.postcode or ""), debtor.city)))
    return ", ".join(filter(None, (named[0] if named else gettext("zonder naam"), place)))


def _debtor(preview: Preview) -> str:
    if preview.booked is not None:
        account = preview.booked.account
        return f"{account.code} {account.name}" if account else gettext("niet meer in Exact Online")
    if preview.is_under_way:
        return gettext("nieuwe debiteur, onderweg")
    if preview.debtor is None:
        return UNKNOWN
    if preview.debtor.account is not None:
        return f"{preview.debtor.account.code} {preview.debtor.account.name}"
    return kept_by_exact(_new_name(preview)) or UNKNOWN


def _new_name(preview: Preview) -> str:
    """The whole name of a debtor that is still to be made."""
    located = preview.located
    is_new = located is not None and located.account is None
    return located.customer.written if located and located.customer and is_new else ""


def _why(preview: Preview) -> str:
    name = _new_name(preview)
    return words.recognised(preview.debtor, is_cut=kept_by_exact(name) != name) if preview.debtor else ""


def _journal(preview: Preview, entry: SentEntry) -> str:
    found = preview.reference.journals.get(entry.journal or "") if preview.reference else None
    return coded(found.code, found.description) if found else entry.journal or UNKNOWN


def _due_date(sides: _Sides, entry: SentEntry) -> str:
    return formatting.day(entry.due_date) if entry.due_date else _left_open(sides)


def _term(invoice: Invoice | None) -> str:
    days = term_in_days(invoice) if invoice else None
    return "" if days is None else ngettext("%(num)s dag", "%(num)s dagen", days)


def _condition(sides: _Sides, entry: SentEntry) -> str:
    preview = sides.preview
    if entry.payment_condition is not None:
        known = preview.reference.payment_conditions.get(entry.payment_condition) if preview.reference else None
        return coded(known.code, known.description) if known else entry.payment_condition
    if preview.booked is not None:
        return _left_open(sides)
    has_own = preview.located is not None and preview.located.has_payment_condition
    return gettext("die van de debiteur") if has_own else gettext("die van de administratie")


def _left_open(sides: _Sides) -> str:
    """Nothing was sent, so Exact fills it in; of what 0.1 sent nobody knows any more."""
    row = sides.preview.row
    is_kept = sides.preview.booked is None or (row is not None and row.sent is not None)
    return gettext("bepaalt Exact Online") if is_kept else gettext("niet bewaard")
