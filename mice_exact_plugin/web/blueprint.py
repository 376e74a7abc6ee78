"""The URL map: which page lives where, who may open it and how far the tenant must be."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, NamedTuple

from flask import Blueprint
from werkzeug.exceptions import HTTPException

from mice_exact_plugin import i18n
from mice_exact_plugin.config import PREFIX
from mice_exact_plugin.later import Later
from mice_exact_plugin.logs import discreet
from mice_exact_plugin.manifest import data
from mice_exact_plugin.reader import locale_of_request
from mice_exact_plugin.web import filters, guards, headers
from mice_exact_plugin.web.guards import Access, Opens

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask.typing import ResponseReturnValue

logger = logging.getLogger("mice_exact_plugin.web")

deposits = Later("web.pages.deposits")
deposit_comparison = Later("web.pages.deposit_comparison")
eu_listing = Later("web.pages.eu_listing")
loading = Later("web.pages.loading")
start = Later("web.pages.start")
approval_view = Later("web.pages.approval.view")
connect_view = Later("web.pages.connect.view")
debtors_view = Later("web.pages.debtors.view")
dimensions_view = Later("web.pages.dimensions.view")
golive_view = Later("web.pages.golive.view")
history_view = Later("web.pages.history.view")
invoice_view = Later("web.pages.invoice.view")
ways_on_page = Later("web.pages.invoice.ways_on")
mapping_view = Later("web.pages.mapping.view")
not_queued_view = Later("web.pages.not_queued.view")
overview_view = Later("web.pages.overview.view")
running = Later("web.pages.overview.running")
selection = Later("web.pages.overview.selection")
preview_view = Later("web.pages.preview.view")
settings_view = Later("web.pages.settings.view")
to_do_view = Later("web.pages.to_do.view")
trial_view = Later("web.pages.trial.view")


class Page(NamedTuple):
    """One page; its endpoint is the name of its view."""

    method: str
    rule: str
    view: Callable[..., ResponseReturnValue]
    access: Access
    opens: Opens = Opens.ACTIVE


PAGES = (
    Page("GET", "", start.index, Access.READ, Opens.ALWAYS),
    # the link
    Page("GET", "/verbinding", connect_view.connection, Access.SETUP),
    Page("POST", "/verbinding", connect_view.log_in, Access.SETUP),
    Page("GET", "/callback", connect_view.callback, Access.SETUP),
    Page("GET", "/verbreken", connect_view.disconnecting, Access.SETUP),
    Page("POST", "/verbreken", connect_view.disconnect, Access.SETUP),
    Page("GET", "/administratie", connect_view.administration, Access.SETUP),
    Page("POST", "/administratie", connect_view.choose, Access.SETUP),
    Page("GET", "/inladen", loading.loading, Access.SETUP),
    Page("POST", "/inladen", loading.load, Access.SETUP),
    Page("POST", "/inladen/geen-relaties", loading.no_relations, Access.SETUP),
    Page("POST", "/opnieuw-inladen", loading.reload, Access.SETUP),
    Page("GET", "/instellingen", settings_view.settings, Access.SETUP),
    Page("POST", "/instellingen", settings_view.save, Access.SETUP),
    Page("GET", "/kostenplaatsen", dimensions_view.dimensions, Access.SETUP),
    Page("POST", "/kostenplaatsen", dimensions_view.save_dimensions, Access.SETUP),
    Page("POST", "/kostenplaatsen/inlezen", dimensions_view.read_costs, Access.SETUP),
    Page("POST", "/kostenplaatsen/bekijken", dimensions_view.try_dimensions, Access.SETUP),
    Page("POST", "/schakelaar", settings_view.switch, Access.SETUP),
    Page("GET", "/inrichting", mapping_view.mapping, Access.SETUP),
    Page("POST", "/inrichting", mapping_view.choose_ledgers, Access.SETUP),
    Page("GET", "/inrichting.csv", mapping_view.mapping_file, Access.SETUP),
    Page("GET", "/inrichting/versies/<int:number>", mapping_view.version, Access.SETUP),
    Page("POST", "/inrichting/akkoord", mapping_view.agree, Access.SETUP),
    Page("POST", "/inrichting/mail", mapping_view.mail_mapping, Access.SETUP),
    # the invoices
    Page("GET", "/overzicht", overview_view.overview, Access.READ, Opens.HISTORY),
    Page("GET", "/overzicht.csv", overview_view.export, Access.READ, Opens.HISTORY),
    Page("POST", "/overzicht/selectie", selection.with_selected, Access.DECIDE),
    Page("GET", "/te-doen", to_do_view.to_do, Access.READ, Opens.HISTORY),
    Page("POST", "/te-doen/btw-code", to_do_view.map_rate, Access.SETUP),
    Page("POST", "/te-doen/grootboek", to_do_view.map_ledgers, Access.SETUP),
    Page("POST", "/te-doen/debiteur", to_do_view.pick_debtor, Access.DECIDE),
    Page("GET", "/geschiedenis", history_view.history, Access.READ, Opens.HISTORY),
    Page("GET", "/geschiedenis/<int:run_id>", history_view.night, Access.READ, Opens.HISTORY),
    Page("GET", "/geschiedenis.csv", history_view.history_file, Access.READ, Opens.HISTORY),
    Page("GET", "/icp", eu_listing.listing, Access.READ),
    Page("GET", "/icp.csv", eu_listing.listing_file, Access.READ),
    Page("GET", "/voorbeeld/<invoice_id>", preview_view.preview, Access.READ, Opens.HISTORY),
    Page("GET", "/niet-meegenomen", not_queued_view.not_queued, Access.READ),
    Page("POST", "/niet-meegenomen", not_queued_view.pick, Access.SETUP),
    Page("POST", "/vraag-beheerder", start.ask, Access.DECIDE),
    Page("POST", "/synchroniseren", running.run_now, Access.DECIDE),
    Page("GET", "/synchroniseren/<int:run_id>", running.progress, Access.READ, Opens.HISTORY),
    Page("POST", "/facturen/<invoice_id>/opnieuw", invoice_view.retry, Access.DECIDE),
    Page("POST", "/facturen/<invoice_id>/niet-boeken", invoice_view.leave, Access.DECIDE),
    Page("POST", "/facturen/<invoice_id>/dit-is-de-onze", invoice_view.adopt, Access.DECIDE),
    Page("POST", "/facturen/<invoice_id>/boek-toch", invoice_view.book_beside, Access.DECIDE),
    Page("POST", "/facturen/<invoice_id>/kijk-in-exact", invoice_view.look, Access.DECIDE),
    Page("POST", "/voorbeeld/<invoice_id>/kijken", invoice_view.look_at_lines, Access.DECIDE),
    Page("POST", "/facturen/<invoice_id>/laat-zo-staan", invoice_view.let_stand, Access.DECIDE),
    Page("POST", "/facturen/<invoice_id>/opnieuw-boeken", invoice_view.book_anew, Access.DECIDE),
    Page("POST", "/facturen/<invoice_id>/opmerkingen/<int:remark_id>", invoice_view.put_aside, Access.DECIDE),
    Page("GET", "/facturen/<invoice_id>/debiteur", debtors_view.debtor, Access.READ),
    Page("POST", "/facturen/<invoice_id>/debiteur", debtors_view.choose_debtor, Access.DECIDE),
    Page("POST", "/facturen/<invoice_id>/kijk-opnieuw", debtors_view.look_again, Access.DECIDE),
    # a yes first
    Page("GET", "/ter-goedkeuring", approval_view.awaiting, Access.READ),
    Page("POST", "/ter-goedkeuring", approval_view.approve, Access.DECIDE),
    Page("POST", "/livegang/akkoord", approval_view.settle_approval, Access.SETUP),
    # going live
    Page("GET", "/livegang", golive_view.golive, Access.SETUP),
    Page("POST", "/livegang/kijken", golive_view.look_in_exact, Access.SETUP),
    Page("POST", "/livegang/eerder", golive_view.leave_old, Access.SETUP),
    Page("GET", "/proefrun", trial_view.trial, Access.SETUP),
    Page("POST", "/proefrun", trial_view.start_trial, Access.SETUP),
    Page("GET", "/proefrun/voortgang", trial_view.trial_progress, Access.SETUP),
    Page("POST", "/proefrun/mail", trial_view.mail_trial, Access.SETUP),
    Page("GET", "/proefrun.csv", trial_view.trial_file, Access.SETUP),
    Page("GET", "/aanbetalingen", deposits.open_deposits, Access.READ, Opens.HISTORY),
    Page("GET", "/aanbetalingen.csv", deposits.open_deposits_file, Access.READ, Opens.HISTORY),
    Page("POST", "/aanbetalingen/vergelijken", deposit_comparison.compare_deposits, Access.DECIDE),
    Page("GET", "/aanbetalingen/voortgang", deposit_comparison.comparison_progress, Access.READ),
    # the debtors
    Page("GET", "/debiteuren", debtors_view.bindings, Access.READ),
    Page("POST", "/debiteuren/ongedaan", debtors_view.undo_binding, Access.SETUP),
    Page("POST", "/debiteuren/overzetten", debtors_view.rebind, Access.SETUP),
    Page("GET", "/debiteuren/bevestigen", debtors_view.confirming, Access.READ),
    Page("POST", "/debiteuren/bevestigen", debtors_view.confirm_debtors, Access.DECIDE),
    Page("POST", "/facturen/<invoice_id>/btw-verschil", ways_on_page.accept_difference, Access.SETUP),
    Page("POST", "/facturen/<invoice_id>/eu-code", ways_on_page.book_with_eu_code, Access.DECIDE),
    Page("POST", "/facturen/<invoice_id>/aanbetaling", ways_on_page.take_off_anyway, Access.DECIDE),
    Page("POST", "/facturen/<invoice_id>/btw-nummer", ways_on_page.fill_vat_number, Access.DECIDE),
    Page("POST", "/facturen/<invoice_id>/btw-code", ways_on_page.choose_vat_code, Access.DECIDE),
    Page("POST", "/facturen/<invoice_id>/periode", ways_on_page.book_later, Access.DECIDE),
    Page("POST", "/facturen/<invoice_id>/zelf-geboekt", ways_on_page.booked_by_hand, Access.DECIDE),
    Page("POST", "/facturen/<invoice_id>/intrekken", ways_on_page.withdraw_decision, Access.DECIDE),
    # addresses of before, which others may have kept
    Page("GET", "/koppelen", start.to_connection, Access.SETUP),
    Page("GET", "/niet-klaargezet", start.to_not_queued, Access.READ),
)


def create_blueprint() -> Blueprint:
    """The pages under Beheer > Instellingen > Koppelingen > Exact Online."""
    blueprint = Blueprint(
        headers.BLUEPRINT,
        __name__,
        url_prefix=PREFIX,
        template_folder=str(data("templates")),
        static_folder=str(data("static")),
        static_url_path="/static",
    )
    answers = guards.Answers(start.closed, start.refused)
    for page in PAGES:
        view = discreet(logger, f"the page {page.view.__name__} failed", passing=(HTTPException,))(page.view)
        view = guards.staying(view, answers)
        blueprint.add_url_rule(page.rule, page.view.__name__, view, methods=[page.method], strict_slashes=False)
    rules = {page.view.__name__: (page.access, page.opens) for page in PAGES}
    guards.protect(blueprint, rules, answers)
    guards.lead_back(blueprint, f"{headers.BLUEPRINT}.index")
    blueprint.record_once(lambda state: i18n.init_app(state.app, locale_of_request))
    blueprint.record_once(lambda state: headers.init_app(state.app))
    blueprint.record_once(lambda state: filters.init_app(state.app))
    return blueprint
