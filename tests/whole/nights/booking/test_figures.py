"""The figures of a run count invoices, each once, whatever happened to it on the way, and add up to what was due."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.booking.leaving import figures_of
from mice_exact_plugin.database import step
from mice_exact_plugin.domain.run import total
from mice_exact_plugin.link.run import RunState, last_runs
from tests.whole.invoices import CLIENT, invoice
from tests.whole.nights.night import ENTRIES, RELATIONS

if TYPE_CHECKING:
    from tests.whole.nights.night import Night

DAY = 24 * 3600


def test_a_night_of_every_kind_adds_up(night: Night) -> None:
    """Unanswered twice and found, unanswered and late, refused, unmapped, a credit that waits, and plain ones."""
    night.control.fault("drop_after_commit", ENTRIES, occurrence=[1, 3])
    night.control.fault("json_500", ENTRIES, occurrence=[5], message="Verplicht: Iets")
    credit = invoice("C1", "-100.00", "-21.00", kind="credit", credits="F9")
    held = invoice("F9", currency="USD")
    night.send(*(invoice(f"F{number}") for number in range(1, 9)), held, credit, invoice("N1", lines=[]))
    night.run_until_done()

    run = night.last_run()
    assert run.outcomes is not None
    assert total(run.outcomes) == len(night.states()) == run.total
    states = list(night.states().values())
    assert run.outcomes.get("booked", 0) + run.outcomes.get("adopted", 0) == states.count("synced")
    assert run.outcomes["blocked"] == states.count("blocked")
    assert run.outcomes["waiting"] == 1


def test_slices_and_repeated_passes_count_no_invoice_twice(night: Night) -> None:
    """Five debtors whose creation has no answer make their invoices wait, again and again, before they are booked."""
    night.control.fault("drop_before", RELATIONS, occurrence=[1, 2])
    clients = [{**CLIENT, "name": f"Klant {number} B.V."} for number in range(5)]
    night.send(*(invoice(f"F{number}", client=client) for number, client in enumerate(clients * 2)))
    night.run(lambda: True)
    assert current(night) == {"left": 10}
    night.run()
    run = night.last_run()
    assert run.state == RunState.DONE
    assert run.outcomes == {"booked": 6, "left": 4}, "two of the five customers are still under way"
    night.forward()
    night.run_until_done()
    assert set(night.states().values()) == {"synced"}


def test_what_a_stopped_run_did_not_come_to_stays_in_the_figures(night: Night) -> None:
    night.control.fault("403", ENTRIES, occurrence=[3], reason="DivisionBlocked")
    night.send(*(invoice(f"F{number}") for number in range(1, 6)))
    night.run()
    run = night.last_run()
    assert (run.state, run.outcomes) == (RunState.STOPPED, {"booked": 2, "left": 3})


def test_what_is_blocked_from_before_is_told_apart(night: Night) -> None:
    night.send(invoice("F1", currency="USD"), invoice("F2", currency="USD"))
    night.run()
    assert night.last_run().outcomes == {"blocked": 2}
    night.forward(DAY)
    night.send(invoice("F3"), invoice("F4", currency="USD"))
    night.run()
    run = night.last_run()
    assert run.outcomes == {"booked": 1, "blocked": 1}
    assert run.counts["blocked_before"] == 2


def test_a_night_without_anything_to_do_counts_nothing(night: Night) -> None:
    night.run()
    assert night.last_run().outcomes == {}


@pytest.mark.parametrize("handled", [1, 3])
def test_the_progress_of_a_run_counts_the_same_invoices(night: Night, handled: int) -> None:
    night.send(*(invoice(f"F{number}") for number in range(1, 6)))
    asked = iter(range(handled + 1))
    night.run(lambda: next(asked) == handled)
    assert current(night) == {"booked": handled, "left": 5 - handled}
    night.run_until_done()
    assert night.last_run().outcomes == {"booked": 5}


def current(night: Night) -> dict[str, int]:
    """What the page shows of the run as it is now."""
    with step(night.runtime.session):
        return dict(figures_of(night.runtime, last_runs(night.runtime.session, night.tenant, 1)[0]))
