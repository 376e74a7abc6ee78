"""A page costs the same statements however many invoices there are, and a list of them no more for its badges."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import select, update

from mice_exact_plugin.domain.approval import Approval
from mice_exact_plugin.domain.problems import Code, Problem
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports import remarks
from mice_exact_plugin.exports.table import InvoiceExport
from mice_exact_plugin.link.connection import Connection
from mice_exact_plugin.mirror.relation_table import CrmAccountRow
from sandbox.host.addons.host import AddonHost
from tests.bulk import multiply
from tests.whole.heard import statements
from tests.whole.invoices import invoice
from tests.whole.web.site import BASE

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from tests.host.visitor import Visitor
    from tests.whole.web.site import Site

FEW, MANY = 10, 3000
#: Of which the page of an invoice is opened.
ONE = "F1"
PAGES = {
    "overview": f"{BASE}/overzicht",
    "its last page": f"{BASE}/overzicht?pagina=1",
    "one state of it": f"{BASE}/overzicht?status=synced",
    "what is not in the books": f"{BASE}/overzicht?status=not_booked",
    "a search": f"{BASE}/overzicht?q=F1",
    "to do": f"{BASE}/te-doen",
    "history": f"{BASE}/geschiedenis",
    "what everybody did": f"{BASE}/geschiedenis?wie=iedereen",
    "a night": f"{BASE}/geschiedenis/1",
    "not queued": f"{BASE}/niet-meegenomen",
    "those of some days": f"{BASE}/niet-meegenomen?van=2026-01-01",
    "open deposits": f"{BASE}/aanbetalingen",
    "debtors": f"{BASE}/debiteuren",
    "sales within the EU": f"{BASE}/icp?kwartaal=2026-1",
    "to confirm": f"{BASE}/debiteuren/bevestigen",
    "settings": f"{BASE}/instellingen",
    "mapping": f"{BASE}/inrichting",
    "rules for costs": f"{BASE}/kostenplaatsen",
    "the check before going live": f"{BASE}/livegang",
    "a trial run": f"{BASE}/proefrun",
    "connection": f"{BASE}/verbinding",
    "the host's list": "/facturen",
    "the host's page of an invoice": "/facturen/{invoice}",
    "the host's tiles": "/beheer/instellingen/koppelingen",
}


def test_the_statements_of_a_page_do_not_grow(site: Site) -> None:
    visitor = _venue(site, FEW)
    few = _counted(site, visitor)
    with site.services() as world:
        multiply(world.runtime, "zaal", ONE, MANY - FEW)
    assert _counted(site, visitor) == few
    last = f"{BASE}/overzicht?pagina={MANY // 50}"
    with _statements(site) as seen:
        visitor.get(last)
    assert len(seen) == few["overview"]


def test_what_waits_for_a_yes_costs_no_more_statements(site: Site) -> None:
    visitor, page = _venue(site, 30), f"{BASE}/ter-goedkeuring"
    counted = []
    for more in (0, 300):
        with site.services() as world:
            multiply(world.runtime, "zaal", ONE, more)
            world.runtime.session.execute(update(InvoiceExport).values(state=State.QUEUED))
            world.runtime.session.execute(update(CrmAccountRow).values(start_date=None))
            world.runtime.session.execute(update(Connection).values(approval=Approval.FIRST))
            world.runtime.session.commit()
        with _statements(site) as seen:
            assert visitor.get(page).count('data-side="Klant"') == 25
        counted.append(len(seen))
    assert counted[0] == counted[1]


def test_a_badge_costs_no_statement(site: Site) -> None:
    visitor = _venue(site, 2)
    with _statements(site) as few:
        visitor.get("/facturen")
    with site.services() as world:
        multiply(world.runtime, "zaal", ONE, 60)
    with _statements(site) as many:
        assert visitor.get("/facturen").count("mx-badge mx-badge--") == 50
    assert len(many) == len(few)


def test_what_is_missing_is_found_among_many_and_read_alone(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor = _venue(site, 400)
    with site.services() as world:
        session = world.runtime.session
        missing = session.scalars(
            select(InvoiceExport.invoice_id).order_by(InvoiceExport.sent_at.desc()).limit(3)
        ).all()
        for row in session.scalars(select(InvoiceExport).where(InvoiceExport.invoice_id.in_(missing))):
            session.delete(row)
        session.commit()
    read: list[list[str]] = []
    invoices = AddonHost.invoices

    def reading(self: AddonHost, tenant: str, ids: list[str]) -> Any:
        read.append(ids)
        return invoices(self, tenant, ids)

    monkeypatch.setattr(AddonHost, "invoices", reading)
    shown = re.findall(r'name="invoice"\s+value="(\d+)"', visitor.get(f"{BASE}/niet-meegenomen?van=2020-01-01"))
    assert shown == list(missing), "newest first"
    assert read == [missing]


def test_the_file_is_sent_page_by_page_in_short_transactions(site: Site) -> None:
    visitor = _venue(site, 1200)
    with _statements(site) as seen:
        answer = visitor.client.get(f"{BASE}/overzicht.csv")
        before = len(seen)
        assert answer.is_streamed
        parts = [str(part, "utf-8") for part in answer.iter_encoded()]
    assert len(seen) > before, "the pages are read while the file is sent"
    assert len(parts) == 5, "its mark, its head, and pages of five hundred"
    lines = "".join(parts).splitlines()
    assert len(lines) == 1 + 1201
    assert len(set(lines)) == len(lines)
    pages = [one for one in seen if one.startswith("SELECT exact_invoice_export.id") and "LIMIT" in one]
    assert len(pages) == 4
    assert sum("gewijzigd na boeking" in line for line in lines) == 1


def _venue(site: Site, count: int) -> Visitor:
    """A booked invoice and its copies, a blocked one, one that waits, one with a remark."""
    site.ready()
    site.send(invoice(ONE))
    site.run()
    with site.services() as world:
        session = world.runtime.session
        multiply(world.runtime, "zaal", ONE, count)
        newest = session.scalars(select(InvoiceExport.id).order_by(InvoiceExport.id.desc()).limit(3)).all()
        problem = [Problem(Code.NO_LINES)]
        session.execute(
            update(InvoiceExport).where(InvoiceExport.id == newest[0]).values(state=State.BLOCKED, problems=problem)
        )
        session.execute(update(InvoiceExport).where(InvoiceExport.id == newest[1]).values(state=State.QUEUED))
        remarks.insert_open(session, newest[2], RemarkCode.CHANGED_AFTER_BOOKING, {}, world.runtime.now())
        session.commit()
    return site.visitor()


def _counted(site: Site, visitor: Visitor) -> dict[str, int]:
    """The statements of each page when it is opened once more."""
    counted, invoice_id = {}, site.row(ONE)["invoice_id"]
    for name, address in PAGES.items():
        visitor.get(address.format(invoice=invoice_id))
        with _statements(site) as seen:
            visitor.get(address.format(invoice=invoice_id))
        counted[name] = len(seen)
    return counted


def _statements(site: Site) -> AbstractContextManager[list[str]]:
    with site.services() as world:
        return statements(world.engine)
