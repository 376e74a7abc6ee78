"""Files that the reader's spreadsheet opens: lines of cells that cannot start a formula, sent one after the other."""

from __future__ import annotations

import csv
import io
import logging
import re
from typing import TYPE_CHECKING

from flask import Response, stream_with_context

from mice_exact_plugin import formatting
from mice_exact_plugin.logs import without_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

logger = logging.getLogger("mice_exact_plugin.web")
#: What makes Excel, LibreOffice or Google Sheets read a cell as a formula (OWASP, CSV injection); full-width forms too.
_FORMULA = r"[ \"']*[=+\-@＝＋－＠]"
_STARTS = re.compile(rf"[\t\r\n]|{_FORMULA}")
#: Who opens the file with another separator than ours, or without quotes, sees a new cell after any of these.
_BEGINS_ANEW = re.compile(rf"([;,|\t\r\n])(?={_FORMULA})")
#: Without it Excel reads UTF-8 as Windows-1252.
BYTE_ORDER_MARK = "\ufeff"


def sent(name: str, lines: Iterable[str]) -> Response:
    """The file of that name; the request stays at hand: its session reads, and its reader is whose words it has."""
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    return Response(stream_with_context(_watched(lines)), mimetype="text/csv", headers=headers)


def _watched(lines: Iterable[str]) -> Iterator[str]:
    """Nobody around a view sees what fails while its answer is being sent."""
    with without_text(logger, "a file for a spreadsheet failed"):
        yield BYTE_ORDER_MARK
        yield from lines


def defused(text: str) -> str:
    """The text with an apostrophe before anything that a spreadsheet would calculate, whatever separates its cells."""
    inside = _BEGINS_ANEW.sub(r"\1'", text)
    return f"'{inside}" if _STARTS.match(text) else inside


def line(cells: Sequence[str]) -> str:
    target = io.StringIO()
    # What a spreadsheet expects between cells where the comma is the decimal sign.
    delimiter = ";" if formatting.decimal_sign() == "," else ","
    csv.writer(target, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerow(cells)
    return target.getvalue()
