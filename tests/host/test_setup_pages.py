"""Beheer: rate groups, compound prices, rooms, users and settings, as an administrator changes them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select

from sandbox.host.database import session
from sandbox.host.models import DepositRateGroup, Location, Package, Product, RateGroup, User
from tests.host import material
from tests.host.visitor import Visitor

if TYPE_CHECKING:
    from flask import Flask

D = Decimal


def group_id(app: Flask, code: str) -> int:
    with app.app_context():
        return material.rate_group(code).id


def test_a_rate_group_is_made_changed_archived_and_restored(host_app: Flask, admin: Visitor) -> None:
    admin.post("/beheer/tariefgroepen/nieuw", description="Bloemen", vat_rate="9,0", ledger_number="8610")
    made = group_id(host_app, "9-8610")
    page = admin.post(f"/beheer/tariefgroepen/{made}", description="Bloemen", vat_rate="21", ledger_number="8611")
    assert "8611" in page
    with host_app.app_context():
        group = session().get(RateGroup, made)
        assert group is not None
        assert (group.vat_rate, group.ledger_number, group.code) == (D(9), "8611", "9-8610")
    assert "Gearchiveerd" in admin.post(f"/beheer/tariefgroepen/{made}/archiveren")
    assert "Gearchiveerd" not in admin.post(f"/beheer/tariefgroepen/{made}/terugzetten")


def test_two_rate_groups_on_one_ledger_have_two_codes(host_app: Flask, admin: Visitor) -> None:
    for name in ("Een", "Twee"):
        admin.post("/beheer/tariefgroepen/nieuw", description=name, vat_rate="21", ledger_number="8620")
    assert group_id(host_app, "21-8620") != group_id(host_app, "21-8620-2")


@pytest.mark.parametrize("rate", ["", "abc", "-1", "101", "NaN"])
def test_a_rate_that_is_no_rate(admin: Visitor, rate: str) -> None:
    admin.post("/beheer/tariefgroepen/nieuw", description="Fout", vat_rate=rate)
    assert admin.path.endswith("/nieuw")
    assert len(admin.wrong_fields) == 1


def test_a_product_over_two_rate_groups(host_app: Flask, admin: Visitor) -> None:
    low, high = group_id(host_app, "9-8100"), group_id(host_app, "21-8115")
    half: dict[str, Any] = {"parts-0-rate_group": low, "more": "x"}
    page = admin.post("/beheer/producten/nieuw", name="Borrel", **half)
    assert page.count("Prijs excl. btw</label>") == 2
    parts: dict[str, Any] = {"parts-0-rate_group": low, "parts-0-price": "6,50"}
    parts |= {"parts-1-rate_group": high, "parts-1-price": "12.75"}
    admin.post("/beheer/producten/nieuw", name="Borrel", **parts)
    with host_app.app_context():
        product = session().scalars(select(Product).where(Product.name == "Borrel")).one()
        assert [(part.rate_group_id, part.price) for part in product.parts] == [(low, D("6.50")), (high, D("12.75"))]
        path = f"/beheer/producten/{product.id}"
    admin.get(path)
    fewer: dict[str, Any] = {"parts-0-rate_group": high, "parts-0-price": "10", "parts-1-rate_group": ""}
    admin.post(path, name="Borrel", **fewer)
    with host_app.app_context():
        assert [part.price for part in material.named(Product, "Borrel").parts] == [D(10)]


@pytest.mark.parametrize("path", ["producten", "arrangementen", "locaties", "gebruikers", "tariefgroepen"])
def test_blanks_are_no_name(admin: Visitor, path: str) -> None:
    admin.post(f"/beheer/{path}/nieuw", name="  ", description="  ")
    assert admin.path.endswith("/nieuw")
    assert "Vul dit veld in." in admin.wrong_fields


def test_a_product_without_a_price_is_refused(admin: Visitor) -> None:
    nothing: dict[str, Any] = {"parts-0-rate_group": "", "parts-0-price": ""}
    admin.post("/beheer/producten/nieuw", name="Gratis", **nothing)
    assert admin.wrong_fields == ["Vul minstens één tariefgroep met een prijs in."]


def test_a_package_with_included_and_charged_products(host_app: Flask, admin: Visitor) -> None:
    with host_app.app_context():
        lunch, beamer = (material.named(Product, name).id for name in ("Lunchbuffet", "Beamer en scherm"))
    price: dict[str, Any] = {"parts-0-rate_group": group_id(host_app, "21-8000"), "parts-0-price": "25"}
    admin.post("/beheer/arrangementen/nieuw", name="Dagdeel", included=[lunch], charged=[lunch, beamer], **price)
    with host_app.app_context():
        package = material.named(Package, "Dagdeel")
        assert {item.product.name: item.included for item in package.items} == {
            "Lunchbuffet": True,
            "Beamer en scherm": False,
        }
        assert not package.per_person
        path = f"/beheer/arrangementen/{package.id}"
    admin.get(path)
    admin.post(path, name="Dagdeel", per_person="y", **price)
    with host_app.app_context():
        package = material.named(Package, "Dagdeel")
        assert (package.per_person, package.items) == (True, [])


def test_a_room_with_its_rent(host_app: Flask, admin: Visitor) -> None:
    techniek = group_id(host_app, "21-8200")
    admin.post("/beheer/locaties/nieuw", name="Kelder", capacity="30", rent="125,50", rate_group=techniek)
    with host_app.app_context():
        room = material.named(Location, "Kelder")
        assert (room.rent, room.capacity, room.rate_group.description) == (D("125.50"), 30, "Techniek")


def test_an_archived_group_stays_where_it_is_used(host_app: Flask, admin: Visitor) -> None:
    zaalhuur = group_id(host_app, "21-8000")
    admin.post(f"/beheer/tariefgroepen/{zaalhuur}/archiveren")
    with host_app.app_context():
        room_id = material.named(Location, "Dakterras").id
    assert "Zaalhuur (21%)" in admin.get(f"/beheer/locaties/{room_id}")
    assert "Zaalhuur (21%)" not in admin.get("/beheer/locaties/nieuw")


def test_the_last_beheerder_stays_one(host_app: Flask, admin: Visitor) -> None:
    with host_app.app_context():
        user_id = session().scalars(select(User.id).where(User.email == "beheerder@zaal.test")).one()
    admin.post(f"/beheer/gebruikers/{user_id}", name="Bea", roles=["planner"])
    assert "minstens één beheerder" in admin.messages[0][1]
    admin.post(f"/beheer/gebruikers/{user_id}", name="Bea", roles=["planner", "beheerder"])
    assert admin.path == "/beheer/gebruikers"


def test_an_address_is_used_once_over_all_venues(admin: Visitor) -> None:
    details: dict[str, Any] = {"name": "Dubbel", "roles": ["staf"], "password": "geheim"}
    admin.post("/beheer/gebruikers/nieuw", email="Planner@strand.test", **details)
    assert admin.messages == [("error", "Dit e-mailadres is al in gebruik.")]


def test_a_changed_password(host_app: Flask, admin: Visitor) -> None:
    with host_app.app_context():
        user_id = session().scalars(select(User.id).where(User.email == "staf@zaal.test")).one()
    admin.post(f"/beheer/gebruikers/{user_id}", name="Sanne", roles=["staf"], password="nieuwgeheim")
    assert Visitor(host_app.test_client()).log_in("staf@zaal.test", "nieuwgeheim").path == "/planning"


def test_the_billing_settings_show_the_next_number(admin: Visitor) -> None:
    admin.post("/beheer/instellingen/facturatie", identifier_template="SUN[y]0020", default_payment_term="30")
    assert admin.messages == [("success", "De instellingen zijn opgeslagen.")]
    page = admin.get("/beheer/instellingen/facturatie")
    assert "Het volgende nummer is nu SUN" in page
    admin.post("/beheer/instellingen/facturatie", identifier_template="zomaar", default_payment_term="30")
    assert "begingetal" in admin.wrong_fields[0]


def test_deposit_groups_per_rate(host_app: Flask, admin: Visitor) -> None:
    admin.post("/beheer/tariefgroepen/nieuw", description="Aanbetaling 12%", vat_rate="12", ledger_number="1853")
    assert "Niet gekozen" in admin.get("/beheer/instellingen/aanbetalingen")
    chosen = group_id(host_app, "12-1853")
    admin.post("/beheer/instellingen/aanbetalingen/12", rate_group=chosen, product_code="AANB12")
    assert "Niet gekozen" not in admin.get("/beheer/instellingen/aanbetalingen")
    with host_app.app_context():
        row = session().scalars(select(DepositRateGroup).where(DepositRateGroup.vat_rate == D(12))).one()
        assert (row.rate_group_id, row.product_code) == (chosen, "AANB12")
    admin.get("/beheer/instellingen/aanbetalingen/13", 404)
    wrong_rate = group_id(host_app, "21-8000")
    admin.post("/beheer/instellingen/aanbetalingen/12", rate_group=wrong_rate, product_code="X")
    assert admin.path.endswith("/12")


def test_company_details_stand_on_the_invoice(host_app: Flask, admin: Visitor) -> None:
    admin.post("/beheer/instellingen/bedrijf", name="Kasteel Zonnestein", city="Ede", country="NL")
    with host_app.app_context():
        invoice_id = material.sent().id
    assert "Kasteel Zonnestein" in admin.get(f"/facturen/{invoice_id}/afdruk")


def test_a_client_number_is_used_once(admin: Visitor) -> None:
    for _ in range(2):
        admin.post("/relaties/nieuw", kind="client", name="Jansen", reference="K7")
    assert admin.wrong_fields == ["Dit klantnummer is al in gebruik."]
    admin.post("/relaties/nieuw", kind="client", reference="K8")
    assert admin.wrong_fields == ["Vul een bedrijfsnaam of een achternaam in."]
    assert "Jansen" in admin.get("/relaties?q=K7")
    assert "Jansen" not in admin.get("/relaties?q=100%25")
