"""Never two requests at once in one administration, whoever works there."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest

from mice_exact_plugin.access import lease as leases
from mice_exact_plugin.booking import nightly, starting
from mice_exact_plugin.errors import Busy
from mice_exact_plugin.link import readiness
from mice_exact_plugin.link.connection import writer_key
from mice_exact_plugin.link.run import RunState
from mice_exact_plugin.mirror import loading
from mice_exact_plugin.setup import administration, connect
from simulator.tests.control import ENGLISH, SECOND, VENUE
from tests.whole.invoices import invoice

if TYPE_CHECKING:
    from tests.whole.nights.night import Night

DIVISIONS = {"method": "GET", "path": "/system/Divisions"}


def test_three_workers_on_one_run_take_turns(night: Night) -> None:
    night.send(*(invoice(f"F{number}") for number in range(1, 9)))
    run_id = night.open_run()

    def work(_: int) -> str:
        with night.world.app.app_context():
            return nightly.work_on(night.runtime, run_id, lambda: False).state

    with ThreadPoolExecutor(3) as pool:
        states = list(pool.map(work, range(3)))

    assert RunState.DONE in states
    assert night.control.call("GET", "concurrency")["requests"] == {str(VENUE): 1}
    assert night.booked() == {f"F{number}": 1 for number in range(1, 9)}


def test_a_person_who_reloads_the_lists_waits_for_the_run(night: Night) -> None:
    night.send(invoice("F1"), invoice("F2"))
    refused: list[str] = []

    def reload_between_two_invoices() -> bool:
        loading.begin_anew(night.runtime, night.tenant, night.person)
        with pytest.raises(Busy) as busy:
            loading.load_rest(night.runtime, night.tenant)
        refused.append(busy.value.reason)
        return False

    assert night.run(reload_between_two_invoices).state is RunState.DONE
    assert refused == ["writer_busy"] * 2
    assert night.booked() == {"F1": 1, "F2": 1}

    loading.begin_anew(night.runtime, night.tenant, night.person)
    loading.load_rest(night.runtime, night.tenant)


def test_a_run_waits_while_a_person_reloads(night: Night) -> None:
    night.send(invoice("F1"))
    held = leases.take(night.runtime, night.link.writer_key, "somebody", night.runtime.config.lease)
    assert held is not None
    report = night.run()
    assert (report.state, report.reason) == (RunState.WAITING, "writer_busy")

    leases.release(night.runtime, held)
    night.run_until_done()
    assert night.booked() == {"F1": 1}


def test_a_page_that_lists_the_administrations_waits_for_the_run(night: Night) -> None:
    """Its list is read through the administration that the user of Exact has open, where a run may be at work."""
    at_work = leases.take(night.runtime, night.link.writer_key, "somebody", night.runtime.config.lease)
    assert at_work is not None
    with pytest.raises(Busy):
        connect.divisions(night.runtime, night.tenant)
    assert night.calls(DIVISIONS) == []

    leases.release(night.runtime, at_work)
    assert VENUE in {division.code for division in connect.divisions(night.runtime, night.tenant)}


def test_a_log_in_again_beside_a_run_changes_nothing_for_the_same_user(night: Night) -> None:
    night.send(invoice("F1"), invoice("F2"))
    asked: list[int] = []

    def log_in_between_two_invoices() -> bool:
        asked.append(1)
        if len(asked) == 2:
            night.world.log_in(night.tenant)
        return False

    assert night.run(log_in_between_two_invoices).state is RunState.DONE
    assert night.calls(DIVISIONS) == []
    assert night.booked() == {"F1": 1, "F2": 1}


@pytest.mark.parametrize(
    "fault", [{"kind": "drop_before"}, {"kind": "html_503"}, {"kind": "429"}], ids=lambda fault: str(fault["kind"])
)
def test_a_log_in_again_while_exact_does_not_answer_changes_nothing_for_the_same_user(
    night: Night, fault: dict[str, Any]
) -> None:
    """The person did what was asked; that the list of administrations did not come is no reason to choose again."""
    night.send(invoice("F1"))
    rule = {"match": DIVISIONS, "occurrence": 1, "times": 1, "fault": fault}
    night.world.control.call("POST", "faults", rule)
    night.world.log_in(night.tenant)
    assert len(night.calls(DIVISIONS)) == 1
    night.run_until_done()
    assert night.booked() == {"F1": 1}


def test_a_log_in_as_somebody_else_while_exact_does_not_answer_asks_for_the_administration_again(night: Night) -> None:
    rule = {"match": DIVISIONS, "occurrence": 1, "times": 1, "fault": {"kind": "drop_before"}}
    night.world.control.call("POST", "faults", rule)
    night.world.log_in(night.tenant, user=ENGLISH)
    assert readiness.of(night.runtime, night.tenant).next_step == "choose_division"


def test_a_log_in_as_somebody_else_beside_a_run_asks_for_the_administration_again(night: Night) -> None:
    night.send(invoice("F1"))
    at_work = leases.take(night.runtime, night.link.writer_key, "somebody", night.runtime.config.lease)
    assert at_work is not None
    night.world.log_in(night.tenant, user=ENGLISH)
    assert night.calls(DIVISIONS) == []
    assert readiness.of(night.runtime, night.tenant).next_step == "choose_division"
    with pytest.raises(starting.RunRefused):
        night.run()

    leases.release(night.runtime, at_work)
    night.world.choose(night.tenant)
    night.run_until_done()
    assert night.booked() == {"F1": 1}


def test_an_administration_is_chosen_by_one_tenant_at_a_time(night: Night) -> None:
    """Whether it is taken and that it is taken now are one step, so two tenants can never both find it free."""
    other = night.world.tenant("tweede")
    night.world.log_in(other)
    somebody = leases.take(night.runtime, writer_key(night.link.app, SECOND), "somebody", night.runtime.config.lease)
    assert somebody is not None
    with pytest.raises(Busy):
        administration.choose(night.runtime, other, SECOND, night.person, confirmed=False)

    leases.release(night.runtime, somebody)
    administration.choose(night.runtime, other, SECOND, night.person, confirmed=False)
    with pytest.raises(administration.ChoiceRefused, match="shared"):
        administration.choose(night.runtime, night.tenant, SECOND, night.person, confirmed=True)


def test_an_administration_that_is_chosen_again_is_read_anew_and_books_meanwhile(night: Night) -> None:
    """Whoever leaves before everything was read has stopped nothing."""
    administration.choose(night.runtime, night.tenant, VENUE, night.person, confirmed=False)
    assert readiness.of(night.runtime, night.tenant).posts
    assert not loading.progress(night.runtime, night.tenant).is_done
    night.send(invoice("F1"))
    night.run_until_done()
    assert night.states() == {"F1": "synced"}
    assert loading.load_rest(night.runtime, night.tenant).is_done
