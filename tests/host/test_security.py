"""Logging in, forged forms, and what every answer carries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from sandbox.host.database import session
from tests.host import material
from tests.host.visitor import Visitor

if TYPE_CHECKING:
    from flask import Flask


def test_a_wrong_password_and_an_unknown_address_get_the_same_answer(host_app: Flask) -> None:
    answers = []
    for email, password in (("beheerder@zaal.test", "fout"), ("niemand@zaal.test", "welkom")):
        visitor = Visitor(host_app.test_client())
        visitor.get("/inloggen")
        visitor.post("/inloggen", 401, email=email, password=password)
        answers.append(visitor.messages)
    assert answers[0] == answers[1] == [("error", "E-mailadres of wachtwoord klopt niet.")]


def test_an_address_is_found_however_it_is_typed(host_app: Flask) -> None:
    visitor = Visitor(host_app.test_client()).log_in(" Beheerder@ZAAL.test ")
    assert visitor.path == "/planning"


def test_logging_out_ends_the_session(admin: Visitor) -> None:
    admin.post("/uitloggen")
    admin.get("/facturen")
    assert admin.path == "/inloggen"


@pytest.mark.parametrize(
    ("wanted", "arrives"),
    [
        ("/facturen?status=open", "/facturen"),
        ("https://elsewhere.example/facturen", "/facturen"),
        ("//elsewhere.example", "/planning"),
        ("/\\elsewhere.example", "/planning"),
        ("javascript:alert(1)", "/planning"),
    ],
)
def test_after_logging_in_one_stays_on_this_site(host_app: Flask, wanted: str, arrives: str) -> None:
    visitor = Visitor(host_app.test_client())
    visitor.get("/inloggen")
    fields = {"csrf_token": visitor.token(), "email": "beheerder@zaal.test", "password": "welkom"}
    answer = visitor.client.post("/inloggen", query_string={"next": wanted}, data=fields)
    assert answer.status_code == 302
    visitor.get(answer.location)
    assert visitor.path == arrives


def test_a_form_without_its_token_changes_nothing(host_app: Flask, admin: Visitor) -> None:
    with host_app.app_context():
        invoice_id = material.draft().id
    for rule in host_app.url_map.iter_rules():
        if "POST" not in (rule.methods or ()):
            continue
        path = host_app.url_map.bind("localhost").build(rule.endpoint, dict.fromkeys(rule.arguments, invoice_id))
        assert admin.client.post(path, data={"csrf_token": "verzonnen"}).status_code == 400, path
    assert "Conceptfactuur" in admin.get(f"/facturen/{invoice_id}")


def test_every_answer_carries_the_headers(admin: Visitor) -> None:
    for path in ("/facturen", "/bestaat-niet", "/static/base.css"):
        with admin.client.get(path) as answer:
            headers = answer.headers
        assert headers["Content-Security-Policy"].startswith("default-src 'self'")
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"


def test_pages_use_no_inline_script_or_style(admin: Visitor, host_app: Flask) -> None:
    with host_app.app_context():
        invoice_id = material.sent().id
    for path in ("/planning", "/facturen", f"/facturen/{invoice_id}", "/beheer/instellingen/koppelingen", "/chat"):
        page = admin.get(path)
        for inline in ("<style", " style=", "<script>", " onclick=", " onsubmit="):
            assert inline not in page


def test_the_session_cookie_is_out_of_reach_of_scripts(host_app: Flask) -> None:
    client = host_app.test_client()
    cookie = client.get("/inloggen").headers["Set-Cookie"]
    assert "mice_session=" in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_what_a_client_typed_is_text_and_never_markup(host_app: Flask, admin: Visitor) -> None:
    with host_app.app_context():
        relation_id = material.client(name="<script>alert(1)</script> & 'zonen' 🎉").id
        session().commit()
    page = admin.get(f"/relaties/{relation_id}")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; " in page


def test_a_bug_gives_a_page_and_no_traceback(host_app: Flask, admin: Visitor) -> None:
    host_app.config.update(TESTING=False, PROPAGATE_EXCEPTIONS=False)

    def broken() -> str:
        raise RuntimeError("boom")

    host_app.view_functions["outbox.overview"] = _with_right(broken, host_app.view_functions["outbox.overview"])
    page = admin.get("/outbox", 500)
    assert "Er ging iets mis" in page
    assert "boom" not in page


def _with_right(view: Any, like: Any) -> Any:
    view.required_right = like.required_right
    return view
