"""What meets in the middle: tenants that share a log-in, decisions and log-ins beside a run, and lost nights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from mice_exact_plugin.access import tokens
from mice_exact_plugin.booking import nightly, starting
from mice_exact_plugin.decisions import decisions, trying
from mice_exact_plugin.exact import oauth
from mice_exact_plugin.link.run import RunState
from mice_exact_plugin.mirror import loading
from mice_exact_plugin.setup import connect, upkeep
from mice_exact_plugin.setup import settings as settings_service
from simulator.tests.control import ENGLISH, SECOND, VENUE
from tests.crash import restore
from tests.whole.invoices import CLIENT, invoice
from tests.whole.nights.booking.test_recovery import booked_by_somebody
from tests.whole.nights.night import ENTRIES
from tests.whole.world import PERSON

if TYPE_CHECKING:
    from collections.abc import Collection

    from mice_exact_plugin.exact.tokens import TokenPair
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


@pytest.mark.parametrize("as_person", [True, False])
def test_a_conflict_that_is_tried_again_is_searched_for_and_no_dead_end(night: Night, *, as_person: bool) -> None:
    booked_by_somebody(night, "F1", amount=999)
    night.send(invoice("F1"))
    night.run()
    if as_person:
        decisions.leave(night.runtime, night.tenant, night.row("F1")["invoice_id"], PERSON, "hoeft niet")
        trying.again(night.runtime, night.tenant, night.row("F1")["invoice_id"], PERSON.name)
    else:
        trying.retry(night.runtime, night.tenant, [])
    night.run_until_done()
    assert [problem["code"] for problem in night.row("F1")["problems"]] == ["entry_conflict"]


@pytest.mark.parametrize("message", ["Bestaat reeds: EntryID", "Gegeven bestaat reeds."])
def test_what_exists_already_is_searched_for_and_never_sent_without_our_id(night: Night, message: str) -> None:
    night.send(invoice("F1"))
    before = _copy(night)
    night.run()
    restore.put_back(night.engine, before)
    searches = {"method": "GET", "path": "/salesentry/SalesEntries"}
    night.control.fault("bare_array", searches)
    night.control.fault("json_500", ENTRIES, message=message)
    night.run_until_done()
    assert night.booked() == {"F1": 1}
    assert night.connection().entry_id_kept is not False


@pytest.mark.parametrize("before_the_answer", [True, False])
def test_a_newer_pair_is_neither_buried_nor_overwritten(
    night: Night, monkeypatch: pytest.MonkeyPatch, *, before_the_answer: bool
) -> None:
    """A person logs in while a refresh is under way; the client alone knows when that is."""
    night.forward(580)
    real = oauth.refresh

    def beside_a_log_in(*arguments: Any) -> TokenPair:
        monkeypatch.undo()
        if before_the_answer:
            night.world.log_in(night.tenant)
        pair = real(*arguments)
        if not before_the_answer:
            night.world.log_in(night.tenant)
        return pair

    monkeypatch.setattr(oauth, "refresh", beside_a_log_in)
    tokens.access_token(night.runtime, night.link.log_in)
    night.send(invoice("F1"))
    night.run_until_done()
    assert night.connection().status == "connected"
    assert night.booked() == {"F1": 1}


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


def test_a_run_does_not_go_on_in_another_administration(night: Night) -> None:
    night.send(invoice("F1"))
    report = night.run(lambda: True)
    night.world.choose(night.tenant, SECOND, confirmed=True)
    night.world.configure(night.tenant)
    report = nightly.work_on(night.runtime, report.run_id, lambda: False)
    assert (report.state, report.reason) == (RunState.STOPPED, "administration_changed")


def test_a_tenant_that_the_host_no_longer_knows_costs_no_other_its_night(
    night: Night, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = night.world.ready("tweede", SECOND)
    host: Any = night.runtime.host
    real = host.activation
    night.forward(2 * DAY)

    def activation(tenant: str, addon: str) -> Any:
        if tenant == night.tenant:
            raise LookupError(tenant)
        return real(tenant, addon)

    def activations_of(tenants: Collection[str], addon: str) -> Any:
        return {tenant: activation(tenant, addon) for tenant in tenants}

    monkeypatch.setattr(host, "activation", activation)
    monkeypatch.setattr(host, "activations_of", activations_of)
    (run_id,) = starting.start_due(night.runtime)
    assert nightly.work_on(night.runtime, run_id, lambda: False).state is RunState.DONE
    assert night.world.rows(other) == {}


def test_loading_anew_reads_the_relations_anew(night: Night) -> None:
    night.run()
    with night.engine.begin() as connection:
        connection.execute(text("DELETE FROM exact_crm_account"))
    loading.begin_anew(night.runtime, night.tenant, PERSON)
    loading.load_rest(night.runtime, night.tenant)
    with night.engine.begin() as connection:
        assert connection.scalar(text("SELECT count(*) FROM exact_crm_account"))


def _copy(night: Night) -> restore.Content:
    night.runtime.session.rollback()
    return restore.take(night.engine)
