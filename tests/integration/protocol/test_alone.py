"""Never two requests at once in one administration, whoever works there."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.errors import Busy
from mice_exact_plugin.services import administration, nightly
from mice_exact_plugin.store import lease
from mice_exact_plugin.store.sync_run import RunState
from tests.integration.invoices import invoice
from tests.simulator.control import VENUE

if TYPE_CHECKING:
    from tests.integration.protocol.night import Night


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
        with pytest.raises(Busy) as busy:
            administration.reload(night.runtime, night.tenant, night.person)
        refused.append(busy.value.reason)
        return False

    assert night.run(reload_between_two_invoices).state is RunState.DONE
    assert refused == ["writer_busy"] * 2
    assert night.booked() == {"F1": 1, "F2": 1}

    administration.reload(night.runtime, night.tenant, night.person)


def test_a_run_waits_while_a_person_reloads(night: Night) -> None:
    night.send(invoice("F1"))
    held = lease.take(night.runtime.session, night.link.writer_key, "somebody", night.runtime.config.lease)
    assert held is not None
    report = night.run()
    assert (report.state, report.reason) == (RunState.WAITING, "writer_busy")

    lease.release(night.runtime.session, held)
    night.run_until_done()
    assert night.booked() == {"F1": 1}
