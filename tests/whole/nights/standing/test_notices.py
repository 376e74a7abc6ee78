"""What administrators are told by mail, and when: after a run, on the tick, and when it is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.booking import nightly, starting
from mice_exact_plugin.database import step
from mice_exact_plugin.link.connection import Connection
from mice_exact_plugin.link.run import RunState, run_of
from mice_exact_plugin.setup import upkeep
from mice_exact_plugin.standing import notices
from mice_exact_plugin.standing import standing as standings
from simulator.tests.control import DUTCH
from tests.whole.invoices import CLIENT, invoice, line
from tests.whole.nights.standing.mailing import DAY, block, mails, tick, unblock, until_next_night

if TYPE_CHECKING:
    from tests.whole.nights.night import Night


def test_a_blocked_administration_is_told_the_first_night_the_fourth_and_when_it_is_over(night: Night) -> None:
    block(night)
    night.send(invoice("F1"))
    counts = []
    for _ in range(5):
        until_next_night(night)
        tick(night)
        counts.append(len(mails(night)))
    assert counts == [1, 1, 1, 2, 2]
    first = mails(night)[0]
    assert first.subject == "Exact Online: administratie geblokkeerd"
    assert "de administratie is in Exact Online geblokkeerd" in first.body
    assert "1 factuur wacht hierop." in first.body
    assert "Beheer > Instellingen > Koppelingen > Exact Online > Overzicht" in first.body

    unblock(night)
    until_next_night(night)
    until_next_night(night)
    assert night.states() == {"F1": "synced"}
    assert [mail.subject for mail in mails(night)[2:]] == ["Exact Online: weer in orde"]


def test_nothing_is_told_while_nothing_waits(night: Night) -> None:
    block(night)
    until_next_night(night)
    assert mails(night) == []
    night.send(invoice("F1"))
    until_next_night(night)
    assert len(mails(night)) == 1


def test_newly_blocked_invoices_are_told_and_another_reason_the_same_night(night: Night) -> None:
    night.world.configure(night.tenant, without_rates=("9",))
    night.send(invoice("F9", lines=[line("100.00", "9.00", "9")]))
    until_next_night(night)
    (mail,) = mails(night)
    assert mail.subject == "Exact Online: 1 factuur tegengehouden"
    assert "BTW-tarief 9% is nog niet gekoppeld aan een BTW-code." in mail.body
    assert "Exact Online > Instellingen" in mail.body
    night.send(invoice("F8", lines=[line("100.00", "9.00", "9")]), invoice("F7", currency="USD"))
    until_next_night(night)
    assert len(mails(night)) == 2
    assert "USD" in mails(night)[1].body
    assert "9%" not in mails(night)[1].body, "that one was told yesterday"


def test_invoices_whose_problem_reads_the_same_are_one_cause(night: Night) -> None:
    """As on the overview: the VAT is off at another rate, and an invoice with both is one invoice."""
    off = line("100.00", "15.00", "21"), line("100.00", "5.00", "9")
    night.send(invoice("F1", lines=[off[0]]), invoice("F2", lines=[off[1]]), invoice("F3", lines=list(off)))
    until_next_night(night)
    (mail,) = mails(night)
    assert mail.subject == "Exact Online: 3 facturen tegengehouden"
    assert mail.body.count("De btw wijkt te veel af van wat Exact Online uitrekent.") == 1
    assert "3 facturen wachten hierop." in mail.body


def test_a_run_that_somebody_looks_at_is_not_mailed_and_the_next_night_is(night: Night) -> None:
    block(night)
    night.send(invoice("F1"))
    run_id = starting.start(night.runtime, night.tenant, trigger="person", actor="Bea")
    with step(night.runtime.session):
        run = run_of(night.runtime.session, run_id)
        assert run is not None
        notices.watch(run, night.runtime.now())
    assert nightly.work_on(night.runtime, run_id, lambda: False).state is RunState.STOPPED
    tick(night)
    assert mails(night) == []
    until_next_night(night)
    assert len(mails(night)) == 1


def test_a_run_that_nobody_looks_at_is_mailed_however_it_was_started(night: Night) -> None:
    block(night)
    night.send(invoice("F1"))
    run_id = starting.start(night.runtime, night.tenant, trigger="person", actor="Bea")
    nightly.work_on(night.runtime, run_id, lambda: False)
    assert len(mails(night)) == 1
    until_next_night(night)
    until_next_night(night)
    assert len(mails(night)) == 1, "three nights are not over"


def test_a_run_whose_end_nobody_saw_to_is_told_on_the_tick(night: Night, monkeypatch: pytest.MonkeyPatch) -> None:
    block(night)
    night.send(invoice("F1"))
    with monkeypatch.context() as patch:
        patch.setattr(notices, "after_run", lambda runtime, run_id: None)
        night.run()
    assert mails(night) == []
    tick(night)
    tick(night)
    assert len(mails(night)) == 1


def test_what_a_person_stopped_is_no_news(night: Night) -> None:
    night.send(invoice("F1"))
    with step(night.runtime.session):
        night.runtime.session.query(Connection).update({"enabled": False})
    night.forward(DAY)
    tick(night)
    notices.review(night.runtime, night.tenant)
    assert mails(night) == []


def test_a_dead_log_in_is_told_on_the_tick_also_while_nothing_waits(night: Night) -> None:
    night.control.revoke(DUTCH)
    night.forward(8 * DAY)
    upkeep.on_tick(night.runtime)
    assert [mail.subject for mail in mails(night)] == ["Exact Online: opnieuw inloggen nodig"]
    for _ in range(20):
        night.forward(DAY)
        tick(night)
    assert len(mails(night)) == 1, "nothing waits for it"


def test_a_lost_right_to_make_relations_is_one_cause_and_the_others_are_booked(night: Night) -> None:
    night.send(invoice("F1"))
    night.run()
    night.control.call("POST", "users", {"user": DUTCH, "forbidden": ["POST crm/Accounts"]})
    new = {**CLIENT, "name": "Nieuwe Klant B.V.", "postalcode": "4811 AB"}
    night.send(invoice("F2", client=new), invoice("F3"))
    until_next_night(night)
    assert night.states() == {"F1": "synced", "F2": "blocked", "F3": "synced"}
    (mail,) = mails(night)
    assert mail.subject == "Exact Online: recht ontbreekt"
    assert "wachten facturen voor nieuwe klanten" in mail.body
    assert "mag in Exact Online geen relaties aanmaken" in mail.body
    assert "1 factuur wacht hierop." in mail.body
    assert standings.of(night.runtime, night.tenant).state == "no_relation_right"

    night.control.call("POST", "users", {"user": DUTCH, "forbidden": []})
    until_next_night(night)
    assert night.states()["F2"] == "synced"
    assert standings.of(night.runtime, night.tenant).state == "fine"
    assert [mail.subject for mail in mails(night)][1:] == ["Exact Online: weer in orde"]
