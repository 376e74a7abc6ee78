"""The URL map: which page lives where, who may open it and how far the tenant must be."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, NamedTuple

from flask import Blueprint
from werkzeug.exceptions import HTTPException

from mice_exact_plugin import i18n
from mice_exact_plugin.addresses import PREFIX
from mice_exact_plugin.logs import discreet
from mice_exact_plugin.paths import data
from mice_exact_plugin.web import guards, headers
from mice_exact_plugin.web.guards import Access, Opens
from mice_exact_plugin.web.reader import person_s_locale
from mice_exact_plugin.web.views import (
    administration,
    asking,
    bindings,
    connection,
    debtors,
    decisions,
    loading,
    looking,
    not_queued,
    overview,
    runs,
    settings,
    start,
    ways_on,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask.typing import ResponseReturnValue

logger = logging.getLogger("mice_exact_plugin.web")


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
    Page("GET", "/koppelen", connection.connection, Access.SETUP),
    Page("POST", "/koppelen", connection.log_in, Access.SETUP),
    Page("GET", "/callback", connection.callback, Access.SETUP),
    Page("GET", "/verbreken", connection.disconnecting, Access.SETUP),
    Page("POST", "/verbreken", connection.disconnect, Access.SETUP),
    Page("GET", "/administratie", administration.administration, Access.SETUP),
    Page("POST", "/administratie", administration.choose, Access.SETUP),
    Page("GET", "/inladen", loading.loading, Access.SETUP),
    Page("POST", "/inladen", loading.load, Access.SETUP),
    Page("POST", "/inladen/geen-relaties", loading.no_relations, Access.SETUP),
    Page("POST", "/opnieuw-inladen", loading.reload, Access.SETUP),
    Page("GET", "/instellingen", settings.settings, Access.SETUP),
    Page("POST", "/instellingen", settings.save, Access.SETUP),
    Page("POST", "/schakelaar", settings.switch, Access.SETUP),
    # the invoices
    Page("GET", "/overzicht", overview.overview, Access.READ, Opens.HISTORY),
    Page("GET", "/overzicht.csv", overview.export, Access.READ, Opens.HISTORY),
    Page("GET", "/geschiedenis", overview.history, Access.READ, Opens.HISTORY),
    Page("GET", "/niet-klaargezet", not_queued.not_queued, Access.READ),
    Page("POST", "/niet-klaargezet", not_queued.pick, Access.DECIDE),
    Page("POST", "/vraag-beheerder", asking.ask, Access.DECIDE),
    Page("POST", "/synchroniseren", runs.run_now, Access.DECIDE),
    Page("GET", "/synchroniseren/<int:run_id>", runs.progress, Access.READ, Opens.HISTORY),
    Page("POST", "/facturen/<invoice_id>/opnieuw", decisions.retry, Access.DECIDE),
    Page("POST", "/facturen/<invoice_id>/niet-boeken", decisions.leave, Access.DECIDE),
    Page("POST", "/facturen/<invoice_id>/dit-is-de-onze", decisions.adopt, Access.DECIDE),
    Page("POST", "/facturen/<invoice_id>/boek-toch", decisions.book_anyway, Access.DECIDE),
    Page("POST", "/facturen/<invoice_id>/kijk-in-exact", looking.look, Access.DECIDE),
    Page("POST", "/facturen/<invoice_id>/laat-zo-staan", looking.let_stand, Access.DECIDE),
    Page("POST", "/facturen/<invoice_id>/opnieuw-boeken", looking.book_anew, Access.DECIDE),
    Page("POST", "/facturen/<invoice_id>/opmerkingen/<int:remark_id>", looking.put_aside, Access.DECIDE),
    Page("GET", "/facturen/<invoice_id>/debiteur", debtors.debtor, Access.READ),
    Page("POST", "/facturen/<invoice_id>/debiteur", debtors.choose_debtor, Access.DECIDE),
    Page("POST", "/facturen/<invoice_id>/kijk-opnieuw", debtors.look_again, Access.DECIDE),
    # the debtors
    Page("GET", "/debiteuren", bindings.bindings, Access.READ),
    Page("POST", "/debiteuren/ongedaan", bindings.undo_binding, Access.SETUP),
    Page("GET", "/debiteuren/bevestigen", bindings.confirming, Access.READ),
    Page("POST", "/debiteuren/bevestigen", bindings.confirm_debtors, Access.DECIDE),
    Page("POST", "/facturen/<invoice_id>/btw-verschil", ways_on.accept_difference, Access.SETUP),
    Page("POST", "/facturen/<invoice_id>/eu-code", ways_on.book_with_eu_code, Access.DECIDE),
    Page("POST", "/facturen/<invoice_id>/btw-nummer", ways_on.fill_vat_number, Access.DECIDE),
    Page("POST", "/facturen/<invoice_id>/btw-code", ways_on.choose_vat_code, Access.DECIDE),
    Page("POST", "/facturen/<invoice_id>/zelf-geboekt", ways_on.booked_by_hand, Access.DECIDE),
    Page("POST", "/facturen/<invoice_id>/intrekken", ways_on.withdraw_decision, Access.DECIDE),
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
    for page in PAGES:
        view = discreet(logger, f"the page {page.view.__name__} failed", passing=(HTTPException,))(page.view)
        blueprint.add_url_rule(page.rule, page.view.__name__, view, methods=[page.method], strict_slashes=False)
    rules = {page.view.__name__: (page.access, page.opens) for page in PAGES}
    guards.protect(blueprint, rules, closed=start.closed)
    blueprint.record_once(lambda state: i18n.init_app(state.app, person_s_locale))
    blueprint.record_once(lambda state: headers.init_app(state.app))
    return blueprint
