"""Venues never see, reach or change anything of each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from sandbox.host.database import session
from sandbox.host.models import Location, Package, Product, User
from tests.host import material

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask

    from tests.host.visitor import Visitor


@pytest.fixture
def theirs(host_app: Flask) -> dict[str, int]:
    """One of everything at the other venue."""
    with host_app.app_context():
        invoice = material.sent("strand")
        event = material.event("strand")
        session().commit()
        return {
            "invoice_id": invoice.id,
            "line_id": invoice.lines[0].id,
            "event_id": event.id,
            "item_id": 1,
            "relation_id": event.client_id,
            "group_id": material.rate_group("21-8000", "strand").id,
            "product_id": material.named(Product, "Lunchbuffet", "strand").id,
            "package_id": material.named(Package, "Bruiloft compleet", "strand").id,
            "location_id": material.named(Location, "Dakterras", "strand").id,
            "user_id": session().scalars(select(User.id).where(User.email == "planner@strand.test")).one(),
        }


def test_every_address_with_an_id_is_not_found(host_app: Flask, theirs: dict[str, int], admin: Visitor) -> None:
    token = admin.token()
    tried = 0
    for rule in host_app.url_map.iter_rules():
        if not rule.arguments or not rule.arguments <= set(theirs):
            continue
        path = host_app.url_map.bind("localhost").build(rule.endpoint, {name: theirs[name] for name in rule.arguments})
        for method in {"GET", "POST"} & (rule.methods or set()):
            tried += 1
            answer = admin.client.open(path, method=method, data={"csrf_token": token})
            assert answer.status_code == 404, f"{method} {path}"
    assert tried > 25


def test_overviews_show_only_our_own(host_app: Flask, theirs: dict[str, int], admin: Visitor) -> None:
    for path in ("/facturen", "/relaties", "/evenementen", "/planning", "/outbox", "/rapportages/gefactureerd"):
        page = admin.get(path)
        assert "Van Dijk" not in page
        assert "Kick-off" not in page
        assert "121,00" not in page
    assert "strand.test" not in admin.get("/beheer/gebruikers")


def test_forms_take_no_ids_of_another_venue(host_app: Flask, theirs: dict[str, int], admin: Visitor) -> None:
    with host_app.app_context():
        draft_id = material.draft().id
    values: dict[str, Any] = {"description": "x", "quantity": "1", "unit_price": "1"}
    admin.post(f"/facturen/{draft_id}/regels/nieuw", rate_group=theirs["group_id"], **values)
    assert admin.path.endswith("/nieuw")
    admin.post("/facturen/nieuw", relation=theirs["relation_id"])
    assert admin.path.endswith("/nieuw")
    admin.post("/beheer/locaties/nieuw", name="Zaal", rent="1", rate_group=theirs["group_id"])
    assert admin.path.endswith("/nieuw")


def test_support_sees_the_venue_it_chose(
    host_app: Flask, theirs: dict[str, int], log_in: Callable[..., Visitor]
) -> None:
    support = log_in("support")
    support.get("/facturen")
    assert support.path == "/support"
    support.post("/support/zaal/bekijken")
    support.get(f"/facturen/{theirs['invoice_id']}", 404)
    support.post("/support/strand/bekijken")
    support.get(f"/facturen/{theirs['invoice_id']}")
    support.post("/support/nergens/bekijken", 404)


def test_an_id_that_fits_no_database_is_not_found(admin: Visitor) -> None:
    for number in (2**31, 10**30):
        admin.get(f"/facturen/{number}", 404)
