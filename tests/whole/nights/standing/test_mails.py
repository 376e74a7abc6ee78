"""How mails to administrators are sent: each on its own, hardly ever twice, in the language of the host."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from mice_exact_plugin.standing import notices
from sandbox.host.models import Tenant
from sandbox.host.services import mailing
from tests.whole.invoices import invoice
from tests.whole.nights.standing.mailing import DAY, block, mails, tick, until_next_night

if TYPE_CHECKING:
    from tests.whole.nights.night import Night


@pytest.mark.parametrize(
    ("language", "subject"),
    [
        ("nl", "Exact Online: Exact niet bereikbaar"),
        ("en", "Exact Online: Exact unreachable"),
        ("fr-BE", "Exact Online: Exact injoignable"),
    ],
)
def test_the_name_of_exact_keeps_its_capital_in_the_subject(night: Night, language: str, subject: str) -> None:
    night.world.app.config.update(LANGUAGES={"zaal": language})
    night.send(invoice("F1"))
    night.control.fault("html_503", {"path": "salesentry/SalesEntries"}, "every")
    until_next_night(night)
    night.run_until_done()
    assert subject in [mail.subject for mail in mails(night)]


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
    assert mail.subject == "Exact Online: company blocked"
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
