"""*Openstaande aanbetalingen*: per event what waits in the books, the totals per account and rate, and the file."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from flask import request

from mice_exact_plugin import formatting
from mice_exact_plugin.database import step
from mice_exact_plugin.deposits import open as deposits
from mice_exact_plugin.exports.words import remarks
from mice_exact_plugin.i18n import gettext, ngettext
from mice_exact_plugin.link.connection import connection_of, place_of
from mice_exact_plugin.paging import Page
from mice_exact_plugin.reader import reader
from mice_exact_plugin.web import current, days, files
from mice_exact_plugin.web.files import defused, line
from mice_exact_plugin.web.frame import page, page_number
from mice_exact_plugin.web.guards import Access, may
from mice_exact_plugin.web.pages import deposit_comparison
from mice_exact_plugin.web.tabs import is_open

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date
    from decimal import Decimal

    from flask.typing import ResponseReturnValue
    from sqlalchemy.orm import Session

    from mice_exact_plugin.deposits.open import Account, OpenDeposit, Total

logger = logging.getLogger("mice_exact_plugin.web")
SIZE = 50


def open_deposits() -> ResponseReturnValue:
    runtime, tenant = current.runtime(), current.tenant().code
    number, per = page_number(), _per()
    with step(runtime.session):
        place = place_of(connection_of(runtime.session, tenant))
        total = deposits.count(runtime.session, tenant, per)
        found = deposits.page(runtime.session, tenant, (number - 1) * SIZE, SIZE, place, per)
        totals = deposits.totals(runtime.session, tenant, per)
        known = deposits.names(runtime.session, tenant, place, [each.account for each in totals]) if place else {}
        comparison = deposit_comparison.shown(runtime.session, tenant, place)
    return page(
        "deposits.html",
        gettext("Openstaande aanbetalingen"),
        "open_deposits",
        list=Page(found, number, total, SIZE),
        per=per,
        today=per or _today(),
        total=ngettext("%(num)s aanbetaling", "%(num)s aanbetalingen", total),
        totals=[each for each in totals if each.open],
        names=_names(known, totals),
        by_code={name.partition(" ")[0]: name for name in known.values()},
        comparison=comparison,
        may_decide=may(current.user(), Access.DECIDE) and is_open("settings", current.standing().ready),
        invoice_url=runtime.host.invoice_url,
    )


def open_deposits_file() -> ResponseReturnValue:
    """All of them, for a spreadsheet: read and sent page by page."""
    per = _per()
    lines = _lines(current.runtime().session, current.tenant().code, per or _today(), per)
    return files.sent(f"aanbetalingen-{per or _today():%Y%m%d}", lines)


def _per() -> date | None:
    """The day in the past whose state is asked for, as at the end of a year; None for the present one."""
    asked = days.written(request.args.get("per"))
    return asked if asked and asked < _today() else None


def _names(known: Mapping[str, str], totals: Iterable[Total]) -> dict[Account, str]:
    """What the administration does not have any more goes by its code."""
    return {each.account: known.get(each.account.id, each.account.code) for each in totals}


def _today() -> date:
    return current.runtime().now().astimezone(reader().zone).date()


def _lines(session: Session, tenant: str, today: date, per: date | None) -> Iterator[str]:
    start = 0
    yield line(_heads())
    with step(session):
        place = place_of(connection_of(session, tenant))
        totals = deposits.totals(session, tenant, per)
        known = deposits.names(session, tenant, place, [each.account for each in totals]) if place else {}
        names = _names(known, totals)
    while True:
        with step(session):
            found = deposits.page(session, tenant, start, SIZE, place, per)
        if not found:
            return
        yield "".join(line(_values(each, today, names)) for each in found)
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


def _values(deposit: OpenDeposit, today: date, names: Mapping[Account, str]) -> list[str]:
    day = formatting.day(deposit.starts_on) if deposit.starts_on else ""
    number = deposit.identifier or gettext("onbekend")
    amounts = map(formatting.plain_number, (deposit.booked, -deposit.taken, deposit.open))
    days = str((today - deposit.invoice_date).days) if deposit.invoice_date else ""
    accounts = ", ".join(names[account] for account in deposit.accounts if account in names)
    told = (deposit.event_name or "", day, deposit.debtor_name or "", number, accounts)
    return [*map(defused, told), *amounts, days, defused(", ".join(marks(deposit, today)))]


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
    if not deposit.open:
        left = [_left(rate, net, deposit.currency) for rate, net in sorted(deposit.rates.items(), reverse=True) if net]
        yield gettext("per tarief nog open: %(rates)s", rates=formatting.listed(left))
    if deposit.elsewhere is not None:
        yield gettext("geboekt in administratie %(name)s", name=deposit.elsewhere)
    yield from dict.fromkeys(remarks.mark(remark.code) for remark in deposit.remarks)


def _left(rate: Decimal, net: Decimal, currency: str | None) -> str:
    return f"{formatting.rate(rate)} {formatting.money(net, currency or 'EUR')}"
