"""A preview as people see it: both sides point by point, the lines of the invoice, and the entry with its balance."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.decisions.looking import LOOKS
from mice_exact_plugin.domain.entry.booked import Origin
from mice_exact_plugin.domain.entry.booked_lines import booked_lines
from mice_exact_plugin.domain.entry.mapper import NothingToBook
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.exports.words import remarks as remark_words
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.web.pages.invoice.shown import fallback
from mice_exact_plugin.web.pages.invoice.shown import headline as headline_of
from mice_exact_plugin.web.pages.preview import points, postings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mice_exact_plugin.audit import AuditRow
    from mice_exact_plugin.booking.preview import Preview
    from mice_exact_plugin.domain.invoice import Invoice
    from mice_exact_plugin.domain.remarks import Remark
    from mice_exact_plugin.domain.standing import Standing
    from mice_exact_plugin.web.pages.preview.points import Point
    from mice_exact_plugin.web.pages.preview.postings import Entry


@dataclass(frozen=True, slots=True)
class View:
    """Invoice, entry and answer as they were compared; the points are those that this invoice has.

    `has_answer`: something is known of Exact's side, the third. `fallbacks` tells what the default ledger takes.
    """

    identifier: str
    invoice: Invoice | None
    points: tuple[Point, ...]
    entry: Entry | None
    fallbacks: tuple[str, ...]
    notices: tuple[str, ...]
    has_answer: bool
    is_booked: bool


def view(preview: Preview, names: Mapping[str, str], card: str = "") -> View:
    """`names` are those of relations and G/L accounts by id, `card` is where the debtor is found in Exact."""
    invoice, row = preview.invoice, preview.row
    return View(
        identifier=invoice.identifier if invoice else row.identifier if row else "",
        points=points.points(preview, names, card),
        invoice=invoice,
        entry=postings.entry(preview),
        fallbacks=_fallbacks(preview),
        notices=_notices(preview),
        has_answer=row is not None and row.entry_id is not None,
        is_booked=preview.booked is not None,
    )


def account_id(preview: Preview) -> str:
    """The relation that it is, or would be, booked on; empty for one that is still to be made."""
    known = preview.booked.account if preview.booked else preview.debtor.account if preview.debtor else None
    return known.id if known else ""


def title(view: View) -> str:
    if view.entry is None:
        return gettext("Factuur %(number)s en Exact Online", number=view.identifier)
    if view.has_answer:
        return gettext("Factuur %(number)s: zo staat zij in Exact Online", number=view.identifier)
    return gettext("Factuur %(number)s: zo komt zij in Exact Online", number=view.identifier)


def looked(trail: Iterable[AuditRow]) -> str:
    """When somebody looked last at what Exact has, beyond its answer to the booking; `trail` is oldest first."""
    moments = [entry.at for entry in trail if entry.event in LOOKS]
    return gettext("Gezien op %(moment)s.", moment=formatting.moment(moments[-1])) if moments else ""


def headline(preview: Preview, standing: Standing) -> str:
    """Where the invoice stands; one that never came in the queue was sent outside of the link's time."""
    if preview.row is None:
        return gettext("Verstuurd toen de koppeling niet actief was; wordt niet geboekt.")
    return headline_of(preview.row, preview.row.state, standing)


def remarked(preview: Preview, remarks: Sequence[Remark], names: Mapping[str, str]) -> tuple[str, ...]:
    """What is remarked of what was booked, and what booking would remark; the default ledger is told by itself."""
    if preview.booked is not None:
        others = (remark for remark in remarks if remark.code is not RemarkCode.DEFAULT_LEDGER)
        return tuple(remark_words.sentence(remark, names) for remark in others)
    draft, located = preview.draft, preview.located
    marks = (*(draft.marks if draft else ()), *(located.remarks if located else ()))
    return tuple(remark_words.told(code, said, names) for code, said in marks)


def _fallbacks(preview: Preview) -> tuple[str, ...]:
    """What the default ledger takes, or took, each told once."""
    if preview.draft is not None:
        found = [asdict(each) for each in preview.draft.fallbacks]
    else:
        found = preview.row.fallbacks if preview.row and preview.booked else []
    return tuple(dict.fromkeys(fallback(item) for item in found))


def _notices(preview: Preview) -> tuple[str, ...]:
    """Why there is nothing to show, or less than one expects."""
    said = {
        gettext("De factuur bestaat niet meer in MICE."): preview.invoice is None,
        gettext("Er is nog geen administratie ingesteld, dus ook geen voorbeeld."): preview.is_unset,
        gettext("Er is niets te boeken: alle bedragen zijn nul."): _is_news(preview),
        gettext("Een nieuwe debiteur is onderweg naar Exact Online; tot bekend is of die er staat wacht de factuur."): (
            preview.is_under_way
        ),
        gettext(
            "Kassabonnen staan inclusief btw op hun tussenrekening: de kassa heeft de btw al aangegeven. Voor de "
            "overige regels zijn bedrag excl. btw en btw gelijk aan die van de factuur."
        ): _has_receipts(preview),
        gettext("De boeking stond al in Exact Online en is daaraan gekoppeld."): (
            preview.row is not None and preview.row.adopted
        ),
    }
    return tuple(sentence for sentence, applies in said.items() if applies)


def _has_receipts(preview: Preview) -> bool:
    """Receipts are, or would be, booked at their gross."""
    kept = preview.booked.lines if preview.booked else None
    lines = kept.lines if kept else booked_lines(preview.draft) if preview.draft else ()
    return any(Origin.RECEIPTS in line.origins for line in lines)


def _is_news(preview: Preview) -> bool:
    """There is nothing to book, and the headline does not say so."""
    is_told = preview.row is not None and preview.row.ignored_reason == "nothing_to_book"
    return isinstance(preview.mapped, NothingToBook) and not is_told
