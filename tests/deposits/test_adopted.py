"""Deposits and finals that were found in Exact: somebody booked them there, so their lines are read to count them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.database import step
from mice_exact_plugin.decisions import decisions, looking
from mice_exact_plugin.decisions.looking import Result
from mice_exact_plugin.deposits import open as deposits
from mice_exact_plugin.deposits import reading
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports import lines, remarks
from mice_exact_plugin.runtime import Person
from tests.deposits.flows import OFF, SOLD, booked, by_hand, credit, deposit, final, found_by_a_run, on, with_accounts
from tests.deposits.played import READS
from tests.domain.deposits.build import KEPT_LOW
from tests.fake.client import LOST, POSTS
from tests.fake.office import TENANT

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fake.office import Office

ANKE = Person("1", "Anke")


def said_by_a_person(office: Office, *lines: tuple[str, str, str]) -> None:
    """Its amount is not that of the invoice, so somebody has to say whose it is."""
    entry_id = by_hand(office, "f1", *lines)
    booked(office, final())
    decisions.adopt(office.runtime, TENANT, "f1", ANKE, entry_id, knows_differences=True)


def said(office: Office) -> list[str]:
    """Of the deposit, about what takes it off."""
    return [code for code in office.remarks("d1") if code.startswith("final_")]


def put_aside(office: Office) -> None:
    row = office.row("d1")
    with step(office.session):
        open_ones = remarks.open_of(office.session, TENANT, [row.id])
    for each in next(iter(open_ones.values())):
        remarks.put_aside(office.runtime, TENANT, each.id, ANKE, "")


def left(office: Office) -> list[str]:
    return [str(each.open) for each in deposits.page(office.session, TENANT, 0, 10)]


@pytest.mark.parametrize(
    ("adopted", "sold"),
    [(found_by_a_run, "1000.00"), (said_by_a_person, "1001.00")],
    ids=["by a run", "by a person, with another amount"],
)
def test_a_final_that_was_found_takes_its_deposit_off_once_its_lines_are_read(
    office: Office, adopted: Callable[..., None], sold: str
) -> None:
    with_accounts(office)
    booked(office, deposit())
    adopted(office, (SOLD[0], sold, SOLD[2]), OFF)
    assert (office.row("f1").state, office.row("f1").adopted) == (State.SYNCED, True)
    assert (left(office), said(office)) == (["300.00"], [RemarkCode.FINAL_UNREAD])

    office.run()

    assert (left(office), said(office), office.exact.calls(READS)) == ([], [], 1)
    office.run()
    booked(office, final("f2"))
    assert office.exact.calls(READS) == 1
    assert [problem.code for problem in office.problems("f2")] == [Code.DEPOSIT_OVERSETTLED]


def test_no_more_are_read_in_a_run_than_it_has_calls_for(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    """As after a database was restored: all were found again."""
    monkeypatch.setattr(reading, "MOST", 2)
    with_accounts(office)
    keys = [str(number) for number in range(3)]
    booked(office, *(deposit(f"d{key}") for key in keys))
    for key in keys:
        by_hand(office, f"f{key}", SOLD, OFF, entry_id=f"3333333{key}-aaaa-5222-8222-222222222222")
    office.send(*(final(f"f{key}", of=f"d{key}") for key in keys))
    waiting = []
    for _ in range(3):
        office.time.now += timedelta(minutes=2)
        office.run()
        waiting.append(len(left(office)))
    assert waiting == [3, 1, 0]


def test_of_two_finals_that_were_found_each_counts_once_its_lines_are_read(office: Office) -> None:
    """Exact shows no lines of the second."""
    with_accounts(office)
    booked(office, deposit())
    part = (OFF[0], "-100.00", "-21.00")
    by_hand(office, "f1", SOLD, part, entry_id="33333331-aaaa-5222-8222-222222222222")
    hidden = by_hand(office, "f2", SOLD, part, entry_id="33333332-aaaa-5222-8222-222222222222")
    office.books.patch(hidden, lines=None)
    office.send(*(final(key, "-100.00", "-21.00") for key in ("f1", "f2")))
    office.run()
    row = office.row("d1")
    with step(office.session):
        told = remarks.said_of(office.session, [row.id], [RemarkCode.FINAL_UNREAD])[row.id]
    assert [each["number"] for each in told] == ["F2026-f1, F2026-f2"]
    office.run()
    assert (left(office), said(office)) == (["200.00"], [RemarkCode.FINAL_UNREAD])


def test_one_that_leaves_the_deposit_where_it_is_says_so_and_the_deposit_stays_open(office: Office) -> None:
    with_accounts(office)
    booked(office, deposit())
    found_by_a_run(office, ("gl-8000", "700.00", "147.00"))
    office.run()
    assert (left(office), said(office)) == (["300.00"], [RemarkCode.FINAL_TAKES_NOTHING])
    booked(office, credit())
    assert (left(office), on(office, "1850"), office.exact.calls(READS)) == ([], "0.00", 1)


@pytest.mark.parametrize("is_put_aside", [False, True])
def test_another_final_waits_while_nobody_knows_what_the_found_one_took_off(office: Office, is_put_aside: bool) -> None:
    """Also when somebody put the remark aside."""
    with_accounts(office)
    booked(office, deposit())
    found_by_a_run(office, SOLD, OFF)
    if is_put_aside:
        put_aside(office)
    office.exact.forbidden.add(READS)
    booked(office, final("f2", "-1.00", "-0.21"))
    assert [(each.code, each.params["identifier"]) for each in office.problems("f2")] == [
        (Code.DEPOSIT_UNREAD, "F2026-f1")
    ]
    office.exact.forbidden.clear()
    booked(office, credit(net="-1.00", vat="-0.21"))
    assert [problem.code for problem in office.problems("c1")] == [Code.DEPOSIT_OVERSETTLED]


def test_a_deposit_that_was_found_is_taken_off_from_where_it_is(office: Office) -> None:
    with_accounts(office)
    by_hand(office, "d1", (KEPT_LOW.id, "300.00", "63.00"))
    booked(office, deposit())
    assert office.row("d1").adopted
    booked(office, final())
    assert (on(office, "1850"), on(office, "1851"), office.exact.calls(READS)) == ("0.00", "0.00", 1)


def test_so_is_one_that_exact_made_something_else_of_and_that_was_let_stand(office: Office) -> None:
    with_accounts(office)
    office.exact.expands = True
    office.books.books = lambda entry: replace(
        entry, lines=tuple(replace(each, gl_account_id=KEPT_LOW.id) for each in entry.lines or ())
    )
    booked(office, deposit())
    decisions.let_stand(office.runtime, TENANT, "d1", ANKE, "mag daar")
    office.books.books = lambda entry: entry
    booked(office, final())
    assert (office.row("f1").state, on(office, "1850"), on(office, "1851")) == (State.SYNCED, "0.00", "0.00")
    office.ended()
    office.exact.forbidden.add(READS)
    assert looking.look(office.runtime, TENANT, "d1", ANKE).result is Result.DIFFERENT, "it is not what was sent"


@pytest.mark.parametrize("is_moved", [False, True])
def test_so_is_one_that_was_found_by_its_number_alone_after_its_answer_was_lost(office: Office, is_moved: bool) -> None:
    """Where ids are kept, its own says that it is what was sent, and nothing is read."""
    with_accounts(office)
    office.books.keeps_ids = False
    office.exact.trouble(POSTS, LOST)
    booked(office, deposit())
    office.time.now += timedelta(hours=1)
    office.run()
    row = office.row("d1")
    assert row.adopted
    if is_moved:
        there = office.books.entries[row.entry_id or ""].lines or ()
        moved = tuple(replace(each, gl_account_id=KEPT_LOW.id) for each in there)
        office.books.patch(row.entry_id or "", lines=moved)
    booked(office, final())
    assert (on(office, "1850"), on(office, "1851"), office.exact.calls(READS)) == ("0.00", "0.00", 1)
    with step(office.session):
        kept = lines.of(office.session, row)
    assert kept is not None
    assert kept.seen_at is not None
    assert bool(kept.lines[0].origins) != is_moved, "what was sent tells more, where it is the same"


def test_what_is_as_it_was_sent_is_not_read(office: Office) -> None:
    with_accounts(office)
    booked(office, deposit(), final())
    assert office.exact.calls(READS) == 0
