"""The control of the listing of sales within the EU agrees with the entries in Exact, number by number."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete, select

from mice_exact_plugin.database import step
from mice_exact_plugin.domain.entry.comparison import Difference, Part, as_kept
from mice_exact_plugin.domain.entry.eu_number import NumberState
from mice_exact_plugin.domain.quarter import Quarter, quarter_of, quarter_written
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.exports import remarks
from mice_exact_plugin.exports.lines import ExportLine
from mice_exact_plugin.mirror.relation_table import CrmAccountRow
from mice_exact_plugin.standing import eu_listing
from mice_exact_plugin.web.pages.eu_listing import fault
from tests.booking.situations import HALL, bill, once_more
from tests.domain.build import debtor, line, rate_group, vat_code
from tests.fake.client import SILENT

if TYPE_CHECKING:
    from mice_exact_plugin.standing.eu_listing import Listed
    from tests.fake.office import Office

GOODS, SERVICES = rate_group("goederen", "0", "8050"), rate_group("diensten", "0", "8050")
GERMAN = debtor(name="Freie Planer GmbH", country="DE", postcode="10115", city="Berlin", vat_number="DE136695976")
BELGIAN = debtor(name="Zaal Zuid BV", country="BE", postcode="2000", city="Antwerpen", vat_number="BE0403019261")
FIRST = Quarter(2026, 1)


def _selling(office: Office) -> None:
    codes = {"7": vat_code("7", "0", type="B", eu_listing="L"), "8": vat_code("8", "0", type="B", eu_listing="S")}
    office.books.with_lists(vat_codes={**office.books.reference.vat_codes, **codes})
    office.set(rate_group_vat_codes={"goederen": "7", "diensten": "8"})
    services, goods = line("300.00", "0.00", SERVICES), line("40.00", "0.00", GOODS)
    office.send(
        bill("1", services, goods, HALL, debtor=GERMAN),
        bill("2", line("-100.00", "0.00", SERVICES), debtor=GERMAN, is_credit=True, credits_id="1"),
        bill("3", services, debtor=BELGIAN),
        bill("4", services, debtor=BELGIAN, invoice_date=date(2026, 1, 2)),
        bill("5", HALL, debtor=BELGIAN),
    )
    office.run()


def _listing(office: Office, quarter: Quarter = FIRST) -> eu_listing.Listing:
    link = office.link
    with step(office.session):
        return eu_listing.of_quarter(office.session, link, quarter)


def test_it_is_the_sum_of_the_entries_by_number_and_listing(office: Office) -> None:
    _selling(office)
    in_exact: dict[tuple[str | None, str], Decimal] = defaultdict(Decimal)
    for entry in office.books.entries.values():
        number = office.books.relations[entry.account_id].vat_number
        for each in entry.lines or ():
            if each.vat_code in ("7", "8"):
                in_exact[number, office.books.reference.vat_codes[each.vat_code].eu_listing] += each.net
    assert len(in_exact) == 3
    assert {(each.number, each.listing): each.amount for each in _listing(office).lines} == in_exact
    assert _listing(office).sums() == {"L": Decimal(40), "S": Decimal(800)}
    assert _listing(office, Quarter(2025, 4)).lines == ()


def test_what_cannot_stand_in_it_comes_first_and_what_was_not_kept_is_counted(office: Office) -> None:
    _selling(office)
    office.knows(replace(office.books.relations[office.row("3").account_id or ""], vat_number="n.v.t."))
    first = office.row("1").id
    with step(office.session):
        office.session.execute(delete(ExportLine).where(ExportLine.export_id == first))
    found = _listing(office)
    assert [_told(each) for each in found.lines] == [
        ("", NumberState.MISSING, "S", Decimal(600)),
        ("DE136695976", NumberState.GOOD, "S", Decimal(-100)),
    ]
    assert found.unkept == 1


def test_what_is_not_known_to_be_in_exact_and_what_an_earlier_attempt_sent_are_not_in_it(office: Office) -> None:
    _selling(office)
    before = _listing(office)
    office.send(bill("6", line("300.00", "0.00", SERVICES), debtor=GERMAN))
    once_more(office, "6", SILENT)
    assert office.row("6").state == "unconfirmed"
    first = office.row("1").id
    with step(office.session):
        kept = office.session.scalars(select(ExportLine).where(ExportLine.export_id == first)).all()
        columns = [column.name for column in ExportLine.__table__.columns]
        for each in kept:
            again = {name: getattr(each, name) for name in columns} | {"generation": each.generation + 1}
            office.session.add(ExportLine(**again))
    assert _listing(office) == before


def test_what_was_seen_to_be_gone_from_exact_is_not_in_it(office: Office) -> None:
    _selling(office)
    gone = office.row("3").id
    with step(office.session):
        remarks.add(office.session, gone, RemarkCode.DELETED_IN_EXACT)
    assert _listing(office).sums() == {"L": Decimal(40), "S": Decimal(500)}


@pytest.mark.parametrize(
    ("key", "part", "count"),
    [("3", Part.DUE_DATE, 1), ("5", Part.LINE_VAT_CODE, 1), ("5", Part.DUE_DATE, 0), ("4", None, 0)],
    ids=["listed", "under such a code by now", "neither", "put right"],
)
def test_what_was_seen_to_be_otherwise_in_exact_is_counted(
    office: Office, key: str, part: Part | None, count: int
) -> None:
    _selling(office)
    row = office.row(key).id
    with step(office.session):
        differences = as_kept([Difference(part or Part.DUE_DATE, "2", "8")])
        remarks.add(office.session, row, RemarkCode.DIFFERS, {"differences": differences})
        if part is None:
            remarks.withdraw(office.session, row, RemarkCode.DIFFERS)
    assert _listing(office).otherwise == count


def test_a_relation_that_was_merged_since_is_said_to_be_gone(office: Office) -> None:
    _selling(office)
    gone = office.row("3").account_id
    with step(office.session):
        office.session.execute(delete(CrmAccountRow).where(CrmAccountRow.id == gone))
    first, *rest = _listing(office).lines
    assert (first.relations, first.amount) == ((), Decimal(600))
    assert "samengevoegd" in fault(first)
    assert not any(fault(each) for each in rest)


def _told(each: Listed) -> tuple[str, NumberState, str, Decimal]:
    return each.number, each.state, each.listing, each.amount


@pytest.mark.parametrize(
    ("day", "quarter", "first", "last"),
    [
        (date(2026, 1, 1), "2026-1", date(2026, 1, 1), date(2026, 3, 31)),
        (date(2026, 12, 31), "2026-4", date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_a_quarter(day: date, quarter: str, first: date, last: date) -> None:
    found = quarter_of(day)
    assert (str(found), found.first, found.last) == (quarter, first, last)
    assert quarter_written(quarter) == found == found.before.after
    assert [quarter_written(text) for text in ("2026-5", "2026", "0001-1", "9999-4", "x")] == [None] * 5
