"""The pages on which a user logs in at Exact Online, chooses administrations, and lets an app in or turns it away."""

from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest

from simulator.tests import tokens
from simulator.tests.api import Api, Pace
from simulator.tests.browser import Browser, Page
from simulator.tests.control import BE_APP, DUTCH, FRENCH, NL_APP, RETURN_ADDRESS, SECOND, VENUE, Control

AUTHORISE = "/api/oauth2/auth"
QUESTION = {"client_id": NL_APP, "redirect_uri": RETURN_ADDRESS, "response_type": "code", "state": "a b&c"}
LOG_IN = {"username": DUTCH, "password": "welkom"}
VENUE_NAME, SECOND_NAME, CORPUS_NAME = (
    "Landgoed De Hooge Vuursteen B.V.",
    "Stadsschouwburg 't Veerhuis B.V.",
    "Voorbeeldfacturen B.V.",
)


@pytest.fixture
def visitor(control: Control) -> Iterator[Browser]:
    with Browser(control.url) as visitor:
        yield visitor


@pytest.fixture
def consent(visitor: Browser) -> Page:
    return visitor.press(visitor.open(AUTHORISE, **QUESTION), "Inloggen", fill=LOG_IN)


def returned(page: Page) -> dict[str, str]:
    assert page.left_for.startswith(RETURN_ADDRESS)
    return {name: value for name, (value,) in parse_qs(urlsplit(page.left_for).query).items()}


def test_the_whole_way(control: Control, visitor: Browser, consent: Page) -> None:
    page = visitor.press(consent, "Toestaan")
    answer = returned(page)
    assert answer["state"] == "a b&c"
    assert "!" in answer["code"]
    tokens.exchange(control.url, answer["code"]).expect(200)


def test_the_code_arrives_percent_encoded(visitor: Browser, consent: Page) -> None:
    query = urlsplit(visitor.press(consent, "Toestaan").left_for).query
    assert "%21" in query
    assert "!" not in query


def test_the_ticked_administrations_only(control: Control, visitor: Browser, consent: Page) -> None:
    page = visitor.press(consent, "Toestaan", untick=(VENUE_NAME, CORPUS_NAME))
    token = tokens.exchange(control.url, returned(page)["code"]).expect(200).body["access_token"]
    exact = Api(control.url, token, SECOND, Pace())
    exact.get("financial/Journals").expect(200)
    exact.at(VENUE).get("financial/Journals").expect(403)


def test_nothing_ticked(visitor: Browser, consent: Page) -> None:
    page = visitor.press(consent, "Toestaan", untick=(VENUE_NAME, SECOND_NAME, CORPUS_NAME))
    assert page.left_for == ""
    assert "Kies ten minste" in page.text


def test_turned_away(visitor: Browser, consent: Page) -> None:
    assert returned(visitor.press(consent, "Weigeren")) == {"error": "access_denied", "state": "a b&c"}


def test_a_wrong_password(visitor: Browser) -> None:
    page = visitor.press(visitor.open(AUTHORISE, **QUESTION), "Inloggen", fill=LOG_IN | {"password": "geraden"})
    assert page.status == 401
    assert "onjuist" in page.text
    assert page.left_for == ""


def test_a_user_of_another_country(visitor: Browser) -> None:
    page = visitor.press(visitor.open(AUTHORISE, **QUESTION), "Inloggen", fill=LOG_IN | {"username": FRENCH})
    assert page.status == 401


def test_the_belgian_app(control: Control, visitor: Browser) -> None:
    question = QUESTION | {"client_id": BE_APP}
    consent = visitor.press(visitor.open(AUTHORISE, **question), "Inloggen", fill=LOG_IN | {"username": FRENCH})
    assert "Domaine de la Grange" in consent.text
    tokens.exchange(control.url, returned(visitor.press(consent, "Toestaan"))["code"], BE_APP).expect(200)


def test_a_browser_that_is_logged_in_is_asked_for_consent_only(visitor: Browser, consent: Page) -> None:
    visitor.press(consent, "Weigeren")
    assert "Toestaan" in visitor.open(AUTHORISE, **QUESTION).text


def test_force_login_asks_all_the_same(visitor: Browser, consent: Page) -> None:
    visitor.press(consent, "Weigeren")
    assert "Wachtwoord" in visitor.open(AUTHORISE, **QUESTION, force_login="1").text


@pytest.mark.parametrize(
    "changed",
    [
        {"client_id": "99999999-9999-9999-9999-999999999999"},
        {"redirect_uri": "https://elders.example/callback"},
        {"redirect_uri": ""},
    ],
)
def test_an_app_that_is_not_registered_so(visitor: Browser, changed: dict[str, str]) -> None:
    page = visitor.open(AUTHORISE, **QUESTION | changed)
    assert page.status == 401
    assert page.left_for == ""


def test_a_client_id_in_braces(visitor: Browser) -> None:
    assert "Wachtwoord" in visitor.open(AUTHORISE, **QUESTION | {"client_id": f"{{{NL_APP}}}"}).text


def test_a_registered_return_address_only(control: Control, visitor: Browser) -> None:
    app = {"client_id": "33333333-3333-3333-3333-333333333333", "secret": "s", "site": "NL"}
    control.call("POST", "apps", app | {"redirects": ["https://mice.example/callback"]})
    question = QUESTION | {"client_id": app["client_id"]}
    assert visitor.open(AUTHORISE, **question).status == 401
    registered = question | {"redirect_uri": "https://mice.example/callback"}
    assert visitor.open(AUTHORISE, **registered).status == 200
