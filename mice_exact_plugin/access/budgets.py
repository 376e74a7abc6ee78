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
    while not _spend_once(session, app, division, now):
        continue


def _spend_once(session: Session, app: App, division: int, now: datetime) -> bool:
    """Both windows in one transaction, or neither; False when another process wrote one of them in between."""
    with step(session):
        rows = budget.windows_of(session, app.site, app.client_id, division)
        for span in limits.Span:
            row = rows.get(span)
            spent = limits.spend(_window(row) if row else limits.fresh(span, now), span, now)
            written = (
                _write(session, row, spent) if row else budget.add_window(session, _row(app, division, span, spent))
            )
            if not written:
                session.rollback()
                return False
    return True


def correct(session: Session, app: App, division: int, headers: Mapping[str, str], now: datetime) -> None:
    """Let Exact's own headers overrule our count: other processes may use the same allowance unseen.

    Nothing is written while both counts agree, which is the rule. A correction that another process overtakes is left
    out: the next answer brings a newer one.
    """
    said = [found for span in limits.Span if (found := limits.told(headers, span))]
    if not said:
        return
    with step(session):
        rows = budget.windows_of(session, app.site, app.client_id, division)
        for told in said:
            row = rows.get(told.span)
            if row is not None:
                corrected = limits.correct(_window(row), told, now)
                if _differs(row, corrected):
                    _write(session, row, corrected)


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


def _window(row: budget.CallWindow) -> limits.Window:
    return limits.Window(row.resets_at, row.used, row.maximum)


def _differs(row: budget.CallWindow, window: limits.Window) -> bool:
    """Whether a correction says anything new; the moment of the reset is only known to about a second."""
    if (row.used, row.maximum) != (window.used, window.maximum):
        return True
    return abs(row.resets_at - window.resets_at) > limits.JITTER


def _write(session: Session, row: budget.CallWindow, window: limits.Window) -> bool:
    return budget.write_window(session, row, resets_at=window.resets_at, used=window.used, maximum=window.maximum)


def _row(app: App, division: int, span: limits.Span, window: limits.Window) -> budget.CallWindow:
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
