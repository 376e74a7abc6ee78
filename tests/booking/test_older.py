"""*Niet meegenomen* by the fake: counted and summed without a question about days that were swept."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from sqlalchemy import update

from mice_exact_plugin.database import step
from mice_exact_plugin.exports import older
from mice_exact_plugin.link.connection import Connection
from tests.booking.situations import bill
from tests.fake.host import GRANTED
from tests.fake.office import TENANT

if TYPE_CHECKING:
    from tests.fake.office import Office

ZONE = ZoneInfo("Europe/Amsterdam")
BEFORE, SINCE = GRANTED - timedelta(days=5), GRANTED + timedelta(days=5)
MONTHS = [older.month_of(date(2026, 1, 1)), older.month_of(date(2025, 12, 1))]


def sent(office: Office) -> None:
    """Two before the grant; and two since, of which one has no row."""
    for key, moment in (("1", BEFORE), ("2", BEFORE), ("3", SINCE)):
        office.host.sent[key] = bill(key, sent_at=moment)
    office.send(bill("4", sent_at=SINCE))


def found(office: Office) -> list[tuple[list[str], Any]]:
    with step(office.session):
        return [(list(each.ids), each.gross) for each in older.missing(office.runtime, TENANT, MONTHS, ZONE)]


def test_a_host_that_tells_no_totals_is_counted_only(office: Office) -> None:
    sent(office)
    assert found(office) == [(["3"], None), (["1", "2"], None)]


def test_what_was_swept_is_asked_of_nobody_and_the_rest_is_summed_unread(office: Office) -> None:
    sent(office)
    with step(office.session):
        office.session.execute(update(Connection).values(swept_until=datetime(2026, 3, 1, tzinfo=UTC)))
    asked: list[tuple[datetime, datetime]] = []

    def totals(_tenant: str, start: datetime, end: datetime) -> list[Any]:
        asked.append((start, end))
        those = office.host.invoices_sent_between(TENANT, start, end)
        return [SimpleNamespace(invoice_id=each.id, currency="EUR", total_incl=each.total_incl) for each in those]

    offered: Any = office.host
    offered.sent_totals_between = totals
    offered.sent_ids_between = offered.invoices = None
    assert found(office) == [([], {}), (["1", "2"], {"EUR": Decimal("242.00")})]
    assert asked == [
        (datetime(2025, 12, 31, 23, tzinfo=UTC), GRANTED),
        (datetime(2025, 11, 30, 23, tzinfo=UTC), datetime(2025, 12, 31, 23, tzinfo=UTC)),
    ]
