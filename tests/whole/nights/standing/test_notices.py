"""The mails to administrators: after a run, on the tick, each on its own, and hardly ever twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select, text

from mice_exact_plugin.booking import nightly, starting
from mice_exact_plugin.database import step
from mice_exact_plugin.link.connection import Connection
from mice_exact_plugin.link.run import RunState, run_of
from mice_exact_plugin.setup import upkeep
from mice_exact_plugin.standing import notices
from mice_exact_plugin.standing import standing as standings
from sandbox.host.models import Mail, Tenant
from sandbox.host.services import mailing
from simulator.tests.control import DUTCH, VENUE
from tests.whole.invoices import CLIENT, invoice, line

if TYPE_CHECKING:
    from tests.whole.nights.night import Night

DAY = 24 * 3600.0


def block(night: Night) -> None:
    night.control.call("POST", f"divisions/{VENUE}", {"BlockingStatus": 1})


def unblock(night: Night) -> None:
    night.control.call("POST", f"divisions/{VENUE}", {"BlockingStatus": 0})


def mails(night: Night, tenant: str | None = None) -> list[Mail]:
    query = select(Mail).join(Tenant, Tenant.id == Mail.tenant_id).where(Tenant.code == (tenant or night.tenant))
    found = night.runtime.session.scalars(query.order_by(Mail.id)).all()
    return [mail for mail in found if mail.subject.startswith("Exact Online")]


def tick(night: Night) -> None:
    """What the scheduler starts every five minutes, with its runs worked on at once."""
    for run_id in dict.fromkeys([*starting.start_due(night.runtime), *nightly.to_resume(night.runtime)]):
        nightly.work_on(night.runtime, run_id, lambda: False)
    upkeep.daily(night.runtime)


def until_next_night(night: Night) -> None:
    at = night.connection().next_run_at
    assert at is not None
    night.forward((at - night.runtime.now()).total_seconds() + 1)
    tick(night)


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


@pytest.mark.parametrize(
    ("language", "subject"),
    [("nl", "Exact Online: Exact niet bereikbaar"), ("en", "Exact Online: Exact unreachable")],
)
def test_the_name_of_exact_keeps_its_capital_in_the_subject(night: Night, language: str, subject: str) -> None:
    night.world.app.config.update(LANGUAGES={"zaal": language})
    night.send(invoice("F1"))
    night.control.fault("html_503", {"path": "salesentry/SalesEntries"}, "every")
    until_next_night(night)
    night.run_until_done()
    assert subject in [mail.subject for mail in mails(night)]


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
    upkeep.daily(night.runtime)
    assert [mail.subject for mail in mails(night)] == ["Exact Online: opnieuw inloggen nodig"]
    for _ in range(20):
        night.forward(DAY)
        tick(night)
    assert len(mails(night)) == 1, "nothing waits for it"


def test_a_mail_server_that_is_away_costs_no_other_tenant_its_mail(night: Night) -> None:
    _others(night)
    night.world.app.config["MAIL_DOWN"] = {"strand"}
    block(night)
    for tenant in ("zaal", "strand", "kasteel"):
        _send_to(night, tenant)
        night.world.run(tenant)
    assert [len(mails(night, tenant)) for tenant in ("zaal", "strand", "kasteel")] == [1, 0, 1]
    tick(night)
    night.world.app.config["MAIL_DOWN"] = frozenset()
    tick(night)
    assert mails(night, "strand") == [], "a pause before the next try"
    night.forward(1200)
    tick(night)
    night.forward(1200)
    tick(night)
    assert [len(mails(night, tenant)) for tenant in ("zaal", "strand", "kasteel")] == [1, 1, 1]


@pytest.mark.parametrize(("deaths", "sent"), [(1, 2), (2, 2), (3, 2)])
def test_a_mail_is_repeated_once_when_the_process_dies_behind_it(
    night: Night, monkeypatch: pytest.MonkeyPatch, deaths: int, sent: int
) -> None:
    block(night)
    night.send(invoice("F1"))
    real, left = mailing.mail_administrators, [deaths]

    def then_die(tenant: Tenant, subject: str, body: str) -> None:
        real(tenant, subject, body)
        night.runtime.session.commit()
        left[0] -= 1
        if left[0] >= 0:
            raise SystemExit("killed")

    monkeypatch.setattr(mailing, "mail_administrators", then_die)
    for attempt in range(6):
        night.forward(1200)
        try:
            night.run() if attempt == 0 else tick(night)
        except SystemExit:
            night.runtime.session.rollback()
    assert len(mails(night)) == sent


def test_a_question_is_sent_once_a_day_and_names_who_asks(night: Night) -> None:
    block(night)
    night.send(invoice("F1"))
    night.run()
    notices.ask(night.runtime, night.tenant, night.person, "")
    with pytest.raises(notices.NotAsked, match="asked_today"):
        notices.ask(night.runtime, night.tenant, night.person, "")
    with pytest.raises(notices.NotAsked, match="gone"):
        notices.ask(night.runtime, night.tenant, night.person, "blocked:unknown")
    question = mails(night)[-1]
    assert question.subject == "Exact Online: vraag van Anke de Beheerder"
    assert "de administratie is in Exact Online geblokkeerd" in question.body
    assert len(mails(night)) == 2
    night.forward(DAY)
    notices.ask(night.runtime, night.tenant, night.person, "")
    assert len(mails(night)) == 3


def test_the_language_is_the_host_s_and_the_link_is_whole_where_it_can_be(night: Night) -> None:
    night.world.app.config.update(LANGUAGES={"zaal": "en"}, EXTERNAL_URL="https://zaal.mice.test")
    block(night)
    night.send(invoice("F1"))
    night.run()
    (mail,) = mails(night)
    assert mail.subject == "Exact Online: administration blocked"
    assert "Nothing has been booked since" in mail.body
    assert "https://zaal.mice.test/beheer/instellingen/koppelingen/exact-online/overzicht" in mail.body
    assert "1 invoice waits for this." in mail.body


def test_no_mail_is_lost_between_two_workers(night: Night) -> None:
    """Both see the same end of a run; the table lets one mail of a night through."""
    block(night)
    night.send(invoice("F1"))
    night.run()
    for _ in range(3):
        notices.review(night.runtime, night.tenant)
        tick(night)
    with night.engine.begin() as connection:
        assert connection.scalar(text("SELECT count(*) FROM exact_mail")) == 1
    assert len(mails(night)) == 1


def _others(night: Night) -> None:
    """Two more tenants of the same administration, which support allows."""
    for tenant in ("strand", "kasteel"):
        night.world.tenant(tenant)
        night.world.command("exact", "activate", tenant)
        night.world.command("exact", "allow-sharing", tenant)
        night.world.log_in(tenant)
        night.world.choose(tenant)
        night.world.configure(tenant)


def _send_to(night: Night, tenant: str, **values: Any) -> None:
    night.world.send(tenant, {"invoices": [invoice(f"{tenant}-1", **values)]}, night.folder)


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
