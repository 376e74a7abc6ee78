"""Log-ins of the same Exact user elsewhere: one outside this installation ends ours, one inside serves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.link import readiness
from mice_exact_plugin.link.run import RunState
from simulator.tests.control import DUTCH, SECOND
from simulator.tests.tokens import sign_in
from tests.whole.invoices import invoice
from tests.whole.nights.night import ENTRIES, TOKENS

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.whole.nights.night import Night


def test_the_same_user_elsewhere_ends_our_log_in_between_two_invoices_and_loses_none(night: Night) -> None:
    night.send(*(invoice(f"F{number}") for number in range(1, 4)))
    report = night.run(_after_one_invoice(lambda: sign_in(night.control, DUTCH)))
    assert (report.state, report.reason) == (RunState.WAITING, "token_voided")
    assert night.states() == {"F1": "synced", "F2": "queued", "F3": "queued"}

    night.control.clear_log()
    assert night.run_until_done()[-1].reason == "log_in_again"
    assert len(night.calls(TOKENS)) == 1
    assert readiness.of(night.runtime, night.tenant).next_step == "log_in_again"

    night.world.log_in(night.tenant)
    night.run_until_done()
    assert night.booked() == {"F1": 1, "F2": 1, "F3": 1}


def test_another_tenant_as_the_same_user_hands_its_new_pair_to_the_run_under_way(night: Night) -> None:
    other = night.world.ready("tweede", SECOND)
    night.send(invoice("F1"), invoice("F2"))
    report = night.run(_after_one_invoice(lambda: night.world.log_in(other)))

    assert report.state is RunState.DONE
    assert night.booked() == {"F1": 1, "F2": 1}
    statuses = [call["status"] for call in night.calls(ENTRIES)]
    assert statuses == [201, 401, 201], "the pair is held until it is due, and one refusal tells that it was replaced"


def test_the_run_of_another_tenant_as_the_same_user_goes_on_with_the_pair_that_we_refreshed(night: Night) -> None:
    other = night.world.ready("tweede", SECOND)
    night.send(invoice("F1"))
    night.control.clear_log()
    night.forward(580)
    night.run()

    assert night.world.run(other).state is RunState.DONE
    assert len(night.calls(TOKENS)) == 1


def _after_one_invoice(happens: Callable[[], object]) -> Callable[[], bool]:
    """Asked before each invoice: never stop, and let something happen before the second."""
    asked: list[int] = []

    def should_stop() -> bool:
        asked.append(1)
        if len(asked) == 2:
            happens()
        return False

    return should_stop
