"""Exports as lines of a CSV file that the reader's spreadsheet opens, with cells that cannot start a formula."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.web.pages.invoice.entry import marks
from mice_exact_plugin.web.pages.overview.shown import note_of
from mice_exact_plugin.web.parts import row_badge

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from mice_exact_plugin.domain.remarks import Remark
    from mice_exact_plugin.domain.standing import Standing
    from mice_exact_plugin.exports.export import Export

#: What makes Excel, LibreOffice or Google Sheets read a cell as a formula (OWASP, CSV injection); full-width forms too.
_FORMULA = r"[ \"']*[=+\-@＝＋－＠]"
_STARTS = re.compile(rf"[\t\r\n]|{_FORMULA}")
#: Who opens the file with another separator than ours, or without quotes, sees a new cell after any of these.
_BEGINS_ANEW = re.compile(rf"([;,|\t\r\n])(?={_FORMULA})")
#: Without it Excel reads UTF-8 as Windows-1252.
BYTE_ORDER_MARK = "\ufeff"


def head() -> str:
    return BYTE_ORDER_MARK + line(_header())


def lines(rows: Iterable[Export], standing: Standing, remarks: Mapping[int, Sequence[Remark]]) -> Iterator[str]:
    for row in rows:
        yield line([*_cells(row, standing), defused(marks(remarks.get(row.id, ())))])


def defused(text: str) -> str:
    """The text with an apostrophe before anything that a spreadsheet would calculate, whatever separates its cells."""
    inside = _BEGINS_ANEW.sub(r"\1'", text)
    return f"'{inside}" if _STARTS.match(text) else inside


def _header() -> list[str]:
    return [
        gettext("Factuur"),
        gettext("Factuurdatum"),
        gettext("Klant"),
        gettext("Valuta"),
        gettext("Bedrag incl. btw"),
        gettext("Status"),
        gettext("Gesynchroniseerd op"),
        gettext("Boekstuknummer"),
        gettext("Administratie"),
        gettext("Toelichting"),
        gettext("Opmerkingen"),
    ]


def _cells(row: Export, standing: Standing) -> list[str]:
    words = [row.identifier, formatting.day(row.invoice_date), row.debtor_name or "", row.currency]
    state = row_badge(row, standing).text
    synced = formatting.moment(row.synced_at) if row.synced_at else ""
    booked = [synced, str(row.entry_number or ""), row.division_name or "", note_of(row, standing)]
    # The amount is a number of our own and stays one: a credit starts with a minus sign.
    amount = formatting.plain_number(row.gross)
    return [*map(defused, words), amount, *map(defused, [state, *booked])]


def line(cells: list[str]) -> str:
    target = io.StringIO()
    # What a spreadsheet expects between cells where the comma is the decimal sign.
    delimiter = ";" if formatting.decimal_sign() == "," else ","
    csv.writer(target, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerow(cells)
    return target.getvalue()
