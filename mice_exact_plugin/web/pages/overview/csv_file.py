"""The file of the overview: exports as lines with what is known of them besides."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.reader import reader
from mice_exact_plugin.web.files import defused, line
from mice_exact_plugin.web.pages.invoice.entry import marks
from mice_exact_plugin.web.pages.overview.shown import note_of
from mice_exact_plugin.web.parts import row_badge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mice_exact_plugin.domain.remarks import Remark
    from mice_exact_plugin.domain.standing import Standing
    from mice_exact_plugin.exports.export import Export


@dataclass(frozen=True, slots=True)
class Known:
    """What is told of a page of exports besides themselves.

    Attributes:
        remarks: the open ones, by the id of the export.
        relations: code and name of the relations, by their id.
        ledgers: the codes of the G/L accounts of each export's lines.
    """

    remarks: Mapping[int, Sequence[Remark]] = field(default_factory=dict)
    relations: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    ledgers: Mapping[int, Sequence[str]] = field(default_factory=dict)


def head() -> str:
    return line(_header())


def lines(rows: Iterable[Export], standing: Standing, known: Known) -> Iterator[str]:
    for row in rows:
        yield line([*_cells(row, standing, known), defused(marks(known.remarks.get(row.id, ())))])


def _header() -> list[str]:
    return [
        gettext("Factuur"),
        gettext("Factuurdatum"),
        gettext("Klant"),
        gettext("Valuta"),
        gettext("Bedrag incl. btw"),
        gettext("Netto"),
        gettext("Btw"),
        gettext("Status"),
        gettext("Gesynchroniseerd op"),
        gettext("Boekstuknummer"),
        gettext("Dagboek"),
        gettext("Boekdatum"),
        gettext("Debiteurcode"),
        gettext("Debiteur"),
        gettext("Grootboekrekening"),
        gettext("Administratie"),
        gettext("Toelichting"),
        gettext("Opmerkingen"),
    ]


def _cells(row: Export, standing: Standing, known: Known) -> list[str]:
    """Days and moments as every spreadsheet reads them; what has a column of its own is not told once more."""
    amounts = [row.gross, row.net, row.vat]
    code, name = known.relations.get(row.account_id or "", ("", ""))
    # A row keeps the day of its entry only where that is not the invoice's own.
    booked_on = row.booked_on or (row.invoice_date if row.state is State.SYNCED else None)
    words = [
        row_badge(row, standing).text,
        f"{row.synced_at.astimezone(reader().zone):%Y-%m-%d %H:%M:%S}" if row.synced_at else "",
        str(row.entry_number or ""),
        row.journal or "",
        booked_on.isoformat() if booked_on else "",
        code,
        name,
        ", ".join(known.ledgers.get(row.id, ())),
        row.division_name or "",
        "" if row.state is State.SYNCED else note_of(row, standing),
    ]
    first = [row.identifier, row.invoice_date.isoformat(), row.debtor_name or "", row.currency]
    # An amount is a number of our own and stays one: a credit starts with a minus sign.
    numbers = ["" if amount is None else formatting.plain_number(amount) for amount in amounts]
    return [*map(defused, first), *numbers, *map(defused, words)]
