"""What is looked at before a link books, by the fake: the look in Exact, the points from our tables, what waited."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from mice_exact_plugin.database import step
from mice_exact_plugin.domain.deposits.settings import DepositSettings
from mice_exact_plugin.domain.golive import Mark, Point
from mice_exact_plugin.domain.reference import ClosedPeriod, Resource
from mice_exact_plugin.domain.settings import LooseLine
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.golive import look, old
from mice_exact_plugin.mirror import reference_data
from mice_exact_plugin.runtime import Person
from mice_exact_plugin.setup import settings as setup
from tests.booking.nights import set_connection
from tests.booking.situations import bill, bills, typed
from tests.domain import build
from tests.domain.build import journal
from tests.fake.client import MAKES, POSTS, RIGHT
from tests.fake.office import TENANT

if TYPE_CHECKING:
    from mice_exact_plugin.golive.old import Old
    from tests.fake.office import Office

ANKE = Person("1", "Anke")


def marks(office: Office) -> dict[Point, Mark]:
    return {item.point: item.mark for item in look.items(office.runtime, TENANT)}


def waited(office: Office) -> Old:
    with step(office.session):
        return old.of(office.session, TENANT)


def saved(office: Office) -> None:
    """The settings are saved for the first time, after what is queued already."""
    office.time.forward(minutes=1)
    setup.save(office.runtime, TENANT, build.SETTINGS, ANKE, seen=1)
    office.time.forward(minutes=1)


def test_without_a_look_exact_is_asked_nothing(office: Office) -> None:
    office.exact.asked.clear()
    found = marks(office)
    assert (found[Point.LOG_IN], found[Point.RIGHTS], found[Point.OTHERS]) == (Mark.FINE, Mark.UNKNOWN, Mark.UNKNOWN)
    assert (found[Point.JOURNAL], found[Point.PERIODS]) == (Mark.FINE, Mark.FINE)
    assert office.exact.asked == []


def test_a_closed_period_of_the_journal_of_credits_is_seen_where_one_is_chosen(office: Office) -> None:
    shut = office.books.reference.closed_periods | {ClosedPeriod("75", 2026, 1)}
    office.books.with_lists(closed_periods=shut, journals={**office.books.reference.journals, "75": journal("75")})
    for resource in (Resource.JOURNALS, Resource.CLOSED_PERIODS):
        reference_data.load(office.runtime, office.link, office.work().client, resource)
    assert marks(office)[Point.PERIODS] is Mark.FINE
    office.set(credit_journal_code="75")
    assert marks(office)[Point.PERIODS] is Mark.WRONG


def test_what_is_sold_without_a_number_is_told_without_a_trial(office: Office) -> None:
    rows = [
        ("product", "Lunch", "9-geen", None, "30.00"),
        ("package", "Arrangement", "21-geen", " ", "20.00"),
        ("room_rent", "Zaal 1", "21-8000", "8000", "40.00"),
        ("product", "Bier", "21-bar", None, "5.00"),
        ("product", "Fooi", None, None, "2.00"),
        ("receipt", None, None, None, "3.00"),
    ]
    names = ("kind", "name", "rate_group", "ledger_number")
    sold = [
        SimpleNamespace(**dict(zip(names, row, strict=True)), vat_rate=Decimal("21.00"), net=Decimal(net))
        for *row, net in rows
    ]
    offered: Any = office.host
    offered.revenue_between = lambda tenant, start, end: sold if end - start == look.QUARTER else []
    told = {"vat_rate": Decimal(21), "net": Decimal(900), "currency": "USD"}
    sold.append(SimpleNamespace(**dict(zip(names, ("product", "Dollars", None, None), strict=True)), **told))
    office.set(rate_group_ledgers={"21-bar": build.SETTINGS.default_gl_account_id})
    assert without_number(office) == {"Lunch": 30, "Arrangement": 20, "Fooi": 2}
    office.set(loose_lines={Decimal(21): LooseLine(gl_account_id=build.SETTINGS.default_gl_account_id)})
    assert without_number(office) == {"Lunch": 30, "Arrangement": 20}


def test_a_number_that_only_deposits_have_is_not_for_the_default_ledger(office: Office) -> None:
    offered: Any = office.host
    offered.rate_groups = lambda tenant: [build.rate_group("aanbetaling", "21", "1999")]
    told = {"kind": "deposit", "name": None, "rate_group": "aanbetaling", "ledger_number": "1999"}
    offered.revenue_between = lambda *_: [SimpleNamespace(**told, vat_rate=Decimal(21), net=Decimal(100))]
    assert marks(office)[Point.LEDGERS] is Mark.LOOK, "no account was chosen"
    office.set(deposits=DepositSettings({Decimal(21): "gl-1850"}))
    assert marks(office)[Point.LEDGERS] is Mark.FINE


def without_number(office: Office) -> dict[str | None, int]:
    (found,) = (item.sold for item in look.items(office.runtime, TENANT) if item.point is Point.WITHOUT_NUMBER)
    return {name: int(share) for name, share in found}


def test_one_look_tells_rights_and_whose_entries_there_are(office: Office) -> None:
    office.ended()
    bills(office, 2)
    saved(office)
    typed(office, "2")
    office.exact.forbidden.add(MAKES)
    office.exact.asked.clear()
    found = look.look(office.runtime, TENANT)
    assert (found["looked"], found["found"]) == (2, ["F2026-2"])
    assert [name for name, has in found["rights"].items() if not has] == ["POST crm/Accounts"]
    assert (office.exact.calls(RIGHT), len(office.exact.asked), office.exact.calls(POSTS)) == (5, 6, 0)
    assert (marks(office)[Point.RIGHTS], marks(office)[Point.OTHERS]) == (Mark.WRONG, Mark.LOOK)
    set_connection(office, division=7)
    assert look.items(office.runtime, TENANT) == (), "another administration has no settings yet"


def test_an_entry_of_ours_is_nobody_else_s(office: Office) -> None:
    bills(office, 1)
    office.run()
    office.ended()
    office.host.sent["9"] = bill("9", sent_at=office.time.now)
    assert look.look(office.runtime, TENANT)["found"] == []


def test_what_waited_before_is_a_list_of_which_some_are_left_out(office: Office) -> None:
    bills(office, 3)
    saved(office)
    office.send(bill("4"))
    before = waited(office)
    assert (before.count, before.gross, len(before.rows)) == (3, {"EUR": build.invoice(*bill("1").lines).gross * 3}, 3)
    assert old.leave(office.runtime, TENANT, ANKE, ["1", "4"]) == 1
    assert (office.row("1").state, office.row("1").ignored_reason) == (State.IGNORED, "before_start")
    assert old.leave(office.runtime, TENANT, ANKE, None) == 2
    assert office.row("4").state is State.QUEUED
    assert waited(office).count == 0
