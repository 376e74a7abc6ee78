"""*Ter goedkeuring* on the pages: what waits is shown as it would be booked, and a yes is for what was seen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from mice_exact_plugin.decisions import approving
from mice_exact_plugin.domain.approval import Approval
from mice_exact_plugin.runtime import Person
from tests.databases import KINDS
from tests.whole.invoices import CLIENT, invoice, line
from tests.whole.web.site import BASE

if TYPE_CHECKING:
    from tests.whole.web.site import Site

PAGE = f"{BASE}/ter-goedkeuring"
STRANGER = {**CLIENT, "id": "9", "name": "Vlaamse Reus Media & Congresorganisatie Nederland B.V."}


@pytest.fixture
def asking(site: Site) -> Site:
    """A link that asks, with two invoices to say yes to and one that is held up."""
    site.ready(without_rates=("0",))
    with site.services() as world:
        approving.settle(world.runtime, "zaal", Person("1", "Anke"), Approval.FIRST)
    held = invoice("F3", lines=[line("40.00", "0.00", rate="0", ledger="8080")])
    site.send(invoice("F1"), invoice("F2", client=STRANGER), held)
    return site


def test_what_waits_is_shown_as_it_would_be_booked(asking: Site) -> None:
    asking.run()
    visitor = asking.visitor("billing")
    for address in ("overzicht", "te-doen"):
        page = visitor.get(f"{BASE}/{address}")
        assert re.search(r"Wacht op akkoord <[^>]+>3 facturen, €\xa0282,00", page), address
        assert f'href="{PAGE}">Bekijk en geef akkoord' in page
        assert "3 facturen ter goedkeuring" not in page, "that is said once"
    assert "3 facturen ter goedkeuring" in visitor.get(f"{BASE}/geschiedenis")
    page = visitor.get(PAGE)
    assert "zonder akkoord wordt er niets geboekt" in page, "Waarom?"
    assert "nieuwe debiteur" in page
    assert re.findall(r"Waarom\? (\w+)", page) == ["F1", "F2", "F3"]
    assert re.search(r"Akkoord voor wat hier staat \(2\)", page)
    assert "Vanaf nu automatisch" not in page, "that is for an administrator"
    overview = visitor.get(f"{BASE}/overzicht?status=awaiting")
    assert "wacht op akkoord" in overview
    assert "1–3 van 3" in overview
    assert "1–3 van 3" not in visitor.get(f"{BASE}/overzicht?status=approved")
    assert "Er is niets te doen" not in visitor.get(f"{BASE}/te-doen")
    assert "Akkoord voor" not in asking.visitor("support").get(PAGE)
    assert {asking.row(number)["state"] for number in ("F1", "F2", "F3")} == {"queued"}


@pytest.mark.parametrize("database", KINDS, indirect=True)
def test_a_yes_to_a_night(asking: Site) -> None:
    visitor = asking.visitor("billing")
    fields = re.findall(r'name="(night|newest|stamp)"\s+value="([^"]+)"', visitor.get(PAGE))[:3]
    asking.send(invoice("F4"))
    visitor.post(PAGE, **dict(fields))
    assert "Akkoord gegeven voor 2 facturen" in visitor.page.text
    assert "1 factuur kan nog niet geboekt worden en wacht verder." in visitor.page.text
    asking.run()
    assert {number: asking.row(number)["state"] for number in ("F1", "F2", "F3", "F4")} == {
        "F1": "synced",
        "F2": "synced",
        "F3": "queued",
        "F4": "queued",
    }


def test_a_yes_to_one_and_to_all_that_was_seen(asking: Site) -> None:
    visitor = asking.visitor("billing")
    preview = visitor.get(f"{BASE}/voorbeeld/{asking.row('F1')['invoice_id']}")
    (shown,) = re.findall(r'name="one"\s+value="([^"]+)"', preview)
    assert 'name="one"' not in visitor.get(f"{BASE}/voorbeeld/{asking.row('F3')['invoice_id']}"), "it is held up"
    first, second = re.findall(r'name="seen"\s+value="([^"]+)"', visitor.get(PAGE))
    assert shown == first, "the same yes from the preview as from the list"
    visitor.post(PAGE, one=first, seen=[first, second])
    assert "Akkoord gegeven voor 1 factuur" in visitor.page.text
    visitor.post(PAGE, seen=[first, second[:-1] + "!"])
    assert "1 factuur is intussen anders" in visitor.page.text
    visitor.post(PAGE, seen=["", "1", "no:thing"])
    assert "Er was niets meer om akkoord voor te geven." in visitor.page.text
    visitor.post(PAGE, seen=[second])
    asking.run()
    assert [asking.row(number)["state"] for number in ("F1", "F2", "F3")] == ["synced", "synced", "queued"]


def test_from_now_on_automatically(asking: Site) -> None:
    administrator = asking.visitor()
    administrator.get(PAGE)
    administrator.post(f"{BASE}/livegang/akkoord")
    assert "Kies eerst akkoord of direct boeken." in administrator.page.text
    administrator.post(f"{BASE}/livegang/akkoord", approval="direct")
    assert "Vanaf nu worden facturen automatisch geboekt." in administrator.page.text
    assert "boekt direct" in administrator.get(PAGE)
    asking.run()
    assert [asking.row(number)["state"] for number in ("F1", "F2", "F3")] == ["synced", "synced", "blocked"]
