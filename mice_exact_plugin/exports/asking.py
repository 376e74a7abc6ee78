"""What a link that asks for a yes leaves to be booked, as a condition inside the statements that find what is due."""

from __future__ import annotations

from sqlalchemy import bindparam, exists, or_

from mice_exact_plugin.database import columns_of
from mice_exact_plugin.domain.approval import Approval
from mice_exact_plugin.exports.table import InvoiceExport
from mice_exact_plugin.link.connection import Connection

_LINK = columns_of(Connection)
_ASKS = exists().where(_LINK.tenant == bindparam("of_tenant"), _LINK.approval == str(Approval.FIRST))
#: A person said yes to it, or the link of the tenant does not ask: judged by the statement itself, so that nothing
#: slips by.
MAY_BE_BOOKED = or_(columns_of(InvoiceExport).approved_digest.is_not(None), ~_ASKS)
