"""What the link shows on the host's own pages: the tile, the invoice page and the badges of the invoice list.

Hooks run inside the host's transaction and must leave it alone: they read and never commit.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from flask import get_template_attribute

from mice_exact_plugin.audit import trail_of
from mice_exact_plugin.debtors import findings
from mice_exact_plugin.decisions import ways_on
from mice_exact_plugin.domain.debtor.customer import unreadable_of
from mice_exact_plugin.domain.remarks import DISAGREES, RemarkCode
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports import acceptance, remarks
from mice_exact_plugin.exports.queue import row_of
from mice_exact_plugin.exports.words.remarks import told
from mice_exact_plugin.host import adapter
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.link.connection import connection_of, place_of
from mice_exact_plugin.manifest import NAME
from mice_exact_plugin.standing import overview
from mice_exact_plugin.standing.words import Tone
from mice_exact_plugin.web import current, in_exact
from mice_exact_plugin.web.frame import fragment
from mice_exact_plugin.web.guards import Access, may
from mice_exact_plugin.web.pages.invoice import deposits
from mice_exact_plugin.web.pages.invoice import shown as invoice_shown
from mice_exact_plugin.web.pages.invoice.entry import marks
from mice_exact_plugin.web.pages.invoice.ways_on import ways_on_view
from mice_exact_plugin.web.parts import Badge, Way, list_badge
from mice_exact_plugin.web.standing import mark_view, places_for, places_of, standing_view
from mice_exact_plugin.web.tabs import is_open
from mice_exact_plugin.web.why import of_listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mice_exact_plugin.domain.problems import Problem
    from mice_exact_plugin.domain.reference import VatCode
    from mice_exact_plugin.domain.remarks import Remark
    from mice_exact_plugin.domain.standing import Standing
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.host.contract import HostInvoice
    from mice_exact_plugin.runtime import Runtime
    from mice_exact_plugin.web.pages.invoice.ways_on import WaysOnView
    from mice_exact_plugin.web.standing import MarkView

logger = logging.getLogger("mice_exact_plugin.web")


def mark(runtime: Runtime) -> MarkView | None:
    """How the link of the request's tenant stands, in a word, a tone and the sentence."""
    tenant = runtime.host.current_tenant()
    return None if tenant is None else mark_view(current.standing_read(tenant.code))


def invoice_page(runtime: Runtime, invoice: HostInvoice) -> str:
    """Empty for a tenant that never had the link, so that nothing is said about it."""
    row = row_of(runtime.session, invoice.tenant_code, invoice.id)
    if row is None:
        return _not_queued(runtime, invoice)
    user = runtime.host.current_user()
    standing = current.standing_read(invoice.tenant_code)
    # A link that is not active takes no decisions either.
    may_decide = may(user, Access.DECIDE) and standing.ready.queues
    view = _view(runtime, row, invoice, standing, may_setup=may(user, Access.SETUP))
    shown = standing_view(standing, user, places_of(runtime, invoice.tenant_code))
    ways = _ways(runtime, row, may_setup=may(user, Access.SETUP))
    return fragment(
        "invoice.html",
        view=view,
        standing=shown,
        ways=ways,
        may_look=may(user, Access.READ),
        may_decide=may_decide,
        may_ask=may_decide and not may(user, Access.SETUP),
    )


def _ways(runtime: Runtime, row: Export, *, may_setup: bool) -> WaysOnView:
    session = runtime.session
    place = place_of(connection_of(session, row.tenant))
    kept = acceptance.rows_of(session, row.id) if row.has_acceptance else ()

    def other_codes(problem: Problem) -> Sequence[VatCode]:
        return ways_on.other_codes(session, place, problem, row.invoice_date) if place else ()

    return ways_on_view(row, kept, other_codes, may_setup=may_setup)


def _view(
    runtime: Runtime, row: Export, invoice: HostInvoice, standing: Standing, *, may_setup: bool
) -> invoice_shown.InvoiceView:
    session, tenant = runtime.session, row.tenant
    remarked = remarks.open_of(session, tenant, [row.id]).get(row.id, ())
    view = invoice_shown.invoice_view(
        row,
        standing=standing,
        places=places_for(runtime, tenant, None, may_setup=may_setup, has_settings=is_open("settings", standing.ready)),
        names=overview.names_of(session, tenant, invoice_shown.named_ids(row, remarked)),
        remarks=remarked,
        journal=overview.journal_name(session, tenant, row.journal or "") if row.entry_id else "",
    )
    view = replace(
        view, facts=(*view.facts, *deposits.facts(session, row, invoice)), relation=_relation(runtime, row, view)
    )
    if view.is_open and all(remark.code is not RemarkCode.UNREADABLE for remark in remarked):
        connection = connection_of(session, tenant)
        home = connection.division_country if connection else None
        view = replace(view, notices=(*view.notices, *_not_understood(invoice, home)))
    return replace(view, trail=trail_of(session, tenant, row.id)[::-1])


def _relation(runtime: Runtime, row: Export, view: invoice_shown.InvoiceView) -> Way | None:
    name = view.names.get(row.account_id or "") if row.entry_id else None
    return Way(in_exact.relation_url(runtime, row.place, row.account_id), name, is_outside=True) if name else None


def _not_understood(invoice: HostInvoice, home_country: str | None) -> tuple[str, ...]:
    """What the invoice says of its customer and nobody understands: said before it is booked and remarked then."""
    found = adapter.invoices({invoice.id: invoice})[invoice.id]
    facts = unreadable_of(found.debtor, home_country) if found else ()
    return tuple(told(code, params, {}) for code, params in findings.unreadable(facts))


def _not_queued(runtime: Runtime, invoice: HostInvoice) -> str:
    if not _is_active(runtime, invoice.tenant_code):
        return ""
    user = runtime.host.current_user()
    may_look, may_pick = may(user, Access.READ), may(user, Access.SETUP)
    return fragment("invoice_not_queued.html", invoice_id=invoice.id, may_look=may_look, may_pick=may_pick)


def _is_active(runtime: Runtime, tenant: str) -> bool:
    activation = runtime.host.activation(tenant, NAME)
    return activation is not None and activation.withdrawn_at is None


def badges(runtime: Runtime, invoices: Sequence[HostInvoice]) -> dict[str, str]:
    """By invoice id. The first badge brings the style sheet, since the host's page does not know it."""
    if not invoices:
        return {}
    tenant = invoices[0].tenant_code
    found = overview.standings(runtime.session, tenant, [invoice.id for invoice in invoices])
    booked = [export.export_id for export in found.values() if export.state is State.SYNCED]
    marked = remarks.open_of(runtime.session, tenant, booked) if booked else {}
    # A macro and not a page: what the host adds to each page it prints would be asked once a badge.
    printed = get_template_attribute("mice_exact/badge.html", "listed")
    may_look = may(runtime.host.current_user(), Access.READ)
    shown = {
        invoice_id: (_badge(export, tenant, marked), _why(export, tenant, marked) if may_look else ())
        for invoice_id, export in found.items()
    }
    others = [invoice.id for invoice in invoices if invoice.id not in found]
    if others and _is_active(runtime, tenant):
        shown |= {invoice_id: _not_taken(may_look=may_look) for invoice_id in others}
    return {
        invoice_id: printed(badge, why=why, asks=gettext("Waarom?"), with_style=place == 0)
        for place, (invoice_id, (badge, why)) in enumerate(shown.items())
    }


def _not_taken(*, may_look: bool) -> tuple[Badge, tuple[str, ...]]:
    """Sent, and never in the queue."""
    words = gettext("Verstuurd toen de koppeling niet actief was; wordt niet geboekt.")
    return Badge(gettext("Niet meegenomen"), Tone.NEUTRAL), (words,) if may_look else ()


def _badge(export: overview.ExportStanding, tenant: str, marked: Mapping[int, Sequence[Remark]]) -> Badge:
    mine = marked.get(export.export_id, ())
    agrees = all(remark.code not in DISAGREES for remark in mine)
    return list_badge(export, current.standing_read(tenant), marks(mine), agrees=agrees)


def _why(export: overview.ExportStanding, tenant: str, marked: Mapping[int, Sequence[Remark]]) -> tuple[str, ...]:
    return of_listed(export, current.standing_read(tenant), marked.get(export.export_id, ()))
