"""From the tile to the settings: activation, logging in, coming back, choosing, loading; and what can go wrong."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from mice_exact_plugin.access.secrets import all_tokens
from mice_exact_plugin.link.connection import Status, connection_of
from simulator.tests.control import NL_APP, SECOND, VENUE
from tests.whole.invoices import invoice
from tests.whole.web.site import BASE
from tests.whole.world import CALLBACK

if TYPE_CHECKING:
    from tests.host.visitor import Visitor
    from tests.whole.web.site import Site

COSTS = "Aan de koppeling met Exact Online zijn kosten verbonden"


def test_without_activation_there_are_costs_a_chat_and_no_price(site: Site) -> None:
    site.tenant(active=False)
    visitor = site.visitor()
    assert "Exact Online" in visitor.get("/beheer/instellingen/koppelingen")
    page = visitor.get(BASE)
    assert COSTS in page
    assert "boekhouder" in page
    assert "/beheer/tariefgroepen" in page
    assert "€" not in page
    assert "EUR" not in page
    (chat,) = re.findall(r'href="(/chat\?bericht=[^"]+)"', page)
    assert "laten activeren voor Eventlocatie Zaal" in visitor.get(chat.replace("&amp;", "&"))


def test_the_way_leads_from_the_log_in_to_the_settings(site: Site) -> None:
    site.tenant()
    visitor = site.visitor()
    state = site.press_connect(visitor)
    visitor.get(f"{BASE}/callback?code={site.code()}&state={state}")
    assert visitor.path == f"{BASE}/administratie"
    assert "Landgoed De Hooge Vuursteen B.V." in visitor.page.text
    visitor.post(f"{BASE}/administratie", division=str(VENUE))
    assert visitor.path == f"{BASE}/inladen"
    for done in range(1, 7):
        piece = step(visitor)
        assert f'value="{done}"' in piece
        assert f"{done} van 7 ingeladen" in piece
        assert "data-live-next" not in piece
    assert f'data-live-next="{BASE}"' in step(visitor)
    visitor.get(BASE)
    assert visitor.path == f"{BASE}/instellingen"


def test_a_browser_without_scripts_loads_everything_at_once(site: Site) -> None:
    site.tenant()
    with site.services() as world:
        world.log_in("zaal")
    visitor = site.visitor()
    visitor.post(f"{BASE}/administratie", division=str(VENUE))
    assert "<noscript>" in visitor.page.text
    visitor.post(f"{BASE}/inladen")
    assert visitor.path == f"{BASE}/instellingen"


def test_the_browser_is_sent_to_exact_with_the_registered_address(site: Site) -> None:
    site.tenant()
    visitor = site.visitor()
    answer = site.submit(visitor, "/verbinding", site="NL")
    query = parse_qs(urlsplit(answer.location).query)
    assert answer.location.startswith(site.world.control.url)
    assert query["redirect_uri"] == [CALLBACK]
    assert query["client_id"] == [NL_APP]
    assert query["force_login"] == ["0"]


def test_only_country_versions_with_credentials_are_offered(site: Site) -> None:
    site.tenant()
    visitor = site.visitor()
    page = visitor.get(f"{BASE}/verbinding")
    assert "Nederland" in page
    assert "België" not in page
    assert "Kies een versie" in visitor.post(f"{BASE}/verbinding", expect=422)
    assert site.submit(visitor, "/verbinding", site="BE").status_code == 422


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("state=unknown&code=x", "Deze inlogpoging is verlopen of al gebruikt"),
        ("", "Deze inlogpoging is verlopen of al gebruikt"),
        ("state={state}&error=access_denied", "geen toestemming gegeven"),
        ("state={state}&error=server_error", "heeft het inloggen afgebroken"),
        ("state={state}", "heeft het inloggen afgebroken"),
        ("state={state}&code=never-given", "duurde te lang en is verlopen"),
    ],
)
def test_a_way_back_that_went_wrong_gets_a_sentence_and_changes_nothing(site: Site, query: str, words: str) -> None:
    site.tenant()
    visitor = site.visitor()
    state = site.press_connect(visitor)
    visitor.get(f"{BASE}/callback?{query.format(state=state)}")
    assert visitor.path == f"{BASE}/verbinding"
    assert words in visitor.page.text
    with site.services() as world:
        assert connection_of(world.runtime.session, "zaal") is None


def test_a_state_works_once_and_for_nobody_else(site: Site) -> None:
    site.tenant()
    visitor, other = site.visitor(), site.visitor()
    state = site.press_connect(visitor)
    site.tenant("strand")
    stranger = site.visitor(tenant="strand")
    stranger.get(f"{BASE}/callback?state={state}&code={site.code()}")
    assert "verlopen of al gebruikt" in stranger.page.text
    visitor.get(f"{BASE}/callback?state={state}&code={site.code()}")
    assert visitor.path == f"{BASE}/administratie"
    other.get(f"{BASE}/callback?state={state}&code={site.code()}")
    assert "verlopen of al gebruikt" in other.page.text


def test_a_log_in_is_finished_in_the_browser_in_which_it_was_begun(site: Site) -> None:
    site.tenant()
    visitor, same_person_elsewhere = site.visitor(), site.visitor()
    site.press_connect(same_person_elsewhere)
    state = site.press_connect(visitor)
    same_person_elsewhere.get(f"{BASE}/callback?state={state}&code={site.code()}")
    assert "verlopen of al gebruikt" in same_person_elsewhere.page.text
    site.press_connect(visitor)
    visitor.get(f"{BASE}/callback?state={state}&code={site.code()}")
    assert visitor.path == f"{BASE}/administratie", "another tab of the same browser does no harm"


def test_exact_out_of_reach_is_said_and_tried_again(site: Site) -> None:
    site.tenant()
    visitor = site.visitor()
    state = site.press_connect(visitor)
    site.world.control.fault("html_503", {"path": "oauth2/token"})
    visitor.get(f"{BASE}/callback?state={state}&code={site.code()}")
    assert "nu niet bereikbaar" in visitor.page.text
    state = site.press_connect(visitor)
    visitor.get(f"{BASE}/callback?state={state}&code={site.code()}")
    site.world.control.fault("html_503", {"path": "Divisions"})
    assert "nu niet bereikbaar" in visitor.get(f"{BASE}/administratie")
    assert "Opnieuw proberen" in visitor.page.text


def test_loading_that_fails_says_why_and_goes_on_where_it_was(site: Site) -> None:
    site.tenant()
    with site.services() as world:
        world.log_in("zaal")
    visitor = site.visitor()
    visitor.post(f"{BASE}/administratie", division=str(VENUE))
    site.world.control.fault("html_503", {"path": "Journals"})
    visitor.post(f"{BASE}/inladen", expect=503)
    assert "nu niet bereikbaar" in visitor.page.text
    assert 'value="3"' in visitor.page.text
    assert " data-hx-post=" not in visitor.page.text
    visitor.post(f"{BASE}/inladen")
    assert visitor.path == f"{BASE}/instellingen"


def test_an_administration_that_is_not_offered_cannot_be_chosen(site: Site) -> None:
    site.tenant()
    with site.services() as world:
        world.log_in("zaal", divisions=[VENUE])
    visitor = site.visitor()
    page = visitor.get(f"{BASE}/administratie")
    assert "Landgoed De Hooge Vuursteen" in page
    visitor.post(f"{BASE}/administratie", expect=422, division=str(SECOND))
    assert "Deze keuze bestaat niet" in visitor.page.text
    visitor.post(f"{BASE}/administratie", expect=422, division="")
    assert "Kies een administratie." in visitor.page.text


def test_another_administration_is_confirmed_with_what_waits_in_view(site: Site) -> None:
    site.ready()
    site.send(invoice("F1"), invoice("F2"))
    visitor = site.visitor()
    visitor.post(f"{BASE}/administratie", expect=409, division=str(SECOND))
    assert "Er staan 2 facturen klaar; die worden dan in “" in html.unescape(visitor.page.text)
    assert "facturen worden tegengehouden" not in visitor.page.text
    assert ">Overstappen naar " in visitor.page.text
    assert "Landgoed De Hooge Vuursteen" in visitor.page.text
    visitor.post(f"{BASE}/administratie", division=str(SECOND), confirmed="1")
    assert visitor.path == f"{BASE}/inladen"
    visitor.post(f"{BASE}/inladen")
    assert visitor.path == f"{BASE}/instellingen"
    assert site.row("F1")["state"] == "queued"


def test_a_booking_under_way_keeps_the_administration_where_it_is(site: Site) -> None:
    site.ready()
    site.send(invoice("F1"))
    site.world.control.fault("html_500", {"path": "SalesEntries", "method": "POST"})
    site.run()
    assert site.row("F1")["state"] == "unconfirmed"
    visitor = site.visitor()
    visitor.post(f"{BASE}/administratie", expect=409, division=str(SECOND), confirmed="1")
    assert "nog een boeking onderweg" in visitor.page.text


def test_an_administration_of_another_venue_names_the_way_out(site: Site) -> None:
    site.ready("strand")
    site.tenant("zaal")
    with site.services() as world:
        world.log_in("zaal")
    visitor = site.visitor()
    visitor.post(f"{BASE}/administratie", expect=409, division=str(VENUE))
    assert "al gekoppeld aan een andere locatie" in visitor.page.text
    assert "/chat?bericht=" in visitor.page.text


def test_logging_in_again_goes_on_in_the_same_administration(site: Site) -> None:
    site.ready()
    visitor = site.visitor()
    assert "Landgoed De Hooge Vuursteen B.V." in visitor.get(f"{BASE}/verbinding")
    answer = site.submit(visitor, "/verbinding", site="NL")
    query = parse_qs(urlsplit(answer.location).query)
    assert query["force_login"] == ["1"]
    visitor.get(f"{BASE}/callback?state={query['state'][0]}&code={site.code()}")
    assert visitor.path == f"{BASE}/overzicht"


def test_a_dead_log_in_is_said_and_loses_nothing(site: Site) -> None:
    site.ready()
    site.send(invoice("F1"))
    site.world.control.revoke("boekhouder@exact.test")
    with site.services() as world:
        connection = connection_of(world.runtime.session, "zaal")
        assert connection is not None
        connection.status, connection.dead_reason = Status.DEAD, "old_refresh_token_used"
        world.runtime.session.commit()
    visitor = site.visitor()
    page = visitor.get(BASE)
    assert "De inlog bij Exact Online is vervallen" in page
    assert "Opnieuw inloggen" in page
    assert "Nu synchroniseren" not in page
    assert "Opnieuw inloggen</button>" not in site.visitor("billing").get(f"{BASE}/overzicht")
    state = parse_qs(urlsplit(site.submit(visitor, "/verbinding", site="NL").location).query)["state"][0]
    visitor.get(f"{BASE}/callback?state={state}&code={site.code()}")
    assert "Nu synchroniseren" in visitor.page.text
    assert site.row("F1")["state"] == "queued"


def test_breaking_off_asks_first_and_keeps_everything_but_the_tokens(site: Site) -> None:
    site.ready()
    site.send(invoice("F1"))
    site.run()
    visitor = site.visitor()
    assert "blijven klaarstaan" in visitor.get(f"{BASE}/verbreken")
    visitor.post(f"{BASE}/verbreken")
    assert "verbroken" in visitor.page.text
    with site.services() as world:
        assert all_tokens(world.runtime.session) == []
    assert site.row("F1")["state"] == "synced"
    assert "F1" in visitor.get(f"{BASE}/overzicht")


def test_the_data_can_be_read_again(site: Site) -> None:
    site.ready()
    visitor = site.visitor()
    visitor.post(f"{BASE}/opnieuw-inladen")
    assert visitor.path == f"{BASE}/inladen"
    assert "wacht" in step(visitor), "one list after the other"
    assert "Verder met opnieuw inladen" in visitor.get(f"{BASE}/verbinding"), "left, and to be returned to"
    assert "De koppeling werkt" in visitor.page.text
    site.world.control.fault("html_503", {"path": "Journals"})
    visitor.post(f"{BASE}/inladen", expect=503)
    assert "nu niet bereikbaar" in visitor.page.text
    visitor.post(f"{BASE}/inladen")
    assert visitor.path == f"{BASE}/verbinding"
    assert "opnieuw ingeladen" in visitor.page.text
    assert "Verder met opnieuw inladen" not in visitor.page.text


def step(visitor: Visitor) -> str:
    """What the script of the loading page asks for: one list, with the token in a header."""
    headers = {"HX-Request": "true", "X-CSRFToken": visitor.token()}
    answer = visitor.client.post(f"{BASE}/inladen", headers=headers)
    assert answer.status_code == 200
    return str(answer.text)
