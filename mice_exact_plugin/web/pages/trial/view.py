"""*Proefrun*: asking for one over a past month, following it, and its report on the page and as files."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from flask import abort, flash, redirect, request, url_for

from mice_exact_plugin.database import step
from mice_exact_plugin.decisions import approving
from mice_exact_plugin.domain.readiness import BEFORE_SETTINGS
from mice_exact_plugin.errors import QueueAway
from mice_exact_plugin.golive import trial as trials
from mice_exact_plugin.golive import trial_table
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.standing import overview
from mice_exact_plugin.web import answers, current, files
from mice_exact_plugin.web.frame import fragment, page, ready
from mice_exact_plugin.web.pages.not_queued.shown import client_name
from mice_exact_plugin.web.pages.trial import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flask.typing import ResponseReturnValue

    from mice_exact_plugin.domain.trial import Report
    from mice_exact_plugin.golive.trial_table import Trial

#: Months to choose from, this one included.
MONTHS = 13


def trial() -> ResponseReturnValue:
    if ready().next_step in BEFORE_SETTINGS:
        return redirect(url_for("mice_exact.index"))
    runtime, tenant = current.runtime(), current.tenant().code
    with step(runtime.session):
        kept = trial_table.trials_of(runtime.session, tenant)
        chosen = _chosen(kept)
    books = approving.books_to_look(runtime, tenant)
    report = chosen.report if chosen else None
    return page(
        "trial.html",
        gettext("Proefrun"),
        "settings",
        months=_months(),
        month=(chosen.month if chosen else _months()[1]).isoformat(),
        trials=kept,
        chosen=chosen,
        progress=chosen if chosen and chosen.finished_at is None else None,
        ended=gettext(shown.ENDS[chosen.reason]) if chosen and chosen.reason in shown.ENDS else "",
        report=report,
        reference=books.reference if books else None,
        currency=books.reference.division.currency if books else "EUR",
        ledgers=[each for _, each in shown.by_ledger(report, books.reference if books else None)] if report else (),
        codes=shown.by_code(report) if report else (),
        tiles=shown.tiles(report) if report else (),
        foreign=shown.foreign(report) if report else "",
        on_default=shown.on_default(report) if report else (),
        new=_new(report) if report else (),
        new_more=report["new_debtors"] - len(report["new_named"]) if report else 0,
    )


def start_trial() -> ResponseReturnValue:
    """Losing the queue's server loses nothing: the trial is written down and the scheduler picks it up."""
    runtime, tenant = current.runtime(), current.tenant().code
    try:
        month = date.fromisoformat(request.form.get("month", ""))
        trial_id = trials.start(runtime, tenant, current.person(), month)
        current.plugin().wake_for_trial(trial_id)
    except (ValueError, trials.TrialRefused) as refusal:
        flash(answers.of_code(shown.REFUSED, str(refusal) if str(refusal) in shown.REFUSED else "no_month"), "error")
        return redirect(url_for("mice_exact.trial"), 303)
    except QueueAway:
        flash(gettext("De proefrun staat klaar en begint zodra de wachtrij weer bereikbaar is."), "info")
    return redirect(url_for("mice_exact.trial"), 303)


def trial_progress() -> ResponseReturnValue:
    """A piece of the page, asked again and again while the trial is under way."""
    return fragment("_trial_progress.html", progress=_asked())


def mail_trial() -> ResponseReturnValue:
    """To the administrators, who send it on to the bookkeeper: the host knows no other addresses."""
    runtime, tenant, found = current.runtime(), current.tenant(), _asked()
    if found.report is None:
        abort(404)
    books = approving.books_to_look(runtime, tenant.code)
    reference = books.reference if books else None
    currency = reference.division.currency if reference else "EUR"
    subject = gettext("Proefrun van de koppeling met Exact Online van %(venue)s", venue=tenant.name)
    runtime.host.send_mail(tenant.code, subject=subject, body=shown.letter(found, found.report, reference, currency))
    flash(gettext("De proefrun is aan de beheerders gemaild, om door te sturen aan de boekhouder."), "success")
    return redirect(url_for("mice_exact.trial", nr=found.id), 303)


def trial_file() -> ResponseReturnValue:
    """Per ledger and VAT code, or per invoice, for a spreadsheet."""
    runtime, tenant, found = current.runtime(), current.tenant().code, _asked()
    if found.report is None:
        abort(404)
    if request.args.get("soort") == "facturen":
        with step(runtime.session):
            judged = [each for part in trial_table.parts_of(runtime.session, found.id) for each in part.judged]
            ids = {each["account_id"] for each in judged if each["account_id"]}
            names = overview.names_of(runtime.session, tenant, ids)
        return files.sent(f"proefrun-facturen-{found.month:%Y%m}", list(shown.invoices_file(judged, names)))
    books = approving.books_to_look(runtime, tenant)
    text = shown.ledgers_file(found.report, books.reference if books else None)
    return files.sent(f"proefrun-grootboek-{found.month:%Y%m}", [text])


def _asked() -> Trial:
    runtime = current.runtime()
    with step(runtime.session):
        found = trial_table.trial_of(runtime.session, current.tenant().code, request.values.get("nr", 0, type=int))
    if found is None:
        abort(404)
    return found


def _chosen(kept: Sequence[Trial]) -> Trial | None:
    """The one that the address names, else the newest."""
    number = request.args.get("nr", 0, type=int)
    return next((each for each in kept if each.id == number), kept[0] if kept else None)


def _months() -> list[date]:
    """First days, newest first."""
    months = [current.runtime().today().replace(day=1)]
    while len(months) < MONTHS:
        months.append((months[-1] - timedelta(days=1)).replace(day=1))
    return months


def _new(report: Report) -> list[tuple[str, str]]:
    """The new debtors that are named, by an invoice of each; the host says who they are."""
    found = current.runtime().host.invoices(current.tenant().code, report["new_named"])
    return [(invoice.id, client_name(invoice.client)) for invoice in found.values()]
