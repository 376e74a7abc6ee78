"""What an addon says of itself on its tile and in the menu, when the host asks, and what the chat tells an addon."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from sandbox.host.database import session
from sandbox.host.identity import logged_in_user
from sandbox.host.models import User
from sandbox.host.services import activation, chatting
from sandbox.host.services.mailing import MailServerAway
from sandbox.host.tenancy import tenant_by_code

if TYPE_CHECKING:
    from flask import Flask

    from sandbox.host.addons.host import AddonHost
    from tests.host.visitor import Visitor

PAGE, ENDPOINT = "/beheer/instellingen/koppelingen", "planning.overview"
MARK = SimpleNamespace(text="Storing", tone="danger", sentence="Er is <iets> mis.")


@pytest.fixture
def tile(host: AddonHost) -> AddonHost:
    host.add_settings_tile(slot="koppelingen", title="Stil", description="Doet niets.", endpoint=ENDPOINT)
    return host


def test_a_tile_shows_what_its_addon_says(tile: AddonHost, admin: Visitor) -> None:
    tile.set_tile_state(slot="koppelingen", endpoint=ENDPOINT, state=lambda: MARK)
    page = admin.get(PAGE)
    assert '<span class="badge badge--danger">Storing</span>' in page
    assert "Er is &lt;iets&gt; mis." in page


@pytest.mark.parametrize("answer", [None, "raise"])
def test_a_tile_of_which_nothing_is_said_is_plain(tile: AddonHost, admin: Visitor, answer: Any) -> None:
    def state() -> Any:
        if answer == "raise":
            raise RuntimeError("away")
        return answer

    plain = admin.get(PAGE)
    tile.set_tile_state(slot="koppelingen", endpoint=ENDPOINT, state=state)
    assert admin.get(PAGE) == plain


def test_the_menu_has_a_mark_while_the_addon_says_so(host_app: Flask, host: AddonHost, admin: Visitor) -> None:
    said: list[Any] = []
    host.add_menu_item(title="Stil", endpoint=ENDPOINT, roles={"beheerder"})
    host.set_menu_mark(endpoint=ENDPOINT, mark=lambda: said[-1] if said and logged_in_user() else None)
    with host_app.app_context():
        host.grant("zaal", "quiet")
    assert "menu__mark" not in admin.get("/planning")
    said.append(MARK)
    assert 'class="menu__mark menu__mark--danger"' in admin.get("/planning")


def test_who_asked_for_an_addon_in_the_chat(host_app: Flask, host: AddonHost) -> None:
    with host_app.app_context():
        venue, author = tenant_by_code("zaal"), session().query(User).filter_by(email="beheerder@zaal.test").one()
        assert venue is not None
        assert host.activation_asked_at("zaal", "quiet") is None
        chatting.say(venue, author, "Hallo")
        assert host.activation_asked_at("zaal", "quiet") is None
        chatting.say(venue, author, "Mogen wij Quiet gebruiken?")
        assert host.activation_asked_at("zaal", "quiet") is not None
        assert host.activation_asked_at("strand", "quiet") is None
        host.grant("zaal", "quiet")
        assert host.activation_asked_at("zaal", "quiet") is None
        host.withdraw("zaal", "quiet")
        assert activation.asked_at(venue, "quiet") is None, "what was asked before it was granted is answered"


def test_addresses_languages_and_a_mail_server_that_is_away(host_app: Flask, host: AddonHost) -> None:
    with host_app.app_context():
        assert host.external_url("zaal", "/x") is None
        assert {tenant.code: tenant.language for tenant in host.tenants()}["zaal"] is None
        host_app.config.update(EXTERNAL_URL="https://mice.test", LANGUAGES={"zaal": "en"}, MAIL_DOWN={"strand"})
        assert host.external_url("zaal", "/x") == "https://mice.test/x"
        assert {tenant.code: tenant.language for tenant in host.tenants()}["zaal"] == "en"
        host.send_mail("zaal", subject="a", body="b")
        with pytest.raises(MailServerAway):
            host.send_mail("strand", subject="a", body="b")
