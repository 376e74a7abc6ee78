"""Every page and method of the link against every role, every stage and other tenants' ids."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from mice_exact_plugin.config import PREFIX
from mice_exact_plugin.exports.remarks import RemarkRow
from mice_exact_plugin.exports.table import InvoiceExport
from mice_exact_plugin.web.blueprint import PAGES
from tests.host.visitor import Visitor
from tests.whole.invoices import invoice, line
from tests.whole.web.site import BASE, ROLES
from tests.whole.web.test_debtors import form_of

if TYPE_CHECKING:
    from mice_exact_plugin.web.blueprint import Page
    from tests.whole.web.site import Site

READERS = {"beheerder", "billing", "support"}
DECIDERS = {"beheerder", "billing"}
ADMINISTRATORS = {"beheerder"}

#: Written out here once more, so that a page cannot change its own test.
ALLOWED = {
    ("GET", ""): READERS,
    ("GET", "/overzicht"): READERS,
    ("GET", "/overzicht.csv"): READERS,
    ("GET", "/voorbeeld/<invoice_id>"): READERS,
    ("GET", "/geschiedenis"): READERS,
    ("GET", "/geschiedenis.csv"): READERS,
    ("GET", "/geschiedenis/<int:run_id>"): READERS,
    ("GET", "/icp"): READERS,
    ("GET", "/icp.csv"): READERS,
    ("GET", "/te-doen"): READERS,
    ("GET", "/niet-meegenomen"): READERS,
    ("GET", "/niet-klaargezet"): READERS,
    ("GET", "/synchroniseren/<int:run_id>"): READERS,
    ("POST", "/niet-meegenomen"): ADMINISTRATORS,
    ("POST", "/overzicht/selectie"): DECIDERS,
    ("POST", "/te-doen/debiteur"): DECIDERS,
    ("POST", "/te-doen/btw-code"): ADMINISTRATORS,
    ("POST", "/te-doen/grootboek"): ADMINISTRATORS,
    ("POST", "/synchroniseren"): DECIDERS,
    ("POST", "/vraag-beheerder"): DECIDERS,
    ("GET", "/livegang"): ADMINISTRATORS,
    ("POST", "/livegang/kijken"): ADMINISTRATORS,
    ("POST", "/livegang/eerder"): ADMINISTRATORS,
    ("GET", "/proefrun"): ADMINISTRATORS,
    ("POST", "/proefrun"): ADMINISTRATORS,
    ("GET", "/proefrun/voortgang"): ADMINISTRATORS,
    ("GET", "/proefrun.csv"): ADMINISTRATORS,
    ("POST", "/proefrun/mail"): ADMINISTRATORS,
    ("GET", "/ter-goedkeuring"): READERS,
    ("POST", "/ter-goedkeuring"): DECIDERS,
    ("POST", "/livegang/akkoord"): ADMINISTRATORS,
    ("GET", "/aanbetalingen"): READERS,
    ("GET", "/aanbetalingen.csv"): READERS,
    ("POST", "/aanbetalingen/vergelijken"): DECIDERS,
    ("GET", "/aanbetalingen/voortgang"): READERS,
    ("POST", "/facturen/<invoice_id>/aanbetaling"): DECIDERS,
    ("GET", "/debiteuren"): READERS,
    ("GET", "/debiteuren/bevestigen"): READERS,
    ("POST", "/debiteuren/bevestigen"): DECIDERS,
    ("POST", "/debiteuren/ongedaan"): ADMINISTRATORS,
    ("POST", "/debiteuren/overzetten"): ADMINISTRATORS,
    ("GET", "/facturen/<invoice_id>/debiteur"): READERS,
    ("POST", "/facturen/<invoice_id>/kijk-opnieuw"): DECIDERS,
    ("POST", "/facturen/<invoice_id>/opnieuw"): DECIDERS,
    ("POST", "/facturen/<invoice_id>/niet-boeken"): DECIDERS,
    ("POST", "/facturen/<invoice_id>/kijk-in-exact"): DECIDERS,
    ("POST", "/facturen/<invoice_id>/laat-zo-staan"): DECIDERS,
    ("POST", "/facturen/<invoice_id>/opnieuw-boeken"): DECIDERS,
    ("POST", "/facturen/<invoice_id>/opmerkingen/<int:remark_id>"): DECIDERS,
    ("POST", "/facturen/<invoice_id>/dit-is-de-onze"): DECIDERS,
    ("POST", "/facturen/<invoice_id>/boek-toch"): DECIDERS,
    ("POST", "/facturen/<invoice_id>/debiteur"): DECIDERS,
    ("POST", "/facturen/<invoice_id>/eu-code"): DECIDERS,
    ("POST", "/facturen/<invoice_id>/btw-nummer"): DECIDERS,
    ("POST", "/facturen/<invoice_id>/btw-code"): DECIDERS,
    ("POST", "/facturen/<invoice_id>/periode"): DECIDERS,
    ("POST", "/facturen/<invoice_id>/zelf-geboekt"): DECIDERS,
    ("POST", "/facturen/<invoice_id>/intrekken"): DECIDERS,
    ("POST", "/facturen/<invoice_id>/btw-verschil"): ADMINISTRATORS,
    ("GET", "/verbinding"): ADMINISTRATORS,
    ("POST", "/verbinding"): ADMINISTRATORS,
    ("GET", "/koppelen"): ADMINISTRATORS,
    ("GET", "/callback"): ADMINISTRATORS,
    ("GET", "/verbreken"): ADMINISTRATORS,
    ("POST", "/verbreken"): ADMINISTRATORS,
    ("GET", "/administratie"): ADMINISTRATORS,
    ("POST", "/administratie"): ADMINISTRATORS,
    ("GET", "/inladen"): ADMINISTRATORS,
    ("POST", "/inladen"): ADMINISTRATORS,
    ("POST", "/inladen/geen-relaties"): ADMINISTRATORS,
    ("POST", "/opnieuw-inladen"): ADMINISTRATORS,
    ("POST", "/voorbeeld/<invoice_id>/kijken"): DECIDERS,
    ("GET", "/instellingen"): ADMINISTRATORS,
    ("GET", "/inrichting"): ADMINISTRATORS,
    ("POST", "/inrichting"): ADMINISTRATORS,
    ("GET", "/inrichting.csv"): ADMINISTRATORS,
    ("GET", "/inrichting/versies/<int:number>"): ADMINISTRATORS,
    ("POST", "/inrichting/akkoord"): ADMINISTRATORS,
    ("POST", "/inrichting/mail"): ADMINISTRATORS,
    ("POST", "/instellingen"): ADMINISTRATORS,
    ("GET", "/kostenplaatsen"): ADMINISTRATORS,
    ("POST", "/kostenplaatsen"): ADMINISTRATORS,
    ("POST", "/kostenplaatsen/inlezen"): ADMINISTRATORS,
    ("POST", "/kostenplaatsen/bekijken"): ADMINISTRATORS,
    ("POST", "/schakelaar"): ADMINISTRATORS,
}
#: Open to read after the link was withdrawn.
HISTORY = {
    "/aanbetalingen",
    "/aanbetalingen.csv",
    "",
    "/overzicht",
    "/overzicht.csv",
    "/te-doen",
    "/geschiedenis",
    "/geschiedenis.csv",
    "/geschiedenis/<int:run_id>",
    "/synchroniseren/<int:run_id>",
    "/voorbeeld/<invoice_id>",
}
METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")
NOBODY_S = "404404"


def address(page: Page) -> str:
    return PREFIX + re.sub(r"<[^>]+>", NOBODY_S, page.rule)


def test_every_page_is_in_the_matrix(site: Site) -> None:
    assert {(page.method, page.rule) for page in PAGES} == set(ALLOWED)
    mapped = {
        (method, rule.rule.removeprefix(PREFIX))
        for rule in site.world.app.url_map.iter_rules()
        if rule.endpoint.startswith("mice_exact.") and not rule.endpoint.endswith(".static")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    assert mapped == set(ALLOWED)


@pytest.mark.parametrize("role", ROLES)
def test_every_method_of_every_page(site: Site, role: str) -> None:
    """403 for who may not; for who may, anything else: the page, a redirect, or 404 for an id that is nobody's."""
    site.tenant()
    visitor = site.visitor(role)
    token = visitor.token()
    for page in PAGES:
        for method in METHODS:
            answer = visitor.client.open(address(page), method=method, data={"csrf_token": token})
            wanted = ALLOWED.get(("GET" if method == "HEAD" else method, page.rule))
            if wanted is None and method in ("GET", "HEAD"):
                assert (answer.status_code, answer.location) == (302, BASE), f"{role} {page.rule}: to the link itself"
            elif wanted is None:
                assert answer.status_code in (403, 405), f"{role} {method} {page.rule}: {answer.status_code}"
            elif role in wanted:
                assert answer.status_code not in (401, 403, 405, 500), f"{role} {method} {page.rule}"
            else:
                assert answer.status_code == 403, f"{role} {method} {page.rule}: {answer.status_code}"


def test_a_reader_who_is_refused_stays_inside_the_link(site: Site) -> None:
    site.tenant()
    billing, planner = site.visitor("billing"), site.visitor("planner")
    for path, code, words in (
        ("/voorbeeld/404", 404, "Niet gevonden"),
        ("/verbinding", 403, "Dit is voor een beheerder"),
    ):
        page = billing.client.get(BASE + path)
        assert page.status_code == code
        assert words in page.text
        assert f'href="{BASE}/te-doen"' in page.text, "the tabs lead on"
    refused = planner.client.get(f"{BASE}/overzicht", headers={"Referer": "http://localhost/planning"})
    assert "Geen toegang" in refused.text, "as everywhere in the host"
    assert 'href="http://localhost/planning">Terug' in refused.text


def test_nobody_is_sent_to_the_log_in_page(site: Site) -> None:
    client = site.world.app.test_client()
    for page in PAGES:
        answer = client.open(address(page), method=page.method)
        if page.method == "POST" and answer.status_code == 400:
            continue  # the host refused the forgery before us
        assert answer.status_code == 302, page.rule
        assert answer.location.startswith("/inloggen"), page.rule


def test_support_without_a_venue_finds_nothing(site: Site) -> None:
    site.tenant()
    visitor = Visitor(site.world.app.test_client()).log_in("support@mice.test")
    assert visitor.client.get(f"{BASE}/overzicht").status_code == 404


@pytest.mark.parametrize("withdrawn", [False, True], ids=["never", "withdrawn"])
def test_without_activation_everything_else_is_closed_on_the_server(site: Site, withdrawn: bool) -> None:
    site.tenant(active=withdrawn)
    if withdrawn:
        with site.services() as world:
            world.command("exact", "deactivate", "zaal")
    visitor = site.visitor()
    token = visitor.token()
    for page in PAGES:
        answer = visitor.client.open(address(page), method=page.method, data={"csrf_token": token})
        if page.method == "POST":
            assert answer.status_code == 403, page.rule
        elif page.rule == "" or (withdrawn and page.rule in HISTORY):
            assert answer.status_code in (200, 404), page.rule
        else:
            assert (answer.status_code, answer.location) == (302, BASE), page.rule


@pytest.mark.parametrize("token", [None, "", "forged"], ids=["none", "empty", "forged"])
def test_no_post_without_a_token(site: Site, token: str | None) -> None:
    """The host checks too; ours must hold on a host that does not."""
    site.tenant()
    visitor = site.visitor()
    fields = {} if token is None else {"csrf_token": token}
    for host_checks in (True, False):
        site.world.app.config["WTF_CSRF_CHECK_DEFAULT"] = host_checks
        for page in (page for page in PAGES if page.method == "POST"):
            assert visitor.client.post(address(page), data=fields).status_code == 400, page.rule


def test_a_token_of_another_session_does_not_count(site: Site) -> None:
    site.tenant()
    visitor, other = site.visitor(), site.visitor()
    answer = visitor.client.post(f"{BASE}/schakelaar", data={"csrf_token": other.token(), "on": "1"})
    assert answer.status_code == 400


@pytest.fixture
def strangers(site: Site) -> tuple[Visitor, Visitor]:
    """Who booked an invoice with a remark, and who books in the same administration and did the same."""
    site.ready("zaal")
    site.tenant("strand")
    with site.services() as world:
        world.command("exact", "allow-sharing", "strand")
        world.log_in("strand")
        world.choose("strand")
        world.configure("strand")
    for tenant, number in (("zaal", "F1"), ("strand", "S1")):
        site.send(invoice(number, lines=[line("100.00", "21.00", "21", "9999")]), tenant=tenant)
        site.run(tenant)
    return site.visitor(), site.visitor(tenant="strand")


def theirs(site: Site) -> dict[str, object]:
    """What the addresses name of the first, by the name in the rule."""
    with site.services() as world:
        session = world.runtime.session
        row = session.scalars(select(InvoiceExport).where(InvoiceExport.identifier == "F1")).one()
        remark_id = session.scalars(select(RemarkRow.id).where(RemarkRow.export_id == row.id)).first()
        return {"invoice_id": row.invoice_id, "run_id": row.run_id, "remark_id": remark_id, "number": 2}


def test_ids_of_another_tenant_do_not_exist(site: Site, strangers: tuple[Visitor, Visitor]) -> None:
    """Every address of the app's own map that names anything, so that a new one is asked for as well."""
    owner, stranger = strangers
    ids = theirs(site)
    addresses = site.world.app.url_map.bind("")
    owner.post(f"{BASE}/instellingen", **form_of(owner.get(f"{BASE}/instellingen")) | {"closed_policy": "ask"})
    fields = {"confirmed": "1", "entry_id": "x", "account_id": "x", "reason": "x"}
    asked = 0
    for rule in site.world.app.url_map.iter_rules():
        if not rule.endpoint.startswith("mice_exact.") or not (names := rule.arguments - {"filename"}):
            continue
        assert names <= ids.keys(), f"{rule}: say what is theirs"
        path = addresses.build(rule.endpoint, {name: ids[name] for name in names})
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            sent = {"csrf_token": stranger.token(), **fields}
            assert stranger.client.open(path, method=method, data=sent).status_code == 404, rule
            if method == "GET":
                assert owner.client.get(path).status_code in (200, 303), f"{rule}: it is there for whose it is"
            asked += 1
    assert asked > 15
    assert site.row("F1")["state"] == "synced"


def test_what_of_another_tenant_is_named_in_a_form_or_behind_an_address_does_not_exist(
    site: Site, strangers: tuple[Visitor, Visitor]
) -> None:
    owner, stranger = strangers
    ids, mine = theirs(site), site.row("S1", "strand")["invoice_id"]
    remark = f"{BASE}/facturen/{{}}/opmerkingen/{ids['remark_id']}"
    stranger.post(remark.format(mine), reason="x")
    owner.post(remark.format(ids["invoice_id"]), reason="gezien")
    assert "De opmerking is afgehandeld." in owner.page.text, "nobody did so before"
    stranger.post(f"{BASE}/niet-meegenomen", invoice=ids["invoice_id"])
    assert "Kies minstens één factuur" in stranger.page.text
    stranger.post(f"{BASE}/overzicht/selectie", invoice=ids["invoice_id"], doen="niet", reason="x")
    owner.post(f"{BASE}/proefrun", month="2026-01-01")
    owner.post(f"{BASE}/aanbetalingen/vergelijken")
    for path in ("/proefrun/voortgang?nr=1", "/proefrun.csv?nr=1", "/aanbetalingen/voortgang?nr=1"):
        assert stranger.client.get(BASE + path).status_code == 404, path
    for path in ("/proefrun/voortgang?nr=1", "/aanbetalingen/voortgang?nr=1"):
        assert owner.client.get(BASE + path).status_code == 200, path
    for path in ("/overzicht", "/geschiedenis", "/te-doen", "/niet-meegenomen", "/overzicht.csv", "/geschiedenis.csv"):
        assert "F1" not in stranger.get(BASE + path)
    assert "F1" not in stranger.get(f"{BASE}/debiteuren/bevestigen?nacht={ids['run_id']}")
    assert site.row("F1")["state"] == "synced"


def test_support_reads_and_never_sees_a_token(site: Site) -> None:
    site.ready()
    visitor = site.visitor("support")
    page = visitor.get(f"{BASE}/overzicht")
    assert "Landgoed De Hooge Vuursteen B.V." in page
    assert "csrf_token" not in page.partition('class="mice-exact mx-page"')[2]
    assert "Nu synchroniseren" not in page
    assert "Verbinding</a>" not in page
    compare = "Vergelijk met Exact"
    assert compare not in visitor.get(f"{BASE}/aanbetalingen")
    assert compare in site.visitor("billing").get(f"{BASE}/aanbetalingen")


def test_the_policy_of_the_host_allows_no_inline_scripts_and_needs_none(site: Site) -> None:
    site.connected()
    visitor = site.visitor()
    for path in ("/instellingen", "/overzicht", "/verbinding", "/te-doen", "/niet-meegenomen"):
        page = visitor.get(BASE + path)
        assert "default-src 'self'" in visitor.page.headers["Content-Security-Policy"]
        assert " style=" not in page
        assert "<style" not in page
        assert "<script>" not in page
        assert " onclick=" not in page
