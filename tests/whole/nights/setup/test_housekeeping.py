"""What may be forgotten and what never: log-ins and relations of who went away, runs on which nobody works."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlalchemy import text

from mice_exact_plugin.link.run import RunState
from mice_exact_plugin.setup import upkeep
from tests.whole.invoices import CLIENT, invoice
from tests.whole.nights.booking.test_credits import credit
from tests.whole.nights.night import ENTRIES

if TYPE_CHECKING:
    from tests.whole.nights.night import Night

DAY = 24 * 3600
OF_A_PERSON = ("exact_token", "exact_crm_account", "exact_debtor_binding")
FOR_EVER = ("exact_invoice_export", "exact_audit", "exact_sync_run")


def test_a_deactivated_tenant_keeps_log_in_and_relations_for_a_month_and_its_rows_for_ever(night: Night) -> None:
    states = _one_row_of_every_kind(night)
    kept = _sizes(night, *FOR_EVER)
    night.world.command("exact", "deactivate", night.tenant)
    for _ in range(29):
        night.forward(DAY)
        upkeep.on_tick(night.runtime)
    assert all(_sizes(night, *OF_A_PERSON).values())

    night.forward(2 * DAY)
    upkeep.on_tick(night.runtime)
    assert not any(_sizes(night, *OF_A_PERSON).values())
    assert _sizes(night, *FOR_EVER) == kept
    assert night.states() == states


def test_what_waited_through_a_deactivation_is_searched_for_and_booked(night: Night) -> None:
    _one_row_of_every_kind(night)
    night.world.command("exact", "deactivate", night.tenant)
    night.forward(31 * DAY)
    upkeep.on_tick(night.runtime)

    night.world.command("exact", "activate", night.tenant)
    night.world.log_in(night.tenant)
    night.run_until_done()
    assert night.states() == {"F1": "synced", "F2": "synced", "F3": "blocked", "F4": "synced"}
    assert night.booked() == {"F1": 1, "F2": 1, "F4": 1}
    assert night.relations()[CLIENT["name"]] == 1


def test_a_run_that_is_at_work_is_not_reaped(night: Night) -> None:
    night.send(invoice("F1"))
    reaped: list[int] = []

    def reap_between_two_invoices() -> bool:
        reaped.append(_reap(night))
        return False

    assert night.run(reap_between_two_invoices).state is RunState.DONE
    assert reaped == [0]
    assert night.states() == {"F1": "synced"}


def test_what_a_reaped_run_left_behind_is_booked_once_by_the_next(night: Night) -> None:
    night.send(invoice("F1"), invoice("F2"))
    report = night.run(lambda: bool(night.booked()))
    _die_before_the_answer_is_kept(night, report.run_id)
    assert _reap(night) == 0, "it may be at work still"

    night.forward()
    assert _reap(night) == 1
    assert night.run().run_id != report.run_id
    assert night.states() == {"F1": "synced", "F2": "synced"}
    assert night.booked() == {"F1": 1, "F2": 1}


def _one_row_of_every_kind(night: Night) -> dict[str, str]:
    """Booked, of unknown outcome, blocked, and waiting for its original."""
    night.control.fault("drop_before", ENTRIES, occurrence=2)
    night.send(invoice("F1"), invoice("F2"), invoice("F3", currency="USD"), credit("F4", of="F2"))
    night.run()
    states = {"F1": "synced", "F2": "unconfirmed", "F3": "blocked", "F4": "queued"}
    assert night.states() == states
    return states


def _die_before_the_answer_is_kept(night: Night, run_id: int) -> None:
    """The state of the tables when a worker dies between Exact's answer and our commit."""
    night.runtime.session.rollback()
    claimed = "UPDATE exact_invoice_export SET state = 'claimed', entry_id = NULL WHERE identifier = 'F1'"
    running = "UPDATE exact_sync_run SET state = 'running' WHERE id = :id"
    with night.engine.begin() as connection:
        connection.execute(text(claimed))
        connection.execute(text(running), {"id": run_id})


def _reap(night: Night) -> int:
    reaped: int = json.loads(night.world.command("exact", "reap", "--json"))["reaped"]
    return reaped


def _sizes(night: Night, *tables: str) -> dict[str, int]:
    night.runtime.session.rollback()
    with night.engine.begin() as connection:
        return {table: connection.scalar(text(f"SELECT count(*) FROM {table}")) or 0 for table in tables}
