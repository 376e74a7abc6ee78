"""*Te doen*: every cause that needs somebody, and curing it where it is shown."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from flask import flash, redirect, request, url_for

from mice_exact_plugin.decisions import debtor_choice
from mice_exact_plugin.domain.remarks import RemarkCode
from mice_exact_plugin.errors import LinkError
from mice_exact_plugin.exports.words import why
from mice_exact_plugin.i18n import gettext, ngettext
from mice_exact_plugin.setup import curing
from mice_exact_plugin.setup.settings import SettingsRefused
from mice_exact_plugin.standing import overview
from mice_exact_plugin.standing import to_do as standing_to_do
from mice_exact_plugin.web import answers, current
from mice_exact_plugin.web import to_do as things
from mice_exact_plugin.web.frame import page
from mice_exact_plugin.web.guards import Access, may
from mice_exact_plugin.web.pages.overview.running import began
from mice_exact_plugin.web.pages.to_do import shown
from mice_exact_plugin.web.standing import places_for
from mice_exact_plugin.web.tabs import is_open

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from flask.typing import ResponseReturnValue

    from mice_exact_plugin.setup.curing import Offered
    from mice_exact_plugin.standing.to_do import Held

#: The longest list of ledgers that one form sends.
MOST = 500
#: What the form sends instead of a relation: none of those.
NONE_OF_THESE = "new"


#: What the marks of the rows open into.
_WHYS = {
    "awaited": why.AWAITED,
    "held": why.HELD,
    "on_default": why.ON_DEFAULT,
    "remarked": why.REMARKED,
    "disagreeing": why.DISAGREEING,
}


def to_do() -> ResponseReturnValue:
    causes = things.held()
    return page("to_do.html", gettext("Te doen"), "to_do", terug="to_do", **parts(causes))


def parts(causes: Sequence[Held]) -> dict[str, object]:
    """What the list of causes needs; the overview shows the first of them."""
    runtime, tenant, standing = current.runtime(), current.tenant().code, current.standing()
    may_setup, may_decide = may(current.user(), Access.SETUP), may(current.user(), Access.DECIDE)
    has_settings = is_open("settings", standing.ready)
    places = places_for(runtime, tenant, None, may_setup=may_setup, has_settings=has_settings)
    asked = standing_to_do.oldest(runtime.session, tenant, filter(shown.is_decided, causes), 5 * shown.ASKED)
    ids = {one for row in asked for problem in row.problems for one in problem.params.get("ids", ())}
    offered = _offered(causes) if may_setup and has_settings else None
    return {
        "causes": shown.cause_views(
            causes,
            places,
            offered=offered,
            asked=asked,
            names=overview.names_of(runtime.session, tenant, ids),
            may_setup=may_setup,
        ),
        "waiting": things.awaiting(),
        "whys": {name: gettext(words) for name, words in _WHYS.items()},
        "missing": things.missing(),
        "on_default": next((kind for kind in things.remarked() if kind.code is RemarkCode.DEFAULT_LEDGER), None),
        "ledgers": offered.ledgers if offered else (),
        "remarked": shown.remarked(things.remarked()),
        "invoice_url": runtime.host.invoice_url,
        "rate_groups_url": runtime.host.rate_groups_url() if may_setup else "",
        "may_decide": may_decide and standing.ready.queues,
        "may_ask": may_decide and not may_setup,
        "books": standing.ready.posts,
    }


def _offered(causes: Sequence[Held]) -> Offered | None:
    """Asked of the mirror only where there is something to choose."""
    rates = {rate for cause in causes if (rate := shown.unmapped_rate(cause.problem)) is not None}
    if not rates and not things.missing():
        return None
    try:
        return curing.offered(current.runtime(), current.tenant().code, rates)
    except LinkError:
        return None


def map_rate() -> ResponseReturnValue:
    """*Opslaan en N boeken*: the code of a rate."""
    try:
        rate = Decimal(request.form.get("rate", "")[:10])
    except InvalidOperation:
        return _back()
    return _cured(
        lambda: curing.map_rate(
            current.runtime(), current.tenant().code, rate, request.form.get("code", ""), current.person()
        )
    )


def map_ledgers() -> ResponseReturnValue:
    """The ledgers of rate groups, as far as one was chosen."""
    chosen = {
        name.removeprefix("ledger:"): code
        for name, code in list(request.form.items())[:MOST]
        if name.startswith("ledger:") and code
    }
    if not chosen:
        flash(gettext("Kies minstens één grootboekrekening."), "error")
        return _back()
    return _cured(lambda: curing.map_ledgers(current.runtime(), current.tenant().code, chosen, current.person()))


def pick_debtor() -> ResponseReturnValue:
    """*Kies en boek*: the answer counts for every invoice of this customer."""
    invoice_id, account_id = request.form.get("invoice_id", ""), request.form.get("account_id", "")

    def choose() -> int:
        runtime, tenant, person = current.runtime(), current.tenant().code, current.person()
        if account_id == NONE_OF_THESE:
            debtor_choice.make_new(runtime, tenant, invoice_id, person)
        else:
            debtor_choice.choose(runtime, tenant, invoice_id, account_id, person)
        return 1

    return _cured(choose)


def _cured(cure: Callable[[], int]) -> ResponseReturnValue:
    """Carry it out, say what it released, and book that at once where the link books."""
    try:
        released = cure()
    except SettingsRefused:
        flash(answers.of_code(answers.FIELD, "not_offered"), "error")
        return _back()
    except LinkError as error:
        flash(answers.of_decision(error), "error")
        return _back()
    saved = gettext("Opgeslagen.")
    if not released:
        flash(saved, "success")
    elif began():
        words = ngettext("%(num)s factuur wordt nu geboekt.", "%(num)s facturen worden nu geboekt.", released)
        flash(f"{saved} {words}", "success")
    else:
        flash(f"{saved} {answers.queued(released)}", "success")
    return _back()


def _back() -> ResponseReturnValue:
    return redirect(url_for(things.came_from()), 303)
