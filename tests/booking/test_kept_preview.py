"""The page of a booked invoice tells its lines as they were kept, not as they would be booked now."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete

from mice_exact_plugin.booking import preview as previews
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.invoice import LineKind
from mice_exact_plugin.domain.receipts import AS_ORDINARY, ReceiptSettings
from mice_exact_plugin.exports import lines
from mice_exact_plugin.web.pages.preview import postings, shown
from tests.booking.situations import HALL
from tests.domain.build import invoice, line
from tests.fake.office import TENANT

if TYPE_CHECKING:
    from mice_exact_plugin.web.pages.preview.postings import Entry
    from tests.fake.office import Office

BAR = line("64.22", "5.78", None, position=2, kind=LineKind.RECEIPT, vat_rate=Decimal(9))


def page(office: Office) -> Entry:
    found = previews.of(office.runtime, TENANT, "1")
    assert found is not None
    entry = postings.entry(found)
    assert entry is not None
    return entry


def notices(office: Office) -> str:
    found = previews.of(office.runtime, TENANT, "1")
    assert found is not None
    return " ".join(shown.view(found, {}).notices)


def booked(office: Office) -> None:
    office.set(receipts=ReceiptSettings("gl-8050", "5"))
    office.send(invoice(HALL, BAR))
    assert "Kassabonnen staan inclusief btw" in notices(office)
    office.export(office.work())


def test_where_each_ledger_came_from_is_told_as_it_was(office: Office) -> None:
    booked(office)
    office.set(receipts=AS_ORDINARY, default_gl_account_id="gl-8000")
    entry = page(office)
    assert entry.has_origins
    assert [row.origin for row in entry.postings] == ["dagboek", "tariefgroep", "kassabonnen", "BTW-code"]
    assert "geen verschil gezien" in entry.answer
    assert "Kassabonnen staan inclusief btw" in notices(office)


@pytest.mark.parametrize(("is_seen", "said"), [(False, "Aangenomen"), (True, "teruggelezen op")])
def test_what_was_found_is_assumed_until_its_lines_are_read_back(office: Office, is_seen: bool, said: str) -> None:
    booked(office)
    office.change(adopted=True)
    row = office.row()
    if is_seen:
        with step(office.session):
            kept = lines.of(office.session, row)
            assert kept is not None
            lines.keep(office.session, row, kept.lines, seen_at=office.time.now)
    assert said in page(office).answer


def test_what_was_booked_before_lines_were_kept_has_no_origin(office: Office) -> None:
    booked(office)
    with step(office.session):
        office.session.execute(delete(lines.ExportLine))
    entry = page(office)
    assert (entry.has_origins, entry.answer) == (False, "")
    assert len(entry.postings) == 4
    office.change(sent=None)
    assert page(office).postings == ()
