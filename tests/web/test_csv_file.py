"""The file for a spreadsheet: one line per export, and no cell that a spreadsheet would calculate."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from mice_exact_plugin.domain.remarks import Remark, RemarkCode
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.web import files
from mice_exact_plugin.web.pages.overview import csv_file
from tests.web.rows import export_row, link

MARKED = csv_file.Known(
    {1: [Remark(1, 1, RemarkCode.OTHER_AMOUNT, {}, datetime(2026, 11, 24, tzinfo=UTC))]},
    {"relation": ("10588", "Bakkerij Jansen B.V.")},
    {1: ["8000", "8099"]},
)


def read(*rows: Any) -> list[list[str]]:
    text = csv_file.head() + "".join(csv_file.lines(rows, link(), MARKED))
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def test_a_line_holds_what_the_overview_shows() -> None:
    row = export_row(
        state=State.SYNCED,
        synced_at=datetime(2026, 11, 24, 1, 7, tzinfo=UTC),
        entry_number=24700001,
        division_name="Zaal BV",
        gross=Decimal("-1234.50"),
        net=Decimal("-1020.25"),
        vat=Decimal("-214.25"),
        journal="70",
        booked_on=date(2026, 11, 23),
        account_id="relation",
    )
    header, line = read(row)
    assert dict(zip(header, line, strict=True)) == {
        "Factuur": "2026-0017",
        "Factuurdatum": "2026-11-23",
        "Klant": "Bakkerij Jansen",
        "Valuta": "EUR",
        "Bedrag incl. btw": "-1234,50",
        "Netto": "-1020,25",
        "Btw": "-214,25",
        "Status": "Gesynchroniseerd",
        "Gesynchroniseerd op": "2026-11-24 02:07:00",
        "Boekstuknummer": "24700001",
        "Dagboek": "70",
        "Boekdatum": "2026-11-23",
        "Debiteurcode": "10588",
        "Debiteur": "Bakkerij Jansen B.V.",
        "Grootboekrekening": "8000, 8099",
        "Administratie": "Zaal BV",
        "Toelichting": "",
        "Opmerkingen": "ander bedrag in Exact",
    }


@pytest.mark.parametrize(
    ("state", "booked_on", "told"),
    [
        (State.SYNCED, None, "2026-11-23"),
        (State.SYNCED, date(2026, 12, 1), "2026-12-01"),
        (State.QUEUED, None, ""),
    ],
)
def test_what_is_booked_has_the_day_of_its_entry(state: State, booked_on: date | None, told: str) -> None:
    header, line = read(export_row(state=state, booked_on=booked_on))
    assert dict(zip(header, line, strict=True))["Boekdatum"] == told


@pytest.mark.parametrize(
    "hostile", ["=1+1", "+31 6", "-2", "@SUM(A1)", "\tx", "\rx", "\nx", "  =HYPERLINK(1)", "＝1", "＠x"]
)
def test_cells_that_start_a_formula_are_defused(hostile: str) -> None:
    line = read(export_row(debtor_name=hostile, identifier=hostile))[1]
    assert line[0] == line[2] == f"'{hostile}"


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("x;=1+1", "x;'=1+1"),
        ("x, -2", "x,' -2"),
        ("x\t@SUM(A1)", "x\t'@SUM(A1)"),
        ("x|+31", "x|'+31"),
        ('x,"=1"', 'x,\'"=1"'),
        ("x\r\n=1", "x\r\n'=1"),
        ('"=1"', '\'"=1"'),
        ("=1;=2", "'=1;'=2"),
        ("\t=1", "'\t'=1"),
    ],
)
def test_cells_are_defused_whatever_separates_them(hostile: str, shown: str) -> None:
    assert files.defused(hostile) == shown


@pytest.mark.parametrize("separator", list(",;|\t"))
def test_read_with_any_separator_and_without_quotes_no_cell_is_a_formula(separator: str) -> None:
    hostile = ["=1", "x;=1", "x,=1", "x|=1", "x\t=1", 'x"=1', 'x",=1', 'x";"=1', "x,;=1", "x\n=1"]
    text = "".join(csv_file.lines([export_row(debtor_name=each) for each in hostile], link(), csv_file.Known()))
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
        for cells in csv.reader(io.StringIO(text), delimiter=separator, quoting=quoting):
            assert [cell for cell in cells if cell.strip(' "').startswith(("=", "+", "-", "@"))] == []


def test_every_cell_is_quoted() -> None:
    line = "".join(csv_file.lines([export_row()], link(), csv_file.Known())).splitlines()[0]
    assert line.startswith('"2026-0017";"')
    assert line.count('";"') == len(read()[0]) - 1


@pytest.mark.parametrize(
    "harmless", ["Bakkerij; Jansen", 'De "Zaal"', "A=B", "1-2", "", "Hotel - Zaal", "Jansen, Piet", "13:30-17:00"]
)
def test_other_cells_stay_as_they_are(harmless: str) -> None:
    assert read(export_row(debtor_name=harmless))[1][2] == harmless
