"""*Controle vóór livegang* and *Proefrun* on the pages, against the simulator."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from mice_exact_plugin.golive import trial
from mice_exact_plugin.link.connection import connection_of
from sandbox.host.models import Mail
from tests.databases import KINDS
from tests.whole.invoices import CLIENT, invoice, line
from tests.whole.web.site import BASE
from tests.whole.web.test_settings import PAGE as SETTINGS
from tests.whole.web.test_settings import filled, is_on

if TYPE_CHECKING:
    from tests.whole.web.site import Site

PAGE, TRIAL = f"{BASE}/livegang", f"{BASE}/proefrun"
FROM_HERE: Any = {"from": "golive"}
STRANGER = {**CLIENT, "id": "9", "name": "Vlaamse Reus Media & Congresorganisatie Nederland B.V."}


@pytest.fixture
def venue(site: Site) -> Site:
    """A link without a code for 0 %, with a new customer, a rate that is held up and a ledger that does not exist."""
    site.ready(without_rates=("0",))
    held = invoice("F3", lines=[line("40.00", "0.00", rate="0", ledger="8080")])
    nowhere = invoice("F4", lines=[line("300.00", "27.00", "9", "9999")])
    site.send(invoice("F1"), invoice("F2", client=STRANGER), held, nowhere)
    return site


def approval_of(site: Site) -> str | None:
    with site.services() as world:
        connection = connection_of(world.runtime.session, "zaal")
        assert connection is not None
        return connection.approval


@pytest.mark.parametrize("database", KINDS, indirect=True)
def test_the_first_save_leads_here_and_nothing_is_chosen_beforehand(site: Site) -> None:
    site.connected()
    site.send(invoice("F1"), invoice("F2"))
    visitor = site.visitor()
    visitor.post(SETTINGS, **filled(visitor.get(SETTINGS)))
    assert visitor.path == PAGE
    page = visitor.page.text
    assert is_on(site)
    assert "checked" not in page
    assert "2 facturen van" in page
    visitor.post(f"{PAGE}/akkoord", **FROM_HERE)
    assert visitor.path == PAGE
    assert "Kies eerst akkoord of direct boeken." in visitor.page.text
    visitor.post(f"{PAGE}/akkoord", approval="first", **FROM_HERE)
    assert (visitor.path, approval_of(site)) == (PAGE, "first")
    visitor.post(f"{PAGE}/eerder", invoice=[site.row("F1")["invoice_id"]])
    assert "1 factuur: niet boeken." in visitor.page.text
    assert [site.row(number)["state"] for number in ("F1", "F2")] == ["ignored", "queued"]
    visitor.post(f"{PAGE}/eerder")
    assert "Kies minstens één factuur." in visitor.page.text
    visitor.post(f"{PAGE}/eerder", what="all")
    assert site.row("F2")["state"] == "ignored"


def test_a_look_in_exact(venue: Site) -> None:
    visitor = venue.visitor()
    assert "nog niet nagekeken" in visitor.get(PAGE)
    visitor.post(f"{PAGE}/kijken")
    assert "Gekeken in Exact Online: de rechten en 4 factuurnummers." in visitor.page.text
    assert "De gebruiker heeft de rechten voor boeken en relaties." in visitor.page.text
    assert "4 factuurnummers opgezocht in Exact Online" in visitor.page.text


def test_what_is_wrong_asks_before_the_link_is_switched_on(venue: Site) -> None:
    visitor = venue.visitor()
    assert "Nog geen BTW-code voor 0%" in visitor.get(PAGE)
    visitor.post(f"{BASE}/schakelaar", on="0")
    visitor.post(f"{BASE}/schakelaar", on="1")
    assert visitor.path == PAGE
    assert not is_on(venue)
    assert "Toch inschakelen" in visitor.page.text
    visitor.post(SETTINGS, **filled(visitor.get(SETTINGS)) | {"enabled": "1"})
    assert not is_on(venue)
    visitor.post(f"{BASE}/schakelaar", on="1", anyway="1")
    assert is_on(venue)


@pytest.mark.parametrize("database", KINDS, indirect=True)
def test_a_trial_run(venue: Site) -> None:
    visitor = venue.visitor()
    month = re.search(r'<option value="([^"]+)"', visitor.get(TRIAL))
    assert month is not None
    visitor.post(TRIAL, month="gisteren")
    assert "Kies een maand die begonnen is." in visitor.page.text
    sent = len(venue.world.control.log())
    visitor.post(TRIAL, month=month[1])
    assert "Facturen worden bekeken" in visitor.page.text
    assert "voortgang" in visitor.get(f"{TRIAL}/voortgang?nr=1")
    with venue.services() as world:
        assert trial.work_on(world.runtime, 1, lambda: False)
    page = visitor.get(TRIAL)
    for words in ("Proefrun over", "niets verstuurd", "Wat tegengehouden zou worden", "Vlaamse Reus", "9999"):
        assert words in page, words
    assert len(venue.world.control.log()) == sent, "not one request, let alone one that changes something"
    assert {venue.row(number)["state"] for number in ("F1", "F2", "F3", "F4")} == {"queued"}
    visitor.post(f"{TRIAL}/mail", nr="1")
    assert "De proefrun is aan de beheerders gemaild" in visitor.page.text
    with venue.services() as world:
        body = world.runtime.session.scalars(select(Mail.body).order_by(Mail.id.desc())).first() or ""
    assert "1 zouden tegengehouden worden" in body
    assert "Per BTW-code:" in body
    ledgers = visitor.client.get(f"{TRIAL}.csv?nr=1").text
    assert ledgers.startswith("\ufeff")
    taken = re.findall(r"^Grootboek;(.*?);", ledgers, re.MULTILINE)
    assert taken == sorted(taken), "in the order of the chart of accounts"
    invoices = visitor.client.get(f"{TRIAL}.csv?nr=1&soort=facturen").text
    assert invoices.count("\r\n") == 5
    assert "zou tegengehouden worden" in invoices
    assert "% van de omzet zou op" in visitor.get(PAGE), "its shares are told before going live"
    assert visitor.client.get(f"{TRIAL}.csv?nr=99").status_code == 404
    assert venue.visitor("billing").client.get(TRIAL).status_code == 403
