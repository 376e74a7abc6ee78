"""What meets in the middle: tenants that share a log-in or leave, what a person adopts, lists that are read anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from mice_exact_plugin.decisions import decisions
from mice_exact_plugin.link.run import RunState
from mice_exact_plugin.mirror import loading
from mice_exact_plugin.setup import connect, upkeep
from mice_exact_plugin.setup import settings as settings_service
from simulator.tests.control import ENGLISH, SECOND, VENUE
from tests.whole.invoices import CLIENT, invoice
from tests.whole.nights.booking.test_recovery import booked_by_somebody
from tests.whole.world import PERSON

if TYPE_CHECKING:
    from tests.whole.nights.night import Night

DAY = 24 * 3600
pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def test_a_tenant_that_left_does_not_take_the_log_in_of_another_with_it(night: Night) -> None:
    other = night.world.ready("tweede", SECOND)
    connect.disconnect(night.runtime, night.tenant, PERSON)
    for _ in range(5):
        night.forward(7 * DAY)
        upkeep.on_tick(night.runtime)
    assert night.world.run(other).state is RunState.DONE


def test_who_comes_back_after_a_month_finds_his_relations(night: Night) -> None:
    night.control.insert(VENUE, "Accounts", {"Name": "Oude Klant B.V.", "Postcode": "3511 AA", "Status": "C"})
    old = {**CLIENT, "name": "Oude Klant B.V.", "postalcode": "3511 AA"}
    night.send(invoice("F1", client=old))
    night.run()
    connect.disconnect(night.runtime, night.tenant, PERSON)
    night.forward(31 * DAY)
    upkeep.on_tick(night.runtime)
    night.world.log_in(night.tenant)
    night.world.choose(night.tenant)
    settings_service.switch(night.runtime, night.tenant, PERSON, on=True)
    night.send(invoice("F2", client=old))
    night.run_until_done()
    assert night.relations()["Oude Klant B.V."] == 1


def test_relations_of_an_administration_that_was_left_go_after_a_month(night: Night) -> None:
    count = text("SELECT COUNT(*) FROM exact_crm_account WHERE division = :division")

    def kept(division: int) -> int:
        with night.engine.begin() as connection:
            return int(connection.execute(count, {"division": division}).scalar_one())

    night.world.choose(night.tenant, SECOND, confirmed=True)
    night.forward(29 * DAY)
    upkeep.on_tick(night.runtime)
    assert kept(VENUE)
    night.forward(2 * DAY)
    upkeep.on_tick(night.runtime)
    assert not kept(VENUE)
    assert kept(SECOND)


def test_a_log_in_as_somebody_else_forgets_the_pair_of_before(night: Night) -> None:
    night.world.log_in(night.tenant, user=ENGLISH)
    connect.disconnect(night.runtime, night.tenant, PERSON)
    with night.engine.begin() as connection:
        assert connection.scalar(text("SELECT count(*) FROM exact_token")) == 0


def test_what_a_person_adopts_keeps_its_place(night: Night) -> None:
    entry_id = booked_by_somebody(night, "F1", amount=999)
    night.send(invoice("F1"))
    night.run()
    invoice_id = night.row("F1")["invoice_id"]
    decisions.adopt(night.runtime, night.tenant, invoice_id, PERSON, entry_id, knows_differences=True)
    assert night.row("F1")["division"] == VENUE


def test_loading_anew_reads_the_relations_anew(night: Night) -> None:
    night.run()
    with night.engine.begin() as connection:
        connection.execute(text("DELETE FROM exact_crm_account"))
    loading.begin_anew(night.runtime, night.tenant, PERSON)
    loading.load_rest(night.runtime, night.tenant)
    with night.engine.begin() as connection:
        assert connection.scalar(text("SELECT count(*) FROM exact_crm_account"))
