"""A list that stays empty is named and never read for nothing; an empty list of relations is asked about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from mice_exact_plugin.standing.history import EVERYBODY, story
from simulator.tests.control import DUTCH, VENUE
from tests.whole.invoices import CLIENT, invoice
from tests.whole.web.site import BASE

if TYPE_CHECKING:
    from tests.host.visitor import Visitor
    from tests.whole.web.site import Site

RELATIONS = ["sync/CRM/Accounts", "crm/Accounts"]
ASKS = "Heeft deze administratie nog geen relaties?"


def hide(site: Site, *resources: str) -> None:
    """The user lost the right to see these: Exact shows them empty, without an error."""
    site.world.control.call("POST", "users", {"user": DUTCH, "hidden": list(resources)})


@pytest.fixture
def visitor(site: Site) -> Visitor:
    """An administrator who has just chosen the administration."""
    site.tenant()
    with site.services() as world:
        world.log_in("zaal")
    found = site.visitor()
    found.post(f"{BASE}/administratie", division=str(VENUE))
    site.world.control.clear_log()
    return found


def reads(site: Site, path: str) -> int:
    return len(site.world.control.log(path=path))


def step(visitor: Visitor) -> str:
    headers = {"HX-Request": "true", "X-CSRFToken": visitor.token()}
    return str(visitor.client.post(f"{BASE}/inladen", headers=headers).text)


@pytest.mark.parametrize(
    ("resource", "name"),
    [
        ("sync/Financial/GLAccounts", "Grootboekrekeningen"),
        ("financial/Journals", "Dagboeken"),
        ("vat/VATCodes", "BTW-codes"),
    ],
)
def test_a_list_that_stays_empty_is_read_once_and_named(site: Site, visitor: Visitor, resource: str, name: str) -> None:
    hide(site, resource)
    visitor.post(f"{BASE}/inladen")
    assert f"{name}: leeg. Exact Online geeft een lege of te korte lijst" in visitor.page.text
    assert " data-hx-post=" not in visitor.page.text
    assert reads(site, f"{resource}$") == 1

    visitor.get(f"{BASE}/inladen")
    assert f"{name}: leeg" in visitor.page.text
    assert " data-hx-post=" not in visitor.page.text, "opening the page must not start reading again"
    assert reads(site, f"{resource}$") == 1

    hide(site)
    visitor.post(f"{BASE}/inladen")
    assert visitor.path == f"{BASE}/instellingen"
    assert reads(site, f"{resource}$") == 2


def test_the_script_stops_at_a_list_that_stays_empty(site: Site, visitor: Visitor) -> None:
    hide(site, "financial/Journals")
    pieces = [step(visitor) for _ in range(4)]
    assert [" data-hx-post=" in piece for piece in pieces] == [True, True, True, False]
    assert "Dagboeken: leeg" in pieces[-1]


def test_an_empty_list_of_relations_is_asked_about_and_no_reads_again(site: Site, visitor: Visitor) -> None:
    hide(site, *RELATIONS)
    visitor.post(f"{BASE}/inladen")
    assert ASKS in visitor.page.text
    assert reads(site, r"sync/CRM/Accounts$") == 1
    visitor.get(BASE)
    assert visitor.path == f"{BASE}/inladen"

    hide(site)
    visitor.post(f"{BASE}/inladen")
    assert visitor.path == f"{BASE}/instellingen"


def test_a_new_administration_costs_one_click_more_and_its_answer_is_kept(site: Site, visitor: Visitor) -> None:
    hide(site, *RELATIONS)
    visitor.post(f"{BASE}/inladen")
    visitor.post(f"{BASE}/inladen/geen-relaties")
    assert visitor.path == f"{BASE}/instellingen"
    with site.services() as world:
        lines = [
            line
            for line in story(world.runtime.session, "zaal", None, EVERYBODY, 1).rows
            if line.event == "no_relations"
        ]
        assert [line.actor for line in lines] == ["Bea Beheerder"]
    visitor.post(f"{BASE}/opnieuw-inladen")
    visitor.post(f"{BASE}/inladen")
    assert "opnieuw ingeladen" in visitor.page.text, "what was answered once is not asked again"
    with site.services() as world:
        world.configure("zaal")
    # Here what is hidden stands for what is not there, and no relation is made by a user who may not view them.
    hide(site)
    site.send(invoice("F1", client={**CLIENT, "name": "Nieuwe Klant B.V."}))
    site.run()
    assert site.row("F1")["state"] == "synced"


def test_a_run_never_books_on_relations_that_went_missing_and_reading_again_does_not_hide_it(site: Site) -> None:
    site.ready()
    hide(site, *RELATIONS)
    visitor = site.visitor()
    visitor.post(f"{BASE}/opnieuw-inladen")
    visitor.post(f"{BASE}/inladen")
    assert visitor.path == f"{BASE}/inladen"
    assert re.search(r"Relaties: leeg, eerder 3\d\b", visitor.page.text), "those that were anonymised are not kept"
    assert ASKS not in visitor.page.text, "there were relations, so there is nothing to ask"
    site.send(invoice("F1"))
    site.run()
    assert site.row("F1")["state"] == "queued"

    hide(site)
    site.run()
    assert site.row("F1")["state"] == "synced"


def test_a_run_meets_the_question_too(site: Site, visitor: Visitor) -> None:
    """An installation of 0.1 believed an empty list."""
    hide(site, *RELATIONS)
    visitor.post(f"{BASE}/inladen")
    visitor.post(f"{BASE}/inladen/geen-relaties")
    with site.services() as world:
        world.configure("zaal")
        world.runtime.session.execute(text("UPDATE exact_mirror SET empty_since = NULL"))
        world.runtime.session.commit()
    site.send(invoice("F1"))
    site.run()
    assert site.row("F1")["state"] == "queued"
    visitor.get(f"{BASE}/inladen")
    assert ASKS in visitor.page.text


@pytest.mark.parametrize("role", ["billing", "planner"])
def test_only_an_administrator_answers(site: Site, visitor: Visitor, role: str) -> None:
    hide(site, *RELATIONS)
    visitor.post(f"{BASE}/inladen")
    site.visitor(role).post(f"{BASE}/inladen/geen-relaties", expect=403)
    visitor.get(f"{BASE}/inladen")
    assert ASKS in visitor.page.text


def test_an_answer_to_what_is_not_asked_changes_nothing(site: Site) -> None:
    site.ready()
    visitor = site.visitor()
    visitor.post(f"{BASE}/inladen/geen-relaties")
    with site.services() as world:
        events = {line.event for line in story(world.runtime.session, "zaal", None, EVERYBODY, 1).rows}
    assert "no_relations" not in events
