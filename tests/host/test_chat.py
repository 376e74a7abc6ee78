"""The chat with support, where paid addons are granted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.host.addons import QUIET, install
from tests.host.visitor import Visitor

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from flask import Flask


@pytest.fixture
def chat_host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make_app: Callable[..., Flask]) -> Flask:
    """A host with one paid addon and one free one."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    install(folder, "betaald", QUIET, paid=True)
    install(folder, "gratis", QUIET)
    return make_app()


def visitor(app: Flask, email: str) -> Visitor:
    return Visitor(app.test_client()).log_in(email)


def test_a_prefilled_message_is_not_sent_by_itself(chat_host: Flask) -> None:
    admin = visitor(chat_host, "beheerder@zaal.test")
    page = admin.get("/chat?bericht=Graag%20activeren%20%26%20%3Cb%3E")
    assert "Graag activeren &amp; &lt;b&gt;" in page
    assert "Nog geen berichten" in page


def test_a_conversation(chat_host: Flask) -> None:
    admin, support = visitor(chat_host, "beheerder@zaal.test"), visitor(chat_host, "support@mice.test")
    admin.post("/chat", body="Graag de koppeling activeren.")
    assert "Graag de koppeling activeren." in support.get("/support")
    support.post("/support/zaal/chat", body="Dat regel ik nu.")
    page = admin.get("/chat")
    assert page.index("Graag de koppeling") < page.index("Dat regel ik nu.")
    assert "Sam van Support" in page
    assert "Dat regel ik" not in visitor(chat_host, "beheerder@strand.test").get("/chat")


def test_an_empty_message_is_not_sent(chat_host: Flask) -> None:
    admin = visitor(chat_host, "beheerder@zaal.test")
    admin.post("/chat", body="   ")
    assert "Nog geen berichten" in admin.get("/chat")


def test_support_grants_and_withdraws_what_is_paid_for(chat_host: Flask) -> None:
    support = visitor(chat_host, "support@mice.test")
    page = support.get("/support/zaal/chat")
    assert "Addon betaald toekennen" in page
    assert "gratis" not in page
    assert "Addon betaald intrekken" in support.post("/support/zaal/koppelingen/betaald/toekennen")
    host = chat_host.extensions["quiet_host"]
    assert "Addon betaald is geactiveerd." in visitor(chat_host, "beheerder@zaal.test").get("/chat"), (
        "the venue is told"
    )
    with chat_host.app_context():
        assert host.activation("zaal", "betaald").withdrawn_at is None
        assert host.activation("strand", "betaald") is None
    assert "Ingetrokken op" in support.post("/support/zaal/koppelingen/betaald/intrekken")
    with chat_host.app_context():
        assert host.activation("zaal", "betaald").withdrawn_at is not None


@pytest.mark.parametrize("path", ["zaal/koppelingen/gratis/toekennen", "x/koppelingen/betaald/intrekken"])
def test_there_is_nothing_else_to_grant(chat_host: Flask, path: str) -> None:
    visitor(chat_host, "support@mice.test").post(f"/support/{path}", 404)
