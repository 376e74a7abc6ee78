"""What the log-in may do with relations: learnt from a refusal, and asked for the next night instead of tried."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Literal

from mice_exact_plugin.domain.export_state import State
from mice_exact_plugin.domain.problems import Code
from mice_exact_plugin.errors import Refused
from mice_exact_plugin.exact.wire.relations import ACCOUNTS
from mice_exact_plugin.store import export_queue as queue
from mice_exact_plugin.store.base import step
from mice_exact_plugin.store.invoice_export import from_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from mice_exact_plugin.exact.client import ExactClient

logger = logging.getLogger("mice_exact_plugin.run")
_Action = Literal["GET", "POST", "PUT"]
_ACTIONS: tuple[_Action, ...] = ("GET", "POST", "PUT")


def believed_lost(session: Session, tenant: str) -> dict[str, str]:
    """The rights for want of which an invoice is blocked now, each with what Exact's 403 said."""
    with step(session):
        rows = queue.in_state(session, tenant, State.BLOCKED)
    problems = (problem for row in rows for problem in from_json(row.problems))
    return dict(
        problem.params["denial"].split(" ", 1) for problem in problems if problem.code is Code.DEBTOR_RIGHT_MISSING
    )


def still_lost(client: ExactClient, believed: Mapping[str, str]) -> dict[str, str]:
    """One call for each right that was missing: back again, or nothing of its kind is tried in this run."""
    return {action: believed[action] for action in _ACTIONS if action in believed and not _has_right(client, action)}


def _has_right(client: ExactClient, action: _Action) -> bool:
    try:
        return client.has_right(ACCOUNTS, action)
    except Refused as error:
        logger.warning("the rights on relations cannot be asked for: %s", error.kind)
        return False
