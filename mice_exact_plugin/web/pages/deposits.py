"""*Openstaande aanbetalingen*: per event what waits in the books, the totals per account and rate, and the file."""

from __future__ import annotations

import csv
import io
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Response, request, stream_with_context

from mice_exact_plugin import formatting
from mice_exact_plugin.database import step
from mice_exact_plugin.deposits import open as deposits
from mice_exact_plugin.exports.words import remarks
from mice_exact_plugin.i18n import gettext, ngettext
from mice_exact_plugin.logs import without_text
from mice_exact_plugin.reader import reader
from mice_exact_plugin.web import current
from mice_exact_plugin.web.frame import page
from mice_exact_plugin.web.pages.overview.csv_file import BYTE_ORDER_MARK, defused

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from flask.typing import ResponseReturnValue
    from sqlalchemy.orm import Session

    from mice_exact_plugin.deposits.open import OpenDeposit, Total

logger = logging.getLogger("mice_exact_plugin.web")
SIZE, LARGEST_PAGE = 50, 10_000


@dataclass(frozen=True, slots=True)
class Row:
    """One deposit as it is shown; the amounts are those of the account, without VAT that was declared."""

    invoice_id: str
    number: str
    event: str
    day: str
    client: str
    accounts: str
    booked: str
    taken: str
    open: str
    age: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A part of them, with what the pager asks."""

    rows: tuple[Row, ...]
    number: int
    total: int

    @property
    def has_next(self) -> bool:
        return self.number * SIZE < self.total


def open_deposits() -> ResponseReturnValue:
    runtime, tenant = current.runtime(), current.tenant().code
    number = max(1, min(request.args.get("pagina", 1, type=int), LARGEST_PAGE))
    with step(runtime.session):
        total = deposits.count(runtime.session, tenant)
        found = deposits.page(runtime.session, tenant, (number - 1) * SIZE, SIZE)
        sums = deposits.totals(runtime.session, tenant)
    today = _today()
    return page(
        "deposits.html",
        gettext("Openstaande aanbetalingen"),
        "open_deposits",
        view=Listed(tuple(_row(each, today) for each in found), number, total),
        total=ngettext("%(num)s aanbetaling", "%(num)s aanbetalingen", total),
        totals=[_total(each) for each in sums if each.open],
        invoice_url=runtime.host.invoice_url,
    )


def open_deposits_file() -> ResponseReturnValue:
    """All of them, for a spreadsheet: read and sent page by page."""
    name = f"aanbetalingen-{_today():%Y%m%d}.csv"
    lines = _lines(current.runtime().session, current.tenant().code, _today())
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(stream_with_context(lines), mimetype="text/csv", headers=headers)


def _today() -> date:
    return current.runtime().now().astimezone(reader().zone).date()


def _lines(session: Session, tenant: str, today: date) -> Iterator[str]:
    """Nobody around a view sees what fails while its answer is being sent."""
    with without_text(logger, "the file of open deposits failed"):
        yield BYTE_ORDER_MARK + _cells(_heads())
        start = 0
        while True:
            with step(session):
                found = deposits.page(session, tenant, start, SIZE)
            if not found:
                return
            yield "".join(_cells(_values(each, today)) for each in found)
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
    row = _row(deposit, today)
    amounts = map(formatting.plain_number, (deposit.booked, -deposit.taken, deposit.open))
    days = str((today - deposit.invoice_date).days) if deposit.invoice_date else ""
    texts = map(defused, (row.event, row.day, row.client, row.number, row.accounts))
    return [*texts, *amounts, days, defused(", ".join(row.marks))]


def _cells(cells: Iterable[str]) -> str:
    target = io.StringIO()
    delimiter = ";" if formatting.decimal_sign() == "," else ","
    csv.writer(target, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerow(cells)
    return target.getvalue()


def _row(deposit: OpenDeposit, today: date) -> Row:
    currency = deposit.currency or "EUR"
    booked, taken, left = (
        formatting.money(amount, currency) for amount in (deposit.booked, -deposit.taken, deposit.open)
    )
    days = (today - deposit.invoice_date).days if deposit.invoice_date else None
    return Row(
        invoice_id=deposit.invoice_id,
        number=deposit.identifier or gettext("onbekend"),
        event=deposit.event_name or "",
        day=formatting.day(deposit.starts_on) if deposit.starts_on else "",
        client=deposit.debtor_name or "",
        accounts=", ".join(deposit.accounts),
        booked=booked,
        taken=taken,
        open=left,
        age="" if days is None else ngettext("%(num)s dag", "%(num)s dagen", days),
        marks=tuple(_marks(deposit, today)),
    )


def _marks(deposit: OpenDeposit, today: date) -> Iterator[str]:
    if deposit.is_cancelled:
        yield gettext("geannuleerd: crediteer de aanbetaling, of stuur een eindfactuur als de prijs blijft staan")
    elif deposit.ends_on and deposit.ends_on < today:
        yield gettext("event voorbij")
    if not deposit.booked:
        yield gettext("niet door ons geboekt")
    elif deposit.open < 0:
        yield gettext("meer verrekend dan geboekt")
    yield from dict.fromkeys(remarks.mark(remark.code) for remark in deposit.remarks)


def _total(total: Total) -> dict[str, str]:
    sides: Sequence[str] = [formatting.money(amount) for amount in (total.booked, -total.taken, total.open)]
    rate = formatting.rate(total.rate) if total.rate is not None else ""
    return {"account": total.account, "rate": rate, "booked": sides[0], "taken": sides[1], "open": sides[2]}
