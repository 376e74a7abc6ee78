"""Exact's limits as every process shares them: a call is spent in the database before it is sent."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from mice_exact_plugin.errors import EndpointResting
from mice_exact_plugin.exact import error_budget, limits
from mice_exact_plugin.store import budget
from mice_exact_plugin.store.base import step

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy.orm import Session

    from mice_exact_plugin.exact.sites import App

HOUR = timedelta(hours=1)


def spend(session: Session, app: App, division: int, now: datetime) -> None:
    """Count one call against the minute and the day; RateLimited, with the moment it ends, when either is spent."""
    for span in (limits.Span.DAY, limits.Span.MINUTE):
        while not _spend_one(session, app, division, span, now):
            continue


def _spend_one(session: Session, app: App, division: int, span: limits.Span, now: datetime) -> bool:
    with step(session):
        row = budget.window_of(session, app.site, app.client_id, division, span)
        window = limits.Window(row.resets_at, row.used, row.maximum) if row else limits.fresh(span, now)
        spent = limits.spend(window, span, now)
        if row is None:
            return budget.add_window(session, _new_row(app, division, span, spent))
        return budget.write_window(session, row, resets_at=spent.resets_at, used=spent.used, maximum=spent.maximum)


def correct(session: Session, app: App, division: int, headers: Mapping[str, str], now: datetime) -> None:
    """Let Exact's own headers overrule our count: other processes may use the same allowance unseen."""
    for span in limits.Span:
        told = limits.told(headers, span)
        if told is None:
            continue
        with step(session):
            row = budget.window_of(session, app.site, app.client_id, division, span)
            if row is None:
                continue
            window = limits.correct(limits.Window(row.resets_at, row.used, row.maximum), told, now)
            budget.write_window(session, row, resets_at=window.resets_at, used=window.used, maximum=window.maximum)


def check_endpoint(session: Session, app: App, exact_user: str, division: int, endpoint: str, now: datetime) -> None:
    """EndpointResting after the sixth refusal of the hour: Exact blocks the key at ten."""
    with step(session):
        times = budget.refusal_times(session, app.client_id, exact_user, division, endpoint, now - HOUR)
    until = error_budget.resting_until(times, now)
    if until is not None:
        raise EndpointResting(endpoint, until)


def count_answer(
    session: Session, app: App, exact_user: str, division: int, endpoint: str, status: int, now: datetime
) -> None:
    """Remember a refusal that Exact counts."""
    if not error_budget.counts(status):
        return
    with step(session):
        budget.add_refusal(session, app.client_id, exact_user, division, endpoint, status, now)
        budget.forget_refusals(session, now - 2 * HOUR)


def _new_row(app: App, division: int, span: limits.Span, window: limits.Window) -> budget.CallWindow:
    return budget.CallWindow(
        site=app.site,
        app=app.client_id,
        division=division,
        span=span,
        resets_at=window.resets_at,
        used=window.used,
        maximum=window.maximum,
        version=0,
    )
