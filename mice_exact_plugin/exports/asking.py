"""What a link that asks for a yes leaves to be booked, as a condition inside the statements that find what is due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import exists, or_

from mice_exact_plugin.database import table_of
from mice_exact_plugin.domain.approval import Approval
from mice_exact_plugin.exports.table import InvoiceExport
from mice_exact_plugin.link.connection import Connection

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

_LINKS = table_of(Connection)


def may_be_booked(tenant: str) -> ColumnElement[bool]:
    """A person said yes to it, or the link does not ask: judged by the statement itself, so that nothing slips by."""
    asks = exists().where(_LINKS.c.tenant == tenant, _LINKS.c.approval == str(Approval.FIRST))
    return or_(InvoiceExport.approved_digest.is_not(None), ~asks)
