"""What templates write of values: amounts, dates, states and names, each by a filter with `mx_` before its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.domain.remarks import DISAGREES
from mice_exact_plugin.i18n import ngettext
from mice_exact_plugin.later import Later

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask.sansio.app import App

formatting, run_words, events = Later("formatting"), Later("booking.words"), Later("web.events")
to_do, shown = Later("web.pages.to_do.shown"), Later("web.pages.overview.shown")
golive, points = Later("web.pages.golive.view"), Later("web.pages.golive.words")
listing, approval = Later("web.pages.eu_listing"), Later("web.pages.approval.shown")
debtors, history = Later("web.pages.debtors.shown"), Later("web.pages.history.shown")
not_queued, remarks = Later("web.pages.not_queued.shown"), Later("exports.words.remarks")
invoice, parts = Later("web.pages.invoice.shown"), Later("web.parts")
preview, trial = Later("web.pages.preview.words"), Later("web.pages.trial.shown")
comparison = Later("deposits.words")


def _customers(count: int) -> str:
    return ngettext("%(num)s klant", "%(num)s klanten", count)


def _runs(count: int) -> str:
    return ngettext("%(num)s synchronisatie", "%(num)s synchronisaties", count)


def _events(count: int) -> str:
    return ngettext("%(num)s gebeurtenis", "%(num)s gebeurtenissen", count)


def _days(count: int) -> str:
    return ngettext("%(num)s dag", "%(num)s dagen", count)


#: A prefix, because all templates of a host share its filters.
FILTERS: dict[str, Callable[..., object]] = {
    "mx_money": formatting.money,
    "mx_money_text": formatting.money_text,
    "mx_day": formatting.day,
    "mx_month": formatting.month,
    "mx_local_day": formatting.local_day,
    "mx_moment": formatting.moment,
    "mx_clock": formatting.clock_time,
    "mx_duration": formatting.duration,
    "mx_invoices": parts.invoices,
    "mx_count": formatting.number,
    "mx_customers": _customers,
    "mx_client": not_queued.client_name,
    "mx_period": not_queued.period,
    "mx_actor": invoice.actor,
    "mx_event": events.sentence,
    "mx_row_state": invoice.badge_of,
    "mx_why": Later("web.why").of_row,
    "mx_note": shown.short_note,
    "mx_marks": Later("web.pages.invoice.entry").marks,
    "mx_is_sent": Later("booking.preview").is_sent,
    "mx_what_is_sold": to_do.what_is_sold,
    "mx_ledger": preview.ledger,
    "mx_vat_code": preview.vat_code,
    "mx_trial_counted": trial.counted,
    "mx_trial_said": trial.said,
    "mx_trial_reason": trial.reason,
    "mx_trial_sum": trial.summed,
    "mx_trigger": run_words.trigger,
    "mx_outcome": run_words.outcome,
    "mx_run_badge": shown.run_badge,
    "mx_run_reason": shown.run_reason,
    "mx_is_held": history.is_held,
    "mx_figure": history.figure_name,
    "mx_changes": history.changes,
    "mx_runs": _runs,
    "mx_events": _events,
    "mx_days": _days,
    "mx_rate": formatting.rate,
    "mx_deposit_marks": Later("web.pages.deposits").marks,
    "mx_comparison_counted": comparison.counted,
    "mx_comparison_finding": comparison.sentence,
    "mx_comparison_reason": comparison.reason,
    "mx_bound_customer": debtors.customer,
    "mx_bound_facts": debtors.facts,
    "mx_found_by": debtors.found_by,
    "mx_bound_relation": debtors.relation,
    "mx_debtor_question": debtors.question,
    "mx_fields": remarks.fields,
    "mx_decision": Later("web.pages.invoice.ways_on").decision,
    "mx_mark": remarks.mark,
    "mx_remark": remarks.sentence,
    "mx_disagrees": DISAGREES.__contains__,
    "mx_quarter": listing.name,
    "mx_eu_kind": listing.kind,
    "mx_eu_fault": listing.fault,
    "mx_right": Later("access.words").right,
    "mx_list": Later("mirror.words").name,
    "mx_golive_mark": golive.badge,
    "mx_golive_point": points.sentence,
    "mx_golive_way": golive.way,
    "mx_night": approval.night_name,
    "mx_night_key": approval.night_key,
    "mx_amounts": approval.money,
    "mx_sum": to_do.amounts,
    "mx_sums": history.sums,
}


def init_app(app: App) -> None:
    app.jinja_env.filters.update(FILTERS)
