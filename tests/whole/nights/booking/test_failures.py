"""The class of a failure decides what follows, and one invoice's failure never stops the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from mice_exact_plugin.access.gate import Gate, OpenTransaction
from mice_exact_plugin.exact.client import ExactClient
from mice_exact_plugin.exact.transport import Transport
from mice_exact_plugin.link.run import RunState
from simulator.tests.control import VENUE
from tests.whole.invoices import CLIENT, invoice, line
from tests.whole.nights.night import ENTRIES, RELATIONS

if TYPE_CHECKING:
    from tests.whole.nights.night import Night

DAY = 24 * 3600
READS = {"method": "GET", "path": "/financial/Journals"}
REFUSAL = "Een factuur met dit nummer bestaat al"


@pytest.mark.parametrize("kind", ["html_503", "json_500", "truncated_json", "drop_before", "slow"])
def test_a_reading_that_fails_is_tried_again_later(night: Night, kind: str) -> None:
    night.control.fault(kind, READS, seconds=6)
    night.send(invoice("F1"))

    with night.lasting(deadline=3):
        report = night.run()
    assert (report.state, report.reason) == (RunState.WAITING, "exact_unreachable")
    night.run_until_done()
    assert night.booked() == {"F1": 1}


def test_pauses_grow_until_the_night_is_given_up(night: Night) -> None:
    night.control.fault("html_503", READS, occurrence=list(range(1, 100)))
    night.send(invoice("F1"))

    reports = night.run_until_done()
    assert (reports[-1].state, reports[-1].reason) == (RunState.STOPPED, "exact_unreachable")
    assert len(reports) == 9
    assert night.states() == {"F1": "queued"}


@pytest.mark.parametrize("kind", ["html_503", "json_500", "truncated_json", "bare_array", "drip"])
def test_a_post_without_a_usable_answer_is_an_unknown_outcome_of_that_invoice(night: Night, kind: str) -> None:
    night.control.fault(kind, ENTRIES, seconds=0.5)
    night.send(invoice("F1"), invoice("F2"))

    night.run()
    assert night.states()["F2"] == "synced"
    night.forward()
    night.run()
    assert night.states() == {"F1": "synced", "F2": "synced"}
    assert night.booked() == {"F1": 1, "F2": 1}


def test_a_refusal_blocks_that_invoice_with_exacts_own_words(night: Night) -> None:
    night.control.fault("json_500", ENTRIES, message=REFUSAL)
    night.send(invoice("F1"), invoice("F2"))
    night.run()

    assert night.states() == {"F1": "blocked", "F2": "synced"}
    (problem,) = night.row("F1")["problems"]
    assert problem["code"] == "refused"
    assert problem["params"]["messages"] == [REFUSAL]


def test_what_only_a_try_can_tell_is_tried_once_a_night_for_seven_nights(night: Night) -> None:
    night.control.fault("json_500", ENTRIES, occurrence=list(range(1, 50)), message=REFUSAL)
    night.send(invoice("F1"))
    for _ in range(10):
        night.run_until_done()
        night.forward(DAY)

    assert len(night.calls(ENTRIES)) == 8, "the first try and seven nights"
    assert night.states() == {"F1": "blocked"}


def test_a_right_that_was_lost_stops_the_run_and_loses_nothing(night: Night) -> None:
    night.control.fault("403", ENTRIES, reason="NoDivisionAccess")
    night.send(invoice("F1"), invoice("F2"))

    report = night.run()
    assert (report.state, report.reason) == (RunState.STOPPED, "not_allowed")
    assert night.states() == {"F1": "queued", "F2": "queued"}
    night.run()
    assert night.booked() == {"F1": 1, "F2": 1}


def test_a_ledger_blocked_in_exact_blocks_only_the_rows_that_use_it(night: Night) -> None:
    """Blocked after our reading: the first refusal reads the list again, and the mapping sees it."""
    night.send(invoice("F1", lines=[line("10.00", "2.10", ledger="8010")]), invoice("F2"), invoice("F3"))
    night.control.patch(VENUE, "GLAccounts", {"Code": "8010"}, IsBlocked=True)
    night.run()

    assert night.states() == {"F1": "blocked", "F2": "synced", "F3": "synced"}
    assert len(night.calls(ENTRIES)) == 2

    night.control.patch(VENUE, "GLAccounts", {"Code": "8010"}, IsBlocked=False)
    night.run()
    assert night.states()["F1"] == "synced", "a cure in Exact releases it"


def test_a_reference_that_stays_refused_is_sent_once_more_and_then_not_at_all(night: Night) -> None:
    many = list(range(1, 50))
    night.control.fault("json_500", ENTRIES, occurrence=many, message="Ongeldige referentie: Grootboekrekening")
    night.send(*(invoice(f"F{number}") for number in range(1, 6)))
    night.run_until_done()

    assert set(night.states().values()) == {"blocked"}
    assert len(night.calls(ENTRIES)) == 2
    codes = {problem["code"] for number in night.states() for problem in night.row(number)["problems"]}
    assert codes == {"refused", "reference_suspect"}


def test_a_debtor_that_exact_refuses_blocks_only_its_own_invoices(night: Night) -> None:
    night.control.fault("json_500", RELATIONS, message="Verplicht: Naam")
    odd = {**CLIENT, "name": "Vreemd B.V."}
    night.send(invoice("F1", client=odd), invoice("F2"))
    night.run()

    assert (night.states()["F1"], night.states()["F2"]) == ("blocked", "synced")


def test_a_call_within_a_transaction_is_refused_before_anything_is_kept_or_sent(night: Night) -> None:
    session, link = night.runtime.session, night.link
    half_done = text("UPDATE exact_connection SET division_name = 'half done'")
    gate = Gate(night.runtime, link.log_in)
    with Transport(link.app.base_url, night.runtime.config.deadline, gate) as transport:
        session.execute(half_done)
        with pytest.raises(OpenTransaction):
            ExactClient(transport, link.division).journals()

    session.rollback()
    assert night.connection().division_name != "half done"
    assert night.control.log() == []
