"""What is kept of an entry line by line: as sent, overwritten by the next claim, never of what left nobody's hands."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from mice_exact_plugin.booking import post
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.entry.booked import BookedLine, Origin
from mice_exact_plugin.domain.invoice import LineKind, Situation
from mice_exact_plugin.domain.outcome import Outcome
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.errors import MovedMeanwhile
from mice_exact_plugin.exports import lines
from tests.booking.situations import HALL, lost, posted
from tests.domain.build import LOW, invoice, line
from tests.fake.client import POSTS, says

if TYPE_CHECKING:
    from tests.fake.office import Office


def kept(office: Office) -> lines.KeptLines | None:
    row = office.row()
    with step(office.session):
        return lines.of(office.session, row)


def lines_of(office: Office) -> tuple[BookedLine, ...]:
    found = kept(office)
    assert found is not None, "they were kept"
    return found.lines


def test_each_line_is_kept_with_its_meaning_and_where_its_ledger_came_from(office: Office) -> None:
    rent = replace(HALL, position=1, kind=LineKind.ROOM_RENT, situation=Situation.STANDARD)
    dinner = line("200.00", "18.00", LOW, position=2, kind=LineKind.PRODUCT)
    tip = line("10.00", "2.10", None, position=3, kind=LineKind.MANUAL)
    office.send(invoice(rent, dinner, tip))
    assert office.export(office.work()) is Outcome.SETTLED

    found = kept(office)
    assert found is not None
    assert (found.seen_at, found.is_assumed) == (None, False)
    sent = office.row().sent
    assert sent is not None
    assert [[each.gl_account_id, each.vat_code, str(each.net), str(each.vat)] for each in found.lines] == sent["lines"]
    told = [(each.kind, each.situation, each.origins, each.vat_rate) for each in found.lines]
    product, room, manual = LineKind.PRODUCT, LineKind.ROOM_RENT, LineKind.MANUAL
    assert told == [
        (room, Situation.STANDARD, (Origin.RATE_GROUP,), Decimal(21)),
        (product, Situation.STANDARD, (Origin.RATE_GROUP,), Decimal(9)),
        (manual, Situation.STANDARD, (Origin.DEFAULT,), Decimal(21)),
    ]
    assert [each.gl_account_code for each in found.lines] == ["8000", "8100", "8999"]


def test_what_the_lines_of_a_group_do_not_share_is_not_said(office: Office) -> None:
    alike = replace(HALL, kind=LineKind.PRODUCT, situation=Situation.STANDARD, settles_invoice_id="7")
    other = replace(alike, position=2, kind=LineKind.PACKAGE, settles_invoice_id="8")
    office.send(invoice(alike, other))
    office.export(office.work())
    (only,) = lines_of(office)
    assert (only.kind, only.situation, only.settles_invoice_id) == (None, Situation.STANDARD, None)


def test_what_was_sent_is_kept_though_the_answer_is_lost(office: Office) -> None:
    lost(office)
    assert [str(each.net) for each in lines_of(office)] == ["100.00"]


def test_what_was_refused_is_overwritten_by_the_next_claim(office: Office) -> None:
    once = invoice(HALL, line("50.00", "4.50", LOW))
    office.send(once)
    office.exact.trouble(POSTS, says("Ongeldig: Dagboek", 400))
    office.export(office.work())
    assert len(lines_of(office)) == 2
    office.host.sent["1"] = invoice(replace(HALL, net=Decimal("30.00"), vat=Decimal("6.30"), gross=Decimal("36.30")))
    office.change(state=State.QUEUED, problems=[])
    assert office.export(office.work()) is Outcome.SETTLED
    assert [str(each.net) for each in lines_of(office)] == ["30.00"]


def test_a_new_generation_leaves_what_was_sent_before(office: Office) -> None:
    posted(office)
    office.change(state=State.QUEUED, generation=1, posting_key=None, entry_id=None, sends=0)
    assert kept(office) is None
    office.export(office.work())
    with step(office.session):
        every = office.session.execute(select(lines.ExportLine.generation, lines.ExportLine.net)).all()
    assert list(map(tuple, every)) == [(0, Decimal("100.00")), (1, Decimal("100.00"))]


def test_a_claim_that_another_was_before_keeps_nothing(office: Office) -> None:
    office.send(invoice(HALL))
    work, (row,) = office.work(), office.due()
    office.change(version=1)
    with pytest.raises(MovedMeanwhile):
        post.export(work, row, invoice(HALL))
    assert kept(office) is None


def test_what_was_found_in_exact_is_not_known_by_line_and_what_was_sent_before_is_assumed(office: Office) -> None:
    office.send(invoice(HALL))
    office.change(state=State.SYNCED, adopted=True)
    assert kept(office) is None
    office.change(state=State.QUEUED, adopted=False)
    office.export(office.work())
    office.change(adopted=True)
    found = kept(office)
    assert found is not None
    assert found.is_assumed
    read_back = [replace(each, gl_account_code=None, vat_rate=None) for each in found.lines]
    row = office.row()
    with step(office.session):
        lines.keep(office.session, row, read_back, seen_at=office.time.now)
    assert kept(office) == lines.KeptLines(tuple(read_back), office.time.now, is_assumed=False)


@pytest.mark.parametrize("settles", ["7" * 64, "7" * 65])
def test_a_pointer_that_is_no_id_pairs_with_nothing(office: Office, settles: str) -> None:
    office.send(invoice(replace(HALL, settles_invoice_id=settles)))
    office.export(office.work())
    (only,) = lines_of(office)
    assert only.settles_invoice_id == (settles if len(settles) == 64 else None)
