"""The read models' own SQL, on both databases, over rows as the posting loop leaves them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import update

from mice_exact_plugin.access.secrets import Token
from mice_exact_plugin.audit import SYSTEM, record
from mice_exact_plugin.domain.debtor.customer import LookUp
from mice_exact_plugin.domain.debtor.names import stems
from mice_exact_plugin.domain.entry import version_1
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.reference import CrmAccount, Resource
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports import queue, remarks
from mice_exact_plugin.exports.table import InvoiceExport
from mice_exact_plugin.link.connection import Connection, Status
from mice_exact_plugin.link.run import SyncRun
from mice_exact_plugin.mirror import list_table, relation_table
from mice_exact_plugin.standing import history, invoice_list, overview, to_do

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy.orm import Session

    from mice_exact_plugin.domain.remarks import Said
    from tests.whole.web.site import Site

NOW = datetime(2026, 11, 24, 1, 7, tzinfo=UTC)
PLACE = ("NL", 1000001)


@pytest.fixture
def session(site: Site) -> Iterator[Session]:
    with site.services() as world:
        yield world.runtime.session


def export(session: Session, number: int, tenant: str = "zaal", **values: Any) -> None:
    usual: dict[str, Any] = {
        "tenant": tenant,
        "invoice_id": str(number),
        "identifier": f"F{number}",
        "is_credit": False,
        "invoice_date": date(2026, 11, 23),
        "sent_at": NOW + timedelta(minutes=number),
        "queued_at": NOW,
        "debtor_name": "Bakkerij Jansen",
        "currency": "EUR",
        "gross": Decimal("121.00"),
        "state": State.QUEUED,
    }
    session.add(InvoiceExport(**{**usual, **values}))
    session.flush()


def link(session: Session) -> Connection:
    connection = Connection(
        tenant="zaal",
        site=PLACE[0],
        app="app",
        exact_user="user",
        division=PLACE[1],
        status=Status.CONNECTED,
        enabled=True,
        shared_allowed=False,
    )
    session.add(connection)
    session.flush()
    return connection


def test_standings_are_the_tenant_s_own(session: Session) -> None:
    export(session, 1, state=State.SYNCED, synced_at=NOW, entry_number=24700001)
    export(session, 2)
    export(session, 1, tenant="strand")
    found = overview.standings(session, "zaal", ["1", "2", "3"])
    assert set(found) == {"1", "2"}
    assert found["1"] == overview.ExportStanding(State.SYNCED, synced_at=NOW, entry_number=24700001)


def test_counts_name_every_state(session: Session) -> None:
    export(session, 1)
    export(session, 2, state=State.BLOCKED)
    export(session, 3, state=State.BLOCKED)
    export(session, 4, tenant="strand", state=State.BLOCKED)
    assert overview.state_counts(session, "zaal") == dict.fromkeys(State, 0) | {State.QUEUED: 1, State.BLOCKED: 2}


def listed(session: Session, number: int = 1, *, tenant: str = "zaal", **wanted: Any) -> invoice_list.Page:
    looked_for = invoice_list.Wanted(**wanted)
    found = invoice_list.sum_of(session, tenant, looked_for)
    return invoice_list.page_of(session, tenant, looked_for, number, found)


def numbers(session: Session, **wanted: Any) -> list[str]:
    return [row.identifier for row in listed(session, **wanted).rows]


def test_the_list_is_found_by_what_people_know_and_put_in_order(session: Session) -> None:
    export(session, 1, gross=Decimal("807.48"), invoice_date=date(2026, 1, 5))
    export(session, 2, gross=Decimal("-807.48"), entry_number=26700775, state=State.SYNCED, account_id="a")
    problem = Problem(Code.VAT_RATE_UNMAPPED, {"rate": "12"})
    export(session, 3, state=State.BLOCKED, problems=[problem], debtor_name=None)
    session.flush()
    remarks.insert_open(session, 2, RemarkCode.OTHER_AMOUNT, {}, NOW)
    (cause,) = to_do.held(session, "zaal")
    assert numbers(session, text="807,48") == ["F2", "F1"]
    assert numbers(session, text="26700775") == ["F2"]
    assert numbers(session, until=date(2026, 1, 5)) == ["F1"]
    assert numbers(session, since=date(2026, 1, 6), state=State.SYNCED) == ["F2"]
    assert numbers(session, account_id="a") == ["F2"]
    assert numbers(session, stored=cause.stored) == ["F3"]
    assert numbers(session, stored=()) == []
    assert numbers(session, remark=RemarkCode.OTHER_AMOUNT) == ["F2"]
    assert numbers(session, order="bedrag", is_descending=False) == ["F2", "F3", "F1"]
    assert {numbers(session, order=order)[0] for order in invoice_list.ORDERS} <= {"F1", "F2", "F3"}
    assert listed(session).sum == invoice_list.Sum(3, {"EUR": Decimal("121.00")})
    assert listed(session, 99).number == 1, "the last one there is"
    assert [(each.code, each.invoices) for each in to_do.remarked(session, "zaal")] == [("other_amount", 1)]
    assert [row.identifier for row in to_do.oldest(session, "zaal", [cause], 5)] == ["F3"]
    assert numbers(session, text="5-1-2026") == numbers(session, text="2026-01-05") == ["F1"]
    sums = invoice_list.sums(session, "zaal")
    assert sums.by_state[State.SYNCED] == invoice_list.Sum(1, {"EUR": Decimal("-807.48")})
    assert sums.by_state[State.UNCONFIRMED] == invoice_list.Sum()
    assert sums.missing == invoice_list.Sum(2, {"EUR": Decimal("928.48")})


def test_what_is_missing_in_the_books_is_what_has_no_entry_and_should_have_one(session: Session) -> None:
    export(session, 1)
    export(session, 2, state=State.BLOCKED)
    export(session, 3, state=State.BLOCKED, entry_id="made, and not as it was sent")
    export(session, 4, state=State.UNCONFIRMED, currency="USD")
    export(session, 5, state=State.SYNCED, entry_id="e", synced_at=NOW)
    for number, reason in enumerate(("left_alone", "before_start", "booked_by_hand", "nothing_to_book", "deleted"), 6):
        export(session, number, state=State.IGNORED, ignored_reason=reason)
    for number in (11, 12):
        export(session, number, state=State.SYNCED, entry_id=f"gone {number}", synced_at=NOW)
    session.flush()
    for number, code in ((5, RemarkCode.OTHER_AMOUNT), (11, RemarkCode.DELETED_IN_EXACT)):
        remarks.insert_open(session, number, code, {}, NOW)
    assert numbers(session, is_missing=True) == ["F11", "F7", "F6", "F4", "F2", "F1"]
    assert invoice_list.sums(session, "zaal").missing == listed(session, is_missing=True).sum
    assert listed(session, is_missing=True).sum == invoice_list.Sum(
        6, {"EUR": Decimal("605.00"), "USD": Decimal("121.00")}
    )


def test_pages_are_newest_first_and_filtered_by_state_and_text(session: Session) -> None:
    for number in range(1, 54):
        export(session, number)
    export(session, 60, state=State.BLOCKED, debtor_name="100% Feest_")
    first, second = (listed(session, number, state=State.QUEUED) for number in (1, 2))
    assert (first.total, len(first.rows), first.rows[0].identifier) == (53, 50, "F53")
    assert [row.identifier for row in second.rows] == ["F3", "F2", "F1"]
    assert (first.has_next, second.has_next) == (True, False)
    assert [row.identifier for row in listed(session, text="feest_").rows] == ["F60"]
    assert listed(session, text="f%6").total == 0
    assert listed(session, tenant="strand").total == 0


def test_a_file_is_oldest_first_and_goes_on_behind_its_last_row(session: Session) -> None:
    for number in (2, 1, 3):
        export(session, number)
    everything = invoice_list.Wanted()
    rows = invoice_list.page_of_file(session, "zaal", everything, None)
    assert [row.identifier for row in rows] == ["F1", "F2", "F3"]
    behind = invoice_list.page_of_file(session, "zaal", everything, rows[0])
    assert [row.identifier for row in behind] == ["F2", "F3"]
    assert invoice_list.page_of_file(session, "zaal", everything, rows[-1]) == []


def test_the_figures_of_what_needs_attention_leave_nobody_out(session: Session) -> None:
    rate, other = (Problem(Code.VAT_RATE_UNMAPPED, {"rate": rate}) for rate in ("12", "13"))
    line = {"position": 1, "description": "x", "product": None, "rate_group": "Catering", "ledger_number": None}
    for number in range(1, 1104):
        problems = [rate, other] if number % 100 == 0 else [rate]
        export(session, number, state=State.BLOCKED, problems=problems, fallbacks=[line | {"position": number}])
    found = to_do.held(session, "zaal")
    assert [(each.problem, each.invoices, each.amounts) for each in found] == [
        (rate, 1103, {"EUR": 1103 * Decimal("121.00")}),
        (other, 11, {"EUR": 11 * Decimal("121.00")}),
    ]
    assert overview.fallbacks(session, "zaal") == [overview.Fallback(None, "Catering", None, invoices=1103)]


def test_blocked_rows_are_found_by_the_kind_of_their_problem(session: Session) -> None:
    suspect, other = Problem(Code.DIFFERENCE_SUSPECT, {"cause": "vat_code:2"}), Problem(Code.BUG)
    export(session, 1, state=State.BLOCKED, problems=[other, suspect])
    export(session, 2, state=State.BLOCKED, problems=[other])
    export(session, 3, problems=[suspect])
    export(session, 4, tenant="strand", state=State.BLOCKED, problems=[suspect])
    found = queue.blocked_with(session, "zaal", Code.DIFFERENCE_SUSPECT)
    assert [row.identifier for row in found] == ["F1"]


def test_what_differs_is_told_as_long_as_it_is_so(session: Session) -> None:
    for number in (1, 2):
        export(session, number, state=State.SYNCED, entry_id=f"e{number}")
    session.flush()
    said: Said = {"ours": "121.00", "theirs": "60.50"}
    remarks.insert_open(session, 1, "other_amount", said, NOW)
    seen = remarks.latest(session, 1, "other_amount")
    assert seen is not None
    remarks.close(session, seen.id, "zaal", "Bea", NOW, "afgesproken")
    for code in ("other_date", "left_out"):
        remarks.insert_open(session, 1, code, said, NOW)
    remarks.withdraw(session, 1, RemarkCode.OTHER_DATE)
    assert [(each["part"], each["theirs"]) for each in remarks.differences_of(session, 1)] == [("gross", "60.50")]
    assert remarks.differences_of(session, 2) == ()


def test_fallbacks_are_counted_per_invoice(session: Session) -> None:
    def fell_back(group: str, number: str | None) -> dict[str, Any]:
        line = {"position": 1, "description": "x", "product": None, "rate_group": group, "ledger_number": number}
        return {"fallbacks": [line, line]}

    export(session, 1, **fell_back("Catering", None))
    export(session, 2, **fell_back("Catering", None))
    export(session, 3, **fell_back("Techniek", "9999"))
    export(session, 5)
    assert overview.fallbacks(session, "zaal") == [
        overview.Fallback(None, "Catering", None, invoices=2),
        overview.Fallback(None, "Techniek", "9999", invoices=1),
    ]


def test_the_mirror_gives_ledger_numbers_and_sizes(session: Session) -> None:
    rows = {str(number): {"code": str(8000 + number)} for number in range(3)}
    list_table.replace_rows(session, *PLACE, Resource.GL_ACCOUNTS, rows)
    session.add(
        list_table.Mirror(
            site=PLACE[0], division=PLACE[1], resource="gl_accounts", loaded_at=NOW, rows=3, trusted_rows=3
        )
    )
    session.flush()
    assert overview.ledger_numbers(session, *PLACE) == {"8000", "8001", "8002"}
    assert overview.mirror_sizes(session, *PLACE) == {"gl_accounts": 3}


def test_the_age_of_the_log_in_is_known_without_its_tokens(session: Session) -> None:
    connection = link(session)
    assert overview.token_received_at(session, connection) is None
    session.add(Token(site="NL", app="app", exact_user="user", access=b"a", refresh=b"r", received_at=NOW))
    session.flush()
    assert overview.token_received_at(session, connection) == NOW


def test_candidates_are_found_by_name_or_number_and_what_0_1_read_by_the_name_it_had(session: Session) -> None:
    def account(number: int, name: str, **facts: Any) -> CrmAccount:
        return CrmAccount(str(number), str(number), name, "1234AB", None, "NL", "C", is_blocked=False, **facts)

    accounts = [
        account(1, "Bakkerij Jansen B.V."),
        account(2, "Bakkerij Jansen"),
        account(3, "Iets anders", vat_number="NL004495445B01"),
        account(4, "Nog iets", coc_number="38480752"),
        account(5, "Bakkerij Pietersen"),
    ]
    forms = relation_table.Forms("NL", str.upper)
    relation_table.put_accounts(session, *PLACE, accounts, forms)
    relation_table.put_accounts(session, "NL", 9, accounts, forms)
    session.execute(
        update(relation_table.CrmAccountRow).where(relation_table.CrmAccountRow.id == "1").values(form=1, name_key=None)
    )
    key = LookUp(stems("Bakkerij Jansen BV"), "NL004495445B01", "38480752")
    found = relation_table.candidates(session, *PLACE, key, version_1.normalise_name("Bakkerij Jansen BV"))
    assert [(one.id, sorted(one.unknown)) for one in found] == [
        ("1", ["email", "start_date", "street"]),
        ("2", []),
        ("3", []),
        ("4", []),
    ]
    assert relation_table.accounts_of(session, *PLACE, []) == []
    assert [one.id for one in relation_table.accounts_like(session, *PLACE, "bakkerij", 10)] == ["2", "1", "5"]


def test_a_run_s_part_of_the_trail_lies_between_its_lines(session: Session) -> None:
    for number in (1, 2, 3):
        export(session, number)
    first = _run(session, NOW)
    _told(session, NOW, [(None, "run_started"), (1, "posted"), (2, "unconfirmed"), (3, "blocked"), (2, "adopted")])
    later = NOW + timedelta(days=1)
    _told(session, NOW + timedelta(hours=1), [(None, "run_ended"), (3, "released")])
    second = _run(session, later)
    _told(session, later, [(None, "run_started"), (3, "posted")])
    _told(session, later + timedelta(hours=1), [(None, "run_ended")])
    for run, wanted in ((first, {"booked": 1, "adopted": 1, "blocked": 1}), (second, {"booked": 1})):
        came = history.came_to(session, run)
        assert {each.figure: (each.count, each.gross) for each in came} == {
            figure: (count, Decimal("121.00") * count) for figure, count in wanted.items()
        }
    found = history.invoices_of(session, first, None, 1, 3)
    assert [row.identifier for row in found.rows] == ["F3", "F2", "F1"]
    assert history.story(session, "zaal", history.Kind.RUNS, history.EVERYBODY, 1).total == 4
    assert [line.identifier for line in history.story_file(session, "zaal", None, history.PEOPLE, None)] == ["F3"]
    assert history.people(session, "zaal") == ["Bea"]


def _run(session: Session, at: datetime) -> SyncRun:
    made = {"trigger": "night", "started_by": SYSTEM, "state": "done", "beat_at": at}
    run = SyncRun(tenant="zaal", site="NL", division=1, started_at=at, finished_at=at + timedelta(hours=1), **made)
    session.add(run)
    session.flush()
    return run


def _told(session: Session, at: datetime, events: list[tuple[int | None, str]]) -> None:
    for number, event in events:
        row = queue.row_of(session, "zaal", str(number)) if number else None
        actor = "Bea" if event == "released" else SYSTEM
        record(session, "zaal", event, at=at, actor=actor, export_id=row.id if row else None)
