"""What the host's own pages show of the link: the invoice page and the badges, inside the host's transaction."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from markupsafe import escape
from sqlalchemy import text, update

from mice_exact_plugin.exports.table import InvoiceExport
from mice_exact_plugin.web import hanging
from sandbox.host.addons import dispatch
from sandbox.host.addons.records import InvoiceRecord
from tests.whole.heard import statements
from tests.whole.invoices import CLIENT, invoice, line
from tests.whole.web.site import BASE, ROLES

if TYPE_CHECKING:
    from tests.whole.web.site import Site


def test_the_invoice_page_says_when_and_under_which_number(site: Site) -> None:
    site.ready()
    site.send(invoice("F1"))
    visitor = site.visitor("billing")
    path = f"/facturen/{site.row('F1')['invoice_id']}"
    assert re.search(
        r"Staat klaar voor de eerstvolgende synchronisatie, (vannacht|vandaag|\d\d-\d\d-\d{4}) om \d\d:\d\d\.",
        visitor.get(path),
    )
    site.run()
    page = visitor.get(path)
    assert re.search(r"Gesynchroniseerd op \d\d-\d\d-\d{4} om \d\d:\d\d", page)
    assert re.search(rf"Boekstuknummer</dt>\s*<dd>{site.row('F1')['entry_number']}</dd>", page)
    assert re.search(
        r'CRMAccountCard\.aspx\?_Division_=\d+&amp;AccountID=%7B[^"]+%7D"\s+target="_blank"\s+rel="noopener', page
    )
    assert re.search(r"Dagboek</dt>\s*<dd>70 Verkoopboek", page)
    assert "Verstuurd en klaargezet" in page
    assert "de koppeling" in page


def test_a_blocked_invoice_names_the_reason_and_links_to_its_cure(site: Site) -> None:
    site.ready(without_rates=("9",))
    site.send(invoice("F9", lines=[line("100.00", "9.00", "9")]))
    site.run()
    path = f"/facturen/{site.row('F9')['invoice_id']}"
    page = site.visitor().get(path)
    assert "BTW-tarief 9% is nog niet gekoppeld aan een BTW-code." in page
    assert f'href="{BASE}/instellingen#vat-9"' in page, "at the field itself"
    assert f'href="{BASE}/instellingen' not in site.visitor("billing").get(path)


def test_switched_off_is_paused_on_page_and_list(site: Site) -> None:
    site.ready()
    site.send(invoice("F1"))
    visitor = site.visitor()
    visitor.post(f"{BASE}/schakelaar", on="0")
    assert "Gepauzeerd" in visitor.get(f"/facturen/{site.row('F1')['invoice_id']}")
    assert "Gepauzeerd" in visitor.get("/facturen")


def test_who_may_only_look_gets_no_buttons(site: Site) -> None:
    site.ready(without_rates=("9",))
    site.send(invoice("F9", lines=[line("100.00", "9.00", "9")]))
    site.run()
    path = f"/facturen/{site.row('F9')['invoice_id']}"
    page = site.visitor("support").get(path)
    assert "BTW-tarief 9%" in page
    assert f'action="{BASE}' not in page
    assert "Nu synchroniseren" in site.visitor("billing").get(f"{BASE}/overzicht")
    assert "Nu synchroniseren" not in site.visitor("support").get(f"{BASE}/overzicht")


def test_other_roles_see_the_state_and_no_links(site: Site) -> None:
    """A host may show the invoice page to more roles than the sandbox does."""
    site.ready(without_rates=("9",))
    site.send(invoice("F9", lines=[line("100.00", "9.00", "9")]))
    site.run()
    for role in ROLES:
        piece = as_role(site, role, "F9")
        assert "Geblokkeerd" in piece
        may_look = role in ("beheerder", "billing", "support")
        assert ("BTW-tarief 9%" in piece) == may_look, role
        assert ("<form" in piece) == (role in ("beheerder", "billing")), role
        assert ("<a " in piece) == may_look, role
        assert (f'href="{BASE}/instellingen#vat-9"' in piece) == (role == "beheerder"), role


def test_a_tenant_without_the_link_sees_nothing_of_it(site: Site) -> None:
    site.tenant(active=False)
    site.send(invoice("F1"))
    visitor = site.visitor()
    page = visitor.get("/facturen")
    assert "mx-badge" not in page
    assert "Exact Online" not in visitor.get(re.findall(r'href="(/facturen/\d+)"', page)[0]).partition("<main")[2]


def test_what_was_sent_before_activation_is_picked_on_its_page(site: Site) -> None:
    site.tenant(active=False)
    site.send(invoice("F1"))
    site.ready()
    visitor = site.visitor()
    path = re.findall(r'href="(/facturen/\d+)"', visitor.get("/facturen"))[0]
    assert "Niet meegenomen" in visitor.page.text
    assert "Niet meegenomen" in visitor.get(path)
    back: dict[str, Any] = {"from": "invoice"}
    visitor.post(f"{BASE}/niet-meegenomen", invoice=path.rpartition("/")[2], **back)
    assert visitor.path == path
    assert "1 factuur is klaargezet." in visitor.page.text
    assert "Staat klaar" in visitor.page.text
    assert site.row("F1")["state"] == "queued"


def test_the_badges_of_a_page_cost_one_query_and_those_of_the_link(site: Site) -> None:
    site.ready()
    site.send(*(invoice(f"F{number}") for number in range(30)))
    site.run()
    with site.services() as world, world.app.test_request_context():
        found = world.runtime.host.invoices("zaal", [str(number) for number in range(1, 60)])
        records = [record for record in found.values() if isinstance(record, InvoiceRecord)]
        with statements(world.engine) as seen:
            ((title, badges),) = dispatch.invoice_badge_columns(records)
    assert title == "Exact Online"
    assert len(badges) == len(records) == 30
    assert sum("FROM exact_invoice_export" in statement for statement in seen) == 1
    assert len(seen) == 7, "two of ours, two of the host's activation, and three for how the link stands"
    assert sum("stylesheet" in badge for badge in badges.values()) == 1


def test_hooks_leave_the_host_s_transaction_alone(site: Site) -> None:
    """What the host has not committed yet must still be its own to take back."""
    site.ready()
    site.send(invoice("F1"))
    invoice_id = site_id(site, "F1")
    with site.services() as world, world.app.test_request_context():
        session = world.runtime.session
        record = world.runtime.host.invoice("zaal", invoice_id)
        assert isinstance(record, InvoiceRecord)
        session.execute(update(InvoiceExport).values(debtor_name="Nog niet vastgelegd"))
        dispatch.invoice_page_html(record)
        dispatch.invoice_badge_columns([record])
        session.rollback()
        assert session.query(InvoiceExport).filter_by(debtor_name="Nog niet vastgelegd").count() == 0


def test_a_hook_takes_arguments_that_the_host_adds_later(site: Site) -> None:
    site.ready()
    site.send(invoice("F1"))
    invoice_id, found = site_id(site, "F1"), dict[str, Any]()

    class Recorder:
        def __getattr__(self, name: str) -> Any:
            return getattr(site.world.runtime.host, name)

        def add_settings_tile(self, **tile: str) -> None:
            found["tile"] = tile

        def add_template_hook(self, name: str, hook: Any) -> None:
            found[name] = hook

    with site.services() as world, world.app.test_request_context():
        record = world.runtime.host.invoice("zaal", invoice_id)
        hanging.register(Recorder(), world.runtime)
        assert "Staat klaar" in found["invoice_page"](invoice=record, colour="blue")
        assert list(found["invoice_list_badges"](invoices=[record], page=3)) == [invoice_id]
        assert found["invoice_list_badges"](invoices=[]) == {}
    assert found["tile"]["endpoint"] == "mice_exact.index"


def test_hostile_names_and_answers_are_printed_as_text(site: Site) -> None:
    site.ready()
    name = '"><script>alert(1)</script>'
    site.send(invoice("F1", lines=[line("100.00", "21.00", "21", name)], client={**CLIENT, "name": name}))
    site.run()
    page = site.visitor().get(f"/facturen/{site.row('F1')['invoice_id']}")
    assert "<script>alert" not in page
    assert str(escape(name)) in page


def test_a_broken_table_breaks_no_page_of_the_host(site: Site) -> None:
    site.ready()
    site.send(invoice("F1"))
    path = f"/facturen/{site_id(site, 'F1')}"
    with site.services() as world:
        told = json.dumps([{"code": "of_the_future", "params": {}}])
        world.runtime.session.execute(text("UPDATE exact_invoice_export SET problems = :told"), {"told": told})
        world.runtime.session.commit()
    visitor = site.visitor()
    assert "F1" in visitor.get(path)
    assert "F1" in visitor.get("/facturen")


def as_role(site: Site, role: str, identifier: str) -> str:
    """The piece of the invoice page as the host asks for it while somebody of this role is logged in."""
    invoice_id = site_id(site, identifier)
    visitor = site.visitor(role)
    with site.services() as world, world.app.test_request_context(headers=cookies(visitor.client)):
        world.app.preprocess_request()
        record = world.runtime.host.invoice("zaal", invoice_id)
        assert isinstance(record, InvoiceRecord)
        (piece,) = dispatch.invoice_page_html(record)
        return str(piece)


def cookies(client: Any) -> dict[str, str]:
    cookie = client.get_cookie("mice_session")
    return {"Cookie": f"mice_session={cookie.value}"}


def site_id(site: Site, identifier: str) -> str:
    return str(site.row(identifier)["invoice_id"])
