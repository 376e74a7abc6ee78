"""Rows of the export table as the queries return them, without a database."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

from mice_exact_plugin.domain.readiness import Readiness, Stage
from mice_exact_plugin.domain.standing import KINDS, Standing
from mice_exact_plugin.domain.standing import State as LinkState
from mice_exact_plugin.domain.states import State
from mice_exact_plugin.exports.table import InvoiceExport

SENT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
EVENING, NIGHT = datetime(2026, 11, 23, 20, 0, tzinfo=UTC), datetime(2026, 11, 24, 1, 14, tzinfo=UTC)


def link(state: LinkState = LinkState.FINE, **values: Any) -> Standing:
    """How a link stands on the evening of the day of sending."""
    usual: dict[str, Any] = {"next_run_at": None if KINDS[state].holds else NIGHT}
    return Standing(state, Readiness(Stage.ENABLED, None), EVENING, **usual | values)


def export_row(**values: Any) -> Any:
    """A queued row, with what a test says about it; a column that does not exist is an error."""
    empty = dict.fromkeys(column.name for column in InvoiceExport.__table__.columns)
    usual = {
        "id": 1,
        "tenant": "zaal",
        "invoice_id": "17",
        "identifier": "2026-0017",
        "invoice_date": date(2026, 11, 23),
        "sent_at": SENT,
        "queued_at": SENT,
        "debtor_name": "Bakkerij Jansen",
        "currency": "EUR",
        "gross": Decimal("121.00"),
        "state": State.QUEUED,
        "problems": [],
        "fallbacks": [],
        "adopted": False,
        "is_credit": False,
    }
    added = {"waits_for": None}
    unknown = set(values) - set(empty) - set(added)
    assert not unknown, unknown
    return SimpleNamespace(**{**empty, **added, **usual, **values})
