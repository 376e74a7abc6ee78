"""*Opnieuw proberen* in every state, by the fake: what it answers and where the invoice is then, without a call."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import update

from mice_exact_plugin.booking import slice as slices
from mice_exact_plugin.database import step
from mice_exact_plugin.decisions import trying
from mice_exact_plugin.domain.states import BY_HAND, SILENCES_PER_NIGHT, State
from mice_exact_plugin.link.connection import Status
from mice_exact_plugin.mirror.binding_table import DebtorBinding
from tests.booking.nights import set_connection
from tests.booking.situations import SETTLED, STRANGER, bill, bills, posted, silent, typed
from tests.domain.build import SETTINGS, line
from tests.fake import diary
from tests.fake.client import MAKES, POSTS, SILENT, says
from tests.fake.clocks import NOW
from tests.fake.office import TENANT

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.fake.office import Office


def again(office: Office, key: str = "1") -> str:
    def answered() -> str:
        answer = trying.again(office.runtime, TENANT, key, "Anke")
        return " ".join([answer.outcome, *(problem.code for problem in answer.problems)])

    return diary.attempt(answered)


def unmapped(office: Office) -> None:
    office.set(vat_codes={})
    bills(office, 1)
    office.run()


def mapped_since(office: Office) -> None:
    unmapped(office)
    office.set(vat_codes=SETTINGS.vat_codes)


def another_cause_since(office: Office) -> None:
    mapped_since(office)
    office.host.sent["1"] = bill("1", currency="USD")


def nothing_left_to_book(office: Office) -> None:
    unmapped(office)
    office.host.sent["1"] = bill("1", line("0.00", "0.00"))


def gone_from_the_host(office: Office) -> None:
    unmapped(office)
    office.host.sent.clear()


def refused(office: Office) -> None:
    bills(office, 1)
    office.exact.trouble(POSTS, says("Zomaar niet"))
    office.run()


def _is(**columns: Any) -> Callable[[Office], None]:
    def situation(office: Office) -> None:
        bills(office, 1)
        office.change(**columns)

    return situation


def left_and_unmapped(office: Office) -> None:
    office.set(vat_codes={})
    _is(state=State.IGNORED, ignored_reason="left_alone")(office)


def waits_for_a_moment(office: Office) -> None:
    _is(not_before=office.time.now + timedelta(hours=6))(office)


def in_conflict(office: Office) -> None:
    bills(office, 1)
    typed(office, gross=Decimal("999.00"))
    office.run()


def disconnected(office: Office) -> None:
    unmapped(office)
    set_connection(office, status=Status.DISCONNECTED)


def debtor_under_way(office: Office) -> None:
    """Made so often without an answer that by itself it rests for the night."""
    office.send(bill("1", debtor=STRANGER))
    office.exact.trouble(MAKES, SILENT)
    slices.run_slice(office.work())
    with step(office.session):
        office.session.execute(update(DebtorBinding).values(sends=SILENCES_PER_NIGHT))
    office.blocked("1")


#: What is the matter → what is answered, and where the invoice is then.
ANSWERS: dict[str, tuple[Callable[[Office], object], str, str]] = {
    "the cause is still there": (unmapped, "still vat_rate_unmapped", "blocked vat_rate_unmapped"),
    "the cause is another one": (another_cause_since, "still currency", "blocked currency"),
    "the cause is gone": (mapped_since, "queued", "queued"),
    "nothing to book any more": (
        nothing_left_to_book,
        "DecisionRefused(nothing_to_book)",
        "blocked vat_rate_unmapped",
    ),
    "gone from the host": (gone_from_the_host, "DecisionRefused(unreadable)", "blocked vat_rate_unmapped"),
    "no connection": (disconnected, "queued", "queued"),
    "refused by Exact": (refused, "queued", "queued"),
    "sent without an answer": (silent, "searched", "unconfirmed"),
    "its debtor is under way": (debtor_under_way, "searched", "queued"),
    "in conflict": (in_conflict, "searched", "unconfirmed"),
    "waits for a moment": (waits_for_a_moment, "queued", "queued"),
    "left alone": (_is(state=State.IGNORED, ignored_reason="left_alone"), "queued", "queued"),
    "left alone, and unmapped": (left_and_unmapped, "still vat_rate_unmapped", "blocked vat_rate_unmapped"),
    "booked by hand": (_is(state=State.IGNORED, ignored_reason=BY_HAND), "searched", "unconfirmed"),
    "queued": (_is(state=State.QUEUED), "DecisionRefused(queued)", "queued"),
    "claimed": (_is(state=State.CLAIMED), "DecisionRefused(claimed)", "claimed"),
    "booked": (posted, "DecisionRefused(synced)", "synced"),
    "deleted": (_is(state=State.IGNORED, deleted_at=NOW), "DecisionRefused(deleted)", "ignored"),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_what_it_answers(office: Office, name: str) -> None:
    situation, answer, stands = ANSWERS[name]
    situation(office)
    office.exact.asked.clear()
    assert again(office) == answer
    row = office.row()
    assert " ".join([row.state, *(problem.code for problem in row.problems)]) == stands
    assert row.not_before is None
    assert office.exact.asked == []


def test_nobody_knows_it(office: Office) -> None:
    assert again(office, "9") == "DecisionRefused(unknown)"


def test_a_debtor_under_way_is_made_the_same_night(office: Office) -> None:
    debtor_under_way(office)
    again(office)
    office.time.forward(seconds=SETTLED)
    office.run()
    assert office.row().state is State.SYNCED
