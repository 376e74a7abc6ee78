"""*Openstaande aanbetalingen*: per event what waits in the books, the totals per account and rate, and the file."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from mice_exact_plugin import formatting
from mice_exact_plugin.database import step
from mice_exact_plugin.deposits import open as deposits
from mice_exact_plugin.exports.words import remarks
from mice_exact_plugin.i18n import gettext, ngettext
from mice_exact_plugin.paging import Page
from mice_exact_plugin.reader import reader
from mice_exact_plugin.web import current, files
from mice_exact_plugin.web.files import defused, line
from mice_exact_plugin.web.frame import page, page_number
from mice_exact_plugin.web.guards import Access, may
from mice_exact_plugin.web.pages import deposit_comparison

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from flask.typing import ResponseReturnValue
    from sqlalchemy.orm import Session

    from mice_exact_plugin.deposits.open import OpenDeposit

logger = logging.getLogger("mice_exact_plugin.web")
SIZE = 50


def open_deposits() -> ResponseReturnValue:
    runtime, tenant = current.runtime(), current.tenant().code
    number = page_number()
    with step(runtime.session):
        total = deposits.count(runtime.session, tenant)
        found = deposits.page(runtime.session, tenant, (number - 1) * SIZE, SIZE)
        totals = deposits.totals(runtime.session, tenant)
        comparison = deposit_comparison.shown(runtime.session, tenant)
    return page(
        "deposits.html",
        gettext("Openstaande aanbetalingen"),
        "open_deposits",
        list=Page(found, number, total, SIZE),
        today=_today(),
        total=ngettext("%(num)s aanbetaling", "%(num)s aanbetalingen", total),
        totals=[each for each in totals if each.open],
        comparison=comparison,
        may_decide=may(current.user(), Access.DECIDE) and current.standing().ready.queues,
        invoice_url=runtime.host.invoice_url,
    )


def open_deposits_file() -> ResponseReturnValue:
    """All of them, for a spreadsheet: read and sent page by page."""
    lines = _lines(current.runtime().session, current.tenant().code, _today())
    return files.sent(f"aanbetalingen-{_today():%Y%m%d}", lines)


def _today() -> date:
    return current.runtime().now().astimezone(reader().zone).date()


def _lines(session: Session, tenant: str, today: date) -> Iterator[str]:
    start = 0
    yield line(_heads())
    while True:
        with step(session):
            found = deposits.page(session, tenant, start, SIZE)
        if not found:
            return
        yield "".join(line(_values(each, today)) for each in found)
        start += SIZE


def _heads() -> list[str]:
    return [
        gettext("Event"),
        gettext("Datum"),
        gettext("Klant"),
        gettext("Factuur"),
        gettext("Grootboekrekening"),
        gettext("Geboekt"),
        gettext("Verrekend"),
        gettext("Open"),
        gettext("Dagen"),
        gettext("Opmerkingen"),
    ]


def _values(deposit: OpenDeposit, today: date) -> list[str]:
    day = formatting.day(deposit.starts_on) if deposit.starts_on else ""
    number = deposit.identifier or gettext("onbekend")
    amounts = map(formatting.plain_number, (deposit.booked, -deposit.taken, deposit.open))
    days = str((today - deposit.invoice_date).days) if deposit.invoice_date else ""
    names = (deposit.event_name or "", day, deposit.debtor_name or "", number, ", ".join(deposit.accounts))
    return [*map(defused, names), *amounts, days, defused(", ".join(marks(deposit, today)))]


def marks(deposit: OpenDeposit, today: date) -> Iterator[str]:
    """What somebody should know of it."""
    if deposit.is_cancelled:
        yield gettext("geannuleerd: crediteer de aanbetaling, of stuur een eindfactuur als de prijs blijft staan")
    elif deposit.ends_on and deposit.ends_on < today:
        yield gettext("event voorbij")
    if not deposit.booked:
        yield gettext("niet door ons geboekt")
    elif deposit.open < 0:
        yield gettext("meer verrekend dan geboekt")
    yield from dict.fromkeys(remarks.mark(remark.code) for remark in deposit.remarks)
