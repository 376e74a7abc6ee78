"""From the client on an invoice to a relation in Exact: bound, matched, promoted or created, never twice.

Locating is local and free of calls. Only when the invoice has no problem left is a relation created or promoted, with
the intent committed before the call and under an id that is known beforehand, so that an unknown outcome can be
searched for.
"""

from mice_exact_plugin.services.posting.debtors.ensure import ensure
from mice_exact_plugin.services.posting.debtors.locate import locate
from mice_exact_plugin.services.posting.debtors.located import DebtorUnderWay, Located, NotPromoted

__all__ = ["DebtorUnderWay", "Located", "NotPromoted", "ensure", "locate"]
