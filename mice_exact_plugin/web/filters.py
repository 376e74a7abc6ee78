"""What templates write of values: amounts, dates, states and names, each by a filter with `mx_` before its name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.booking import words as run_words
from mice_exact_plugin.booking.preview import is_sent
from mice_exact_plugin.exports.words.remarks import fields
from mice_exact_plugin.i18n import ngettext
from mice_exact_plugin.web import events
from mice_exact_plugin.web.pages.debtors import shown as debtors
from mice_exact_plugin.web.pages.history import shown as history
from mice_exact_plugin.web.pages.invoice.entry import marks
from mice_exact_plugin.web.pages.invoice.shown import actor
from mice_exact_plugin.web.pages.not_queued.shown import client_name
from mice_exact_plugin.web.pages.overview import attention, shown
from mice_exact_plugin.web.parts import invoices, row_badge

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask.sansio.app import App


def _customers(count: int) -> str:
    return ngettext("%(num)s klant", "%(num)s klanten", count)


def _runs(count: int) -> str:
    return ngettext("%(num)s synchronisatie", "%(num)s synchronisaties", count)


def _events(count: int) -> str:
    return ngettext("%(num)s gebeurtenis", "%(num)s gebeurtenissen", count)


#: A prefix, because all templates of a host share its filters.
FILTERS: dict[str, Callable[..., object]] = {
    "mx_money": formatting.money,
    "mx_day": formatting.day,
    "mx_month": formatting.month,
    "mx_local_day": formatting.local_day,
    "mx_moment": formatting.moment,
    "mx_duration": formatting.duration,
    "mx_invoices": invoices,
    "mx_customers": _customers,
    "mx_client": client_name,
    "mx_actor": actor,
    "mx_event": events.sentence,
    "mx_row_state": row_badge,
    "mx_note": shown.short_note,
    "mx_marks": marks,
    "mx_is_sent": is_sent,
    "mx_disagreements": attention.disagreements,
    "mx_fallback": attention.fallback_name,
    "mx_trigger": run_words.trigger,
    "mx_outcome": run_words.outcome,
    "mx_run_badge": shown.run_badge,
    "mx_run_reason": shown.run_reason,
    "mx_is_held": history.is_held,
    "mx_figure": history.figure_name,
    "mx_changes": history.changes,
    "mx_runs": _runs,
    "mx_events": _events,
    "mx_bound_customer": debtors.customer,
    "mx_bound_facts": debtors.facts,
    "mx_bound_relation": debtors.relation,
    "mx_fields": fields,
}


def init_app(app: App) -> None:
    app.jinja_env.filters.update(FILTERS)
