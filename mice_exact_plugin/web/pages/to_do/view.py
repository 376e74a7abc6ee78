"""*Te doen*: what holds invoices up, what went to the default ledger, and what no longer agrees with its entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mice_exact_plugin.exports import remarks
from mice_exact_plugin.i18n import gettext
from mice_exact_plugin.standing import overview as standing_overview
from mice_exact_plugin.web import current
from mice_exact_plugin.web import to_do as things
from mice_exact_plugin.web.frame import page
from mice_exact_plugin.web.guards import Access, may
from mice_exact_plugin.web.pages.overview import attention
from mice_exact_plugin.web.standing import places_for
from mice_exact_plugin.web.tabs import is_open

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flask.typing import ResponseReturnValue

    from mice_exact_plugin.domain.remarks import Remark
    from mice_exact_plugin.domain.standing import Standing
    from mice_exact_plugin.exports.export import Export
    from mice_exact_plugin.web.parts import Places


def to_do() -> ResponseReturnValue:
    return page(
        "to_do.html",
        gettext("Te doen"),
        "to_do",
        may_ask=may(current.user(), Access.DECIDE) and not may(current.user(), Access.SETUP),
        invoice_url=current.runtime().host.invoice_url,
        **attention_of(current.standing()),
    )


def attention_of(standing: Standing) -> dict[str, object]:
    runtime, tenant = current.runtime(), current.tenant().code
    session, host = runtime.session, runtime.host
    may_setup, has_settings = may(current.user(), Access.SETUP), is_open("settings", standing.ready)

    def places(invoice_id: str) -> Places:
        return places_for(runtime, tenant, invoice_id, may_setup=may_setup, has_settings=has_settings)

    return {
        "groups": attention.problem_groups(standing_overview.blocked(session, tenant), places, host.invoice_url),
        "fallbacks": things.fallbacks(),
        "mismatches": _mismatches(),
        "rate_groups_url": host.rate_groups_url() if may_setup else "",
    }


def _mismatches() -> list[tuple[Export, Sequence[Remark]]]:
    """What no longer agrees with its entry, with why."""
    session, tenant = current.runtime().session, current.tenant().code
    rows = standing_overview.after_booking(session, tenant)
    found = remarks.open_of(session, tenant, [row.id for row in rows])
    return [(row, found.get(row.id, ())) for row in rows]
