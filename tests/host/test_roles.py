"""Every page and every method against every role: who gets in, who is refused, who is sent to the log-in page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from sandbox.host.database import session
from tests.host import material
from tests.host.visitor import Visitor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flask import Flask
    from werkzeug.routing import Rule

ROLES = ("beheerder", "planner", "staf", "billing", "crew", "support")

#: The first pattern that matches a rule's address says who may pass; support staff have chosen a venue.
ALLOWED: tuple[tuple[str, frozenset[str]], ...] = tuple(
    (pattern, frozenset(roles.split()))
    for pattern, roles in (
        (r"/$|/uitloggen$", "beheerder planner staf billing crew support"),
        (r"/planning$", "beheerder planner staf billing crew"),
        (r"/evenementen(/<id:event_id>)?$", "beheerder planner staf billing"),
        (r"/evenementen/.*/factureren$", "beheerder billing"),
        (r"/evenementen/", "beheerder planner"),
        (r"/relaties", "beheerder planner billing"),
        (r"/rapportages/", "beheerder planner billing"),
        (r"/facturen(/<id:invoice_id>(/afdruk)?)?$", "beheerder billing support"),
        (r"/facturen/", "beheerder billing"),
        (r"/outbox$", "beheerder billing support"),
        (r"/chat$", "beheerder planner staf billing"),
        (r"/beheer/instellingen/koppelingen$", "beheerder support"),
        (r"/beheer/", "beheerder"),
        (r"/support", "support"),
    )
)

PUBLIC = ("/inloggen", "/static/<path:filename>")
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


def guarded_rules(app: Flask) -> list[Rule]:
    return [rule for rule in app.url_map.iter_rules() if rule.rule not in PUBLIC]


def expected(rule: Rule, method: str, role: str) -> str:
    if method not in (rule.methods or ()):
        return "no such method"
    roles = next(roles for pattern, roles in ALLOWED if re.match(pattern, rule.rule))
    return "in" if role in roles else "refused"


def outcome(visitor: Visitor, rule: Rule, method: str, token: str) -> str:
    """What a request comes to; the ids in it do not exist, so that nobody who gets in changes anything."""
    path = re.sub(r"<[^>]*id>|<id:[^>]*>", "999999", rule.rule)
    path = re.sub(r"<[^>]+>", "bestaat-niet", path)
    answer = visitor.client.open(path, method=method, data={"csrf_token": token} if method != "GET" else None)
    if answer.status_code == 405:
        return "no such method"
    if answer.status_code == 403:
        return "refused"
    if answer.status_code == 302 and "/inloggen" in answer.location:
        return "log in" if rule.rule != "/uitloggen" else "in"
    assert answer.status_code in (200, 302, 404), f"{method} {path}: {answer.status_code}"
    return "in"


def attempts(app: Flask) -> Iterator[tuple[Rule, str]]:
    """Logging out comes last: what follows it would be somebody else's attempt."""
    for rule in sorted(guarded_rules(app), key=lambda rule: rule.rule == "/uitloggen"):
        yield from ((rule, method) for method in METHODS)


@pytest.mark.parametrize("role", ROLES)
def test_every_route_and_method(host_app: Flask, log_in: Callable[..., Visitor], role: str) -> None:
    visitor = log_in(role)
    if role == "support":
        visitor.post("/support/zaal/bekijken")
    token = visitor.token()
    wrong = {
        f"{method} {rule.rule}": (found, wanted)
        for rule, method in attempts(host_app)
        if (found := outcome(visitor, rule, method, token)) != (wanted := expected(rule, method, role))
    }
    assert wrong == {}


def test_nobody_gets_in_without_logging_in(host_app: Flask) -> None:
    visitor = Visitor(host_app.test_client())
    visitor.get("/inloggen")
    token = visitor.token()
    for rule, method in attempts(host_app):
        wanted = "log in" if method in (rule.methods or ()) else "no such method"
        found = outcome(visitor, rule, method, token)
        assert found == wanted or rule.rule == "/uitloggen", f"{method} {rule.rule}: {found}"


def test_every_page_of_the_host_names_the_right_it_needs(host_app: Flask) -> None:
    endpoints = {rule.endpoint for rule in host_app.url_map.iter_rules()} - {"static"}
    assert [name for name in endpoints if not hasattr(host_app.view_functions[name], "required_right")] == []


def test_roles_add_up(host_app: Flask, admin: Visitor) -> None:
    admin.post(
        "/beheer/gebruikers/nieuw", name="Vera", email="vera@zaal.test", roles=["staf", "billing"], password="geheim"
    )
    vera = Visitor(host_app.test_client()).log_in("vera@zaal.test", "geheim")
    vera.get("/facturen")
    vera.get("/beheer/gebruikers", 403)


def test_the_menu_offers_only_what_opens(log_in: Callable[..., Visitor]) -> None:
    for role in ROLES:
        visitor = log_in(role)
        page = visitor.get("/")
        for href in re.findall(r'class="menu__link"\s+href="([^"]+)"', page):
            visitor.get(href)


def test_crew_sees_no_clients(host_app: Flask, log_in: Callable[..., Visitor]) -> None:
    with host_app.app_context():
        material.busy_event()
        session().commit()
    assert "Van Dijk" in log_in("staf").get("/planning")
    assert "Van Dijk" not in log_in("crew").get("/planning")
